/** Asks the Docker engine for its image store, its architecture, and the mirrors that it pulls through. */
import { join } from 'node:path';
import { defined } from '../defined.ts';
import { Failure } from '../errors.ts';
import { type Platform, platformOfDescriptor } from '../names/platform.ts';
import type { World } from '../ports.ts';
import { clientFolder } from '../registry/credentials.ts';
import { noDocker } from './buildx.ts';

export interface Engine {
  /** As the engine writes it: `26.1.5+dfsg1`. */
  readonly version?: string;
  /** Whether its own builder can put several platforms into one index. */
  readonly makesIndexes: boolean;
  readonly platform: Platform;
  /** URLs that are asked before Docker Hub. */
  readonly mirrors: readonly string[];
  /** `host:port` of registries that are spoken to in plain HTTP. */
  readonly insecure: readonly string[];
}

interface Info {
  readonly DriverStatus?: readonly (readonly [string, string])[] | null;
  readonly Architecture?: string;
  readonly ServerVersion?: string;
  readonly ServerErrors?: readonly string[];
  readonly RegistryConfig?: {
    readonly Mirrors?: readonly string[] | null;
    readonly IndexConfigs?: Readonly<Record<string, { readonly Secure?: boolean }>>;
  };
}

const architectures: Readonly<Record<string, string>> = { x86_64: 'amd64', aarch64: 'arm64', armv7l: 'arm' };

/** Asks `docker info`. @throws Failure when no engine answers. */
export async function readEngine(world: World, env: Readonly<Record<string, string>>): Promise<Engine> {
  const ran = await world.run({ program: 'docker', args: ['info', '--format={{json .}}'], env });
  const info = parse(ran.stdout);
  if (ran.code !== 0 || info === undefined || (info.ServerErrors?.length ?? 0) > 0) {
    const lines = [...(info?.ServerErrors ?? []), ...ran.stderr.trim().split('\n')].filter(Boolean).slice(-5);
    const message =
      ran.code === 126 || ran.code === 127
        ? noDocker(ran.code)
        : 'No Docker engine answers. Start it (for example: sudo systemctl start docker), or point DOCKER_HOST at one that runs.';
    throw new Failure([{ station: 'build', about: 'docker', message, detail: lines }]);
  }
  return engineOf(info);
}

/**
 * The same without starting a program, where the engine's socket is on this machine. Undefined where nothing answers,
 * which is no failure: a run that changes nothing needs no engine.
 */
export async function peekEngine(
  world: Pick<World, 'engine' | 'env' | 'files'>,
): Promise<Engine | undefined> {
  if (await isElsewhere(world)) return undefined;
  const text = await world.engine('/info');
  const info = text === undefined ? undefined : parse(text);
  return info === undefined ? undefined : engineOf(info);
}

/** Whether the engine has no socket on this machine, so that only docker itself knows how to reach it. */
export async function isElsewhere({ env, files }: Pick<World, 'env' | 'files'>): Promise<boolean> {
  if (env['DOCKER_HOST']) return !env['DOCKER_HOST'].startsWith('unix://');
  if (env['DOCKER_CONTEXT']) return env['DOCKER_CONTEXT'] !== 'default';
  try {
    const config = JSON.parse((await files.read(join(clientFolder(env), 'config.json'))) ?? '{}') as {
      readonly currentContext?: string;
    };
    return !['', 'default'].includes(config.currentContext ?? '');
  } catch {
    return false;
  }
}

function engineOf(info: Info): Engine {
  const status = Object.fromEntries(info.DriverStatus ?? []);
  const architecture = info.Architecture ?? 'x86_64';
  return {
    ...defined({ version: info.ServerVersion || undefined }),
    makesIndexes: status['driver-type'] === 'io.containerd.snapshotter.v1',
    platform:
      platformOfDescriptor({ os: 'linux', architecture: architectures[architecture] ?? architecture }) ??
      'linux/amd64',
    mirrors: info.RegistryConfig?.Mirrors ?? [],
    insecure: Object.entries(info.RegistryConfig?.IndexConfigs ?? {})
      .filter(([, config]) => config.Secure === false)
      .map(([host]) => host),
  };
}

function parse(text: string): Info | undefined {
  try {
    return (JSON.parse(text) as Info | null) ?? undefined;
  } catch {
    return undefined;
  }
}
