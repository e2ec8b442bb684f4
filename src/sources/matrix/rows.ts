/** Applies the rows of `exclude` and `include` to the cells of a matrix. */
import type { Problem } from '../../errors.ts';
import type { PackageName } from '../../names/package-name.ts';
import type { Project } from '../../package-index/simple.ts';
import { addedBy } from './add-cell.ts';
import { fitting } from './fitting.ts';
import {
  nameOfCell,
  type ExcludeRow,
  type IncludeRow,
  keyOf,
  type MatrixCell,
  type MatrixPackage,
} from './matrix.ts';
import { withOverrides } from './overrides.ts';

/** What is left of the cells, what is not with the first row that excludes it, and a note for each row that excludes none. */
export function excludeCells(
  cells: readonly MatrixCell[],
  exclude: readonly ExcludeRow[],
  names: readonly PackageName[],
) {
  const rows = exclude.map((row) => ({ row, fits: fitting(row.match, names), isUsed: false }));
  const kept: MatrixCell[] = [];
  const excluded: { readonly cell: MatrixCell; readonly row: ExcludeRow }[] = [];
  for (const cell of cells) {
    const fitted = rows.filter(({ fits }) => fits(cell));
    for (const one of fitted) one.isUsed = true;
    const [first] = fitted;
    if (first === undefined) kept.push(cell);
    else excluded.push({ cell, row: first.row });
  }
  const notes = rows.filter(({ isUsed }) => !isUsed).map(({ row }) => `${row.where} excludes no image`);
  return { kept, excluded, notes };
}

/** The cells with the inputs that rows give them, then those that rows add. */
export function includeRows(
  kept: readonly MatrixCell[],
  include: readonly IncludeRow[],
  packages: readonly MatrixPackage[],
  projects: ReadonlyMap<string, Project>,
): { readonly cells: readonly MatrixCell[]; readonly problems: readonly Problem[] } {
  const names = packages.map((one) => one.package);
  const added = new Map<string, { readonly cell: MatrixCell; readonly where: string }>();
  const problems: Problem[] = [];
  let cells = kept;
  for (const row of include) {
    const fits = fitting(row.match, names);
    if (cells.some(fits)) {
      cells = cells.map((cell) =>
        fits(cell) ? { ...cell, inputs: withOverrides(cell.inputs, row.inputs) } : cell,
      );
      continue;
    }
    const cell = addedBy(row, packages, projects);
    if ('station' in cell) {
      problems.push(cell);
      continue;
    }
    const before = added.get(keyOf(cell));
    if (before === undefined) added.set(keyOf(cell), { cell, where: row.where });
    else
      problems.push({
        station: 'input',
        about: 'include',
        message: `${row.where} adds ${nameOfCell(cell)}, as ${before.where} does: give one of them all its inputs.`,
      });
  }
  return { cells: [...cells, ...[...added.values()].map(({ cell }) => cell)], problems };
}
