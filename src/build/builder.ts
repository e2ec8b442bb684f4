/** Chooses the builder: the current one where it can make an index of several platforms, else one that is made here. */
import { Failure } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import { isLoopback } from '../registry/hosts.ts';
import { type Buildx, buildxCommand } from './buildx.ts';
import type { Engine } from './engine.ts';

export interface Builder {
  readonly buildx: Buildx;
  readonly driver: string;
  /** Platform that its own stages run on. */
  readonly platform: Platform;
  /** Made by this run, so removed by it. */
  readonly made: boolean;
  /** Why this one, for the log. */
  readonly because: string;
}

/** The builder that is made where the current one will not do. Its name is fixed: the steps of one job share it. */
const ownBuilder = 'python-image-builder';

export interface BuilderRequest {
  readonly wanted?: string;
  readonly engine: Engine;
  readonly env: Readonly<Record<string, string>>;
  /** Registries that are reached on this machine's loopback need the host's network. */
  readonly registries: readonly string[];
}

/** @throws Failure when the wanted builder does not exist or none can be made. */
export async function chooseBuilder(world: World, request: BuilderRequest): Promise<Builder> {
  const { wanted, engine, env } = request;
  const driver = await driverOf(world, env, wanted);
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
    return { buildx, driver, platform: engine.platform, made: false, because };
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
export async function removeBuilder(world: World, builder: Pick<Builder, 'buildx'>): Promise<void> {
  const ran = await world.run(buildxCommand(builder.buildx, ['rm', '--force', ownBuilder]), {
    cleanup: true,
  });
  if (ran.code !== 0)
    world.log.warn(`The builder "${ownBuilder}" could not be removed: ${ran.stderr.trim()}`);
}

async function makeBuilder(world: World, request: BuilderRequest, because: string): Promise<Builder> {
  const { engine, env } = request;
  const buildx: Buildx = { env, builder: ownBuilder };
  const made: Builder = {
    buildx,
    driver: 'docker-container',
    platform: engine.platform,
    made: true,
    because,
  };
  // Another step of the same job may have made it: that step removes it.
  if ((await driverOf(world, env, ownBuilder)) !== undefined) return { ...made, made: false };
  const folder = await world.files.temporary('builder');
  const config = `${folder}/buildkitd.toml`;
  await world.files.write(config, buildkitConfig(engine, request.registries));
  const network = [...engine.mirrors, ...engine.insecure, ...request.registries].map(hostOf).some(isLoopback);
  const ran = await world.run(
    buildxCommand(buildx, [
      'create',
      `--name=${ownBuilder}`,
      '--driver=docker-container',
      ...(network ? ['--driver-opt=network=host'] : []),
      `--config=${config}`,
      '--bootstrap',
    ]),
    { onLine: (line) => world.log.progress(line) },
  );
  if (ran.code === 0) return made;
  await world.run(buildxCommand(buildx, ['rm', '--force', ownBuilder]));
  throw new Failure([
    {
      station: 'build',
      about: 'builder',
      message: `${because}, and a builder with the docker-container driver could not be started. Its image must be reachable: moby/buildkit:buildx-stable-1. Or switch on Docker's containerd image store, or name a builder that can.`,
      detail: ran.stderr.trim().split('\n').slice(-8),
    },
  ]);
}

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

/** The driver of a builder, or undefined where there is none of that name. */
async function driverOf(
  world: World,
  env: Readonly<Record<string, string>>,
  name: string | undefined,
): Promise<string | undefined> {
  const args = ['inspect', ...(name === undefined ? [] : [name])];
  const ran = await world.run(buildxCommand({ env }, args));
  return ran.code === 0 ? /^Driver:\s*(\S+)/m.exec(ran.stdout)?.[1] : undefined;
}
