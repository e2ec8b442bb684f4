/** Retries of HTTP requests. By hand: p-retry knows neither Retry-After nor the clock that tests pass. */
import type { Clock } from './ports.ts';

/** Limits of retries. Times are milliseconds. */
export interface Budget {
  readonly attempts: number;
  /** From the start of the first attempt to the start of the last. */
  readonly time: number;
  /** Upper bound of the first wait; it doubles with each attempt, up to `longest`. */
  readonly first: number;
  readonly longest: number;
}

export const usualBudget: Budget = { attempts: 6, time: 120_000, first: 500, longest: 20_000 };

export interface Tried {
  readonly attempts: number;
  readonly milliseconds: number;
}

export const isTemporaryStatus = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501 && status !== 505);

/** Milliseconds of a Retry-After header, which has seconds or a date (RFC 9110, section 10.2.3). */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** A random wait after a failed attempt, counted from 1: between 0 and the bound, so that many clients spread out. */
export const backoff = (attempt: number, budget: Budget, random: () => number = Math.random): number =>
  random() * Math.min(budget.longest, budget.first * 2 ** (attempt - 1));

export interface Retrying {
  readonly clock: Clock;
  readonly budget?: Budget;
  /** Undefined when a retry cannot help; `after` is the wait in milliseconds that the server asks for. */
  readonly again: (error: unknown) => { readonly after?: number } | undefined;
  readonly onWait?: (error: unknown, milliseconds: number) => void;
  readonly giveUp?: (error: unknown, tried: Tried) => unknown;
}

/** Runs `attempt`, with its number from 1, until it resolves, fails for good, or the budget is spent. */
export async function withRetries<T>(
  attempt: (number: number) => Promise<T>,
  { clock, budget = usualBudget, again, onWait, giveUp = (error) => error }: Retrying,
): Promise<T> {
  const start = clock.now();
  for (let number = 1; ; number += 1) {
    try {
      return await attempt(number);
    } catch (error) {
      const verdict = again(error);
      const milliseconds = clock.now() - start;
      const wait = Math.max(verdict?.after ?? 0, backoff(number, budget));
      if (verdict === undefined || number >= budget.attempts || milliseconds + wait > budget.time)
        throw giveUp(error, { attempts: number, milliseconds });
      onWait?.(error, wait);
      await clock.sleep(wait);
    }
  }
}
