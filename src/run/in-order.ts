/** Work on the images of a group, parents before what stands on them. */
import { Failure } from '../errors.ts';
import type { ImageId } from '../plan/image.ts';
import type { ImageRun } from '../recipe/image-run.ts';

/** Images on which no work goes on. */
export type EndedImages = Map<ImageId, 'failed' | 'blocked'>;

/**
 * Works on all images at once, on each when its parents are through. A failure ends its image, blocks those that stand on
 * it, and nobody else; it is written into the image's journal.
 *
 * @throws what is no Failure, when all that was begun has ended.
 */
export async function inOrder(
  runs: readonly ImageRun[],
  ended: EndedImages,
  work: (run: ImageRun) => Promise<void>,
): Promise<void> {
  const begun = new Map<ImageId, Promise<void>>();
  for (const run of runs) {
    const { id, parents } = run.image;
    const one = async (): Promise<void> => {
      await Promise.all(parents.flatMap((parent) => begun.get(parent) ?? []));
      if (ended.has(id)) return;
      const by = parents.find((parent) => ended.has(parent));
      if (by === undefined) await workOn(run, ended, work);
      else {
        ended.set(id, 'blocked');
        run.session.journal.add({ is: 'blocked', by });
      }
    };
    begun.set(id, one());
  }
  const settled = await Promise.allSettled(begun.values());
  const error = settled.find((one) => one.status === 'rejected');
  if (error !== undefined) throw error.reason;
}

async function workOn(
  run: ImageRun,
  ended: EndedImages,
  work: (run: ImageRun) => Promise<void>,
): Promise<void> {
  try {
    await work(run);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    ended.set(run.image.id, 'failed');
    run.session.journal.add({ is: 'failed', problems: error.problems });
  }
}
