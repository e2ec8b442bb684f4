/** What the command `catalogue` does, and how its result is shown. */
import { writeCatalogue } from '../commands/catalogue.ts';
import { blamesInputs } from '../errors.ts';
import type { CatalogueInputs } from '../inputs/catalogue.ts';
import type { World } from '../ports.ts';
import { type CatalogueReport, catalogueText } from '../report/catalogue/report.ts';
import type { CommandRequest, Shown } from './command.ts';

export const run = (
  world: World,
  { inputs, ...request }: CommandRequest<CatalogueInputs>,
): Promise<CatalogueReport> => writeCatalogue(world, { ...inputs, ...request });

export const show = (report: CatalogueReport): Shown => ({
  text: () => catalogueText(report),
  textHasProblems: false,
  json: report,
  problems: report.problems,
  refused: blamesInputs(report.problems),
});
