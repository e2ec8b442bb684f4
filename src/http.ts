/** Trying again over HTTP: what is worth it, how long to wait, when to stop. */
import type { Clock } from './ports.ts';

/** How much trying again may cost. Times are milliseconds. */
export interface Budget {
  readonly attempts: number;
  /** From the first attempt's start; no wait begins that would end later. */
  readonly time: number;
  /** The first wait's upper bound; it doubles from one attempt to the next, up to `longest`. */
  readonly first: number;
  readonly longest: number;
}

export const usualBudget: Budget = { attempts: 6, time: 120_000, first: 500, longest: 20_000 };

/** What was spent when trying ended. */
export interface Tried {
  readonly attempts: number;
  readonly milliseconds: number;
}

/** Whether a status says that the same request may succeed later. */
export const isTemporaryStatus = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501 && status !== 505);

/** Milliseconds that a Retry-After header asks to wait: seconds or a date (RFC 9110, section 10.2.3). */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The wait after a failed attempt (1 is the first), drawn from all of 0 to the bound, so that many clients spread. */
export const backoff = (attempt: number, budget: Budget, random: () => number = Math.random): number =>
  random() * Math.min(budget.longest, budget.first * 2 ** (attempt - 1));

export interface Retrying {
  readonly clock: Clock;
  readonly budget?: Budget;
  /** Undefined when trying again is of no use; else `after`, milliseconds that the server asked to wait. */
  readonly again: (error: unknown) => { readonly after?: number } | undefined;
  /** Called before each wait. */
  readonly onWait?: (error: unknown, milliseconds: number) => void;
  /** Makes what is thrown at the end; the last error itself when not given. */
  readonly giveUp?: (error: unknown, tried: Tried) => unknown;
}

/** Runs `attempt` (numbered from 1) until it resolves, fails for good, or the budget is spent. */
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
