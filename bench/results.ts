/** Turns what was measured into the text of `results.md`. */
import { median, middle, secondsText } from './figures.ts';
import { ratioLine, stepText, tableLine } from './row.ts';
import { type Figures, moveText, rowsOf, subjectText } from './rows.ts';
import type { Built } from './sides.ts';
import type { FetchedUv } from './uv.ts';

export interface Results extends Figures {
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
    'Baseline of what is unchanged is the same Dockerfile, built and pushed once more by a builder that has everything in its cache. Both sides have published before, from and to one registry, whose log counts the requests. The local index serves the wheels of this image from loopback. Where the cache is kept, it is as the run before left it: uv then asks the index again for the page of the package itself, and for others once they are older than the index allows. Where it is empty, it holds uv and nothing else.',
    '',
    'Baseline of a rebase is this program building again (`rebuild: always`). Before each run the image is published on the old base with a new builder, cache folder and registry, which know nothing of the base that it moves to. That one is the old one with another label: no layer of it is new, so that neither side has one to pull.',
    '',
    'Baseline of observing is to ask for one manifest after the other, of a registry on loopback, where waiting costs next to nothing. Baseline of the start-up is `node -e 0`.',
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
