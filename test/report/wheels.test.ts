import { expect, test } from 'vitest';
import { type WheelRow, type WheelsReport, wheelsText } from '../../src/report/wheels.ts';

const row: WheelRow = {
  tag: 'wheels-gevent-0123456789abcdef',
  name: 'gevent',
  version: '26.9.0',
  filename: 'gevent-26.9.0-cp313-cp313-linux_armv7l.whl',
  size: 2_000_000,
  python: '3.13',
  platform: 'linux/arm/v7',
  libc: 'glibc',
  floor: '2.31',
  distribution: '',
  buildPackages: ['libev-dev'],
  buildBase: 'docker.io/library/python',
  way: 'cross',
  seconds: 93,
  compiled: '2026-11-20',
  used: '2026-11-27',
};
const problems = [{ station: 'registry', message: 'It failed.' }] as const;
const report = (more: Partial<WheelsReport>): WheelsReport => ({
  where: 'ghcr.io/example/app',
  wheels: [],
  problems: [],
  ...more,
});
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1)!;

test.each<readonly [string, Partial<WheelsReport>, string]>([
  ['nothing', {}, '0 kept wheels in ghcr.io/example/app, 0 B'],
  ['one', { wheels: [row] }, '1 kept wheel in ghcr.io/example/app, 2 MB'],
  [
    'some removed, some not',
    {
      wheels: [
        row,
        { ...row, unused: 'removed' },
        { ...row, unused: 'not removed' },
        { ...row, unused: 'removed' },
      ],
      problems,
    },
    '4 kept wheels in ghcr.io/example/app, 8 MB; 2 removed; 1 not removed',
  ],
  [
    'a folder that is not there yet',
    { where: '/cache/wheels', absent: true },
    'There is no folder /cache/wheels yet: nothing is kept.',
  ],
  ['nothing for problems', { problems }, ''],
  ['a store that is not there', { absent: true, problems }, ''],
])('%s', (_, more, expected) => {
  expect(lastLine(wheelsText(report(more)))).toBe(expected);
});

test('a row says what a wheel is, when it was used, what became of it, and what it needs', () => {
  const { floor: _, ...free } = row;
  const pure: WheelRow = { ...free, unused: 'removed', platform: 'any', libc: 'any', buildPackages: [] };
  const lines = wheelsText(report({ wheels: [row, pure] }))
    .split('\n')
    .slice(0, 3);
  expect(lines.map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['Wheel', 'Python', 'Platform', 'Size', 'Compiled', 'Used', 'Needs'],
    ['gevent 26.9.0', '3.13', 'linux/arm/v7', '2 MB', '2026-11-20 in 1 min 33 s', '2026-11-27', 'glibc ..'],
    ['gevent 26.9.0', '3.13', 'any', '2 MB', '2026-11-20 in 1 min 33 s', '2026-11-27, removed', 'nothing'],
  ]);
});
