/** One image of a package: from inputs to what became of it. */
import { Failure, gather } from '../errors.ts';
import { fileFailure } from '../file-failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { onlyImage } from '../plan/image.ts';
import { needsTodaysBase, type Policy, pushes } from '../plan/policy.ts';
import type { Plan } from '../plan/plan.ts';
import type { Recipe } from '../plan/recipe.ts';
import { type HostedEvent, Interrupted, type World } from '../ports.ts';
import type { Login } from '../registry/credentials.ts';
import { type BuildxRun, buildxRuns, recipesOf, reportOf } from '../report/fold.ts';
import { openJournal, timed } from '../report/journal.ts';
import type { Report } from '../report/report.ts';
import { observePlaces } from '../run/observe.ts';
import { runPlan } from '../run/run-plan.ts';
import { openSession, type Session, type SessionSettings } from '../session/session.ts';
import type { Cell } from '../sources/package/cell.ts';
import { findCell, namedCell } from '../sources/package/find-cell.ts';
import { packagePlan, policyOf, unknownPlan } from '../sources/package/plan.ts';
import { requireFiles } from './require-files.ts';

export interface BuildRequest {
  readonly inputs: Inputs;
  /** Credentials of the inputs; others are looked for where Docker keeps them. */
  readonly login?: Login;
  /** The variables of `verify_env`: they may be secrets. */
  readonly verifyEnv?: Readonly<Record<string, string>>;
  /** Folder of the Dockerfiles and programs. */
  readonly programs: string;
  /** Folder for what is worth keeping between runs. */
  readonly cache: string;
  /** What set off this run; asked only where something depends on it. */
  readonly event?: () => Promise<HostedEvent | undefined>;
  /**
   * Told of the builder that this run has to make, before it does. With true it outlives the run (other steps of the job
   * use it), and who was told removes it. With false, or without this, the run removes it.
   */
  readonly keepBuilder?: (name: string) => Promise<boolean> | boolean;
}

export interface BuildResult {
  readonly report: Report;
  /** Set when the run was ended by a signal. */
  readonly interrupted?: Interrupted;
  /** What ran or would run. */
  readonly plan: Plan;
  readonly recipes: readonly Recipe[];
  readonly runs: readonly BuildxRun[];
}

/** Never throws for what a user can act on: the report carries it. */
export async function build(world: World, request: BuildRequest): Promise<BuildResult> {
  const trace = openJournal(world.clock);
  const { plan, error } = await run(world, request, trace);
  const failure = failureOf(error);
  if (error !== undefined && failure === undefined) throw error;
  if (failure !== undefined) trace.of().add({ is: 'failed', problems: failure.problems });
  const { images } = reportOf(plan, trace.events);
  return {
    report: images.find(({ id }) => id === onlyImage)!,
    plan,
    recipes: recipesOf(trace.events),
    runs: buildxRuns(trace.events),
    ...(error instanceof Interrupted ? { interrupted: error } : {}),
  };
}

/** The plan as far as it was made, and what ended the run before its end. */
async function run(
  world: World,
  request: BuildRequest,
  trace: ReturnType<typeof openJournal>,
): Promise<{ readonly plan: Plan; readonly error?: unknown }> {
  const policy = policyOf(request.inputs, world.files);
  let plan = unknownPlan(request.inputs, policy);
  try {
    await requireFiles(world, request.inputs);
    const session = await openSession(world, settingsOf(request), trace);
    try {
      plan = await world.log.group('plan', () => planOf(session, request, policy));
      await runPlan(session, plan, 1);
    } finally {
      await session.close();
    }
    return { plan };
  } catch (error) {
    return { plan, error };
  }
}

function settingsOf({ inputs, ...request }: BuildRequest): SessionSettings {
  const { indexUrl, caBundle, secrets, builder, uvVersion, verifyEnv: names } = inputs;
  const { login, programs, cache, event, keepBuilder, verifyEnv: values = {} } = request;
  return {
    secrets,
    uvVersion,
    programs,
    cache,
    verifyEnv: { names, values },
    registries: [...inputs.repositories.map(({ registry }) => registry), inputs.baseRegistry],
    ...(indexUrl === undefined ? {} : { indexUrl }),
    ...(caBundle === undefined ? {} : { caBundle }),
    ...(builder === undefined ? {} : { builder }),
    ...(login === undefined ? {} : { login }),
    ...(event === undefined ? {} : { event }),
    ...(keepBuilder === undefined ? {} : { keepBuilder }),
  };
}

async function planOf(session: Session, { inputs }: BuildRequest, policy: Policy): Promise<Plan> {
  if (inputs.dockerfile !== undefined && (inputs.command !== undefined || inputs.user !== undefined)) {
    session.journal.add({
      is: 'note',
      text: 'command and user belong to the Dockerfile that is rendered here: yours says itself what runs, and as whom',
    });
  }
  const settled = await settledPlan(session, inputs, policy);
  if (settled !== undefined) return settled;
  // Where the builder is needed in any case, what is wrong with it is said together with all else.
  const needsBuilder = !pushes(policy) || policy.rebuild === 'always';
  const clock = { journal: session.journal, clock: session.world.clock };
  const [cell] = await gather<[Cell, unknown, unknown]>([
    timed(clock, 'plan', 'look up', () => findCell(session, inputs)),
    session.registries(),
    needsBuilder ? session.builder() : undefined,
  ]);
  return packagePlan(cell, inputs, policy);
}

/**
 * What is there and is not compared needs no package index: then the plan of a version that was named. So it is where a
 * registry does not answer: the image fails with that, and the report has what the others hold. Undefined where the index
 * must be asked.
 */
async function settledPlan(session: Session, inputs: Inputs, policy: Policy): Promise<Plan | undefined> {
  const cell = needsTodaysBase(policy) ? undefined : namedCell(inputs);
  if (cell === undefined) return undefined;
  const clock = { journal: session.journal, clock: session.world.clock };
  const places = await timed(clock, 'plan', 'look up', () =>
    observePlaces(session, policy, cell).catch((error: unknown) => {
      if (error instanceof Failure) return [];
      throw error;
    }),
  );
  return places.every(({ held }) => held.is === 'present') ? packagePlan(cell, inputs, policy) : undefined;
}

/** What a thrown value means to a user; undefined when it is a mistake in this program. */
function failureOf(error: unknown): Failure | undefined {
  if (error === undefined || error instanceof Failure) return error;
  if (!(error instanceof Interrupted)) return fileFailure(error);
  return new Failure([
    { station: 'interruption', message: 'What was running was ended. Run again to complete it.' },
  ]);
}
