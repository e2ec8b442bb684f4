/** The report as text for a terminal or a plain log. */
import type { Problem } from '../errors.ts';
import { counting } from '../advisories/findings.ts';
import { adviceParts, unknownText } from './advisories.ts';
import { findingText } from './advisory-words.ts';
import { differenceRows } from './difference.ts';
import { oneLine, plain } from './escape.ts';
import { columns, cut, length, padded, painted, plainStyle, type Style, wrapped } from './layout.ts';
import { filledColumns, platformRows } from './platforms.ts';
import type { Outcome, Report } from './report.ts';
import { timelineRows } from './timeline.ts';
import { bytesText, counted, secondsText, shortDigest } from './units.ts';
import { checkText, type Marks, warningText, warningsOf } from './check-words.ts';
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
  subjectRows,
} from './words.ts';

export { plainStyle, type Style, styleOf } from './layout.ts';

const marksOf = (style: Style): Marks => (style.unicode ? ['✓', '✗', '⚠'] : ['ok', 'FAILED', 'warning']);

const colours: Readonly<Record<Outcome, 'red' | 'yellow' | 'green' | 'blue'>> = {
  pushed: 'green',
  published: 'green',
  built: 'green',
  planned: 'blue',
  kept: 'green',
  signed: 'green',
  retagged: 'green',
  failed: 'red',
  blocked: 'yellow',
  skipped: 'yellow',
};

/** The whole report, ending with a newline. */
export function reportText(report: Report, style: Style = plainStyle): string {
  const head = [
    painted(style, colours[report.outcome], oneLine(`${headline(report)} ${imageText(report)}`)),
    ...wrapped(`${whyText(report)} ${report.reason}`, style.width, '  '),
  ];
  const parts = [
    head,
    facts(report, style),
    destinationLines(report, style),
    titled(
      report.outcome === 'published' ? 'Against the image before' : 'Against what is published',
      differenceLines(report, style),
      style,
    ),
    platformLines(report, style),
    compiledLines(report, style),
    timelineLines(report, style),
    titled(
      'Tags',
      pullable(report).map((image) => `  docker pull ${oneLine(image)}`),
      style,
    ),
    exportLines(report, style),
    titled('Missing platforms', missingLines(report, style), style),
    titled(
      'Warnings of the checks',
      warningsOf(report).flatMap((warning) => bullet(warningText(warning), style)),
      style,
    ),
    adviceLines(report, style),
    titled(
      'Notes',
      notesOf(report).flatMap((note) => bullet(note, style)),
      style,
    ),
    report.problems.length === 0 ? [] : problemsText(report.problems, style).trimEnd().split('\n'),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

/** What is new and what is gone; what was there before is counted. */
function adviceLines({ advice, outcome }: Report, style: Style): string[] {
  if (advice === undefined) return [];
  const { isCompared, added, gone, others } = adviceParts(advice);
  const lines = [
    ...(advice.unknown === undefined ? [] : [unknownText(advice, outcome === 'planned')]),
    ...added.map((one) => `new: ${findingText(one)}`),
    ...gone.map((one) => `gone: ${findingText(one)}`),
    ...(isCompared
      ? others.length === 0
        ? []
        : [
            `as before: ${counted(others.length, 'advisory', 'advisories')}, of which ${counting(others, advice).length} ${advice.severity === 'critical' ? 'critical' : `${advice.severity} or worse`}`,
          ]
      : others.map(findingText)),
    ...(advice.findings.length === 0 && advice.unknown === undefined ? ['none is known'] : []),
  ];
  return titled(
    'Advisories',
    lines.flatMap((line) => bullet(line, style)),
    style,
  );
}

function differenceLines({ destinations }: Report, style: Style): string[] {
  const rows = destinations.flatMap(({ repository, difference }) =>
    difference === undefined
      ? []
      : differenceRows(difference).map(([about, change]) => [
          ...(destinations.length > 1 ? [repository] : []),
          about,
          oneLine(change),
        ]),
  );
  return columns(rows, style);
}

/** Problems for people: what, the rule and the way out, then the lines that matter. Ends with a newline; empty without any. */
export function problemsText(problems: readonly Problem[], style: Style = plainStyle): string {
  const mark = style.unicode ? '✗' : 'x';
  return problems
    .map((problem) => {
      const lines = [
        painted(style, 'red', `${mark} ${oneLine(problemTitle(problem))}`),
        ...wrapped(problem.message, style.width, '  '),
        ...outputLines(problem.detail ?? [], style),
        ...(problem.file === undefined ? [] : [`  The whole output is in ${oneLine(problem.file)}`]),
      ];
      return `${lines.join('\n')}\n`;
    })
    .join('\n');
}

function outputLines(lines: readonly string[], style: Style): string[] {
  const edge = style.unicode ? '│' : '|';
  return lines.flatMap((line) =>
    plain(line)
      .split('\n')
      .map((one) => painted(style, 'grey', `    ${edge} ${one}`)),
  );
}

function missingLines(report: Report, style: Style): string[] {
  return (report.missing ?? []).flatMap((one) => [
    ...bullet(missingText(report, one), style),
    ...outputLines(missingDetail(one), style),
  ]);
}

function titled(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0 ? [] : [painted(style, 'bold', title), ...lines];
}

function bullet(text: string, style: Style): string[] {
  const [first = '', ...rest] = wrapped(text, style.width, '    ');
  return [`  - ${first.slice(4)}`, ...rest];
}

function facts(report: Report, style: Style): string[] {
  const { base } = report;
  const rows: (readonly [string, string | undefined])[] = [
    ...subjectRows(report.subject),
    [
      'Base',
      base.digest === undefined
        ? base.reference || undefined
        : `${base.reference} at ${shortDigest(base.digest)}`,
    ],
    ['Lock', report.lock && lockText[report.lock]],
    ['Digest', report.digest],
    ['OCI layout', report.output],
  ];
  return rows.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${painted(style, 'grey', padded(name, 10))}  ${oneLine(value)}`],
  );
}

/** A line for each repository, and below it why. */
function destinationLines(report: Report, style: Style): string[] {
  const { destinations } = report;
  if (destinations.length < 2) return [];
  const rows = destinations.map((one) => [
    oneLine(one.repository),
    doneText(report, one) ?? '-',
    one.digest === undefined ? '-' : shortDigest(one.digest),
  ]);
  const lines = columns(rows, style).flatMap((line, at) => {
    const { reason } = destinations[at]!;
    return reason === undefined ? [line] : [line, ...wrapped(reason, style.width, '    ')];
  });
  return titled('Repositories', lines, style);
}

const platformColumns = [
  'Platform',
  'Digest',
  'Size',
  'Over base',
  'Wheels',
  'Compiled',
  'Time',
  'Checks',
] as const;
/** Those that are left out, in this order, until the table fits. */
const droppable = ['Digest', 'Over base', 'Size', 'Wheels', 'Compiled'] as const;

function platformLines(report: Report, style: Style): string[] {
  const known = platformRows(report, marksOf(style));
  if (known.length === 0) return [];
  const rows = known.map((row) =>
    Object.fromEntries(platformColumns.map((name) => [name, row[name] ?? '-'])),
  );
  const shown = droppable.reduce<readonly string[]>(
    (names, name) => (fits(rows, names, style) ? names : names.filter((one) => one !== name)),
    filledColumns(known, platformColumns),
  );
  const wrong = report.platforms.flatMap((platform) =>
    platform.checks
      .filter((check) => !check.ok)
      .flatMap((check) =>
        wrapped(`${platform.platform} ${check.name}: ${checkText(check)}`, style.width, '  '),
      ),
  );
  const [title = '', ...lines] = columns(
    [shown, ...rows.map((row) => shown.map((name) => row[name]!))],
    style,
  );
  return [painted(style, 'bold', title), ...lines, ...wrong.map((line) => painted(style, 'red', line))];
}

const fits = (rows: readonly Record<string, string>[], names: readonly string[], style: Style): boolean =>
  names.reduce(
    (sum, name) => sum + 2 + Math.max(length(name), ...rows.map((row) => length(row[name]!))),
    0,
  ) <= style.width;

function compiledLines(report: Report, style: Style): string[] {
  const rows = report.compiled.map((one) => [
    `${oneLine(one.name)} ${oneLine(one.version)}`,
    one.platform,
    wayText(one, report.outcome),
    one.seconds === undefined ? '-' : secondsText(one.seconds),
    one.size === undefined ? '-' : bytesText(one.size),
    oneLine(one.because),
  ]);
  return titled('Compiled', columns(rows, style), style);
}

function exportLines({ exports }: Report, style: Style): string[] {
  const rows = (exports?.files ?? []).map(({ platform, path, size }) => [
    oneLine(path),
    platform,
    bytesText(size),
  ]);
  return titled(`Files in ${oneLine(exports?.folder ?? '')}`, columns(rows, style), style);
}

/** Bars to scale: one column is the same time in every row; what is shorter than a column still shows. */
function timelineLines(report: Report, style: Style): string[] {
  const rows = timelineRows(report.timeline, 20);
  if (rows.length === 0) return [];
  const end = Math.max(...rows.map((row) => row.start + row.length));
  const names = rows.map((row) => `${padded(row.section, 7)}  ${oneLine(row.label)}`);
  const longest = Math.max(...names.map(length));
  const nameWidth = style.isTerminal ? Math.min(longest, Math.floor(style.width / 2)) : longest;
  const times = rows.map((row) => (row.cached ? 'cached' : secondsText(row.length / 1000)));
  const room = Math.max(8, style.width - nameWidth - Math.max(...times.map(length)) - 6);
  const [full, light] = style.unicode ? ['█', '░'] : ['#', '.'];
  const lines = rows.map((row, index) => {
    const from = Math.min(room - 1, Math.floor((row.start / end) * room));
    const bar = Math.min(room - from, Math.max(1, Math.round((row.length / end) * room)));
    const drawn =
      ' '.repeat(from) +
      painted(style, row.cached ? 'grey' : 'blue', (row.cached ? light : full).repeat(bar));
    const name = padded(cut(names[index]!, nameWidth, style), nameWidth);
    return `  ${name}  ${drawn}${' '.repeat(room - from - bar)}  ${times[index]}`;
  });
  return titled('Time', lines, style);
}
