import { expect, test } from 'vitest';
import { backoff, isTemporaryStatus, parseRetryAfter, usualBudget, withRetries } from '../../src/http.ts';
import { testWorld } from '../support/world.ts';

const now = Date.parse('2026-11-02T10:00:00Z');
test.each([
  ['nothing', null, undefined],
  ['seconds', '120', 120_000],
  ['no time', '0', 0],
  ['a date', 'Mon, 02 Nov 2026 10:00:30 GMT', 30_000],
  ['a date that is over', 'Mon, 02 Nov 2026 09:00:00 GMT', 0],
  ['nonsense', 'soon', undefined],
])('Retry-After: %s', (_name, value, milliseconds) => expect(parseRetryAfter(value, now)).toBe(milliseconds));

test('knows the statuses after which a retry may succeed', () => {
  const all = [200, 301, 400, 401, 403, 404, 408, 409, 425, 429, 500, 501, 502, 503, 504, 505, 507];
  expect(all.filter(isTemporaryStatus)).toEqual([408, 425, 429, 500, 502, 503, 504, 507]);
});

test('draws waits between zero and a bound that doubles', () => {
  const bounds = [1, 2, 3, 6, 7, 20].map((attempt) => backoff(attempt, usualBudget, () => 1));
  expect(bounds).toEqual([500, 1000, 2000, 16_000, 20_000, 20_000]);
  expect(backoff(5, usualBudget, () => 0)).toBe(0);
});

test.each<
  [
    string,
    { fails: number; budget?: Partial<typeof usualBudget>; lasting?: boolean; after?: number },
    unknown,
  ]
>([
  ['at once', { fails: 0 }, { attempts: 1 }],
  ['after two failures', { fails: 2 }, { attempts: 3 }],
  ['never, by count', { fails: 99, budget: { attempts: 4 } }, { gaveUp: 4 }],
  ['never, by time', { fails: 99, budget: { attempts: 99, time: 10_000 }, after: 4000 }, { gaveUp: 3 }],
  ['never, for good', { fails: 99, lasting: true }, { gaveUp: 1 }],
])('tries: %s', async (_name, { fails, budget, lasting = false, after }, outcome) => {
  const result = await withRetries(
    (attempt) =>
      attempt <= fails ? Promise.reject(new Error('no')) : Promise.resolve({ attempts: attempt }),
    {
      clock: testWorld().clock,
      budget: { ...usualBudget, first: 0, ...budget },
      again: () => (lasting ? undefined : after === undefined ? {} : { after }),
      giveUp: (_error, tried) => ({ gaveUp: tried.attempts }),
    },
  ).catch((thrown: unknown) => thrown);
  expect(result).toEqual(outcome);
});
