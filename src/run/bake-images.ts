/** One run of buildx for several images: files, build, and what the checks found in each. */
import { join } from 'node:path';
import type { Attempts } from '../build/attempts.ts';
import { bakeFile, bakeText, isTargetOf, type BakeOptions } from '../build/bake.ts';
import type { BakeFile } from '../build/bake-file.ts';
import { buildTargets } from '../build/build-targets.ts';
import { type Builder, isElsewhere } from '../build/builder.ts';
import { requireEmulation } from '../build/emulation.ts';
import { emulatedOf, sharesText } from '../build/nodes.ts';
import { onlyPlatformOf, splitByNode } from '../build/split.ts';
import { type Verified, verify, VerifyFailure } from '../build/verify.ts';
import { workFiles } from '../build/work-files.ts';
import { defined } from '../defined.ts';
import { placeLocal } from '../lock/local.ts';
import type { Observed } from '../observe/image.ts';
import type { ObservedBase } from '../observe/observe.ts';
import { type ImageId, nameOf } from '../plan/image.ts';
import { offersOf } from '../plan/recipe.ts';
import type { ImageRun } from '../recipe/image-run.ts';
import { runsOn } from '../recipe/platforms.ts';
import { type PreparedBuild, restoredOf } from '../recipe/prepare.ts';
import { originsOf } from '../recipe/origins.ts';
import { crossCompiledOf } from '../recipe/suspects.ts';
import { placeRestored } from '../recipe/restored-wheels.ts';
import { type Traced, tracedOf, traceSteps } from '../recipe/trace.ts';
import type { ImageContent } from '../registry/content.ts';
import { pipBuildReader } from '../report/pip-builds.ts';
import { plainInstallReader } from '../report/runtime-packages.ts';
import { progressReader, type Step } from '../report/steps.ts';
import type { Session } from '../session/session.ts';
import { optionsOf } from './bake-options.ts';
import type { Decided } from './decide.ts';
import { described } from './describe.ts';
import { exportedContent, type Exported, layersOf, layoutsOf, leaveOut } from './exported-image.ts';
import { ofPlatforms } from './failed-platforms.ts';
import { noteOffer } from './note-offer.ts';
import { type BakedImage, failed, lostParent, type NotBuilt } from './outcome.ts';
import { attemptReader, noteAttempts } from './read-attempts.ts';

/** An image of the bake file. */
export interface BakeTask {
  readonly run: ImageRun;
  readonly observed: Observed;
  readonly decided: readonly Decided[];
  readonly base: ObservedBase;
  readonly prepared: PreparedBuild;
}

type NumberedTask = BakeTask & { readonly build: number };
type Outcome = BakedImage | NotBuilt;

/**
 * Where one of several images cannot be built, buildx ends the others with it: then each is built by itself, and what was
 * done comes from the builder's cache.
 *
 * @param images those to build, parents first.
 * @param all besides them those that they stand on, which are built already.
 */
export async function bakeImages(
  session: Session,
  images: readonly NumberedTask[],
  all: readonly BakeTask[],
): Promise<ReadonlyMap<ImageId, Outcome>> {
  if (images.length === 0) return new Map();
  try {
    return await bakeAll(session, images, all);
  } catch (error) {
    // Without a builder, or a folder to work in, none of them can be built.
    const outcome = failed(error);
    return new Map(images.map(({ run }) => [run.image.id, outcome]));
  }
}

interface BakeContext {
  readonly session: Session;
  readonly builder: Builder;
  readonly folder: string;
  readonly all: readonly BakeTask[];
  /** Of those that can be built. */
  readonly options: ReadonlyMap<ImageId, BakeOptions>;
  readonly exports: ReadonlyMap<ImageId, Exported>;
}

async function bakeAll(
  session: Session,
  images: readonly NumberedTask[],
  all: readonly BakeTask[],
): Promise<ReadonlyMap<ImageId, Outcome>> {
  const { world } = session;
  const builder = await session.builder();
  const options = new Map<ImageId, BakeOptions>();
  const unfit = await eachInOrder(images, async (one) => {
    options.set(one.run.image.id, await optionsOf(one.run, one.prepared.recipe, one.decided, builder));
    return new Map();
  });
  const ready = images.filter(({ run }) => !unfit.has(run.image.id));
  if (ready.length === 0) return unfit;
  for (const one of all)
    if (!images.some(({ run }) => run === one.run))
      options.set(one.run.image.id, await optionsOf(one.run, one.prepared.recipe, one.decided, builder));
  const known = all.filter(({ run }) => options.has(run.image.id));
  const bake = bakeOf({ all: known, options }, ready);
  const recipes = known.map(({ prepared }) => prepared.recipe);
  const files = workFiles(recipes, bake, session.programs, builder.nodes);
  const ids = ready.map(({ run }) => run.image.id);
  session.journal.add({ is: 'files', images: ids, files });
  if (ready.every(({ run }) => run.policy.dryRun))
    return new Map([...unfit, ...ids.map((id) => [id, { is: 'planned' }] as const)]);
  const folder = await world.files.temporary('build');
  for (const [name, content] of Object.entries(files)) await world.files.write(join(folder, name), content);
  for (const task of known) {
    await world.files.makeFolder(join(folder, task.run.image.id));
    const of = join(folder, task.run.image.id);
    await placeRestored(world, of, task.prepared.restored);
    for (const [at, offer] of offersOf(task.prepared.recipe).entries()) {
      await world.files.makeFolder(join(folder, offer.id));
      await placeRestored(world, join(folder, offer.id), task.prepared.offers[at]!.restored);
    }
    await placeLocal(world.files, join(of, 'lock'), task.run.image.content.packages?.local);
  }
  const remote = await layersOf(
    session,
    known.map(({ observed, base }) => observed.custom?.standsOn ?? base),
  );
  const exports = new Map<ImageId, Exported>();
  for (const { run, prepared } of ready) {
    const own = options.get(run.image.id)!;
    const layouts = layoutsOf(prepared.recipe, own, builder, folder);
    const exported = { layouts, remote: own.exports === 'layout' ? remote : new Map() };
    await leaveOut(world, exported);
    exports.set(run.image.id, exported);
  }
  const running = ready.flatMap(({ run: { image }, prepared }) =>
    runsOn(prepared.recipe, options.get(image.id)!.verify),
  );
  const platforms = new Set(ready.flatMap(({ prepared: { recipe } }) => recipe.platforms));
  if (builder.nodes !== undefined) world.log.info(sharesText(builder.nodes, [...platforms]));
  // Where the builder is elsewhere, so are its handlers.
  if (!isElsewhere(builder))
    await requireEmulation(
      world,
      session.env,
      emulatedOf(builder, [...platforms]).filter((platform) => running.includes(platform)),
    );
  const context = { session, builder, folder, all: known, options, exports };
  return new Map([...unfit, ...(await bakeReady(context, bake, ready))]);
}

async function bakeReady(
  context: BakeContext,
  bake: BakeFile,
  images: readonly NumberedTask[],
): Promise<ReadonlyMap<ImageId, Outcome>> {
  try {
    return await bakeTogether(context, bake, images);
  } catch (error) {
    const outcome = failed(error);
    const [first, ...others] = images;
    if (first !== undefined && others.length === 0) return new Map([[first.run.image.id, outcome]]);
  }
  const { world } = context.session;
  world.log.warn(
    'One of the images could not be built: each is built by itself, so that it keeps no other from its tags.',
  );
  return eachInOrder(images, async (one) => {
    const alone = bakeOf(context, [one]);
    await world.files.write(
      join(context.folder, 'docker-bake.json'),
      bakeText(splitByNode(alone, context.builder.nodes)),
    );
    return bakeTogether(context, alone, [one]);
  });
}

/** One image after the other, without those that stand on what failed. */
async function eachInOrder(
  images: readonly NumberedTask[],
  work: (one: NumberedTask) => Promise<ReadonlyMap<ImageId, Outcome>>,
): Promise<ReadonlyMap<ImageId, Outcome>> {
  const outcomes = new Map<ImageId, Outcome>();
  for (const one of images) {
    const { image } = one.run;
    const blockedBy = lostParent(image, (parent) => outcomes.get(parent));
    if (blockedBy !== undefined) {
      outcomes.set(image.id, { is: 'blocked', by: blockedBy });
      continue;
    }
    const results = await work(one).catch((error: unknown) => new Map([[image.id, failed(error)]]));
    for (const [id, result] of results) outcomes.set(id, result);
  }
  return outcomes;
}

/** What is not built now is not fetched anew either: what stands on an image must hold what was published of it. */
const bakeOf = (
  { all, options }: Pick<BakeContext, 'all' | 'options'>,
  images: readonly NumberedTask[],
): BakeFile =>
  bakeFile(
    all.map(({ run, prepared: { recipe } }) => {
      const own = options.get(run.image.id)!;
      const isBuilt = images.some((one) => one.run === run);
      return { recipe, options: { ...own, fresh: own.fresh === true && isBuilt } };
    }),
  );

/** @throws Failure where buildx could not build one of them. */
async function bakeTogether(
  { session, builder, folder, options, exports }: BakeContext,
  bake: BakeFile,
  images: readonly NumberedTask[],
): Promise<ReadonlyMap<ImageId, Outcome>> {
  const { world } = session;
  const traced = images.map(({ run, prepared }): Traced => ({
    id: run.image.id,
    journal: run.session.journal,
    custom: prepared.recipe.source.kind === 'custom',
  }));
  const targets = images.flatMap(({ run }) => targetsOf(bake, run.image.id));
  // Of several, what is wrong is not shown: each is built by itself then.
  const about = images.map(({ run }) => nameOf(run.image)).join(', ');
  const base = images.map(({ prepared }) => prepared.recipe.bases.build)[0] ?? '';
  const reader = attemptReader(
    images.map(({ run }) => run.image),
    traced,
  );
  const title = images.every(({ run }) => options.get(run.image.id)!.verify.length === 0)
    ? 'build'
    : 'build and verify';
  let steps = progressReader(world.clock);
  let pip = pipBuildReader();
  let plain = plainInstallReader();
  const split = splitByNode(bake, builder.nodes);
  const complete = (step: Step): Step =>
    step.platform === undefined && step.target !== undefined
      ? { ...step, ...defined({ platform: onlyPlatformOf(split, step.target) }) }
      : step;
  return world.log.group(title, async () => {
    const build = traceSteps(
      session,
      'build',
      traced,
      (onAttempt) =>
        buildTargets(world, builder.buildx, {
          folder,
          targets,
          about,
          base,
          asksIndex: images.some(({ run }) => run.image.content.packages !== undefined),
          onAttempt: () => {
            reader.begin();
            const hear = onAttempt();
            steps = progressReader(world.clock);
            pip = pipBuildReader();
            plain = plainInstallReader();
            return (line) => {
              hear(line);
              reader.line(line);
              steps.line(line);
              pip.line(line);
              plain.line(line);
            };
          },
        }),
      complete,
    );
    // Also where the build failed: how everything was compiled is the first that one wants to know then.
    const [ended] = await Promise.allSettled([build]);
    const attempts = new Map<ImageId, Attempts>();
    for (const one of images) attempts.set(one.run.image.id, await noteAttempts(one, folder, bake, reader));
    if (ended.status === 'rejected')
      throw ofPlatforms(ended.reason, steps.steps().map(complete), builder.platform);
    for (const { target, text } of plain.installs())
      tracedOf(traced, target)?.journal.add({ is: 'note', text });
    for (const one of images)
      noteOffer(
        one.run,
        one.prepared.recipe,
        builder,
        attempts.get(one.run.image.id)!,
        steps.steps().map(complete),
        pip.builds().map((build) => ({
          ...defined({ platform: onlyPlatformOf(split, build.target ?? '') }),
          ...build,
        })),
      );
    const baked = await Promise.all(
      images.map(async (one): Promise<[ImageId, BakedImage]> => {
        const { id } = one.run.image;
        const exported = exports.get(id)!;
        const { layouts } = exported;
        const { recipe, nativeAttempts, offers } = one.prepared;
        const native = [nativeAttempts, ...offers.map((offer) => offer.nativeAttempts)].flat();
        const all = new Map([['native' as const, native], ...attempts.get(id)!]);
        const content = async () =>
          described(one.run, {
            recipe,
            content: await exportedContent(recipe, exported),
            // A custom Dockerfile stands on what its FROM says, not on the base of its packages.
            base: one.run.image.content.kind === 'packages' ? one.base : one.observed.custom?.standsOn,
            origins: originsOf(recipe, all, emulatedOf(builder, recipe.platforms)),
          });
        const checked = await check(one, folder, options.get(id)!, content, attempts.get(id)!);
        const { platforms } = checked;
        one.run.session.journal.add({ is: 'checked', build: one.build, platforms });
        return [id, { is: 'baked', prepared: one.prepared, checked, attempts: all, folder, layouts }];
      }),
    );
    return new Map(baked);
  });
}

/** Those of an image that are built by themselves: what a custom Dockerfile takes is built with it. */
const targetsOf = (bake: BakeFile, id: ImageId): string[] =>
  Object.keys(bake.target).filter((target) => isTargetOf(id, target) && !target.endsWith('-packages'));

async function check(
  { run: { session, policy }, prepared }: NumberedTask,
  folder: string,
  { verify: platforms }: BakeOptions,
  content: () => Promise<ImageContent>,
  attempts: Attempts,
): Promise<Verified | VerifyFailure> {
  const { recipe } = prepared;
  try {
    return await verify(session.world, {
      recipe,
      folder,
      platforms,
      strict: policy.verify === 'strict',
      crossCompiled: crossCompiledOf({ attempts, restored: restoredOf(prepared) }),
      content,
    });
  } catch (error) {
    if (error instanceof VerifyFailure) return error;
    throw error;
  }
}
