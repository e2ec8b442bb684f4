/** Puts the image that is there onto its base of today: nothing is built, and it is verified like any other. */
import { join } from 'node:path';
import { verifyFile, workFiles } from '../build/bake.ts';
import { requireEmulation } from '../build/emulation.ts';
import { contentReader } from '../build/platform-size.ts';
import { type Verified, verify } from '../build/verify.ts';
import { fitsBase } from '../decide/fits-base.ts';
import type { ObservedBase, Present } from '../observe/observe.ts';
import { Failure, type Parsed, parsed, refused } from '../errors.ts';
import { repositoryText, type Tag } from '../names/reference.ts';
import { pushContent } from '../publish/push.ts';
import { rebaseContent } from '../publish/rebase/rebase.ts';
import type { ImageContent } from '../registry/content.ts';
import { parseReference } from '../registry/reference.ts';
import { annotationsAt } from '../plan/labels.ts';
import type { Image } from '../plan/recipe.ts';
import type { Context, Files } from '../commands/context.ts';
import type { Resolved } from '../recipe/resolve.ts';
import { planOf } from '../commands/plan.ts';
import { verifiedOn } from '../recipe/platforms.ts';
import { each, publishAll, toMake } from './publish.ts';
import { noteSizes } from '../commands/sizes.ts';
import { type Destination, timed } from '../commands/state.ts';
import { recordSteps } from './trace.ts';

/** What was put together for one repository, and is not published yet. */
interface Rebased {
  readonly destination: Destination;
  readonly verified: Verified;
}

/**
 * Nothing is published before all repositories have what they are to have: else one would be published twice where another
 * one needs a build.
 *
 * @throws Failure. @returns whether it could be done; if not, a note says why, and the image is to be built.
 */
export async function rebase(context: Context, onFiles: (files: Files) => void): Promise<boolean> {
  const { state, found, world, inputs } = context;
  const base = await found.base();
  const resolved = await world.log.group('lock', () => context.locker.resolveOn(base));
  const may = sameFor(context, resolved);
  const done = may.ok ? await rebaseAll(context, base, may.value, onFiles) : may;
  if (!done.ok) {
    const note = `the image cannot be put onto its new base, and is built instead: ${done.message}`;
    state.notes.push(note);
    world.log.info(`build    ${note}`);
    delete state.plan;
    delete state.verified;
    delete state.sizes;
    return false;
  }
  if (inputs.dryRun) return true;
  await timed(world, state, 'publish', 'move tags', async () => {
    const verified = new Map(done.value.map((one) => [one.destination, one.verified]));
    await each([...verified.keys()], (destination) =>
      publishAll(context, [destination], verified.get(destination)!),
    );
  });
  return true;
}

/** What cannot be put onto its new base is built for the same reason; so is all, where one repository needs a build. */
export function buildInstead(context: Context): void {
  for (const destination of toMake(context)) {
    const { decision } = destination;
    if (decision?.do === 'rebase') destination.decision = { do: 'build', because: decision.because };
  }
}

/** Whether the layers that are there are right on the new base: then what they hold. */
function sameFor({ state }: Context, resolved: Resolved | undefined): Parsed<Resolved> {
  if (resolved === undefined) return refused('its requirements cannot be locked');
  for (const { observed } of state.destinations) {
    const made = observed.is === 'present' ? observed.made : undefined;
    const may = made === undefined ? parsed(true) : fitsBase(made, resolved);
    if (!may.ok) return may;
  }
  return parsed(resolved);
}

async function rebaseAll(
  context: Context,
  base: ObservedBase,
  resolved: Resolved,
  onFiles: (files: Files) => void,
): Promise<Parsed<readonly Rebased[]>> {
  const { state } = context;
  const done: Rebased[] = [];
  for (const destination of toMake(context)) {
    const { created } = destination.observed as Present;
    // What was compiled is as old as it was.
    state.plan = planOf(context, base, { resolved, locked: { ...resolved, native: [], kept: [] }, created });
    const [image] = state.plan.images as readonly [Image];
    const verified = await rebaseOne(context, base, image, destination, onFiles);
    if (!verified.ok) return verified;
    if (verified.value !== undefined) done.push({ destination, verified: verified.value });
  }
  return parsed(done);
}

/** Undefined in a dry run, which looks whether it can be done, and pushes nothing. */
async function rebaseOne(
  context: Context,
  base: ObservedBase,
  image: Image,
  destination: Destination,
  onFiles: (files: Files) => void,
): Promise<Parsed<Verified | undefined>> {
  const { world, state, found, inputs } = context;
  const { repository } = destination;
  const made = await timed(world, state, 'build', 'put onto the new base', async () => {
    const composed = await compose(context, base, image, destination);
    if (composed.ok && !inputs.dryRun)
      await pushContent(found.client, repository, composed.value, { mountFrom: [base.repository] });
    return composed;
  });
  if (!made.ok) return made;
  const { index } = made.value;
  const { buildx, platform: machine } = await context.builder();
  const platforms = verifiedOn(inputs, machine);
  const bake = verifyFile(image, platforms, `${repositoryText(repository)}@${index.digest}`);
  const files = platforms.length === 0 ? {} : workFiles(image, bake, context.programs);
  onFiles(files);
  if (inputs.dryRun) return parsed(undefined);
  await noteSizes(context, base, index, contentReader(made.value, found.reader));
  const folder = await world.files.temporary('verify');
  for (const [name, content] of Object.entries(files)) await world.files.write(join(folder, name), content);
  await requireEmulation(world, context.env, machine, platforms);
  const targets = platforms.length === 0 ? [] : ['verify'];
  try {
    const verified = await world.log.group('verify', () =>
      recordSteps(world, state, 'build', (onAttempt) =>
        verify(world, buildx, {
          image,
          folder,
          targets,
          platforms,
          strict: inputs.verify === 'strict',
          content: () => Promise.resolve(made.value),
          onAttempt,
        }),
      ),
    );
    state.verified = verified.platforms;
    return parsed(verified);
  } catch (error) {
    // What a build does not need either, such as pulling from where the image goes, is no reason to end here.
    if (!(error instanceof Failure)) throw error;
    return refused(`there it did not pass its checks: ${error.problems[0]?.message ?? ''}`);
  }
}

function compose(
  { cell, inputs, found, world }: Context,
  base: ObservedBase,
  image: Image,
  { repository, observed }: Destination,
): Promise<Parsed<ImageContent>> {
  const { index, made } = observed as Present;
  const [[reference, digests] = []] = Object.entries(made?.fingerprint.bases ?? {});
  const before = reference === undefined ? undefined : parseReference(reference);
  return rebaseContent(
    found.reader,
    {
      repository,
      index,
      platforms: cell.platforms,
      base: { ...base, ...tagOf(base.reference) },
      ...(before?.ok === true && digests !== undefined
        ? { oldBase: { repository: before.value.repository, digests } }
        : {}),
      wanted: (platform) => ({
        labels: image.labels,
        annotations: annotationsAt(image.annotations, 'manifest', platform),
        ...(inputs.command === undefined ? {} : { command: inputs.command }),
        ...(inputs.user === undefined ? {} : { user: inputs.user }),
        ...(image.sourceDateEpoch === undefined ? {} : { created: image.sourceDateEpoch }),
      }),
      annotations: annotationsAt(image.annotations, 'index'),
    },
    world.files,
  );
}

function tagOf(reference: string): { readonly tag?: Tag } {
  const read = parseReference(reference);
  return read.ok && read.value.tag !== undefined ? { tag: read.value.tag } : {};
}
