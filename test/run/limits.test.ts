import { expect, test } from 'vitest';
import { limitedRun, type Limits } from '../../src/run/limits.ts';

const failed = 'another image failed, and fail_fast is "true"';
const late = 'it would not have been done within time_budget: the next run makes it';

test.each<
  [
    string,
    Limits,
    readonly (readonly [begun: number, now: number, failed: boolean])[],
    number,
    string | undefined,
  ]
>([
  ['nothing has ended yet', { failFast: true, until: 100 }, [], 50, undefined],
  ['one failed', { failFast: true }, [[0, 10, true]], 10, failed],
  [
    'one failed before another was published',
    { failFast: true },
    [
      [0, 10, true],
      [0, 20, false],
    ],
    20,
    failed,
  ],
  ['one failed, which is no matter', { failFast: false }, [[0, 10, true]], 10, undefined],
  [
    'the longest so far would just end in time',
    { failFast: false, until: 100 },
    [
      [0, 40, false],
      [40, 50, false],
    ],
    60,
    undefined,
  ],
  [
    'the longest so far would not',
    { failFast: false, until: 100 },
    [
      [0, 40, false],
      [40, 50, false],
    ],
    61,
    late,
  ],
  ['time is over before anything has ended', { failFast: false, until: 100 }, [], 101, late],
])('%s', (_, limits, groups, now, why) => {
  const run = limitedRun(limits);
  for (const [begun, ended, hasFailed] of groups) run.ended({ failed: hasFailed, begun, now: ended });
  expect(run.whyNot(now)).toBe(why);
});
