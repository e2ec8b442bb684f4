import { type Budget, type Tried, withRetries } from '../http.ts';
import type { Clock } from '../ports.ts';
import { RegistryProblem } from './errors.ts';

export function retryTemporary(error: unknown): { readonly after?: number } | undefined {
  if (!(error instanceof RegistryProblem) || !error.temporary) return undefined;
  const { retryAfter } = error.request;
  return retryAfter === undefined ? {} : { after: retryAfter };
}

export const withTried = (error: unknown, tried: Tried): unknown =>
  error instanceof RegistryProblem ? new RegistryProblem({ ...error.request, tried }) : error;

/**
 * Repeats `attempt` while its PUT fails for a temporary reason. `attempt` looks first whether the PUT before it has
 * arrived. Its other requests are not repeated here: each has spent a budget of its own.
 */
export function withPutRetries<T>(
  clock: Clock,
  budget: Budget | undefined,
  attempt: (number: number) => Promise<T>,
): Promise<T> {
  const isPut = (error: unknown): boolean =>
    error instanceof RegistryProblem && (error.request.during ?? error.method) === 'PUT';
  return withRetries(attempt, {
    clock,
    ...(budget && { budget }),
    again: (error) => (isPut(error) ? retryTemporary(error) : undefined),
    giveUp: (error, tried) => (isPut(error) ? withTried(error, tried) : error),
  });
}
