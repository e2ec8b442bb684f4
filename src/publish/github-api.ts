/** GitHub's REST API by Octokit, which is loaded only where it is asked. */
import type { Failure } from '../errors.ts';
import { isTemporaryStatus, parseRetryAfter, withRetries } from '../http.ts';
import type { World } from '../ports.ts';

/** The fields of Octokit's errors that are read here. */
export interface AnswerError extends Error {
  readonly status: number;
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> };
}

export async function openOctokit(world: Pick<World, 'fetch' | 'env'>, token: string) {
  const { getOctokit } = await import('@actions/github');
  return getOctokit(token, {
    baseUrl: world.env['GITHUB_API_URL'] || 'https://api.github.com',
    request: { fetch: world.fetch },
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
}

const ignore = (): void => {};

export const isAnswer = (error: unknown): error is AnswerError =>
  error instanceof Error && 'status' in error && typeof error.status === 'number';

/** GitHub limits how often it may be asked with 429, and with 403 and a header. */
function again(error: unknown, now: number): { readonly after?: number } | undefined {
  if (!isAnswer(error)) return undefined;
  const { status, response } = error;
  const { 'retry-after': wait, 'x-ratelimit-remaining': left } = response?.headers ?? {};
  const isLimit = status === 403 && (wait !== undefined || String(left) === '0');
  if (!isLimit && !isTemporaryStatus(status)) return undefined;
  const after = parseRetryAfter(wait === undefined ? null : String(wait), now);
  return after === undefined ? {} : { after };
}

/** @param refusal gives what is thrown for an answer that is final. */
export type GitHubRetrier<T> = <R>(
  work: (opened: T) => Promise<R>,
  refusal: (error: AnswerError) => Failure,
) => Promise<R>;

/**
 * Tries work again after a temporary answer. What it works with is opened once, and anew before work is tried again: the
 * opening may be what failed, and a list in it may no longer be true.
 */
export function githubRetrier<T>({ clock }: Pick<World, 'clock'>, open: () => Promise<T>): GitHubRetrier<T> {
  let opened: Promise<T> | undefined;
  return (work, refusal) =>
    withRetries(async () => work(await (opened ??= open())), {
      clock,
      again: (error) => {
        const temporary = again(error, clock.now());
        if (temporary !== undefined) opened = undefined;
        return temporary;
      },
      giveUp: (error) => (isAnswer(error) ? refusal(error) : error),
    });
}

export const wordsOf = ({ status, message }: AnswerError): string =>
  `answered ${status} (${message
    .replace(/ - https:\S+$/, '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 300)})`;
