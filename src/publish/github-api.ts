/** GitHub's REST API by Octokit, which is loaded only where it is asked. */
import { isTemporaryStatus, parseRetryAfter } from '../http.ts';
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
export function again(error: unknown, now: number): { readonly after?: number } | undefined {
  if (!isAnswer(error)) return undefined;
  const { status, response } = error;
  const { 'retry-after': wait, 'x-ratelimit-remaining': left } = response?.headers ?? {};
  const isLimit = status === 403 && (wait !== undefined || String(left) === '0');
  if (!isLimit && !isTemporaryStatus(status)) return undefined;
  const after = parseRetryAfter(wait === undefined ? null : String(wait), now);
  return after === undefined ? {} : { after };
}

export const wordsOf = ({ status, message }: AnswerError): string =>
  `answered ${status} (${message
    .replace(/ - https:\S+$/, '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 300)})`;
