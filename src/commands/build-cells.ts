/** The command `build` for several images: those that a plan puts into one job. */
import { defined } from '../defined.ts';
import { Failure, type Problem } from '../errors.ts';
import type { SeveralInputs } from '../inputs/build.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Policy } from '../plan/policy.ts';
import type { World } from '../ports.ts';
import { cellsPlan } from '../sources/package/plan-cells.ts';
import { policyOf } from '../sources/package/plan.ts';
import { shardOfFile } from '../sources/matrix/plan-file.ts';
import { cellOf } from './build.ts';
import { type ImagesResult, makeImages } from './make-images.ts';
import { requireAllFiles } from './require-files.ts';
import { hostsOf, type ImagesRequest, settingsOf } from './settings.ts';

export type CellsRequest = Omit<ImagesRequest<Inputs>, 'inputs'> & { readonly inputs: SeveralInputs };

/** Never throws for what a user can act on: the report carries it. */
export async function buildCells(world: World, request: CellsRequest): Promise<ImagesResult> {
  const { inputs, ...resources } = request;
  const { cells, problems } = await cellsOf(world, inputs);
  const first = cells[0] ?? inputs.step;
  const policyOfCell = (one: Inputs): Policy => policyOf(one, world.files);
  const { timeBudget, failFast } = inputs;
  const begun = world.clock.now();
  return makeImages(world, {
    unknown: { images: [], policy: policyOfCell(first), skipped: [] },
    settings: settingsOf({ ...resources, inputs: first }, hostsOf(cells)),
    concurrency: inputs.concurrency,
    limits: { failFast, ...defined({ until: timeBudget && begun + timeBudget * 1000 }) },
    requireFiles: async () => {
      if (problems.length > 0) throw new Failure(problems);
      await requireAllFiles(world, cells);
    },
    plan: (session) =>
      cellsPlan(session, cells, policyOfCell, (ofCell, one) => cellOf(ofCell, one, policyOfCell(one))),
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
    return { cells, problems };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { cells: [], problems: error.problems };
  }
}
