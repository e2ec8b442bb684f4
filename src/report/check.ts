/** What a check of repositories found, as one JSON-safe value and as text. */
import type { Problem } from '../errors.ts';
import type { MissingPart } from '../observe/missing-parts.ts';
import { columns, painted, plainStyle, type Style } from './layout.ts';
import { counted, shortDigest } from './units.ts';

export interface CheckedRepository {
  /** `registry/name`. */
  readonly where: string;
  readonly tags: number;
  /** Indexes, images, attestations, and what is attached to them. */
  readonly manifests: number;
  /** Configurations and layers. */
  readonly blobs: number;
  readonly missing: readonly MissingPart[];
}

export interface CheckReport {
  /** Without those that could not be read, of which there is a problem. */
  readonly repositories: readonly CheckedRepository[];
  readonly problems: readonly Problem[];
}

/** Tags whose image lacks something, sorted. */
export const tagsNotWhole = ({ missing }: CheckedRepository): string[] =>
  [...new Set<string>(missing.flatMap(({ tags }) => tags))].toSorted();

/** What is missing, then a line for each repository; empty where problems left none. Problems are not in it. */
export const checkText = ({ repositories }: CheckReport, style: Style = plainStyle): string =>
  repositories
    .flatMap((one) => [...missingLines(one, style), summaryLine(one)])
    .map((line) => `${line}\n`)
    .join('');

function missingLines({ missing }: CheckedRepository, style: Style): string[] {
  if (missing.length === 0) return [];
  const rows = missing.map((part) => {
    const tags = part.tags.join(', ');
    if (part.kind === 'tag') return ['its manifest', '', '', '', tags];
    return [part.kind, part.platform ?? '', shortDigest(part.digest), shortDigest(part.neededBy), tags];
  });
  // Tags are last, since the last goes on below a line that is too long.
  const [head = '', ...lines] = columns(
    [['Missing', 'Platform', 'Digest', 'Needed by', 'Tags'], ...rows],
    style,
  );
  return [painted(style, 'bold', head), ...lines];
}

function summaryLine(repository: CheckedRepository): string {
  const { where, tags, manifests, blobs, missing } = repository;
  const whole = `${counted(tags, 'tag')}, ${counted(manifests, 'manifest')}, ${counted(blobs, 'blob')}`;
  if (tags === 0) return `${where}: no tags, so there is nothing to check`;
  if (missing.length === 0) return `${where}: ${whole}; all that they need is there`;
  return `${where}: ${whole}; ${counted(missing.length, 'part')} missing, of ${counted(tagsNotWhole(repository).length, 'tag')}`;
}
