/** What the command `pins` does, and how its result is shown. */
import { pins } from '../commands/pins.ts';
import { blamesInputs } from '../errors.ts';
import type { PinsInputs } from '../inputs/pins.ts';
import type { World } from '../ports.ts';
import { type PinsReport, pinsText } from '../report/pins.ts';
import type { CommandRequest, Shown } from './command.ts';

export const run = (world: World, { inputs }: CommandRequest<PinsInputs>): Promise<PinsReport> =>
  pins(world, inputs);

export const show = (report: PinsReport): Shown => ({
  text: (style) => pinsText(report, style),
  textHasProblems: false,
  json: report,
  problems: report.problems,
  refused: blamesInputs(report.problems),
});
