/** What the rule of a clean-up says of each image by itself, whatever needs it. */
import { defined } from '../defined.ts';
import type { Digest, Repository, Tag } from '../names/reference.ts';
import { type HeldRepository, subjectOfTag } from '../observe/repository.ts';
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

/** The tagged images, newest first, those without a time last. @param now milliseconds since the epoch. */
export function ruledImages({ held, times }: CleanSource, rule: CleanRule, now: number): TaggedImage[] {
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
    const image = { digest, tags, ...defined({ made }) };
    const stays = staysBy(image, rule, { now, oldestKept, patterns, isAttached });
    return { ...image, ...defined({ stays }) };
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
