/** Words for the reasons of a decision: they lead the log and the summary. */
import type { Digest } from '../names/reference.ts';
import { type Change, type Move, partsText } from './compare.ts';
import type { Because, Decision, MendedAdvisory } from './decide.ts';

/**
 * @param reference the exact tag, `registry/name:tag`.
 * @param tense `past` once tags moved: what was wrong with them is no longer so.
 */
export function reasonText(
  decision: Decision,
  reference: string,
  tense: 'present' | 'past' = 'present',
): string {
  if (decision.do === 'refuse') return decision.message;
  const also = 'also' in decision ? (decision.also ?? []) : [];
  return [decision.because, ...also]
    .map((because) => (tense === 'past' && pastText(because, reference)) || becauseText(because, reference))
    .join('; ');
}

/** Undefined where the words are right in either tense. */
function pastText(because: Because, reference: string): string | undefined {
  switch (because.kind) {
    case 'absent':
      return `${reference} did not exist`;
    case 'adopted':
      return `${reference} did not say what it was made of (another tool made it, or its annotations were gone): it was built once, and will be from now on only for a reason`;
    case 'incomplete':
      return `${reference} was not whole: its registry no longer had ${lackingText(because.lacking)}`;
    case 'platform-missing':
      return `${reference} had no image for ${because.platforms.join(', ')}`;
    case 'expired':
      return because.age === undefined
        ? `max_age is ${ageText(because.greatest)}, and the image did not say when it was made`
        : `it was older than max_age (${ageText(because.greatest)}): it was made ${ageText(because.age)} before`;
    case 'unsigned':
      return `${reference} was not signed yet`;
    case 'tag-behind':
      return `${because.tags.join(', ')} did not point at ${reference}`;
    default:
      return undefined;
  }
}

function becauseText(because: Because, reference: string): string {
  switch (because.kind) {
    case 'local':
      return 'nothing is pushed, so it is not compared with what a registry holds';
    case 'absent':
      return `${reference} does not exist yet`;
    case 'forced':
      return `${reference} exists, and is built again because that was asked for (force, or rebuild: always)`;
    case 'adopted':
      return `${reference} does not say what it was made of (another tool made it, or its annotations are gone): it is built once, and from then on only for a reason`;
    case 'recipe-changed':
      return `the recipe changed: ${partsText(because.parts)}`;
    case 'incomplete':
      return `${reference} is not whole: its registry no longer has ${lackingText(because.lacking)}`;
    case 'platform-missing':
      return `${reference} has no image for ${because.platforms.join(', ')}`;
    case 'advisory':
      return mendedText(because.mended);
    case 'requirement-changed':
      return changesText(because.changes);
    case 'locking-changed':
      return because.now === 'locked'
        ? 'its requirements can be locked now'
        : 'its requirements can no longer be locked';
    case 'base-moved':
      return because.moves.map(moveText).join(', ');
    case 'parent-changed':
      return `${because.parents.join(', ')}, which it stands on, ${because.parents.length === 1 ? 'is' : 'are'} built anew`;
    case 'child-built':
      return `${because.children.join(', ')}, which ${because.children.length === 1 ? 'stands' : 'stand'} on it, ${because.children.length === 1 ? 'is' : 'are'} built`;
    case 'expired':
      return because.age === undefined
        ? `max_age is ${ageText(because.greatest)}, and the image does not say when it was made`
        : `it is older than max_age (${ageText(because.greatest)}): it was made ${ageText(because.age)} ago`;
    case 'tag-behind':
      return `${because.tags.join(', ')} ${because.tags.length === 1 ? 'does' : 'do'} not point at ${reference} yet`;
    case 'unsigned':
      return `${reference} is not signed yet`;
    case 'unchanged':
      return because.locked
        ? 'nothing changed: its recipe, its base and its requirements are those that it was made of'
        : 'nothing changed that can be seen: its recipe and its base are those that it was made of, and what it installs is not locked';
    case 'exists':
      return `${reference} exists, and rebuild asks for no more`;
    case 'identical':
      return `${becauseText(because.built, reference)}; but what was built is the very image that is there already`;
  }
}

/** Changes that are spelled out; the others are counted. */
const mostChanges = 5;

function changesText(changes: readonly Change[]): string {
  if (changes.length === 0) return 'the package index has other files of the same versions';
  const texts = changes.map(changeText);
  const more = texts.length - mostChanges;
  return more > 1 ? `${texts.slice(0, mostChanges).join(', ')} and ${more} more` : texts.join(', ');
}

/** `GHSA-… in h11 0.14.0 is mended by its requirements of today`. */
function mendedText(mended: readonly MendedAdvisory[]): string {
  const texts = mended.map(({ id, name, version }) => `${id} in ${name} ${version}`);
  const more = texts.length - mostChanges;
  const named = more > 1 ? `${texts.slice(0, mostChanges).join(', ')} and ${more} more` : texts.join(', ');
  return `its requirements of today mend ${named}`;
}

/** `h11 0.14.0 → 0.16.0`. */
export function changeText({ name, from, to }: Change): string {
  if (from === undefined) return `${name} ${to} is new`;
  return to === undefined ? `${name} ${from} is gone` : `${name} ${from} → ${to}`;
}

export function moveText({ reference, platforms, stayed, from, to }: Move): string {
  const name = shortReference(reference);
  if (from === undefined) return `${name} is a new base`;
  const where = stayed.length === 0 ? '' : ` on ${platforms.join(', ')}`;
  return `${name} moved${where} (${shortDigest(from)} → ${shortDigest(to)})`;
}

/** Parts that are named; the others are counted. */
const mostParts = 3;

function lackingText(lacking: readonly Digest[]): string {
  const named = lacking.slice(0, mostParts).map(shortDigest).join(', ');
  const more = lacking.length - mostParts;
  return more > 0 ? `${named} and ${more} more` : named;
}

/** As people write it: Docker Hub's official images have their name alone. */
const shortReference = (reference: string): string => reference.replace(/^docker\.io\/(?:library\/)?/, '');
const shortDigest = (digest: string): string => digest.replace(/^sha256:(.{8}).*/, '$1');

/** In the largest unit that fits, rounded down. */
function ageText(seconds: number): string {
  const units = [
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
  ] as const;
  const [size, unit] = units.find(([one]) => seconds >= one) ?? [1, 'second'];
  const count = Math.floor(seconds / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
