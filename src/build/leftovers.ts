/** What this program made that Docker keeps on this machine: its builders, and images that carry its label. */
import type { LocalFind } from '../decide/clean-local.ts';
import { defined } from '../defined.ts';
import type { Command, World } from '../ports.ts';
import { buildxCommand, noDocker } from './buildx.ts';
import { ask, docker, inspected, linesOf, timeOf } from './docker-lists.ts';
import { readImages } from './leftover-images.ts';
import { runReader } from './running.ts';

export interface Leftovers {
  readonly found: readonly LocalFind[];
  /** Why nothing of Docker's was looked at. */
  readonly unseen?: string;
}

const prefix = 'python-image-builder-';
/** Docker's names of a builder's container and of the volume with its cache. */
const containerOf = (builder: string): string => `buildx_buildkit_${builder}0`;
const volumeOf = (container: string): string => `${container}_state`;
const builderOf = (name: string): string | undefined =>
  /^buildx_buildkit_(python-image-builder-[\w-]+)0(?:_state)?$/.exec(name)?.[1];

interface Container {
  readonly name: string;
  /** Of its image. */
  readonly image: string;
  readonly isRunning: boolean;
  /** Milliseconds since the epoch. */
  readonly made: number | undefined;
  readonly volumes: readonly string[];
}

/** @param lines the command lines of all processes. */
export async function readLeftovers(world: World, lines: readonly string[]): Promise<Leftovers> {
  const listed = await ask(world, ['container', 'ls', '--all', '--quiet', '--no-trunc']);
  if (listed.code !== 0) {
    const why =
      listed.code === 126 || listed.code === 127 ? noDocker(listed.code) : 'No Docker engine answers.';
    return { found: [], unseen: `${why} What Docker has was not looked at.` };
  }
  const containers = (await inspected(world, 'container', linesOf(listed.stdout))).map(containerFrom);
  const [builders, volumes, images] = await Promise.all([
    readBuilders(world),
    readVolumes(world),
    readImages(world, containers),
  ]);
  const sizes = volumes.length === 0 ? new Map<string, number>() : await readSizes(world);
  const runOf = runReader(world, lines);
  const found: LocalFind[] = [];
  for (const { name, used } of builders) {
    const container = containers.find((one) => one.name === containerOf(name));
    found.push({
      kind: 'builder',
      names: [name],
      run: runOf(name),
      ...defined({ bytes: sizes.get(volumeOf(containerOf(name))), used: used ?? container?.made }),
    });
  }
  const isOfBuilder = (builder: string | undefined): boolean =>
    builder === undefined || builders.some(({ name }) => name === builder);
  for (const { name, made, isRunning } of containers) {
    const builder = builderOf(name);
    if (builder === undefined || isOfBuilder(builder)) continue;
    const run = runOf(builder);
    found.push({
      kind: 'container',
      names: [name],
      run,
      ...defined({ bytes: sizes.get(volumeOf(name)), used: made }),
      // Another user of this engine may build with it.
      ...(run === 'unknown' && isRunning && { stays: 'foreign' as const }),
    });
  }
  for (const { name, made } of volumes) {
    const builder = builderOf(name);
    const isMounted = containers.some(({ volumes: its }) => its.includes(name));
    if (builder === undefined || isOfBuilder(builder) || isMounted) continue;
    found.push({
      kind: 'volume',
      names: [name],
      run: runOf(builder),
      ...defined({ bytes: sizes.get(name), used: made }),
    });
  }
  return { found: [...found, ...images] };
}

/** The commands that remove it, in their order. */
export function removalOf({ kind, names }: LocalFind): readonly Command[] {
  const [name] = names;
  switch (kind) {
    case 'builder':
      return [buildxCommand({ env: {} }, ['rm', '--force', name])];
    case 'container':
      return [
        docker(['container', 'rm', '--force', name]),
        docker(['volume', 'rm', '--force', volumeOf(name)]),
      ];
    case 'volume':
      return [docker(['volume', 'rm', name])];
    // Without --force, so that Docker refuses what a container was made from meanwhile.
    case 'image':
      return [docker(['image', 'rm', ...names])];
    default:
      return [];
  }
}

function containerFrom(value: unknown): Container {
  const { Name, Image, State, Created, Mounts } = value as {
    readonly Name: string;
    readonly Image: string;
    readonly State?: { readonly Running?: boolean };
    readonly Created?: string;
    readonly Mounts?: readonly { readonly Name?: string }[];
  };
  return {
    name: Name.replace(/^\//, ''),
    image: Image,
    isRunning: State?.Running === true,
    made: timeOf(Created),
    volumes: (Mounts ?? []).flatMap(({ Name: name }) => (name === undefined ? [] : [name])),
  };
}

interface Builder {
  readonly name: string;
  readonly used: number | undefined;
}

/** Of the user's buildx. Its `ls` gives no JSON before 0.14. */
async function readBuilders(world: World): Promise<Builder[]> {
  const { stdout } = await world.run(buildxCommand({ env: {} }, ['ls']));
  const names = linesOf(stdout).flatMap((line) => /^([\w-]+)\*?\s/.exec(line)?.[1] ?? []);
  const ours = names.filter((name) => name.startsWith(prefix));
  return Promise.all(
    ours.map(async (name) => {
      const { stdout: text } = await world.run(buildxCommand({ env: {} }, ['inspect', name]));
      return { name, used: timeOf(/^Last Activity:\s*(.+)$/m.exec(text)?.[1]?.trim()) };
    }),
  );
}

async function readVolumes(
  world: World,
): Promise<{ readonly name: string; readonly made: number | undefined }[]> {
  const { stdout } = await ask(world, ['volume', 'ls', '--quiet', `--filter=name=buildx_buildkit_${prefix}`]);
  return (await inspected(world, 'volume', linesOf(stdout))).map((value) => {
    const { Name, CreatedAt } = value as { readonly Name: string; readonly CreatedAt?: string };
    return { name: Name, made: timeOf(CreatedAt) };
  });
}

const units: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };

/** Bytes of each volume. Docker counts them only here, and writes them for people. */
async function readSizes(world: World): Promise<ReadonlyMap<string, number>> {
  const { stdout } = await ask(world, ['system', 'df', '--verbose', '--format={{json .Volumes}}']);
  const volumes = (JSON.parse(stdout.trim() || '[]') ?? []) as readonly {
    readonly Name: string;
    readonly Size?: string;
  }[];
  return new Map(
    volumes.flatMap(({ Name, Size = '' }) => {
      const [, number = '', unit = ''] = /^([\d.]+)([kMGT]?B)$/.exec(Size) ?? [];
      return number === '' ? [] : [[Name, Math.round(Number(number) * units[unit]!)] as const];
    }),
  );
}
