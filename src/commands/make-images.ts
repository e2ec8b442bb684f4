/** The images of any source: from what the source asks for to what became of each. */
import type { Plan } from '../plan/plan.ts';
import type { Recipe } from '../plan/recipe.ts';
import { Interrupted, type World } from '../ports.ts';
import { type BuildxRun, buildxRuns, recipesOf, reportOf } from '../report/fold.ts';
import { openJournal } from '../report/journal.ts';
import type { RunReport } from '../report/report.ts';
import type { Limits } from '../run/limits.ts';
import { runPlan } from '../run/run-plan.ts';
import { openSession, type Session, type SessionSettings } from '../session/session.ts';
import { failureOf } from './failure-of.ts';

/** A source with its inputs, before anything is looked up. */
export interface ImagesTask {
  /** The plan as long as nothing is known but the inputs. */
  readonly unknown: Plan;
  readonly settings: SessionSettings;
  /** So many groups of images at once. */
  readonly concurrency: number;
  readonly limits?: Limits;
  /** What is done with the plan; without it, its images are made. */
  readonly work?: typeof runPlan;
  /** @throws Failure where files that inputs name are missing. */
  readonly requireFiles: () => Promise<void>;
  /** @throws Failure of the inputs, or of what was asked. */
  readonly plan: (session: Session) => Promise<Plan>;
}

export interface ImagesResult {
  readonly report: RunReport;
  /** Set when the run was ended by a signal. */
  readonly interrupted?: Interrupted;
  /** What ran or would run. */
  readonly plan: Plan;
  readonly recipes: readonly Recipe[];
  readonly runs: readonly BuildxRun[];
}

/** Never throws for what a user can act on: the report carries it. */
export async function makeImages(world: World, task: ImagesTask): Promise<ImagesResult> {
  const trace = openJournal(world.clock);
  const { plan, error } = await run(world, task, trace);
  const failure = failureOf(error);
  if (error !== undefined && failure === undefined) throw error;
  if (failure !== undefined) trace.of().add({ is: 'failed', problems: failure.problems });
  return {
    report: reportOf(plan, trace.events),
    plan,
    recipes: recipesOf(trace.events),
    runs: buildxRuns(trace.events),
    ...(error instanceof Interrupted ? { interrupted: error } : {}),
  };
}

/** The plan as far as it was made, and what ended the run before its end. */
async function run(
  world: World,
  { unknown, settings, concurrency, limits, work = runPlan, requireFiles, plan: planOf }: ImagesTask,
  trace: ReturnType<typeof openJournal>,
): Promise<{ readonly plan: Plan; readonly error?: unknown }> {
  let plan = unknown;
  try {
    await requireFiles();
    const session = await openSession(world, settings, trace);
    try {
      plan = await world.log.group('plan', () => planOf(session));
      await work(session, plan, concurrency, limits);
    } finally {
      await session.close();
    }
    return { plan };
  } catch (error) {
    return { plan, error };
  }
}
