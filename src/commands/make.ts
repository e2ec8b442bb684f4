/** Builds the image, verifies it on its platforms, and hands it on: to registries, or to a folder. */
import { join } from 'node:path';
import { archiveFile } from '../build/bake.ts';
import type { Builder } from '../build/builder.ts';
import { contentReader } from '../build/platform-size.ts';
import { VerifyFailure } from '../build/verify.ts';
import type { ObservedBase } from '../decide/observe.ts';
import { Failure, gather } from '../errors.ts';
import { writeLayout } from '../publish/layout.ts';
import { readContent } from '../registry/manifest.ts';
import { readMade } from '../sources/made.ts';
import type { Locked } from '../sources/package.ts';
import { buildImage, type BuildOf, type Built } from './build-image.ts';
import { type Distrust, lockCell } from './compile.ts';
import { type Context, type Files, installs } from './context.ts';
import { doubtOf, forget } from './doubt.ts';
import { keepWheels } from './keep-wheels.ts';
import { type Resolved, unlockedNote } from './lock.ts';
import { publishAll, toMake } from './publish.ts';
import { refuseMetadata } from './refuse-metadata.ts';
import { noteSizes } from './sizes.ts';
import { timed } from './state.ts';

/** @throws Failure. */
export async function make(context: Context, onFiles: (files: Files) => void): Promise<void> {
  const { world, state, inputs, found } = context;
  const [builder, base] = await gather<[Builder, ObservedBase]>([context.builder(), found.base()]);
  const built = await buildUntrusting(context, { builder, base, onFiles, ...(await lockOf(context, base)) });
  if (built === undefined) return;
  const { verified, folder } = built;
  const { content } = verified;
  state.digest = content.index.digest;
  if (readMade(readContent(content.index.bytes).annotations ?? {}) === undefined) {
    state.notes.push(
      'the builder left out the annotations, which say what the image is made of: the next run cannot compare and will build again. Name another one in the input builder',
    );
  }
  await noteSizes(context, base, content.index, contentReader(content, found.reader));
  if (inputs.push) {
    await world.log.group('publish', () =>
      timed(world, state, 'publish', 'push', () => publishAll(context, toMake(context), verified)),
    );
    return;
  }
  const output = world.files.absolute(inputs.output);
  await timed(world, state, 'publish', 'write the layout', () =>
    writeLayout(world, { verified, archive: join(folder, archiveFile), output }),
  );
  state.output = output;
}

/** Again without what may be why the checks failed, until they pass or nothing is left to be doubted. */
async function buildUntrusting(
  context: Context,
  of: BuildOf,
  distrust: Distrust = { kept: [], cross: [] },
): Promise<Built | undefined> {
  const { world, state, inputs } = context;
  const ended = await buildImage(context, of).catch((error: unknown) => {
    if (error instanceof VerifyFailure) return error;
    throw error;
  });
  if (ended === undefined) return undefined;
  const platforms = ended instanceof VerifyFailure ? ended.platforms : ended.verified.platforms;
  const suspected =
    of.resolved === undefined ? undefined : doubtOf(state, platforms, inputs.compile === 'auto');
  if (suspected === undefined || of.resolved === undefined) {
    if (ended instanceof VerifyFailure) throw ended;
    await keepWheels(context, ended.verified.image, ended.folder);
    return ended;
  }
  const what =
    suspected.of === 'kept' ? 'Kept wheels are compiled anew' : 'What was cross-compiled is emulated';
  world.log.warn(`${what} for ${suspected.platforms.join(', ')}: ${suspected.why}.`);
  const before = { ...state, attempts: new Map(state.attempts) };
  const blame = forget(state, suspected);
  const more = { ...distrust, [suspected.of]: [...distrust[suspected.of], ...suspected.platforms] };
  try {
    const locked = await lockCell(context, of.base, of.resolved, more);
    return await buildUntrusting(context, { ...of, locked }, more).finally(blame);
  } catch (error) {
    // An image with warnings alone is published, whether or not another way of compiling is open to it.
    if (ended instanceof VerifyFailure || !(error instanceof Failure)) throw error;
    Object.assign(state, before);
    state.notes.push(
      `${what.toLowerCase()}: this failed, and the image with its warnings is published. ${error.problems[0]?.message ?? ''}`,
    );
    await keepWheels(context, ended.verified.image, ended.folder);
    return ended;
  }
}

/** Nothing where an own Dockerfile installs by itself, or nothing can be locked. */
async function lockOf(
  context: Context,
  base: ObservedBase,
): Promise<{ readonly resolved: Resolved | undefined; readonly locked: Locked | undefined }> {
  const { world, state, locker, cell, access } = context;
  if (!installs(context)) return { resolved: undefined, locked: undefined };
  return world.log.group('lock', async () => {
    const resolved = await locker.resolveOn(base);
    if (resolved !== undefined) {
      await timed(world, state, 'lock', 'read the metadata', () =>
        refuseMetadata(world, resolved, cell.package.name, access.auth),
      );
      return { resolved, locked: await lockCell(context, base, resolved) };
    }
    state.notes.push(unlockedNote(cell));
    return { resolved, locked: undefined };
  });
}
