import { expect, test } from 'vitest';
import type { Difference } from '../../src/decide/compare.ts';
import type { Digest } from '../../src/names/reference.ts';
import { differenceRows } from '../../src/report/difference.ts';
import { summaryMarkdown } from '../../src/report/summary.ts';
import { reportText } from '../../src/report/terminal.ts';
import { published } from './sample.ts';

const digest = (letter: string): Digest => `sha256:${letter.repeat(64)}` as Digest;
const difference: Difference = {
  requirements: [
    { name: 'h11', from: '0.14.0', to: '0.16.0' },
    { name: 'click', to: '8.3.0' },
    { name: 'colorama', from: '0.4.6' },
  ],
  parts: ['dockerfile', 'command'],
  bases: [
    {
      reference: 'docker.io/library/python:3.13-slim',
      platforms: ['linux/amd64'],
      stayed: [],
      from: digest('a'),
      to: digest('b'),
    },
  ],
  sizes: [
    { platform: 'linux/amd64', before: 45_000_000, now: 46_500_000 },
    { platform: 'linux/arm64', before: 45_000_000, now: 45_000_000 },
    { platform: 'linux/arm/v7', now: 40_000_000 },
  ],
};

test('what would change is told in rows', () => {
  expect(differenceRows(difference)).toEqual([
    ['Recipe', 'the Dockerfile, the command'],
    ['Base', 'python:3.13-slim moved (aaaaaaaa → bbbbbbbb)'],
    ['Requirement', 'h11 0.14.0 → 0.16.0'],
    ['Requirement', 'click 8.3.0 is new'],
    ['Requirement', 'colorama 0.4.6 is gone'],
    ['Size, linux/amd64', '45 MB → 46.5 MB (+1.5 MB)'],
    ['Size, linux/arm/v7', '40 MB, new'],
  ]);
  expect(differenceRows({ requirements: [], parts: [], bases: [], sizes: [] })).toEqual([]);
});

test('a report shows them once there are any', () => {
  const [first] = published.destinations;
  const tried = { ...published, outcome: 'built', destinations: [{ ...first!, difference }] } as const;
  expect(summaryMarkdown(tried)).toContain(
    '| against what is published | change |\n| --- | --- |\n| Recipe | the Dockerfile, the command |\n',
  );
  expect(reportText(tried)).toContain(
    'Against what is published\n  Recipe              the Dockerfile, the command\n',
  );
  expect(reportText(published)).not.toContain('Against what is published');
});
