import type { CommandRow, SharedInputs } from '../command.ts';

/** A row without its types: what it read is handed to the same row alone. */
export type AnyCommand = CommandRow<SharedInputs, unknown>;

/** Checks the types of a row before `AnyCommand` drops them. */
export const row = <Inputs extends object, Result>(command: CommandRow<Inputs, Result>): AnyCommand =>
  command as unknown as AnyCommand;

/** As it is called on the command line. */
export const program = 'python-image-builder';
