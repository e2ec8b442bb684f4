/** Finds out whether a version may have lost a zero at its end: YAML takes what looks like a number for one. */
import { compareVersions, parsePackageVersion } from '../names/package-version.ts';
import type { Project } from './simple.ts';

/**
 * The version that YAML reads as this one, where the index has it: `0.30` of `0.3`. Only a text that YAML would write for a
 * number can be one, and a release that was withdrawn is not meant.
 */
export function lostZero({ files }: Project, written: string): string | undefined {
  if (!/^(?:0|[1-9]\d*)\.\d*[1-9]$/.test(written)) return undefined;
  return [`${written}0`, `${written}00`].find((text) => {
    const version = parsePackageVersion(text);
    return (
      version.ok &&
      files.some((file) => file.yanked === undefined && compareVersions(file.version, version.value) === 0)
    );
  });
}
