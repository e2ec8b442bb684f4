/** Reads the inputs of any command: fills in defaults, parses each, and reports all problems together. */
import { defined } from '../defined.ts';
import type { Parsed, Problem } from '../errors.ts';
import { shown } from '../names/shown.ts';
import type { Where } from './building.ts';
import { inputsOf, secretRows, whyForeign, wordsFor } from './command-inputs.ts';
import { nearest } from '../names/nearest.ts';
import type { Env, Raw, Say } from './registry.ts';
import type { Many } from './splitting.ts';
import {
  type CommandName,
  type InputRow,
  type InputWords,
  optionOf,
  variableOf,
  writtenOption,
} from './row.ts';
import { inputTable } from './table.ts';

export interface Read<T> {
  /** Undefined when there are problems. */
  readonly inputs?: T;
  /** A message begins with the input as the user calls it. */
  readonly problems: readonly Problem[];
}

type Needed<T> = { [K in keyof T]: Exclude<T[K], undefined> };
type Optional<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

export interface InputReader {
  /** The text, or the default; undefined for an input that has a problem already. */
  readonly given: (name: string) => string | undefined;
  /** As `given`, but empty for an input that has a problem already. */
  readonly text: (name: string) => string;
  /** Undefined where there is no value, or where it was refused and the problem is recorded. */
  readonly one: <T>(name: string, parse: (text: string) => Parsed<T>) => T | undefined;
  /** Without the values that were refused, whose problems are recorded. */
  readonly many: <T>(name: string, parse: (text: string) => Many<T>) => T;
  readonly say: Say;
  /** Read only for values that GitHub fills in itself. */
  readonly env: Env;
  /** How the user calls an input: by its name in a workflow, by its option on the command line. */
  readonly called: (name: string) => string;
  /** A field of `needed` is undefined only where it was refused, since it has a default or is required. */
  readonly done: <N extends object, O extends object>(
    needed: N,
    optional: O,
  ) => Read<Needed<N> & Optional<O>>;
}

/** Where inputs are written that are neither of the step nor of the command line: `python-images.yml:3:5`. */
export type Places = Readonly<Record<string, string>>;

/** @param env read only for values that GitHub fills in itself, where a workflow leaves them empty. */
export function inputReader(
  command: CommandName,
  raw: Raw,
  where: Where,
  env: Env,
  places: Places = {},
): InputReader {
  const problems: Problem[] = [];
  const called = (name: string): string =>
    places[name] === undefined ? labelOf(name, where) : `${name} (${places[name]})`;
  const say: Say = (name, message) => {
    const label = places[name] === undefined ? called(name) : `${places[name]}: ${name}`;
    problems.push({ station: 'input', about: name, message: `${label}: ${message}` });
  };
  const texts = textsOf(command, raw, where, env, say);
  const text = (name: string): string => texts.get(name) ?? '';
  return {
    given: (name) => texts.get(name),
    text,
    one(name, parse) {
      if (text(name) === '') return undefined;
      const result = parse(text(name));
      if (result.ok) return result.value;
      say(name, result.message);
      return undefined;
    },
    many(name, parse) {
      const { value, messages } = parse(text(name));
      for (const message of messages) say(name, message);
      return value;
    },
    say,
    env,
    called,
    done(needed, optional) {
      const whole = complete(needed);
      if (problems.length > 0 || whole === undefined) return { problems: inOrder(problems) };
      return { inputs: { ...whole, ...(defined(optional) as Optional<typeof optional>) }, problems };
    },
  };
}

function labelOf(name: string, where: Where): string {
  // The name of an input that does not exist may be anything.
  if (!/^[\w-]{1,60}$/.test(name)) return shown(name);
  if (where === 'cli' && secretRows.some((row) => row.name === name)) return variableOf(name);
  const row = inputTable.find((one) => one.name === name);
  if (where === 'cli' && row?.place !== undefined) return writtenOption(row);
  return where === 'action' ? name : optionOf(name);
}

/** The text or default of every input; one that is missing or has a forbidden character is a problem, and left out. */
function textsOf(
  command: CommandName,
  raw: Raw,
  where: Where,
  env: Env,
  say: Say,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const row of inputsOf(command)) {
    if (row.secret) continue;
    const given = (Object.hasOwn(raw, row.name) ? raw[row.name]! : '').replace(/\r\n?/g, '\n').trim();
    const wrong =
      given === '' && isNeeded(row, raw) ? missing(wordsFor(command, row)).trim() : wrongText(given, row);
    if (wrong !== undefined) say(row.name, wrong);
    const fallback = where === 'cli' ? (row.cliDefault ?? row.default) : row.default;
    const fromRunner = where === 'action' && row.actionDefault ? env[row.actionDefault.variable] : undefined;
    if (wrong === undefined) texts.set(row.name, given || fromRunner || fallback);
  }
  return texts;
}

/** Whether an empty value is a mistake. */
const isNeeded = ({ required }: InputRow, raw: Raw): boolean =>
  required === true || (required !== undefined && (raw[required.unless] ?? '').trim() === '');

const missing = ({ description, example }: InputWords): string =>
  `it is missing. ${description} ${example === undefined ? '' : `For example: ${example}`}`;

/**
 * Warnings about names that the command does not take: no errors, since a runner too only warns of them. Their values are
 * not shown, since they may be secrets.
 */
export function unknownInputs(command: CommandName, raw: Raw): string[] {
  const names = inputsOf(command).map((row) => row.name);
  return Object.keys(raw)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const near = nearest(name, names);
      const way = near === undefined ? 'docs/inputs.md lists all.' : `Did you mean "${near}"?`;
      const why = whyForeign(command, name) ?? `there is no such input. ${way}`;
      return `${labelOf(name, 'action')}: ${why}`;
    });
}

/** Inputs of one value whose value may have several lines. */
const multiline: ReadonlySet<string> = new Set(['command', 'verify_command']);

/** Refuses characters that no program takes and that logs act upon. */
function wrongText(text: string, row: InputRow): string | undefined {
  const oneLine = row.kind !== 'lines' && row.kind !== 'list' && !multiline.has(row.name);
  // oxlint-disable-next-line no-control-regex
  if (oneLine && /[\n\u2028\u2029]/.test(text))
    return `it must be one line, and has a line break: ${hidden(row, text)}.`;
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text))
    return `it has a control character: ${hidden(row, text)}.`;
  return undefined;
}

/** The value for a message; inputs into which people put secrets by mistake are not shown. */
const hidden = (row: InputRow, text: string): string =>
  ['secrets', 'build_args', 'index_url', 'extra_indexes', 'verify_env'].includes(row.name)
    ? 'write it anew'
    : shown(text);

/** Problems in the order of the table; those of unknown inputs last. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const place = (problem: Problem): number => {
    const index = inputTable.findIndex((row) => row.name === problem.about);
    return index === -1 ? inputTable.length : index;
  };
  return problems.toSorted((one, other) => place(one) - place(other));
}

/** Undefined where a field is undefined. */
const complete = <T extends object>(value: T): Needed<T> | undefined =>
  Object.values(value).includes(undefined) ? undefined : (value as Needed<T>);
