import { expect, test } from 'vitest';
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
const wanted = (name: string, shard?: number): PlannedImage => ({
  name,
  reference: `ghcr.io/owner/${name}:1.0`,
  tags: ['1.0'],
  decision: shard === undefined ? 'keep' : 'build',
  reason: 'it does not exist yet',
  ...(shard === undefined ? {} : { shard }),
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
      images: [wanted('a', 1), wanted('b', 1), wanted('c', 2), wanted('d'), wanted('e')],
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
