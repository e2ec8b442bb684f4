/** Builds the image, verifies it on its platforms, and hands it on: to registries, or to a folder. */
import { join, resolve } from 'node:path';
import { openArchive } from '../build/archive.ts';
import { readAttempts } from '../build/attempts.ts';
import { archiveFile, bakeFile, workFiles } from '../build/bake.ts';
import { requireEmulation } from '../build/emulation.ts';
import { writeLayout } from '../build/layout.ts';
import { contentReader } from '../build/platform-size.ts';
import { verify } from '../build/verify.ts';
import { gather } from '../errors.ts';
import type { Builder } from '../build/builder.ts';
import { isFor } from '../decide/decide.ts';
import type { ObservedBase } from '../decide/observe.ts';
import { readContent } from '../registry/manifest.ts';
import { readMade } from '../sources/made.ts';
import type { Locked } from '../sources/package.ts';
import type { Image } from '../sources/plan.ts';
import { type Context, type Files, installs } from './context.ts';
import { planOf } from './plan.ts';
import { lockCell } from './compile.ts';
import { keepWheels, mayKeep, placeTaken } from './keep-wheels.ts';
import { type Resolved, unlockedNote } from './lock.ts';
import { runsOn, verifiedOn } from './platforms.ts';
import { publishAll, toMake } from './publish.ts';
import { noteSizes } from './sizes.ts';
import { timed } from './state.ts';
import { recordSteps } from './steps.ts';

/** @throws Failure. */
export async function make(context: Context, onFiles: (files: Files) => void): Promise<void> {
  const { world, state, inputs, found, access, env } = context;
  const [builder, base] = await gather<[Builder, ObservedBase]>([context.builder(), found.base()]);
  const verifying = verifiedOn(inputs, builder.platform);
  const { resolved, locked } = await lockOf(context, base);
  state.plan = planOf(context, base, { resolved, locked });
  const [image] = state.plan.images as readonly [Image];
  const bake = bakeFile(image, {
    verify: verifying,
    secrets: access.secrets,
    provenance: inputs.provenance,
    sbom: inputs.sbom,
    keep: mayKeep(context),
    fresh: state.destinations.some(({ decision }) => isFor(decision, ['forced', 'expired'])),
  });
  const files = workFiles(image, bake, context.programs);
  onFiles(files);
  if (inputs.dryRun) return;
  const folder = await world.files.temporary('build');
  for (const [name, content] of Object.entries(files)) await world.files.write(join(folder, name), content);
  await placeTaken(context, folder);

  await requireEmulation(world, env, builder.platform, runsOn(image, verifying, inputs));
  const verified = await world.log.group(verifying.length === 0 ? 'build' : 'build and verify', () =>
    recordSteps(world, state, 'build', (onLine) =>
      verify(world, builder.buildx, {
        image,
        folder,
        targets: Object.keys(bake.target).filter((name) => name !== 'packages'),
        platforms: verifying,
        content: () => openArchive(join(folder, archiveFile)),
        onLine,
      }),
    ),
  );
  for (const [platform, attempts] of await readAttempts(
    world,
    folder,
    bake.target['compiled']?.platforms ?? [],
  ))
    state.attempts.set(platform, attempts);
  state.verified = verified.platforms;
  await keepWheels(context, image, folder);

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
  const output = resolve(inputs.output);
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
  const { world, state, locker, cell } = context;
  if (!installs(context)) return { resolved: undefined, locked: undefined };
  return world.log.group('lock', async () => {
    const resolved = await locker.resolveOn(base);
    if (resolved !== undefined) return { resolved, locked: await lockCell(context, base, resolved) };
    state.notes.push(unlockedNote(cell));
    return { resolved, locked: undefined };
  });
}
