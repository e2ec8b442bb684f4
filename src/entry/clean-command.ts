/** What the command `clean` does, and how its result is shown. */
import { clean, type Cleaned } from '../commands/clean.ts';
import { blamesInputs } from '../errors.ts';
import type { CleanInputs } from '../inputs/clean.ts';
import type { World } from '../ports.ts';
import { cleanText } from '../report/clean.ts';
import type { CommandRequest, Shown } from './command.ts';

export const run = (world: World, { inputs, ...request }: CommandRequest<CleanInputs>): Promise<Cleaned> =>
  clean(world, { ...inputs, ...request });

export const show = ({ report, interrupted }: Cleaned): Shown => ({
  text: (style) => cleanText(report, style),
  textHasProblems: false,
  json: report,
  problems: report.problems,
  refused: blamesInputs(report.problems) && report.repositories.length === 0,
  ...(interrupted !== undefined && { interrupted }),
});
