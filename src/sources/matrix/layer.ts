/**
 * Inputs by name that are written in YAML, each with its place. By hand over the nodes of the library `yaml`, and not with
 * a library of schemas: values are texts that the readers of the inputs judge, as everywhere else; what is left are
 * places, and numbers that YAML has changed.
 */
import { isScalar } from 'yaml';
import type { Problem } from '../../errors.ts';
import { cellInputs } from '../../inputs/cells.ts';
import type { Raw } from '../../inputs/registry.ts';
import type { CommandName, InputRow } from '../../inputs/row.ts';
import { inputTable } from '../../inputs/table.ts';
import { nearest } from '../../names/nearest.ts';
import { shown } from '../../names/shown.ts';
import { type YamlField, type YamlReader, yamlReader } from '../yaml-nodes.ts';
import type { CellMatch } from './matrix.ts';

export interface Layer {
  /** Texts as a step would have them, by name. */
  readonly raw: Raw;
  /** Where each is written: `python-images.yml:3:5`. */
  readonly at: Readonly<Record<string, string>>;
}

/** A row of `include` or `exclude`. */
export interface MatchRow {
  readonly match: CellMatch;
  readonly layer: Layer;
  /** `python-images.yml:12:5`, or `exclude:1:1` of a step. */
  readonly where: string;
}

export const matrixLists = ['package_versions', 'python_versions', 'target_bases'] as const;

/** What a row names of the cells that it is about. */
export const matchKeys = ['package', 'package_version', 'python_version', 'target_base'] as const;

/** Inputs of a matrix that every package may have its own of. */
export const imageInputs: readonly string[] = cellInputs.filter(
  (name) => !['package_latest_version', 'registry', 'part', ...matchKeys].includes(name),
);

export interface LayerReader {
  readonly yaml: YamlReader;
  /** @param names those that may be there. @param left fields that are read elsewhere. */
  layer(node: unknown, names: readonly string[], left?: readonly string[]): Layer;
  /** @param others whether rows may have inputs for the cells, too. */
  rows(node: unknown, what: string, others: boolean): MatchRow[];
  problems(): Problem[];
}

/** @param about the input or file that problems are of. */
export function layerReader(text: string, path: string, about: string): LayerReader {
  const said: { readonly message: string; readonly offset: number }[] = [];
  const yaml = yamlReader(text, path, (message, offset) => said.push({ message, offset }));
  const layer = (node: unknown, names: readonly string[], left: readonly string[] = []): Layer => {
    const raw: Record<string, string> = {};
    const at: Record<string, string> = {};
    const fields = yaml.fields(node);
    if (fields === undefined) yaml.say(node, 'this is no mapping: write "name: value".');
    for (const field of fields ?? []) {
      const { name, key } = field;
      if (left.includes(name)) continue;
      if (!names.includes(name)) {
        yaml.say(key, unknownKey(name, [...new Set([...left, ...names])]));
        continue;
      }
      if (Object.hasOwn(raw, name)) yaml.say(key, `${name} is there twice: keep one.`);
      const value = textOf(yaml, field);
      if (value === undefined) continue;
      raw[name] = value;
      at[name] = yaml.place(field.value);
    }
    return { raw, at };
  };
  return {
    yaml,
    layer,
    rows(node, what, others) {
      const items = yaml.items(node);
      if (items === undefined)
        yaml.say(node, `${what} is no list: write rows, like "- python_version: '3.11'".`);
      return (items ?? []).flatMap((item) => {
        const before = said.length;
        const { raw, at } = layer(item, [...matchKeys, ...(others ? imageInputs : [])]);
        if (said.length > before) return [];
        const match: Record<string, string> = {};
        const own: Record<string, string> = {};
        for (const [name, value] of Object.entries(raw))
          (matchKeys.some((key) => key === name) ? match : own)[name] = value;
        if (!others && Object.keys(match).length === 0) {
          yaml.say(item, `this row of ${what} names nothing: it would leave out everything.`);
          return [];
        }
        return [{ match, layer: { raw: own, at }, where: yaml.place(item) }];
      });
    },
    problems: () =>
      said
        .toSorted((one, other) => one.offset - other.offset)
        .map(({ message }): Problem => ({ station: 'input', about, message })),
  };
}

/** Keys of the whole file alone. */
const wholeFile = ['packages', 'include', 'exclude'];

/** @param names keys that may be there. */
function unknownKey(name: string, names: readonly string[]): string {
  // The list of a row's one value, or one value of a list.
  const pair = name.endsWith('s') ? name.slice(0, -1) : `${name}s`;
  const near = names.includes(pair) ? pair : nearest(name, names);
  const isInput = commandsOf(name).length > 0;
  if (near !== undefined && (near === pair || !isInput))
    return `there is no key ${shown(name)} here. Did you mean "${near}"?`;
  if (wholeFile.includes(name)) return `${name} is for all packages: write it at the top of the file.`;
  if (imageInputs.includes(name))
    return `${name} says how an image is made, and this row only names images, by ${matchKeys.join(', ')}: write it beside a package, or in a row of include.`;
  if (isInput)
    return `${name} belongs to the step or the command line, not into this list of images: give it to ${commandsOf(
      name,
    )
      .map((command) => `"${command}"`)
      .join(' and ')} there.`;
  const inputs = imageInputs.every((one) => names.includes(one))
    ? ', and inputs of an image, which docs/inputs.md lists'
    : '';
  const own = names.filter((one) => !imageInputs.includes(one));
  return `there is no key ${shown(name)} here. Keys are ${own.join(', ')}${inputs}.`;
}

/** Commands of a matrix that take an input. */
const commandsOf = (name: string): readonly CommandName[] =>
  (['plan', 'build'] as const).filter((command) => rowOf(name)?.commands.includes(command));

const rowOf = (name: string): InputRow | undefined => inputTable.find((row) => row.name === name);

/** Inputs whose lines are `key=value`: these may be a mapping. */
export const pairInputs: readonly string[] = ['build_args', 'labels', 'annotations'];

/** The text of a value: of a list one a line, of a mapping `key=value` a line. */
function textOf(yaml: YamlReader, { name, value }: YamlField): string | undefined {
  const kind = name === 'packages' ? 'list' : (rowOf(name)?.kind ?? 'text');
  const items = yaml.items(value);
  if (items !== undefined) {
    if (kind !== 'list' && kind !== 'lines') {
      yaml.say(value, `${name} is one value, and here is a list.`);
      return undefined;
    }
    const texts = items.map((item) => scalarText(yaml, item, name));
    return texts.includes(undefined) ? undefined : texts.join('\n');
  }
  const fields = yaml.fields(value);
  if (fields === undefined) return scalarText(yaml, value, name);
  if (!pairInputs.includes(name)) {
    const orList = kind === 'list' || kind === 'lines' ? ' or a list' : '';
    yaml.say(value, `${name} must be one text${orList}, and here is a mapping.`);
    return undefined;
  }
  const pairs = fields.map((field) => {
    const text = scalarText(yaml, field.value, `${name}.${field.name}`);
    return text === undefined ? undefined : `${field.name}=${text}`;
  });
  return pairs.includes(undefined) ? undefined : pairs.join('\n');
}

/** Numbers that YAML changes are refused: 3.10 is 3.1 for every other program that reads the file. */
function scalarText(yaml: YamlReader, node: unknown, what: string): string | undefined {
  const text = yaml.text(node, what);
  if (text === undefined || !isScalar(node) || typeof node.value !== 'number') return scalarValue(node, text);
  if (String(node.value) === text) return text;
  yaml.say(node, `${what} ${text} is the number ${node.value} in YAML: quote it, "${text}".`);
  return undefined;
}

/** A text of several lines is not what stands in the file. */
const scalarValue = (node: unknown, text: string | undefined): string | undefined =>
  isScalar(node) && typeof node.value === 'string' ? node.value : text;
