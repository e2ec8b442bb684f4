/** Reads an image whose platforms were built on several nodes, each into a layout of its own. */
import { openLayout } from '../build/layout.ts';
import type { Digest } from '../names/reference.ts';
import type { Platform } from '../names/platform.ts';
import type { ImageContent } from '../registry/content.ts';
import { combinedIndex } from './combined-index.ts';

export interface PartLayout {
  readonly path: string;
  readonly platforms: readonly Platform[];
}

/**
 * The index is the one that a single node would have written.
 *
 * @param platforms in the order of the image. @param annotations of the index.
 * @throws Failure as `openLayout`.
 */
export async function openJoined(
  parts: readonly PartLayout[],
  platforms: readonly Platform[],
  annotations: Readonly<Record<string, string>>,
): Promise<ImageContent> {
  const opened = await Promise.all(
    parts.map(async (part) => ({ ...part, content: await openLayout(part.path) })),
  );
  const holder = async (digest: Digest): Promise<ImageContent> => {
    for (const { content } of opened) if (await content.holds(digest)) return content;
    return opened[0]!.content;
  };
  return {
    index: combinedIndex(
      opened.map(({ content: { index }, platforms: own }) => ({ index, platforms: own })),
      platforms,
      annotations,
    ),
    manifest: async (digest) => (await holder(digest)).manifest(digest),
    blob: async (descriptor) => (await holder(descriptor.digest)).blob(descriptor),
  };
}
