/**
 * Builds the images of a group together, and each once more where a wheel in it may be why its checks failed, or without a
 * platform that it can do without.
 */
import { type PlatformVerified, type Verified, VerifyFailure } from '../build/verify.ts';
import type { Starts } from '../dockerfile/starts.ts';
import { Failure, type Problem } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { Observed, Parents } from '../observe/image.ts';
import type { ObservedBase } from '../observe/observe.ts';
import type { Image, ImageId } from '../plan/image.ts';
import { ancestorsOf } from '../plan/plan.ts';
import { offersOf } from '../plan/recipe.ts';
import { type ImageRun, note } from '../recipe/image-run.ts';
import { failedOf, platformsToDrop, noteDropped } from '../recipe/dropped-platforms.ts';
import type { ResolvedOffer } from '../recipe/offers.ts';
import { type PreparedBuild, prepareBuild, restoredOf } from '../recipe/prepare.ts';
import type { Resolved } from '../recipe/resolve.ts';
import {
  excluding,
  type Exclusions,
  noExclusions,
  suspicionNotes,
  suspicionOf,
  suspicionText,
} from '../recipe/suspects.ts';
import type { Session } from '../session/session.ts';
import type { Advice } from '../report/report.ts';
import { bakeImages } from './bake-images.ts';
import type { Decided } from './decide.ts';
import { type BakedImage, type BuildOutcome, failed, lostParent, type NotBuilt } from './outcome.ts';
import { saveCompiled } from './save-compiled.ts';

/** An image that is to be built, and what was found out about it. */
export interface BuildTask {
  readonly run: ImageRun;
  readonly observed: Observed;
  readonly decided: readonly Decided[];
  readonly base: ObservedBase;
  readonly resolved: Resolved | undefined;
  /** What the pip of a custom Dockerfile is offered. */
  readonly offers: readonly ResolvedOffer[];
  /** What a custom Dockerfile's image starts. */
  readonly starts: Starts | undefined;
  /** What advisories say of it, as far as they were known before it was built. */
  readonly advice?: Advice;
}

/** One build of one image. */
interface Round {
  readonly task: BuildTask;
  /** Counts the builds of the image in this run. */
  readonly build: number;
  readonly exclude: Exclusions;
  /** Optional platforms that are given up. */
  readonly without: readonly Platform[];
  /** An earlier build with nothing but warnings: it is published where this one fails. */
  readonly earlier?: { readonly baked: BakedImage; readonly build: number; readonly what: string };
}

/** What is done with the world; a test puts others in their place. */
export interface BuildSteps {
  readonly prepare: typeof prepareBuild;
  readonly bake: typeof bakeImages;
  readonly save: typeof saveCompiled;
}

const realSteps: BuildSteps = { prepare: prepareBuild, bake: bakeImages, save: saveCompiled };

/**
 * Builds until every image passed its checks, or nothing is left in it that may be why it does not.
 *
 * @param tasks parents first.
 * @param parentsOf images that one stands on, as they are once those before it are prepared.
 */
export async function buildGroup(
  session: Session,
  tasks: readonly BuildTask[],
  parentsOf: (run: ImageRun, prepared: ReadonlyMap<ImageId, PreparedBuild>) => Parents,
  steps: BuildSteps = realSteps,
): Promise<ReadonlyMap<ImageId, BuildOutcome>> {
  const outcomes = new Map<ImageId, BuildOutcome>();
  const prepared = new Map<ImageId, PreparedBuild>();
  let rounds = tasks.map((task): Round => ({
    task,
    build: 1,
    exclude: noExclusions,
    without: task.observed.dropped ?? [],
  }));
  for (;;) {
    for (const one of rounds.filter(isEmpty)) outcomes.set(one.task.run.image.id, { is: 'empty' });
    rounds = rounds.filter((one) => !isEmpty(one));
    if (rounds.length === 0) return outcomes;
    const results = new Map<ImageId, BakedImage | NotBuilt>();
    for (const [at, planned] of rounds.entries()) {
      const { run } = planned.task;
      const { id } = run.image;
      const blockedBy = lostParent(run.image, (parent) => results.get(parent) ?? outcomes.get(parent));
      if (blockedBy !== undefined) {
        results.set(id, { is: 'blocked', by: blockedBy });
        continue;
      }
      try {
        const round = withoutParents(planned, prepared);
        rounds[at] = round;
        const question = { ...round.task, parents: parentsOf(run, prepared) };
        prepared.set(id, await steps.prepare(run, question, round));
      } catch (error) {
        prepared.delete(id);
        results.set(id, failed(error));
      }
    }
    const ready = rounds.filter(({ task }) => !results.has(task.run.image.id));
    const baked = await steps.bake(
      session,
      ready.map(({ task, build }) => ({ ...task, build, prepared: prepared.get(task.run.image.id)! })),
      tasks
        .filter(({ run: { image } }) => prepared.has(image.id))
        .map((task) => ({ ...task, prepared: prepared.get(task.run.image.id)! })),
    );
    for (const [id, result] of baked) results.set(id, result);
    const next: Round[] = [];
    for (const round of rounds) {
      const { image } = round.task.run;
      const result = results.get(image.id)!;
      const blockedBy = lostParent(image, (parent) => outcomes.get(parent));
      const retry = blockedBy === undefined ? nextRound(round, result, next, tasks) : undefined;
      if (retry !== undefined) next.push(retry);
      else outcomes.set(image.id, await settle(round, result, blockedBy, steps));
    }
    rounds = next;
  }
}

/** What an image stands on was made without a platform: then it is, too. @throws Failure where it cannot do without. */
function withoutParents(round: Round, prepared: ReadonlyMap<ImageId, PreparedBuild>): Round {
  const { run } = round.task;
  const { image } = run;
  const problems = image.parents.flatMap((id): Problem[] => {
    const recipe = prepared.get(id)?.recipe;
    const made = recipe === undefined ? [] : wantedOf(recipe.image);
    const dropped = triedOf(round).filter((one) => made.includes(one) && !recipe?.platforms.includes(one));
    if (dropped.length === 0) return [];
    const message = `${id}, which it stands on, was made without ${dropped.join(', ')}. Leave ${dropped.length === 1 ? 'it' : 'them'} out of its platforms, or name ${dropped.length === 1 ? 'it' : 'them'} in platform_optional.`;
    return [{ station: 'build', about: id, platforms: dropped, message }];
  });
  if (problems.length === 0) return round;
  const failure = new Failure(problems);
  const dropped = platformsToDrop(image, triedOf(round), failure);
  if (dropped === undefined) throw failure;
  noteDropped(run.session, dropped, failure);
  return { ...round, without: [...round.without, ...dropped] };
}

const wantedOf = ({ part, platforms }: Image): readonly Platform[] => part ?? platforms;

const triedOf = ({ task, without }: Round): readonly Platform[] =>
  wantedOf(task.run.image).filter((platform) => !without.includes(platform));

const isEmpty = (round: Round): boolean => triedOf(round).length === 0;

/** Undefined where the image is not built again. @param next parents that are. */
function nextRound(
  round: Round,
  outcome: BakedImage | NotBuilt,
  next: readonly Round[],
  tasks: readonly BuildTask[],
): Round | undefined {
  const { task, build, exclude, without, earlier } = round;
  const images = tasks.map(({ run }) => run.image);
  const ancestors = ancestorsOf(images, task.run.image.id);
  const isFollowing = next.some((one) => ancestors.has(one.task.run.image.id));
  const again = isFollowing ? { task, build: build + 1, exclude, without } : undefined;
  switch (outcome.is) {
    case 'planned':
    case 'empty':
      return undefined;
    case 'blocked':
      return again;
    case 'failed':
      return earlier === undefined ? lessRound(round, outcome.failure) : undefined;
    case 'baked':
      return retryOf(round, outcome, isFollowing, tasks) ?? again;
  }
}

/** Without the optional platforms that alone failed. */
function lessRound(round: Round, failure: Failure): Round | undefined {
  const dropped = platformsToDrop(round.task.run.image, triedOf(round), failure);
  return dropped && without(round, dropped, failure);
}

function without(
  { task, build, exclude, without: before }: Round,
  dropped: readonly Platform[],
  failure: Failure,
): Round {
  noteDropped(task.run.session, dropped, failure);
  return { task, build: build + 1, exclude, without: [...before, ...dropped] };
}

/** Undefined where building again would change nothing. @param isFollowing what it stands on is built again anyway. */
function retryOf(
  round: Round,
  outcome: BakedImage,
  isFollowing: boolean,
  tasks: readonly BuildTask[],
): Round | undefined {
  const { checked } = outcome;
  // Another way of compiling comes first: it may bring all platforms.
  const suspected = suspectedRound(round, outcome, checked.platforms, isFollowing, tasks);
  if (suspected !== undefined) return suspected;
  if (!(checked instanceof VerifyFailure) || round.earlier !== undefined) return undefined;
  const less = lessRound(round, checked);
  if (less !== undefined) return less;
  // Where others failed as well, those may pass in another way.
  const { optional = [] } = round.task.run.image;
  const required = checked.platforms.filter(({ platform }) => !optional.includes(platform));
  const dropped = failedOf(checked).filter((platform) => optional.includes(platform));
  const rest =
    dropped.length === 0 ? undefined : suspectedRound(round, outcome, required, isFollowing, tasks);
  return rest && { ...without(round, dropped, checked), exclude: rest.exclude };
}

/** @param verified results of the platforms that are looked at. */
function suspectedRound(
  { task, build, exclude, without: dropped, earlier }: Round,
  outcome: BakedImage,
  verified: readonly PlatformVerified[],
  isFollowing: boolean,
  tasks: readonly BuildTask[],
): Round | undefined {
  if (task.resolved === undefined && task.offers.length === 0) return undefined;
  const { run } = task;
  const { session, policy, image } = run;
  const { checked } = outcome;
  const suspects = {
    attempts: outcome.attempts,
    restored: restoredOf(outcome.prepared),
    requirements: outcome.prepared.recipe.requirements,
  };
  // The pip of a custom Dockerfile compiles by itself what it is not offered.
  const { recipe } = outcome.prepared;
  const isOffer = offersOf(recipe).length > 0 && recipe.lock === undefined;
  const mayEmulate = policy.compile === 'auto' || (policy.compile === 'cross' && isOffer);
  const suspicion = suspicionOf(suspects, verified, mayEmulate);
  if (suspicion === undefined) return undefined;
  // With warnings alone it does; what stands on it would have to be built a third time where the second build fails.
  const isParent = tasks.some((one) => one.run.image.parents.includes(image.id));
  // Nor can it be published as it is where what it stands on will be another image: it is judged on that one.
  if (!(checked instanceof VerifyFailure) && (isParent || isFollowing)) return undefined;
  const what = suspicionText(suspicion);
  session.world.log.warn(`${what} for ${suspicion.platforms.join(', ')}: ${suspicion.why}.`);
  for (const text of suspicionNotes(suspicion, suspects)) note(run, text);
  session.journal.add({ is: 'suspected', build, suspicion });
  const retry = { task, build: build + 1, exclude: excluding(exclude, suspicion), without: dropped };
  if (!(checked instanceof VerifyFailure)) return { ...retry, earlier: { baked: outcome, build, what } };
  return earlier === undefined ? retry : { ...retry, earlier };
}

/**
 * An image with warnings alone is published, whether or not another way of compiling is open to it.
 *
 * @param blockedBy a parent that is not published: what was compiled for the image is as right as without it.
 */
async function settle(
  { task, earlier }: Round,
  outcome: BakedImage | NotBuilt,
  blockedBy: ImageId | undefined,
  steps: BuildSteps,
): Promise<BuildOutcome> {
  const failure = failureOf(outcome);
  if (blockedBy !== undefined) {
    if (failure === undefined && outcome.is === 'baked') await saveOrNote(task.run, outcome, steps);
    return { is: 'blocked', by: blockedBy };
  }
  if (failure === undefined && outcome.is !== 'baked') return outcome;
  if (failure !== undefined && earlier === undefined) return { is: 'failed', failure };
  const { run } = task;
  if (failure !== undefined && earlier !== undefined) {
    run.session.journal.add({ is: 'chosen', build: earlier.build });
    note(
      run,
      `${earlier.what.toLowerCase()}: this failed, and the image with its warnings is published. ${failure.problems[0]?.message ?? ''}`,
    );
  }
  const baked = failure === undefined ? (outcome as BakedImage) : earlier!.baked;
  await saveOrNote(run, baked, steps);
  const { checked, folder, layouts } = baked;
  return { is: 'built', verified: checked as Verified, folder, layouts };
}

/** Wheels that cannot be saved keep no image from its tags. */
async function saveOrNote(run: ImageRun, baked: BakedImage, { save }: BuildSteps): Promise<void> {
  try {
    await save(run, baked);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    note(run, `compiled wheels could not be saved, and will be compiled again: ${error.message}`);
  }
}

const failureOf = (outcome: BakedImage | NotBuilt): Failure | undefined =>
  outcome.is === 'failed'
    ? outcome.failure
    : outcome.is === 'baked' && outcome.checked instanceof VerifyFailure
      ? outcome.checked
      : undefined;
