/** What the command `report` does, and how its result is shown. */
import { report } from '../commands/report.ts';
import { warnings } from '../report/annotations.ts';
import { runOutputsOf } from '../report/outputs.ts';
import type { RunReport } from '../report/report.ts';
import { runMarkdown } from '../report/run-summary.ts';
import { runText } from '../report/run-terminal.ts';
import type { Shown } from './command.ts';

export const run = report;

export function show(merged: RunReport): Shown {
  return {
    text: (style) => runText(merged, style),
    textHasProblems: true,
    json: merged,
    problems: [...merged.problems, ...merged.images.flatMap(({ problems }) => problems)],
    refused: false,
    stepResults: {
      outputs: runOutputsOf(merged),
      warnings: merged.images.flatMap(warnings),
      summary: (limit) => runMarkdown(merged, limit),
    },
  };
}
