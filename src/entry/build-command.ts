/** What the command `build` does, and how its result is shown. */
import { defined } from '../defined.ts';
import { build, type BuildResult } from '../commands/build.ts';
import { buildCells } from '../commands/build-cells.ts';
import type { ImagesResult } from '../commands/make-images.ts';
import { blamesInputs } from '../errors.ts';
import type { BuildInputs } from '../inputs/build.ts';
import type { World } from '../ports.ts';
import { warnings } from '../report/annotations.ts';
import { dryRunText } from '../report/dry-run.ts';
import { outputsOf, severalOutputsOf } from '../report/outputs.ts';
import { summaryMarkdown } from '../report/summary.ts';
import { sarifOf } from '../report/sarif.ts';
import { reportText } from '../report/terminal.ts';
import { hasDone } from '../report/words.ts';
import type { CommandRequest, Shown } from './command.ts';
import { showRun } from './run-shown.ts';

/** The result for one image, or for several. */
type Result =
  | { readonly kind: 'one'; readonly result: BuildResult }
  | { readonly kind: 'several'; readonly result: ImagesResult };

export async function run(world: World, request: CommandRequest<BuildInputs>): Promise<Result> {
  const { inputs } = request;
  return inputs.kind === 'one'
    ? { kind: 'one', result: await build(world, { ...request, inputs: inputs.image }) }
    : { kind: 'several', result: await buildCells(world, { ...request, inputs }) };
}

export const show = (result: Result): Shown =>
  result.kind === 'one' ? showOne(result.result) : showSeveral(result.result);

function showSeveral(result: ImagesResult): Shown {
  const shown = showRun(result);
  return {
    ...shown,
    sarif: sarifOf(result.report.images),
    stepResults: { ...shown.stepResults, outputs: severalOutputsOf(result.report) },
  };
}

function showOne(result: BuildResult): Shown {
  const { report, interrupted } = result;
  const { json, ...dryRun } = shownOfDryRun(result);
  return {
    text: (style) => reportText(report, style),
    textHasProblems: true,
    json: { ...report, ...json },
    sarif: sarifOf([report]),
    problems: report.problems,
    refused: blamesInputs(report.problems) && interrupted === undefined && !hasDone(report),
    stepResults: {
      outputs: outputsOf(report),
      warnings: warnings(report),
      summary: (limit) => summaryMarkdown(report, limit),
    },
    ...defined({ interrupted }),
    ...dryRun,
  };
}

/** What a dry run alone shows: the plan, the recipes, and the files of each run of buildx. */
function shownOfDryRun({ report, ...planned }: BuildResult): Pick<Shown, 'dryRun'> & { json: object } {
  if (report.outcome !== 'planned') return { json: {} };
  const { plan, recipes, runs } = planned;
  return { json: { plan, recipes, runs }, dryRun: dryRunText(planned) };
}
