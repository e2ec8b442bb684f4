/** Tokens: how a registry's token service is asked for one. */
import type { Clock, Fetch } from '../ports.ts';
import type { Challenge } from './challenge.ts';
import type { Credential } from './credentials.ts';
import { type Exchange, type Request, exchange } from './exchange.ts';

/** What asking needs: the registry's origin, and milliseconds of silence that end a request. */
export interface Asking {
  readonly origin: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly stall: number;
}

export interface Token {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** An answer to a question that this room asks by itself (what a registry wants, a token) which is of no use. */
export class Refused extends Error {
  readonly method: string;
  readonly status: number;
  readonly headers: Headers;
  readonly url: URL;
  readonly body: Uint8Array;
  constructor(method: string, { status, headers, url }: Exchange, body: Uint8Array) {
    super(`${method} ${url.host} answered ${status}`);
    this.name = 'Refused';
    this.method = method;
    this.status = status;
    this.headers = headers;
    this.url = url;
    this.body = body;
  }
}

export const basic = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Asks the token service: GET with Basic, or POST for identity tokens (distribution, "Token Authentication"). */
export async function askToken(
  { origin, fetch, clock, stall }: Asking,
  challenge: Challenge & { readonly scheme: 'bearer' },
  scopes: readonly string[],
  who: Credential,
): Promise<Token> {
  const realm = new URL(challenge.realm);
  if (realm.protocol !== 'https:' && !origin.startsWith('http:'))
    throw new TypeError(`wants its tokens asked for at ${realm.origin}, which is not https`);
  const headers: Record<string, string> = { accept: 'application/json' };
  let request: Request = { method: 'GET', headers };
  const parameters = new URLSearchParams({ client_id: 'python-image-builder' });
  if (challenge.service !== undefined) parameters.set('service', challenge.service);
  if (who.kind === 'identity') {
    // The OAuth2 form takes one scope parameter, with spaces between scopes.
    if (scopes.length > 0) parameters.set('scope', scopes.join(' '));
    parameters.set('grant_type', 'refresh_token');
    parameters.set('refresh_token', who.token);
    headers['content-type'] = 'application/x-www-form-urlencoded';
    request = { method: 'POST', headers, body: parameters.toString() };
  } else {
    for (const scope of scopes) parameters.append('scope', scope);
    for (const [key, value] of parameters) realm.searchParams.append(key, value);
    if (who.kind === 'basic') headers['authorization'] = basic(who.username, who.password);
  }
  const asked = clock.now();
  const answer = await exchange(fetch, realm, request, stall);
  const body = await answer.bytes(1 << 20);
  const given = answer.status === 200 ? readToken(body) : undefined;
  if (given === undefined) throw new Refused(request.method, answer, body);
  // Used up a little early, so that a token does not end between here and there; 60 s is the specification's default.
  const life = (given.expires_in ?? 60) * 1000;
  return { value: given.value, expires: asked + life - Math.min(10_000, life / 4) };
}

function readToken(body: Uint8Array): { readonly value: string; readonly expires_in?: number } | undefined {
  try {
    const { token, access_token, expires_in } = JSON.parse(Buffer.from(body).toString('utf8')) as Record<
      string,
      unknown
    >;
    const value = token ?? access_token;
    if (typeof value !== 'string' || value === '') return undefined;
    return { value, ...(typeof expires_in === 'number' && expires_in > 0 && { expires_in }) };
  } catch {
    return undefined;
  }
}
