/** What manifests of repositories need of each other, and in which order they can go. */
import { type Digest, type Repository, repositoryText, type Tag } from '../names/reference.ts';
import type { HeldManifest, HeldRepository } from '../observe/repository.ts';
import { readBuildRecord } from '../plan/build-record.ts';
import { baseDigestKey, baseNameKey } from '../plan/labels.ts';
import { parseReference } from '../registry/reference.ts';

interface Source {
  readonly repository: Repository;
  readonly held: HeldRepository;
}

export const childrenOf = ({ manifests }: HeldManifest): Digest[] => manifests.map(({ digest }) => digest);

/** All that the roots need: children, what is attached, what it is attached to, and bases, in any of the repositories. */
export function neededBy(sources: readonly Source[], roots: readonly (readonly Digest[])[]): Set<Digest>[] {
  const kept = sources.map((): Set<Digest> => new Set());
  const queue: (readonly [at: number, digest: Digest])[] = [];
  const keep = (at: number, digest: Digest): void => {
    if (kept[at]!.has(digest)) return;
    kept[at]!.add(digest);
    queue.push([at, digest]);
  };
  const places = new Map(sources.map(({ repository }, at) => [repositoryText(repository), at]));
  for (const [at, digests] of roots.entries()) for (const digest of digests) keep(at, digest);
  for (const [at, digest] of queue) {
    const { manifests, referrers } = sources[at]!.held;
    for (const referrer of referrers.get(digest) ?? []) keep(at, referrer);
    const held = manifests.get(digest);
    if (held === undefined) continue;
    for (const child of childrenOf(held)) keep(at, child);
    if (held.subject !== undefined) keep(at, held.subject);
    const bases = basesOf(held);
    for (const base of bases.digests)
      for (const [place, source] of sources.entries()) if (source.held.manifests.has(base)) keep(place, base);
    for (const reference of bases.references) {
      const base = parseReference(reference);
      if (!base.ok) continue;
      const place = places.get(repositoryText(base.value.repository));
      const today =
        place === undefined ? undefined : sources[place]?.held.tags.get(base.value.tag ?? ('latest' as Tag));
      if (place !== undefined && today !== undefined) keep(place, today);
    }
  }
  return kept;
}

/**
 * What an image says that it was built on. Putting it onto a newer base needs the old one, by digest, and what its tag stands
 * for today.
 */
function basesOf({ annotations }: HeldManifest): {
  readonly digests: readonly Digest[];
  readonly references: readonly string[];
} {
  const record = readBuildRecord(annotations);
  const bases = record?.fingerprint.bases ?? {};
  const digests = [
    annotations[baseDigestKey],
    ...Object.values(record?.indexes ?? {}),
    ...Object.values(bases).flatMap((each) => Object.values(each)),
  ];
  return {
    digests: digests.filter((digest) => digest !== undefined) as Digest[],
    references: [annotations[baseNameKey] ?? [], ...Object.keys(bases)].flat(),
  };
}

/** Indexes before what they name, and images before what is attached to them. */
export function removalOrder(held: HeldRepository, going: ReadonlySet<Digest>): Digest[][] {
  const needs = new Map([...going].map((digest) => [digest, 0]));
  const below = (digest: Digest): Digest[] => partsOf(held, digest).filter((part) => going.has(part));
  for (const digest of going) for (const part of below(digest)) needs.set(part, needs.get(part)! + 1);
  const order: Digest[][] = [];
  let layer = [...going].filter((digest) => needs.get(digest) === 0);
  while (layer.length > 0) {
    order.push(layer);
    const next: Digest[] = [];
    for (const part of layer.flatMap(below)) {
      needs.set(part, needs.get(part)! - 1);
      if (needs.get(part) === 0) next.push(part);
    }
    layer = next;
  }
  // An index may be attached to a manifest that it names.
  const done = new Set(order.flat());
  const rest = [...going].filter((digest) => !done.has(digest));
  return rest.length === 0 ? order : [...order, rest];
}

/** What goes with a manifest: what an index names, and what is attached; each once. */
export function partsOf({ manifests, referrers }: HeldRepository, digest: Digest): Digest[] {
  const held = manifests.get(digest);
  return [...new Set([...(held === undefined ? [] : childrenOf(held)), ...(referrers.get(digest) ?? [])])];
}
