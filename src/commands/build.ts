/** One cell: look up, decide, and then keep, retag, rebase or make. The order of the stations is here and nowhere else. */
import { verifyVariable } from '../build/bake.ts';
import { removeBuilder } from '../build/builder.ts';
import { clientEnvironment } from '../build/client-config.ts';
import { readPrograms } from '../build/programs.ts';
import { VerifyFailure } from '../build/verify.ts';
import { Failure, gather } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { type HostedEvent, Interrupted, type World } from '../ports.ts';
import { makeLayoutFolder, requireLayoutFolder } from '../publish/layout.ts';
import type { Login } from '../registry/credentials.ts';
import type { Report } from '../report/report.ts';
import type { Plan } from '../plan/recipe.ts';
import { openCache } from '../session/cache.ts';
import type { Context, Files } from './context.ts';
import { decideAll } from '../run/decide.ts';
import { builderOpener } from '../session/builder.ts';
import { indexAccess } from '../session/index-access.ts';
import { lockerOf } from '../recipe/resolve.ts';
import { type LookedUp, lookUp } from './look-up.ts';
import { make } from './make.ts';
import { ownDockerfile } from '../observe/custom-dockerfile.ts';
import { probeWrites, retag, toMake } from '../run/publish.ts';
import { buildInstead, rebase } from '../run/rebase.ts';
import { failureOf, reportOf } from '../report/fold.ts';
import { requireFiles } from './require-files.ts';
import { begin, type State, timed } from './state.ts';

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
  /** What ran or would run: the plan, and the files that buildx is given. */
  readonly plan?: Plan;
  readonly files?: Files;
}

/** Never throws for what a user can act on: the report carries it. */
export async function build(world: World, request: BuildRequest): Promise<BuildResult> {
  const state = begin(request.inputs);
  const made: { builder?: string; files?: Files } = {};
  const result = (failure?: Failure): BuildResult => ({
    report: reportOf(state, failure),
    ...(state.plan === undefined ? {} : { plan: state.plan }),
    ...(made.files === undefined ? {} : { files: made.files }),
  });
  try {
    await run(world, request, state, made);
    return result();
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    if (failure instanceof VerifyFailure) state.verified = failure.platforms;
    return { ...result(failure), ...(error instanceof Interrupted ? { interrupted: error } : {}) };
  } finally {
    if (made.builder !== undefined) await removeBuilder(world, {}, made.builder);
  }
}

async function run(
  world: World,
  request: BuildRequest,
  state: State,
  made: { builder?: string; files?: Files },
): Promise<void> {
  const context = await world.log.group('plan', () =>
    open(world, request, state, (name) => (made.builder = name)),
  );
  const { inputs } = request;
  await decideAll(context);
  const does = new Set(state.destinations.map(({ decision }) => decision?.do));
  if (inputs.push && !inputs.dryRun) {
    await probeWrites(context);
    await retag(context);
  }
  const onFiles = (files: Files): void => void (made.files = files);
  if (does.has('rebase')) {
    if (!does.has('build') && (await rebase(context, onFiles))) return;
    buildInstead(context);
  }
  if (toMake(context).length === 0) return;
  const unset = inputs.verifyEnv.filter((name) => request.verifyEnv?.[name] === undefined);
  if (unset.length > 0)
    state.notes.push(
      `verify_env: ${unset.join(', ')} ${unset.length === 1 ? 'is' : 'are'} not set in this environment, and the checks run without`,
    );
  if (!inputs.push && !inputs.dryRun) await makeLayoutFolder(world, world.files.absolute(inputs.output));
  await make(context, onFiles);
}

/** Asks whoever must be asked before anything is decided. */
async function open(
  world: World,
  request: BuildRequest,
  state: State,
  onMake: (name: string) => void,
): Promise<Context> {
  const { inputs, login } = request;
  await requireFiles(world, inputs);
  if (inputs.dockerfile !== undefined && (inputs.command !== undefined || inputs.user !== undefined)) {
    state.notes.push(
      'command and user belong to the Dockerfile that is rendered here: yours says itself what runs, and as whom',
    );
  }
  if (!inputs.push && !inputs.dryRun) await requireLayoutFolder(world, world.files.absolute(inputs.output));
  const env = {
    ...(await clientEnvironment(world, login)),
    ...(inputs.verifyEnv.length > 0 ? { [verifyVariable]: JSON.stringify(request.verifyEnv ?? {}) } : {}),
  };
  const programs = await readPrograms(world, request.programs);
  const access = await indexAccess(world, inputs);
  const noteMade = async (name: string): Promise<void> => {
    if ((await request.keepBuilder?.(name)) !== true) onMake(name);
  };
  const builder = builderOpener(world, state, { inputs, env, onMake: noteMade });
  // Where it is needed in any case, what is wrong with it is said together with all else.
  const surely = !inputs.push || inputs.rebuild === 'always';
  const [found] = await gather<[LookedUp, unknown]>([
    timed(world, state, 'plan', 'look up', () =>
      lookUp(world, state, { inputs, access, env, ...(login === undefined ? {} : { login }) }),
    ),
    surely ? builder() : undefined,
  ]);
  const { cell } = found;
  // Nothing is compared and nothing built: a Dockerfile is nobody's concern then.
  const idle =
    (inputs.rebuild === 'missing' || inputs.rebuild === 'never') &&
    state.destinations.every(({ observed }) => observed.is === 'present');
  const own = idle
    ? undefined
    : await ownDockerfile(world, inputs, cell, found.reader, found.made, (text) => state.notes.push(text));
  if (own?.standsOn !== undefined) state.stands = own.standsOn;
  const cache = openCache(world, state, request.cache);
  const shared = { state, inputs, cell, access, programs, cache, builder };
  const locker = lockerOf(world, { ...shared, secrets: access.secrets });
  return {
    ...shared,
    world,
    env,
    found,
    locker,
    ...(request.event === undefined ? {} : { event: request.event }),
    ...(own === undefined ? {} : { own }),
  };
}
