/** The cell that a row of `include` adds to a matrix. */
import type { Problem, Station } from '../../errors.ts';
import { parsePackageVersion } from '../../names/package-version.ts';
import { parsePythonVersion } from '../../names/python-version.ts';
import { shown } from '../../names/shown.ts';
import { lostZeroHint } from '../../package-index/lost-zero.ts';
import { selectVersions, whyRefused } from '../../package-index/select.ts';
import type { Project } from '../../package-index/simple.ts';
import { type IncludeRow, type MatrixCell, type MatrixPackage, projectKey } from './matrix.ts';
import { namedBy } from './fitting.ts';
import { withOverrides } from './overrides.ts';

/**
 * What the matrix has one of alone, a row need not name.
 *
 * @returns a problem where the row cannot add one.
 */
export function addedBy(
  { match, inputs, where }: IncludeRow,
  packages: readonly MatrixPackage[],
  projects: ReadonlyMap<string, Project>,
): MatrixCell | Problem {
  const wrong = (message: string, station: Station = 'input'): Problem => ({
    station,
    about: 'include',
    message: `${where} ${message}`,
  });
  const names = packages.map((one) => one.package);
  const of = new Set(
    (match.package === undefined ? names : namedBy(match.package, names)).map(({ text }) => text),
  );
  if (of.size === 0)
    return wrong(
      `names the package ${shown(match.package ?? '')}, which is not among packages: name it there, too.`,
    );
  if (match.package_version !== undefined && !parsePackageVersion(match.package_version).ok)
    return wrong(
      `names the version ${shown(match.package_version)}, and a row is about one version: name it, like "1.2.3", or leave package_version out, so that the row is about all of the matrix.`,
    );
  const one = packages.find(({ package: { text } }) => of.has(text));
  const version = match.package_version ?? (one && onlyVersion(one));
  const pythonText = match.python_version ?? (one && onlyPython(one));
  const base = match.target_base ?? (one && only(one.bases));
  if (
    of.size !== 1 ||
    one === undefined ||
    version === undefined ||
    pythonText === undefined ||
    base === undefined
  ) {
    const missing = [
      ...(of.size === 1 ? [] : ['one of the packages']),
      ...(version === undefined ? ['package_version'] : []),
      ...(pythonText === undefined ? ['python_version'] : []),
      ...(base === undefined ? ['target_base'] : []),
    ];
    return wrong(
      `is about no image of the matrix. To add one, it must name ${new Intl.ListFormat('en-GB').format(missing)}.`,
    );
  }
  const { name } = one.package;
  const python = parsePythonVersion(pythonText);
  if (!python.ok) return wrong(`adds ${name}: ${python.message}`);
  const parsed = parsePackageVersion(version);
  if (!parsed.ok) return wrong(`adds ${name}: ${parsed.message}`);
  const own = withOverrides(one.inputs, inputs);
  const project = projects.get(projectKey(name, own));
  const selected =
    project &&
    selectVersions(project, [{ kind: 'exact', version: parsed.value, written: version }], python.value)
      .versions[0];
  if (selected === undefined)
    return wrong(
      `adds ${name} ${shown(version)}, which is not on the index.${project === undefined ? '' : lostZeroHint(project, version)}`,
      'index',
    );
  const rule = whyRefused(selected, python.value);
  if (rule !== undefined)
    return wrong(
      `adds ${name} ${selected.version.text} on Python ${pythonText}, and it requires Python ${shown(rule)}.`,
    );
  return {
    package: one.package,
    version: selected,
    python: python.value,
    base,
    inputs: own,
    pythonIsNamed: true,
  };
}

const only = <T>(values: readonly T[]): T | undefined => (values.length === 1 ? values[0] : undefined);

function onlyVersion({ versions }: MatrixPackage): string | undefined {
  const selector = only(versions);
  return selector?.kind === 'exact' ? selector.written : undefined;
}

function onlyPython({ pythons }: MatrixPackage): string | undefined {
  const selector = only(pythons);
  return selector?.kind === 'exact' ? selector.python.text : undefined;
}
