/**
 * Reads the command line. Node's `parseArgs` alone gives the tokens. commander and yargs would end at the first mistake
 * and show values in their messages; here every mistake is said at once, and no value of an option that does not exist is
 * shown, since it may be a secret.
 */
import { defined } from '../defined.ts';
import type { Problem } from '../errors.ts';
import { shown } from '../names/shown.ts';
import { counted } from '../report/units.ts';
import { inputsOf, passwordOf, whyForeign } from './command-inputs.ts';
import { nearest } from '../names/nearest.ts';
import {
  isFlag,
  optionsOfCommand,
  offered,
  ownOptions,
  rowsByOption,
  secretOptions,
  type Token,
  tokensOf,
} from './option-table.ts';
import { type CommandName, commandNames, type InputRow, optionOf, variableOf, writtenOption } from './row.ts';
import { inputTable } from './table.ts';

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

const firstWords = [...commandNames, 'help', 'version'] as const;

const passwordHint = (name: string): string =>
  `a password on the command line can be read by everyone on this machine: set the environment variable ${variableOf(name)}, or pipe it in with ${optionOf(name)}-stdin.`;

const secretHint = ({ name, secret }: InputRow): string =>
  secret === 'password'
    ? passwordHint(name)
    : `a secret on the command line can be read by everyone on this machine: set the environment variable ${variableOf(name)}.`;

/** An option, or a word that lost its dashes, that most likely has a secret beside it. */
const secretWords = /password|token/i;

/** The option that a word alone is most likely a value of. */
const likelyOptions: Readonly<Partial<Record<CommandName, string>>> = {
  build: 'package',
  plan: 'packages',
  project: 'path',
  tree: 'path',
  pins: 'path',
  connector: 'connector-name',
  release: 'image_name',
  check: 'image',
  clean: 'image',
  catalogue: 'image',
};

interface Gathered {
  /** The one that options are looked up for. */
  readonly command: CommandName;
  readonly raw: Map<string, string>;
  readonly problems: Problem[];
  /** Options that are no inputs. */
  readonly own: Set<string>;
  readonly words: string[];
}

/**
 * Reads the arguments after the program's name. All that is wrong is said at once; values of options that do not
 * exist are never shown, since they may be secrets.
 */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const tokens = tokensOf(argv, optionsOfCommand(commandIn(tokensOf(argv))));
  const gathered: Gathered = {
    command: commandIn(tokens) ?? 'build',
    raw: new Map(),
    problems: [],
    own: new Set(),
    words: [],
  };
  let skip = -1;
  const rest = restRow(gathered.command);
  const end = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? Infinity;
  for (const token of tokens) {
    if (token.kind === 'positional' && token.index !== skip) {
      if (rest !== undefined && token.index > end) addWord(gathered.raw, rest, token.value);
      else gathered.words.push(token.value);
    }
    // What follows an option that does not exist is most likely its value.
    if (token.kind === 'option' && !takeOption(token, gathered)) skip = token.index + 1;
  }
  const { own, words } = gathered;
  const shared = {
    json: own.has('json'),
    debug: own.has('debug'),
    passwordFromStdin: secretOptions.some(({ flag }) => flag !== undefined && own.has(flag)),
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
  // What else is wrong cannot be said of a command that nobody knows.
  if (words[0] !== undefined && !commandNames.some((known) => known === words[0]))
    return {
      ...shared,
      command: 'help',
      about: 'help',
      raw: {},
      problems: [inputProblem(notCommand(words[0]))],
    };
  const { command, messages } = commandOf(
    words,
    gathered.raw,
    argv.some((one) => secretWords.test(one)),
  );
  for (const { name, except } of ownOptions)
    if (except?.command === command && own.has(name))
      messages.push(`--${name}: the command "${command}" does not take it: ${except.because}.`);
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

/** The input of a command that all words after `--` are. */
const restRow = (command: CommandName): InputRow | undefined =>
  inputsOf(command).find(({ place }) => place === 'rest');

function addWord(raw: Map<string, string>, { name }: InputRow, word: string): void {
  const before = JSON.parse(raw.get(name) ?? '[]') as string[];
  raw.set(name, JSON.stringify([...before, word]));
}

/** The first word that is a command: options before it may be of it, too. */
function commandIn(tokens: readonly Token[]): CommandName | undefined {
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  return words.map((word) => commandNames.find((name) => name === word)).find((name) => name !== undefined);
}

/** Messages about options of other commands. */
function foreignOptions(command: CommandName, { raw, own }: Gathered): string[] {
  const named = inputTable.filter((row) =>
    row.secret ? own.has(writtenOption(row).slice(2)) : raw.has(row.name),
  );
  return named.flatMap((row) => {
    const why = whyForeign(command, row.name, optionOf);
    return why === undefined ? [] : [`${writtenOption(row)}: ${why}`];
  });
}

/** Adds one option; false when there is no such option. */
function takeOption(token: Extract<Token, { kind: 'option' }>, gathered: Gathered): boolean {
  const { raw, problems, own, command } = gathered;
  const { name, value } = token;
  const rows = rowsByOption(command);
  const say = (message: string, about?: string): void => {
    problems.push({
      station: 'input',
      ...defined({ about }),
      message: `${labelOf(token)}: ${message}`,
    });
  };
  const secret = secretOptions.find(({ option }) => option === name);
  if (secret !== undefined) {
    say(secretHint(secret.row), secret.row.name);
    return true;
  }
  if (secretOptions.some(({ flag }) => flag === name) || ownOptions.some((option) => option.name === name)) {
    if (value !== undefined) say('it takes no value.');
    own.add(name);
    return true;
  }
  const row = rows.get(name);
  const negated = row === undefined && name.startsWith('no-') ? rows.get(name.slice(3)) : undefined;
  if (negated !== undefined && isFlag(negated)) {
    if (value !== undefined) say('it takes no value.', negated.name);
    raw.set(negated.name, 'false');
  } else if (command === 'run' && (name === 'i' || name === 't')) {
    // Of docker they take no value.
    say('leave it out: the standard input and the terminal are passed on by themselves.');
  } else if (command === 'run' && name === 'env-file') {
    say('Node, which runs this program, reads such a file for itself: write "--env-from FILE".');
    return false;
  } else if (row === undefined) {
    say(
      secretWords.test(name)
        ? passwordHint(passwordOf(command))
        : `there is no such option. ${hintFor(name)}`,
    );
    return false;
  } else if (isFlag(row)) {
    raw.set(row.name, value ?? 'true');
  } else if (value === undefined || (!token.inlineValue && /^-[^ ]/.test(value))) {
    say(
      `it needs a value. One that starts with "-" is written with "=": ${optionOf(row.name)}=VALUE.`,
      row.name,
    );
  } else if (row.kind === 'words') {
    addWord(raw, row, value);
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
  const plain = name.replaceAll('_', '-');
  const near = nearest(plain, offered) ?? nearest(plain.replace(/^no-/, ''), offered);
  return near === undefined ? '"--help" lists all.' : `Did you mean "--${near}"?`;
}

/** @param mayBeSecret whether one of the words may be a secret that lost its option: then none is shown. */
function commandOf(
  words: readonly string[],
  raw: Map<string, string>,
  mayBeSecret: boolean,
): {
  readonly command: CommandName;
  readonly messages: string[];
} {
  const [first, ...others] = words;
  const command = commandNames.find((known) => known === first);
  if (command === undefined)
    return { command: 'build', messages: ['no command is given: write "build" before the options.'] };
  const listed = inputsOf(command).find(({ wordsAfter = [] }) => wordsAfter.includes(command));
  if (listed !== undefined && others.length > 0) {
    raw.set(listed.name, [raw.get(listed.name) ?? [], others].flat().join('\n'));
    return { command, messages: [] };
  }
  const named = inputsOf(command).find(({ place }) => place === 'word');
  const [name, ...rest] = named === undefined ? [undefined, ...others] : others;
  if (named !== undefined && name !== undefined) raw.set(named.name, name);
  if (rest.length === 0) return { command, messages: [] };
  const what = mayBeSecret ? counted(rest.length, 'word') : rest.map((word = '') => shown(word)).join(', ');
  const after = named === undefined ? 'the command' : writtenOption(named);
  const likely = likelyOptions[command];
  const option = likely === undefined ? 'an option,' : `an option, like ${optionOf(likely)},`;
  const way = named === undefined ? '' : ' What the program is given stands after "--".';
  const verb = rest.length === 1 ? 'stands' : 'stand';
  return {
    command,
    messages: [
      `${what} ${verb} alone after ${after}: values belong to ${option} and those with spaces into quotes.${way}`,
    ],
  };
}
