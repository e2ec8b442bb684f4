/** What the command `tree` does. */
import type { Made } from '../commands/make-images.ts';
import { tree } from '../commands/tree.ts';
import { exportsOutput } from '../report/outputs.ts';
import type { Shown } from './command.ts';
import { showRun } from './run-shown.ts';

export const run = tree;

export function show(made: Made): Shown {
  const { stepResults, ...shown } = showRun(made);
  const outputs = { ...stepResults.outputs, exports: exportsOutput(made.report) };
  return { ...shown, stepResults: { ...stepResults, outputs } };
}
