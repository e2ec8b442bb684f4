/** What a matrix is written of, and what it is made of. */
import type { Raw } from '../../inputs/registry.ts';
import type { PackageName } from '../../names/package-name.ts';
import { releaseKey } from '../../names/package-version.ts';
import type { PythonSelector } from '../../names/python-selection.ts';
import type { PythonVersion } from '../../names/python-version.ts';
import type { VersionSelector } from '../../names/version-selection.ts';
import type { SelectedVersion } from '../../package-index/select.ts';
import { plannedName } from '../../report/plan.ts';

/** A package of a matrix, with all that is wanted of it. */
export interface MatrixPackage {
  readonly package: PackageName;
  readonly versions: readonly VersionSelector[];
  readonly pythons: readonly PythonSelector[];
  /** Variants as in the input `target_base`, each once. */
  readonly bases: readonly string[];
  /** Inputs of its cells, by name. */
  readonly inputs: Raw;
}

/** Which cells a row is about, by the names of the inputs; what it does not name may be anything. */
export interface CellMatch {
  readonly package?: string;
  readonly package_version?: string;
  readonly python_version?: string;
  readonly target_base?: string;
}

export interface IncludeRow {
  readonly match: CellMatch;
  /** Inputs that its cells get, by name. */
  readonly inputs: Raw;
  /** Where it is written, for messages. */
  readonly where: string;
}

export interface ExcludeRow {
  readonly match: CellMatch;
  readonly where: string;
}

/** One image that is wanted. */
export interface MatrixCell {
  readonly package: PackageName;
  readonly version: SelectedVersion;
  readonly python: PythonVersion;
  readonly base: string;
  readonly inputs: Raw;
  /** Whether the Python was named; one that was found is left out where its base does not exist. */
  readonly pythonIsNamed: boolean;
}

/** Packages with the same key have one page of one index. */
export const projectKey = (name: string, inputs: Raw): string =>
  [name, inputs['index_url'], inputs['extra_indexes']].filter(Boolean).join(' ');

/** Cells with the same key are one image. */
export const keyOf = ({ package: { text }, version: { version }, python, base }: MatrixCell): string =>
  [text, releaseKey(version), python.text, base].join(' ');

export const writtenText = ({ version, written }: SelectedVersion): string => written ?? version.text;

/** What a report names of a cell, each as the matrix writes it. */
export const partsOf = ({ package: { text }, version, python, base }: MatrixCell) => ({
  package: text,
  version: writtenText(version),
  python: python.text,
  base,
});

export const nameOfCell = (cell: MatrixCell): string => plannedName(partsOf(cell));
