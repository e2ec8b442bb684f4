/** Chooses the builder: the current one where it can make an index of several platforms, else one that is made here. */
import { createHash, randomUUID } from 'node:crypto';
import { Failure } from '../errors.ts';
import { isOlderTool } from '../names/tool-version.ts';
import { parsePlatform, type Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import { isLoopback } from '../registry/hosts.ts';
import { type Buildx, buildxCommand } from './buildx.ts';
import type { Engine } from './engine.ts';

export interface Builder {
  readonly buildx: Buildx;
  readonly driver: string;
  /** Platform that its own stages run on. */
  readonly platform: Platform;
  /** Why this one, for the log. */
  readonly because: string;
}

export interface BuilderRequest {
  readonly wanted?: string;
  readonly engine: Engine;
  readonly env: Readonly<Record<string, string>>;
  /** Registries that are reached on this machine's loopback need the host's network. */
  readonly registries: readonly string[];
  /** Name of the builder that is made where the current one will not do. */
  readonly name: string;
  /** Told of the name before the builder is made: from then on it must be removed, however the run ends. */
  readonly onMake: (name: string) => Promise<void> | void;
}

/**
 * A name for a builder of this run's own. The steps of one job share it, so that the second finds the first's cache; two
 * jobs, or two runs on a laptop, do not: the first to end removes its own.
 */
export function builderName(env: World['env']): string {
  const job = env['RUNNER_TRACKING_ID'] ?? randomUUID();
  return `python-image-builder-${createHash('sha256').update(job).digest('hex').slice(0, 12)}`;
}

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
  const able = driver !== 'docker' || engine.makesIndexes;
  if (able) {
    const buildx: Buildx = wanted === undefined ? { env } : { env, builder: wanted };
    const because = wanted === undefined ? 'the current builder can make an index' : 'asked for';
    return { buildx, driver, platform: current?.platform ?? engine.platform, because };
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

/** Removes a builder that was made here, with its cache. A failure is only worth a word: the work is done. */
export async function removeBuilder(
  world: Pick<World, 'run' | 'log'>,
  env: Buildx['env'],
  name: string,
): Promise<void> {
  // One that was interrupted while it was made may not be there.
  if ((await inspect(world, env, name, true)) === undefined) return;
  const ran = await world.run(buildxCommand({ env }, ['rm', '--force', name]), { cleanup: true });
  if (ran.code !== 0) world.log.warn(`The builder "${name}" could not be removed: ${ran.stderr.trim()}`);
}

async function makeBuilder(world: World, request: BuilderRequest, because: string): Promise<Builder> {
  const { engine, env, name } = request;
  const buildx: Buildx = { env, builder: name };
  const builder: Builder = { buildx, driver: 'docker-container', platform: engine.platform, because };
  // Another step of the same job may have made it: that step removes it.
  if ((await inspect(world, env, name)) !== undefined) return builder;
  const folder = await world.files.temporary('builder');
  const config = `${folder}/buildkitd.toml`;
  await world.files.write(config, buildkitConfig(engine, request.registries));
  const network = [...engine.mirrors, ...engine.insecure, ...request.registries].map(hostOf).some(isLoopback);
  await request.onMake(name);
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

/** The folder that buildx keeps its builders in, where it cannot be written: the system's words, as Go repeats them. */
function unwritableOf(stderr: string): Failure | undefined {
  const said = /ERROR: (?:mkdir|open|create|chmod|rename) (\/[^:\n]*): ([^\n]+)/.exec(stderr);
  if (said === null) return undefined;
  const message = `"${said[1]}" could not be written by buildx, which keeps its builders there: ${said[2]}. BUILDX_CONFIG names another folder.`;
  return new Failure([{ station: 'machine', about: 'builder', message }]);
}

/** The first Docker that has the image store that can hold an index. */
const oldestWithStore = '24.0.0';

/** How Docker's own builder comes to make an index. */
const imageStore = ({ version }: Engine): string =>
  version !== undefined && isOlderTool(version, oldestWithStore)
    ? `Or update Docker, which is ${version}: ${oldestWithStore} and newer have the containerd image store`
    : "Or switch on Docker's containerd image store";

/** A builder of its own knows nothing of the engine's mirrors: it is told, so that it pulls what the engine would. */
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

interface Inspected {
  readonly driver: string;
  /** The first that it lists: its own. The list itself leaves out some that it builds. */
  readonly platform?: Platform;
}

/** What buildx says of a builder (the current one without a name); undefined where there is none. */
async function inspect(
  world: Pick<World, 'run'>,
  env: Buildx['env'],
  name: string | undefined,
  cleanup = false,
): Promise<Inspected | undefined> {
  const args = ['inspect', ...(name === undefined ? [] : [name])];
  const ran = await world.run(buildxCommand({ env }, args), { cleanup });
  const driver = ran.code === 0 ? /^Driver:\s*(\S+)/m.exec(ran.stdout)?.[1] : undefined;
  if (driver === undefined) return undefined;
  const first = parsePlatform(/^Platforms:\s*([\w/]+)/m.exec(ran.stdout)?.[1] ?? '');
  return first.ok ? { driver, platform: first.value } : { driver };
}
