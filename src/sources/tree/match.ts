/** Decides which references of a Dockerfile are images of its tree. */
import { repositoryText } from '../../names/reference.ts';
import { nearest } from '../../names/nearest.ts';
import { shown } from '../../names/shown.ts';
import { parseReference, type Reference } from '../../registry/reference.ts';
import { officialImages } from './official-images.ts';

/** A reference as a Dockerfile calls it, and as it is written there, with its variables. */
export interface Written {
  readonly reference: string;
  readonly written: string;
}

export type Match =
  | { readonly kind: 'image'; readonly name: string }
  | {
      readonly kind: 'external';
      readonly note?: string;
      /** Neither a row says so nor that it is an official image: only its name is none of the tree. */
      readonly isAssumed?: true;
    }
  /** It begins as the tree's images do, and the tree has none of its name. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly message: string };

export interface Names {
  readonly name: string;
  /** References that a row of images.yml gives it. */
  readonly references: readonly string[];
}

export interface MatchQuestion {
  readonly images: readonly Names[];
  /** What stands before the names of the tree's images: `ghcr.io/owner/repo`. */
  readonly prefixes: readonly string[];
  /** References that are no images of the tree. */
  readonly external: readonly string[];
  /** What each image refers to; a prefix in an ARG is learned from it. */
  readonly uses: Readonly<Record<string, readonly Written[]>>;
}

/** A prefix that no input gives, and the first reference that it was learned from. */
export interface LearnedPrefix extends Written {
  readonly prefix: string;
  /** The image whose Dockerfile has the reference. */
  readonly user: string;
}

export interface Matcher {
  readonly learned: readonly LearnedPrefix[];
  readonly match: (user: string, reference: string) => Match;
}

/**
 * The first rule that applies decides; tags count only where a row has one.
 *
 * 1. One with a digest is an image that exists already: external.
 * 2. A row of images.yml names it: that image, or external.
 * 3. A prefix of the tree and the name of an image of it: that image. A prefix is given, or it is learned: a Dockerfile
 *    takes it from an ARG (`${REPOSITORY}/base`), and what follows is an image of the tree. Of an ARG with a whole
 *    reference (`ARG BASE=owner/base`) it is learned too, unless that has the tag of a version, as those of others do.
 * 4. A bare name, which is Docker Hub's `library`, where nobody publishes: an image of the tree that has this name, unless
 *    Docker has an official image of it (`python`). One that is nearly a name of the tree is refused as a slip.
 * 5. `localhost/…` without a port is what Podman calls a local image: the image of the tree that has its name.
 * 6. A prefix of the tree and another name: unknown.
 * 7. Another prefix and the name of an image: refused, since it may be either; an image's own name, as in
 *    `FROM upstream/redis` of `redis`, is external.
 * 8. All others are external.
 */
export function matcher({ images, prefixes, external, uses }: MatchQuestion): Matcher {
  const rows = images.flatMap(({ name, references }) =>
    references.map((reference) => [reference, name] as const),
  );
  const names = images.map(({ name }) => name);
  const given = prefixes.flatMap(prefixText);
  const learned = new Map<string, LearnedPrefix>();
  for (const user of names) {
    for (const use of uses[user] ?? []) {
      const others = names.filter((name) => name !== user);
      const prefix = learnedPrefix(use, others, [...rows.map(([known]) => known), ...external]);
      if (prefix !== undefined && !given.includes(prefix) && !learned.has(prefix))
        learned.set(prefix, { prefix, user, ...use });
    }
  }
  const own = [...given, ...learned.keys()];

  const match = (user: string, text: string): Match => {
    const result = parseReference(text);
    if (!result.ok) return { kind: 'refused', message: result.message };
    const reference = result.value;
    if (reference.digest !== undefined) return { kind: 'external' };
    const row = rows.find(([known]) => covers(known, reference));
    if (row !== undefined) return { kind: 'image', name: row[1] };
    if (external.some((known) => covers(known, reference))) return { kind: 'external' };

    const repository = repositoryText(reference.repository);
    const candidates = names.filter((name) => repository.endsWith(`/${name}`));
    const ours = candidates.filter((name) => own.includes(repository.slice(0, -name.length - 1)));
    if (ours.length > 1) return { kind: 'refused', message: between(text, ours) };
    if (ours[0] !== undefined) return { kind: 'image', name: ours[0] };

    const others = candidates.filter((name) => name !== user);
    const bare = bareName(text);
    if (bare !== undefined) {
      // Nobody else has an image of this name: it stands on itself.
      if (bare === user && !officialImages.has(bare)) return { kind: 'image', name: user };
      if (!others.includes(bare)) return misspelled(text, bare, others) ?? { kind: 'external' };
      if (!officialImages.has(bare)) return { kind: 'image', name: bare };
      return { kind: 'external', note: officialNote(text, bare) };
    }
    if (reference.repository.registry === 'localhost' && others.length === 1)
      return { kind: 'image', name: others[0]! };
    if (own.some((prefix) => isNarrow(prefix) && repository.startsWith(`${prefix}/`)))
      return { kind: 'unknown' };
    if (repository.startsWith(library)) return { kind: 'external' };
    if (candidates.length === 0) return { kind: 'external', isAssumed: true };
    if (others.length === 0) return { kind: 'external' };
    return { kind: 'refused', message: eitherOr(text, others) };
  };
  return { learned: [...learned.values()], match };
}

const library = 'docker.io/library/';

/** A registry alone holds the images of others too. */
const isNarrow = (prefix: string): boolean => prefix.includes('/') && `${prefix}/` !== library;

function covers(known: string, { repository, tag }: Reference): boolean {
  const row = parseReference(known);
  return (
    row.ok &&
    repositoryText(row.value.repository) === repositoryText(repository) &&
    (row.value.tag === undefined || row.value.tag === tag)
  );
}

/** With its registry: `docker.io/owner` for `owner`. Empty for what is no prefix. */
function prefixText(prefix: string): string[] {
  const result = parseReference(`${prefix.replace(/\/+$/, '')}/x`);
  return result.ok ? [repositoryText(result.value.repository).replace(/\/x$/, '')] : [];
}

/** @param settled references that rows of images.yml have: nothing is to be learned from them. */
function learnedPrefix(
  { reference: text, written }: Written,
  names: readonly string[],
  settled: readonly string[],
): string | undefined {
  const result = parseReference(text);
  if (!result.ok || result.value.digest !== undefined || bareName(text) !== undefined) return undefined;
  if (settled.some((known) => covers(known, result.value))) return undefined;
  const { repository, tag } = result.value;
  const full = repositoryText(repository);
  if (full.startsWith(library)) return undefined;
  // A variable may have a slash in it: `${BASE/a/b}`.
  const parts = written
    .replaceAll(/["']/g, '')
    .replaceAll(/\$\{[^}]*\}|\$\w+/g, '$')
    .split('/');
  const name = names.find((candidate) => {
    if (!full.endsWith(`/${candidate}`)) return false;
    const owner = parts.at(-1 - candidate.split('/').length);
    if (owner !== undefined) return owner.includes('$');
    return parts[0]!.startsWith('$') && !isVersion(tag);
  });
  return name === undefined ? undefined : full.slice(0, -name.length - 1);
}

const isVersion = (tag: string | undefined): boolean => /^v?\d/.test(tag ?? '');

/** Whether an ARG has the whole reference, as for an image of one's own, and its tag is no version as those of others. */
export function mayBeOwn({ reference: text, written }: Written): boolean {
  const result = parseReference(text);
  return result.ok && /^["']?\$/.test(written) && !written.includes('/') && !isVersion(result.value.tag);
}

/** A bare name that nobody publishes, and that is nearly one of the tree's. */
function misspelled(text: string, bare: string, others: readonly string[]): Match | undefined {
  const near = officialImages.has(bare) || bare === 'packages' ? undefined : nearest(bare, others);
  if (near === undefined) return undefined;
  return {
    kind: 'refused',
    message: `${shown(text)} is no image of the tree, and Docker has no official one of that name. Did you mean "${near}"? Where it is neither: ${externalRow(text)}.`,
  };
}

const bareName = (text: string): string | undefined =>
  text.includes('/') ? undefined : text.replace(/:.*/, '');

const withoutTag = (text: string): string => text.replace(/:[^/:]*$/, '');

/** A row of images.yml, on one line. */
export const rowOf = (name: string, reference: string): string =>
  `- {name: ${name}, image: ${withoutTag(reference)}}`;
export const externalRow = (reference: string): string =>
  `- {image: ${withoutTag(reference)}, external: true}`;

const officialNote = (text: string, name: string): string =>
  `takes ${shown(text)} from Docker Hub, not the image ${shown(name)} of this tree; the row ${rowOf(name, text)} in images.yml takes the latter`;

export const assumedNote = (reference: string, name: string): string =>
  `takes ${shown(reference)} as it is published; where it is the image ${shown(name)} of this tree, the row ${rowOf(name, reference)} in images.yml says so, and where it is not: ${externalRow(reference)}`;

const eitherOr = (text: string, names: readonly string[]): string =>
  `${shown(text)} may be the image ${names.map(shown).join(' or ')} of this tree, or one that is built elsewhere. A row in images.yml says which: ${names.map((name) => rowOf(name, text)).join(' or ')} or ${externalRow(text)}.`;

const between = (text: string, names: readonly string[]): string =>
  `${shown(text)} may be the image ${names.map(shown).join(' or ')} of this tree. A row in images.yml says which: ${names.map((name) => rowOf(name, text)).join(' or ')}.`;
