/** What the command `build` does, and how its result is shown. */
import { build, type BuildResult } from '../commands/build.ts';
import { dryRunText } from '../report/dry-run.ts';
import { reportText } from '../report/terminal.ts';
import type { Shown } from './command.ts';

export const run = build;

export function show(result: BuildResult): Shown {
  const { report, interrupted } = result;
  const { json, ...dryRun } = shownOfDryRun(result);
  return {
    text: (style) => reportText(report, style),
    tellsProblems: true,
    json: { ...report, ...json },
    problems: report.problems,
    report,
    ...(interrupted !== undefined && { interrupted }),
    ...dryRun,
  };
}

/** What a dry run alone shows: the plan, and the files that buildx would be given. */
function shownOfDryRun({ report, plan, files }: BuildResult): Pick<Shown, 'dryRun'> & { json: object } {
  if (report.outcome !== 'planned') return { json: {} };
  return { json: { plan, files }, ...(plan !== undefined && { dryRun: dryRunText(plan, files ?? {}) }) };
}
