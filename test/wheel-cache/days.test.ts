import { expect, test } from 'vitest';
import { daysSince } from '../../src/wheel-cache/days.ts';

test.each([
  ['2026-11-20', '2026-11-20T23:59:59Z', 0],
  ['2026-11-20', '2026-11-21T00:00:01Z', 1],
  ['2026-11-20', '2026-12-20T12:00:00Z', 30],
])('days from %s to %s', (day, now, days) => {
  expect(daysSince(day, Date.parse(now))).toBe(days);
});
