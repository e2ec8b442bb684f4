/** The command `build`: one image of a package, from inputs to report. */
import { Failure, gather } from '../errors.ts';
import { fileFailure } from '../file-failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { onlyImage } from '../plan/image.ts';
import { needsTodaysBase, type Policy, pushes } from '../plan/policy.ts';
import type { Plan } from '../plan/plan.ts';
import type { Recipe } from '../plan/recipe.ts';
import { Interrupted, type World } from '../ports.ts';
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

export interface BuildRequest extends Pick<
  SessionSettings,
  'login' | 'programs' | 'cache' | 'event' | 'keepBuilder'
> {
  readonly inputs: Inputs;
  /** The variables of `verify_env`: they may be secrets. */
  readonly verifyEnv?: Readonly<Record<string, string>>;
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

/** The plan as far as it was made, and the error that ended the run early. */
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
  // A builder that is needed in any case is opened now, so that its problems are reported with all others.
  const needsBuilder = !pushes(policy) || policy.rebuild === 'always';
  const clock = { journal: session.journal, clock: session.world.clock };
  const [cell] = await gather<[Cell, unknown, unknown]>([
    timed(clock, 'plan', 'look up', () => findCell(session, inputs)),
    session.registries(),
    needsBuilder ? session.builder() : undefined,
  ]);
  return packagePlan(cell, inputs, policy);
}

/** The plan of an image that every repository has and that is not compared; undefined where the index must be asked. */
async function settledPlan(session: Session, inputs: Inputs, policy: Policy): Promise<Plan | undefined> {
  const cell = needsTodaysBase(policy) ? undefined : namedCell(inputs);
  if (cell === undefined) return undefined;
  const clock = { journal: session.journal, clock: session.world.clock };
  const places = await timed(clock, 'plan', 'look up', () => observePlaces(session, policy, cell));
  return places.every(({ held }) => held.is === 'present') ? packagePlan(cell, inputs, policy) : undefined;
}

/** Undefined for a bug in this program. */
function failureOf(error: unknown): Failure | undefined {
  if (error === undefined || error instanceof Failure) return error;
  if (!(error instanceof Interrupted)) return fileFailure(error);
  return new Failure([
    { station: 'build', message: 'Interrupted: what was running was ended. Run again to complete it.' },
  ]);
}
