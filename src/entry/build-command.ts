/** What the command `build` does, and how its result is shown. */
import { build, type BuildResult } from '../commands/build.ts';
import { blamesInputs } from '../errors.ts';
import { warnings } from '../report/annotations.ts';
import { dryRunText } from '../report/dry-run.ts';
import { outputsOf } from '../report/outputs.ts';
import { summaryMarkdown } from '../report/summary.ts';
import { reportText } from '../report/terminal.ts';
import { hasDone } from '../report/words.ts';
import type { Shown } from './command.ts';

export const run = build;

export function show(result: BuildResult): Shown {
  const { report, interrupted } = result;
  const { json, ...dryRun } = shownOfDryRun(result);
  return {
    text: (style) => reportText(report, style),
    textHasProblems: true,
    json: { ...report, ...json },
    problems: report.problems,
    refused: blamesInputs(report.problems) && interrupted === undefined && !hasDone(report),
    stepResults: {
      outputs: outputsOf(report),
      warnings: warnings(report),
      summary: (limit) => summaryMarkdown(report, limit),
    },
    ...(interrupted !== undefined && { interrupted }),
    ...dryRun,
  };
}

/** What a dry run alone shows: the plan, the recipes, and the files of each run of buildx. */
function shownOfDryRun({ report, ...planned }: BuildResult): Pick<Shown, 'dryRun'> & { json: object } {
  if (report.outcome !== 'planned') return { json: {} };
  const { plan, recipes, runs } = planned;
  return { json: { plan, recipes, runs }, dryRun: dryRunText(planned) };
}
