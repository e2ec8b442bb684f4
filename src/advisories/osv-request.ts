/** Requests to a service with OSV's API: tried again while that may help. */
import { defined } from '../defined.ts';
import { type Budget, isTemporaryStatus, parseRetryAfter, withRetries } from '../http.ts';
import type { World } from '../ports.ts';

/** Why the service did not answer; a message without its full stop. */
export class OsvError extends Error {
  readonly temporary: boolean;
  readonly after: number | undefined;
  constructor(message: string, temporary: boolean, after?: number) {
    super(message);
    this.temporary = temporary;
    this.after = after;
  }
}

/** Posts a body, or gets without one, and gives the JSON of the answer. @throws OsvError */
export type OsvRequest = (path: string, body?: unknown) => Promise<unknown>;

export const requester =
  (
    world: Pick<World, 'fetch' | 'clock' | 'log'>,
    { url, timeout, budget }: { readonly url: string; readonly timeout: number; readonly budget: Budget },
  ): OsvRequest =>
  (path, body) =>
    withRetries(
      async () => {
        const init: RequestInit =
          body === undefined
            ? {}
            : {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify(body),
              };
        const response = await world
          .fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(timeout) })
          .catch((error: unknown) => {
            throw new OsvError(reason(error), true);
          });
        if (!response.ok) {
          await response.body?.cancel();
          const after = parseRetryAfter(response.headers.get('retry-after'), world.clock.now());
          throw new OsvError(`it answered ${response.status}`, isTemporaryStatus(response.status), after);
        }
        const text = await response.text().catch((error: unknown) => {
          throw new OsvError(`its answer broke off: ${reason(error)}`, true);
        });
        try {
          return JSON.parse(text) as unknown;
        } catch {
          throw new OsvError('its answer is no JSON, or was cut', true);
        }
      },
      {
        clock: world.clock,
        budget,
        again: (error) =>
          error instanceof OsvError && error.temporary ? defined({ after: error.after }) : undefined,
        onWait: (error, milliseconds) =>
          world.log.info(
            `advisories: ${url}: ${reason(error)}; again in ${Math.ceil(milliseconds / 1000)} s`,
          ),
      },
    );

/** The message of the innermost cause: `fetch` itself says only "fetch failed". */
export function reason(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause;
  return innermost instanceof Error ? innermost.message || innermost.name : String(innermost);
}
