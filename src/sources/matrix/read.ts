/** Reads a matrix: the inputs of the step, and a file that says more for each package. */
import { defined } from '../../defined.ts';
import { Failure, type Problem, uniqueProblems } from '../../errors.ts';
import { cellInputs } from '../../inputs/cells.ts';
import { inputsOf } from '../../inputs/command-inputs.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import { parseMatrixBases, parseMatrixPythons, parseMatrixVersions } from '../../inputs/matrix.ts';
import { parsePackage } from '../../inputs/packages.ts';
import type { PlanInputs } from '../../inputs/plan.ts';
import type { Many } from '../../inputs/splitting.ts';
import type { WheelStorePlace } from '../../wheel-cache/store.ts';
import { namedBy } from './fitting.ts';
import type { Layer, MatchRow } from './layer.ts';
import type { ExcludeRow, IncludeRow, MatrixPackage } from './matrix.ts';
import { withOverrides } from './overrides.ts';
import { type CellReader, cellReader } from './read-cell.ts';
import { type MatrixFile, type MatrixText, readMatrixText, usualFile } from './text.ts';

export interface Matrix {
  readonly packages: readonly MatrixPackage[];
  readonly exclude: readonly ExcludeRow[];
  readonly include: readonly IncludeRow[];
  /** Reads the inputs of one image. */
  readonly read: CellReader;
  /** What of the step does not count. */
  readonly notes: readonly string[];
  /** Of each package the inputs of an image; of the first, a session is opened with them. */
  readonly samples: readonly [Inputs, ...Inputs[]];
  /** Where all images save the wheels that they compile for which no place is named; absent where one is for each. */
  readonly sharedStore?: WheelStorePlace;
}

/** @throws Failure with all that is wrong with the step and the file. */
export function readMatrix(inputs: PlanInputs, file: MatrixFile | undefined): Matrix {
  const text = readMatrixText(inputs.raw, file, inputs.env);
  const problems = [...text.problems];
  const say = (about: string, message: string): void =>
    void problems.push({ station: 'input', about, message });
  if (text.packages.length === 0 && problems.length === 0) say('packages', withoutPackages(file, text));
  const packages = text.packages.flatMap((layer) => packageOf(layer, say));
  const read = cellReader(inputs, text.packages.length > 1);
  // What is wrong with the inputs of an image is said before the index is asked for its version.
  const samples = packages.flatMap(({ package: one, bases, inputs: own, at }) => {
    const sample = read(
      { package: one, base: bases[0] ?? 'slim', inputs: own },
      { version: '1', python: '3.13', tags: [] },
      at,
    );
    problems.push(...sample.problems);
    return sample.inputs === undefined ? [] : { raw: sample.raw, inputs: sample.inputs };
  });
  problems.push(...text.include.flatMap((row) => problemsOfRow(row, packages, read)));
  const [first, ...others] = samples.map((sample) => sample.inputs);
  const unnamed = samples.find(({ raw }) => raw['wheel_store'] === undefined);
  if (first === undefined || problems.length > 0) throw new Failure(uniqueProblems(problems));
  return {
    packages,
    exclude: text.exclude.map(({ match, where }) => ({ match, where })),
    include: text.include.map(({ match, layer, where }) => ({ match, inputs: layer.raw, where })),
    read,
    notes: text.notes,
    samples: [first, ...others],
    ...defined({ sharedStore: unnamed?.inputs.wheelStore }),
  };
}

/** The message for a matrix without packages. */
function withoutPackages(file: MatrixFile | undefined, { isEmptyFile }: MatrixText): string {
  const way = 'Name packages, like "uvicorn[standard] gunicorn"';
  if (file === undefined)
    return `packages: it is missing. ${way}, or write a file ${usualFile} with a list of them.`;
  const what = isEmptyFile ? 'the file is empty' : 'it has no packages';
  return `${file.path}: ${what}. ${way}, or write a list of them into the file, as packages.`;
}

/** What is wrong with the inputs of a row, read as those of an image that it may be about. */
function problemsOfRow(
  { match, layer }: MatchRow,
  packages: readonly PlacedPackage[],
  read: CellReader,
): readonly Problem[] {
  const names = packages.map((one) => one.package);
  const [name] = match.package === undefined ? names : namedBy(match.package, names);
  const of = packages.find((one) => one.package === name);
  if (of === undefined) return [];
  const { problems } = read(
    {
      package: of.package,
      base: match.target_base ?? of.bases[0] ?? 'slim',
      inputs: withOverrides(of.inputs, layer.raw),
    },
    { version: match.package_version ?? '1', python: match.python_version ?? '3.13', tags: [] },
    layer.at,
  );
  return problems.filter(({ about }) => about !== undefined && layer.at[about] !== undefined);
}

/** With the place of each input that the file has. */
type PlacedPackage = MatrixPackage & Pick<Layer, 'at'>;

function packageOf({ raw, at }: Layer, say: (about: string, message: string) => void): PlacedPackage[] {
  const sayOf = (name: string, message: string): void =>
    say(name, `${at[name] ?? name}: ${at[name] === undefined ? '' : `${name}: `}${message}`);
  const text = (name: string): string =>
    (raw[name] ?? '').trim() || (inputsOf('plan').find((row) => row.name === name)?.default ?? '');
  const parts = <T>(name: string, parse: (value: string) => Many<readonly T[]>): readonly T[] => {
    const { value, messages } = parse(text(name));
    for (const message of messages) sayOf(name, message);
    if (value.length === 0 && messages.length === 0) sayOf(name, 'it names nothing.');
    return value;
  };
  const wanted = parsePackage(text('package'));
  if (!wanted.ok) sayOf('package', wanted.message);
  const versions = parts('package_versions', parseMatrixVersions);
  const pythons = parts('python_versions', parseMatrixPythons);
  const bases = parts('target_bases', parseMatrixBases);
  if (!wanted.ok) return [];
  const inputs = Object.fromEntries(
    Object.entries(raw).filter(
      ([name, value]) => cellInputs.includes(name) && name !== 'package' && value.trim() !== '',
    ),
  );
  return [{ package: wanted.value, versions, pythons, bases, inputs, at }];
}
