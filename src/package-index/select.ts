/** Chooses the versions of a package for a matrix. */
import { compareVersions, type PackageVersion, satisfies } from '../names/package-version.ts';
import type { VersionSelector } from '../names/version-selection.ts';
import { allows, type Release, releasesOf, type WantedPython, yankedOf } from './choose.ts';
import type { Project, ProjectFile } from './simple.ts';

export interface SelectedVersion {
  /** As the index writes it. */
  readonly version: PackageVersion;
  /** As the user wrote it, where it was named. */
  readonly written?: string;
  readonly files: readonly ProjectFile[];
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

/**
 * Pre-releases are left out unless a version or a range names one, withdrawn releases (PEP 592)
 * unless a version names one.
 */
export function selectVersions(
  project: Project,
  selectors: readonly VersionSelector[],
  python: WantedPython,
): Selection {
  const releases = releasesOf(project);
  const offered = releases.filter((release) => yankedOf(release) === undefined);
  const stable = offered.filter(({ version }) => !version.isPrerelease);
  const found: SelectedVersion[] = [];
  const nothing: NothingSelected[] = [];
  for (const selector of selectors) {
    const chosen = select(selector, { releases, offered, stable }, python);
    if (chosen.length === 0)
      nothing.push({ selector, newest: offered.slice(0, 3).map(({ version }) => version.text) });
    for (const one of chosen) {
      const same = found.findIndex(({ version }) => compareVersions(version, one.version) === 0);
      // What was named is written as the user wrote it, whatever else selects it.
      if (same === -1) found.push(one);
      else if (one.written !== undefined) found[same] = one;
    }
  }
  return {
    versions: found.toSorted((one, other) => compareVersions(other.version, one.version)),
    nothing,
  };
}

function select(
  selector: VersionSelector,
  {
    releases,
    offered,
    stable,
  }: {
    readonly releases: readonly Release[];
    readonly offered: readonly Release[];
    readonly stable: readonly Release[];
  },
  python: WantedPython,
): SelectedVersion[] {
  switch (selector.kind) {
    case 'exact': {
      const release = releases.find(({ version }) => compareVersions(version, selector.version) === 0);
      return release === undefined ? [] : [{ ...release, written: selector.written }];
    }
    case 'latest': {
      const newest = stable.find(({ files }) => files.some((file) => allows(file, python))) ?? stable[0];
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
      const asksForPrereleases = selector.specifiers.some(({ version }) => version?.isPrerelease === true);
      return (asksForPrereleases ? offered : stable).filter(({ version }) =>
        satisfies(version, selector.specifiers),
      );
    }
  }
}

/** Epoch, major and minor. */
const seriesOf = ({ epoch, release: [major = 0, minor = 0] }: PackageVersion): string =>
  `${epoch}!${major}.${minor}`;

/** What the files of a release require of Python, where none of them allows it: `>=3.10`. */
export function whyRefused({ files }: SelectedVersion, python: WantedPython): string | undefined {
  if (files.some((file) => allows(file, python))) return undefined;
  return [...new Set(files.flatMap(({ requiresPython }) => requiresPython ?? []))].join(' or ');
}
