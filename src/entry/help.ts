/** The command line's help, from the rows of the commands and the table of inputs. The tables of docs/command-line.md are of it. */
import { inputsOf, wordsFor } from '../inputs/command-inputs.ts';
import { ownOptions } from '../inputs/option-table.ts';
import {
  type CommandName,
  commandNames,
  groups,
  type InputRow,
  type InputWords,
  optionOf,
  writtenOption,
} from '../inputs/row.ts';
import { inputTable } from '../inputs/table.ts';
import { commands } from './commands.ts';

const program = 'python-image-builder';
const columns = 100;

/** The command that help without a name shows whole. */
const mainCommand = 'build' satisfies CommandName;

/** So many options are one list; more have a heading for each group. */
const mostInOneList = 14;

/** Help for all commands, or for one. Ends with a line break; no line is longer than 100 columns, URLs excepted. */
export function helpText(about: CommandName | 'help' = 'help'): string {
  const lines = about === 'help' ? overview() : helpOf(about);
  return `${lines.join('\n')}\n`;
}

function overview(): string[] {
  const others = commandNames.filter((name) => name !== mainCommand);
  return [
    ...wrap(commands[mainCommand].summary),
    '',
    'Usage',
    ...commandNames.map((name) => `  ${usageOf(name)}`),
    `  ${program} help [COMMAND]`,
    `  ${program} version`,
    '',
    ...others.flatMap((name) => wrap(`"${name}" ${clauseOf(commands[name].summary)}: "${name} --help".`)),
    '',
    ...detailsOf(mainCommand),
  ];
}

const usageOf = (name: CommandName): string => `${program} ${name} ${commands[name].usage}`;

/** A sentence as a part of another one. */
const clauseOf = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;

function helpOf(name: CommandName): string[] {
  const { description } = commands[name];
  return [
    `Usage: ${usageOf(name)}`,
    '',
    ...(description === undefined ? [] : [...wrap(description), '']),
    ...detailsOf(name),
  ];
}

function detailsOf(name: CommandName): string[] {
  const own = ownOptionTexts(name).flatMap(optionLines);
  const inOneList = optionTexts(name).flatMap(optionLines);
  return [
    'Examples',
    ...commands[name].examples.flatMap(({ text, lines }) => [
      ...wrap(text, 2),
      ...lines.map((line) => `    ${line}`),
      '',
    ]),
    ...(inputsOf(name).length <= mostInOneList
      ? ['Options', ...inOneList, ...own, '', ...exitCodeLines()]
      : [...inGroups(name), 'Everywhere', ...own, '', ...exitCodeLines()]),
  ];
}

const inGroups = (name: CommandName): string[] =>
  groups.flatMap((group) => {
    const rows = inputsInOrder(name).filter((row) => (row.groupOf?.[name] ?? row.group) === group);
    return rows.length === 0 ? [] : [group, ...rows.flatMap((row) => optionLines(optionText(name, row))), ''];
  });

const exitCodeLines = (): string[] => [
  'Exit codes',
  ...exitCodes.map(([code, text]) => `  ${code.padStart(3)}  ${text}`),
];

/** An option as it is written, and what it means. */
type OptionText = readonly [option: string, meaning: string];

const optionLines = ([option, meaning]: OptionText): string[] => [`  ${option}`, ...wrap(meaning, 6)];

/** The inputs of a command; those that it names first come first. */
export function inputsInOrder(name: CommandName): InputRow[] {
  const { first = [] } = commands[name];
  const place = (row: InputRow): number =>
    first.includes(row.name) ? first.indexOf(row.name) : first.length;
  return inputsOf(name).toSorted((one, other) => place(one) - place(other));
}

/** The options of a command, in the same order. */
export const optionTexts = (name: CommandName): OptionText[] =>
  inputsInOrder(name).map((row) => optionText(name, row));

/** Those of a command that are no inputs; without one, those that nearly all take. */
export const ownOptionTexts = (command?: CommandName): OptionText[] =>
  ownOptions
    .filter(({ except }) => except === undefined || except.command !== command)
    .map(({ name, short, description }) => [
      short === undefined ? `--${name}` : `-${short}, --${name}`,
      description,
    ]);

function optionText(name: CommandName, row: InputRow): OptionText {
  const words = wordsFor(name, row);
  const { usage, description, example, inHelp } = words;
  const isMany =
    row.kind === 'lines' || row.kind === 'list' || (row.kind === 'words' && row.place === undefined);
  const meaning = [
    asOptions(description),
    ...(isMany ? ['May be given more than once.'] : []),
    ...(example === undefined ? [] : [`Example: ${example}`]),
  ];
  return [
    `${usage ?? usageOfOption(row)}${defaultOf(row, words)}`,
    inHelp === undefined ? meaning.join(' ') : asOptions(inHelp),
  ];
}

function usageOfOption(row: InputRow): string {
  const name = writtenOption(row);
  if (row.secret || row.place !== undefined) return name;
  if (row.kind === 'flag') return `${name}, --no-${name.slice(2)}`;
  return `${name} ${row.choices === undefined ? values[row.kind] : row.choices.join('|')}`;
}

function defaultOf(row: InputRow, { cliDefaultWords }: InputWords): string {
  if (row.required === true) return '  (required)';
  const words = cliDefaultWords ?? row.cliDefault ?? row.default;
  // A flag is off unless it says otherwise.
  return words === '' || (row.kind === 'flag' && words === 'false') ? '' : `  (default: ${words})`;
}

/** Descriptions name other inputs as a workflow does; here they are options. */
const asOptions = (text: string): string =>
  text.replaceAll(/`([^`]+)`/g, (_, code: string) =>
    inputTable.some((row) => row.name === code) ? optionOf(code) : `"${code}"`,
  );

export const exitCodes = [
  ['0', 'done'],
  ['1', 'an error of this program itself'],
  ['2', 'an input is wrong'],
  ['3', 'the package index does not have what is wanted, or could not be reached'],
  ['4', 'a registry refused, could not be reached, or lacks an image, or a part of one, that is needed'],
  ['5', 'the build failed'],
  ['6', 'the checks or an advisory hold the image back, and no tag was moved; or no signature counts'],
  ['7', 'a file or folder of this machine cannot be read or written'],
  ['130', 'interrupted with Ctrl-C; what was published is said'],
  ['143', 'ended by SIGTERM; the same'],
] as const;

/** What stands for the value, in capitals. */
const values = { text: 'VALUE', words: 'VALUE', lines: 'LINE', list: 'LIST', choice: 'VALUE' } as const;

/** Breaks at spaces, so that no line is longer than the columns; one word that is longer stays whole. */
function wrap(text: string, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each) => ' '.repeat(indent) + each);
}
