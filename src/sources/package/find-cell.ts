/** From inputs to a cell: the package index says which version is meant and whether it allows this Python. */
import { baseOf } from './base.ts';
import type { Cell } from './cell.ts';
import { movingSuffixes } from '../../plan/moving-tags.ts';
import { revisionTag, tagsOf } from '../../plan/tags.ts';
import { versionNotes } from './version-notes.ts';
import { Failure, type Problem } from '../../errors.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import { compareVersions, type PackageVersion, parsePackageVersion } from '../../names/package-version.ts';
import { absentPackage, chooseVersion } from '../../package-index/choose.ts';
import type { Session } from '../../session/session.ts';

/** @throws Failure when the package, the version or this Python cannot be had. */
export async function findCell(
  { packageIndex, journal }: Pick<Session, 'packageIndex' | 'journal'>,
  inputs: Inputs,
): Promise<Cell> {
  const note = (text: string): void => journal.add({ is: 'note', text });
  const index = packageIndex(inputs);
  const project = await index.project(inputs.package.name);
  if (project === undefined)
    throw new Failure([
      problem('package', absentPackage(inputs.package.name, index.urlOf(inputs.package.name))),
    ]);
  const wanted = inputs.packageVersion.kind === 'latest' ? 'latest' : parse(inputs.packageVersion.text);
  const choice = chooseVersion(project, wanted, inputs.python);
  if (!choice.ok) throw new Failure([problem('package_version', choice.message)]);
  const { version, yanked } = choice.value;
  if (yanked !== undefined)
    note(`${project.name} ${version.text} was withdrawn by its authors${yanked && `: ${yanked}`}`);
  // The tag has the version as it was asked for: 1.17 and 1.17.0 are one version, and two tags.
  const asked = wanted === 'latest' ? version : wanted;
  const cell = cellAs(inputs, version, asked);
  if (!cell.tags.exact.endsWith(`-${asked.text}`)) {
    note(`"${asked.text}" is not allowed in a tag: it stands there as "${cell.tags.exact}"`);
  }
  for (const text of versionNotes(project, inputs.packageVersion, version, cell.tags)) note(text);
  return cell;
}

/** The cell without the index; undefined for `latest`, which only the index knows. */
export function namedCell(inputs: Inputs): Cell | undefined {
  if (inputs.packageVersion.kind === 'latest') return undefined;
  const version = parse(inputs.packageVersion.text);
  return cellAs(inputs, version, version);
}

function cellAs(inputs: Inputs, version: PackageVersion, asked: PackageVersion): Cell {
  const latest = inputs.packageLatestVersion;
  const isLatest =
    inputs.packageVersion.kind === 'latest' ||
    (latest !== undefined && compareVersions(parse(latest), version) === 0);
  const moving = isLatest ? movingSuffixes(asked, inputs.lowercaseLatest) : [];
  const base = baseOf(inputs.python, inputs.variant, inputs.baseRegistry);
  const tags = tagsOf(base.publishTarget, asked, moving, inputs.tags, writtenOf(inputs));
  // A tag that is too long is said now, and not after the image was published.
  if (inputs.revisionTags) revisionTag(tags.exact, '00000000', 1);
  return {
    source: 'package',
    package: inputs.package,
    version,
    python: inputs.python,
    base,
    platforms: inputs.platforms,
    repositories: inputs.repositories,
    tags: inputs.revisionTags ? { ...tags, revisions: true } : tags,
  };
}

const writtenOf = ({ packageVersion }: Inputs): string | undefined =>
  packageVersion.kind === 'exact' ? packageVersion.written : undefined;

function parse(text: string) {
  const result = parsePackageVersion(text);
  if (!result.ok)
    throw new Failure([{ station: 'input', about: 'package_version', message: result.message }]);
  return result.value;
}

const problem = (about: string, message: string): Problem => ({
  station: 'index',
  about,
  message: message.charAt(0).toUpperCase() + message.slice(1),
});
