/** Images of a run beside each other: what tells them apart, a grid of what became of them, and what they took. */
import { compareVersions, parsePackageVersion } from '../names/package-version.ts';
import { parsePythonTag } from '../names/python-tag.ts';
import type { Subject } from '../plan/image.ts';
import { markdown, table } from './escape.ts';
import type { Report, RunReport } from './report.ts';
import { icons } from './summary.ts';
import { counted, secondsText } from './units.ts';
import { doneWord, subjectText } from './words.ts';

type Named = Pick<Report, 'subject' | 'tags'> & Partial<Pick<Report, 'base'>>;
type OfPackage = Extract<Subject, { kind: 'package' }>;

/** `slim`, `alpine3.20`, `full`; undefined where neither the exact tag nor the base is as this program names them. */
export function variantOf({ tags: [exact = ''], base }: Named): string | undefined {
  // A variant begins with a letter, a version with a digit.
  const ofTag = /^py\d[^-]*-(?:([a-z][\w.-]*?)-)?\d/.exec(exact);
  if (ofTag !== null) return ofTag[1] ?? 'full';
  const [, tag = ''] = /\/python:([^@]+)/.exec(base?.reference ?? '') ?? [];
  const ofBase = parsePythonTag(tag);
  return ofBase === undefined ? undefined : ofBase.variant || 'full';
}

/** The name of each image: where others of the run are of the same version and Python, its base's variant is in it. */
export function imageNames<T extends Named>(images: readonly T[]): ReadonlyMap<T, string> {
  const same = Map.groupBy(images, ({ subject }) => subjectText(subject));
  return new Map(
    images.map((image) => {
      const text = subjectText(image.subject);
      const variant = same.get(text)!.length > 1 ? variantOf(image) : undefined;
      return [image, variant === undefined ? text : `${text} ${variant}`];
    }),
  );
}

/** Negative where `left` is newer; what is no version comes last. */
export function newestFirst(left: string, right: string): number {
  const [one, other] = [parsePackageVersion(left), parsePackageVersion(right)];
  if (one.ok && other.ok) return compareVersions(other.value, one.value);
  return Number(other.ok) - Number(one.ok) || right.localeCompare(left, 'en', { numeric: true });
}

interface Cell extends Omit<OfPackage, 'kind'> {
  /** `3.13 slim`. */
  readonly column: string;
  readonly text: string;
}

const cellsOf = <T extends Named>(images: readonly T[], textOf: (image: T) => string): Cell[] =>
  images.flatMap((image) => {
    const { subject } = image;
    if (subject.kind !== 'package') return [];
    const column = [subject.python, variantOf(image)].filter(Boolean).join(' ');
    return [{ ...subject, column, text: textOf(image) }];
  });

/** Markdown tables, one for each package that has more than one version, Python or base. */
export function grids({ images, kept = [] }: Pick<RunReport, 'images' | 'kept'>): string[] {
  const cells = [
    ...cellsOf(images, (image) => `${icons[image.outcome]} ${doneWord(image)}`),
    ...cellsOf(kept, () => `${icons.kept} kept`),
  ];
  return [...Map.groupBy(cells, ({ name }) => name)].flatMap(([name, ofPackage]) => {
    const versions = [...new Set(ofPackage.map(({ version }) => version))].toSorted(newestFirst);
    const columns = [
      ...new Set(
        ofPackage
          // Bases of a Python stay in the order in which they were asked for.
          .toSorted((one, other) => newestFirst(one.python, other.python))
          .map(({ column }) => column),
      ),
    ];
    if (versions.length === 1 && columns.length === 1) return [];
    const at = Map.groupBy(ofPackage, ({ version, column }) => `${version} ${column}`);
    const rows = versions.map((version) => [
      markdown(version),
      ...columns.map((column) => (at.get(`${version} ${column}`) ?? []).map(({ text }) => text).join(', ')),
    ]);
    return [table([markdown(name), ...columns.map(markdown)], rows)];
  });
}

/** Seconds in which anything was done for an image: waits between jobs that make its platforms are not. */
function workedSeconds({ timeline }: Pick<Report, 'timeline'>): number | undefined {
  if (timeline.length === 0) return undefined;
  let [worked, until] = [0, 0];
  for (const { start, seconds } of timeline.toSorted((one, other) => one.start - other.start)) {
    const end = start + seconds * 1000;
    worked += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return worked / 1000;
}

/** `2 images took 5 min in all, the longest: a (3 min), b (2 min)`; undefined unless there are several that took any time. */
export function timesText({ images }: Pick<RunReport, 'images'>): string | undefined {
  const names = imageNames(images);
  const took = images
    .flatMap((image) => {
      const seconds = workedSeconds(image);
      return seconds === undefined ? [] : [{ name: names.get(image)!, seconds }];
    })
    .toSorted((one, other) => other.seconds - one.seconds);
  if (took.length < 2) return undefined;
  const sum = took.reduce((total, { seconds }) => total + seconds, 0);
  const longest = took.slice(0, 3).map(({ name, seconds }) => `${name} (${secondsText(seconds)})`);
  return `${counted(took.length, 'image')} took ${secondsText(sum)} in all, the longest: ${longest.join(', ')}`;
}
