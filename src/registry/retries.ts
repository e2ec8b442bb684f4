/** What of a registry's problems is worth asking again, and what is said when it was of no use. */
import { type Budget, type Tried, withRetries } from '../http.ts';
import type { Clock } from '../ports.ts';
import { RegistryProblem } from './errors.ts';

/** The verdict of {@link withRetries} for problems of a registry. */
export function temporary(error: unknown): { readonly after?: number } | undefined {
  if (!(error instanceof RegistryProblem) || !error.temporary) return undefined;
  const { retryAfter } = error.trouble;
  return retryAfter === undefined ? {} : { after: retryAfter };
}

/** The problem with what was tried. */
export const sayTried = (error: unknown, tried: Tried): unknown =>
  error instanceof RegistryProblem ? new RegistryProblem({ ...error.trouble, tried }) : error;

/**
 * Repeats a PUT that failed for a reason that may pass; every attempt settles first what the one before it left behind.
 * What else fails on the way has spent a budget of its own.
 */
export function withPutRetries<T>(
  clock: Clock,
  budget: Budget | undefined,
  attempt: (number: number) => Promise<T>,
): Promise<T> {
  const isPut = (error: unknown): boolean =>
    error instanceof RegistryProblem && (error.trouble.during ?? error.method) === 'PUT';
  return withRetries(attempt, {
    clock,
    ...(budget && { budget }),
    again: (error) => (isPut(error) ? temporary(error) : undefined),
    giveUp: (error, tried) => (isPut(error) ? sayTried(error, tried) : error),
  });
}
