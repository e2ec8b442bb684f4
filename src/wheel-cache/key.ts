/** Wheels that were compiled and are kept: what one is known by, and where it may be used again. */
import { hashOf } from '../canonical.ts';
import type { BaseFacts, Lock, Requirement } from '../lock/lock.ts';
import { abiOf, bestWheel, compareLibcs } from '../lock/wheel-tags.ts';
import { isSameVersion } from '../names/package-version.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest, Tag } from '../names/reference.ts';
import { parseWheelName } from '../package-index/filenames.ts';

/** Raised when wheels that an earlier release of this program compiled are not to be used any more. */
export const wheelSchema = 1;

/** What decides whether one wheel is as good as another. The libc's age is no part of it: see `WheelMade.floor`. */
export interface WheelKey {
  /** Of the source distribution, lower-case hexadecimal. */
  readonly sdist: string;
  /** `3.13`. */
  readonly python: string;
  /** `cp313`, or `none` for pure Python. */
  readonly abi: string;
  /** `any` for pure Python that was built once for all. */
  readonly platform: Platform | 'any';
  readonly libc: 'glibc' | 'musl' | 'any';
  /** `debian 13`, where it needs more of a system than its libc; empty where it does not. */
  readonly distribution: string;
  /** Sorted. */
  readonly buildPackages: readonly string[];
  /** Sorted; absent where there are none, as in keys of earlier releases. */
  readonly buildConstraints?: readonly string[];
  /** Repository of the image that it was compiled in, `docker.io/library/python`; empty for pure Python. */
  readonly buildBase: string;
}

/** What is said of a wheel beside it. */
export interface WheelMade {
  /** Normalized (PEP 503). */
  readonly name: string;
  readonly version: string;
  readonly key: WheelKey;
  /** The oldest version of its libc that it runs with; absent where any does. */
  readonly floor?: string;
  readonly way: 'native' | 'cross' | 'emulated';
  readonly seconds: number;
  /** Days in UTC, `2026-11-20`. A use is written down when the last one that was is a week ago: see `staleAfter`. */
  readonly compiled: string;
  readonly used: string;
}

/** A wheel that is installed because it was compiled before. */
export interface KeptWheel {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Platforms that take it. */
  readonly serves: readonly Platform[];
  readonly way: WheelMade['way'];
  readonly seconds: number;
  readonly compiled: string;
}

/** What is looked for: a requirement without a wheel, and the platform's base that it is for. */
export interface WheelWanted {
  readonly requirement: Extract<Requirement, { kind: 'compile' }>;
  readonly facts: BaseFacts;
  readonly buildPackages: readonly string[];
  readonly buildConstraints: readonly string[];
  /** Repository of the image that would compile it, without tag and digest: another one may bring other libraries. */
  readonly buildBase: string;
  /** The index has no wheel of the release for any platform: then it may be pure Python. */
  readonly mayBePure: boolean;
}

/** Whether nothing says that a release is more than Python: of what is, the index has a wheel for some platform. */
export const mayBePure = (
  { packages }: Pick<Lock, 'packages'>,
  release: { readonly name: string; readonly version: string },
): boolean =>
  packages.every(
    ({ name, version, wheels }) =>
      name !== release.name || version !== release.version || wheels.length === 0,
  );

/** `3.13` of `3.13.9`. */
const minorOf = (python: string): string => python.split('.').slice(0, 2).join('.');

/** The key of a wheel as it is known by what it turned out to need. */
export function keyOfWheel(
  wanted: Omit<WheelWanted, 'mayBePure'>,
  needs: 'nothing' | 'libc' | 'distribution',
): WheelKey {
  const { requirement, facts, buildPackages, buildConstraints, buildBase } = wanted;
  const python = minorOf(facts.python);
  const shared = {
    sdist: requirement.sdist.sha256,
    python,
    buildPackages: buildPackages.toSorted(),
    ...(buildConstraints.length === 0 ? {} : { buildConstraints: buildConstraints.toSorted() }),
  };
  if (needs === 'nothing')
    return { ...shared, abi: 'none', platform: 'any', libc: 'any', distribution: '', buildBase: '' };
  const { id, version } = facts.distribution;
  return {
    ...shared,
    abi: abiOf(python),
    platform: facts.platform,
    libc: facts.libc.kind,
    distribution: needs === 'libc' ? '' : `${id} ${version}`,
    buildBase,
  };
}

/** The keys that a wheel may have which does for what is wanted: what serves more comes first. */
export const keysOfWanted = (wanted: WheelWanted): WheelKey[] =>
  ([...(wanted.mayBePure ? (['nothing'] as const) : []), 'libc', 'distribution'] as const).map((needs) =>
    keyOfWheel(wanted, needs),
  );

/** Begins the tag of every wheel that is kept. */
export const wheelTagPrefix = 'wheels-';

/** `wheels-NAME-HASH`: one for each key. Letters, digits and `-`, at most 80. */
export const tagOfWheel = (name: string, key: WheelKey): Tag =>
  `${wheelTagPrefix}${name.slice(0, 56)}-${hashOf({ schema: wheelSchema, ...key }).slice(0, 16)}` as Tag;

/** A wheel as its artifact says it is. */
export interface WheelFound {
  readonly made: WheelMade;
  readonly filename: string;
}

/** `unfit`: right, but not for this base. `wrong`: not what stood to be found there. `why` goes on after its name. */
export type Fit =
  | { readonly fits: true }
  | { readonly fits: false; readonly is: 'unfit' | 'wrong'; readonly why: string };

/** Whether a wheel that was found under a key does for what is wanted, as far as its artifact says. */
export function fitOf(wanted: WheelWanted, key: WheelKey, { made, filename }: WheelFound): Fit {
  const { requirement, facts } = wanted;
  const wrong = (why: string): Fit => ({ fits: false, is: 'wrong', why });
  if (hashOf(made.key) !== hashOf(key)) return wrong('says that it was made of or for something else');
  if (made.name !== requirement.name || !isSameVersion(made.version, requirement.version))
    return wrong(`says that it is ${made.name} ${made.version}`);
  const named = parseWheelName(filename);
  const isThis =
    named !== undefined &&
    !/[/\\]/.test(filename) &&
    named.name === requirement.name &&
    isSameVersion(named.version.text, requirement.version);
  if (!isThis) return wrong('holds a file with the name of something else');
  const { kind, version } = facts.libc;
  if (made.floor !== undefined && compareLibcs(version, made.floor) < 0)
    return { fits: false, is: 'unfit', why: `needs ${kind} ${made.floor}, and the base has ${version}` };
  if (bestWheel([{ filename }], facts) === undefined)
    return wrong(`holds ${filename}, which cannot be installed on ${facts.platform}`);
  return { fits: true };
}

/** Days after which a use is written down again: seldom, since each time the artifact's manifest is put anew. */
export const staleAfter = 7;

const day = 86_400_000;
/** The day of a time in milliseconds since the epoch. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** Whether a text is a day that there is: February has no 30th. */
export const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && dayOf(time) === text;
};
/** Whole days from a day to a time. */
export const daysSince = (text: string, now: number): number =>
  Math.floor((Date.parse(dayOf(now)) - Date.parse(text)) / day);

/** The digest of a file, by its hash in hexadecimal. */
export const digestOfWheel = (sha256: string): Digest => `sha256:${sha256}` as Digest;
