/** What the command `wheels` does, and how its result is shown. */
import { wheels } from '../commands/wheels.ts';
import { blamesInputs } from '../errors.ts';
import type { WheelsInputs } from '../inputs/wheels.ts';
import type { World } from '../ports.ts';
import { type WheelsReport, wheelsText } from '../report/wheels.ts';
import type { CommandRequest, Shown } from './command.ts';

export const run = (
  world: World,
  { inputs, ...request }: CommandRequest<WheelsInputs>,
): Promise<WheelsReport> => wheels(world, { ...inputs, ...request });

export const show = (report: WheelsReport): Shown => ({
  text: (style) => wheelsText(report, style),
  textHasProblems: false,
  json: report,
  problems: report.problems,
  refused: blamesInputs(report.problems) && report.wheels.length === 0,
});
