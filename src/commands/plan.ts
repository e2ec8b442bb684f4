/** The command `plan`: which images of a matrix there are, which of them must be made, and which job makes each. */
import { Failure, gather } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { PlanInputs } from '../inputs/plan.ts';
import { Interrupted, type World } from '../ports.ts';
import { openJournal } from '../report/journal.ts';
import { emptyPlanReport, type LeftOut, type PlanReport } from '../report/plan.ts';
import { openSession, type Session } from '../session/session.ts';
import { expand } from '../sources/matrix/expand.ts';
import { partsOf } from '../sources/matrix/matrix.ts';
import { planReport } from '../sources/matrix/outcome.ts';
import { adviceNotes, missingNotes, runnerNotes, storeNotes } from '../sources/matrix/plan-notes.ts';
import { projectsOf } from '../sources/matrix/projects.ts';
import { planFileText } from '../sources/matrix/plan-file.ts';
import { type Matrix, readMatrix } from '../sources/matrix/read.ts';
import { usualFile } from '../sources/matrix/text.ts';
import { decideCells } from './decide-cells.ts';
import { failureOf } from './failure-of.ts';
import { requireAllFiles } from './require-files.ts';
import { requireWritable } from './require-writable.ts';
import { hostsOf, type ImagesRequest, settingsOf } from './settings.ts';

export type PlanRequest = Omit<ImagesRequest<Inputs>, 'inputs'> & { readonly inputs: PlanInputs };

export interface PlanResult {
  readonly report: PlanReport;
  /** Set when the run was ended by a signal. */
  readonly interrupted?: Interrupted;
}

/** How far a run came, for the report of one that ends early. */
interface Progress {
  notes: readonly string[];
  leftOut: readonly LeftOut[];
}

/** Never throws for what a user can act on: the report carries it. */
export async function plan(world: World, request: PlanRequest): Promise<PlanResult> {
  const trace = openJournal(world.clock);
  const progress: Progress = { notes: [], leftOut: [] };
  try {
    const { inputs, ...resources } = request;
    const matrix = await matrixOf(world, inputs);
    const [first] = matrix.samples;
    await gather([
      requireAllFiles(world, matrix.samples),
      requireWritable(world.files, inputs.planFile, 'plan_file'),
    ]);
    const settings = {
      ...settingsOf({ ...resources, inputs: first }, hostsOf(matrix.samples)),
      keepsResolutions: true,
    };
    const planned = async (onUnaskedPage?: () => void): Promise<PlanReport> => {
      const session = await openSession(world, { ...settings, onUnaskedPage }, trace);
      try {
        return await world.log.group('plan', () => planMatrix(session, trace, inputs, matrix, progress));
      } finally {
        await session.close();
      }
    };
    let isUnasked = false;
    const asks = matrix.samples.some(({ rebuild }) => rebuild === 'always');
    const report = await planned(asks ? undefined : () => (isUnasked = true)).catch((error: unknown) => {
      // A version of a minute ago may be missing from a page that still holds.
      if (isUnasked && isMissing(error)) return planned();
      throw error;
    });
    await world.files.write(inputs.planFile, planFileText(report));
    return { report: { ...report, file: inputs.planFile } };
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return {
      report: { ...emptyPlanReport, ...progress, problems: failure.problems },
      ...(error instanceof Interrupted ? { interrupted: error } : {}),
    };
  }
}

/** Whether an index answered, and does not have what was named. */
const isMissing = (error: unknown): boolean =>
  error instanceof Failure &&
  error.problems.some(({ station, about }) => station === 'index' && about !== undefined);

/** @throws Failure where a file that was named is not there, and of what is wrong with the matrix. */
async function matrixOf({ files }: World, inputs: PlanInputs): Promise<Matrix> {
  const path = inputs.imagesFile ?? usualFile;
  const text = await files.read(path);
  if (text === undefined && inputs.imagesFile !== undefined)
    throw new Failure([
      { station: 'input', about: 'images_file', message: `images_file: there is no file "${path}".` },
    ]);
  return readMatrix(inputs, text === undefined ? undefined : { path, text });
}

/** @throws Failure of the matrix, the index or a registry. */
async function planMatrix(
  session: Session,
  trace: Pick<ReturnType<typeof openJournal>, 'events'>,
  { concurrency, maxJobs, runners }: PlanInputs,
  matrix: Matrix,
  progress: Progress,
): Promise<PlanReport> {
  const today = session.world.clock.now();
  const projects = await projectsOf(session, matrix.packages, matrix.include);
  const expanded = expand(matrix.packages, matrix.exclude, matrix.include, projects, today);
  progress.notes = [...matrix.notes, ...expanded.notes];
  progress.leftOut = expanded.leftOut;
  if (expanded.problems.length > 0) throw new Failure(expanded.problems);
  // Which image a tag that moves belongs to is known once it is known which images can be made.
  let { cells } = expanded;
  for (;;) {
    const { decided, impossible } = await decideCells(session, matrix, cells, concurrency);
    if (impossible.length === 0) {
      progress.notes = [
        ...progress.notes,
        ...runnerNotes(decided, runners),
        ...storeNotes(decided, matrix.sharedStore),
        ...missingNotes(decided, trace.events),
        ...adviceNotes(decided, trace.events),
      ];
      return planReport({ decided, ...progress, maxJobs, runners, store: matrix.sharedStore });
    }
    progress.leftOut = [
      ...progress.leftOut,
      ...impossible.map(({ cell, because }) => ({ ...partsOf(cell), because })),
    ];
    cells = cells.filter((one) => !impossible.some(({ cell }) => cell === one));
    // One Python without a base is left out; where none has any, the name of the base is wrong.
    const [first] = impossible;
    if (cells.length === 0 && impossible.every(({ absentBase }) => absentBase !== undefined))
      throw first!.absentBase!;
  }
}
