/** What must be built along with images that are loaded into the engine's store. */
import type { Image, ImageId } from '../plan/image.ts';

/**
 * A builder need not see what the engine stores: what an image stands on is built with it, mostly out of the builder's
 * cache. Gives those that would be left alone otherwise, each with the images that it is built for.
 *
 * @param images parents first.
 */
export function parentsToMake(
  images: readonly Pick<Image, 'id' | 'parents'>[],
  isMade: (id: ImageId) => boolean,
): ReadonlyMap<ImageId, readonly ImageId[]> {
  const needed = new Map<ImageId, readonly ImageId[]>();
  for (const { id } of images.toReversed()) {
    if (isMade(id)) continue;
    const children = images.filter(
      (one) => one.parents.includes(id) && (isMade(one.id) || needed.has(one.id)),
    );
    if (children.length > 0)
      needed.set(
        id,
        children.map((child) => child.id),
      );
  }
  return needed;
}
