/** How the result of a command that makes several images is shown. */
import type { Made } from '../commands/make-images.ts';
import { warnings } from '../report/annotations.ts';
import { dryRunText } from '../report/dry-run.ts';
import { runOutputsOf } from '../report/outputs.ts';
import { runMarkdown } from '../report/run-summary.ts';
import { runText } from '../report/run-terminal.ts';
import type { Shown } from './command.ts';

export function showRun({ report, interrupted, ...planned }: Made): Shown {
  const { images, problems } = report;
  const isPlanned = planned.plan.policy.dryRun && planned.plan.images.length > 0;
  return {
    text: (style) => runText(report, style),
    textHasProblems: true,
    json: { ...report, ...(isPlanned ? planned : {}) },
    // What ended the run is among those of the images that it ended, too.
    problems: [
      ...new Map(
        [...problems, ...images.flatMap((image) => image.problems)].map((one) => [JSON.stringify(one), one]),
      ).values(),
    ],
    gives: {
      outputs: runOutputsOf(report),
      warnings: images.flatMap(warnings),
      summary: (limit) => runMarkdown(report, limit),
    },
    ...(interrupted !== undefined && { interrupted }),
    ...(isPlanned && { dryRun: dryRunText(planned) }),
  };
}
