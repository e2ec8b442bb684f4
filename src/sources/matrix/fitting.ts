/** Which cells of a matrix a row of `exclude` or `include` is about. */
import { type PackageName, parsePackageName } from '../../names/package-name.ts';
import { parsePackageVersion, releaseKey } from '../../names/package-version.ts';
import type { CellMatch, MatrixCell } from './matrix.ts';

export type Fits = (cell: MatrixCell) => boolean;

/**
 * Whether a cell has everything that a row names. A version is the same however it is written; `3.12` is not `3.12.4`.
 *
 * @param names of all packages of the matrix.
 */
export function fitting(
  { package: name, package_version: version, python_version: python, target_base: base }: CellMatch,
  names: readonly PackageName[],
): Fits {
  const texts = name === undefined ? undefined : new Set(namedBy(name, names).map(({ text }) => text));
  const parsed = version === undefined ? undefined : parsePackageVersion(version);
  const key = parsed?.ok === true ? releaseKey(parsed.value) : undefined;
  return (cell) =>
    (texts === undefined || texts.has(cell.package.text)) &&
    (python === undefined || python === cell.python.text) &&
    (base === undefined || base === cell.base) &&
    (version === undefined || key === releaseKey(cell.version.version));
}

/** The packages that a row names: those with its extras; or, where it has none and no such package is there, with any. */
export function namedBy(text: string, names: readonly PackageName[]): readonly PackageName[] {
  const asked = parsePackageName(text);
  if (!asked.ok) return [];
  const same = names.filter((one) => one.text === asked.value.text);
  return same.length > 0 || asked.value.extras.length > 0
    ? same
    : names.filter((one) => one.name === asked.value.name);
}
