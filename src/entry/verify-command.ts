/** What the command `verify` does, and how its result is shown. */
import { verifyImage } from '../commands/verify.ts';
import { blamesInputs } from '../errors.ts';
import type { VerifyInputs } from '../inputs/verify.ts';
import type { World } from '../ports.ts';
import { type VerifyReport, verifyText } from '../report/verify.ts';
import type { CommandRequest, Shown } from './command.ts';

export const run = (
  world: World,
  { inputs, ...request }: CommandRequest<VerifyInputs>,
): Promise<VerifyReport> => verifyImage(world, { ...inputs, ...request });

export const show = (report: VerifyReport): Shown => ({
  text: (style) => verifyText(report, style),
  textHasProblems: false,
  json: report,
  problems: report.problems,
  refused: blamesInputs(report.problems) && report.manifests.length === 0,
});
