/** One image, built once more where a wheel in it may be why its checks found something. */
import { VerifyFailure } from '../build/verify.ts';
import { Failure } from '../errors.ts';
import { buildImage, type BuildOf, type Built } from '../run/build-image.ts';
import { type Distrust, lockCell } from '../recipe/prepare.ts';
import type { Context } from './context.ts';
import { doubtOf, forget } from '../recipe/suspects.ts';
import { keepWheels } from '../wheel-cache/save.ts';

/** What is done with the world; a test puts others in their place. */
export interface Steps {
  readonly buildImage: typeof buildImage;
  readonly lockCell: typeof lockCell;
  readonly keepWheels: typeof keepWheels;
}

/** Builds again without what may be why the checks failed, until they pass or nothing is left that may be. */
export async function buildWithoutSuspects(
  context: Context,
  of: BuildOf,
  distrust: Distrust = { kept: [], cross: [] },
  steps: Steps = { buildImage, lockCell, keepWheels },
): Promise<Built | undefined> {
  const { world, state, inputs } = context;
  const ended = await steps.buildImage(context, of).catch((error: unknown) => {
    if (error instanceof VerifyFailure) return error;
    throw error;
  });
  if (ended === undefined) return undefined;
  const platforms = ended instanceof VerifyFailure ? ended.platforms : ended.verified.platforms;
  const suspected =
    of.resolved === undefined ? undefined : doubtOf(state, platforms, inputs.compile === 'auto');
  if (suspected === undefined || of.resolved === undefined) {
    if (ended instanceof VerifyFailure) throw ended;
    await steps.keepWheels(context, ended.verified.image, ended.folder);
    return ended;
  }
  const what =
    suspected.of === 'kept' ? 'Kept wheels are compiled anew' : 'What was cross-compiled is emulated';
  world.log.warn(`${what} for ${suspected.platforms.join(', ')}: ${suspected.why}.`);
  const before = { ...state, attempts: new Map(state.attempts) };
  const blame = forget(state, suspected);
  const more = { ...distrust, [suspected.of]: [...distrust[suspected.of], ...suspected.platforms] };
  try {
    const locked = await steps.lockCell(context, of.base, of.resolved, more);
    return await buildWithoutSuspects(context, { ...of, locked }, more, steps).finally(blame);
  } catch (error) {
    // An image with warnings alone is published, whether or not another way of compiling is open to it.
    if (ended instanceof VerifyFailure || !(error instanceof Failure)) throw error;
    Object.assign(state, before);
    state.notes.push(
      `${what.toLowerCase()}: this failed, and the image with its warnings is published. ${error.problems[0]?.message ?? ''}`,
    );
    await steps.keepWheels(context, ended.verified.image, ended.folder);
    return ended;
  }
}
