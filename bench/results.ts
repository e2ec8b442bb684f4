/** Turns what was measured into the table of `results.md`. */
import type { Span } from '../src/report/report.ts';
import { type Cell, startupTarget } from './cells.ts';
import { bytesText, median, secondsText } from './figures.ts';
import type { Measured } from './measure.ts';
import type { Startup } from './startup.ts';
import type { FetchedUv } from './uv.ts';

/** One cell; each side as often as `--repeat` says. */
export interface CellResult {
  readonly cell: Cell;
  readonly ours: readonly Measured[];
  readonly baseline: readonly Measured[];
}

export interface Results {
  readonly cells: readonly CellResult[];
  readonly startups: readonly Startup[];
  readonly uv: FetchedUv | undefined;
  /** Date, command, machine and versions, name to text. */
  readonly about: Readonly<Record<string, string>>;
}

interface Row {
  readonly what: string;
  readonly figure: string;
  readonly ours: number;
  readonly baseline: number;
  readonly target?: number;
  readonly text: (value: number) => string;
  /** What took longest, when it was time. */
  readonly held?: string;
}

export function resultsText(results: Results): string {
  const rows = [...results.cells.flatMap(rowsOfCell), ...results.startups.map(rowOfStartup)];
  return [
    '# What the bench showed',
    '',
    'Written by `npm run bench`. Baseline of the images is `bench/baseline.Dockerfile`: everything on the target platform, emulated where it is foreign, and not verified. Baseline of the start-up is `node -e 0`. Each run has a builder that has built nothing yet, an empty registry to push to and an empty cache folder; starting the builder is not measured. Bytes pulled are what the registry of the base images answered.',
    '',
    ...Object.entries(results.about).map(([name, text]) => `- ${name}: ${text}`),
    '',
    '| cell | figure | ours | baseline | ratio | target | |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...rows.map(line),
    '',
    ...uvText(results),
    ...results.cells.flatMap(whereTimeWent),
  ].join('\n');
}

/** What a terminal shows of it: the ratios alone. */
export const ratiosText = (results: Results): string =>
  [...results.cells.flatMap(rowsOfCell), ...results.startups.map(rowOfStartup)]
    .map(
      (row) =>
        `${ratioOf(row).toFixed(2).padStart(6)}  ${row.what}, ${row.figure}: ${verdict(row) || 'no target'}\n`,
    )
    .join('');

function rowsOfCell({ cell, ours, baseline }: CellResult): Row[] {
  const of = (name: 'seconds' | 'pulled' | 'added') => ({
    ours: median(ours.map((one) => one[name])),
    baseline: median(baseline.map((one) => one[name])),
  });
  const { time, pulled } = cell.targets;
  const what = cellText(cell);
  const held = longest(ours[0]?.timeline ?? [])
    .slice(0, 3)
    .map(spanText)
    .join(', ');
  return [
    { what, figure: 'wall time', ...of('seconds'), target: time, text: secondsText, held },
    {
      what,
      figure: 'pulled',
      ...of('pulled'),
      ...(pulled === undefined ? {} : { target: pulled }),
      text: bytesText,
    },
    { what, figure: 'added to the base', ...of('added'), text: bytesText },
  ];
}

const rowOfStartup = ({ name, ours, bare }: Startup): Row => ({
  what: `start-up: ${name}`,
  figure: 'wall time',
  ours,
  baseline: bare,
  target: startupTarget,
  text: secondsText,
});

const cellText = ({ package: name, version, python, platforms, verify }: Cell): string =>
  `${name} ${version}, Python ${python} slim, ${platforms.map((one) => one.replace('linux/', '')).join(' ')}, ${verify === 'off' ? 'not verified' : 'verified'}`;

const line = (row: Row): string =>
  `| ${row.what} | ${row.figure} | ${row.text(row.ours)} | ${row.text(row.baseline)} | ${ratioOf(row).toFixed(2)} | ${row.target === undefined ? '' : `≤ ${row.target}`} | ${verdict(row)} |`;

const ratioOf = ({ ours, baseline }: Row): number => ours / baseline;

function verdict(row: Row): string {
  if (row.target === undefined) return '';
  const over = ratioOf(row) - row.target;
  if (over <= 0) return 'met';
  const held = row.held ? `; longest: ${row.held}` : '';
  return `missed by ${over.toFixed(2)}, ${row.text(row.ours - row.target * row.baseline)} too much${held}`;
}

function uvText({ uv, cells }: Results): string[] {
  if (uv?.seconds === undefined) return [];
  const { seconds } = uv;
  const withIt = cells.map(({ cell, ours, baseline }) => {
    const ratio =
      (median(ours.map((one) => one.seconds)) + seconds) / median(baseline.map((one) => one.seconds));
    return `${cell.name} ${ratio.toFixed(2)}`;
  });
  return [
    `uv ${uv.version} is fetched once a machine, before anything is measured: ${secondsText(seconds)}. Where every job has a new machine and none has uv, the ratios of wall time are at most: ${withIt.join(', ')}.`,
    '',
  ];
}

function whereTimeWent({ cell, ours: [first] }: CellResult): string[] {
  if (first === undefined || first.timeline.length === 0) return [];
  const start = Math.min(...first.timeline.map((span) => span.start));
  return [
    `## Where our time went: ${cellText(cell)}`,
    '',
    'Steps of 0.2 s and more of the first run; many run beside each other.',
    '',
    '| begins | takes | station | step |',
    '| ---: | ---: | --- | --- |',
    ...first.timeline
      .filter(({ seconds }) => seconds >= 0.2)
      .toSorted((one, other) => one.start - other.start)
      .map(
        (span) =>
          `| ${((span.start - start) / 1000).toFixed(1)} s | ${span.seconds.toFixed(1)} s | ${span.section} | ${stepText(span)} |`,
      ),
    '',
  ];
}

const longest = (timeline: readonly Span[]): Span[] =>
  timeline.toSorted((one, other) => other.seconds - one.seconds);

const spanText = (span: Span): string => `${span.section} ${stepText(span)} ${span.seconds.toFixed(1)} s`;

const stepText = ({ name, platform }: Span): string =>
  [platform, name.replaceAll('|', '\\|')].filter(Boolean).join(' ');
