/** The report as GitHub's job summary: Markdown with tables and a Mermaid chart. */
import type { Problem } from '../errors.ts';
import { code, fenced, markdown, plain, table } from './escape.ts';
import { ganttText } from './gantt.ts';
import { filledColumns, type PlatformCells, type PlatformColumn, platformRows } from './platforms.ts';
import type { Report } from './report.ts';
import { bytesText, secondsText, shortDigest } from './units.ts';
import {
  checkMark,
  checkText,
  doneText,
  headline,
  imageText,
  lockText,
  notesOf,
  problemTitle,
  pullable,
  warningText,
  warningsOf,
  wayText,
  whyText,
} from './words.ts';

const none = '–';
const marks = ['✅', '❌', '⚠️'] as const;
const icons: Readonly<Record<Report['outcome'], string>> = {
  published: '✅',
  built: '✅',
  planned: '📝',
  kept: '💤',
  retagged: '🏷️',
  failed: '❌',
};

/** Markdown for `GITHUB_STEP_SUMMARY`. Text of users and other programs is escaped: it is shown, never obeyed. */
export function summaryMarkdown(report: Report): string {
  const parts = [
    `## ${icons[report.outcome]} ${headline(report)} ${code(imageText(report))}`,
    `**${whyText(report)}** ${markdown(report.reason)}`,
    facts(report),
    destinationTable(report),
    ...report.problems.map(problemMarkdown),
    warningList(report),
    platformTable(report),
    pullLines(report),
    compiledTable(report),
    checkTable(report),
    chart(report),
    list(notesOf(report)),
  ];
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`;
}

function facts(report: Report): string {
  const base = code(report.base.reference);
  const digest = report.base.digest === undefined ? '' : ` at ${code(shortDigest(report.base.digest))}`;
  const from = report.base.reference === '' ? '' : `, from ${base}${digest}`;
  const lock = report.lock === undefined ? '' : `; requirements ${lockText[report.lock]}`;
  const lines = [
    `${markdown(report.package.name)} ${markdown(report.package.version)} on Python ${markdown(report.python)}${from}${lock}.`,
    ...(report.digest === undefined ? [] : [`Digest: ${code(report.digest)}`]),
    ...(report.output === undefined ? [] : [`OCI layout: ${code(report.output)}`]),
  ];
  return lines.join('<br>\n');
}

/** What is wrong and the way out, with the lines of the other program that matter. */
function problemMarkdown(problem: Problem): string {
  const message = plain(problem.message).split('\n').map(markdown).join('<br>\n');
  const parts = [
    `### ❌ ${markdown(problemTitle(problem))}`,
    message,
    ...(problem.detail === undefined || problem.detail.length === 0 ? [] : [fenced(problem.detail, 'text')]),
    ...(problem.file === undefined ? [] : [`The whole output is in ${code(problem.file)}.`]),
  ];
  return parts.join('\n\n');
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
