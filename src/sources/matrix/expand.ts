/** The cells of a matrix: every version with every Python on every base, without those that cannot be or were left out. */
import { canonical } from '../../canonical.ts';
import { type Problem, uniqueProblems } from '../../errors.ts';
import { selectPythons } from '../../names/python-selection.ts';
import { shown } from '../../names/shown.ts';
import type { VersionSelector } from '../../names/version-selection.ts';
import { lostZeroHint } from '../../package-index/lost-zero.ts';
import { selectVersions, takesPrereleases, whyRefused } from '../../package-index/select.ts';
import type { Project } from '../../package-index/simple.ts';
import type { LeftOut } from '../../report/plan.ts';
import {
  nameOfCell,
  type ExcludeRow,
  type IncludeRow,
  keyOf,
  type MatrixCell,
  type MatrixPackage,
  partsOf,
  projectKey,
  writtenText,
} from './matrix.ts';
import { lifeNotes, withdrawnNotes } from './notes.ts';
import { excludeCells, includeRows } from './rows.ts';

export interface Expanded {
  readonly cells: readonly MatrixCell[];
  readonly leftOut: readonly LeftOut[];
  /** What the matrix asks for and cannot have. */
  readonly problems: readonly Problem[];
  /** Messages that stop nothing. */
  readonly notes: readonly string[];
}

/**
 * Rows are applied as GitHub does to a workflow's matrix (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrixinclude):
 * first those that exclude; then each of `include` to the cells that it fits. One that fits none adds a cell, to which
 * later rows give nothing.
 *
 * @param projects pages of indexes, by `projectKey`.
 * @param today milliseconds since the epoch.
 */
export function expand(
  packages: readonly MatrixPackage[],
  exclude: readonly ExcludeRow[],
  include: readonly IncludeRow[],
  projects: ReadonlyMap<string, Project>,
  today: number,
): Expanded {
  const names = packages.map((one) => one.package);
  const expanded = packages.map((one) =>
    cellsOfPackage(one, projects.get(projectKey(one.package.name, one.inputs))!, today),
  );
  const { all, problems: twice } = eachOnce(expanded.flatMap(({ cells }) => cells));
  const { kept, excluded, notes } = excludeCells(all, exclude, names);
  const { cells, problems } = includeRows(kept, include, packages, projects);
  const there = new Set(cells.map(keyOf));
  return {
    cells,
    leftOut: [
      ...new Map(
        expanded.flatMap(({ leftOut }) => leftOut.map((one) => [canonical(one), one] as const)),
      ).values(),
      // A row of include may add back what another one excludes.
      ...excluded.flatMap(({ cell, row }) =>
        there.has(keyOf(cell)) ? [] : [{ ...partsOf(cell), because: `${row.where} excludes it` }],
      ),
    ],
    problems: uniqueProblems([...expanded.flatMap((one) => one.problems), ...twice, ...problems]),
    notes: [...notes, ...withdrawnNotes(cells), ...lifeNotes(cells, today)],
  };
}

/** The first of cells that are one image; a problem where two of them have other inputs. */
function eachOnce(cells: readonly MatrixCell[]): {
  readonly all: readonly MatrixCell[];
  readonly problems: readonly Problem[];
} {
  const byKey = new Map<string, MatrixCell>();
  const problems = new Map<string, Problem>();
  for (const cell of cells) {
    const first = byKey.get(keyOf(cell)) ?? cell;
    byKey.set(keyOf(cell), first);
    const name = cell.package.text;
    if (!problems.has(name) && canonical(first.inputs) !== canonical(cell.inputs))
      problems.set(name, {
        station: 'input',
        about: 'packages',
        message: `packages: ${name} is there twice, with other inputs for ${nameOfCell(cell)}. Give each image once.`,
      });
  }
  return { all: [...byKey.values()], problems: [...problems.values()] };
}

function cellsOfPackage(
  { package: wanted, versions, pythons: selectors, bases, inputs }: MatrixPackage,
  project: Project,
  today: number,
): Pick<Expanded, 'cells' | 'leftOut' | 'problems'> {
  const cells: MatrixCell[] = [];
  const leftOut: LeftOut[] = [];
  const problems: Problem[] = [];
  const pythons = selectPythons(selectors, today);
  if (pythons.length === 0)
    problems.push({
      station: 'input',
      about: 'python_versions',
      message: 'python_versions leaves out every Python that is supported: name one that the images are for.',
    });
  for (const python of pythons) {
    const pythonIsNamed = selectors.some((one) => one.kind === 'exact' && one.python.text === python.text);
    const selected = selectVersions(project, versions, python);
    for (const { selector, newest } of selected.nothing)
      problems.push({
        station: 'index',
        about: 'packages',
        message: nothingText(project, selector, newest),
      });
    for (const version of selected.versions) {
      const rule = whyRefused(version, python);
      if (rule !== undefined) {
        const because = `${wanted.name} ${version.version.text} requires Python ${shown(rule)}`;
        leftOut.push({
          package: wanted.text,
          version: writtenText(version),
          python: python.text,
          because,
        });
        continue;
      }
      for (const base of bases) cells.push({ package: wanted, version, python, base, inputs, pythonIsNamed });
    }
  }
  return { cells, leftOut, problems };
}

function nothingText(project: Project, selector: VersionSelector, newest: readonly string[]): string {
  const { name } = project;
  const offer = newest.length === 0 ? '' : ` The newest there are: ${newest.join(', ')}.`;
  switch (selector.kind) {
    case 'exact': {
      const { written } = selector;
      return `package_versions: ${name} has no version ${shown(written)} on the index.${lostZeroHint(project, written)}${offer}`;
    }
    case 'range': {
      const kind = takesPrereleases(selector.specifiers) ? 'version' : 'stable version';
      return `package_versions: ${name} has no ${kind} in ${shown(selector.text)} on the index.${offer}`;
    }
    case 'latest':
    case 'last':
    case 'minors':
      return `package_versions: ${name} has no stable version on the index.${offer && `${offer} Name one to have a pre-release.`}`;
  }
}
