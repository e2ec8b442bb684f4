/**
 * Chooses what a clean-up of repositories removes, and says why the rest stays. Pure: a table of tests holds it, and
 * properties over thousands of manifests.
 */
import type { Digest } from '../names/reference.ts';
import { subjectOfTag } from '../observe/repository.ts';
import { type CleanRule, type CleanSource, ruledImages, type TaggedImage } from './clean-rule.ts';
import { childrenOf, neededBy, removalOrder } from './needed.ts';

/** What goes although no rule is about it by itself. */
export interface RemovedPart {
  readonly digest: Digest;
  readonly kind: 'part' | 'attached' | 'untagged';
}

export interface Selection {
  /** Newest first, those without a time last. */
  readonly images: readonly TaggedImage[];
  /** Besides the images that go. */
  readonly parts: readonly RemovedPart[];
  /**
   * All that goes, in the order in which it can: what is in a list needs nothing of the lists before, so that a removal that is
   * cut off leaves no index without its parts.
   */
  readonly order: readonly (readonly Digest[])[];
}

/** Milliseconds: what is younger and has no tag may be an image that another run pushes right now. */
const graceTime = 86_400_000;

/**
 * Gives a selection for each repository, in their order. An image may need a base in another one of them.
 *
 * @param now milliseconds since the epoch.
 */
export function selectRemovals(sources: readonly CleanSource[], rule: CleanRule, now: number): Selection[] {
  const ruled = sources.map((source) => ruledImages(source, rule, now));
  const kept = neededBy(
    sources,
    sources.map((source, at) => rootsThatStay(source, ruled[at]!, rule, now)),
  );
  return sources.map((source, at) => selectionOf(source, ruled[at]!, kept[at]!, rule));
}

/** What stays for itself. What of it is needed by nothing else goes with it alone. */
function rootsThatStay(
  source: CleanSource,
  images: readonly TaggedImage[],
  rule: CleanRule,
  now: number,
): Digest[] {
  const { held, times } = source;
  const tagged = images.flatMap(({ digest, stays }) => (stays === undefined ? [] : [digest]));
  // Attached to something that is not here: as good as untagged.
  const orphans = [...held.tags].flatMap(([tag, digest]) => {
    const subject = subjectOfTag(tag);
    return subject === undefined || held.manifests.has(subject) || rule.untagged ? [] : [digest];
  });
  const pointedAt = new Set([...held.tags.values(), ...[...held.manifests.values()].flatMap(childrenOf)]);
  for (const list of held.referrers.values()) for (const digest of list) pointedAt.add(digest);
  const listed = new Set(source.untagged);
  const loose = [...held.manifests.keys()].filter(
    (digest) => !pointedAt.has(digest) && !(rule.untagged && listed.has(digest)),
  );
  // What was just pushed may belong to an image whose tag is about to come.
  const fresh = source.untagged.filter((digest) => now - (times.get(digest) ?? now) < graceTime);
  return [...tagged, ...orphans, ...loose, ...fresh];
}

function selectionOf(
  source: CleanSource,
  ruled: readonly TaggedImage[],
  kept: ReadonlySet<Digest>,
  rule: CleanRule,
): Selection {
  const { held, untagged } = source;
  const images = ruled.map((image): TaggedImage => {
    if (image.stays !== undefined || !kept.has(image.digest)) return image;
    const subject = held.manifests.get(image.digest)?.subject;
    return { ...image, stays: subject !== undefined && kept.has(subject) ? 'attached' : 'needed' };
  });
  const going = new Map<Digest, RemovedPart['kind'] | 'image'>();
  const queue: Digest[] = [];
  const remove = (digest: Digest, kind: RemovedPart['kind'] | 'image'): void => {
    if (going.has(digest) || kept.has(digest) || !held.manifests.has(digest)) return;
    going.set(digest, kind);
    queue.push(digest);
  };
  for (const { digest, stays } of images) if (stays === undefined) remove(digest, 'image');
  const follow = (): void => {
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const child of childrenOf(held.manifests.get(at)!)) remove(child, 'part');
      for (const referrer of held.referrers.get(at) ?? []) remove(referrer, 'attached');
    }
  };
  follow();
  if (rule.untagged) {
    for (const digest of untagged) remove(digest, 'untagged');
    for (const [tag, digest] of held.tags) if (subjectOfTag(tag) !== undefined) remove(digest, 'attached');
    follow();
  }
  const parts = [...going].flatMap(([digest, kind]) => (kind === 'image' ? [] : [{ digest, kind }]));
  return { images, parts, order: removalOrder(held, new Set(going.keys())) };
}
