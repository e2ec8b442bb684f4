/** The cells of a matrix: every version with every Python on every base, without those that cannot be or were left out. */
import { isSameVersion, parsePackageVersion } from '../../names/package-version.ts';
import type { PackageName } from '../../names/package-name.ts';
import { selectPythons, type PythonSelector } from '../../names/python-selection.ts';
import type { PythonVersion } from '../../names/python-version.ts';
import { shown } from '../../names/shown.ts';
import type { VersionSelector } from '../../names/version-selection.ts';
import { type SelectedVersion, selectVersions, whyRefused } from '../../package-index/select.ts';
import type { Project } from '../../package-index/simple.ts';

type Raw = Readonly<Record<string, string>>;

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
  /** Whether both version and Python were named: what was found may be left out, what was named may not. */
  readonly named: boolean;
}

/** A cell, or several that differ in what is not there, which is not made. */
export interface LeftOut {
  readonly package: string;
  readonly version?: string;
  readonly python?: string;
  readonly base?: string;
  readonly because: string;
}

export interface Expanded {
  readonly cells: readonly MatrixCell[];
  readonly leftOut: readonly LeftOut[];
  /** Messages about what the matrix asks for and cannot have. */
  readonly messages: readonly string[];
  /** Messages that stop nothing. */
  readonly notes: readonly string[];
}

/**
 * @param projects pages of the index, by normalized name.
 * @param today milliseconds since the epoch.
 */
export function expand(
  packages: readonly MatrixPackage[],
  exclude: readonly ExcludeRow[],
  include: readonly IncludeRow[],
  projects: ReadonlyMap<string, Project>,
  today: number,
): Expanded {
  const leftOut: LeftOut[] = [];
  const messages: string[] = [];
  const notes: string[] = [];
  const all = packages.flatMap((one) => {
    const made = cellsOfPackage(one, projects.get(one.package.name)!, today);
    leftOut.push(...made.leftOut);
    messages.push(...made.messages);
    return made.cells;
  });
  const kept = all.filter((cell) => {
    const row = exclude.find(({ match }) => matches(cell, match));
    if (row !== undefined) leftOut.push({ ...nameOf(cell), because: `${row.where} excludes it` });
    return row === undefined;
  });
  for (const row of exclude) {
    if (!all.some((cell) => matches(cell, row.match))) notes.push(`${row.where} excludes no image`);
  }
  const cells = include.reduce<readonly MatrixCell[]>((before, row) => {
    if (before.some((cell) => matches(cell, row.match)))
      return before.map((cell) =>
        matches(cell, row.match) ? { ...cell, inputs: { ...cell.inputs, ...row.inputs } } : cell,
      );
    const added = addedBy(row, packages, projects, today);
    if (typeof added !== 'string') return [...before, added];
    messages.push(added);
    return before;
  }, kept);
  return { cells, leftOut, messages, notes };
}

const nameOf = ({ package: { text }, version, python, base }: MatrixCell) => ({
  package: text,
  version: writtenText(version),
  python: python.text,
  base,
});

export const writtenText = ({ version, written }: SelectedVersion): string => written ?? version.text;

/** Whether a cell has everything that a row names. A version is the same however it is written; `3.12` is not `3.12.4`. */
function matches({ package: wanted, version, python, base }: MatrixCell, match: CellMatch): boolean {
  const asked = match.package?.toLowerCase();
  return (
    (asked === undefined || asked === wanted.text.toLowerCase() || asked === wanted.name) &&
    (match.package_version === undefined || isSameVersion(match.package_version, version.version.text)) &&
    (match.python_version === undefined || match.python_version === python.text) &&
    (match.target_base === undefined || match.target_base === base)
  );
}

function cellsOfPackage(
  { package: wanted, versions, pythons: selectors, bases, inputs }: MatrixPackage,
  project: Project,
  today: number,
): Pick<Expanded, 'cells' | 'leftOut' | 'messages'> {
  const cells: MatrixCell[] = [];
  const leftOut: LeftOut[] = [];
  const messages = new Set<string>();
  for (const python of selectPythons(selectors, today)) {
    const isNamedPython = selectors.some((one) => one.kind === 'exact' && one.python.text === python.text);
    const selected = selectVersions(project, versions, python);
    for (const { selector, newest } of selected.nothing)
      messages.add(nothingText(wanted.text, selector, newest));
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
      const named = isNamedPython && version.written !== undefined;
      for (const base of bases) cells.push({ package: wanted, version, python, base, inputs, named });
    }
  }
  return { cells, leftOut, messages: [...messages] };
}

function nothingText(name: string, selector: VersionSelector, newest: readonly string[]): string {
  const offer = newest.length === 0 ? '' : ` The newest there are: ${newest.join(', ')}.`;
  switch (selector.kind) {
    case 'exact':
      return `package_versions: ${name} has no version ${shown(selector.written)} on the index.${offer}`;
    case 'range':
      return `package_versions: ${name} has no stable version in ${shown(selector.text)} on the index.${offer}`;
    case 'latest':
    case 'last':
    case 'minors':
      return `package_versions: ${name} has no stable version on the index.${offer} Name one to have a pre-release.`;
  }
}

/** The cell that a row of `include` adds, as a row of a workflow's matrix does where it fits none that is there; or why not. */
function addedBy(
  { match, inputs, where }: IncludeRow,
  packages: readonly MatrixPackage[],
  projects: ReadonlyMap<string, Project>,
  today: number,
): MatrixCell | string {
  const of = packages.filter(
    ({ package: { text, name } }) =>
      match.package === undefined || [text.toLowerCase(), name].includes(match.package.toLowerCase()),
  );
  const [one] = of;
  const { package_version: version, python_version: pythonText, target_base: base } = match;
  if (
    of.length !== 1 ||
    one === undefined ||
    version === undefined ||
    pythonText === undefined ||
    base === undefined
  )
    return `${where} is about no image of the matrix. To add one, it must name package_version, python_version and target_base${packages.length === 1 ? '' : ', and one of the packages'}.`;
  const project = projects.get(one.package.name)!;
  const [python] = selectPythons([{ kind: 'exact', python: pythonOf(pythonText) }], today);
  const parsed = parsePackageVersion(version);
  const [selected] = parsed.ok
    ? selectVersions(project, [{ kind: 'exact', version: parsed.value, written: version }], python!).versions
    : [];
  if (selected === undefined)
    return `${where} adds ${one.package.name} ${shown(version)}, which is not on the index.`;
  const rule = whyRefused(selected, python!);
  if (rule !== undefined)
    return `${where} adds ${one.package.name} ${selected.version.text} on Python ${pythonText}, and it requires Python ${shown(rule)}.`;
  return {
    package: one.package,
    version: selected,
    python: python!,
    base,
    inputs: { ...one.inputs, ...inputs },
    named: true,
  };
}

/** @param text a version that was parsed before. */
function pythonOf(text: string): PythonVersion {
  const [major, minor, patch] = text.split('.');
  return { text, minor: `${major}.${minor}`, ...(patch === undefined ? {} : { patch: Number(patch) }) };
}
