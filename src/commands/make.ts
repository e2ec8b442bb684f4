/** Builds the image, verifies it on its platforms, and hands it on: to registries, or to a folder. */
import { join } from 'node:path';
import { archiveFile } from '../build/bake.ts';
import type { Builder } from '../build/builder.ts';
import { contentReader } from '../build/platform-size.ts';
import type { ObservedBase } from '../observe/observe.ts';
import { gather } from '../errors.ts';
import { writeLayout } from '../publish/layout.ts';
import { readContent } from '../registry/manifest.ts';
import { readMade } from '../plan/build-record.ts';
import type { Locked } from '../recipe/bake-recipe.ts';
import { buildWithoutSuspects } from './build-without-suspects.ts';
import { lockCell } from '../recipe/prepare.ts';
import { type Context, type Files, installs } from './context.ts';
import { type Resolved, unlockedNote } from '../recipe/resolve.ts';
import { publishAll, toMake } from '../run/publish.ts';
import { refuseMetadata } from '../recipe/refuse-metadata.ts';
import { noteSizes } from './sizes.ts';
import { timed } from './state.ts';

/** @throws Failure. */
export async function make(context: Context, onFiles: (files: Files) => void): Promise<void> {
  const { world, state, inputs, found } = context;
  const [builder, base] = await gather<[Builder, ObservedBase]>([context.builder(), found.base()]);
  const built = await buildWithoutSuspects(context, {
    builder,
    base,
    onFiles,
    ...(await lockOf(context, base)),
  });
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
