/** What the command `merge` does, and how its result is shown. */
import { merge } from '../commands/merge.ts';

export { showRun as show } from './run-shown.ts';
export const run = merge;
