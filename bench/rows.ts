/** Turns measurements into rows, in the order of the table. */
import type { AdvisoriesMeasured } from './advisories.ts';
import type { AttestMeasured } from './attest.ts';
import type { CatalogueMeasured } from './catalogue.ts';
import type { TrustMeasured, TrustRuns } from './trust.ts';
import {
  advisoriesTarget,
  attestTarget,
  trustTargets,
  catalogueTargets,
  type Cell,
  installing,
  layered,
  keptTarget,
  planTargets,
  rebaseTarget,
  requestsTarget,
  runtimeTarget,
  scriptsProject,
  shard,
  startupTarget,
  type Subject,
  tree,
  year,
} from './cells.ts';
import { type CompiledRequirement } from './compiled.ts';
import { bytesText, median, middle, secondsText } from './figures.ts';
import type { ForkMeasured } from './forks.ts';
import type { Layered, LayersMeasured } from './layers.ts';
import type { Measured } from './measure.ts';
import type { Observing } from './observe.ts';
import type { PlanFigures, PlanMeasured } from './plan.ts';
import type { Rebased } from './rebase.ts';
import { longest, type Row } from './row.ts';
import type { RuntimeMeasured } from './runtime.ts';
import type { Built } from './sides.ts';
import type { Project, Tree } from './several.ts';
import type { Job, ShardMeasured } from './shard.ts';
import type { Startup } from './startup.ts';
import type { Asked, Unchanged } from './unchanged.ts';
import type { Week, Year } from './year.ts';

/** A cell, and the `--repeat` runs of each side. */
export interface CellResult {
  readonly cell: Cell;
  readonly ours: readonly Measured[];
  readonly baseline: readonly Measured[];
}

export interface Figures {
  readonly cells: readonly CellResult[];
  readonly compiled: readonly CompiledRequirement[];
  readonly forks: readonly ForkMeasured[];
  readonly runtime?: RuntimeMeasured | undefined;
  readonly unchanged?: Unchanged | undefined;
  readonly rebased: readonly Rebased[];
  readonly tree?: Tree | undefined;
  readonly project?: Project | undefined;
  readonly observing?: Observing | undefined;
  readonly attest?: AttestMeasured | undefined;
  readonly trust?: TrustMeasured | undefined;
  readonly advisories?: AdvisoriesMeasured | undefined;
  readonly startups: readonly Startup[];
  readonly catalogue?: CatalogueMeasured | undefined;
  readonly layers?: LayersMeasured | undefined;
  readonly plan?: readonly PlanFigures[] | undefined;
  readonly shard?: ShardMeasured | undefined;
  readonly year?: Year | undefined;
}

export function rowsOfCell({ cell, ours, baseline }: CellResult): Row[] {
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

/** Figures of the requirement itself, then of the whole run: read the base, compile, verify, push. */
export function rowsOfCompiled({ compiling, runs }: CompiledRequirement): Row[] {
  const what = `${compiling.package} ${compiling.version}, Python ${compiling.python} slim, arm/v7`;
  const of = (how: 'cross' | 'kept', figure: 'itself' | 'seconds') => ({
    what: `${what}: ${how === 'cross' ? 'cross-compiled' : 'kept'}${runs.emulated.some(({ tag }) => tag === '') ? ' (emulating was ended, and takes longer)' : ''}`,
    ours: median(runs[how].map((run) => run[figure])),
    baseline: median(runs.emulated.map((run) => run[figure])),
    text: secondsText,
  });
  const most = (ratio: number) => ({ target: { kind: 'ratio', most: ratio } as const });
  return [
    { ...of('cross', 'itself'), figure: 'the requirement', ...most(compiling.target) },
    { ...of('kept', 'itself'), figure: 'the requirement', ...most(keptTarget) },
    { ...of('cross', 'seconds'), figure: 'wall time' },
    { ...of('kept', 'seconds'), figure: 'wall time' },
  ];
}

export const rowsOfFork = ({ fork, runs }: ForkMeasured): Row[] =>
  (['first', 'kept'] as const).map((how) => ({
    what: `${subjectText(fork)}: ${how === 'first' ? 'the first time' : 'with kept wheels'}`,
    figure: 'wall time',
    ours: median(runs[how].map(({ seconds }) => seconds)),
    baseline: median(runs.plain.map(({ seconds }) => seconds)),
    target: { kind: 'ratio', most: fork.targets[how] },
    text: secondsText,
    held: longest(runs[how][0]?.timeline ?? []),
  }));

export const rowOfRuntime = ({ ours, baseline }: RuntimeMeasured): Row => ({
  what: `${installing.packages}, ${installing.platforms.map((one) => one.replace('linux/', '')).join(' ')}`,
  figure: 'wall time',
  ours: median(ours),
  baseline: median(baseline),
  target: { kind: 'ratio', most: runtimeTarget },
  text: secondsText,
});

export function rowsOfUnchanged({ baseline, ways }: Unchanged): Row[] {
  const seconds = (runs: readonly Built[]): number => median(runs.map((run) => run.seconds));
  // The maximum, not the median: no run may make more requests.
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

export function rowOfRebased(one: Rebased): Row {
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

export function rowsOfLayers({ auto, one }: LayersMeasured): Row[] {
  const { targets, before, after, requirements } = layered;
  const what = `uvicorn with ${requirements.map((line) => line.split('==')[0]).join(', ')}`;
  const row = (
    figure: string,
    of: (side: Layered) => number,
    most: number,
    text: Row['text'],
    held?: string,
  ): Row => ({
    what,
    figure,
    ours: median(auto.map(of)),
    baseline: median(one.map(of)),
    target: { kind: 'ratio', most },
    text,
    ...(held === undefined ? {} : { held }),
  });
  const moved = `${before} moved to ${after.split('==')[1]}, pulled`;
  return [
    row(`${moved} by Docker's own store`, ({ stacked }) => stacked, targets.pulled, bytesText),
    row(`${moved} by containerd's`, ({ byDigest }) => byDigest, targets.pulled, bytesText),
    row('added to the base', ({ added }) => added, targets.size, bytesText),
    row(
      'wall time of the first build',
      ({ first }) => first.seconds,
      targets.time,
      secondsText,
      longest(auto[0]?.first.timeline ?? []),
    ),
    row('wall time of the build with one moved', (side) => side.moved.seconds, targets.time, secondsText),
    row('wall time of a rebase', ({ rebased }) => rebased.seconds, targets.time, secondsText),
  ];
}

export const rowOfTree = ({ all, changed }: Tree): Row => ({
  what: `tree, one leaf of ${tree.images} images changed`,
  figure: 'wall time',
  ours: median(changed.map(({ seconds }) => seconds)),
  baseline: median(all.map(({ seconds }) => seconds)),
  target: { kind: 'ratio', most: tree.target },
  text: secondsText,
  held: longest(middle(changed)?.timeline ?? []),
});

export function rowsOfProject({ together, apart, inTurn }: Project): Row[] {
  const of = {
    figure: 'wall time',
    ours: median(together.map(({ seconds }) => seconds)),
    text: secondsText,
    held: longest(middle(together)?.timeline ?? []),
  };
  const what = `project, ${scriptsProject.scripts} scripts`;
  return [
    {
      ...of,
      what: `${what}, each built apart`,
      baseline: median(apart),
      target: { kind: 'ratio', most: scriptsProject.target },
    },
    { ...of, what: `${what}, built in turn on one builder`, baseline: median(inTurn) },
  ];
}

/** @param alone seconds of a plan of one image. */
export function rowsOfPlan({ size, packages, ...runs }: PlanFigures, alone: number): Row[] {
  const seconds = (its: readonly PlanMeasured[]): number => median(its.map((one) => one.seconds));
  const what = counted(size.cells);
  const { cold, warm, coldLate, warmLate } = runs;
  const time = (how: string, its: readonly PlanMeasured[], most: number | undefined): Row => ({
    what: `${what}, ${how}`,
    figure: 'wall time',
    ours: seconds(its),
    baseline: size.cells * alone,
    ...(most === undefined ? {} : { target: { kind: 'figure', most } }),
    text: secondsText,
  });
  const late = (how: string, its: readonly PlanMeasured[], prompt: readonly PlanMeasured[]): Row => ({
    what: `${what}, ${how}, registry 50 ms later`,
    figure: 'wall time',
    ours: seconds(its),
    baseline: seconds(prompt),
    target: { kind: 'ratio', most: planTargets.late },
    text: secondsText,
  });
  const all = [...cold, ...warm, ...coldLate, ...warmLate];
  return [
    time('empty cache', cold, size.targets.cold),
    time('kept cache', warm, size.targets.warm),
    late('empty cache', coldLate, cold),
    late('kept cache', warmLate, warm),
    {
      what,
      figure: 'requests, without those for tags that move',
      ours: Math.max(...all.map(({ images, bases, others, pages }) => images + bases + others + pages)),
      // The last one asks the registry how it authenticates.
      baseline: size.cells + size.pythons.length * size.bases.length + packages + 1,
      target: { kind: 'ratio', most: 1 },
      text: String,
    },
    {
      what,
      figure: 'requests with those for tags that move',
      ours: Math.max(...all.map((one) => one.images + one.tags + one.bases + one.others + one.pages)),
      baseline: size.cells + size.pythons.length * size.bases.length + packages + 1,
      target: { kind: 'ratio', most: 1 },
      text: String,
    },
    {
      what,
      figure: 'memory at most',
      ours: Math.max(...all.map(({ memory }) => memory)),
      baseline: planTargets.memory,
      target: { kind: 'ratio', most: 1 },
      text: bytesText,
    },
  ];
}

export function rowsOfShard({ together, apart }: ShardMeasured): Row[] {
  const sum = (jobs: readonly Job[], of: 'seconds' | 'requests'): number =>
    jobs.reduce((total, one) => total + one[of], 0);
  const what = `a job of ${shard.cells} images, two platforms`;
  return [
    {
      what,
      figure: 'wall time',
      ours: median(together.map(({ seconds }) => seconds)),
      baseline: median(apart.map((jobs) => sum(jobs, 'seconds'))),
      target: { kind: 'ratio', most: shard.target },
      text: secondsText,
      held: longest(middle(together)?.timeline ?? []),
    },
    {
      what,
      figure: 'requests to the registry',
      ours: median(together.map(({ requests }) => requests)),
      baseline: median(apart.map((jobs) => sum(jobs, 'requests'))),
      text: String,
    },
  ];
}

export function rowsOfYear({ cells, weeks }: Year): Row[] {
  const total = (of: (week: Week) => number): number => weeks.reduce((sum, one) => sum + of(one), 0);
  const what = `${cells} images, ${weeks.length} weeks`;
  const { build, rebase } = year.takes;
  const [built, rebased] = [total((one) => one.built), total((one) => one.rebased)];
  const always = cells * weeks.length;
  return [
    { what, figure: 'images built', ours: built, baseline: always, text: String },
    {
      what,
      figure: 'images built or put onto another base',
      ours: built + rebased,
      baseline: always,
      text: String,
    },
    {
      what,
      figure: 'bytes pushed',
      ours: built * build.bytes + rebased * rebase.bytes + total((one) => one.indexBytes),
      baseline: always * build.bytes,
      text: bytesText,
    },
    {
      what,
      figure: 'requests',
      ours: total((one) => one.registry + one.index) + built * build.requests + rebased * rebase.requests,
      baseline: always * build.requests,
      text: String,
    },
  ];
}

const counted = (cells: number): string => `${cells} ${cells === 1 ? 'image' : 'images'}`;

export const rowOfObserving = ({ manifests, atOnce, inTurn }: Observing): Row => ({
  what: `${manifests} manifests, observed at once`,
  figure: 'wall time',
  ours: median(atOnce),
  baseline: median(inTurn),
  text: secondsText,
});

export const rowOfAttest = ({ signing, keeping }: AttestMeasured): Row => ({
  what: 'signing an image',
  figure: 'wall time',
  ours: median(signing),
  baseline: median(keeping),
  target: { kind: 'figure', most: attestTarget },
  text: secondsText,
});

export function rowsOfTrust({ rebased, kept, described }: TrustMeasured): Row[] {
  const row = (what: string, runs: TrustRuns, most: number): Row => ({
    what,
    figure: 'wall time',
    ours: median(runs.with.map(({ seconds }) => seconds)),
    baseline: median(runs.without.map(({ seconds }) => seconds)),
    target: { kind: 'ratio', most },
    text: secondsText,
    held: longest(middle(runs.with)?.timeline ?? []),
  });
  return [
    row('put onto a new base', rebased, trustTargets.rebased),
    row('unchanged', kept, trustTargets.kept),
    {
      what: 'described, a platform',
      figure: 'step of the build',
      ours: median(described),
      baseline: median(rebased.without.map(({ seconds }) => seconds)),
      target: { kind: 'figure', most: trustTargets.described },
      text: secondsText,
    },
  ];
}

export const rowsOfAdvisories = (measured: AdvisoriesMeasured): Row[] => {
  const { packages, images, batch, inTurn, requests, shardRequests } = measured;
  return [
    {
      what: `advisories of an image with ${packages} packages`,
      figure: 'wall time',
      ours: median(batch),
      baseline: median(inTurn),
      target: { kind: 'figure', most: advisoriesTarget.seconds },
      text: secondsText,
    },
    {
      what: `advisories of an image with ${packages} packages`,
      figure: 'requests',
      ours: requests,
      baseline: packages,
      target: { kind: 'figure', most: advisoriesTarget.requests },
      text: String,
    },
    {
      what: `advisories of ${counted(images)} at once`,
      figure: 'requests',
      ours: shardRequests,
      baseline: packages * images,
      target: { kind: 'figure', most: advisoriesTarget.requests },
      text: String,
    },
  ];
};

export const rowOfStartup = ({ name, ours, bare }: Startup): Row => ({
  what: `start-up: ${name}`,
  figure: 'wall time',
  ours,
  baseline: bare,
  target: { kind: 'ratio', most: startupTarget },
  text: secondsText,
});

export function rowsOfCatalogue({ images, page, json, search, allLaidOut }: CatalogueMeasured): Row[] {
  const what = `a page of ${images} images`;
  const { bytes, seconds } = catalogueTargets;
  return [
    {
      what,
      figure: 'size',
      ours: page,
      baseline: json,
      target: { kind: 'figure', most: bytes },
      text: bytesText,
    },
    {
      what,
      figure: 'slowest search',
      ours: median(search),
      baseline: median(allLaidOut),
      target: { kind: 'figure', most: seconds },
      text: secondsText,
    },
  ];
}

export const subjectText = ({ package: name, version, python, platforms, verify }: Subject): string =>
  `${name} ${version}, Python ${python} slim, ${platforms.map((one) => one.replace('linux/', '')).join(' ')}, ${verify === 'off' ? 'not verified' : 'verified'}`;

export const moveText = ({ move: { subject } }: Rebased): string =>
  `rebase, ${subject.verify === 'off' ? 'not verified' : 'verified on all platforms'}`;
