/** How the result of a command that makes several images is shown. */
import { defined } from '../defined.ts';
import { blamesInputs } from '../errors.ts';
import type { ImagesResult } from '../commands/make-images.ts';
import { warnings } from '../report/annotations.ts';
import { dryRunText } from '../report/dry-run.ts';
import { runOutputsOf } from '../report/outputs.ts';
import { runMarkdown } from '../report/run-summary.ts';
import { runText } from '../report/run-terminal.ts';
import { unique } from '../unique.ts';
import { hasDone } from '../report/words.ts';
import type { Shown } from './command.ts';

export function showRun({
  report,
  interrupted,
  ...planned
}: ImagesResult): Shown & Required<Pick<Shown, 'stepResults'>> {
  const { images, problems } = report;
  const isPlanned = planned.plan.policy.dryRun && planned.plan.images.length > 0;
  // What ended the run is among those of the images that it ended, too.
  const said = [...problems, ...images.flatMap((image) => image.problems)];
  const all = [...new Map(said.map((one) => [JSON.stringify(one), one])).values()];
  return {
    text: (style) => runText(report, style),
    textHasProblems: true,
    json: { ...report, ...(isPlanned ? planned : {}) },
    problems: all,
    refused: blamesInputs(all) && interrupted === undefined && !images.some(hasDone),
    stepResults: {
      outputs: runOutputsOf(report),
      // What several images have in common is said once.
      warnings: unique(images.flatMap(warnings)),
      summary: (limit) => runMarkdown(report, limit),
    },
    ...defined({ interrupted }),
    ...(isPlanned && { dryRun: dryRunText(planned) }),
  };
}
