import { expect, test } from 'vitest';
import {
  cells,
  compilings,
  forks,
  moves,
  names as everything,
  type PlanSize,
  planSizes,
  wanted,
} from '../../bench/cells.ts';
import { bytesText, median, middle, secondsText } from '../../bench/figures.ts';
import { knownPackages, nameOf } from '../../bench/packages.ts';
import { readOptions } from '../../bench/options.ts';
import type { PlanFigures, PlanMeasured } from '../../bench/plan.ts';
import { isWhole, parts, type Results, ratiosText, resultsText } from '../../bench/results.ts';
import type { Asked } from '../../bench/unchanged.ts';

const nothing: Results = {
  cells: [],
  compiled: [],
  forks: [],
  rebased: [],
  startups: [],
  uv: undefined,
  about: {},
};
const run = (seconds: number) => ({
  seconds,
  started: 1000,
  repository: 'ours',
  tag: 'py3.13-slim-0.54.0',
  timeline: [{ section: 'verify' as const, name: 'run', start: 1250, seconds: seconds / 2 }],
  compiled: [],
});
const runs = (...seconds: number[]) => seconds.map(run);

test('compares medians, and says by how much a target is missed and what took longest', () => {
  const [cell] = cells;
  if (cell === undefined) throw new Error('there is no cell');
  const side = (seconds: number[], pulled: number, added: number) =>
    runs(...seconds).map((one) => ({ ...one, pulled, added }));
  expect(
    ratiosText({
      ...nothing,
      cells: [{ cell, ours: side([6, 9, 6], 25e6, 1e6), baseline: side([10, 10, 12], 100e6, 4e6) }],
      startups: [{ name: 'action', ours: 0.05, bare: 0.025 }],
    }),
  )
    .toBe(`  0.60  uvicorn 0.54.0, Python 3.13 slim, amd64 arm64 arm/v7, verified, wall time: missed by 0.10, 1.0 s too much; longest: verify run 3.0 s
  0.25  uvicorn 0.54.0, Python 3.13 slim, amd64 arm64 arm/v7, verified, pulled: met
  0.25  uvicorn 0.54.0, Python 3.13 slim, amd64 arm64 arm/v7, verified, added to the base: no target
  2.00  start-up: action, wall time: met
`);
});

test('counts the most requests of unchanged runs, and allows none for a blob', () => {
  const asked = (seconds: number, ...requests: string[]): Asked => ({ ...run(seconds), requests });
  const [manifest, blob] = ['GET /v2/a/manifests/b 200', 'HEAD /v2/a/blobs/c 200'];
  const way = { name: 'lock resolved again', rebuild: 'stale', index: 'local', cache: 'kept' } as const;
  expect(
    ratiosText({
      ...nothing,
      unchanged: {
        baseline: [asked(2, manifest, manifest, blob, blob)],
        ways: [
          { way: { ...way, target: 0.5 }, runs: [asked(1, manifest), asked(1, manifest, manifest)] },
          { way: { ...way, name: 'other' }, runs: [asked(3, manifest, blob)] },
        ],
      },
    }),
  ).toBe(`  0.50  unchanged, lock resolved again, wall time: met
  0.50  unchanged, lock resolved again, registry requests: met
  1.50  unchanged, other, wall time: no target
  0.50  unchanged, other, registry requests: met
  0.50  unchanged, in any of these ways, registry requests for blobs: missed, 1 too much
`);
});

test('compares a compiled requirement by its own seconds and by those of the whole run', () => {
  const compiling = compilings.find(({ name }) => name === 'compiled-greenlet');
  if (compiling === undefined) throw new Error('there is no such requirement');
  const times = (itself: number, seconds: number) => [{ ...run(seconds), itself }];
  const measured = { emulated: times(100, 120), cross: times(20, 40), kept: times(0.5, 12) };
  const what = 'greenlet 3.5.6, Python 3.13 slim, arm/v7';
  expect(ratiosText({ ...nothing, compiled: [{ compiling, runs: measured }] }))
    .toBe(`  0.20  ${what}: cross-compiled, the requirement: missed by 0.05, 5.0 s too much
  0.01  ${what}: kept, the requirement: met
  0.33  ${what}: cross-compiled, wall time: no target
  0.10  ${what}: kept, wall time: no target
`);
});

test('compares a Dockerfile that runs pip with a plain build of it', () => {
  const fork = forks.find(({ name }) => name === 'forks-pure');
  if (fork === undefined) throw new Error('there is no such fork');
  const measured = { first: runs(30, 20, 25), kept: runs(60), plain: runs(50) };
  expect(ratiosText({ ...nothing, forks: [{ fork, runs: measured }] })).toBe(
    `  0.50  flask 3.1.2, Python 3.13 slim, amd64 arm64 arm/v7, verified: the first time, wall time: met
  1.20  flask 3.1.2, Python 3.13 slim, amd64 arm64 arm/v7, verified: with kept wheels, wall time: missed by 0.20, 10.0 s too much; longest: verify run 30.0 s
`,
  );
});

test('compares packages that are prepared with the package manager under emulation', () => {
  expect(ratiosText({ ...nothing, runtime: { ours: [9, 20, 10], baseline: [30, 25, 20] } })).toBe(
    '  0.40  libyaml-0-2, arm64 arm/v7, wall time: missed by 0.10, 2.5 s too much\n',
  );
});

test('compares an image in several layers with one', () => {
  const side = (stacked: number, byDigest: number, added: number, seconds: number) => ({
    stacked,
    byDigest,
    added,
    first: run(seconds),
    moved: run(seconds / 2),
    rebased: run(1),
  });
  const layers = { auto: [side(13e6, 6e6, 121e6, 60)], one: [side(120e6, 120e6, 120e6, 50)] };
  const what = 'uvicorn with numpy, scipy, pandas, pyarrow, requests, jinja2';
  const moved = 'certifi==2026.6.17 moved to 2026.7.22, pulled';
  expect(ratiosText({ ...nothing, layers }))
    .toBe(`  0.11  ${what}, ${moved} by Docker's own store: missed by 0.01, 1.0 MB too much
  0.05  ${what}, ${moved} by containerd's: met
  1.01  ${what}, added to the base: met
  1.20  ${what}, wall time of the first build: missed by 0.10, 5.0 s too much; longest: verify run 30.0 s
  1.20  ${what}, wall time of the build with one moved: missed by 0.10, 2.5 s too much
  1.00  ${what}, wall time of a rebase: met
`);
});

test('compares several images at once: what changed with all of them, a project with a build a script', () => {
  expect(
    ratiosText({
      ...nothing,
      tree: { all: runs(60, 40, 50), changed: runs(9, 11, 10) },
      project: { together: runs(40), apart: [100], inTurn: [80] },
    }),
  ).toBe(`  0.20  tree, one leaf of 12 images changed, wall time: met
  0.40  project, 8 scripts, each built apart, wall time: missed by 0.05, 5.0 s too much; longest: verify run 20.0 s
  0.50  project, 8 scripts, built in turn on one builder, wall time: no target
`);
});

test('compares a plan with as many of one image, and counts what it asks against one an image, a base and a package', () => {
  const [one] = planSizes;
  if (one === undefined) throw new Error('there is no size');
  const size = { ...one, cells: 10, pythons: ['3.13', '3.14'], bases: ['slim'] };
  const planned = (seconds: number, more: Partial<PlanMeasured> = {}): PlanMeasured => ({
    seconds,
    memory: 150_000_000,
    resolvers: 0,
    images: 10,
    tags: 4,
    bases: 2,
    others: 1,
    pages: 5,
    metadata: 0,
    ...more,
  });
  const of = (cells: number, targets: PlanSize['targets'], ...seconds: number[]): PlanFigures => {
    const [cold, warm, coldLate, warmLate] = seconds.map((each) => [planned(each)]);
    return {
      size: { ...size, cells, targets },
      packages: 5,
      cold: cold!,
      warm: warm!,
      coldLate: coldLate!,
      warmLate: warmLate!,
    };
  };
  const ten = of(10, { cold: 3, warm: 1 }, 4, 1, 6, 3);
  const many = { ...ten, warm: [planned(1), planned(1, { pages: 7, memory: 330_000_000 })] };
  const lines = ratiosText({ ...nothing, plan: [of(1, {}, 0.5, 0.5, 0.5, 0.5), many] }).split('\n');
  expect(lines.filter((line) => line.includes(' 10 images'))).toEqual([
    '  0.80  10 images, empty cache, wall time: missed, 1.0 s too much',
    '  0.20  10 images, kept cache, wall time: met',
    '  1.50  10 images, empty cache, registry 50 ms later, wall time: met',
    '  3.00  10 images, kept cache, registry 50 ms later, wall time: missed by 1.00, 1.0 s too much',
    '  1.11  10 images, requests, without those for tags that move: missed by 0.11, 2 too much',
    '  1.33  10 images, requests with those for tags that move: missed by 0.33, 6 too much',
    '  1.10  10 images, memory at most: missed by 0.10, 30.0 MB too much',
  ]);
});

test('adds up the jobs of one image each, and the weeks of a year', () => {
  const job = (seconds: number, requests: number) => ({ ...run(seconds), requests });
  const week = {
    seconds: 3,
    memory: 0,
    resolvers: 0,
    built: 10,
    rebased: 40,
    retagged: 0,
    kept: 950,
    registry: 1500,
    index: 50,
    indexBytes: 1000,
  };
  expect(
    ratiosText({
      ...nothing,
      shard: { together: [job(30, 200)], apart: [[job(60, 150), job(60, 150)]] },
      year: { cells: 1000, first: { ...week, built: 1000 }, weeks: [week, week] },
    }),
  ).toBe(`  0.25  a job of 10 images, two platforms, wall time: met
  0.67  a job of 10 images, two platforms, requests to the registry: no target
  0.01  1000 images, 2 weeks, images built: no target
  0.05  1000 images, 2 weeks, images built or put onto another base: no target
  0.01  1000 images, 2 weeks, bytes pushed: no target
  0.08  1000 images, 2 weeks, requests: no target
`);
});

test.each([
  [
    'all of them',
    [],
    [
      'images',
      'compiled-images',
      'compiled',
      'forks',
      'runtime',
      'unchanged',
      'rebase',
      'tree',
      'project',
      'layers',
      'observe',
      'attest',
      'trust',
      'advisories',
      'plan',
      'shard',
      'year',
      'startup',
      'catalogue',
    ],
  ],
  ['a group', ['compiled', 'rebase-unverified'], ['compiled-images', 'compiled']],
  ['members by name', ['rebase', 'rebase-unverified', 'uvicorn'], ['rebase']],
  ['one requirement alone', ['compiled-cffi'], []],
])('knows which parts are measured whole: %s', (_, only, names) => {
  const measured = new Set(everything.filter((name) => wanted(name, only)));
  expect(parts.filter((part) => isWhole(part, measured)).map(({ name }) => name)).toEqual(names);
});

test('each name for --only belongs to one part, or is a package of the table in docs/compiling.md', () => {
  const all = [...parts.flatMap(({ members }) => members), ...knownPackages.map(nameOf)];
  expect(all.toSorted()).toEqual(everything.toSorted());
});

test.each([
  ['met', [2, 3, 4], [9], 'met'],
  ['missed', [4], [9], 'missed, 1.0 s too much; longest: verify run 2.0 s'],
  ['no target for a machine that rebuilds fast', [4], [5], 'the baseline is no more than 6.0 s'],
])('rates the seconds of a rebase: %s', (_, rebase, rebuild, verdict) => {
  const [move] = moves;
  if (move === undefined) throw new Error('there is no move');
  const rebased = [{ move, rebase: runs(...rebase), rebuild: runs(...rebuild) }];
  expect(ratiosText({ ...nothing, rebased }).replace(/^.*wall time: /, '')).toBe(`${verdict}\n`);
});

test('writes a line for each figure, and counts the beginning of steps from the start of the process', () => {
  const [, move] = moves;
  if (move === undefined) throw new Error('there is no move without verifying');
  const part = parts.find(({ name }) => name === 'rebase');
  if (part === undefined) throw new Error('there is no such part');
  const text = resultsText(part, {
    ...nothing,
    rebased: [{ move, rebase: runs(4, 2, 3), rebuild: runs(9) }],
    observing: { manifests: 200, atOnce: [0.25], inTurn: [1] },
  });
  expect(text.split('\n').filter((line) => line.startsWith('|') || line.startsWith('#'))).toEqual([
    '# The base moved',
    '| what | figure | ours | baseline | ratio | target | |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    '| rebase, not verified | wall time | 3.0 s | 9.0 s | 0.33 | ≤ 3.0 s where the baseline is over 6.0 s | met |',
    '## Where our time went: rebase, not verified',
    '| begins | takes | station | step |',
    '| ---: | ---: | --- | --- |',
    '| 0.25 s | 1.5 s | verify | run |',
    '## Where our time went: rebase, not verified: its baseline',
    '| begins | takes | station | step |',
    '| ---: | ---: | --- | --- |',
    '| 0.25 s | 4.5 s | verify | run |',
  ]);
});

test.each([
  ['everything', [], everything],
  ['one', ['compiled-image-gunicorn'], ['compiled-image-gunicorn']],
  ['a group', ['cryptography'], ['cryptography-64-bit', 'cryptography-all']],
  ['one of a group', ['uvicorn-unverified', 'startup'], ['uvicorn-unverified', 'startup']],
  ['what moved', ['rebase', 'unchanged'], ['unchanged', 'rebase', 'rebase-unverified']],
  ['what is observed', ['observe'], ['observe']],
])('--only: %s', (_, only, names) => {
  expect(everything.filter((name) => wanted(name, only))).toEqual(names);
});

test.each([
  ['nothing', [], { only: [], repeat: 1, minutes: 0 }],
  [
    'all',
    ['--only', 'rebase,startup', '--repeat', '3', '--rounds=2', '--minutes=90'],
    { only: ['rebase', 'startup'], repeat: 3, minutes: 90, rounds: 2 },
  ],
])('options: %s', (_, args, options) => {
  expect(readOptions(args)).toEqual(options);
});

test.each([
  ['a part that there is not', ['--only=rebased']],
  ['no repetition', ['--repeat=0']],
  ['half a round', ['--rounds=1.5']],
  ['a minute less than none', ['--minutes=-1']],
])('refuses options: %s', (_, args) => {
  expect(() => readOptions(args)).toThrow(
    `--only takes some of ${everything.join(', ')}; --repeat and --rounds take a whole number of 1 or more, --minutes one of 0 or more.`,
  );
});

test('finds medians, and shows figures with units', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  expect([middle(runs(3, 1, 2))?.seconds, middle(runs(4, 1, 2, 3))?.seconds, middle([])]).toEqual([
    2,
    3,
    undefined,
  ]);
  expect([secondsText(0.0634), secondsText(12.34)]).toEqual(['63 ms', '12.3 s']);
  expect([bytesText(4600), bytesText(123_456_789)]).toEqual(['5 kB', '123.5 MB']);
});
