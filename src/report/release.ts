/** What became of a release, as one JSON-safe value, as text, as Markdown and as outputs. */
import type { Problem } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import { cut, joined, type Part } from './cut.ts';
import { code, markdown, oneLine, table } from './escape.ts';
import { columns, painted, plainStyle, type Style } from './layout.ts';
import { type Limit, problemsMarkdown } from './summary.ts';
import { bytesText, counted, shortDigest } from './units.ts';

/** `unsure`: it was sent, and no answer says whether it arrived. */
type TagOutcome = 'moved' | 'there' | 'planned' | 'left' | 'unsure';

export interface ReleasedTag {
  readonly tag: string;
  readonly outcome: TagOutcome;
  /** What it pointed at before, where that is another image. */
  readonly before?: string;
}

export interface ReleasedImage {
  /** `registry/name`. */
  readonly repository: string;
  /** Under the tag that it stands under; absent where that does not exist, or the registry did not say. */
  readonly digest?: string;
  /** The release's tag, then the symbolic ones; empty where nothing is known of the image. */
  readonly tags: readonly ReleasedTag[];
}

/** A file of an image in a release of GitHub. */
export interface ReleasedFile {
  /** In the release. */
  readonly name: string;
  readonly image: string;
  readonly platform: Platform;
  /** In the image. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly outcome: 'attached' | 'there' | 'left';
}

export interface ReleaseReport {
  /** `partial`: some tags were moved, and others are left; `failed`: none was moved. */
  readonly outcome: 'released' | 'unchanged' | 'planned' | 'partial' | 'failed';
  readonly from: string;
  readonly tag: string;
  readonly symbolic: readonly string[];
  readonly images: readonly ReleasedImage[];
  readonly files: readonly ReleasedFile[];
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

export type Known = Omit<ReleaseReport, 'outcome'>;

/** The report of a run as far as it came. */
export function releaseReport(known: Known): ReleaseReport {
  const all = known.images.flatMap(({ tags }) => tags);
  const has = (...wanted: readonly TagOutcome[]): boolean =>
    all.some(({ outcome }) => wanted.includes(outcome));
  if (known.problems.length > 0) return { outcome: has('moved', 'unsure') ? 'partial' : 'failed', ...known };
  if (has('planned')) return { outcome: 'planned', ...known };
  const isNew = has('moved') || known.files.some(({ outcome }) => outcome === 'attached');
  return { outcome: isNew ? 'released' : 'unchanged', ...known };
}

/** Ends with a newline. Problems are not in it; empty where they left nothing to say. */
export function releaseText(report: ReleaseReport, style: Style = plainStyle): string {
  const { images, notes, problems } = report;
  if (images.length === 0 && problems.length > 0) return '';
  const rows = [
    ['Image', ...tagsOf(report), 'Digest'],
    ...images.map((image) => [
      oneLine(image.repository),
      ...cellsOf(report, image),
      shortDigest(image.digest ?? '-'),
    ]),
  ];
  const lines = [
    painted(style, 'bold', oneLine(headline(report))),
    ...columns(rows, style),
    ...columns(
      fileRows(report).map((row) => row.map(oneLine)),
      style,
    ),
    ...notes.map((note) => `  ${oneLine(note)}`),
  ];
  return `${lines.join('\n')}\n`;
}

const fileColumns = ['File', 'Size', 'Release'] as const;

/** With the columns' names first; empty without files. */
const fileRows = ({ files }: ReleaseReport): string[][] =>
  files.length === 0
    ? []
    : [
        [...fileColumns],
        ...files.map(({ name, size, outcome }) => [
          name,
          bytesText(size),
          outcome === 'left' ? 'not attached' : outcome === 'there' ? 'attached before' : outcome,
        ]),
      ];

/** Markdown for `GITHUB_STEP_SUMMARY`. */
export function releaseMarkdown(report: ReleaseReport, limit?: Limit): string {
  const { images, notes, problems, outcome } = report;
  const rows = images.map((image) => [
    code(image.repository),
    ...cellsOf(report, image).map(markdown),
    image.digest === undefined ? '–' : code(shortDigest(image.digest)),
  ]);
  const parts: Part[] = [
    { text: `## ${icons[outcome]} ${markdown(headline(report))}` },
    ...problemsMarkdown(problems).map((text): Part => ({
      text,
      loss: { rank: 2, what: ['problem', 'problems'] },
    })),
    ...(rows.length === 0
      ? []
      : [
          {
            text: table(['Image', ...tagsOf(report).map(markdown), 'Digest'], rows),
            loss: { rank: 1, what: ['image', 'images'], lines: 'table' },
          } satisfies Part,
        ]),
    ...(report.files.length === 0
      ? []
      : [
          {
            text: table(
              [...fileColumns],
              fileRows(report)
                .slice(1)
                .map((row) => row.map(markdown)),
              ['Size'],
            ),
            loss: { rank: 0, what: ['file', 'files'], lines: 'table' },
          } satisfies Part,
        ]),
    ...notes.map((note): Part => ({ text: `- ${markdown(note)}` })),
  ];
  if (limit === undefined) return joined(parts);
  const file = limit.file === undefined ? '' : ` and in ${code(limit.file)}`;
  return cut(
    parts,
    limit.most,
    (left) =>
      `**Left out**, for GitHub takes no longer summary: ${left}. The whole is in the output \`metadata\`${file}.`,
  );
}

/** Every output by name. `images` and `metadata` are JSON. */
export function releaseOutputs(report: ReleaseReport): Record<string, string> {
  return {
    images: JSON.stringify(
      report.images.map((image) => ({
        name: image.repository,
        outcome: imageOutcome(image),
        image: image.digest === undefined ? '' : `${image.repository}@${image.digest}`,
        tags: image.tags
          .filter(({ outcome }) => outcome === 'moved' || outcome === 'there')
          .map(({ tag }) => `${image.repository}:${tag}`),
        reason: image.tags.map((one) => `${one.tag}: ${words[one.outcome](one)}`).join(', '),
      })),
    ),
    tag: report.tag,
    push_executed: String(hasMoved(report)),
    metadata: JSON.stringify(report),
  };
}

export const hasMoved = ({ images }: Pick<ReleaseReport, 'images'>): boolean =>
  images.some(({ tags }) => tags.some(({ outcome }) => outcome === 'moved' || outcome === 'unsure'));

const icons: Readonly<Record<ReleaseReport['outcome'], string>> = {
  released: '✅',
  unchanged: '💤',
  planned: '📝',
  partial: '❌',
  failed: '❌',
};

const words: Readonly<Record<TagOutcome, (tag: ReleasedTag) => string>> = {
  moved: ({ before }) => (before === undefined ? 'new' : 'moved'),
  there: () => 'was there',
  planned: ({ before }) => (before === undefined ? 'would be new' : 'would move'),
  left: () => 'not moved',
  unsure: () => 'perhaps moved',
};

const tagsOf = ({ tag, symbolic }: ReleaseReport): string[] => [tag, ...symbolic];

const cellsOf = (report: ReleaseReport, { tags }: ReleasedImage): string[] =>
  tagsOf(report).map((name) => {
    const found = tags.find(({ tag }) => tag === name);
    return found === undefined ? '-' : words[found.outcome](found);
  });

function imageOutcome({ tags }: ReleasedImage): string {
  const order = ['unsure', 'left', 'planned', 'moved', 'there'] as const;
  const found = order.find((wanted) => tags.some(({ outcome }) => outcome === wanted));
  const names = { unsure: 'failed', left: 'failed', planned: 'planned', moved: 'released', there: 'kept' };
  return found === undefined ? 'failed' : names[found];
}

function headline({ outcome, from, tag, symbolic, images }: ReleaseReport): string {
  const of = counted(images.length, 'image');
  const names = [tag, ...symbolic].join(', ');
  const all = images.flatMap(({ tags }) => tags);
  const standing = all.filter((one) => one.outcome === 'moved' || one.outcome === 'there').length;
  switch (outcome) {
    case 'released':
      return `Released ${names} from ${from}: ${of}`;
    case 'unchanged':
      return `Nothing to do: ${of} had ${names} already, as ${from} stands`;
    case 'planned':
      return `Would release ${names} from ${from}: ${of}`;
    case 'partial':
      return `Release ${tag} is incomplete: ${standing} of ${counted(all.length, 'tag')} stand. The next run completes it`;
    case 'failed':
      return `Not released: ${tag}. No tag was moved`;
  }
}
