/** The report as GitHub's job summary: Markdown with tables and a Mermaid chart. */
import type { Problem } from '../errors.ts';
import type { Finding } from '../advisories/findings.ts';
import { adviceParts, unknownText } from './advisories.ts';
import {
  mendText,
  namesText,
  ownerText,
  platformsText,
  ratingText,
  findingRelease,
} from './advisory-words.ts';
import { cut, joined, type Loss, type Part } from './cut.ts';
import { against, differenceRows } from './difference.ts';
import { code, fenced, markdown, plain, table } from './escape.ts';
import { ganttText } from './gantt.ts';
import { filledColumns, type PlatformCells, type PlatformColumn, platformRows } from './platforms.ts';
import type { MissingPlatform, Report } from './report.ts';
import { bytesText, counted, secondsText, shortDigest } from './units.ts';
import { checkMark, checkText, warningText, warningsOf } from './check-words.ts';
import { notesOf } from './notes.ts';
import {
  doneText,
  headline,
  imageText,
  lockText,
  missingDetail,
  missingText,
  problemTitle,
  pullable,
  wayText,
  whyText,
  subjectText,
} from './words.ts';

const none = '–';
const marks = ['✅', '❌', '⚠️'] as const;
export const icons: Readonly<Record<Report['outcome'], string>> = {
  published: '✅',
  pushed: '✅',
  built: '✅',
  planned: '📝',
  kept: '💤',
  signed: '✍️',
  retagged: '🏷️',
  failed: '❌',
  blocked: '⛔',
  skipped: '➖',
};

/** GitHub drops a step's summary that is longer than this. */
export const mostBytes = 1024 * 1024;

/** Where a summary must not be longer than so many bytes. */
export interface Limit {
  readonly most: number;
  /** Holds the whole; absent where it could not be written. */
  readonly file?: string;
}

/** Markdown for `GITHUB_STEP_SUMMARY`. Text of users and other programs is escaped: it is shown, never obeyed. */
export function summaryMarkdown(report: Report, limit?: Limit): string {
  const parts: readonly (Part | undefined)[] = [
    { text: `## ${icons[report.outcome]} ${headline(report)} ${code(imageText(report))}` },
    { text: `**${whyText(report)}** ${markdown(report.reason)}` },
    { text: facts(report) },
    part(destinationTable(report), { rank: 5, what: ['repository', 'repositories'], lines: 'table' }),
    ...report.problems.flatMap(problemParts),
    ...(report.missing ?? []).flatMap((one) => missingParts(report, one)),
    part(warningList(report), { rank: 8, what: ['warning', 'warnings'], lines: 'list' }),
    ...adviceTables(report),
    part(differenceTable(report), { rank: 6, what: ['difference', 'differences'], lines: 'table' }),
    part(platformTable(report), { rank: 6, what: ['platform', 'platforms'], lines: 'table' }),
    part(pullLines(report), { rank: 3, what: ['tag', 'tags'], lines: 'code' }),
    part(exportTable(report), { rank: 2, what: ['exported file', 'exported files'], lines: 'table' }),
    part(compiledTable(report), { rank: 2, what: ['compiled package', 'compiled packages'], lines: 'table' }),
    part(checkTable(report), {
      rank: 1,
      what: ['check', 'checks'],
      lines: 'table',
      later: { rank: 8, is: (line) => !line.includes(`| ${marks[0]} `) },
    }),
    part(chart(report), { rank: 0, what: ['chart', 'charts'] }),
    part(list(notesOf(report)), { rank: 4, what: ['note', 'notes'], lines: 'list' }),
  ];
  const there = parts.filter((one) => one !== undefined);
  if (limit === undefined) return joined(there);
  const file = limit.file === undefined ? '' : ` and in ${code(limit.file)}`;
  return cut(
    there,
    limit.most,
    (left) =>
      `**Left out**, for GitHub takes no longer summary: ${left}. The whole is in the output \`metadata\`${file}.`,
  );
}

const part = (text: string | undefined, loss: Loss): Part | undefined =>
  text === undefined ? undefined : { text, loss };

function facts(report: Report): string {
  const base = code(report.base.reference);
  const digest = report.base.digest === undefined ? '' : ` at ${code(shortDigest(report.base.digest))}`;
  const from = report.base.reference === '' ? '' : `, from ${base}${digest}`;
  const lock = report.lock === undefined ? '' : `; requirements ${lockText[report.lock]}`;
  const lines = [
    `${markdown(subjectText(report.subject))}${from}${lock}.`,
    ...(report.digest === undefined ? [] : [`Digest: ${code(report.digest)}`]),
    ...(report.output === undefined ? [] : [`OCI layout: ${code(report.output)}`]),
  ];
  return lines.join('<br>\n');
}

/** Problems of a run, as in the summary of an image. */
export const problemsMarkdown = (problems: readonly Problem[]): string[] =>
  problems.flatMap(problemParts).map(({ text }) => text);

/** What is wrong and the way out, with the lines of the other program that matter. */
function problemParts(problem: Problem): Part[] {
  const message = plain(problem.message).split('\n').map(markdown).join('<br>\n');
  const loss: Loss = { rank: 9, what: ['problem', 'problems'] };
  const { detail = [], file } = problem;
  return [
    { text: `### ❌ ${markdown(problemTitle(problem))}\n\n${message}`, loss },
    ...(detail.length === 0
      ? []
      : [
          {
            text: fenced(detail, 'text'),
            loss: { rank: 7, what: ['line of output', 'lines of output'], lines: 'code' } as const,
          },
        ]),
    ...(file === undefined
      ? []
      : [
          {
            text: `The whole output is in ${code(file)}.`,
            loss: { rank: 9, what: ['file of output', 'files of output'] } as const,
          },
        ]),
  ];
}

function missingParts(report: Report, missing: MissingPlatform): Part[] {
  const detail = missingDetail(missing);
  const title = `### ⚠️ Without ${missing.platform}`;
  return [
    {
      text: `${title}\n\n${markdown(missingText(report, missing))}`,
      loss: { rank: 9, what: ['missing platform', 'missing platforms'] },
    },
    ...(detail.length === 0
      ? []
      : [
          {
            text: fenced(detail, 'text'),
            loss: { rank: 7, what: ['line of output', 'lines of output'], lines: 'code' } as const,
          },
        ]),
  ];
}

/** What is new and what is gone first: the rest was there before. */
function adviceTables({ advice, outcome, platforms }: Report): (Part | undefined)[] {
  if (advice === undefined) return [];
  const { isCompared, added, gone, others } = adviceParts(advice);
  const loss: Loss = { rank: 6, what: ['advisory', 'advisories'], lines: 'table' };
  const rowsOf = (findings: readonly Finding[]): string[][] =>
    findings.map((one) => [
      `[${markdown(namesText(one))}](https://osv.dev/vulnerability/${one.id})`,
      markdown(ratingText(one)),
      code(findingRelease(one)),
      markdown([ownerText(one), platformsText(one, platforms.length)].filter(Boolean).join('; ')),
      markdown(mendText(one)),
    ]);
  const head = ['Advisory', 'Severity', 'In', 'Whose', 'What mends it'];
  const list = (title: string, findings: readonly Finding[]): Part | undefined =>
    part(findings.length === 0 ? undefined : `${title}\n\n${table(head, rowsOf(findings))}`, loss);
  const folded =
    others.length === 0
      ? undefined
      : `<details${isCompared ? '' : ' open'}><summary>${isCompared ? 'As before' : 'Advisories'}: ${counted(others.length, 'advisory', 'advisories')}</summary>\n\n${table(head, rowsOf(others))}\n\n</details>`;
  const unknown =
    advice.unknown === undefined ? undefined : `⚠️ ${markdown(unknownText(advice, outcome === 'planned'))}`;
  const none =
    advice.findings.length === 0 && advice.unknown === undefined ? 'No advisory is known.' : undefined;
  const title = ['### Advisories', unknown ?? none].filter((one) => one !== undefined).join('\n\n');
  return [
    { text: title, loss: { rank: 8, what: ['heading', 'headings'] } },
    list('**New since the image before**', added),
    list('**Gone since the image before**', gone),
    part(folded, loss),
  ];
}

/** What would change of what is published. */
function differenceTable(report: Report): string | undefined {
  const { destinations } = report;
  const rows = destinations.flatMap(({ repository, difference }) =>
    difference === undefined
      ? []
      : differenceRows(difference).map(([about, change]) => [
          ...(destinations.length > 1 ? [code(repository)] : []),
          about,
          markdown(change),
        ]),
  );
  const head = [...(destinations.length > 1 ? ['repository'] : []), against(report), 'change'];
  return rows.length === 0 ? undefined : table(head, rows);
}

/** Where the image goes to one repository, the headline says it all. */
function destinationTable(report: Report): string | undefined {
  if (report.destinations.length < 2) return undefined;
  const rows = report.destinations.map((one) => [
    code(one.repository),
    doneText(report, one) ?? none,
    one.reason === undefined ? none : markdown(one.reason),
    one.digest === undefined ? none : code(shortDigest(one.digest)),
    one.moved.length === 0 ? none : one.moved.map(code).join(' '),
  ]);
  return table(['Repository', 'Done', 'Why', 'Digest', 'Tags moved'], rows);
}

/** What publishes all the same is still worth a look, and stands where it is seen. */
function warningList(report: Report): string | undefined {
  const warnings = warningsOf(report);
  return warnings.length === 0
    ? undefined
    : `### ⚠️ Warnings of the checks\n\n${warnings.map((warning) => `- ${markdown(warningText(warning))}`).join('\n')}`;
}

const columns = ['Platform', 'Digest', 'Size', 'Over base', 'Wheels', 'Compiled', 'Checks', 'Time'] as const;
const right = ['Size', 'Over base', 'Wheels', 'Compiled', 'Time'] as const;

function platformTable(report: Report): string | undefined {
  const rows = platformRows(report, marks);
  if (rows.length === 0) return undefined;
  const shown = filledColumns(rows, columns);
  const cell = (row: PlatformCells, column: PlatformColumn): string => {
    const text = row[column];
    if (text === undefined) return none;
    return column === 'Digest' ? code(text) : column === 'Checks' ? markdown(text) : text;
  };
  return table(
    shown,
    rows.map((row) => shown.map((column) => cell(row, column))),
    right,
  );
}

function pullLines(report: Report): string | undefined {
  const images = pullable(report);
  if (images.length === 0) return undefined;
  return `### Tags\n\n${fenced(
    images.map((image) => `docker pull ${image}`),
    'shell',
  )}`;
}

function compiledTable(report: Report): string | undefined {
  if (report.compiled.length === 0) return undefined;
  const rows = report.compiled.map((one) => [
    code(`${one.name}==${one.version}`),
    one.platform,
    markdown(one.because),
    wayText(one, report.outcome),
    one.seconds === undefined ? none : secondsText(one.seconds),
    one.size === undefined ? none : bytesText(one.size),
  ]);
  const columns = ['Package', 'Platform', 'Why', 'How', 'Time', 'Size'];
  return `### Compiled\n\n${table(columns, rows, ['Time', 'Size'])}`;
}

function exportTable({ exports }: Report): string | undefined {
  if (exports === undefined) return undefined;
  const rows = exports.files.map(({ platform, path, size }) => [code(path), platform, bytesText(size)]);
  return `### Files in ${code(exports.folder)}\n\n${table(['File', 'Platform', 'Size'], rows, ['Size'])}`;
}

/** Every check of every platform, folded away: the table above says whether there is something to look for. */
function checkTable(report: Report): string | undefined {
  const rows = report.platforms.flatMap((platform) =>
    platform.checks.map((check) => [
      platform.platform,
      `${checkMark(check, marks)} ${markdown(check.name)}`,
      markdown(checkText(check)),
      secondsText(check.seconds),
    ]),
  );
  if (rows.length === 0) return undefined;
  const wrong = rows.some(([, name]) => !name!.startsWith(marks[0]));
  return `<details${wrong ? ' open' : ''}><summary>Checks</summary>\n\n${table(['Platform', 'Check', 'Result', 'Time'], rows, ['Time'])}\n\n</details>`;
}

function chart(report: Report): string | undefined {
  const source = ganttText(report.timeline);
  return source === undefined
    ? undefined
    : `### Where the time went\n\n${fenced(source.split('\n'), 'mermaid')}`;
}

const list = (notes: readonly string[]): string | undefined =>
  notes.length === 0 ? undefined : `### Notes\n\n${notes.map((note) => `- ${markdown(note)}`).join('\n')}`;
