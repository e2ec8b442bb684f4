/** What a clean-up of repositories lists and did, as one JSON-safe value and as text. */
import type { RemovedPart } from '../decide/clean.ts';
import type { StaysBecause, TaggedImage } from '../decide/clean-rule.ts';
import type { Problem } from '../errors.ts';
import { oneLine } from './escape.ts';
import { columns, painted, plainStyle, type Style } from './layout.ts';
import { counted, shortDigest } from './units.ts';

export interface CleanedRepository {
  /** `registry/name`. */
  readonly where: string;
  /** All tagged images, newest first. */
  readonly images: readonly TaggedImage[];
  /** What goes besides the images. */
  readonly parts: readonly RemovedPart[];
  /** Digests that were removed, in order. */
  readonly removed: readonly string[];
}

export interface CleanReport {
  /** `listed`: only that was asked for; `declined`: at the terminal; `nothing`: there is nothing to remove. */
  readonly outcome: 'listed' | 'declined' | 'nothing' | 'removed' | 'failed';
  readonly repositories: readonly CleanedRepository[];
  readonly problems: readonly Problem[];
}

const imagesThatGo = ({ images }: Pick<CleanedRepository, 'images'>): TaggedImage[] =>
  images.filter(({ stays }) => stays === undefined);

/** How many manifests go. */
export const countOfGoing = (repository: Pick<CleanedRepository, 'images' | 'parts'>): number =>
  imagesThatGo(repository).length + repository.parts.length;

/** The list as it is shown before anything is removed. */
export const cleanList = (
  repositories: readonly Pick<CleanedRepository, 'where' | 'images' | 'parts'>[],
  style: Style = plainStyle,
): string => repositories.flatMap((one) => listOf(one, style)).join('\n');

/** The list where nothing was to be removed after it, and what was removed; empty where problems left nothing to say. */
export function cleanText({ outcome, repositories }: CleanReport, style: Style = plainStyle): string {
  const lines = repositories.flatMap((one) =>
    outcome === 'listed' || outcome === 'nothing' ? listOf(one, style) : [removedLine(one, outcome)],
  );
  return lines.map((line) => `${line}\n`).join('');
}

/** Reasons that a user may wonder about: the others are counted alone. */
const surprising: Readonly<Partial<Record<StaysBecause, string>>> = {
  needed: 'stays: another one needs it',
  ageless: 'stays: it does not say when it was made',
};

function listOf(repository: Pick<CleanedRepository, 'where' | 'images' | 'parts'>, style: Style): string[] {
  const { where, images, parts } = repository;
  const rows = images.flatMap((image) => {
    const what = image.stays === undefined ? 'goes' : surprising[image.stays];
    const made = image.made === undefined ? '' : new Date(image.made).toISOString().slice(0, 10);
    return what === undefined
      ? []
      : [[what, shortDigest(image.digest), made, image.tags.map(oneLine).join(', ')]];
  });
  // Tags are last, since the last is cut where a line is too long.
  const [head, ...lines] =
    rows.length === 0 ? [] : columns([['What', 'Digest', 'Made', 'Tags'], ...rows], style);
  const goes = imagesThatGo(repository).length;
  const counts = (['part', 'attached', 'untagged'] as const).flatMap((kind) => {
    const count = parts.filter((part) => part.kind === kind).length;
    return count === 0 ? [] : [kindText(kind, count)];
  });
  const more = counts.length === 0 ? '' : `; besides ${counts.join(', ')}`;
  const summary =
    goes === 0 && parts.length === 0
      ? `${where}: nothing to remove, of ${counted(images.length, 'image')}`
      : `${where}: ${goes} of ${counted(images.length, 'image')} ${goes === 1 ? 'goes' : 'go'}${more}`;
  return [...(head === undefined ? [] : [painted(style, 'bold', head)]), ...lines, summary];
}

function kindText(kind: RemovedPart['kind'], count: number): string {
  switch (kind) {
    case 'part':
      return `${counted(count, 'manifest')} that only they need`;
    case 'attached':
      return `${counted(count, 'manifest')} attached to what goes`;
    case 'untagged':
      return `${counted(count, 'manifest')} without a tag`;
  }
}

function removedLine(repository: CleanedRepository, outcome: CleanReport['outcome']): string {
  const { where, removed } = repository;
  if (outcome === 'declined') return `${where}: nothing was removed`;
  const left = countOfGoing(repository) - removed.length;
  const all = `${where}: ${counted(removed.length, 'manifest')} removed`;
  return left === 0 ? all : `${all}, ${left} not`;
}
