/** Puts the image that is there onto its base of today: nothing is built, and it is verified like any other. */
import { join } from 'node:path';
import { ownPredicates } from '../attest/documents.ts';
import { ownLayersIn } from '../attest/own-layers.ts';
import { targetOf, verifyFile } from '../build/bake.ts';
import { workFiles } from '../build/work-files.ts';
import { buildTargets } from '../build/build-targets.ts';
import { isElsewhere } from '../build/builder.ts';
import { requireEmulation } from '../build/emulation.ts';
import { emulatedOf } from '../build/nodes.ts';
import { contentReader } from '../build/platform-size.ts';
import { type Verified, verify, VerifyFailure, type VerifyRequest } from '../build/verify.ts';
import { fitsBase } from '../decide/fits-base.ts';
import { defined } from '../defined.ts';
import { Failure, type Parsed, parsed, refused } from '../errors.ts';
import { type Digest, type Repository, repositoryText } from '../names/reference.ts';
import type { Observed } from '../observe/image.ts';
import type { ObservedBase, Present } from '../observe/observe.ts';
import { annotationsAt } from '../plan/labels.ts';
import { nameOf } from '../plan/image.ts';
import type { RebaseRecipe } from '../plan/recipe.ts';
import { sbomForms } from '../plan/sbom.ts';
import { pushContent } from '../publish/push.ts';
import { rebaseContent } from '../publish/rebase/rebase.ts';
import { rebaseRecipe } from '../recipe/bake-recipe.ts';
import { type ImageRun, note } from '../recipe/image-run.ts';
import { platformsToDrop } from '../recipe/dropped-platforms.ts';
import { verifiedOn } from '../recipe/platforms.ts';
import { lockContext } from '../recipe/prepare.ts';
import { questionOf } from '../recipe/question.ts';
import { type Resolved, resolveOn } from '../recipe/resolve.ts';
import { traceSteps } from '../recipe/trace.ts';
import type { ImageContent } from '../registry/content.ts';
import { parseReference } from '../registry/reference.ts';
import { timed } from '../report/journal.ts';
import { adviseAgain, adviseMade } from './advisories.ts';
import { type Decided, noteDecision } from './decide.ts';
import { described } from './describe.ts';
import { layersOf } from './exported-image.ts';
import { checksBaseOf } from './observe.ts';
import { eachPlace, placesToMake, publishPlaces } from './publish.ts';
import { noteSizes } from './sizes.ts';

/** What was put together for one repository, and is not published yet. */
interface Rebased {
  readonly place: Decided;
  readonly verified: Verified;
}

/**
 * Nothing is published before all repositories have what they are to have: else one would be published twice where another
 * one needs a build.
 *
 * @throws Failure. @returns whether it could be done; if not, a note says why, and the image is to be built.
 */
export async function rebase(
  run: ImageRun,
  observed: Observed,
  decided: readonly Decided[],
): Promise<boolean> {
  const { session, policy, image } = run;
  const { world, journal } = session;
  // Only what a custom Dockerfile makes may be without, and that is never put onto a new base.
  const packages = image.content.packages!;
  const base = await checksBaseOf(run, observed);
  const may = await world.log.group('lock', async () => {
    try {
      const context = lockContext(run, observed);
      return sameFor(observed, await resolveOn(session, packages, base, image.platforms, { context }));
    } catch (error) {
      // A build can do without the platform.
      if (!(error instanceof Failure) || platformsToDrop(image, image.platforms, error) === undefined)
        throw error;
      return refused(error.message);
    }
  });
  const advised = may.ok ? await adviseMade(run, observed, may.value) : undefined;
  const done = may.ok ? await rebasePlaces(run, observed, base, may.value, placesToMake(decided)) : may;
  if (!done.ok) {
    const text = `the image cannot be put onto its new base, and is built instead: ${done.message}`;
    note(run, text);
    world.log.info(`build    ${text}`);
    journal.add({ is: 'not-rebased' });
    return false;
  }
  if (policy.dryRun) return true;
  if (may.ok) await adviseAgain(run, observed, may.value, advised);
  await timed({ journal, clock: world.clock }, 'publish', 'move tags', () =>
    eachPlace(done.value, ({ place, verified }) => publishPlaces(run, [place], verified, [base.repository])),
  );
  return true;
}

/** What cannot be put onto its new base is built for the same reason; so is all, where one repository needs a build. */
export const buildInstead = (run: ImageRun, decided: readonly Decided[]): Decided[] =>
  decided.map((place) => {
    if (place.decision.do !== 'rebase') return place;
    const decision = { do: 'build', because: place.decision.because } as const;
    noteDecision(run, place.repository, decision);
    return { ...place, decision };
  });

/** Whether the layers that are there are right on the new base: then what they hold. */
function sameFor({ records }: Observed, resolved: Resolved | undefined): Parsed<Resolved> {
  if (resolved === undefined) return refused('its requirements cannot be locked');
  for (const one of records) {
    const may = fitsBase(one, resolved);
    if (!may.ok) return may;
  }
  return parsed(resolved);
}

async function rebasePlaces(
  run: ImageRun,
  observed: Observed,
  base: ObservedBase,
  resolved: Resolved,
  places: readonly Decided[],
): Promise<Parsed<readonly Rebased[]>> {
  const done: Rebased[] = [];
  const checked: CheckedImages = new Map();
  for (const place of places) {
    const { created, record } = place.held as Present;
    // What was compiled is as old as it was.
    const locked = { ...resolved, native: [], restored: [], emulated: [] };
    const question = questionOf(run, {
      platforms: run.image.platforms,
      observed,
      base,
      parents: {},
      resolved,
      locked,
      layers: record?.layers,
      created,
    });
    const recipe = rebaseRecipe(question, { image: run.image.id, repository: place.repository });
    run.session.journal.add({ is: 'prepared', build: 1, recipe, restored: [] });
    const verified = await rebaseOne(run, base, recipe, place, checked);
    if (!verified.ok) return verified;
    if (verified.value !== undefined) done.push({ place, verified: verified.value });
  }
  return parsed(done);
}

/** Folders with the results of the checks, by the digest of the image that they ran in: what is the same is checked once. */
type CheckedImages = Map<Digest, string>;

/** Undefined in a dry run, which looks whether it can be done, and pushes nothing. */
async function rebaseOne(
  run: ImageRun,
  base: ObservedBase,
  recipe: RebaseRecipe,
  place: Decided,
  checked: CheckedImages,
): Promise<Parsed<Verified | undefined>> {
  const { session, policy } = run;
  const { world, journal } = session;
  const { client } = await session.registries();
  const { repository } = place;
  const composed = await timed(
    { journal, clock: world.clock },
    'build',
    'put onto the new base',
    async () => {
      const content = await composeDescribed(run, base, recipe, place);
      if (content.ok && !policy.dryRun)
        await pushContent(client, repository, content.value, { mountFrom: [base.repository] });
      return content;
    },
  );
  if (!composed.ok) return composed;
  return verifyRebased(run, base, recipe, repository, composed.value, checked);
}

/** Checks what is in the repository by its digest. Undefined in a dry run. */
async function verifyRebased(
  run: ImageRun,
  base: ObservedBase,
  recipe: RebaseRecipe,
  repository: Repository,
  image: ImageContent,
  checked: CheckedImages,
): Promise<Parsed<Verified | undefined>> {
  const { session, policy } = run;
  const { world, journal, programs } = session;
  const { index } = image;
  const builder = await session.builder();
  const platforms = verifiedOn(policy, run.image, builder.platform);
  const content = () => Promise.resolve(image);
  const check = { recipe, platforms, strict: policy.verify === 'strict', content };
  const before = checked.get(index.digest);
  if (before !== undefined)
    return parsed(policy.dryRun ? undefined : await verify(world, { ...check, folder: before }));
  const bake = verifyFile(recipe, platforms, `${repositoryText(repository)}@${index.digest}`);
  const files = platforms.length === 0 ? {} : workFiles([recipe], bake, programs);
  journal.add({ is: 'files', images: [run.image.id], repository, files });
  const folder = policy.dryRun ? '' : await world.files.temporary('verify');
  checked.set(index.digest, folder);
  if (policy.dryRun) return parsed(undefined);
  const { reader } = await session.registries();
  await noteSizes(run, base, index, contentReader(image, reader));
  for (const [name, text] of Object.entries(files)) await world.files.write(join(folder, name), text);
  if (!isElsewhere(builder)) await requireEmulation(world, session.env, emulatedOf(builder, platforms));
  try {
    const verified = await runChecks(run, { ...check, folder });
    journal.add({ is: 'checked', build: 1, platforms: verified.platforms });
    return parsed(verified);
  } catch (error) {
    // What a build does not need either, such as pulling from where the image goes, is no reason to end here.
    if (!(error instanceof Failure)) throw error;
    if (error instanceof VerifyFailure) journal.add({ is: 'checked', build: 1, platforms: error.platforms });
    return refused(`there it did not pass its checks: ${error.problems[0]?.message ?? ''}`);
  }
}
async function runChecks({ session, image }: ImageRun, request: VerifyRequest): Promise<Verified> {
  const { world, journal } = session;
  const { buildx } = await session.builder();
  const { recipe, folder, platforms } = request;
  const targets = platforms.length === 0 ? [] : [targetOf(image.id, 'verify')];
  return world.log.group('verify', () =>
    traceSteps(session, 'build', [{ id: image.id, journal, custom: false }], async (onAttempt) => {
      if (targets.length > 0)
        await buildTargets(world, buildx, {
          folder,
          targets,
          about: nameOf(image),
          base: recipe.bases.build,
          onAttempt,
        });
      return verify(world, request);
    }),
  );
}

/**
 * With its SBOMs, where there are to be some: what is in its own layer the image says itself, and what is in the base is
 * read of the new one.
 */
async function composeDescribed(
  run: ImageRun,
  base: ObservedBase,
  recipe: RebaseRecipe,
  place: Decided,
): Promise<Parsed<ImageContent>> {
  const composed = await compose(run, base, recipe, place);
  if (!composed.ok || sbomForms(run.policy.sbom).length === 0) return composed;
  const { reader } = await run.session.registries();
  const own = await ownLayersIn(reader, place.repository, (place.held as Present).index);
  if (!own.ok || run.policy.dryRun) return own.ok ? composed : own;
  const remote = await layersOf(run.session, [base]);
  const content: ImageContent = {
    ...composed.value,
    // Read once for all images on this base.
    blob: (descriptor) => remote.get(descriptor.digest)?.(descriptor) ?? composed.value.blob(descriptor),
  };
  const origins = new Map([...own.value].map(([platform, { origins }]) => [platform, origins]));
  return parsed(
    await described(run, {
      recipe,
      content,
      base,
      origins,
      known: [...own.value.values()].flatMap(({ layers }) => layers),
    }),
  );
}

async function compose(
  { session, image, policy }: ImageRun,
  base: ObservedBase,
  { labels, annotations, sourceDateEpoch }: RebaseRecipe,
  { repository, held }: Decided,
): Promise<Parsed<ImageContent>> {
  const { reader } = await session.registries();
  const { index, record: before } = held as Present;
  const layers = before?.layers?.filter((names) => names.length > 0).length;
  const { command, user } =
    image.content.kind === 'packages' ? image.content : { command: undefined, user: undefined };
  const [[reference, digests] = []] = Object.entries(before?.fingerprint.bases ?? {});
  const old = reference === undefined ? undefined : parseReference(reference);
  return rebaseContent(
    reader,
    {
      repository,
      index,
      platforms: image.platforms,
      base,
      ...(old?.ok === true && digests !== undefined
        ? { oldBase: { repository: old.value.repository, digests } }
        : {}),
      wanted: (platform) => ({
        labels,
        annotations: annotationsAt(annotations, 'manifest', platform),
        ...(command === undefined ? {} : { command }),
        ...defined({ user, layers }),
        ...(sourceDateEpoch === undefined ? {} : { created: sourceDateEpoch }),
      }),
      annotations: annotationsAt(annotations, 'index'),
      statements: {
        renewed: sbomForms(policy.sbom).length > 0 ? ownPredicates : [],
        keepsBuild: policy.provenance === 'mode=max',
      },
    },
    session.world.files,
  );
}
