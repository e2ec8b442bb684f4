/**
 * Divides the distributions of an image into layers, so that whoever has the image before pulls little of the new one.
 *
 * What is pulled anew by an engine that stores layers on each other (Docker's graph drivers) are the layer that changed and
 * all above it. So large distributions are below small ones, in both those that are released rarely below the others, and
 * on top is the one that the image is for. Each is judged by itself, as of its own release: another that moves changes
 * nothing of it, and the index says the same of that time later.
 */
import { defined } from '../defined.ts';
import type { Project } from '../package-index/simple.ts';
import type { LockedPackage } from './lock.ts';

/**
 * Normalized names, from the base up: of what is large, first what is released rarely and then what is released often, the
 * same of what is small, and the one that the image is for. Each may be empty.
 */
export type Layers = readonly (readonly string[])[];

/** A distribution as it is judged. */
export interface Release {
  readonly name: string;
  /** Bytes of its largest file; 0 where the index does not say it. */
  readonly size: number;
  /** Releases in the year that ended with this one; absent where the index does not say when. */
  readonly frequency?: number;
}

const limits = {
  /** Bytes from which on a distribution is large. */
  large: 1_000_000,
  /** Releases a year from which on it is released often. */
  often: 8,
  /** Bytes from which on several layers are worth it: less is pulled as fast as it is asked for. */
  whole: 10_000_000,
};

/**
 * Undefined where one layer does.
 *
 * @param before the layers of the image that this one follows. A distribution stays in its layer until it is off by the
 *   factor two: at the limit each of its releases could move it, and two layers would be pulled anew.
 */
export function divideIntoLayers(
  releases: readonly Release[],
  top: string,
  before?: Layers,
): Layers | undefined {
  const below = releases.filter(({ name }) => name !== top);
  const size = releases.reduce((sum, one) => sum + one.size, 0);
  if (below.length === 0 || !reaches(size, limits.whole, before && true)) return undefined;
  const layers: [string[], string[], string[], string[], string[]] = [[], [], [], [], [top]];
  for (const release of below) layers[numberOf(release, before)].push(release.name);
  return layers.map((names) => names.toSorted());
}

function numberOf({ name, size, frequency }: Release, before: Layers = []): 0 | 1 | 2 | 3 {
  const at = before.findIndex((names) => names.includes(name));
  const known = at >= 0 && at < 4;
  const wasOften = known ? at % 2 === 1 : undefined;
  const isLarge = reaches(size, limits.large, known ? at < 2 : undefined);
  const isOften = frequency === undefined ? wasOften === true : reaches(frequency, limits.often, wasOften);
  if (isLarge) return isOften ? 1 : 0;
  return isOften ? 3 : 2;
}

/** @param before what the answer was for the image before, where there is one. */
function reaches(value: number, limit: number, before?: boolean): boolean {
  if (before === undefined) return value >= limit;
  return value >= (before ? limit / 2 : limit * 2);
}

/** Milliseconds. */
const year = 365 * 24 * 3_600_000;

/**
 * What an index says of a locked release. Only files of the lock count, and releases up to this one, so that a later look
 * gives the same.
 *
 * @param entries of one distribution, which may have several versions, for several platforms.
 * @param project absent where the index does not have it.
 */
export function releaseOf(entries: readonly [LockedPackage, ...LockedPackage[]], project?: Project): Release {
  const [{ name }] = entries;
  const wheels = new Set(entries.flatMap((one) => one.wheels.map(({ filename }) => filename)));
  const sdists = new Set(entries.flatMap(({ sdist }) => (sdist === undefined ? [] : [sdist.filename])));
  const files = project?.files ?? [];
  const ofWheels = files.filter(({ filename }) => wheels.has(filename));
  const ofSdists = files.filter(({ filename }) => sdists.has(filename));
  const size = sizeOf(ofWheels) || sizeOf(ofSdists);
  const times = [...ofWheels, ...ofSdists].flatMap(({ uploaded }) => uploaded ?? []);
  return {
    name,
    size,
    ...defined({ frequency: times.length === 0 ? undefined : releasesUntil(files, Math.min(...times)) }),
  };
}

const sizeOf = (files: Project['files']): number => Math.max(0, ...files.map(({ size = 0 }) => size));

/** A release is as old as its first file. Pre-releases are not counted: nobody who does not ask gets them. */
function releasesUntil(files: Project['files'], end: number): number {
  const first = new Map<string, number>();
  for (const { version, uploaded } of files)
    if (uploaded !== undefined && !version.isPrerelease)
      first.set(version.text, Math.min(uploaded, first.get(version.text) ?? Infinity));
  return [...first.values()].filter((time) => time > end - year && time <= end).length;
}
