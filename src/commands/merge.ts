/** The command `merge`: publishes images that several jobs made, each some platforms of them. */
import { Failure } from '../errors.ts';
import type { Shard } from '../inputs/cells.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { MergeInputs } from '../inputs/merge.ts';
import { type Repository, repositoryText } from '../names/reference.ts';
import type { Files, World } from '../ports.ts';
import { imagesOf } from '../report/merge.ts';
import type { Report } from '../report/report.ts';
import { mergePlan } from '../run/run-plan.ts';
import { absentPlan, readPlanFile, splitCells } from '../sources/matrix/plan-file.ts';
import { cellsTask } from './cells-task.ts';
import { type ImagesResult, makeImages } from './make-images.ts';
import { foldersText, readReports, wrongReports } from './read-reports.ts';
import type { ImagesRequest } from './settings.ts';

export type MergeRequest = Omit<ImagesRequest<Inputs>, 'inputs'> & { readonly inputs: MergeInputs };

/** Never throws for what a user can act on: the report carries it. */
export async function merge(world: World, request: MergeRequest): Promise<ImagesResult> {
  const { inputs, ...resources } = request;
  const read = await readAll(world.files, inputs).catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });
  const { cells, reports } = read instanceof Failure ? { cells: [], reports: [] } : read;
  const task = cellsTask(world, cells, inputs.step, resources);
  return makeImages(world, {
    ...task,
    plan: async (session) => {
      if (cells.length === 0)
        session.journal.add({
          is: 'note',
          text: 'the plan splits no image: there is nothing to put together',
        });
      return task.plan(session);
    },
    concurrency: inputs.concurrency,
    requireFiles: async () => {
      if (read instanceof Failure) throw read;
    },
    work: (session, plan, concurrency) =>
      mergePlan(session, plan, concurrency, ({ repositories, tags }) =>
        reports.filter((one) => isOf(one, repositories[0], tags.exact)),
      ),
  });
}

const isOf = ({ repository, tags: [exact = ''] }: Report, wanted: Repository, tag: string): boolean =>
  repository === repositoryText(wanted) && exact === tag;

/**
 * The images that the plan split, and what the jobs reported of all images.
 *
 * @throws Failure where there is no plan, or a file is not what it must be.
 */
async function readAll(
  files: Files,
  { planFile, reports, read }: MergeInputs,
): Promise<{ readonly cells: readonly Inputs[]; readonly reports: readonly Report[] }> {
  const [plan, written] = await Promise.all([
    readPlanFile(files, planFile, 'plan_file'),
    readReports(files, reports),
  ]);
  if (plan === undefined) throw absentPlan(planFile);
  const split: Shard = { inputs: plan.inputs, cells: splitCells(plan) };
  const { cells, problems } = read(split);
  if (problems.length > 0) throw new Failure(problems);
  if (cells.length > 0 && written.length === 0)
    throw wrongReports(
      `There is no report in ${foldersText(reports)}. Jobs write reports with report_file; actions/download-artifact brings them here.`,
    );
  return { cells, reports: written.flatMap(imagesOf) };
}
