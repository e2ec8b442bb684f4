/** The options of all commands, from the table of inputs, and the few that only a terminal needs. */
import { defined } from '../defined.ts';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { inputsOf, secretRows } from './command-inputs.ts';
import { type CommandName, type InputRow, optionOf, writtenOption } from './row.ts';
import { inputTable } from './table.ts';

/** Options of every command that are no inputs. */
export const ownOptions: readonly {
  readonly name: string;
  readonly short?: string;
  readonly description: string;
  /** A command that does not take it, and why. */
  readonly except?: { readonly command: CommandName; readonly because: string };
}[] = [
  {
    name: 'json',
    description: 'Print the report as JSON on standard output; all else goes to standard error.',
    except: { command: 'run', because: 'on the standard output is what the program prints' },
  },
  { name: 'debug', description: 'Say more: every command and every request.' },
  { name: 'help', short: 'h', description: 'Print the help.' },
  { name: 'version', description: 'Print the version of this program.' },
];

/** Two commands may have inputs whose options are the same, `dry_run` and `dry-run`: that of this command is meant. */
export const rowsByOption = (command: CommandName): ReadonlyMap<string, InputRow> =>
  new Map(
    [...inputTable, ...inputsOf(command)]
      .filter((row) => !row.secret && row.place === undefined)
      .flatMap((row) => [
        [optionOf(row.name).slice(2), row],
        ...(row.alsoCalled?.[command] === undefined ? [] : [[row.alsoCalled[command], row] as const]),
      ]),
  );

/** The option that would hold a secret, and the flag that asks for it to be read from standard input, where there is one. */
export const secretOptions = secretRows.map((row) => ({
  row,
  option: optionOf(row.name).slice(2),
  flag: row.secret === 'password' ? writtenOption(row).slice(2) : undefined,
}));

export const isFlag = (row: InputRow): boolean => row.kind === 'flag';

/** Of all commands: `foreignOptions` refuses those that a command does not take. */
const config: NonNullable<ParseArgsConfig['options']> = {
  ...Object.fromEntries(
    ownOptions.map(({ name, short }) => [name, { type: 'boolean' as const, ...defined({ short }) }]),
  ),
  // Also what would hold a secret, so that the parser takes its value along and no message shows it.
  ...Object.fromEntries(
    secretOptions.flatMap(({ option, flag }) => [
      ...(flag === undefined ? [] : ([[flag, { type: 'boolean' as const }]] as const)),
      [option, { type: 'string' as const }],
    ]),
  ),
  ...Object.fromEntries(
    [...rowsByOption('build')].flatMap(
      ([option, row]): [string, NonNullable<ParseArgsConfig['options']>[string]][] =>
        isFlag(row)
          ? [
              [option, { type: 'boolean' }],
              [`no-${option}`, { type: 'boolean' }],
            ]
          : [[option, { type: 'string', multiple: true }]],
    ),
  ),
};

/** Names of options that may be given: none would hold a secret. */
export const offered: readonly string[] = Object.keys(config).filter((name) =>
  secretOptions.every(({ option }) => option !== name),
);

/**
 * Options that another command does not have so: other names of inputs, and those of docker that have a letter; of the same
 * options of other commands, `--user`, nobody expects one.
 */
export function optionsOfCommand(command: CommandName | undefined): NonNullable<ParseArgsConfig['options']> {
  const value = { type: 'string' as const, multiple: true };
  const rows = command === undefined ? [] : inputsOf(command);
  return Object.fromEntries(
    rows.flatMap(({ name, short, alsoCalled = {} }) => {
      const also = command && alsoCalled[command];
      return [
        ...(command !== 'run' || short === undefined ? [] : [[optionOf(name).slice(2), { ...value, short }]]),
        ...(also === undefined ? [] : [[also, value]]),
      ];
    }),
  ) as NonNullable<ParseArgsConfig['options']>;
}

/** The words of a command line. @param own see `optionsOfCommand`. */
export function tokensOf(argv: readonly string[], own: NonNullable<ParseArgsConfig['options']> = {}) {
  const options = { ...config, ...own };
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

export type Token = NonNullable<ReturnType<typeof tokensOf>>[number];
