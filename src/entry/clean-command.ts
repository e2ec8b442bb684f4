/** What the command `clean` does, and how its result is shown. */
import { defined } from '../defined.ts';
import { clean, type Cleaned } from '../commands/clean.ts';
import { cleanLocal, type LocallyCleaned } from '../commands/clean-local.ts';
import { blamesInputs } from '../errors.ts';
import type { CleanInputs } from '../inputs/clean.ts';
import type { World } from '../ports.ts';
import { cleanText } from '../report/clean.ts';
import { localText } from '../report/clean-local.ts';
import type { CommandRequest, Shown } from './command.ts';

type Result = Cleaned | LocallyCleaned;

export const run = (world: World, { inputs, ...request }: CommandRequest<CleanInputs>): Promise<Result> =>
  inputs.local === true
    ? cleanLocal(world, { ...inputs, cache: request.cache })
    : clean(world, { ...inputs, ...request });

export const show = ({ report, interrupted }: Result): Shown => ({
  text: (style) => ('machine' in report ? localText(report, style) : cleanText(report, style)),
  textHasProblems: false,
  json: report,
  problems: report.problems,
  refused:
    blamesInputs(report.problems) &&
    ('machine' in report ? report.machine : report.repositories).length === 0,
  ...defined({ interrupted }),
});
