/** Which tags of a repository lead to an image that is not whole, and what it lacks. */
import type { Digest, Tag } from '../names/reference.ts';
import type { Descriptor } from '../registry/manifest.ts';
import type { HeldManifest, HeldRepository } from './repository.ts';

export type PartKind = 'manifest' | 'configuration' | 'layer' | 'attached';

/** Something that is named and not there. */
export type MissingPart =
  /** The tag is listed, and there is no manifest under it. */
  | { readonly kind: 'tag'; readonly tags: readonly [Tag] }
  | {
      readonly kind: PartKind;
      readonly digest: Digest;
      /** The manifest that names it. */
      readonly neededBy: Digest;
      /** `linux/arm/v7`, where an index says it. */
      readonly platform?: string;
      /** All tags whose image lacks it, sorted. */
      readonly tags: readonly Tag[];
    };

/** @param lackingBlobs blobs that the repository does not hold. */
export function missingParts(
  { tags, lostTags, manifests, referrers }: HeldRepository,
  lackingBlobs: ReadonlySet<Digest>,
): MissingPart[] {
  const lost = lostTags.map((tag): MissingPart => ({ kind: 'tag', tags: [tag] }));
  const tagsOf = new Map<Digest, Tag[]>();
  for (const [tag, digest] of tags) tagsOf.set(digest, [...(tagsOf.get(digest) ?? []), tag]);
  const found = new Map<string, Exclude<MissingPart, { kind: 'tag' }>>();
  for (const [root, names] of tagsOf) {
    for (const part of partsOf(root, { manifests, referrers }, lackingBlobs)) {
      const key = `${part.neededBy} ${part.digest}`;
      const known = found.get(key);
      found.set(key, { ...part, tags: [...(known?.tags ?? []), ...names].toSorted() });
    }
  }
  return [...lost, ...found.values()];
}

type Found = Omit<Exclude<MissingPart, { kind: 'tag' }>, 'tags'>;

function partsOf(
  root: Digest,
  { manifests, referrers }: Pick<HeldRepository, 'manifests' | 'referrers'>,
  lackingBlobs: ReadonlySet<Digest>,
): Found[] {
  const found: Found[] = [];
  const seen = new Set([root]);
  const queue: { readonly digest: Digest; readonly platform?: string }[] = [{ digest: root }];
  for (const { digest, platform } of queue) {
    const held = manifests.get(digest);
    if (held === undefined) continue;
    for (const blob of held.blobs) {
      if (!lackingBlobs.has(blob.digest)) continue;
      found.push({
        ...partOf(isConfiguration(held, blob) ? 'configuration' : 'layer', blob.digest, digest, platform),
      });
    }
    const children = held.manifests.map((one) => ({
      digest: one.digest,
      kind: 'manifest' as const,
      platform: platformText(one),
    }));
    const attached = (referrers.get(digest) ?? []).map((one) => ({
      digest: one,
      kind: 'attached' as const,
      platform: undefined,
    }));
    for (const next of [...children, ...attached]) {
      if (seen.has(next.digest)) continue;
      seen.add(next.digest);
      if (!manifests.has(next.digest)) found.push(partOf(next.kind, next.digest, digest, next.platform));
      queue.push({
        digest: next.digest,
        ...(next.platform === undefined ? {} : { platform: next.platform }),
      });
    }
  }
  return found;
}

const partOf = (kind: PartKind, digest: Digest, neededBy: Digest, platform: string | undefined): Found => ({
  kind,
  digest,
  neededBy,
  ...(platform === undefined ? {} : { platform }),
});

const isConfiguration = (held: HeldManifest, blob: Descriptor): boolean => held.blobs[0] === blob;

function platformText({ platform }: Descriptor): string | undefined {
  if (typeof platform?.os !== 'string' || platform.os === 'unknown') return undefined;
  return [platform.os, platform.architecture, platform.variant].filter(Boolean).join('/');
}
