/** Reads a matrix: the inputs of the step, and a file that says more for each package. */
import { type Parsed, type Problem, uniqueProblems } from '../../errors.ts';
import { cellInputs } from '../../inputs/cells.ts';
import { inputsOf } from '../../inputs/command-inputs.ts';
import { parseVariant } from '../../inputs/image.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import { parsePackage } from '../../inputs/packages.ts';
import type { PlanInputs } from '../../inputs/plan.ts';
import { readInputs } from '../../inputs/read.ts';
import type { Raw } from '../../inputs/registry.ts';
import { parseEach, splitLines, splitList } from '../../inputs/splitting.ts';
import { parsePythonSelector } from '../../names/python-selection.ts';
import { repositoryText } from '../../names/reference.ts';
import { parseVersionSelectors } from '../../names/version-selection.ts';
import type { ExcludeRow, IncludeRow, MatrixCell, MatrixPackage } from './matrix.ts';
import { imageInputs, type Layer, layerReader, type MatchRow, matrixLists } from './layer.ts';

/** The file that is taken where no other is named. */
export const usualFile = 'python-images.yml';

export interface Matrix {
  readonly packages: readonly MatrixPackage[];
  readonly exclude: readonly ExcludeRow[];
  readonly include: readonly IncludeRow[];
  /** Reads the inputs of one image. @param tags more than those of its inputs. */
  readonly read: (cell: Pick<MatrixCell, 'package' | 'base' | 'inputs'>, exact: ExactCell) => CellInputs;
  /** Inputs of an image as any of the matrix has them, to open a session with. */
  readonly usual?: Inputs;
  readonly problems: readonly Problem[];
}

export interface ExactCell {
  readonly version: string;
  readonly python: string;
  readonly tags: readonly string[];
}

export interface CellInputs {
  readonly inputs?: Inputs;
  readonly problems: readonly Problem[];
  /** The inputs by name, for the command `build`: those that differ from its defaults. */
  readonly raw: Raw;
}

const topNames: readonly string[] = ['packages', ...matrixLists, ...imageInputs];

/** @param file its path and text, where there is one. */
export function readMatrix(
  { raw: step, where, env }: PlanInputs,
  file: { readonly path: string; readonly text: string } | undefined,
): Matrix {
  const problems: Problem[] = [];
  const say = (about: string, message: string): void =>
    void problems.push({ station: 'input', about, message });
  const top = file === undefined ? emptyLayer : undefined;
  const reader = file === undefined ? undefined : layerReader(file.text, file.path, file.path);
  const root = reader?.yaml.root;
  const topLayer =
    top ??
    (root === undefined ? emptyLayer : reader!.layer(root, topNames, ['packages', 'include', 'exclude']));
  const fields = root === undefined ? [] : (reader!.yaml.fields(root) ?? []);
  const fieldOf = (name: string): unknown => fields.find((field) => field.name === name)?.value;
  const packageLayers = packagesOf(fieldOf('packages'));
  const rowsOf = (name: 'include' | 'exclude'): MatchRow[] => {
    const node = fieldOf(name);
    const ofFile = node === undefined ? [] : reader!.rows(node, name, name === 'include');
    const text = (step[name] ?? '').trim();
    if (text === '') return ofFile;
    const own = layerReader(text, name, name);
    const ofStep = own.yaml.root === undefined ? [] : own.rows(own.yaml.root, name, name === 'include');
    problems.push(...own.problems());
    return [...ofFile, ...ofStep];
  };
  const [exclude, include] = [rowsOf('exclude'), rowsOf('include')];
  problems.push(...(reader?.problems() ?? []));

  const stepLayer: Layer = { raw: step, at: {} };
  const named = splitList(step['packages'] ?? '').map((name): Layer => ({ raw: { package: name }, at: {} }));
  const layers = packageLayers.length > 0 ? packageLayers : named;
  if (layers.length === 0 && problems.length === 0)
    say(
      'packages',
      `packages: it is missing. Name packages, like "uvicorn[standard] gunicorn", or write a file ${usualFile} with a list of them.`,
    );
  const severalPackages = layers.length > 1;
  const packages = layers.flatMap((layer) => {
    const all = over(stepLayer, topLayer, layer);
    return packageOf(all, say);
  });

  const readCell: Matrix['read'] = (cell, exact) => {
    const own: Record<string, string> = {
      ...cell.inputs,
      package: cell.package.text,
      package_version: exact.version,
      python_version: exact.python,
      target_base: cell.base,
    };
    own['image_name'] = nameFor(own['image_name'] ?? '', cell.package.name, severalPackages, env);
    const tags = [...splitList(own['tags'] ?? ''), ...exact.tags];
    if (tags.length > 0) own['tags'] = tags.join(' ');
    const { inputs, problems: wrong } = readInputs({ ...ofMachine(step), ...own, push: 'true' }, where, env);
    return {
      problems: wrong,
      raw: inputs === undefined ? own : handedOn(own, inputs),
      ...(inputs === undefined ? {} : { inputs }),
    };
  };
  const trials = packages.map(({ package: one, bases, inputs, at }) => {
    const trial = readCell(
      { package: one, base: bases[0] ?? 'slim', inputs },
      { version: '1', python: '3.13', tags: [] },
    );
    for (const problem of trial.problems) problems.push(placed(problem, at));
    return trial.inputs;
  });
  const usual = trials.find((one) => one !== undefined);
  return {
    packages,
    exclude: exclude.map(({ match, where: place }) => ({ match, where: place })),
    include: include.map(({ match, layer, where: place }) => ({ match, inputs: layer.raw, where: place })),
    read: readCell,
    problems: uniqueProblems(problems),
    ...(usual === undefined ? {} : { usual }),
  };

  function packagesOf(node: unknown): Layer[] {
    if (node === undefined || reader === undefined) return [];
    const { yaml } = reader;
    const items = yaml.items(node);
    if (items === undefined || items.length === 0) {
      yaml.say(
        node,
        'packages must be a list, each a name or a mapping: "- uvicorn" or "- package: uvicorn".',
      );
      return [];
    }
    return items.flatMap((item): Layer[] => {
      if (yaml.fields(item) === undefined) {
        const name = yaml.text(item, 'a package');
        return name === undefined ? [] : [{ raw: { package: name }, at: { package: yaml.place(item) } }];
      }
      const layer = reader.layer(item, ['package', ...matrixLists, ...imageInputs]);
      if (layer.raw['package'] === undefined)
        yaml.say(item, 'this row names no package: it needs "package".');
      return layer.raw['package'] === undefined ? [] : [layer];
    });
  }
}

const emptyLayer: Layer = { raw: {}, at: {} };

/** Later layers win. */
const over = (...layers: readonly Layer[]): Layer => ({
  raw: Object.assign({}, ...layers.map(({ raw }) => raw)) as Raw,
  at: Object.assign({}, ...layers.map(({ at }) => at)) as Raw,
});

type PlacedPackage = MatrixPackage & { readonly at: Raw };

function packageOf({ raw, at }: Layer, say: (about: string, message: string) => void): PlacedPackage[] {
  const sayOf = (name: string, message: string): void =>
    say(name, `${at[name] ?? name}: ${at[name] === undefined ? '' : `${name}: `}${message}`);
  const text = (name: string): string =>
    (raw[name] ?? '').trim() || (inputsOf('plan').find((row) => row.name === name)?.default ?? '');
  const parts = <T>(name: string, texts: readonly string[], parse: (part: string) => Parsed<T>): T[] => {
    const { value, messages } = parseEach(texts, parse);
    for (const message of messages) sayOf(name, message);
    if (texts.length === 0) sayOf(name, 'it names nothing.');
    return value;
  };
  const wanted = parsePackage(text('package'));
  if (!wanted.ok) sayOf('package', wanted.message);
  const versions = parts(
    'package_versions',
    splitLines(text('package_versions')),
    parseVersionSelectors,
  ).flat();
  const pythons = parts(
    'python_versions',
    splitLines(text('python_versions'))
      .flatMap((line) => line.split(','))
      .flatMap((part) => (/^\s*supported\b/i.test(part) ? [part.trim()] : part.split(/\s+/)))
      .filter(Boolean),
    parsePythonSelector,
  );
  const bases = parts('target_bases', [...new Set(splitList(text('target_bases')))], (base) => {
    const variant = parseVariant(base);
    return variant.ok ? { ok: true as const, value: base } : variant;
  });
  if (!wanted.ok) return [];
  const inputs = Object.fromEntries(
    Object.entries(raw).filter(
      ([name, value]) => cellInputs.includes(name) && name !== 'package' && value.trim() !== '',
    ),
  );
  return [{ package: wanted.value, versions, pythons, bases, inputs, at }];
}

/** The problem of an input that is written in the file, with its place. */
function placed(problem: Problem, at: Raw): Problem {
  const place = problem.about === undefined ? undefined : at[problem.about];
  if (place === undefined) return problem;
  const rest = problem.message.replace(/^\S+: /, '');
  return { ...problem, message: `${place}: ${problem.about}: ${rest}` };
}

/** What belongs to the step and its machine, which every image is read with. */
const ofMachine = (step: Raw): Raw =>
  Object.fromEntries(Object.entries(step).filter(([name]) => !['packages', ...matrixLists].includes(name)));

/** `{package}` stands for the package; of several, it is added to the name of the repository that GitHub fills in. */
function nameFor(text: string, name: string, severalPackages: boolean, env: PlanInputs['env']): string {
  const isFilledIn = text === '' || text === env['GITHUB_REPOSITORY'];
  const template = severalPackages && isFilledIn && text !== '' ? `${text}/{package}` : text;
  return template.replaceAll('{package}', name);
}

/** What `build` is given: values that are not its defaults, and those that depend on where they are read. */
function handedOn(own: Raw, { repositories, maintainer }: Inputs): Raw {
  const rows = inputsOf('build');
  const given = Object.entries(own).filter(([name, value]) => {
    const row = rows.find((one) => one.name === name);
    return row !== undefined && cellInputs.includes(name) && value.trim() !== row.default;
  });
  return {
    ...Object.fromEntries(given),
    package: own['package'] ?? '',
    package_version: own['package_version'] ?? '',
    python_version: own['python_version'] ?? '',
    target_base: own['target_base'] ?? '',
    image_name: repositories.map(repositoryText).join('\n'),
    ...(maintainer === '' ? {} : { maintainer }),
  };
}
