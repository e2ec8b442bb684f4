/** What a wheel that was compiled is known by: whoever wants it finds it under the same tag. */
import { hashOf } from '../canonical.ts';
import type { BaseFacts, Lock, Requirement } from '../lock/lock.ts';
import { abiOf } from '../lock/wheel-tags.ts';
import type { Platform } from '../names/platform.ts';
import { minorOf } from '../names/python-version.ts';
import type { Tag } from '../names/reference.ts';

/** Raised when wheels that an earlier release of this program compiled are not to be used any more. */
export const wheelSchema = 1;

/** What decides whether one wheel is as good as another. The libc's age is no part of it: see `WheelRecord.floor`. */
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

/** Begins the tag of every saved wheel. */
export const wheelTagPrefix = 'wheels-';

/** `wheels-NAME-HASH`: one for each key. Letters, digits and `-`, at most 80. */
export const tagOfWheel = (name: string, key: WheelKey): Tag =>
  `${wheelTagPrefix}${name.slice(0, 56)}-${hashOf({ schema: wheelSchema, ...key }).slice(0, 16)}` as Tag;
