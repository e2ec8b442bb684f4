/** What a plan came to, as one JSON-safe value, as text, as Markdown and as outputs. */
import type { Problem } from '../errors.ts';
import type { Subject } from '../plan/image.ts';
import { cut, joined, type Part } from './cut.ts';
import { code, markdown, oneLine, table } from './escape.ts';
import { columns, painted, plainStyle, type Style } from './layout.ts';
import type { Do } from './report.ts';
import { type Limit, problemsMarkdown } from './summary.ts';
import { counted, secondsText } from './units.ts';

type Raw = Readonly<Record<string, string>>;

export interface PlannedImage {
  /** See `plannedName`. */
  readonly name: string;
  readonly subject: Subject;
  /** `registry/name:tag` of its exact tag. */
  readonly reference: string;
  /** `registry/name` of those that it goes to besides; absent for none. */
  readonly otherRepositories?: readonly string[];
  readonly tags: readonly string[];
  readonly decision: Do;
  readonly reason: string;
}

export interface PlannedShard {
  /** For the name of a job. */
  readonly name: string;
  /** The label of the runner that it is for. */
  readonly runner: string;
  /** What it is reckoned to take. */
  readonly seconds: number;
  /** Places of its images in those of the plan. */
  readonly images: readonly number[];
  /** The inputs of each of them, without those that all have; `part` names its platforms, where others make the others. */
  readonly cells: readonly Raw[];
}

/** An image of the matrix that is not made, or all of them that have what is named. */
export interface LeftOut {
  readonly package: string;
  readonly version?: string;
  readonly python?: string;
  readonly base?: string;
  readonly because: string;
}

export interface PlanReport {
  readonly images: readonly PlannedImage[];
  readonly leftOut: readonly LeftOut[];
  /** Inputs that all images have. */
  readonly inputs: Raw;
  readonly shards: readonly PlannedShard[];
  /** Path of the file with the plan; absent where none was written. */
  readonly file?: string;
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

export const emptyPlanReport: PlanReport = {
  images: [],
  leftOut: [],
  inputs: {},
  shards: [],
  notes: [],
  problems: [],
};

const staleOf = ({ images }: PlanReport): PlannedImage[] =>
  images.filter(({ decision }) => decision !== 'keep');

/** Numbers of the shards that make an image, from 1. */
const shardsOfImage = ({ images, shards }: PlanReport, image: PlannedImage): number[] => {
  const place = images.indexOf(image);
  return shards.flatMap((shard, at) => (shard.images.includes(place) ? [at + 1] : []));
};

const headline = (report: PlanReport): string => {
  const { images, shards } = report;
  const stale = staleOf(report);
  const many = counted(images.length, 'image');
  if (images.length === 0) return 'No image';
  if (stale.length === 0) return `${many}, and nothing to do`;
  return `${many}: ${stale.length} to make in ${counted(shards.length, 'job')}, ${images.length - stale.length} to keep`;
};

/** `uvicorn 0.30.1 on Python 3.13 slim`, of what is known of an image. */
export const plannedName = ({ package: name, version, python, base }: Omit<LeftOut, 'because'>): string =>
  [name, version, python === undefined ? undefined : `on Python ${python}`, base].filter(Boolean).join(' ');

const verbs: Readonly<Record<Do, string>> = {
  build: 'build',
  rebase: 'put onto its new base',
  sign: 'sign',
  retag: 'move tags',
  keep: 'keep',
};

/** Ends with a newline. Problems are not in it; empty where they left nothing to say. */
export function planText(report: PlanReport, style: Style = plainStyle): string {
  const { images, leftOut, shards, notes, problems, file } = report;
  if (images.length === 0 && problems.length > 0) return '';
  const isSplit = new Set(shards.map(({ runner }) => runner)).size > 1;
  const rows = staleOf(report).map((image) => [
    `job ${shardsOfImage(report, image).join(', ')}`,
    verbs[image.decision],
    oneLine(image.name),
    oneLine(image.reason),
  ]);
  const parts = [
    [painted(style, 'bold', headline(report)), ...columns(rows, style)],
    leftOut.length === 0
      ? []
      : [
          painted(style, 'bold', 'Left out'),
          ...columns(
            leftOut.map((one) => [oneLine(plannedName(one)), oneLine(one.because)]),
            style,
          ),
        ],
    shards.length === 0
      ? []
      : [
          painted(style, 'bold', 'Jobs'),
          ...columns(
            shards.map(({ cells, seconds, runner }, at) => [
              `job ${at + 1}`,
              ...(isSplit ? [runner] : []),
              counted(cells.length, 'image'),
              `about ${secondsText(seconds)}`,
            ]),
            style,
          ),
        ],
    [
      ...notes.map((note) => `Note: ${oneLine(note)}`),
      ...(file === undefined ? [] : [`The plan is in ${file}`]),
    ],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

/** Markdown for `GITHUB_STEP_SUMMARY`. */
export function planMarkdown(report: PlanReport, limit?: Limit): string {
  const { leftOut, notes, problems } = report;
  const rows = staleOf(report).map((image) => [
    shardsOfImage(report, image).join(', '),
    verbs[image.decision],
    markdown(image.name),
    markdown(image.reason),
  ]);
  const parts: Part[] = [
    { text: `## ${markdown(headline(report))}` },
    ...problemsMarkdown(problems).map((text): Part => ({
      text,
      loss: { rank: 3, what: ['problem', 'problems'] },
    })),
    ...(rows.length === 0
      ? []
      : [
          {
            text: table(['job', 'what', 'image', 'why'], rows),
            loss: { rank: 2, what: ['image', 'images'], lines: 'table' },
          } satisfies Part,
        ]),
    ...(leftOut.length === 0
      ? []
      : [
          { text: '### Left out' },
          {
            text: table(
              ['image', 'why'],
              leftOut.map((one) => [markdown(plannedName(one)), markdown(one.because)]),
            ),
            loss: { rank: 1, what: ['image that is left out', 'images that are left out'], lines: 'table' },
          } satisfies Part,
        ]),
    ...notes.map((note): Part => ({ text: `- ${markdown(note)}` })),
  ];
  if (limit === undefined) return joined(parts);
  return cut(
    parts,
    limit.most,
    (left) =>
      `**Left out**, for GitHub takes no longer summary: ${left}. The whole is in ${code(report.file ?? 'the log')}.`,
  );
}

/** What GitHub takes of the outputs of one job: one MiB, each character counted as two bytes. */
const mostCharacters = (1024 * 1024) / 2;

/** Room for the names and the short outputs. */
const reserve = 4096;

/**
 * Every output by name. `matrix` has a job for each image, `shards` one for several; both are JSON for `strategy.matrix`.
 * Where they are longer than GitHub takes, jobs read their images from the file of the plan, and `matrix` is empty.
 */
export function planOutputs(report: PlanReport): Record<string, string> {
  const { images, inputs, shards, file = '' } = report;
  const stale = staleOf(report);
  const short = {
    count: String(stale.length),
    kept: String(images.length - stale.length),
    split: String(
      new Set(shards.flatMap(({ images: places, cells }) => places.filter((_, at) => isPart(cells[at]))))
        .size,
    ),
    plan: file,
  };
  const cells = shards.flatMap((shard) =>
    shard.cells.map((cell, at) => ({ cell, runner: shard.runner, image: images[shard.images[at]!]! })),
  );
  const matrix = matrixText(
    cells.map(({ cell, image, runner }) => ({
      name: jobName(image, partOf(cell)),
      runner,
      package: cell['package'] ?? inputs['package'] ?? '',
      package_version: cell['package_version'] ?? inputs['package_version'] ?? '',
      python_version: cell['python_version'] ?? inputs['python_version'] ?? '',
      target_base: cell['target_base'] ?? inputs['target_base'] ?? '',
      cells: JSON.stringify({ inputs, cells: [cell] }),
    })),
  );
  const whole = matrixText(
    shards.map(({ name, runner, cells: own }) => ({
      name,
      runner,
      cells: JSON.stringify({ inputs, cells: own }),
    })),
  );
  const most = mostCharacters - reserve;
  if (matrix.length + whole.length <= most) return { matrix, shards: whole, ...short };
  const byFile = matrixText(
    shards.map(({ name, runner }, at) => ({ name, runner, cells: `${file}#${at + 1}` })),
  );
  return { matrix: matrixText([]), shards: whole.length <= most ? whole : byFile, ...short };
}

const isPart = (cell: Raw | undefined): boolean => cell?.['part'] !== undefined;
const partOf = ({ part }: Raw): readonly string[] | undefined => part?.split(' ');

/** Each job has its number, from 1: names of artifacts are one for each. */
const matrixText = (include: readonly Raw[]): string =>
  JSON.stringify({ include: include.map((job, at) => ({ number: String(at + 1), ...job })) });

/** Longer names of jobs are hard to read. */
const longestName = 100;

/** @param part the platforms that the job makes, where others make the others. */
export function jobName(
  { name, decision, reason }: Pick<PlannedImage, 'name' | 'decision' | 'reason'>,
  part?: readonly string[],
): string {
  const text = `${name}${part === undefined ? '' : `, ${part.join(' and ')}`}: ${decision === 'build' ? '' : `${verbs[decision]}, `}${reason}`;
  return text.length <= longestName ? text : `${text.slice(0, longestName - 1)}…`;
}
