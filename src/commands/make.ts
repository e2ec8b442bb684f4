/** Builds the image, verifies it on its platforms, and hands it on: to registries, or to a folder. */
import { join, resolve } from 'node:path';
import { openArchive } from '../build/archive.ts';
import { readAttempts } from '../build/attempts.ts';
import { archiveFile, bakeFile, workFiles } from '../build/bake.ts';
import { requireEmulation } from '../build/emulation.ts';
import { layoutReader, writeLayout } from '../build/layout.ts';
import { contentReader } from '../build/platform-size.ts';
import { verify } from '../build/verify.ts';
import { gather } from '../errors.ts';
import type { Builder } from '../build/builder.ts';
import type { ObservedBase } from '../decide/observe.ts';
import type { Image } from '../sources/plan.ts';
import { type Context, installs } from './context.ts';
import { planOf } from './plan.ts';
import { lockCell } from './compile.ts';
import { keepWheels, mayKeep, placeTaken } from './keep.ts';
import { unlockedNote } from './lock.ts';
import { runsOn, verifiedOn } from './platforms.ts';
import { publishAll, toMake } from './publish.ts';
import { noteSizes } from './sizes.ts';
import { timed } from './state.ts';
import { recordSteps } from './steps.ts';

/** The files that buildx is given, by name: told before it runs. */
export type Files = Readonly<Record<string, string>>;

/** @throws Failure. */
export async function make(context: Context, onFiles: (files: Files) => void): Promise<void> {
  const { world, state, inputs, found, access, env } = context;
  const [builder, base] = await gather<[Builder, ObservedBase]>([context.builder(), found.base()]);
  const verifying = verifiedOn(inputs, builder.platform);
  const resolved = installs(context)
    ? await world.log.group('lock', () => context.locker.resolveOn(base))
    : undefined;
  if (resolved === undefined && installs(context)) state.notes.push(unlockedNote(context.cell));
  const locked =
    resolved === undefined
      ? undefined
      : await world.log.group('lock', () => lockCell(context, base, resolved));
  state.plan = planOf(context, base, { resolved, locked });
  const [image] = state.plan.images as readonly [Image];
  const bake = bakeFile(image, {
    verify: verifying,
    secrets: access.secrets,
    provenance: inputs.provenance,
    sbom: inputs.sbom,
    keep: mayKeep(context),
    fresh: state.destinations.some(
      ({ decision }) => decision?.do === 'build' && ['forced', 'expired'].includes(decision.because.kind),
    ),
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

  const archive = join(folder, archiveFile);
  if (inputs.push) {
    await world.log.group('publish', async () => {
      const content = await openArchive(archive);
      state.digest = content.index.digest;
      await noteSizes(context, base, content.index, contentReader(content, found.reader));
      await timed(world, state, 'publish', 'push', () =>
        publishAll(context, toMake(context), verified, content),
      );
    });
    return;
  }
  const output = resolve(inputs.output);
  const index = await timed(world, state, 'publish', 'write the layout', () =>
    writeLayout(world, { verified, archive, output }),
  );
  state.digest = index.digest;
  state.output = output;
  await noteSizes(context, base, index, layoutReader(world, output, found.reader));
}
