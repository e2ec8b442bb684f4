import { compareVersions, parsePackageVersion } from '../names/package-version.ts';
import type { Project } from './simple.ts';

/**
 * The version on the index that YAML reads as this one: `0.30` of `0.3`. Undefined where the text is not the shortest
 * form of a number, or every such version was withdrawn.
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

/** A sentence for a message that a version is not on the index, with a space before it; empty where YAML took no zero. */
export function lostZeroHint(project: Project, written: string): string {
  const lost = lostZero(project, written);
  return lost === undefined ? '' : ` YAML reads ${lost} as ${written}: quote it, "${lost}".`;
}
