/** Finds what a container of an image of a group starts, also where that is up to another image of the group. */
import type { Starts } from '../dockerfile/starts.ts';
import type { Platform } from '../names/platform.ts';
import type { Observed, ObservedPlace } from '../observe/image.ts';
import { startsOf, startsOfImage } from '../observe/starts.ts';
import type { ImageId } from '../plan/image.ts';
import type { ImageRun } from '../recipe/image-run.ts';
import type { Reader } from '../registry/client.ts';
import { platformsOf } from '../registry/manifest.ts';
import type { BuildTask } from './build-group.ts';

/**
 * Undefined for an image without a custom Dockerfile.
 *
 * @param tasks images that are built, among them those that this one stands on.
 * @param placesOf what the repositories hold of one that is not.
 */
export async function startsInGroup(
  { session, policy, image }: ImageRun,
  { custom }: Pick<Observed, 'custom'>,
  tasks: readonly Pick<BuildTask, 'run' | 'base' | 'starts'>[],
  placesOf: (id: ImageId) => readonly ObservedPlace[],
): Promise<Starts | undefined> {
  if (custom === undefined) return undefined;
  const { reader } = await session.registries();
  const parents = image.content.kind === 'dockerfile' ? image.content.parents : {};
  const parent = custom.parent === undefined ? undefined : parents[custom.parent];
  if (parent === undefined) return startsOf(reader, custom, image, policy.verify);
  const task = tasks.find(({ run }) => run.image.id === parent);
  return startsOf(reader, custom, image, policy.verify, (platform) =>
    task === undefined
      ? startsOfHeld(reader, placesOf(parent), platform)
      : startsOfTask(reader, task, platform),
  );
}

/** A rendered image starts its command, and what its base starts where it has none. */
async function startsOfTask(
  reader: Reader,
  { run, base, starts }: Pick<BuildTask, 'run' | 'base' | 'starts'>,
  platform: Platform,
): Promise<Starts | undefined> {
  const { content } = run.image;
  if (content.kind === 'dockerfile') return starts;
  const below = await startsOfImage(reader, base, platform);
  if (content.command === undefined) return below;
  return { entrypoint: [], folder: '/', ...below, cmd: content.command };
}

async function startsOfHeld(
  reader: Reader,
  [place]: readonly ObservedPlace[],
  platform: Platform,
): Promise<Starts | undefined> {
  if (place?.held.is !== 'present') return undefined;
  const { bytes, digest } = place.held.index;
  const image = { repository: place.repository, digest, platforms: platformsOf(bytes) };
  return startsOfImage(reader, image, platform);
}
