/** The command `build` for several images: those that a plan puts into one job. */
import { canonical } from '../canonical.ts';
import { Failure, gather, type Problem } from '../errors.ts';
import type { SeveralInputs } from '../inputs/build.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { World } from '../ports.ts';
import { requireOneStep } from '../sources/package/one-step.ts';
import { cellsPlan } from '../sources/package/plan-cells.ts';
import { policyOf } from '../sources/package/plan.ts';
import { shardOfFile } from '../sources/matrix/plan-file.ts';
import { cellOf } from './build.ts';
import { type ImagesResult, makeImages } from './make-images.ts';
import { requireFiles } from './require-files.ts';
import { type ImagesRequest, settingsOf } from './settings.ts';

export type CellsRequest = Omit<ImagesRequest<Inputs>, 'inputs'> & { readonly inputs: SeveralInputs };

/** Never throws for what a user can act on: the report carries it. */
export async function buildCells(world: World, request: CellsRequest): Promise<ImagesResult> {
  const { inputs, ...resources } = request;
  const { cells, problems } = await cellsOf(world, inputs);
  const first = cells[0] ?? inputs.step;
  const policy = policyOf(first, world.files);
  const { timeBudget, failFast } = inputs;
  const begun = world.clock.now();
  return makeImages(world, {
    unknown: { images: [], policy, skipped: [] },
    settings: settingsOf({ ...resources, inputs: first }, first),
    concurrency: inputs.concurrency,
    limits: { failFast, ...(timeBudget === undefined ? {} : { until: begun + timeBudget * 1000 }) },
    requireFiles: async () => {
      if (problems.length > 0) throw new Failure(problems);
      await requireAll(world, cells);
    },
    plan: (session) => cellsPlan(session, cells, policy, (ofCell, one) => cellOf(ofCell, one, policy)),
  });
}

/** The inputs of every image, and what is wrong with any. */
async function cellsOf(
  { files }: World,
  { from, read }: SeveralInputs,
): Promise<{ readonly cells: readonly Inputs[]; readonly problems: readonly Problem[] }> {
  try {
    const shard = from.kind === 'shard' ? from.shard : await shardOfFile(files, from.place);
    const { cells, problems } = read(shard);
    if (problems.length > 0) throw new Failure(problems);
    requireOneStep(files, cells, 'cells');
    return { cells, problems };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { cells: [], problems: error.problems };
  }
}

/** @throws Failure with what is missing, each once. */
async function requireAll(world: World, cells: readonly Inputs[]): Promise<void> {
  const different = new Map(
    cells.map((one) => [canonical([one.secrets, one.caBundle, one.dockerfile, one.buildPath]), one]),
  );
  await gather([...different.values()].map((one) => requireFiles(world, one)));
}
