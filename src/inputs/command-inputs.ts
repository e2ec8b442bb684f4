/** Inputs and outputs of each command, for reading, help, action.yml and the pages of docs/. */
import { type OutputRow, outputTable } from './outputs.ts';
import type { CommandName, InputRow, InputWords } from './row.ts';
import { inputTable } from './table.ts';

/** In the order of the table, with the defaults of the command. */
export const inputsOf = (command: CommandName): readonly InputRow[] =>
  inputTable
    .filter(({ commands }) => commands.includes(command))
    .map((row) => {
      const own = row.defaultOf?.[command];
      return own === undefined ? row : { ...row, default: own, cliDefault: own };
    });

export const secretRows: readonly InputRow[] = inputTable.filter(({ secret }) => secret);

/** The secret of a command, which is the password of its registry. */
export const passwordOf = (command: CommandName): string =>
  secretRows.find(({ commands, secret }) => secret === 'password' && commands.includes(command))?.name ??
  'registry_password';

/** In the order of the table. */
export const outputsOfCommand = (command: CommandName): readonly OutputRow[] =>
  outputTable.filter(({ commands }) => commands.includes(command));

export const wordsFor = (command: CommandName, row: InputRow): InputWords => row.wordsOf?.[command] ?? row;

/**
 * Why a command does not take an input; undefined where it does, and for what is no input of any.
 *
 * @param called how the user calls an input.
 */
export function whyForeign(
  command: CommandName,
  name: string,
  called: (name: string) => string = (known) => known,
): string | undefined {
  const takers = inputTable.find((row) => row.name === name)?.commands ?? [command];
  if (takers.includes(command)) return undefined;
  const named = new Intl.ListFormat('en-GB').format(takers.map((one) => `"${one}"`));
  const list = inputsOf(command).find((row) => row.name === `${name}s`);
  const instead = list === undefined ? '' : ` It has ${called(list.name)} in its place.`;
  return `the command "${command}" does not take it, only ${named} ${takers.length === 1 ? 'does' : 'do'}.${instead}`;
}
