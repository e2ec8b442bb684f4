/** Finds releases that uv may have left out because none of their wheels is for Linux. */
import { compareVersions, parsePackageVersion } from '../names/package-version.ts';
import type { PythonVersion } from '../names/python-version.ts';
import { allows } from '../package-index/choose.ts';
import { parseWheelName } from '../package-index/filenames.ts';
import type { ProjectFile } from '../package-index/simple.ts';
import type { Lock } from './lock.ts';
import type { Projects } from './sdists.ts';

/**
 * Packages of which the index has a newer release than the lock that pip could compile for this Python, with wheels and
 * none of them for Linux: such a release uv passes over where it may not build. It may as well be newer than a requirement
 * allows, which only another resolution tells.
 */
export function passedOver({ packages }: Lock, projects: Projects, python: PythonVersion): string[] {
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
    const passed = [...releases].some((text) =>
      isPassedOver(
        newer.filter((file) => file.version.text === text),
        python,
      ),
    );
    return passed ? [name] : [];
  });
  return [...new Set(names)];
}

const isPassedOver = (files: readonly ProjectFile[], python: PythonVersion): boolean =>
  files.some(({ kind }) => kind === 'sdist') &&
  files.some(({ kind }) => kind === 'wheel') &&
  !files.some((file) => file.kind === 'wheel' && mayServe(file, python));

/** Whether a wheel is for this Python on Linux, of whatever processor and libc. */
function mayServe({ filename }: ProjectFile, { minor }: PythonVersion): boolean {
  const name = parseWheelName(filename);
  if (name === undefined) return false;
  const own = `cp${minor.replace('.', '')}`;
  return (
    name.platforms.some((platform) => platform === 'any' || platform.includes('linux')) &&
    (name.pythons.some((tag) => tag.startsWith('py3') || tag === own) || name.abis.includes('abi3'))
  );
}
