/** What the command `tree` does. */
import type { ImagesResult } from '../commands/make-images.ts';
import { tree } from '../commands/tree.ts';
import { exportsOutput } from '../report/outputs.ts';
import type { Shown } from './command.ts';
import { showRun } from './run-shown.ts';

export const run = tree;

export function show(result: ImagesResult): Shown {
  const { stepResults, ...shown } = showRun(result);
  const outputs = { ...stepResults.outputs, exports: exportsOutput(result.report) };
  return { ...shown, stepResults: { ...stepResults, outputs } };
}
