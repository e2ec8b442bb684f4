/** Runs `docker buildx`, and turns its failures into problems. */
import { defined } from '../defined.ts';
import { Failure } from '../errors.ts';
import { isOlderTool } from '../names/tool-version.ts';
import type { Command, Ran, World } from '../ports.ts';
import { failedSteps } from './compiler-output.ts';
import { isTemporary } from './temporary.ts';

/** The builder and the client configuration of this run. */
export interface Buildx {
  /** Undefined takes the current builder. */
  readonly builder?: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * `docker buildx …` as a value.
 *
 * Paths outside the folder of the bake file need a grant in newer releases of buildx; the flag for it is unknown to
 * older ones, the variable is ignored there.
 */
export function buildxCommand(buildx: Buildx, args: readonly string[], cwd?: string): Command {
  return {
    program: 'docker',
    args: ['buildx', ...args],
    env: { BUILDX_BAKE_ENTITLEMENTS_FS: '0', BUILDX_NO_DEFAULT_ATTESTATIONS: '1', ...buildx.env },
    ...defined({ cwd }),
  };
}

export interface BakeRequest {
  readonly folder: string;
  readonly targets: readonly string[];
  readonly more?: readonly string[];
  /** Called when buildx begins, again for a second attempt; returns the receiver of its lines. */
  readonly onAttempt?: () => (line: string) => void;
}

/** Finished steps are in the builder's cache: a second attempt begins with the step that failed. */
const attempts = 2;

/**
 * Builds targets of a bake file, and again where that failed for a reason that may pass; returns the result of the last
 * attempt. Does not throw: what a failure means depends on the target.
 */
export async function bake(world: World, buildx: Buildx, request: BakeRequest): Promise<Ran> {
  const builder = buildx.builder === undefined ? [] : [`--builder=${buildx.builder}`];
  const command = buildxCommand(
    buildx,
    [
      'bake',
      '--file=docker-bake.json',
      '--progress=plain',
      ...builder,
      ...(request.more ?? []),
      ...request.targets,
    ],
    request.folder,
  );
  for (let attempt = 1; ; attempt += 1) {
    const receive = request.onAttempt?.();
    const onLine = (line: string): void => {
      world.log.progress(line);
      receive?.(line);
    };
    const ran = await world.run(command, { onLine });
    if (ran.code === 0 || attempt === attempts || !isTemporary(failedSteps(ran.stderr))) return ran;
    world.log.warn(
      `The build failed for a reason that may pass; attempt ${attempt + 1} of ${attempts} follows.`,
    );
    await world.clock.sleep(2000 * attempt * (0.5 + Math.random()));
  }
}

/** Message for a `docker` that cannot be started. @param code as `Ran` has it. */
export const noDocker = (code: 126 | 127): string =>
  `The program "docker" ${code === 127 ? 'was not found' : 'cannot be run'}. Images are built by Docker with buildx: install Docker (on Debian and Ubuntu: docker.io and docker-buildx).`;

/** The first that puts annotations into what a bake file describes; older ones leave them out without a word. */
const oldestBuildx = '0.12.0';

/** Asks which buildx answers. @throws Failure with the way out when there is none. */
export async function requireBuildx(world: World, env: Readonly<Record<string, string>>): Promise<void> {
  const ran = await world.run({ program: 'docker', args: ['buildx', 'version'], env });
  if (ran.code === 0) {
    // `github.com/docker/buildx v0.13.1 <commit>`
    const version = ran.stdout.trim().split(/\s+/)[1] ?? '';
    if (!isOlderTool(version, oldestBuildx)) return;
    world.log.warn(
      `buildx ${version} puts no annotations into an image, ${oldestBuildx} and newer do: the next run could not compare, and would build again. Update the plugin (on Debian and Ubuntu: docker-buildx; in a workflow: docker/setup-buildx-action).`,
    );
    return;
  }
  const message =
    ran.code === 126 || ran.code === 127
      ? noDocker(ran.code)
      : 'Docker is here, but its plugin "buildx" does not answer: install it (on Debian and Ubuntu: docker-buildx).';
  throw new Failure([
    { station: 'build', about: 'docker', message, detail: ran.stderr.trim().split('\n').slice(-5) },
  ]);
}
