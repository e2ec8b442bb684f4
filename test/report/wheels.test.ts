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
  kind: 'repository',
  where: 'ghcr.io/example/app',
  wheels: [],
  others: [],
  problems: [],
  ...more,
});
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1)!;

test.each<readonly [string, Partial<WheelsReport>, string]>([
  ['nothing', {}, '0 saved wheels in ghcr.io/example/app: nothing there is one'],
  ['one', { wheels: [row] }, '1 saved wheel in ghcr.io/example/app, 2 MB'],
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
    '4 saved wheels in ghcr.io/example/app, 8 MB; 2 removed; 1 not removed',
  ],
  [
    'a folder that is not there yet',
    { where: '/cache/wheels', absent: true },
    'There is no folder /cache/wheels yet: nothing is saved.',
  ],
  [
    'nothing that is old enough',
    { wheels: [row], unusedFor: { days: 90, counted: 97 } },
    'Nothing was unused for 90 days: a use is written down once a week, so the last one must be 97 days ago.',
  ],
  [
    'something that is',
    { wheels: [row, { ...row, unused: 'would be removed' }], unusedFor: { days: 90, counted: 97 } },
    '2 saved wheels in ghcr.io/example/app, 4 MB; 1 would be removed',
  ],
  [
    'nothing that is known to be old enough',
    { wheels: [row], unusedFor: { days: 90, counted: 97 }, problems },
    '1 saved wheel in ghcr.io/example/app, 2 MB',
  ],
  [
    'a tag of something else',
    { wheels: [row], others: ['wheels-index'] },
    '1 tag here is no saved wheel of this version; it is neither listed nor removed.',
  ],
  [
    'tags of something else',
    { others: ['wheels-a', 'wheels-b', 'wheels-c'], problems },
    '3 tags here are no saved wheels of this version; they are neither listed nor removed.',
  ],
  [
    'files of something else',
    { kind: 'folder', others: ['wheels-a', 'wheels-b'] },
    '2 files here are no saved wheels of this version; they are neither listed nor removed.',
  ],
  ['nothing for problems', { problems }, ''],
  ['a store that is not there', { absent: true, problems }, ''],
])('%s', (_, more, expected) => {
  expect(lastLine(wheelsText(report(more)))).toBe(expected);
});

test('nothing but something else is not called nothing', () => {
  expect(wheelsText(report({ others: ['wheels-a'] })).split('\n')[0]).toBe(
    '0 saved wheels in ghcr.io/example/app',
  );
});

test('a row says what a wheel is, how it was compiled, when it was used, what became of it, and what it needs', () => {
  const { floor: _, ...free } = row;
  const pure: WheelRow = {
    ...free,
    way: 'emulated',
    unused: 'would be removed',
    platform: 'any',
    libc: 'any',
    buildPackages: [],
  };
  const lines = wheelsText(report({ wheels: [row, pure] }))
    .split('\n')
    .slice(0, 3);
  expect(lines).toEqual([
    '  Wheel          Python  Platform      Size  Way       Used                          Needs',
    '  gevent 26.9.0  3.13    linux/arm/v7  2 MB  cross     2026-11-27                    glibc 2.31, libev-dev',
    '  gevent 26.9.0  3.13    any           2 MB  emulated  2026-11-27, would be removed  nothing',
  ]);
});
