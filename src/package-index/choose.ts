import { type Parsed, parsed, refused } from '../errors.ts';
import { nearest } from '../names/nearest.ts';
import {
  compareVersions,
  type PackageVersion,
  parsePackageVersion,
  parseSpecifiers,
  releaseKey,
  satisfies,
} from '../names/package-version.ts';
import { shown } from '../names/shown.ts';
import { knownNames } from './known-names.ts';
import { lostZeroHint } from './lost-zero.ts';
import { redacted } from './read.ts';
import type { Project, ProjectFile } from './simple.ts';

export interface WantedPython {
  readonly minor: string;
  readonly patch?: number;
}

export interface Choice {
  readonly version: PackageVersion;
  readonly files: readonly ProjectFile[];
  /** The reason of its withdrawal, where every file was withdrawn (PEP 592); possibly empty. */
  readonly yanked?: string;
}

export interface Release {
  readonly version: PackageVersion;
  readonly files: readonly ProjectFile[];
}

export function absentPackage(name: string, indexUrl: string): string {
  const near = nearest(name, knownNames);
  const offer = near === undefined || near === name ? 'Look at its spelling' : `Did you mean ${shown(near)}?`;
  return `The index ${redacted(indexUrl)} has no package ${shown(name)}. ${offer}${near === undefined || near === name ? ', or name another index_url.' : ''}`;
}

/**
 * The wanted version, or a message that offers others. `latest` is the newest final version that allows the Python and
 * was not withdrawn.
 */
export function chooseVersion(
  project: Project,
  wanted: 'latest' | PackageVersion,
  python: WantedPython,
): Parsed<Choice> {
  const releases = releasesOf(project);
  if (releases.length === 0)
    return refused(`${project.name} has no wheel and no source distribution on the index.`);
  if (wanted === 'latest') return newest(project, releases, python);
  const release = releases.find(({ version }) => compareVersions(version, wanted) === 0);
  if (release === undefined) return refused(absentVersion(project, releases, wanted));
  const files = release.files.filter((file) => allows(file, python));
  if (files.length === 0) return refused(forbiddenPython(project, releases, release, python));
  const yanked = yankedOf(release);
  return parsed({ version: release.version, files, ...(yanked === undefined ? {} : { yanked }) });
}

function newest(project: Project, releases: readonly Release[], python: WantedPython): Parsed<Choice> {
  const offered = releases.filter((release) => yankedOf(release) === undefined);
  const final = offered.filter(({ version }) => !version.isPrerelease);
  const choice = newestFor(final, python);
  if (choice !== undefined) {
    return parsed({ version: choice.version, files: choice.files.filter((file) => allows(file, python)) });
  }
  const [last] = final;
  if (last !== undefined) return refused(forbiddenPython(project, final, last, python));
  const offer = offered[0] ?? releases[0]!;
  return refused(
    offered.length > 0
      ? `${project.name} has only pre-releases on the index. "latest" means a final release: name a version, like "${offer.version.text}".`
      : `every version of ${project.name} was withdrawn. Name one to have it all the same, like "${offer.version.text}".`,
  );
}

/** Newest first. */
export function releasesOf(project: Project): readonly Release[] {
  const byText = new Map<string, { version: PackageVersion; files: ProjectFile[] }>();
  for (const file of project.files) {
    // 1.0 and 1.0.0 are one release whose files are spelled differently.
    const key = releaseKey(file.version);
    const release = byText.get(key) ?? { version: file.version, files: [] };
    release.files.push(file);
    byText.set(key, release);
  }
  return [...byText.values()].toSorted((left, right) => compareVersions(right.version, left.version));
}

/** The reason of its withdrawal; undefined where a file of it was not withdrawn. */
export const yankedOf = ({ files }: Release): string | undefined =>
  files.every(({ yanked }) => yanked !== undefined) ? files[0]?.yanked : undefined;

/**
 * Whether a file allows the Python. A minor release is allowed if its first or its last patch is, since the image's patch
 * is not known: `!=3.9.0,!=3.9.1` allows 3.9. Like pip, it ignores invalid specifiers.
 */
export function allows({ requiresPython }: ProjectFile, { minor, patch }: WantedPython): boolean {
  const specifiers = parseSpecifiers(requiresPython ?? '');
  if (!specifiers.ok) return true;
  return (patch === undefined ? [0, 99] : [patch]).some((number) => {
    const version = parsePackageVersion(`${minor}.${number}`);
    return version.ok && satisfies(version.value, specifiers.value);
  });
}

/** Whether a file of it allows the Python. A release has hundreds of files, and most of them have one rule. */
export const allowsSome = ({ files }: Pick<Release, 'files'>, python: WantedPython): boolean =>
  [...new Map(files.map((file) => [file.requiresPython, file])).values()].some((file) =>
    allows(file, python),
  );

export const newestFor = (releases: readonly Release[], python: WantedPython): Release | undefined =>
  releases.find((release) => allowsSome(release, python));

const textOf = ({ minor, patch }: WantedPython): string =>
  patch === undefined ? minor : `${minor}.${patch}`;

/** What the files of a release require of Python: `>=3.8`, or `>=3.8 or <3`. */
export const rulesOf = ({ files }: Pick<Release, 'files'>): string =>
  [...new Set(files.flatMap(({ requiresPython }) => requiresPython ?? []))].join(' or ');

function forbiddenPython(
  project: Project,
  releases: readonly Release[],
  release: Release,
  python: WantedPython,
): string {
  const rules = rulesOf(release);
  const usable = releases.filter(
    ({ version, ...rest }) => !version.isPrerelease && yankedOf({ version, ...rest }) === undefined,
  );
  const allowed = newestFor(usable, python);
  const offer =
    allowed === undefined
      ? `No version of it allows Python ${textOf(python)}: choose another python_version.`
      : `The newest version that allows Python ${textOf(python)} is ${allowed.version.text}.`;
  return `${project.name} ${release.version.text} does not allow Python ${textOf(python)}: it requires Python ${shown(rules)}. ${offer}`;
}

function absentVersion(project: Project, releases: readonly Release[], wanted: PackageVersion): string {
  const offered = releases.filter((release) => yankedOf(release) === undefined);
  const nextNewer = offered.findLastIndex(({ version }) => compareVersions(version, wanted) > 0);
  const near = offered.slice(Math.max(0, nextNewer - 1), nextNewer + 3).map(({ version }) => version.text);
  const latest = offered.find(({ version }) => !version.isPrerelease)?.version.text;
  const listed = near.length === 0 ? '' : ` Nearest: ${near.toReversed().join(', ')}.`;
  const last = latest === undefined || near.includes(latest) ? '' : ` Newest: ${latest}.`;
  return `${project.name} has no version ${wanted.text} on the index.${lostZeroHint(project, wanted.text)}${listed}${last}`;
}
