/** The commands, a row each. Which inputs belong to a command is in the table of inputs. */
import type { CommandName } from '../inputs/row.ts';
import { keepingRows } from './rows/keeping.ts';
import { makingRows } from './rows/making.ts';
import type { AnyCommand } from './rows/row.ts';

export const commands: Readonly<Record<CommandName, AnyCommand>> = { ...makingRows, ...keepingRows };
