/** What the command `tree` does. */
import { tree } from '../commands/tree.ts';
import { showRun } from './run-shown.ts';

export const run = tree;
export const show = showRun;
