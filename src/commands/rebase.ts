/** Puts the image that is there onto its base of today: nothing is built, and it is verified like any other. */
import { join } from 'node:path';
import { verifyFile, workFiles } from '../build/bake.ts';
import { requireEmulation } from '../build/emulation.ts';
import { contentReader } from '../build/platform-size.ts';
import { verify, VerifyFailure } from '../build/verify.ts';
import type { ObservedBase, ObservedImage } from '../decide/observe.ts';
import { type Parsed, parsed, refused } from '../errors.ts';
import type { BaseFacts } from '../lock/lock.ts';
import { repositoryText, type Tag } from '../names/reference.ts';
import type { ImageContent } from '../registry/content.ts';
import { pushContent } from '../registry/push.ts';
import { rebaseContent } from '../registry/rebase.ts';
import { parseReference } from '../registry/reference.ts';
import { installsOf } from '../sources/fingerprint.ts';
import { annotationsAt } from '../sources/labels.ts';
import type { Image } from '../sources/plan.ts';
import { type Context } from './context.ts';
import type { Resolved } from './lock.ts';
import { planOf } from './plan.ts';
import { verifiedOn } from './platforms.ts';
import { each, publishAll, toMake } from './publish.ts';
import { noteSizes } from './sizes.ts';
import { type Destination, timed } from './state.ts';
import { recordSteps } from './steps.ts';

/** @throws Failure. @returns whether it could be done; if not, a note says why, and the image is to be built. */
export async function rebase(context: Context): Promise<boolean> {
  const { state, found } = context;
  const base = await found.base();
  const resolved = await context.world.log.group('lock', () => context.locker.resolveOn(base));
  const may = resolved === undefined ? refused('nothing is locked') : sameFor(context, resolved);
  const done = may.ok ? await rebaseEach(context, base, resolved!) : may;
  if (done.ok) return true;
  state.notes.push(`the image could not be put onto its new base and was built: ${done.message}`);
  delete state.plan;
  delete state.verified;
  return false;
}

/** What cannot be put onto its new base is built for the same reason; so is all, where one repository needs a build. */
export function buildInstead(context: Context): void {
  for (const destination of toMake(context)) {
    const { decision } = destination;
    if (decision?.do === 'rebase') destination.decision = { do: 'build', because: decision.because };
  }
}

type Present = Extract<ObservedImage, { readonly is: 'present' }>;

/** Whether the layer that was made for the old base is right on the new one. */
function sameFor({ state }: Context, { requirements, facts }: Resolved): Parsed<true> {
  for (const { observed } of state.destinations) {
    const made = observed.is === 'present' ? observed.made : undefined;
    if (made === undefined) continue;
    const changed = facts
      .map((now) => ({ now, before: made.facts.find((one) => one.platform === now.platform) }))
      .map(({ now, before }) => (before === undefined ? `${now.platform} is new` : changeOf(before, now)))
      .find((text) => text !== undefined);
    if (changed !== undefined) return refused(changed);
    if (installsOf(requirements) !== made.fingerprint.installs)
      return refused('what is installed depends on what the base brings, which is another version now');
  }
  return parsed(true);
}

function changeOf(before: BaseFacts, now: BaseFacts): string | undefined {
  const minor = ({ python }: BaseFacts): string => python.split('.').slice(0, 2).join('.');
  const libc = ({ libc: { kind, version } }: BaseFacts): string => `${kind} ${version}`;
  const rows = [
    ['Python', minor(before), minor(now)],
    ['the libc', libc(before), libc(now)],
  ] as const;
  const row = rows.find(([, from, to]) => from !== to);
  return row && `${row[0]} of the base is ${row[2]} on ${now.platform}, and was ${row[1]}`;
}

async function rebaseEach(context: Context, base: ObservedBase, resolved: Resolved): Promise<Parsed<true>> {
  const { state } = context;
  state.plan = planOf(context, base, { resolved, locked: { ...resolved, native: [], kept: [] } });
  const [image] = state.plan.images as readonly [Image];
  let result: Parsed<true> = parsed(true);
  await each(toMake(context), async (destination) => {
    if (result.ok) result = await rebaseOne(context, base, image, destination);
  });
  return result;
}

async function rebaseOne(
  context: Context,
  base: ObservedBase,
  image: Image,
  destination: Destination,
): Promise<Parsed<true>> {
  const { world, state, found } = context;
  const { repository } = destination;
  const observed = destination.observed as Present;
  const content = await timed(world, state, 'build', 'put onto the new base', async () => {
    const made = await compose(context, base, image, destination, observed);
    if (made.ok) await pushContent(found.client, repository, made.value, { mountFrom: [base.repository] });
    return made;
  });
  if (!content.ok) return content;
  const { index } = content.value;
  await noteSizes(context, base, index, contentReader(content.value, found.reader));
  const reference = `${repositoryText(repository)}@${index.digest}`;
  try {
    const verified = await verifyPushed(context, image, reference);
    await timed(world, state, 'publish', 'move tags', () =>
      publishAll(context, [destination], verified, content.value),
    );
    return parsed(true);
  } catch (error) {
    if (!(error instanceof VerifyFailure)) throw error;
    return refused(`there it did not pass its checks: ${error.problems[0]?.message ?? ''}`);
  }
}

function compose(
  { cell, inputs, found, world }: Context,
  base: ObservedBase,
  image: Image,
  { repository }: Destination,
  { index, made }: Present,
): Promise<Parsed<ImageContent>> {
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

/** Runs the checks in what was pushed without a tag. */
async function verifyPushed(context: Context, image: Image, reference: string) {
  const { world, state, inputs, env } = context;
  const builder = await context.builder();
  const platforms = verifiedOn(inputs, builder.platform);
  const bake = verifyFile(image, platforms, reference);
  const folder = await world.files.temporary('verify');
  for (const [name, content] of Object.entries(workFiles(image, bake, context.programs)))
    await world.files.write(join(folder, name), content);
  await requireEmulation(world, env, builder.platform, platforms);
  const verified = await world.log.group('verify', () =>
    recordSteps(world, state, 'build', (onLine) =>
      verify(world, builder.buildx, {
        image,
        folder,
        targets: platforms.length === 0 ? [] : ['verify'],
        platforms,
        onLine,
      }),
    ),
  );
  state.verified = verified.platforms;
  return verified;
}

function tagOf(reference: string): { readonly tag?: Tag } {
  const read = parseReference(reference);
  return read.ok && read.value.tag !== undefined ? { tag: read.value.tag } : {};
}
