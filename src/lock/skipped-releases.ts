import { compareVersions, parsePackageVersion } from '../names/package-version.ts';
import type { PythonVersion } from '../names/python-version.ts';
import { allows } from '../package-index/choose.ts';
import { parseWheelName } from '../package-index/filenames.ts';
import type { ProjectFile } from '../package-index/simple.ts';
import type { Lock } from './lock.ts';
import type { Projects } from './sdists.ts';

/**
 * Packages with a newer release than the lock's that has a source distribution, and wheels for other systems only. uv
 * skips such a release where it may not build, and pip would compile it. The release may also be newer than a requirement
 * allows: only another resolution can tell.
 */
export function packagesWithSkippedReleases(
  { packages }: Lock,
  projects: Projects,
  python: PythonVersion,
): string[] {
  const names = packages.flatMap(({ name, version }) => {
    const locked = parsePackageVersion(version);
    if (!locked.ok) return [];
    const newer = (projects.get(name)?.files ?? []).filter(
      (file) =>
        compareVersions(file.version, locked.value) > 0 &&
        (!file.version.isPrerelease || locked.value.isPrerelease) &&
        file.yanked === undefined &&
        allows(file, python),
    );
    const releases = new Set(newer.map((file) => file.version.text));
    const anySkipped = [...releases].some((text) =>
      isSkipped(
        newer.filter((file) => file.version.text === text),
        python,
      ),
    );
    return anySkipped ? [name] : [];
  });
  return [...new Set(names)];
}

const isSkipped = (files: readonly ProjectFile[], python: PythonVersion): boolean =>
  files.some(({ kind }) => kind === 'sdist') &&
  files.some(({ kind }) => kind === 'wheel') &&
  !files.some((file) => file.kind === 'wheel' && mayFit(file, python));

function mayFit({ filename }: ProjectFile, { minor }: PythonVersion): boolean {
  const name = parseWheelName(filename);
  if (name === undefined) return false;
  const cpython = `cp${minor.replace('.', '')}`;
  return (
    name.platforms.some((platform) => platform === 'any' || platform.includes('linux')) &&
    (name.pythons.some((tag) => tag.startsWith('py3') || tag === cpython) || name.abis.includes('abi3'))
  );
}
