/**
 * The OIDC token by which a job proves who it is. By hand: the library reads the variables of the process, and prints a token
 * that it cannot read.
 */
import { Failure } from '../errors.ts';
import { type Budget, isTemporaryStatus, parseRetryAfter, withRetries } from '../http.ts';
import type { Clock, Fetch } from '../ports.ts';

/** Where a token comes from. */
export type TokenSource =
  /** GitHub's service for the job (permission `id-token: write`). */
  | { readonly kind: 'github'; readonly url: string; readonly bearer: string }
  | { readonly kind: 'given'; readonly token: string };

type Env = Readonly<Record<string, string | undefined>>;

/** Undefined where the job has none. */
export function tokenSourceOf(env: Env): TokenSource | undefined {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
  if (url && bearer) return { kind: 'github', url, bearer };
  const { SIGSTORE_ID_TOKEN: token } = env;
  return token ? { kind: 'given', token } : undefined;
}

/** What must be in no log. */
export const tokenSecrets = ({ ACTIONS_ID_TOKEN_REQUEST_TOKEN, SIGSTORE_ID_TOKEN }: Env): string[] =>
  [ACTIONS_ID_TOKEN_REQUEST_TOKEN, SIGSTORE_ID_TOKEN].filter((one): one is string => !!one);

/** @throws Failure where it cannot be had. */
export async function fetchToken(
  { fetch, clock }: { readonly fetch: Fetch; readonly clock: Clock },
  source: TokenSource,
  { budget, timeout }: { readonly budget: Budget; readonly timeout: number },
): Promise<string> {
  if (source.kind === 'given') return checkedToken(source.token);
  const url = new URL(source.url);
  url.searchParams.set('audience', 'sigstore');
  const body = await withRetries(
    async () => {
      const answer = await fetch(url, {
        headers: { accept: 'application/json', authorization: `Bearer ${source.bearer}` },
        signal: AbortSignal.timeout(timeout),
      });
      if (answer.ok) return (await answer.json()) as { readonly value?: unknown };
      await answer.body?.cancel();
      throw new Refused(answer.status, parseRetryAfter(answer.headers.get('retry-after'), clock.now()));
    },
    {
      clock,
      budget,
      again: (error) => {
        if (!(error instanceof Refused)) return {};
        if (!isTemporaryStatus(error.status)) return undefined;
        return error.after === undefined ? {} : { after: error.after };
      },
      giveUp: (error) =>
        tokenFailure(error instanceof Refused ? `it answered ${error.status}` : 'it does not answer'),
    },
  );
  return checkedToken(typeof body.value === 'string' ? body.value : '');
}

/**
 * Whether GitHub shows the job's repository to everybody, by the token: `public`, `private` or `internal`. The event of a
 * schedule does not say. Undefined where the token does not, or cannot be had.
 */
export async function visibilityByToken(
  ...[world, source, patience]: Parameters<typeof fetchToken>
): Promise<string | undefined> {
  try {
    const { repository_visibility: visibility } = claimsOf(await fetchToken(world, source, patience)) ?? {};
    return typeof visibility === 'string' ? visibility : undefined;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

class Refused extends Error {
  readonly status: number;
  readonly after: number | undefined;
  constructor(status: number, after: number | undefined) {
    super(`answered ${status}`);
    this.status = status;
    this.after = after;
  }
}

/** Only its form is looked at: who takes it looks at the rest. */
function checkedToken(token: string): string {
  const { sub, email } = claimsOf(token) ?? {};
  if (typeof sub === 'string' || typeof email === 'string') return token;
  throw tokenFailure('what it gave is no such token');
}

/** Undefined where it is no token. */
function claimsOf(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? { ...claims } : undefined;
  } catch {
    return undefined;
  }
}

const tokenFailure = (why: string): Failure =>
  new Failure([
    {
      station: 'registry',
      about: 'signature',
      message: `The job's OIDC token cannot be had: ${why}. The job needs the permission "id-token: write".`,
    },
  ]);
