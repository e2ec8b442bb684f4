/** Indexes beside the main one, and what each is asked for. */
import { normalizedName } from './package-name.ts';
import type { Platform } from './platform.ts';

interface NamedIndex {
  /** As a report calls it. */
  readonly name: string;
  /** URL of a simple index, without user, query or fragment. */
  readonly url: string;
}

/** It alone answers for the packages that it owns. */
export interface OwningIndex extends NamedIndex {
  readonly kind: 'packages';
  /** Normalized names, in which `*` stands for any characters. */
  readonly patterns: readonly string[];
}

/** It has built wheels of releases that the index of their package has, too. */
export interface WheelIndex extends NamedIndex {
  readonly kind: 'wheels';
  readonly platforms: readonly Platform[];
}

export type ExtraIndex = OwningIndex | WheelIndex;

/** The indexes that the packages of an image come from. */
export interface Indexes {
  /** URL of the main one, where it is not the public one. */
  readonly indexUrl?: string;
  readonly extraIndexes?: readonly ExtraIndex[];
}

/** Of several fields, those that say which indexes there are. */
export const indexesOf = ({ indexUrl, extraIndexes = [] }: Indexes): Indexes => ({
  ...(indexUrl === undefined ? {} : { indexUrl }),
  ...(extraIndexes.length === 0 ? {} : { extraIndexes }),
});

export const owningIndexes = ({ extraIndexes = [] }: Indexes): readonly OwningIndex[] =>
  extraIndexes.filter((one) => one.kind === 'packages');

export const wheelIndexes = ({ extraIndexes = [] }: Indexes, platform: Platform): readonly WheelIndex[] =>
  extraIndexes.filter((one): one is WheelIndex => one.kind === 'wheels' && one.platforms.includes(platform));

/** The index that a package belongs to, the first that has a pattern for it; undefined where that is the main one. */
export const ownerOf = (indexes: Indexes, name: string): OwningIndex | undefined =>
  owningIndexes(indexes).find(({ patterns }) => patterns.some((pattern) => fits(pattern, name)));

const fits = (pattern: string, name: string): boolean =>
  new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(normalizedName(name));

/**
 * Owning indexes as the programs of a build read them, a line each: its patterns and its URL, with spaces between. Empty
 * where there are none.
 */
export const ownersText = (indexes: Indexes): string =>
  owningIndexes(indexes)
    .map(({ patterns, url }) => [...patterns, url].join(' '))
    .join('\n');
