/** What the command `release` does, and how its result is shown. */
import { defined } from '../defined.ts';
import { release, type ReleaseResult } from '../commands/release.ts';
import { blamesInputs } from '../errors.ts';
import { hasMoved, releaseMarkdown, releaseOutputs, releaseText } from '../report/release.ts';
import type { Shown } from './command.ts';

export const run = release;

export const show = ({ report, interrupted }: ReleaseResult): Shown => ({
  text: (style) => releaseText(report, style),
  textHasProblems: false,
  json: report,
  problems: report.problems,
  refused: blamesInputs(report.problems) && interrupted === undefined && !hasMoved(report),
  stepResults: {
    outputs: releaseOutputs(report),
    warnings: [],
    summary: (limit) => releaseMarkdown(report, limit),
  },
  ...defined({ interrupted }),
});
