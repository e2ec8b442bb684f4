/** Orders the images of a catalogue, and says what changed from each to the next. */
import type { CatalogueImage } from '../../observe/catalogue.ts';
import { compareVersions, parsePackageVersion } from '../../names/package-version.ts';
import { minorOf } from '../../names/python-version.ts';

/** Of one requirement, or of Python itself. A side is absent where the image has none; several versions are on different platforms. */
export interface Change {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

const byText = (one = '', other = ''): number => (one < other ? -1 : Number(one > other));

/** Oldest first; a text that is no version of PEP 440 is older than all that are, and a missing one older still. */
export function compareTexts(one: string | undefined, other: string | undefined): number {
  const [left, right] = [one, other].map((text) =>
    text === undefined ? undefined : parsePackageVersion(text),
  );
  if (left?.ok && right?.ok) return compareVersions(left.value, right.value) || byText(one, other);
  return Number(left?.ok === true) - Number(right?.ok === true) || byText(one, other);
}

/** By repository and software; within these the newest version first, then the newest Python, then by base. */
export const inOrder = (images: readonly CatalogueImage[]): CatalogueImage[] =>
  images.toSorted(
    (one, other) =>
      byText(one.repository, other.repository) ||
      byText(one.name, other.name) ||
      compareTexts(other.version, one.version) ||
      compareTexts(other.python, one.python) ||
      byText(one.base, other.base) ||
      (other.made ?? 0) - (one.made ?? 0) ||
      byText(one.digest, other.digest),
  );

/**
 * The image before each: of the same software in the same repository, on the same minor version of Python and the same base
 * but for Python's version, with the next lower version, or made earlier with the same one.
 */
export function imagesBefore(images: readonly CatalogueImage[]): Map<CatalogueImage, CatalogueImage> {
  const series = Map.groupBy(images, (image) =>
    JSON.stringify([image.repository, image.name, minorOf(image.python ?? ''), baseName(image.base)]),
  );
  const pairs = [...series.values()].flatMap((all) => {
    const sorted = all.toSorted(
      (one, other) =>
        compareTexts(one.version, other.version) ||
        (one.made ?? 0) - (other.made ?? 0) ||
        byText(one.digest, other.digest),
    );
    return sorted.slice(1).map((image, at) => [image, sorted[at]!] as const);
  });
  return new Map(pairs);
}

/**
 * A base without the host, `library/`, and a digest; of an official image of Python only what follows its version: `slim`,
 * and `full` where nothing does.
 */
export function baseName(reference: string | undefined): string | undefined {
  if (reference === undefined) return undefined;
  const [tagged = ''] = reference.split('@');
  const variant = /(?:^|\/)python:\d[\w.]*(?:-(.+))?$/.exec(tagged);
  if (variant !== null) return variant[1] ?? 'full';
  return tagged.replace(/^docker\.io\//, '').replace(/^library\//, '') || reference;
}

/** Sorted by name, Python first; undefined where the requirements of one of the two are not known. */
export function changesBetween(before: CatalogueImage, after: CatalogueImage): Change[] | undefined {
  if (before.requirements === undefined || after.requirements === undefined) return undefined;
  const [old, now] = [versionsOf(before.requirements), versionsOf(after.requirements)];
  const names = [...new Set([...old.keys(), ...now.keys()])].toSorted(byText);
  return [
    ...changeOf('Python', before.python, after.python),
    ...names.flatMap((name) => changeOf(name, old.get(name), now.get(name))),
  ];
}

const changeOf = (name: string, before: string | undefined, after: string | undefined): Change[] =>
  before === after
    ? []
    : [{ name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];

/** Versions by name, those of one name joined. */
function versionsOf(requirements: readonly string[]): Map<string, string> {
  const versions = new Map<string, string>();
  for (const requirement of requirements) {
    const at = requirement.indexOf('==');
    const [name, version] =
      at < 0 ? [requirement, ''] : [requirement.slice(0, at), requirement.slice(at + 2)];
    const known = versions.get(name);
    versions.set(name, known === undefined ? version : `${known}, ${version}`);
  }
  return versions;
}
