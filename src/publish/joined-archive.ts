/** Reads an image whose platforms were built on several nodes, each into an archive of its own. */
import { openArchive } from '../build/archive.ts';
import type { Digest } from '../names/reference.ts';
import type { Platform } from '../names/platform.ts';
import type { ImageContent } from '../registry/content.ts';
import { combinedIndex } from './combined-index.ts';

export interface PartArchive {
  readonly path: string;
  readonly platforms: readonly Platform[];
}

/**
 * The index is the one that a single node would have written.
 *
 * @param platforms in the order of the image. @param annotations of the index.
 * @throws Failure as `openArchive`.
 */
export async function openJoined(
  parts: readonly PartArchive[],
  platforms: readonly Platform[],
  annotations: Readonly<Record<string, string>>,
): Promise<ImageContent> {
  const opened = await Promise.all(
    parts.map(async (part) => ({ ...part, content: await openArchive(part.path) })),
  );
  const holder = (digest: Digest): ImageContent =>
    (opened.find(({ content }) => content.holds(digest)) ?? opened[0]!).content;
  return {
    index: combinedIndex(
      opened.map(({ content: { index }, platforms: own }) => ({ index, platforms: own })),
      platforms,
      annotations,
    ),
    manifest: (digest) => holder(digest).manifest(digest),
    blob: (descriptor) => holder(descriptor.digest).blob(descriptor),
  };
}
