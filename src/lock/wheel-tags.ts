/**
 * Chooses the best wheel for a platform (platform compatibility tags; PEP 425, 600, 656). By hand: this is in Python's
 * `packaging`, against which the tests check it, and in no library on npm.
 */
import { machineOf } from '../names/platform.ts';
import { parseWheelName, type WheelName } from '../package-index/filenames.ts';
import type { Artifact, BaseFacts } from './lock.ts';

export type WheelTarget = Pick<BaseFacts, 'platform' | 'python' | 'libc'>;

/** Names of policies from before PEP 600, by the version of glibc. */
const policyNames: Readonly<Record<string, string>> = {
  '2.17': 'manylinux2014',
  '2.12': 'manylinux2010',
  '2.5': 'manylinux1',
};

/** Machines for which manylinux is defined; others have plain `linux_…` wheels only. */
const manylinux: ReadonlySet<string> = new Set([
  'x86_64',
  'i686',
  'aarch64',
  'armv7l',
  'ppc64le',
  's390x',
  'riscv64',
]);

const down = (high: number, low: number): readonly number[] =>
  Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => high - index);

function numbers(version: string): readonly [number, number] {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return [major, minor];
}

/** Platform tags, best first: the plain one, then from the base's libc down to the oldest. */
function platformTags({ platform, libc }: WheelTarget): readonly string[] {
  const machine = machineOf(platform);
  const [major, minor] = numbers(libc.version);
  const plain = `linux_${machine}`;
  if (libc.kind === 'musl')
    return [plain, ...down(minor, 0).map((number) => `musllinux_${major}_${number}_${machine}`)];
  if (!manylinux.has(machine)) return [plain];
  const oldest = machine === 'x86_64' || machine === 'i686' ? 5 : 17;
  return [
    plain,
    ...down(minor, oldest).flatMap((number) => {
      const name = policyNames[`${major}.${number}`];
      const tag = `manylinux_${major}_${number}_${machine}`;
      return name === undefined ? [tag] : [tag, `${name}_${machine}`];
    }),
  ];
}

/** The ABI of CPython with a GIL: `cp313` of `3.13.9`. Up to 3.7 the `m` of pymalloc is part of the name. */
export function abiOf(python: string): string {
  const [major, minor] = numbers(python);
  return `cp${major}${minor}${minor < 8 ? 'm' : ''}`;
}

/** Compares versions of a libc, `2.36` and `2.41`: negative where the first is older. */
export function compareLibcs(one: string, other: string): number {
  const [first, second] = [one, other].map((text) => text.split('.').map(Number)) as [number[], number[]];
  const at = Array.from({ length: Math.max(first.length, second.length) }, (_, index) => index);
  return at.map((index) => (first[index] ?? 0) - (second[index] ?? 0)).find((order) => order !== 0) ?? 0;
}

/**
 * All compatibility tags in pip's order, best first: for this Python, for the stable ABI of this and older ones, without an
 * ABI, then for any platform. For CPython with a GIL.
 */
export function compatibilityTags(target: WheelTarget): readonly string[] {
  const [major, minor] = numbers(target.python);
  const platforms = platformTags(target);
  const cpython = `cp${major}${minor}`;
  const generic = [
    `py${major}${minor}`,
    `py${major}`,
    ...down(minor - 1, 0).map((number) => `py${major}${number}`),
  ];
  const pairs = [
    `${cpython}-${abiOf(target.python)}`,
    `${cpython}-abi3`,
    `${cpython}-none`,
    ...down(minor - 1, 2).map((number) => `cp${major}${number}-abi3`),
    ...generic.map((python) => `${python}-none`),
  ];
  return [
    ...pairs.flatMap((pair) => platforms.map((platform) => `${pair}-${platform}`)),
    `${cpython}-none-any`,
    ...generic.map((python) => `${python}-none-any`),
  ];
}

const tagsOf = ({ pythons, abis, platforms }: WheelName): readonly string[] =>
  pythons.flatMap((python) =>
    abis.flatMap((abi) => platforms.map((platform) => `${python}-${abi}-${platform}`)),
  );

/** Of a few targets, each asked for with every requirement of every image. */
const knownRanks = new Map<string, ReadonlyMap<string, number>>();

/** The place of each tag, from 0 for the best. */
function ranksFor(target: WheelTarget): ReadonlyMap<string, number> {
  const { platform, python, libc } = target;
  const key = [platform, python, libc.kind, libc.version].join(' ');
  const known = knownRanks.get(key);
  if (known !== undefined) return known;
  const ranks = new Map(compatibilityTags(target).map((tag, rank) => [tag, rank]));
  knownRanks.set(key, ranks);
  return ranks;
}

export function bestWheel<W extends Pick<Artifact, 'filename'>>(
  wheels: readonly W[],
  target: WheelTarget,
): W | undefined {
  const ranks = ranksFor(target);
  let best:
    | { readonly wheel: W; readonly rank: number; readonly build: readonly [number, string] }
    | undefined;
  for (const wheel of wheels) {
    const name = parseWheelName(wheel.filename);
    if (name === undefined) continue;
    const rank = Math.min(...tagsOf(name).map((tag) => ranks.get(tag) ?? Infinity));
    if (rank === Infinity) continue;
    const build = name.build ?? [-1, ''];
    const isBetter =
      best === undefined || rank < best.rank || (rank === best.rank && compareBuilds(build, best.build) > 0);
    if (isBetter) best = { wheel, rank, build };
  }
  return best?.wheel;
}

const compareBuilds = (one: readonly [number, string], other: readonly [number, string]): number =>
  one[0] - other[0] || (one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : 0);

/**
 * The best wheel for the same Python on a common Linux platform with any libc. Except for linux/amd64, Arm's comes first:
 * some modules exist for Intel's instructions only.
 */
export function similarWheel<W extends Pick<Artifact, 'filename'>>(
  wheels: readonly W[],
  target: WheelTarget,
): W | undefined {
  const newest = [
    { kind: 'glibc', version: '2.99' },
    { kind: 'musl', version: '1.99' },
  ] as const;
  const sameKind = newest.filter(({ kind }) => kind === target.libc.kind);
  const common = ['linux/arm64', 'linux/amd64'] as const;
  for (const platform of target.platform === 'linux/amd64' ? common.toReversed() : common) {
    for (const libc of [...sameKind, ...newest]) {
      const wheel = bestWheel(wheels, { ...target, platform, libc });
      if (wheel !== undefined) return wheel;
    }
  }
  return undefined;
}

/** The reason that none of these wheels fits, in words that follow "because". */
export function whyNoWheel(wheels: readonly Pick<Artifact, 'filename'>[], target: WheelTarget): string {
  if (wheels.length === 0) return 'only an sdist';
  const [major, minor] = numbers(target.python);
  const machine = machineOf(target.platform);
  const { kind, version } = target.libc;
  // A wheel that fits with the newest libc of this kind needs a newer libc than the base's.
  const newest = { ...target, libc: { kind, version: `${numbers(version)[0]}.99` } };
  const floors = wheels
    .filter((wheel) => bestWheel([wheel], newest) !== undefined)
    .flatMap(({ filename }) => {
      const needed = (parseWheelName(filename)?.platforms ?? []).flatMap((platform) => {
        const match = /^m(?:any|usl)linux_(\d+)_(\d+)_(.+)$/.exec(platform);
        return match?.[3] === machine ? [`${match[1]}.${match[2]}`] : [];
      });
      return needed.toSorted(compareLibcs).slice(0, 1);
    });
  const [floor] = floors.toSorted(compareLibcs);
  if (floor !== undefined) return `its wheel needs ${kind} ${floor}, the base has ${version}`;
  const libc = kind === 'musl' ? ' with musl' : '';
  return `no wheel for cp${major}${minor} on ${target.platform}${libc}`;
}
