/** What the command `check` does, and how its result is shown. */
import { check } from '../commands/check.ts';
import { blamesInputs } from '../errors.ts';
import type { CheckInputs } from '../inputs/check.ts';
import type { World } from '../ports.ts';
import { type CheckReport, checkText } from '../report/check.ts';
import type { CommandRequest, Shown } from './command.ts';

export const run = (
  world: World,
  { inputs, ...request }: CommandRequest<CheckInputs>,
): Promise<CheckReport> => check(world, { ...inputs, ...request });

export const show = (report: CheckReport): Shown => ({
  text: (style) => checkText(report, style),
  textHasProblems: false,
  json: report,
  problems: report.problems,
  refused: blamesInputs(report.problems) && report.repositories.length === 0,
});
