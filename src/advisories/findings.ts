/** What advisories say of an image: whose each finding is, and what would mend it. Pure. */
import { compareVersions, parsePackageVersion } from '../names/package-version.ts';
import type { Platform } from '../names/platform.ts';
import { unique } from '../unique.ts';
import { type Answers, type Release, releaseText } from './osv.ts';
import type { ImagePackage, ImagePackages } from './packages.ts';
import type { AdvisoryPolicy, IgnoredAdvisory } from './policy.ts';
import type { Advisory } from './record.ts';
import { compareRatings, type Rating, reaches, worst } from './severity.ts';

export type Mend =
  /** The image would have it mended if it were built today, by its base or by its requirements. */
  | { readonly kind: 'rebuild'; readonly by: 'base' | 'requirements' }
  /** A newer version of the package has it mended. */
  | { readonly kind: 'bump'; readonly to: string }
  /** The distribution has it mended, and the base is not made of that yet. */
  | { readonly kind: 'base-behind'; readonly to: string }
  | { readonly kind: 'nobody' };

/** One flaw in one release of a package, whatever it is called in several databases. */
export interface Finding {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly rating: Rating;
  readonly ecosystem: string;
  /** Of the package; of a distribution, the name of the source package. */
  readonly name: string;
  readonly version: string;
  readonly owner: ImagePackage['owner'];
  readonly reach: ImagePackage['reach'];
  readonly platforms: readonly Platform[];
  readonly mend: Mend;
  /** The user has looked at it. */
  readonly ignored?: Pick<IgnoredAdvisory, 'reason' | 'until'>;
  /** The image before did not have it. */
  readonly isNew?: true;
  /** Its record could not be read: nothing is known but that it exists. */
  readonly unread?: true;
}

export interface Findings {
  /** The worst first. */
  readonly findings: readonly Finding[];
  /** Why not all is known; a sentence without its full stop. Absent where all is. */
  readonly unknown?: string;
}

export interface FindingsQuestion {
  readonly image: ImagePackages;
  readonly answers: Answers;
  readonly policy: Pick<AdvisoryPolicy, 'ignored'>;
  /** Day of the run, `2026-12-01`. */
  readonly day: string;
  /** Packages that the image would have if it were built today; absent where that is not known. */
  readonly today?: ImagePackages;
}

export function findingsOf({ image, answers, policy, day, today }: FindingsQuestion): Findings {
  const findings = image.packages.flatMap((one) => {
    const advisories = answers.known.get(releaseText(one)) ?? [];
    return groupsOf(advisories).map((group) => findingOf(one, group, policy, day, today, answers));
  });
  const unknown = [...image.unknown, ...(answers.unknown === undefined ? [] : [answers.unknown])].join('; ');
  return {
    findings: findings.toSorted(
      (one, other) =>
        Number(one.ignored !== undefined) - Number(other.ignored !== undefined) ||
        compareRatings(one.rating, other.rating) ||
        order(`${one.ecosystem} ${one.name} ${one.id}`, `${other.ecosystem} ${other.name} ${other.id}`),
    ),
    ...(unknown === '' ? {} : { unknown }),
  };
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Advisories that are one by their aliases. */
function groupsOf(advisories: readonly Advisory[]): Advisory[][] {
  let groups: { names: Set<string>; members: Advisory[] }[] = [];
  for (const one of advisories) {
    const names = new Set([one.id, ...one.aliases]);
    const same = groups.filter((group) => [...names].some((name) => group.names.has(name)));
    const merged = {
      names: new Set([...names, ...same.flatMap((group) => [...group.names])]),
      members: [...same.flatMap(({ members }) => members), one],
    };
    groups = [...groups.filter((group) => !same.includes(group)), merged];
  }
  return groups.map(({ members }) => members);
}

/** GitHub's advisories are rated and name all others; the Python Packaging Advisory Database's come next. */
const idOrder = (id: string): number => (id.startsWith('GHSA-') ? 0 : id.startsWith('PYSEC-') ? 1 : 2);

function findingOf(
  found: ImagePackage,
  group: readonly Advisory[],
  { ignored }: Pick<AdvisoryPolicy, 'ignored'>,
  day: string,
  today: ImagePackages | undefined,
  answers: Answers,
): Finding {
  const members = group.toSorted(
    (one, other) => idOrder(one.id) - idOrder(other.id) || order(one.id, other.id),
  );
  const [first] = members as [Advisory, ...Advisory[]];
  const names = unique(members.flatMap(({ id, aliases }) => [id, ...aliases]));
  const named = new Set(names.map((one) => one.toLowerCase()));
  const looked = ignored.find(({ id, until }) => named.has(id.toLowerCase()) && day <= until);
  const { ecosystem, name, version, owner, reach, platforms } = found;
  return {
    id: first.id,
    aliases: names.filter((one) => one !== first.id),
    summary: members.find(({ summary }) => summary !== '')?.summary ?? '',
    rating: ratingOf(found, members),
    ecosystem,
    name,
    version,
    owner,
    reach,
    platforms,
    mend: mendOf(found, names, members, today, answers),
    ...(looked === undefined ? {} : { ignored: { reason: looked.reason, until: looked.until } }),
    ...(members.every(({ unread }) => unread === true) ? { unread: true } : {}),
  };
}

/** What is published to do harm has no rating of its own. */
function ratingOf(found: Release, members: readonly Advisory[]): Rating {
  if (members.some(({ id }) => id.startsWith('MAL-'))) return 'critical';
  const own = affectedBy(found, members).flatMap(({ rating }) => rating ?? []);
  return own[0] ?? worst(members.map(({ rating }) => rating));
}

const affectedBy = ({ ecosystem, name }: Release, members: readonly Advisory[]) =>
  members.flatMap(({ affected }) =>
    affected.filter((one) => one.ecosystem === ecosystem && one.name.toLowerCase() === name.toLowerCase()),
  );

function mendOf(
  found: ImagePackage,
  names: readonly string[],
  members: readonly Advisory[],
  today: ImagePackages | undefined,
  answers: Answers,
): Mend {
  if (today !== undefined && isMended(found, names, today, answers))
    return { kind: 'rebuild', by: found.owner === 'base' ? 'base' : 'requirements' };
  const to = fixOf(found, members);
  if (to === undefined) return { kind: 'nobody' };
  return found.owner === 'base' ? { kind: 'base-behind', to } : { kind: 'bump', to };
}

/** Whether what would be there in place of a release is known to be without the flaw. */
function isMended(
  { ecosystem, name }: Release,
  names: readonly string[],
  today: ImagePackages,
  { known }: Answers,
): boolean {
  const instead = today.packages.filter((one) => one.ecosystem === ecosystem && one.name === name);
  return (
    instead.length > 0 &&
    instead.every((one) => {
      const advisories = known.get(releaseText(one));
      return (
        advisories !== undefined &&
        advisories.every(({ id, aliases }) => ![id, ...aliases].some((other) => names.includes(other)))
      );
    })
  );
}

/** The least version that has it mended; undefined where none has. */
function fixOf(found: Release, members: readonly Advisory[]): string | undefined {
  const fixed = unique(affectedBy(found, members).flatMap((one) => one.fixed));
  // The service compares versions of distributions; each release of one has a single version that mends.
  if (found.ecosystem !== 'PyPI') return fixed.at(-1);
  const version = parsePackageVersion(found.version);
  return fixed
    .flatMap((text) => {
      const one = parsePackageVersion(text);
      return one.ok && (!version.ok || compareVersions(one.value, version.value) > 0) ? [one.value] : [];
    })
    .toSorted(compareVersions)[0]?.text;
}

/** Findings that count against a policy: bad enough, and not looked at. What could not be read is unknown, and blocks nothing. */
export const counting = (
  findings: readonly Finding[],
  { severity }: Pick<AdvisoryPolicy, 'severity'>,
): Finding[] =>
  findings.filter(
    ({ ignored, rating, unread }) =>
      ignored === undefined && unread === undefined && reaches(rating, severity),
  );

const keyOf = ({ ecosystem, name, id }: Finding): string => `${ecosystem} ${name} ${id}`;

/** @returns the findings, each with whether the image before had it, and those that are gone since. */
export function againstBefore(
  now: readonly Finding[],
  before: readonly Finding[],
): { readonly findings: readonly Finding[]; readonly gone: readonly Finding[] } {
  const [had, has] = [new Set(before.map(keyOf)), new Set(now.map(keyOf))];
  return {
    findings: now.map((one) => (had.has(keyOf(one)) ? one : { ...one, isNew: true })),
    gone: before.filter((one) => !has.has(keyOf(one))),
  };
}

/** Ignored ids whose day is over. */
export const expiredIgnores = (
  { ignored }: Pick<AdvisoryPolicy, 'ignored'>,
  day: string,
): readonly IgnoredAdvisory[] => ignored.filter(({ until }) => day > until);
