import { expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Platform } from '../../src/names/platform.ts';
import { mergedReport } from '../../src/report/merge.ts';
import type { PlannedImage } from '../../src/report/plan.ts';
import type { Report } from '../../src/report/report.ts';
import { published } from './sample.ts';

const image = (name: string, more: Partial<Report> = {}): Report => ({
  ...published,
  repository: `ghcr.io/owner/${name}`,
  tags: ['1.0'],
  ...more,
});
const wanted = (name: string, decision: PlannedImage['decision'] = 'build'): PlannedImage => ({
  name,
  subject: { kind: 'package', name, version: '1.0', python: '3.13' },
  reference: `ghcr.io/owner/${name}:1.0`,
  tags: ['1.0'],
  decision,
  reason: 'it does not exist yet',
});

const shown = (of: ReturnType<typeof mergedReport>) => ({
  images: of.images.map(({ repository, outcome, reason }) => [
    repository.slice(14),
    outcome,
    reason === 'no job reported it',
  ]),
  notes: of.notes,
  problems: of.problems.map(({ message }) => message),
});

test('reports of several jobs are one, in the order of the plan', () => {
  const problem = { station: 'machine', message: 'There is no engine.' } as const;
  const merged = mergedReport(
    [
      { images: [image('c'), image('b')], problems: [problem], notes: ['slow'], timeline: [] },
      image('other'),
      { images: [image('b', { outcome: 'failed' })], problems: [problem], notes: ['slow'], timeline: [] },
    ],
    {
      images: [wanted('a'), wanted('b'), wanted('c'), wanted('d', 'keep'), wanted('e', 'keep')],
      leftOut: [{ package: 'f', because: 'it requires another Python' }],
      notes: ['Python 3.9 has had no fixes since 2025-10-31'],
    },
  );
  expect(shown(merged)).toEqual({
    images: [
      ['a', 'failed', true],
      ['b', 'failed', false],
      ['c', 'published', false],
      ['other', 'published', false],
    ],
    notes: [
      '2 images stayed as they were',
      '1 image of the matrix was left out: the plan says why',
      'Python 3.9 has had no fixes since 2025-10-31',
      'slow',
    ],
    problems: ['There is no engine.'],
  });
});

test('images that stayed as they were are known of the plan, unless a job reported one', () => {
  const inTwo = { ...wanted('a', 'keep'), otherRepositories: ['docker.io/owner/a'] };
  const plan = { images: [inTwo, wanted('b', 'keep')], leftOut: [], notes: [] };
  expect(mergedReport([image('b')], plan).kept).toEqual([
    {
      subject: { kind: 'package', name: 'a', version: '1.0', python: '3.13' },
      repository: 'ghcr.io/owner/a',
      otherRepositories: ['docker.io/owner/a'],
      tags: ['1.0'],
    },
  ]);
  expect(mergedReport([image('a'), image('b')], plan)).not.toHaveProperty('kept');
});

test('of an image that no job reported, it is said what it is of', () => {
  const plan = { images: [wanted('a', 'build')], leftOut: [], notes: [] };
  expect(mergedReport([], plan).images.map(({ subject }) => subject)).toEqual([
    { kind: 'package', name: 'a', version: '1.0', python: '3.13' },
  ]);
});

test('an image that no job reported, or put together, has failed as a build does', () => {
  const plan = { images: [wanted('a'), wanted('b')], leftOut: [], notes: [] };
  const { images } = mergedReport([image('b', { outcome: 'pushed', part: ['linux/amd64'] })], plan);
  expect(images.map(({ problems }) => new Failure(problems).exitCode)).toEqual([5, 5]);
});

test('without a plan, they are in the order of the jobs', () => {
  const merged = mergedReport([image('b'), image('a')], undefined);
  expect(shown(merged)).toEqual({
    images: [
      ['b', 'published', false],
      ['a', 'published', false],
    ],
    notes: [],
    problems: [],
  });
});

const part = (platform: Platform, more: Partial<Report> = {}): Report =>
  image('a', {
    outcome: 'pushed',
    part: [platform],
    platforms: [{ platform, checks: [], emulated: false }],
    ...more,
  });
const failure = { station: 'build', message: 'It cannot be compiled.' } as const;

test.each<[string, readonly Report[], Report['outcome'], readonly string[], readonly string[]]>([
  [
    'nobody put them together',
    [part('linux/amd64'), part('linux/arm64')],
    'failed',
    ['linux/amd64', 'linux/arm64'],
    [
      'Its platforms were made, and no job put them together. Look at the log of the job of "merge"; the next plan has the image again.',
    ],
  ],
  [
    'one failed',
    [part('linux/amd64'), part('linux/arm64', { outcome: 'failed', problems: [failure] })],
    'failed',
    ['linux/amd64', 'linux/arm64'],
    ['It cannot be compiled.'],
  ],
  [
    'one failed and was made again',
    [
      part('linux/arm64', { outcome: 'failed', problems: [failure] }),
      part('linux/amd64', { outcome: 'built' }),
      part('linux/arm64', { outcome: 'built' }),
    ],
    'built',
    ['linux/arm64', 'linux/amd64'],
    [],
  ],
  [
    'nothing was pushed, and so nothing put together',
    [
      part('linux/amd64', { outcome: 'built' }),
      part('linux/arm64', { outcome: 'built' }),
      image('a', { outcome: 'skipped' }),
    ],
    'built',
    ['linux/amd64', 'linux/arm64'],
    [],
  ],
  [
    'they were put together',
    [image('a', { platforms: [] }), part('linux/amd64'), part('linux/arm64')],
    'published',
    [],
    [],
  ],
])('of an image in parts: %s', (_, reports, outcome, platforms, problems) => {
  const { images } = mergedReport(reports, { images: [wanted('a')], leftOut: [], notes: [] });
  expect(
    images.map((one) => [
      one.outcome,
      one.platforms.map(({ platform }) => platform),
      one.problems.map(({ message }) => message),
    ]),
  ).toEqual([[outcome, platforms, problems]]);
});
