/** The images of one group: observe, decide, then keep, retag, sign, rebase or build. The order of the stations is here and nowhere else. */
import { join } from 'node:path';
import { contentReader, type SizeRequest } from '../build/platform-size.ts';
import { defined } from '../defined.ts';
import type { Platform } from '../names/platform.ts';
import { type Digest, type Repository, repositoryText, taggedText } from '../names/reference.ts';
import { calledIn, type Observed, type ObservedPlace, type Parent, type Parents } from '../observe/image.ts';
import { readBuildRecord } from '../plan/build-record.ts';
import { fingerprintHash } from '../plan/fingerprint.ts';
import type { Image, ImageId } from '../plan/image.ts';
import { compares, needsTodaysBase, type Policy, pushes } from '../plan/policy.ts';
import { loadImage } from '../publish/load.ts';
import { makeLayoutFolder, requireLayoutFolder, writeLayout } from '../publish/layout.ts';
import { type ImageRun, note } from '../recipe/image-run.ts';
import { noteDropped, retryWithFewerPlatforms } from '../recipe/dropped-platforms.ts';
import { lockOffers } from '../recipe/offers.ts';
import { lockImage, type PreparedBuild } from '../recipe/prepare.ts';
import { reasonText } from '../decide/reason.ts';
import { platformsOf, readContent } from '../registry/manifest.ts';
import { parseReference } from '../registry/reference.ts';
import { timed } from '../report/journal.ts';
import type { Session } from '../session/session.ts';
import { adviseAgain, adviseMade } from './advisories.ts';
import { buildGroup, type BuildTask } from './build-group.ts';
import { type Decided, decidePlaces, noteDecision } from './decide.ts';
import { exportFiles } from './export-files.ts';
import { type EndedImages, inOrder } from './in-order.ts';
import { baseOf, checksBaseOf, observe, observeAgain, observeImagePlaces } from './observe.ts';
import type { BuildOutcome } from './outcome.ts';
import { placesToMake, probeWrites, publishPlaces, pushPart, retag, signUnsigned } from './publish.ts';
import { buildInstead, rebase } from './rebase.ts';
import { parentsToMake } from './parents-to-make.ts';
import { noteDifferences } from './differences.ts';
import { noteSizes } from './sizes.ts';
import { startsInGroup } from './starts.ts';

/** What is known of an image as the group goes on. */
interface Known {
  readonly image: Image;
  readonly observed: Observed;
  readonly decided: readonly Decided[];
  /** What the repositories hold of it by now. */
  readonly places: readonly ObservedPlace[];
  /** Those of which something must be built or put together, as long as it is not done. */
  readonly toMake: readonly Decided[];
}

/**
 * A failure ends its image and blocks those that stand on it; the journal has it. Rejects only when interrupted, or for a
 * mistake of this program.
 *
 * @param runs parents first.
 * @returns images that failed, and those that stand on them.
 */
export async function runGroup(runs: readonly ImageRun[], session: Session): Promise<EndedImages> {
  const ended: EndedImages = new Map();
  const known = new Map<ImageId, Known>();
  await inOrder(runs, ended, async (run) => {
    known.set(run.image.id, await decideImage(run, known));
  });
  makeParents(runs, known);
  const making = (): ImageRun[] => runs.filter(({ image }) => (known.get(image.id)?.toMake ?? []).length > 0);
  await inOrder(runs, ended, async (run) => {
    const { decided, toMake } = known.get(run.image.id)!;
    if (pushes(run.policy) && !run.policy.dryRun) {
      await probeWrites(run, decided);
      await retag(run, decided);
      await signUnsigned(run, decided);
    }
    // What ends the run later has nothing to do with an image that is left as it is.
    if (toMake.length === 0) run.session.journal.add({ is: 'done' });
  });
  await inOrder(making(), ended, async (run) => {
    const { id } = run.image;
    const isParent = runs.some(({ image }) => image.parents.includes(id));
    known.set(id, await rebaseOrBuild(run, known.get(id)!, isParent));
  });
  const tasks: BuildTask[] = [];
  await inOrder(making(), ended, async (run) => {
    const { observed, decided } = known.get(run.image.id)!;
    const task = await taskOf(run, observed, decided);
    const starts = await startsInGroup(run, observed, tasks, (id) => known.get(id)?.places ?? []);
    const advice = await adviseMade(run, task.observed, task.resolved);
    tasks.push({ ...task, starts, ...defined({ advice }) });
  });
  // Who was ready first is not who comes first.
  const ordered = runs.flatMap((run) => tasks.find((task) => task.run === run) ?? []);
  const outcomes = await buildGroup(session, ordered, (run, prepared) =>
    parentsOf(run, known.get(run.image.id)!.observed, known, prepared),
  );
  await inOrder(making(), ended, async (run) => {
    const task = tasks.find((one) => one.run === run)!;
    const parents = runs.filter(({ image }) => run.image.parents.includes(image.id));
    const under = parentsOf(run, task.observed, known, new Map());
    await handOn(task, outcomes.get(run.image.id)!, {
      repositories: parents.map(({ image }) => image.repositories[0]),
      called: task.observed.custom?.parent && calledIn(under, task.observed.custom.parent),
    });
    run.session.journal.add({ is: 'done' });
  });
  return ended;
}

/** Looks at an image and decides, and does no more. @param parents what is known of images that it stands on. */
export async function decideImage(
  run: ImageRun,
  parents: ReadonlyMap<ImageId, Known> = new Map(),
): Promise<Known> {
  const observed = await look(run);
  const under = parentsOf(run, observed, parents, new Map());
  const named = observed.custom?.parent;
  if (named !== undefined)
    run.session.journal.add({ is: 'base', of: 'dockerfile', base: { reference: calledIn(under, named) } });
  const decided = await decidePlaces(run, observed, under);
  return { image: run.image, observed, decided, places: decided, toMake: placesToMake(decided) };
}

/** Asks whoever must be asked before anything is decided. */
async function look(run: ImageRun): Promise<Observed> {
  const { session, policy } = run;
  const { world, journal } = session;
  if (policy.target.kind === 'layout')
    await requireLayoutFolder(world, layoutFolder(run, policy.target.folder));
  return timed({ journal, clock: world.clock }, 'plan', 'ask the registries', async () => {
    const observed = await observe(run, await observeImagePlaces(run));
    if (!needsTodaysBase(policy)) return observed;
    return retryWithFewerPlatforms(
      run.image,
      [],
      async (dropped) => {
        const left = withDropped(observed, dropped);
        await baseOf(run, left);
        return left;
      },
      (more, failure) => noteDropped(session, more, failure),
    );
  });
}

/**
 * Puts an image onto its new base where that is all that it needs, in every repository; else it is to be built in all of
 * them.
 *
 * @returns what is known of it now.
 */
async function rebaseOrBuild(run: ImageRun, known: Known, isParent: boolean): Promise<Known> {
  const { observed, decided } = known;
  const actions = new Set(decided.map(({ decision }) => decision.do));
  if (!actions.has('rebase')) return known;
  if (actions.has('build')) {
    note(
      run,
      'another repository needs a build: where a new base alone would have been enough, that build is published too',
    );
  } else if (await rebase(run, observed, decided)) {
    // What stands on it pulls what is there now; a dry run moves nothing.
    const places =
      isParent && !run.policy.dryRun ? await observeAgain(run.session, run.image) : observed.places;
    run.session.journal.add({ is: 'done' });
    return { ...known, places, toMake: [] };
  }
  const instead = buildInstead(run, decided);
  return { ...known, decided: instead, places: instead, toMake: placesToMake(instead) };
}

/** Where images go into the engine's store, what those that are made stand on is made with them. */
function makeParents(runs: readonly ImageRun[], known: Map<ImageId, Known>): void {
  const isMade = (id: ImageId): boolean => (known.get(id)?.toMake ?? []).length > 0;
  const needed = parentsToMake(
    runs.map(({ image }) => image),
    isMade,
  );
  for (const run of runs) {
    const children = needed.get(run.image.id);
    const own = known.get(run.image.id);
    if (run.policy.target.kind !== 'engine' || children === undefined || own === undefined) continue;
    const decision = { do: 'build', because: { kind: 'child-built', children } } as const;
    for (const { repository } of own.decided) {
      noteDecision(run, repository, decision);
      run.session.world.log.info(`build    because ${reasonText(decision, '')}`);
    }
    const decided = own.decided.map((place): Decided => ({ ...place, decision }));
    known.set(run.image.id, { ...own, decided, toMake: decided });
  }
}

/** Several images have a folder each. */
const layoutFolder = ({ image, alone }: ImageRun, folder: string): string =>
  alone ? folder : join(folder, image.id);

async function taskOf(
  run: ImageRun,
  observed: Observed,
  decided: readonly Decided[],
): Promise<Omit<BuildTask, 'starts'>> {
  const { session, policy } = run;
  const { world } = session;
  if (policy.target.kind === 'layout' && !policy.dryRun)
    await makeLayoutFolder(world, layoutFolder(run, policy.target.folder));
  const unset = session.unsetVariables;
  if (unset.length > 0)
    note(
      run,
      `verify_env: ${unset.join(', ')} ${unset.length === 1 ? 'is' : 'are'} not set in this environment, and the checks run without`,
    );
  const task = async (dropped: readonly Platform[]): Promise<Omit<BuildTask, 'starts'>> => {
    const left = withDropped(observed, dropped);
    const base = await checksBaseOf(run, left);
    const resolved = await lockImage(run, left, base);
    return { run, observed: left, decided, base, resolved, offers: await lockOffers(run, left) };
  };
  const tasked = () =>
    retryWithFewerPlatforms(run.image, observed.dropped ?? [], task, (more, failure) =>
      noteDropped(session, more, failure),
    );
  // A group without a line would stand in the log of every image that is none of Python.
  return run.image.content.packages === undefined ? tasked() : world.log.group('lock', tasked);
}

const withDropped = (observed: Observed, dropped: readonly Platform[]): Observed =>
  dropped.length === 0 ? observed : { ...observed, dropped };

/** Images of the group that one stands on. */
interface ParentPlaces {
  /** They hold its first layers by now. */
  readonly repositories: readonly Repository[];
  /** `registry/name:tag` of the one under its last stage. */
  readonly called: string | undefined;
}

/** @throws Failure of the build, of a registry, or of the folder. */
async function handOn(task: BuildTask, outcome: BuildOutcome, parents: ParentPlaces): Promise<void> {
  const { run, observed, decided } = task;
  const base = observed.custom?.standsOn ?? task.base;
  const { session, policy } = run;
  const { world, journal } = session;
  switch (outcome.is) {
    case 'planned':
    case 'blocked':
      return;
    case 'empty':
      journal.add({ is: 'empty' });
      return;
    case 'failed':
      throw outcome.failure;
    case 'built':
      break;
  }
  const { verified, folder, layouts } = outcome;
  await adviseAgain(run, observed, task.resolved, task.advice);
  const { index } = verified.content;
  const { reader } = await session.registries();
  journal.add({ is: 'built', digest: index.digest });
  const { target } = policy;
  if (target.kind !== 'engine' && readBuildRecord(readContent(index.bytes).annotations ?? {}) === undefined) {
    note(
      run,
      'the builder left out the annotations, which say what the image is made of: the next run cannot compare and will build again. Name another one in the input builder',
    );
  }
  const under = parents.called === undefined ? base : await publishedBase(run, parents.called);
  await noteSizes(run, under, index, contentReader(verified.content, reader));
  await exportFiles(run, folder, verified.recipe.platforms);
  const clock = { journal, clock: world.clock };
  if (target.kind === 'trial' || (target.kind === 'push' && run.image.part === undefined)) {
    const places = target.kind === 'trial' ? observed.places : placesToMake(decided);
    await noteDifferences(run, places, index, contentReader(verified.content, reader));
  }
  if (target.kind === 'push' && run.image.part !== undefined) {
    const layersIn = [base.repository, ...parents.repositories];
    await timed(clock, 'publish', 'push', () => pushPart(run, placesToMake(decided), verified, layersIn));
    return;
  }
  if (target.kind === 'push') {
    await world.log.group('publish', () =>
      timed(clock, 'publish', 'push', () =>
        publishPlaces(run, placesToMake(decided), verified, [base.repository, ...parents.repositories]),
      ),
    );
    return;
  }
  if (target.kind === 'nowhere' || target.kind === 'trial') return;
  if (target.kind === 'engine') {
    await timed(clock, 'publish', 'load into the engine', () =>
      loadImage(world, session.env, layouts[0]!.path),
    );
    return;
  }
  const output = layoutFolder(run, target.folder);
  await timed(clock, 'publish', 'write the layout', () => writeLayout(world, { verified, layouts, output }));
  journal.add({ is: 'written', folder: output });
}

/** The image of the group that one stands on, once it is published; undefined where nothing is. */
async function publishedBase(
  { session, policy }: ImageRun,
  called: string,
): Promise<SizeRequest['base'] | undefined> {
  const reference = parseReference(called);
  if (!pushes(policy) || !reference.ok || reference.value.tag === undefined) return undefined;
  const { repository, tag } = reference.value;
  const { client } = await session.registries();
  const index = await client.getManifest(repository, tag);
  return index && { repository, platforms: platformsOf(index.bytes) };
}

/** Images of the group that one stands on, as they are by now. @param prepared those that are built in this run. */
function parentsOf(
  { image: { content }, policy }: ImageRun,
  { published }: Pick<Observed, 'published'>,
  known: ReadonlyMap<ImageId, Known>,
  prepared: ReadonlyMap<ImageId, PreparedBuild>,
): Parents {
  const parents = content.kind === 'dockerfile' ? content.parents : {};
  const inGroup = Object.entries(parents).map(
    ([reference, id]) => [reference, parentOf(id, known.get(id)!, policy, prepared.get(id))] as const,
  );
  return { ...published, ...Object.fromEntries(inGroup) };
}

function parentOf(id: ImageId, known: Known, policy: Policy, prepared: PreparedBuild | undefined): Parent {
  const { toMake, image } = known;
  const changes = toMake.length > 0;
  const named = { id, name: String(id), called: taggedText(image.repositories[0], image.tags.exact) };
  if (prepared !== undefined) return { ...named, changes, key: prepared.fingerprint };
  const [place] = known.places;
  if (changes || place?.held.is !== 'present' || !compares(policy)) return { ...named, changes };
  const { index, record } = place.held;
  const key = record === undefined ? index.digest : (fingerprintHash(record.fingerprint) as Digest);
  if (policy.target.kind === 'engine') return { ...named, changes, key };
  return { ...named, changes, key, reference: `${repositoryText(place.repository)}@${index.digest}` };
}
