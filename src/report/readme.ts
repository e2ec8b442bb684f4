/** The list of tags in a README, between two markers. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { code, markdown } from './escape.ts';
import type { KeptImage, Report, RunReport } from './report.ts';
import { imageNames, newestFirst } from './run-grid.ts';
import { pullable } from './words.ts';

const markers = ['<!-- python-images -->', '<!-- /python-images -->'] as const;

/** What a tag stands for after the run. */
const published: ReadonlySet<Report['outcome']> = new Set(['published', 'retagged', 'kept']);

const tagsOf = (image: Report | KeptImage): string[] => {
  if (!('outcome' in image)) return image.tags.map((tag) => `${image.repository}:${tag}`);
  return published.has(image.outcome) ? pullable(image) : [];
};

/** A bullet an image, the newest version of each package first; ends without a newline, and is empty where nothing is published. */
function tagList({ images, kept = [] }: Pick<RunReport, 'images' | 'kept'>): string {
  const all = [...images, ...kept].filter((image) => tagsOf(image).length > 0);
  const names = imageNames<Report | KeptImage>(all);
  return [...Map.groupBy(all, ({ subject }) => subject.name).values()]
    .flatMap((ofName) => ofName.toSorted(byVersion))
    .map((image) => `- ${markdown(names.get(image)!)}: ${tagsOf(image).map(code).join(', ')}`)
    .join('\n');
}

function byVersion({ subject: one }: Report | KeptImage, { subject: other }: Report | KeptImage): number {
  if (one.kind !== 'package' || other.kind !== 'package') return 0;
  return newestFirst(one.version, other.version) || newestFirst(one.python, other.python);
}

/** The README with the list in place of the lines between its markers; refused where it has not both, each on a line of its own. */
export function readmeText(text: string, report: Pick<RunReport, 'images' | 'kept'>): Parsed<string> {
  const lines = text.split('\n');
  const at = (marker: string, from: number): number =>
    lines.findIndex((line, place) => place >= from && line.trim() === marker);
  const first = at(markers[0], 0);
  const last = at(markers[1], first + 1);
  if (first < 0 || last < 0)
    return refused(
      `has no place for the list of tags: it must have the lines "${markers[0]}" and "${markers[1]}", in this order.`,
    );
  const list = tagList(report);
  const end = lines[first]!.endsWith('\r') ? '\r' : '';
  const between = list === '' ? [''] : ['', ...list.split('\n'), ''];
  return parsed(
    [...lines.slice(0, first + 1), ...between.map((line) => line + end), ...lines.slice(last)].join('\n'),
  );
}
