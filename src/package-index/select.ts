/** Chooses the versions of a package for a matrix. */
import { type PackageVersion, releaseKey, satisfies, type Specifier } from '../names/package-version.ts';
import type { VersionSelector } from '../names/version-selection.ts';
import {
  allowsSome,
  newestFor,
  type Release,
  releasesOf,
  rulesOf,
  type WantedPython,
  yankedOf,
} from './choose.ts';
import type { Project, ProjectFile } from './simple.ts';

export interface SelectedVersion {
  /** As the index writes it. */
  readonly version: PackageVersion;
  /** As the user wrote it, where it was named. */
  readonly written?: string;
  readonly files: readonly ProjectFile[];
  /** The reason of its withdrawal, where every file was withdrawn (PEP 592); possibly empty. */
  readonly yanked?: string;
}

/** What a selector gave nothing for. */
export interface NothingSelected {
  readonly selector: VersionSelector;
  /** The newest versions, for a message. */
  readonly newest: readonly string[];
}

export interface Selection {
  /** Each once, newest first. */
  readonly versions: readonly SelectedVersion[];
  readonly nothing: readonly NothingSelected[];
}

interface Releases {
  /** Newest first, in all three. */
  readonly all: readonly Release[];
  readonly offered: readonly Release[];
  readonly stable: readonly Release[];
}

/** A matrix asks once for each Python, and thousands of releases take long to sort. */
const sorted = new WeakMap<Project, Releases>();

function sortedReleases(project: Project): Releases {
  const known = sorted.get(project);
  if (known !== undefined) return known;
  const all = releasesOf(project);
  const offered = all.filter((release) => yankedOf(release) === undefined);
  const releases = { all, offered, stable: offered.filter(({ version }) => !version.isPrerelease) };
  sorted.set(project, releases);
  return releases;
}

/**
 * Pre-releases are left out unless a version or a range names one, withdrawn releases (PEP 592) unless a version names
 * one, or a range like `==1.4`.
 */
export function selectVersions(
  project: Project,
  selectors: readonly VersionSelector[],
  python: WantedPython,
): Selection {
  const releases = sortedReleases(project);
  const found = new Map<Release, string | undefined>();
  const nothing: NothingSelected[] = [];
  for (const selector of selectors) {
    const chosen = select(selector, releases, python);
    if (chosen.length === 0)
      nothing.push({ selector, newest: releases.offered.slice(0, 3).map(({ version }) => version.text) });
    // What was named is written as the user wrote it, whatever else selects it.
    const written = selector.kind === 'exact' ? selector.written : undefined;
    for (const release of chosen) found.set(release, found.get(release) ?? written);
  }
  const versions = releases.all
    .filter((release) => found.has(release))
    .map((release): SelectedVersion => {
      const [written, yanked] = [found.get(release), yankedOf(release)];
      return {
        ...release,
        ...(written === undefined ? {} : { written }),
        ...(yanked === undefined ? {} : { yanked }),
      };
    });
  return { versions, nothing };
}

function select(
  selector: VersionSelector,
  { all, offered, stable }: Releases,
  python: WantedPython,
): readonly Release[] {
  switch (selector.kind) {
    case 'exact': {
      const key = releaseKey(selector.version);
      return all.filter(({ version }) => releaseKey(version) === key);
    }
    case 'latest': {
      // Where none allows the Python, the newest one is left out with its rule as the reason.
      const newest = newestFor(stable, python) ?? stable[0];
      return newest === undefined ? [] : [newest];
    }
    case 'last':
      return stable.slice(0, selector.count);
    case 'minors': {
      const newest = new Map<string, Release>();
      for (const release of stable) {
        const series = seriesOf(release.version);
        if (!newest.has(series)) newest.set(series, release);
      }
      return [...newest.values()].slice(0, selector.count);
    }
    case 'range': {
      const { specifiers } = selector;
      const within = specifiers.some(isPin) ? all : takesPrereleases(specifiers) ? offered : stable;
      return within.filter(({ version }) => satisfies(version, specifiers));
    }
  }
}

/** Whether a range asks for pre-releases: it names one, and not to leave it out. */
export const takesPrereleases = (specifiers: readonly Specifier[]): boolean =>
  specifiers.some(({ operator, version }) => operator !== '!=' && version?.isPrerelease === true);

/** Whether a clause allows one version alone: `==1.4`. */
const isPin = ({ operator, prefix }: Specifier): boolean =>
  operator === '===' || (operator === '==' && !prefix);

/** Epoch, major and minor. */
const seriesOf = ({ epoch, release: [major = 0, minor = 0] }: PackageVersion): string =>
  `${epoch}!${major}.${minor}`;

/** What the files of a release require of Python, where none of them allows it: `>=3.10`. */
export const whyRefused = (version: SelectedVersion, python: WantedPython): string | undefined =>
  allowsSome(version, python) ? undefined : rulesOf(version);
