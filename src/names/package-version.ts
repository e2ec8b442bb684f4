/**
 * Versions of packages and specifiers of versions (PEP 440), and versions in tags.
 *
 * @renovatebot/pep440 compares. By hand is only where it differs from PEP 440: it normalizes `1.0+ubuntu.1` to
 * `1.0+ubuntu,1`, rounds numbers of 17 digits, and with `<` and `>` excludes all versions of the same release.
 */
import { compare, explain, satisfies as inRange, validRange } from '@renovatebot/pep440';
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from './shown.ts';

/** A version of PEP 440. Versions that are equal by `compareVersions` may differ in `text`: `1.0` and `1.0.0`. */
export interface PackageVersion {
  readonly text: string;
  readonly epoch: number;
  readonly release: readonly number[];
  readonly isPrerelease: boolean;
  readonly local?: string;
}

/** Characters of a version; a tag has 128, with `py3.13.12-slim-bookworm-` before the version. */
const longest = 100;

const pattern = new RegExp(
  [
    /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)/,
    /(?:[-_.]?(?<preLetter>alpha|a|beta|b|preview|pre|c|rc)(?:[-_.]?(?<preNumber>\d+))?)?/,
    /(?:-(?<postImplicit>\d+)|[-_.]?(?<postLetter>post|rev|r)(?:[-_.]?(?<postNumber>\d+))?)?/,
    /(?:[-_.]?(?<devLetter>dev)(?:[-_.]?(?<devNumber>\d+))?)?/,
    /(?:\+(?<local>[a-z\d]+(?:[-_.][a-z\d]+)*))?$/,
  ]
    .map((part) => part.source)
    .join(''),
  'i',
);

const letters: Readonly<Record<string, string>> = {
  alpha: 'a',
  beta: 'b',
  c: 'rc',
  pre: 'rc',
  preview: 'rc',
};

/** Removes leading zeros. Digits stay text, since a number would round those of a long date. */
const withoutZeros = (digits: string | undefined): string => (digits ?? '').replace(/^0+(?=\d)/, '') || '0';

/** Parses and normalizes a version (PEP 440, Appendix B and "Normalization"). */
export function parsePackageVersion(text: string): Parsed<PackageVersion> {
  const trimmed = text.trim();
  if (trimmed.length > longest) {
    return refused(
      `package version ${shown(trimmed)} has ${trimmed.length} characters: at most ${longest} fit into an image's tag.`,
    );
  }
  const groups = pattern.exec(trimmed)?.groups;
  if (groups === undefined) {
    return refused(
      `package version ${shown(trimmed)} is not a version of PEP 440: write it like "1.2.3", "2.0rc1", "1.0.post1" or "1.2.3+local.1".`,
    );
  }
  const release = groups['release']!.split('.').map(withoutZeros);
  const epoch = withoutZeros(groups['epoch']);
  const preLetter = groups['preLetter']?.toLowerCase();
  const local = groups['local']
    ?.toLowerCase()
    .split(/[-_.]/)
    .map((part) => (/^\d+$/.test(part) ? withoutZeros(part) : part))
    .join('.');
  const hasPost = groups['postImplicit'] !== undefined || groups['postLetter'] !== undefined;
  const normalized = [
    epoch === '0' ? '' : `${epoch}!`,
    release.join('.'),
    preLetter === undefined ? '' : `${letters[preLetter] ?? preLetter}${withoutZeros(groups['preNumber'])}`,
    hasPost ? `.post${withoutZeros(groups['postImplicit'] ?? groups['postNumber'])}` : '',
    groups['devLetter'] === undefined ? '' : `.dev${withoutZeros(groups['devNumber'])}`,
    local === undefined ? '' : `+${local}`,
  ].join('');
  return parsed({
    text: normalized,
    epoch: Number(epoch),
    release: release.map(Number),
    isPrerelease: preLetter !== undefined || groups['devLetter'] !== undefined,
    ...(local === undefined ? {} : { local }),
  });
}

type Key = readonly (number | string)[];

function compareKeys(left: Key, right: Key): number {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [first, second] = [left[index] ?? 0, right[index] ?? 0];
    if (first !== second) return first < second ? -1 : 1;
  }
  return 0;
}

/**
 * Compares local versions by segments: numbers come after words, and a longer version after its own beginning. By hand,
 * since the library takes the word `1e5` for a number.
 */
function compareLocals(left: string | undefined, right: string | undefined): number {
  const segments = (local: string | undefined): readonly string[] => local?.split('.') ?? [];
  const [first, second] = [segments(left), segments(right)];
  for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
    const rank = (segment: string | undefined): Key =>
      segment === undefined ? [0] : /^\d+$/.test(segment) ? [2, Number(segment)] : [1, segment];
    const order = compareKeys(rank(first[index]), rank(second[index]));
    if (order !== 0) return order;
  }
  return 0;
}

const publicOf = ({ text }: PackageVersion): string => text.split('+', 1)[0]!;

const comparePublic = (left: PackageVersion, right: PackageVersion): number =>
  compare(publicOf(left), publicOf(right));

/** Negative when `left` is older, positive when it is newer, 0 when both mean the same (PEP 440). */
export const compareVersions = (left: PackageVersion, right: PackageVersion): number =>
  comparePublic(left, right) || compareLocals(left.local, right.local);

const operators = ['===', '~=', '==', '!=', '<=', '>=', '<', '>'] as const;

export interface Specifier {
  readonly operator: (typeof operators)[number];
  readonly text: string;
  readonly version?: PackageVersion;
  readonly prefix: boolean;
}

/** Parses a set of specifiers (PEP 440, "Version specifiers"): `>=3.9,!=3.9.1`. The empty set allows everything. */
export function parseSpecifiers(text: string): Parsed<readonly Specifier[]> {
  const set: Specifier[] = [];
  for (const clause of text.split(',').map((part) => part.trim())) {
    if (clause === '') continue;
    const operator = operators.find((candidate) => clause.startsWith(candidate));
    const operand = clause.slice(operator?.length ?? 0).trim();
    const wrong = refused(
      `version specifier ${shown(clause)} is not one of PEP 440: write it like ">=1.2", "==1.2.*", "~=1.4" or "!=1.3".`,
    );
    if (operator === undefined || operand === '') return wrong;
    if (operator === '===') {
      set.push({ operator, text: operand, prefix: false });
      continue;
    }
    const prefix = operand.endsWith('.*');
    const bare = prefix ? operand.slice(0, -2) : operand;
    const version = parsePackageVersion(bare);
    if (!version.ok || !validRange(clause)) return wrong;
    // The library accepts `.*` after a pre-release.
    if (prefix && !/^v?(\d+!)?[\d.]+$/i.test(bare)) return wrong;
    set.push({ operator, text: bare, version: version.value, prefix });
  }
  return parsed(set);
}

/** Whether the version satisfies every clause. Pre-releases count like any other version; callers exclude them first. */
export const satisfies = (version: PackageVersion, specifiers: readonly Specifier[]): boolean =>
  specifiers.every((specifier) => isWithin(version, specifier));

function isWithin(version: PackageVersion, { operator, text, version: bound, prefix }: Specifier): boolean {
  if (bound === undefined) return version.text === text.toLowerCase();
  const order = comparePublic(version, bound);
  switch (operator) {
    case '<':
      // `<3.9` excludes pre-releases of 3.9, unless the bound is one.
      return order < 0 && (bound.isPrerelease || !version.isPrerelease || !sameRelease(version, bound));
    case '>': {
      // `>3.9` excludes post-releases and local versions of 3.9, unless the bound is a post-release.
      const isLater = isPost(version) && !isPost(bound);
      return order > 0 && !((isLater || version.local !== undefined) && sameRelease(version, bound));
    }
    default: {
      const range = `${operator}${publicOf(bound)}${prefix ? '.*' : ''}`;
      const isIn = inRange(padded(version, bound.release.length), range, { prereleases: true });
      if (bound.local === undefined) return isIn;
      const isSame = order === 0 && compareLocals(version.local, bound.local) === 0;
      return operator === '==' ? isSame : !isSame;
    }
  }
}

const isPost = (version: PackageVersion): boolean => explain(publicOf(version))?.is_postrelease === true;

/** Pads the public version with zeros: `3` is in `==3.0.*`, and the library compares number by number. */
const padded = (version: PackageVersion, length: number): string =>
  publicOf(version).replace(
    /^((?:\d+!)?)(\d+(?:\.\d+)*)/,
    (_, epoch: string, release: string) =>
      epoch + release + '.0'.repeat(Math.max(0, length - version.release.length)),
  );

const sameRelease = (left: PackageVersion, right: PackageVersion): boolean =>
  left.epoch === right.epoch && compareKeys(left.release, right.release) === 0;

/**
 * The version in a tag. A tag allows no `!` and no `+`, and a normalized version has no `-` and no `_`, so an epoch's
 * `!` becomes `-` and a local version's `+` becomes `_`. `versionOfTag` reads it back.
 */
export const tagOfVersion = (version: PackageVersion): string =>
  version.text.replace('!', '-').replace('+', '_');

export function versionOfTag(text: string): PackageVersion | undefined {
  const version = parsePackageVersion(text.replace('-', '!').replace('_', '+'));
  return version.ok && tagOfVersion(version.value) === text ? version.value : undefined;
}

/** The version's text without the zeros that mean nothing: equal for `1.0` and `1.0.0`, and for no two other versions. */
export const releaseKey = ({ text }: PackageVersion): string =>
  text.replace(/^((?:\d+!)?\d+(?:\.\d+)*?)(?:\.0)+(?!\.?\d)/, '$1');

/** Whether two texts are the same version, like `1.0` and `1.0.0`. A text that is no version equals none. */
export function isSameVersion(left: string, right: string): boolean {
  const [first, second] = [parsePackageVersion(left), parsePackageVersion(right)];
  return first.ok && second.ok && compareVersions(first.value, second.value) === 0;
}
