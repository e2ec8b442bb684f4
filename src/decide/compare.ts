/** Compares the fingerprint of a published image with the one that it would have today. */
import { defined } from '../defined.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest } from '../names/reference.ts';
import { type Bases, type Fingerprint, type RecipePart, recipeParts } from '../plan/fingerprint.ts';

/** `program`: this program makes images differently since. `platforms`: one is no longer asked for. */
export type ChangedPart = RecipePart | 'platforms' | 'program';

/** Words for a sentence. */
const partWords: Readonly<Record<ChangedPart, string>> = {
  program: 'the way in which this program makes images',
  dockerfile: 'the Dockerfile',
  context: 'files of the build context',
  git: '.git in the build context, which is another one in every clone',
  buildArguments: 'build arguments',
  requirements: 'the requirements that are asked for',
  buildPackages: 'the build packages',
  buildConstraints: 'the build constraints',
  runtimePackages: 'the runtime packages',
  command: 'the command',
  user: 'the user',
  layers: 'how its requirements are divided into layers',
  index: 'the package index',
  labels: 'labels',
  annotations: 'annotations',
  exports: 'the files that are taken out of it',
  checks: 'what is verified',
  attestations: 'provenance or SBOM',
  platforms: 'a platform that is no longer asked for',
};

export const partsText = (parts: readonly ChangedPart[]): string =>
  parts.map((part) => partWords[part]).join(', ');

/** Changed parts of the recipe; what is installed and the bases are none, since they move by themselves. */
export function changedParts(before: Fingerprint, now: Fingerprint): ChangedPart[] {
  return [
    ...(before.schema === now.schema ? [] : (['program'] as const)),
    ...recipeParts.filter((part) => before.recipe[part] !== now.recipe[part]),
    // One that is missing in the image is a reason of its own.
    ...(before.platforms.every((platform) => now.platforms.includes(platform))
      ? []
      : (['platforms'] as const)),
  ];
}

/** A distribution at another version: absent `from` is new, absent `to` is gone. */
export interface Change {
  readonly name: string;
  /** `1.26.4 and 2.3.5` where platforms have different versions. */
  readonly from?: string;
  readonly to?: string;
}

/** @param before and now: `name==version` in any order; several versions of one name belong to several platforms. */
export function changedRequirements(before: readonly string[], now: readonly string[]): Change[] {
  const [old, current] = [versionsOf(before), versionsOf(now)];
  const names = [...new Set([...old.keys(), ...current.keys()])].toSorted();
  return names.flatMap((name): Change[] => {
    const [from, to] = [old.get(name), current.get(name)];
    if (from === to) return [];
    return [{ name, ...defined({ from, to }) }];
  });
}

function versionsOf(requirements: readonly string[]): Map<string, string> {
  const versions = new Map<string, string>();
  for (const requirement of requirements.toSorted()) {
    const [name = '', version = ''] = requirement.split('==', 2);
    const known = versions.get(name);
    versions.set(name, known === undefined ? version : `${known} and ${version}`);
  }
  return versions;
}

/** A base whose image is another one now, on at least one platform. */
export interface Move {
  readonly reference: string;
  readonly platforms: readonly Platform[];
  /** Platforms on which the base is the one that it was. */
  readonly stayed: readonly Platform[];
  /** The old digest on the first of the platforms; absent where the image did not stand on it. */
  readonly from?: Digest;
  readonly to: Digest;
}

type Digests = Bases[string];
const entriesOf = (digests: Digests) => Object.entries(digests) as [Platform, Digest][];

/** Bases that are gone are no moves: what names a base is part of the recipe. */
export function movedBases(before: Bases, now: Bases): Move[] {
  return Object.entries(now).flatMap(([reference, digests]): Move[] => {
    // The same images under another name, as through a mirror, are no reason.
    const old = before[reference] ?? Object.values(before).find((one) => haveSameDigests(one, digests));
    // A platform that the image lacks is a reason of its own.
    const both = entriesOf(digests).filter(([platform]) => old === undefined || old[platform] !== undefined);
    const moved = both.filter(([platform, digest]) => old?.[platform] !== digest);
    const [first] = moved;
    if (first === undefined) return [];
    const from = old?.[first[0]];
    return [
      {
        reference,
        platforms: moved.map(([platform]) => platform),
        stayed: both.flatMap(([platform, digest]) => (old?.[platform] === digest ? [platform] : [])),
        ...defined({ from }),
        to: first[1],
      },
    ];
  });
}

/** The same digest on every platform that both have, of which there must be one. */
function haveSameDigests(one: Digests, other: Digests): boolean {
  const both = entriesOf(other).filter(([platform]) => one[platform] !== undefined);
  return both.length > 0 && both.every(([platform, digest]) => one[platform] === digest);
}

/** Between a published image and the one that was made and not pushed. */
export interface Difference {
  readonly requirements: readonly Change[];
  /** Of the recipe: the Dockerfile, the command, … */
  readonly parts: readonly ChangedPart[];
  readonly bases: readonly Move[];
  /** Compressed bytes of all layers; `before` is absent of a platform that is not published. */
  readonly sizes: readonly { readonly platform: Platform; readonly before?: number; readonly now: number }[];
}
