/** The texts of a matrix, from the step and from the file, with what the YAML is wrong in. No input is parsed here. */
import type { Problem } from '../../errors.ts';
import { inputsOf } from '../../inputs/command-inputs.ts';
import type { Env, Raw } from '../../inputs/registry.ts';
import { splitList } from '../../inputs/splitting.ts';
import { counted } from '../../report/units.ts';
import {
  imageInputs,
  type Layer,
  type LayerReader,
  layerReader,
  type MatchRow,
  matrixLists,
} from './layer.ts';
import { withOverrides } from './overrides.ts';

/** The file that is taken where no other is named. */
export const usualFile = 'python-images.yml';

export interface MatrixFile {
  readonly path: string;
  readonly text: string;
}

export interface MatrixText {
  /** For each package what holds for it: of the step, then of the file, then its own. */
  readonly packages: readonly Layer[];
  readonly exclude: readonly MatchRow[];
  readonly include: readonly MatchRow[];
  readonly problems: readonly Problem[];
  /** Whether there is a file, and it says nothing. */
  readonly isEmptyFile: boolean;
  /** What of the step does not count, since the file says it, too. */
  readonly notes: readonly string[];
}

const topNames: readonly string[] = ['packages', ...matrixLists, ...imageInputs];

/** @param step its inputs by name. @param env what a runner fills defaults in from. */
export function readMatrixText(step: Raw, file: MatrixFile | undefined, env: Env): MatrixText {
  const reader = layerReader(file?.text ?? '', file?.path ?? usualFile, file?.path ?? usualFile);
  const { yaml } = reader;
  const top =
    yaml.root === undefined
      ? emptyLayer
      : reader.layer(yaml.root, topNames, ['packages', 'include', 'exclude']);
  const fields = yaml.fields(yaml.root) ?? [];
  const fieldOf = (name: string): unknown => fields.find((field) => field.name === name)?.value;
  const ofFile = packagesOf(reader, fieldOf('packages'));
  const rowsOf = (name: 'exclude' | 'include'): Rows => {
    const takesInputs = name === 'include';
    const node = fieldOf(name);
    const rows = node === undefined ? [] : reader.rows(node, name, takesInputs);
    const inStep = rowsOfStep(step, name, takesInputs);
    return { rows: [...rows, ...inStep.rows], problems: inStep.problems };
  };
  const [exclude, include] = [rowsOf('exclude'), rowsOf('include')];
  const ofStep = splitList(step['packages'] ?? '').map((name): Layer => ({ raw: { package: name }, at: {} }));
  return {
    packages: (ofFile.length > 0 ? ofFile : ofStep).map((own) => over({ raw: step, at: {} }, top, own)),
    exclude: exclude.rows,
    include: include.rows,
    isEmptyFile: file !== undefined && yaml.root === undefined,
    problems: [...exclude.problems, ...include.problems, ...reader.problems()],
    notes: overruledNotes(
      file?.path ?? usualFile,
      topNames.filter((name) => isGiven(step, name, env)),
      top.raw,
      ofFile,
    ),
  };
}

/** So many packages are named; more are counted. */
const mostNames = 3;

/** One note of all inputs of the step that do not count. @param given those that the step says itself. */
function overruledNotes(
  path: string,
  given: readonly string[],
  top: Raw,
  packages: readonly Layer[],
): string[] {
  const overruled = given.flatMap((name) => {
    if (top[name] !== undefined || (name === 'packages' && packages.length > 0))
      return [{ name, text: name }];
    const own = packages.filter(({ raw }) => raw[name] !== undefined).map(({ raw }) => raw['package']);
    const who = own.length > mostNames ? counted(own.length, 'package') : own.join(', ');
    return own.length === 0 ? [] : [{ name, text: `${name} of ${who}` }];
  });
  const [first, ...others] = overruled;
  if (first === undefined) return [];
  const said = new Intl.ListFormat('en-GB').format(overruled.map(({ text }) => text));
  const counts =
    others.length === 0 ? `counts in place of the input ${first.name}` : 'count in place of these inputs';
  return [`${path} says ${said}, which ${counts}`];
}

/** Whether the step says something else than the default, which a runner fills in. */
function isGiven(step: Raw, name: string, env: Env): boolean {
  const value = (step[name] ?? '').trim();
  const row = inputsOf('plan').find((one) => one.name === name);
  const filledIn = row?.actionDefault && env[row.actionDefault.variable];
  return value !== '' && value !== row?.default && value !== filledIn;
}

interface Rows {
  readonly rows: readonly MatchRow[];
  readonly problems: readonly Problem[];
}

/** The rows of an input whose text is a list in YAML. */
function rowsOfStep(step: Raw, name: 'include' | 'exclude', takesInputs: boolean): Rows {
  const text = (step[name] ?? '').trim();
  if (text === '') return { rows: [], problems: [] };
  const reader = layerReader(text, name, name);
  const { root } = reader.yaml;
  const rows = root === undefined ? [] : reader.rows(root, name, takesInputs);
  return { rows, problems: reader.problems() };
}

function packagesOf(reader: LayerReader, node: unknown): Layer[] {
  if (node === undefined) return [];
  const { yaml } = reader;
  const items = yaml.items(node);
  if (items === undefined || items.length === 0) {
    yaml.say(node, 'packages must be a list, each a name or a mapping: "- uvicorn" or "- package: uvicorn".');
    return [];
  }
  return items.flatMap((item): Layer[] => {
    if (yaml.fields(item) === undefined) {
      const name = yaml.text(item, 'a package');
      return name === undefined ? [] : [{ raw: { package: name }, at: { package: yaml.place(item) } }];
    }
    const layer = reader.layer(item, ['package', ...matrixLists, ...imageInputs]);
    if (layer.raw['package'] === undefined) yaml.say(item, 'this row names no package: it needs "package".');
    return layer.raw['package'] === undefined ? [] : [layer];
  });
}

const emptyLayer: Layer = { raw: {}, at: {} };

/** Later layers win. */
const over = (...layers: readonly Layer[]): Layer => ({
  raw: layers.map(({ raw }) => raw).reduce(withOverrides),
  at: Object.assign({}, ...layers.map(({ at }) => at)) as Layer['at'],
});
