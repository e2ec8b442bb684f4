/** One build of the image: the files for buildx, the build with the checks in it, and what it says of itself. */
import { join } from 'node:path';
import { openArchive } from '../build/archive.ts';
import { type Attempt, type Attempts, saidAttempt, readAttempts } from '../build/attempts.ts';
import { archiveFile, bakeFile, workFiles } from '../build/bake.ts';
import type { Builder } from '../build/builder.ts';
import { requireEmulation } from '../build/emulation.ts';
import { type Verified, verify } from '../build/verify.ts';
import { isFor } from '../decide/decide.ts';
import type { ObservedBase } from '../observe/observe.ts';
import type { Platform } from '../names/platform.ts';
import type { Locked } from '../recipe/bake-recipe.ts';
import type { Image } from '../plan/recipe.ts';
import type { Context, Files } from '../commands/context.ts';
import { mayKeep, placeTaken } from '../wheel-cache/save.ts';
import type { Resolved } from '../recipe/resolve.ts';
import { planOf } from '../commands/plan.ts';
import { runsOn, verifiedOn } from '../recipe/platforms.ts';
import { startsOf } from '../observe/starts.ts';
import { recordAttempts, recordSteps } from './trace.ts';

export interface BuildOf {
  readonly builder: Builder;
  readonly base: ObservedBase;
  /** Undefined where an own Dockerfile installs by itself, or nothing can be locked. */
  readonly resolved: Resolved | undefined;
  readonly locked: Locked | undefined;
  /** Told of the files before buildx runs. */
  readonly onFiles: (files: Files) => void;
}

export interface Built {
  readonly verified: Verified;
  /** Holds the archive. */
  readonly folder: string;
}

/** Undefined in a dry run, which ends with the files. @throws Failure, VerifyFailure where a check failed. */
export async function buildImage(
  context: Context,
  { builder, base, resolved, locked, onFiles }: BuildOf,
): Promise<Built | undefined> {
  const { world, state, inputs, access, env } = context;
  const verifying = verifiedOn(inputs, builder.platform);
  state.plan = planOf(context, base, { resolved, locked, starts: await startsOf(context) });
  const [image] = state.plan.images as readonly [Image];
  const bake = bakeFile(image, {
    verify: verifying,
    secrets: access.secrets,
    provenance: inputs.provenance,
    sbom: inputs.sbom,
    keep: await mayKeep(context),
    fresh: state.destinations.some(({ decision }) => isFor(decision, ['forced', 'expired'])),
  });
  const files = workFiles(image, bake, context.programs);
  onFiles(files);
  if (inputs.dryRun) return undefined;
  const folder = await world.files.temporary('build');
  for (const [name, content] of Object.entries(files)) await world.files.write(join(folder, name), content);
  await placeTaken(context, folder);

  const said = new Map<Platform, readonly Attempt[]>();
  const readAlong = (line: string): void => {
    const { platform, attempt } = saidAttempt(line, image.platforms) ?? {};
    if (platform !== undefined) said.set(platform, [...(said.get(platform) ?? []), attempt!]);
  };
  await requireEmulation(world, env, builder.platform, runsOn(image, verifying, inputs));
  const verified = await world.log
    .group(verifying.length === 0 ? 'build' : 'build and verify', () =>
      recordSteps(
        world,
        state,
        'build',
        (onAttempt) =>
          verify(world, builder.buildx, {
            image,
            folder,
            targets: Object.keys(bake.target).filter((name) => name !== 'packages'),
            platforms: verifying,
            strict: inputs.verify === 'strict',
            content: () => openArchive(join(folder, archiveFile)),
            onAttempt: () => {
              said.clear();
              const hear = onAttempt();
              return (line) => {
                hear(line);
                readAlong(line);
              };
            },
          }),
        context.own !== undefined,
      ),
    )
    // Where a check failed, how everything was compiled is the first that one wants to know.
    .finally(() => noteAttempts(context, folder, bake.target['compiled']?.platforms ?? [], said));
  state.verified = verified.platforms;
  return { verified, folder };
}

async function noteAttempts(
  { world, state }: Context,
  folder: string,
  platforms: readonly Platform[],
  said: Attempts,
): Promise<void> {
  // What came out says more than what was read along.
  const found = new Map([...said, ...(await readAttempts(world, folder, platforms))]);
  for (const [platform, attempts] of found) recordAttempts(state, platform, attempts);
}
