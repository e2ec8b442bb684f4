/** Chooses the builder: the current one where it can make an index of several platforms, else a new one. */
import { createHash, randomUUID } from 'node:crypto';
import { defined } from '../defined.ts';
import { Failure } from '../errors.ts';
import { markedName } from '../names/run-mark.ts';
import { isOlderTool } from '../names/tool-version.ts';
import { parsePlatform, type Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import { isLoopback } from '../registry/hosts.ts';
import { type Buildx, buildxCommand } from './buildx.ts';
import type { Engine } from './engine.ts';
import { type BuilderNode, type Machines, readNodes } from './nodes.ts';

export interface Builder extends Machines {
  readonly buildx: Buildx;
  readonly driver: string;
  /** Why it was chosen, for the log. */
  readonly because: string;
}

export interface BuilderRequest {
  readonly wanted?: string;
  readonly engine: Engine;
  readonly env: Readonly<Record<string, string>>;
  /** A builder needs the host's network for registries on this machine's loopback. */
  readonly registries: readonly string[];
  /** Name of a new builder, where the current one cannot be used. */
  readonly name: string;
  /** Called before the builder is created: from then on it must be removed, however the run ends. */
  readonly beforeCreate: (name: string) => Promise<void> | void;
}

/**
 * A name for the builder of this run. The steps of one job share it, so that the second finds the first's cache. Two
 * jobs, or two runs on a laptop, do not: the first to end would remove the builder of the other. Where one is killed,
 * `clean` can tell by the name whose it was.
 */
export function builderName({ env, machine }: Pick<World, 'env' | 'machine'>): string {
  const job = env['RUNNER_TRACKING_ID'];
  const hash = createHash('sha256')
    .update(job ?? randomUUID())
    .digest('hex')
    .slice(0, 12);
  return job === undefined ? markedName(machine.mark, hash) : `python-image-builder-${hash}`;
}

/** Whether its nodes are of no Docker, so that nothing can be said or done of their machines from here. */
export const isElsewhere = ({ driver }: Builder): boolean => !['docker', 'docker-container'].includes(driver);

/** @throws Failure when the wanted builder does not exist or none can be made. */
export async function chooseBuilder(world: World, request: BuilderRequest): Promise<Builder> {
  const { wanted, engine, env } = request;
  const current = await inspect(world, env, wanted);
  const driver = current?.driver;
  if (driver === undefined) {
    if (wanted !== undefined) {
      throw new Failure([
        {
          station: 'build',
          about: 'builder',
          message: `builder "${wanted}" does not exist. "docker buildx ls" lists those that do; leave the input empty to take the current one.`,
        },
      ]);
    }
    return makeBuilder(world, request, 'there is no current builder');
  }
  const makesIndexes = driver !== 'docker' || engine.makesIndexes;
  if (makesIndexes) {
    const buildx: Buildx = wanted === undefined ? { env } : { env, builder: wanted };
    const because = wanted === undefined ? 'the current builder can make an index' : 'asked for';
    const platform = current?.platform ?? engine.platform;
    return { buildx, driver, platform, ...defined({ nodes: current?.nodes }), because };
  }
  if (wanted !== undefined) {
    throw new Failure([
      {
        station: 'build',
        about: 'builder',
        message: `builder "${wanted}" is Docker's own with the classic image store, which cannot put several platforms into one index. Take one with the docker-container driver, or leave the input empty and one is made.`,
      },
    ]);
  }
  return makeBuilder(
    world,
    request,
    "Docker's own builder with the classic image store cannot make an index",
  );
}

/** Removes a builder of this run, with its cache. A failure is a warning: the work is done. */
export async function removeBuilder(
  world: Pick<World, 'run' | 'log'>,
  env: Buildx['env'],
  name: string,
): Promise<void> {
  // A run that was interrupted while it created the builder may have left none.
  if ((await inspect(world, env, name, true)) === undefined) return;
  const ran = await world.run(buildxCommand({ env }, ['rm', '--force', name]), { cleanup: true });
  if (ran.code !== 0) world.log.warn(`The builder "${name}" could not be removed: ${ran.stderr.trim()}`);
}

async function makeBuilder(world: World, request: BuilderRequest, because: string): Promise<Builder> {
  const { engine, env, name } = request;
  const buildx: Buildx = { env, builder: name };
  const builder: Builder = { buildx, driver: 'docker-container', platform: engine.platform, because };
  // Another step of the same job may have created it: that step removes it.
  if ((await inspect(world, env, name)) !== undefined) return builder;
  const folder = await world.files.temporary('builder');
  const config = `${folder}/buildkitd.toml`;
  await world.files.write(config, buildkitConfig(engine, request.registries));
  const network = [...engine.mirrors, ...engine.insecure, ...request.registries].map(hostOf).some(isLoopback);
  await request.beforeCreate(name);
  const ran = await world.run(
    buildxCommand({ env }, [
      'create',
      `--name=${name}`,
      '--driver=docker-container',
      ...(network ? ['--driver-opt=network=host'] : []),
      `--config=${config}`,
      '--bootstrap',
    ]),
    { onLine: (line) => world.log.progress(line) },
  );
  if (ran.code === 0) return builder;
  const unwritable = unwritableOf(ran.stderr);
  if (unwritable !== undefined) throw unwritable;
  throw new Failure([
    {
      station: 'build',
      about: 'builder',
      message: `${because}, and a builder with the docker-container driver could not be started. Its image must be reachable: moby/buildkit:buildx-stable-1. ${imageStore(engine)}, or name a builder that can.`,
      detail: ran.stderr.trim().split('\n').slice(-8),
    },
  ]);
}

/** The failure of a buildx that cannot write the folder of its builders, with the system's words as Go repeats them. */
function unwritableOf(stderr: string): Failure | undefined {
  const match = /ERROR: (?:mkdir|open|create|chmod|rename) (\/[^:\n]*): ([^\n]+)/.exec(stderr);
  if (match === null) return undefined;
  const message = `"${match[1]}" could not be written by buildx, which keeps its builders there: ${match[2]}. BUILDX_CONFIG names another folder.`;
  return new Failure([{ station: 'machine', about: 'builder', message }]);
}

/** The first Docker that has the image store that can hold an index. */
const oldestWithStore = '24.0.0';

/** Advice on how Docker's own builder can make an index. */
const imageStore = ({ version }: Engine): string =>
  version !== undefined && isOlderTool(version, oldestWithStore)
    ? `Or update Docker, which is ${version}: ${oldestWithStore} and newer have the containerd image store`
    : "Or switch on Docker's containerd image store";

/** Configuration of a new builder: it does not know the engine's mirrors, and must pull what the engine would. */
export function buildkitConfig(engine: Engine, registries: readonly string[]): string {
  const plain = new Set([
    ...engine.insecure.filter((host) => !host.includes('/')),
    ...registries.map(hostOf).filter(isLoopback),
  ]);
  const mirrors = engine.mirrors.map((url) => new URL(url));
  for (const mirror of mirrors) if (mirror.protocol === 'http:') plain.add(mirror.host);
  const lines: string[] = [];
  if (mirrors.length > 0) {
    const hosts = mirrors.map((mirror) => JSON.stringify(mirror.host)).join(', ');
    lines.push('[registry."docker.io"]', `  mirrors = [${hosts}]`);
  }
  for (const host of plain) lines.push(`[registry.${JSON.stringify(host)}]`, '  http = true');
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** Host and port of a registry, of one with a path, or of a mirror's URL. */
const hostOf = (text: string): string => text.replace(/^https?:\/\//, '').replace(/\/.*$/, '');

interface Inspection {
  readonly driver: string;
  /** The first platform that it lists is its own. The list leaves out some that it builds. */
  readonly platform?: Platform;
  /** Absent where it has one. */
  readonly nodes?: readonly BuilderNode[];
}

/** Inspects a builder, without a name the current one; undefined where there is none. */
async function inspect(
  world: Pick<World, 'run'>,
  env: Buildx['env'],
  name: string | undefined,
  cleanup = false,
): Promise<Inspection | undefined> {
  const ask = (...options: readonly string[]) =>
    world.run(buildxCommand({ env }, ['inspect', ...options, ...(name === undefined ? [] : [name])]), {
      cleanup,
    });
  const ran = await ask();
  const driver = ran.code === 0 ? /^Driver:\s*(\S+)/m.exec(ran.stdout)?.[1] : undefined;
  if (driver === undefined) return undefined;
  let { stdout } = ran;
  const hasSeveral = readNodes(stdout).length > 1;
  // Which node builds what is known once all of them run.
  if (hasSeveral && !cleanup) stdout = (await ask('--bootstrap')).stdout || stdout;
  const first = parsePlatform(/^Platforms:\s*([\w/]+)/m.exec(stdout)?.[1] ?? '');
  return {
    driver,
    ...(first.ok && { platform: first.value }),
    ...(hasSeveral && { nodes: readNodes(stdout) }),
  };
}
