/** Turns what was measured into the text of `results.md`. */
import { type Cell, rebaseTarget, requestsTarget, startupTarget, type Subject } from './cells.ts';
import { bytesText, median, middle, secondsText } from './figures.ts';
import type { Measured } from './measure.ts';
import type { Observing } from './observe.ts';
import type { Rebased } from './rebase.ts';
import { longest, ratioLine, type Row, stepText, tableLine } from './rows.ts';
import type { Built } from './sides.ts';
import type { Startup } from './startup.ts';
import type { Asked, Unchanged } from './unchanged.ts';
import type { FetchedUv } from './uv.ts';

/** One cell; each side as often as `--repeat` says. */
export interface CellResult {
  readonly cell: Cell;
  readonly ours: readonly Measured[];
  readonly baseline: readonly Measured[];
}

export interface Results {
  readonly cells: readonly CellResult[];
  readonly unchanged?: Unchanged | undefined;
  readonly rebased: readonly Rebased[];
  readonly observing?: Observing | undefined;
  readonly startups: readonly Startup[];
  readonly uv: FetchedUv | undefined;
  /** Date, command, machine and versions, name to text. */
  readonly about: Readonly<Record<string, string>>;
}

export const resultsText = (results: Results): string =>
  [
    '# What the bench showed',
    '',
    'Written by `npm run bench`. Baseline of the images is `bench/baseline.Dockerfile`: everything on the target platform, emulated where it is foreign, and not verified. Each run has a builder that has built nothing yet, an empty registry to push to and an empty cache folder; starting the builder is not measured. Bytes pulled are what the registry of the base images answered.',
    '',
    'Baseline of what is unchanged is the same Dockerfile built and pushed once more by a builder that has everything in its cache; both sides have published before, and push to one registry. The local index serves the wheels of this image from loopback. Where the cache is kept, it is as the run before left it; where it is empty, it holds uv and nothing else. Baseline of a rebase is this program building again (`rebuild: always`). Before each, the image is published on the old base with a new builder, cache folder and registry, which know nothing of the base that it is then moved to; nor do they here share a file with it that they lack, since the moved base is the old one with another label. Baseline of observing is asking for one manifest after the other; of the start-up, `node -e 0`.',
    '',
    ...Object.entries(results.about).map(([name, text]) => `- ${name}: ${text}`),
    '',
    '| cell | figure | ours | baseline | ratio | target | |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...rowsOf(results).map(tableLine),
    '',
    ...uvText(results),
    ...results.cells.flatMap(({ cell, ours: [first] }) => whereTimeWent(subjectText(cell), first, 0.2)),
    ...(results.unchanged?.ways ?? []).flatMap(({ way, runs }) =>
      whereTimeWent(`unchanged, ${way.name}`, middle(runs), 0.02),
    ),
    ...results.rebased.flatMap((one) => [
      ...whereTimeWent(moveText(one), middle(one.rebase), 0.05),
      ...whereTimeWent(`${moveText(one)}: its baseline`, middle(one.rebuild), 0.05),
    ]),
  ].join('\n');

/** What a terminal shows of it: the ratios alone. */
export const ratiosText = (results: Results): string => rowsOf(results).map(ratioLine).join('');

const rowsOf = ({ cells, unchanged, rebased, observing, startups }: Results): Row[] => [
  ...cells.flatMap(rowsOfCell),
  ...(unchanged === undefined ? [] : rowsOfUnchanged(unchanged)),
  ...rebased.map(rowOfRebased),
  ...(observing === undefined ? [] : [rowOfObserving(observing)]),
  ...startups.map(rowOfStartup),
];

function rowsOfCell({ cell, ours, baseline }: CellResult): Row[] {
  const of = (name: 'seconds' | 'pulled' | 'added') => ({
    ours: median(ours.map((one) => one[name])),
    baseline: median(baseline.map((one) => one[name])),
  });
  const { time, pulled } = cell.targets;
  const what = subjectText(cell);
  const held = longest(ours[0]?.timeline ?? []);
  const most = (ratio: number) => ({ target: { kind: 'ratio', most: ratio } as const });
  return [
    { what, figure: 'wall time', ...of('seconds'), ...most(time), text: secondsText, held },
    {
      what,
      figure: 'pulled',
      ...of('pulled'),
      ...(pulled === undefined ? {} : most(pulled)),
      text: bytesText,
    },
    { what, figure: 'added to the base', ...of('added'), text: bytesText },
  ];
}

function rowsOfUnchanged({ baseline, ways }: Unchanged): Row[] {
  const seconds = (runs: readonly Built[]): number => median(runs.map((run) => run.seconds));
  // A request more in one run of many is one too many.
  const most = (runs: readonly Asked[], part = '/'): number =>
    Math.max(...runs.map(({ requests }) => requests.filter((one) => one.includes(part)).length));
  const counted = (what: string, figure: string, runs: readonly Asked[], at: number, part?: string): Row => ({
    what,
    figure,
    ours: most(runs, part),
    baseline: most(baseline, part),
    target: { kind: 'figure', most: at },
    text: String,
  });
  return [
    ...ways.flatMap(({ way: { name, target }, runs }): Row[] => [
      {
        what: `unchanged, ${name}`,
        figure: 'wall time',
        ours: seconds(runs),
        baseline: seconds(baseline),
        ...(target === undefined ? {} : { target: { kind: 'ratio', most: target } }),
        text: secondsText,
        held: longest(middle(runs)?.timeline ?? []),
      },
      counted(`unchanged, ${name}`, 'registry requests', runs, requestsTarget),
    ]),
    counted(
      'unchanged, in any of these ways',
      'registry requests for blobs',
      ways.flatMap(({ runs }) => runs),
      0,
      '/blobs/',
    ),
  ];
}

function rowOfRebased(one: Rebased): Row {
  const { most, where } = rebaseTarget;
  return {
    what: moveText(one),
    figure: 'wall time',
    ours: median(one.rebase.map((run) => run.seconds)),
    baseline: median(one.rebuild.map((run) => run.seconds)),
    target: { kind: 'figure', most, where },
    text: secondsText,
    held: longest(middle(one.rebase)?.timeline ?? []),
  };
}

const rowOfObserving = ({ manifests, atOnce, inTurn }: Observing): Row => ({
  what: `${manifests} manifests, observed at once`,
  figure: 'wall time',
  ours: median(atOnce),
  baseline: median(inTurn),
  text: secondsText,
});

const rowOfStartup = ({ name, ours, bare }: Startup): Row => ({
  what: `start-up: ${name}`,
  figure: 'wall time',
  ours,
  baseline: bare,
  target: { kind: 'ratio', most: startupTarget },
  text: secondsText,
});

const subjectText = ({ package: name, version, python, platforms, verify }: Subject): string =>
  `${name} ${version}, Python ${python} slim, ${platforms.map((one) => one.replace('linux/', '')).join(' ')}, ${verify === 'off' ? 'not verified' : 'verified'}`;

const moveText = ({ move: { subject } }: Rebased): string =>
  `rebase, ${subject.verify === 'off' ? 'not verified' : 'verified on all platforms'}`;

function uvText({ uv, cells }: Results): string[] {
  if (uv?.seconds === undefined || cells.length === 0) return [];
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

/** @param least seconds of a step that is shown. */
function whereTimeWent(
  what: string,
  run: Pick<Built, 'seconds' | 'started' | 'timeline'> | undefined,
  least: number,
): string[] {
  if (run === undefined || run.timeline.length === 0) return [];
  return [
    `## Where our time went: ${what}`,
    '',
    `Steps of ${secondsText(least)} and more of one run that took ${secondsText(run.seconds)}, from the start of the process; many run beside each other.`,
    '',
    '| begins | takes | station | step |',
    '| ---: | ---: | --- | --- |',
    ...run.timeline
      .filter(({ seconds }) => seconds >= least)
      .toSorted((one, other) => one.start - other.start)
      .map(
        (span) =>
          `| ${((span.start - run.started) / 1000).toFixed(2)} s | ${secondsText(span.seconds)} | ${span.section} | ${stepText(span)} |`,
      ),
    '',
  ];
}
