/** The command `build` for several images: those that a plan puts into one job. */
import { defined } from '../defined.ts';
import { Failure, type Problem } from '../errors.ts';
import type { SeveralInputs } from '../inputs/build.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { World } from '../ports.ts';
import { shardOfFile } from '../sources/matrix/plan-file.ts';
import { cellsTask } from './cells-task.ts';
import { type ImagesResult, makeImages } from './make-images.ts';
import { requireAllFiles } from './require-files.ts';
import type { ImagesRequest } from './settings.ts';

export type CellsRequest = Omit<ImagesRequest<Inputs>, 'inputs'> & { readonly inputs: SeveralInputs };

/** Never throws for what a user can act on: the report carries it. */
export async function buildCells(world: World, request: CellsRequest): Promise<ImagesResult> {
  const { inputs, ...resources } = request;
  const { cells, problems, note } = await cellsOf(world, inputs);
  const { timeBudget, failFast } = inputs;
  const begun = world.clock.now();
  const task = cellsTask(world, cells, inputs.step, resources);
  return makeImages(world, {
    ...task,
    plan: async (session) => {
      if (note !== undefined) session.journal.add({ is: 'note', text: note });
      return task.plan(session);
    },
    concurrency: inputs.concurrency,
    limits: { failFast, ...defined({ until: timeBudget && begun + timeBudget * 1000 }) },
    requireFiles: async () => {
      if (problems.length > 0) throw new Failure(problems);
      await requireAllFiles(world, cells);
    },
  });
}

/** The inputs of every image, and what is wrong with any. */
async function cellsOf(
  { files }: World,
  { from, read }: SeveralInputs,
): Promise<{
  readonly cells: readonly Inputs[];
  readonly problems: readonly Problem[];
  readonly note?: string;
}> {
  try {
    const shard = from.kind === 'shard' ? from.shard : await shardOfFile(files, from.place);
    if (shard === undefined) return { cells: [], problems: [], note: 'the plan has nothing to make' };
    const { cells, problems } = read(shard);
    if (problems.length > 0) throw new Failure(problems);
    return { cells, problems };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { cells: [], problems: error.problems };
  }
}
