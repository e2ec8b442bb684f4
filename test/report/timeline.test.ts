import { expect, test } from 'vitest';
import { ganttText } from '../../src/report/gantt.ts';
import type { Span } from '../../src/report/report.ts';
import { busySeconds, timelineRows } from '../../src/report/timeline.ts';

const span = (name: string, start: number, seconds: number, more: Partial<Span> = {}): Span => ({
  section: 'build',
  name,
  start: 1_700_000_000_000 + start,
  seconds,
  ...more,
});

test('rows are sorted by section and start, and count from the first span', () => {
  const rows = timelineRows([
    span('verify linux/arm/v7', 9000, 2, { section: 'verify', platform: 'linux/arm/v7' }),
    span('second', 3000, 4),
    span('first', 1000, 2),
    span('resolve', 0, 1, { section: 'lock' }),
  ]);
  expect(rows).toEqual([
    { section: 'lock', label: 'resolve', start: 0, length: 1000, cached: false },
    { section: 'build', label: 'first', start: 1000, length: 2000, cached: false },
    { section: 'build', label: 'second', start: 3000, length: 4000, cached: false },
    { section: 'verify', label: 'verify linux/arm/v7', start: 9000, length: 2000, cached: false },
  ]);
});

test('cached and short spans become one row each', () => {
  const rows = timelineRows([
    span('long', 0, 100),
    span('short', 100, 0.2),
    span('shorter', 200, 0.1),
    span('from', 300, 0, { cached: true }),
    span('copy', 400, 0, { cached: true }),
  ]);
  expect(rows).toEqual([
    { section: 'build', label: 'long', start: 0, length: 100_000, cached: false },
    { section: 'build', label: '2 short steps, 0.3 s in all', start: 100, length: 300, cached: false },
    { section: 'build', label: '2 cached steps', start: 300, length: 1, cached: true },
  ]);
});

test('a single short or cached span keeps its name', () => {
  expect(
    timelineRows([span('long', 0, 100), span('short', 0, 0.1), span('copy', 5, 0, { cached: true })]),
  ).toEqual([
    { section: 'build', label: 'long', start: 0, length: 100_000, cached: false },
    { section: 'build', label: 'short', start: 0, length: 100, cached: false },
    { section: 'build', label: 'copy', start: 5, length: 1, cached: true },
  ]);
});

test('what stands alone is shown however short it is', () => {
  const rows = timelineRows([
    span('long', 0, 100),
    span('short', 100, 0.1),
    span('shorter', 200, 0.1),
    span('kept gevent', 300, 0.1, { alone: true }),
  ]);
  expect(rows.map(({ label }) => label)).toEqual(['long', '2 short steps, 0.2 s in all', 'kept gevent']);
});

test('of too many spans the longest are shown', () => {
  const many = Array.from({ length: 60 }, (_, index) => span(`step ${index}`, index * 1000, 1 + index / 100));
  const rows = timelineRows(many, 40);
  expect(rows.length).toBe(41);
  expect(rows[0]).toEqual({
    section: 'build',
    label: '20 short steps, 22 s in all',
    start: 0,
    length: 21_900,
    cached: false,
  });
});

test.each([
  ['none', [], undefined],
  ['two that overlap', [span('a', 0, 2), span('b', 1000, 2)], 3],
  ['one inside the other', [span('a', 0, 5), span('b', 1000, 1)], 5],
  ['apart', [span('b', 9000, 1), span('a', 0, 2)], 3],
])('busy seconds: %s', (_, spans, seconds) => {
  expect(
    busySeconds(
      spans.map((one) => ({ ...one, platform: 'linux/amd64' as const })),
      'linux/amd64',
    ),
  ).toBe(seconds);
});

test('the chart', () => {
  const chart = ganttText([
    span('resolve', 0, 1.5, { section: 'lock' }),
    span('arm/v7 RUN a: b; c # d', 1500, 20, { platform: 'linux/arm/v7' }),
    span('copy', 1500, 3, { cached: true }),
  ]);
  expect(chart).toBe(
    [
      'gantt',
      '  dateFormat x',
      '  axisFormat %M:%S',
      '  section lock',
      '  resolve :0, 1500ms',
      '  section build',
      '  arm/v7 RUN a#58; b#59; c #35; d :1500, 20000ms',
      '  copy :done, 1500, 3000ms',
    ].join('\n'),
  );
});

test.each([
  ['a statement', 'section x', '#115;ection x'],
  ['a title', 'Title', '#84;itle'],
  ['a date', '2026-01-01', '#50;026-01-01'],
  ['a directive', '%%{init}%%', '#37;#37;#123;init#125;#37;#37;'],
  ['tags', '<b>&"', '#60;b#62;#38;#34;'],
  ['a new line', 'a\nsection b', 'a section b'],
  ['nothing', ' ', 'step'],
  ['a long one', 'x'.repeat(70), `${'x'.repeat(59)}…`],
])('a name in the chart: %s', (_, name, text) => {
  expect(
    ganttText([span(name, 0, 1)])
      ?.split('\n')
      .at(-1),
  ).toBe(`  ${text} :0, 1000ms`);
});

test('no chart without spans', () => {
  expect(ganttText([])).toBe(undefined);
});
