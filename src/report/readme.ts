/** The list of tags in a README, between two markers. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { code, markdown } from './escape.ts';
import type { KeptImage, Report, RunReport } from './report.ts';
import { imageNames, newestFirst, variantOf } from './run-grid.ts';
import { pullable } from './words.ts';

const markers = ['<!-- python-images -->', '<!-- /python-images -->'] as const;

/** What a tag stands for after the run. */
const published: ReadonlySet<Report['outcome']> = new Set(['published', 'signed', 'retagged', 'kept']);

type Listed = Report | KeptImage;

const exactTagOf = ({ repository, tags: [exact = ''] }: Listed): string => `${repository}:${exact}`;

const madeTags = (image: Listed): string[] => {
  if (!('outcome' in image)) {
    const { repository, otherRepositories = [], tags } = image;
    return [repository, ...otherRepositories].flatMap((one) => tags.map((tag) => `${one}:${tag}`));
  }
  return published.has(image.outcome) ? pullable(image) : [];
};

/**
 * The tags that are listed of each image. One that was not made this time keeps what was listed of it, since its tags are
 * still there; so does one whose exact tag was there before.
 *
 * @param before the lines of the list until now.
 */
function listedTags(
  images: readonly Listed[],
  before: readonly string[],
): ReadonlyMap<Listed, readonly string[]> {
  const made = new Map(images.map((image) => [image, madeTags(image)]));
  const taken = new Set([...made.values()].flat());
  const stillThere = (image: Listed): string[] => {
    const exact = exactTagOf(image);
    const line = before.find((one) => one.includes(code(exact))) ?? '';
    // Of all its repositories: what was not observed does not say which these are.
    const listed = [...line.matchAll(/`([^`]+)`/g)]
      .map(([, tag = '']) => tag)
      .filter((tag) => !taken.has(tag) && image.tags.includes(tag.slice(tag.lastIndexOf(':') + 1)));
    const existed = 'outcome' in image && image.destinations[0]?.existed === true;
    return listed.includes(exact) || !existed || taken.has(exact) ? listed : [exact];
  };
  return new Map(
    [...made].map(([image, tags]) => [image, tags.length > 0 ? tags : stillThere(image)] as const),
  );
}

/**
 * A bullet an image, by package, and the newest version of each first: the same images give the same list, in whatever
 * order a plan has them. Ends without a newline, and is empty where nothing is published.
 */
function tagList({ images, kept = [] }: Listable, before: readonly string[]): string {
  const tags = listedTags([...images, ...kept], before);
  const all = [...tags.keys()].filter((image) => tags.get(image)!.length > 0);
  const names = imageNames<Listed>(all);
  return all
    .toSorted(byVersion)
    .map((image) => `- ${markdown(names.get(image)!)}: ${tags.get(image)!.map(code).join(', ')}`)
    .join('\n');
}

type Listable = Pick<RunReport, 'images' | 'kept'>;

function byVersion(left: Listed, right: Listed): number {
  const { subject: one } = left;
  const { subject: other } = right;
  const byName = compareTexts(one.name, other.name);
  const byRelease =
    one.kind === 'package' && other.kind === 'package'
      ? newestFirst(one.version, other.version) || newestFirst(one.python, other.python)
      : 0;
  return (
    byName ||
    byRelease ||
    compareTexts(variantOf(left) ?? '', variantOf(right) ?? '') ||
    compareTexts(exactTagOf(left), exactTagOf(right))
  );
}

const compareTexts = (left: string, right: string): number =>
  left.localeCompare(right, 'en', { numeric: true });

/** The README with the list in place of the lines between its markers; refused where it has not both, each on a line of its own. */
export function readmeText(text: string, report: Listable): Parsed<string> {
  const lines = text.split('\n');
  const at = (marker: string, from: number): number =>
    lines.findIndex((line, place) => place >= from && line.trim() === marker);
  const first = at(markers[0], 0);
  const last = at(markers[1], first + 1);
  if (first < 0 || last < 0)
    return refused(
      `has no place for the list of tags: it must have the lines "${markers[0]}" and "${markers[1]}", in this order.`,
    );
  const list = tagList(report, lines.slice(first + 1, last));
  const end = lines[first]!.endsWith('\r') ? '\r' : '';
  const between = list === '' ? [''] : ['', ...list.split('\n'), ''];
  return parsed(
    [...lines.slice(0, first + 1), ...between.map((line) => line + end), ...lines.slice(last)].join('\n'),
  );
}
