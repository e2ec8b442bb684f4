/** Builds source releases once, on the build machine's own architecture: a pure wheel serves every platform. */
import { join } from 'node:path';
import { defined } from '../defined.ts';
import { Failure } from '../errors.ts';
import { type LocalDistribution, placeLocal } from '../lock/local.ts';
import type { PlatformRequirements } from '../lock/lock.ts';
import { normalizedName } from '../names/package-name.ts';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import type { NativeBuild } from '../plan/recipe.ts';
import type { RestoredFile } from '../wheel-cache/wheel.ts';
import { type Attempt, parseAttempts } from './attempts.ts';
import { bakeText } from './bake.ts';
import { bake, type Buildx } from './buildx.ts';
import { failedSteps } from './compiler-output.ts';
import { buildProblem } from './failure.ts';
import { type Programs, stagePrograms } from './programs.ts';
import { nativeFile } from './requirements-file.ts';
import { isTemporary } from './temporary.ts';

export interface NativeRequest {
  readonly dockerfile: string;
  readonly programs: Programs;
  readonly arguments: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly native: readonly NativeBuild[];
  /** The distribution among them that is of no index. */
  readonly local?: LocalDistribution;
  /** Platforms of the image. */
  readonly platforms: readonly Platform[];
  /** The wheels are exported from the build. */
  readonly saveWheels: boolean;
  /** As `bake` has it. */
  readonly onAttempt?: () => (line: string) => void;
}

export interface NativeResult {
  /** Output folder of the build. */
  readonly folder: string;
  /** Those that were built. */
  readonly native: readonly NativeBuild[];
  readonly attempts: readonly Attempt[];
}

/** Releases to build for the machine's own platform, and those that have only a source and so might be pure. */
export function nativeCandidates(
  requirements: readonly PlatformRequirements[],
  build: Platform,
  hasWheel: (name: string, version: string) => boolean,
  restored: readonly RestoredFile[],
): NativeBuild[] {
  const candidates = new Map<string, NativeBuild>();
  for (const { platform, requirements: list } of requirements) {
    for (const requirement of list) {
      if (requirement.kind !== 'compile') continue;
      const { name, version, sdist } = requirement;
      const wheels = restored.filter((wheel) => wheel.name === name && wheel.version === version);
      // A wheel that was restored for the build machine alone is not pure.
      if (wheels.some(({ serves }) => serves.includes(build) || serves.includes(platform))) continue;
      if (platform === build || !hasWheel(name, version))
        candidates.set(`${name} ${version}`, { name, version, sdist, serves: [build] });
    }
  }
  return [...candidates.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Releases that did not compile, as compile.py reports them; undefined where it reports none. */
function failedReleases(log: string, native: NativeRequest['native']): string | undefined {
  const lines = log.split('\n').filter((line) => line.includes('did not compile: '));
  const names = native
    .map(({ name, version }) => `${name} ${version}`)
    .filter((release) => lines.some((line) => line.split(/: |, |\. /).includes(release)));
  return names.length === 0 ? undefined : names.join(', ');
}

/**
 * Builds the candidates, and finds out which give a pure wheel. The image uses the same stage afterwards, from the cache,
 * so that nothing is built twice. Where the image is for other platforms alone, a failure is none of the image's: what
 * does not build here may build there.
 */
export async function buildNative(
  world: World,
  buildx: Buildx,
  request: NativeRequest,
): Promise<NativeResult> {
  const folder = await world.files.temporary('native');
  const bakefile = {
    target: {
      native: {
        context: '.',
        dockerfile: 'Dockerfile',
        target: 'native-list',
        contexts: { lock: './lock', programs: './programs' },
        args: request.arguments,
        ...defined({ secret: request.secrets.length > 0 ? request.secrets : undefined }),
        output: ['type=local,dest=out'],
      },
    },
  };
  const files = {
    'docker-bake.json': bakeText(bakefile),
    Dockerfile: `${request.dockerfile}\n${listStages(request.saveWheels)}`,
    'lock/native/requirements.json': nativeFile(request.native),
    ...stagePrograms(request.programs),
  };
  for (const [name, content] of Object.entries(files)) await world.files.write(join(folder, name), content);
  await placeLocal(world.files, join(folder, 'lock'), request.local);
  const ran = await bake(world, buildx, {
    folder,
    targets: ['native'],
    ...defined({ onAttempt: request.onAttempt }),
  });
  const names = request.native.map(({ name, version }) => `${name} ${version}`).join(', ');
  const isWanted = request.native.some(({ serves }) =>
    serves.some((platform) => request.platforms.includes(platform)),
  );
  if (ran.code !== 0 && !isWanted && !isTemporary(failedSteps(ran.stderr))) {
    world.log.info(`${names}: not built on this machine, and so not known to be pure Python`);
    return { folder: join(folder, 'out'), native: [], attempts: [] };
  }
  if (ran.code !== 0) {
    const base = request.arguments['BUILD_BASE'] ?? '';
    const about = failedReleases(ran.stderr, request.native) ?? names;
    const what = `a wheel of ${about} could not be built`;
    throw new Failure([await buildProblem(world, { ran, about, what, base })]);
  }
  const wheels = ((await world.files.read(join(folder, 'out', 'names'))) ?? '').split('\n');
  const isPure = (name: string): boolean =>
    wheels.some(
      (file) => file.endsWith('-none-any.whl') && normalizedName(file.split('-', 1)[0] ?? '') === name,
    );
  const text = await world.files.read(join(folder, 'out', 'compiled.json'));
  const attempts = text === undefined ? [] : parseAttempts(text);
  // Only of an offer some may fail.
  const isBuilt = ({ name, version }: NativeBuild): boolean =>
    !attempts.some((one) => one.name === name && one.version === version && one.why !== undefined);
  const native = request.native
    .filter(isBuilt)
    .map((one) => ({ ...one, serves: isPure(one.name) ? request.platforms : one.serves }));
  return { folder: join(folder, 'out'), native, attempts };
}

/** Stages that export the names of the wheels and their attempts, and with `saveWheels` the wheels too. */
function listStages(saveWheels: boolean): string {
  const needs = '--mount=type=bind,from=programs,target=/programs python3 /programs/needs.py /wheels /made';
  const only = 'mkdir /made && cp /wheels/compiled.json /made';
  return [
    'FROM native AS native-made',
    `RUN ${saveWheels ? needs : only} && ls /wheels >/made/names`,
    'FROM scratch AS native-list',
    'COPY --from=native-made /made /',
    '',
  ].join('\n');
}
