/**
 * Chooses what a clean-up of repositories removes, and says why the rest stays. Pure: a table of tests holds it, and
 * properties over thousands of manifests.
 */
import { type Digest, type Repository, repositoryText, type Tag } from '../names/reference.ts';
import { type HeldManifest, type HeldRepository, subjectOfTag } from '../observe/repository.ts';
import { readBuildRecord } from '../plan/build-record.ts';
import { baseDigestKey, baseNameKey } from '../plan/labels.ts';
import { parseReference } from '../registry/reference.ts';
import { wheelTagPrefix } from '../wheel-cache/key.ts';

export interface CleanRule {
  /** So many of the newest images of each repository stay; with `older` alone it is the newest one. */
  readonly keep?: number;
  /** Seconds; with `keep`, what goes is both older and not among the newest. */
  readonly older?: number;
  /** Whether what no tag leads to goes. */
  readonly untagged: boolean;
  /** Patterns of tags, with `*` for any characters: images under such a tag stay. */
  readonly keepTags: readonly string[];
}

/** A repository, all of whose content is known. */
export interface CleanSource {
  readonly repository: Repository;
  readonly held: HeldRepository;
  /** When each was made, in milliseconds since the epoch, as far as that is known. */
  readonly times: ReadonlyMap<Digest, number>;
  /** Manifests without a tag, where the registry lists those. */
  readonly untagged: readonly Digest[];
}

export type StaysBecause =
  /** Among the newest that stay. */
  | 'newest'
  /** Not older than the rule says. */
  | 'young'
  /** Its tag is one of those that stay. */
  | 'named'
  /** It is a saved wheel, which the command `wheels` looks after. */
  | 'wheel'
  /** It does not say when it was made. */
  | 'ageless'
  /** The rule is about no tagged image. */
  | 'unruled'
  /** It is attached to something that stays. */
  | 'attached'
  /** The rule names it, and something needs it that stays. */
  | 'needed';

/** What the tags of a repository lead to. */
export interface TaggedImage {
  readonly digest: Digest;
  /** Sorted. */
  readonly tags: readonly Tag[];
  /** Milliseconds since the epoch. */
  readonly made?: number;
  /** Absent where it goes. */
  readonly stays?: StaysBecause;
}

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

/** The tagged images with what the rule says of each, whatever needs it. */
function ruledImages({ held, times }: CleanSource, rule: CleanRule, now: number): TaggedImage[] {
  const tagsOf = new Map<Digest, Tag[]>();
  for (const [tag, digest] of held.tags) {
    // What is attached to an image goes or stays with it.
    if (subjectOfTag(tag) === undefined) tagsOf.set(digest, [...(tagsOf.get(digest) ?? []), tag]);
  }
  const images = [...tagsOf]
    .filter(([digest]) => held.manifests.has(digest))
    .map(([digest, tags]) => ({ digest, tags: tags.toSorted(), made: times.get(digest) }))
    .toSorted((one, other) => (other.made ?? -Infinity) - (one.made ?? -Infinity));
  // An SBOM with a tag of its own is no image, and goes and stays with its image.
  const isAttached = (digest: Digest): boolean => {
    const subject = held.manifests.get(digest)?.subject;
    return subject !== undefined && held.manifests.has(subject);
  };
  const dated = images.filter(
    ({ digest, made, tags }) => made !== undefined && !isWheel(tags) && !isAttached(digest),
  );
  const count = rule.keep ?? (rule.older === undefined ? 0 : 1);
  // Of several that were made at the same moment, none is newer: all stay.
  const oldestKept = count === 0 ? Infinity : (dated[count - 1]?.made ?? -Infinity);
  const patterns = rule.keepTags.map(patternOf);
  return images.map(({ digest, tags, made }) => {
    const image = { digest, tags, ...(made === undefined ? {} : { made }) };
    const stays = staysBy(image, rule, { now, oldestKept, patterns, isAttached });
    return { ...image, ...(stays === undefined ? {} : { stays }) };
  });
}

function staysBy(
  { digest, tags, made }: TaggedImage,
  { keep, older }: CleanRule,
  at: {
    readonly now: number;
    readonly oldestKept: number;
    readonly patterns: readonly RegExp[];
    readonly isAttached: (digest: Digest) => boolean;
  },
): StaysBecause | undefined {
  if (isWheel(tags)) return 'wheel';
  if (keep === undefined && older === undefined) return 'unruled';
  if (tags.some((tag) => at.patterns.some((pattern) => pattern.test(tag)))) return 'named';
  if (at.isAttached(digest)) return undefined;
  if (made === undefined) return 'ageless';
  if (made >= at.oldestKept) return 'newest';
  return older !== undefined && at.now - made <= older * 1000 ? 'young' : undefined;
}

const isWheel = (tags: readonly Tag[]): boolean => tags.some((tag) => tag.startsWith(wheelTagPrefix));

const patternOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replaceAll(/[.+]/g, '\\$&'))
      .join('.*')}$`,
  );

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

const childrenOf = ({ manifests }: HeldManifest): Digest[] => manifests.map(({ digest }) => digest);

/** All that the roots need: children, what is attached, what it is attached to, and bases, in any of the repositories. */
function neededBy(sources: readonly CleanSource[], roots: readonly (readonly Digest[])[]): Set<Digest>[] {
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

/** Indexes before what they name, and images before what is attached to them. */
function removalOrder(held: HeldRepository, going: ReadonlySet<Digest>): Digest[][] {
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
