/** Notes on the way in which a user wrote a version. */
import type { WantedVersion } from '../../inputs/inputs.ts';
import type { PackageVersion } from '../../names/package-version.ts';
import { lostZero } from '../../package-index/lost-zero.ts';
import type { Project } from '../../package-index/simple.ts';
import type { Tags } from '../../plan/tags.ts';

/** @param version as the index has it: `0.3.0` where `0.3` was asked for. */
export function versionNotes(
  project: Project,
  wanted: WantedVersion,
  version: PackageVersion,
  { exact, aliases }: Tags,
): string[] {
  if (wanted.kind === 'latest') return [];
  const { text, written = text } = wanted;
  const lost = lostZero(project, written);
  const notes =
    lost === undefined
      ? []
      : [
          `package_version ${written} is ${project.name} ${version.text}; if you meant ${lost}, quote it, "${lost}": YAML reads it as ${written}`,
        ];
  if (written === text) return notes;
  const alias = aliases.find((tag) => tag.endsWith(`-${written.replace('!', '-').replace('+', '_')}`));
  const also = alias === undefined ? '' : `, and ${alias} is an alias of it`;
  return [...notes, `"${written}" is the version ${text} by PEP 440: the exact tag is ${exact}${also}`];
}
