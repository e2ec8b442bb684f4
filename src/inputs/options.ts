/**
 * The command line: options from the table of inputs, and the few that only a terminal needs. Node's `parseArgs` alone
 * gives the tokens. commander and yargs would end at the first mistake and show values in their messages; here every
 * mistake is said at once, and no value of an option that does not exist is shown, since it may be a secret.
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Problem } from '../errors.ts';
import { shown } from '../names/shown.ts';
import { whyForeign } from './command-inputs.ts';
import { nearest } from '../names/nearest.ts';
import {
  type CommandName,
  commandNames,
  type InputRow,
  inputTable,
  optionOf,
  writtenOption,
} from './table.ts';

export interface CommandLine {
  readonly command: CommandName | 'help' | 'version';
  /** Of `help`: the command that it is asked about; `help` for all. */
  readonly about?: CommandName | 'help';
  /** Raw values by the name of their input. Holds no password. */
  readonly raw: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  /** Print the report as JSON, and nothing else, on standard output. */
  readonly json: boolean;
  readonly debug: boolean;
  /** Read the registry's password from standard input. */
  readonly passwordFromStdin: boolean;
}

/** Options of every command that are no inputs. */
export const ownOptions: readonly {
  readonly name: string;
  readonly short?: string;
  readonly description: string;
}[] = [
  {
    name: 'json',
    description: 'Print the report as JSON on standard output; all else goes to standard error.',
  },
  { name: 'debug', description: 'Say more: every command and every request.' },
  { name: 'help', short: 'h', description: 'Print the help.' },
  { name: 'version', description: 'Print the version of this program.' },
];

const passwordFlag = 'registry-password-stdin';

const firstWords = [...commandNames, 'help', 'version'] as const;

const rowsByOption: ReadonlyMap<string, InputRow> = new Map(
  inputTable.filter((row) => !row.secret).map((row) => [optionOf(row.name).slice(2), row]),
);

const isFlag = (row: InputRow): boolean => row.kind === 'flag';

/** Of all commands: `foreignOptions` refuses those that a command does not take. */
const config: NonNullable<ParseArgsConfig['options']> = {
  ...Object.fromEntries(
    ownOptions.map(({ name, short }) => [
      name,
      { type: 'boolean' as const, ...(short !== undefined && { short }) },
    ]),
  ),
  [passwordFlag]: { type: 'boolean' },
  // Declared, so that the parser takes its value along and no message shows it.
  'registry-password': { type: 'string' },
  ...Object.fromEntries(
    [...rowsByOption].flatMap(([option, row]): [string, NonNullable<ParseArgsConfig['options']>[string]][] =>
      isFlag(row)
        ? [
            [option, { type: 'boolean' }],
            [`no-${option}`, { type: 'boolean' }],
          ]
        : [[option, { type: 'string', multiple: true }]],
    ),
  ),
};

const passwordHint =
  'a password on the command line can be read by everyone on this machine: set the environment variable REGISTRY_PASSWORD, or pipe it in with --registry-password-stdin.';

interface Gathered {
  readonly raw: Map<string, string>;
  readonly problems: Problem[];
  /** Options that are no inputs. */
  readonly own: Set<string>;
  readonly words: string[];
}

type Token = NonNullable<ReturnType<typeof tokensOf>>[number];

/**
 * Reads the arguments after the program's name. All that is wrong is said at once; values of options that do not
 * exist are never shown, since they may be secrets.
 */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const gathered: Gathered = { raw: new Map(), problems: [], own: new Set(), words: [] };
  let skip = -1;
  for (const token of tokensOf(argv)) {
    if (token.kind === 'positional' && token.index !== skip) gathered.words.push(token.value);
    // What follows an option that does not exist is most likely its value.
    if (token.kind === 'option' && !takeOption(token, gathered)) skip = token.index + 1;
  }
  const { own, words } = gathered;
  const shared = {
    json: own.has('json'),
    debug: own.has('debug'),
    passwordFromStdin: own.has(passwordFlag),
  };
  // Who asks for help gets it, whatever else is wrong.
  if (argv.length === 0 || own.has('help') || words[0] === 'help') {
    const asked = words[0] === 'help' ? words[1] : undefined;
    const about = commandNames.find((known) => known === (asked ?? words[0])) ?? 'help';
    const isKnown = asked === undefined || firstWords.some((known) => known === asked);
    const problems = isKnown ? [] : [inputProblem(notCommand(asked))];
    return { ...shared, command: 'help', about, raw: {}, problems };
  }
  if (own.has('version') || words[0] === 'version') {
    return { ...shared, command: 'version', raw: {}, problems: [] };
  }
  const { command, messages } = commandOf(words);
  messages.push(...foreignOptions(command, gathered));
  const problems = messages.map(inputProblem);
  return {
    ...shared,
    command,
    raw: Object.fromEntries(gathered.raw),
    problems: [...problems, ...gathered.problems],
  };
}

const inputProblem = (message: string): Problem => ({ station: 'input', message });

function notCommand(word: string): string {
  const near = nearest(word, firstWords);
  const way = near === undefined ? `There are ${firstWords.join(', ')}.` : `Did you mean "${near}"?`;
  return `${shown(word)} is not a command. ${way}`;
}

function tokensOf(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: config, strict: false, allowPositionals: true, tokens: true })
    .tokens;
}

/** Messages about options of other commands. */
function foreignOptions(command: CommandName, { raw, own }: Gathered): string[] {
  const named = inputTable.filter(({ name, secret }) => (secret ? own.has(passwordFlag) : raw.has(name)));
  return named.flatMap((row) => {
    const why = whyForeign(command, row.name);
    return why === undefined ? [] : [`${writtenOption(row)}: ${why}`];
  });
}

/** Adds one option; false when there is no such option. */
function takeOption(token: Extract<Token, { kind: 'option' }>, gathered: Gathered): boolean {
  const { raw, problems, own } = gathered;
  const { name, value } = token;
  const say = (message: string, about?: string): void => {
    problems.push({
      station: 'input',
      ...(about !== undefined && { about }),
      message: `${labelOf(token)}: ${message}`,
    });
  };
  if (name === 'registry-password') {
    say(passwordHint, 'registry_password');
    return true;
  }
  if (name === passwordFlag || ownOptions.some((option) => option.name === name)) {
    if (value !== undefined) say('it takes no value.');
    own.add(name);
    return true;
  }
  const row = rowsByOption.get(name);
  const negated = row === undefined && name.startsWith('no-') ? rowsByOption.get(name.slice(3)) : undefined;
  if (negated !== undefined && isFlag(negated)) {
    if (value !== undefined) say('it takes no value.', negated.name);
    raw.set(negated.name, 'false');
  } else if (row === undefined) {
    say(/password|token/i.test(name) ? passwordHint : `there is no such option. ${hintFor(name)}`);
    return false;
  } else if (isFlag(row)) {
    raw.set(row.name, value ?? 'true');
  } else if (value === undefined || (!token.inlineValue && /^-./.test(value))) {
    say(
      `it needs a value. One that starts with "-" is written with "=": ${optionOf(row.name)}=VALUE.`,
      row.name,
    );
  } else if (!raw.has(row.name)) {
    raw.set(row.name, value);
  } else if (row.kind === 'lines' || row.kind === 'list') {
    raw.set(row.name, `${raw.get(row.name)}\n${value}`);
  } else {
    say('it is given more than once: keep one.', row.name);
  }
  return true;
}

/** The option as it was written, without its value. */
const labelOf = (token: { readonly rawName: string }): string =>
  /^[\w-]{1,60}$/.test(token.rawName) ? token.rawName : shown(token.rawName);

function hintFor(name: string): string {
  const known = Object.keys(config).filter((option) => option !== 'registry-password');
  const plain = name.replaceAll('_', '-');
  const near = nearest(plain, known) ?? nearest(plain.replace(/^no-/, ''), known);
  return near === undefined ? '"--help" lists all.' : `Did you mean "--${near}"?`;
}

function commandOf(words: readonly string[]): {
  readonly command: CommandName;
  readonly messages: string[];
} {
  const [first, ...rest] = words;
  if (first === undefined) {
    return { command: 'build', messages: ['no command is given: write "build" before the options.'] };
  }
  const command = commandNames.find((known) => known === first);
  const messages: string[] = [];
  if (command === undefined) messages.push(notCommand(first));
  if (rest.length > 0) {
    // Not shown: one of them may be a password that lost its option.
    const what = rest.length === 1 ? 'a word stands' : `${rest.length} words stand`;
    messages.push(
      `${what} alone after the command: values belong to an option, and those with spaces into quotes.`,
    );
  }
  return { command: command ?? 'build', messages };
}
