import type { Clock, Fetch } from '../ports.ts';
import type { Challenge } from './challenge.ts';
import type { Credential } from './credentials.ts';
import { type Exchange, type Request, exchange } from './exchange.ts';

export interface Connection {
  readonly origin: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Milliseconds of silence that end a request. */
  readonly stall: number;
}

export interface Token {
  readonly value: string;
  readonly expires: number;
}

/** A useless answer to a request for access: to `GET /v2/`, or from the token service. */
export class AccessRefused extends Error {
  readonly method: string;
  readonly status: number;
  readonly headers: Headers;
  readonly url: URL;
  readonly body: Uint8Array;
  constructor(method: string, { status, headers, url }: Exchange, body: Uint8Array) {
    super(`${method} ${url.host} answered ${status}`);
    this.name = 'AccessRefused';
    this.method = method;
    this.status = status;
    this.headers = headers;
    this.url = url;
    this.body = body;
  }
}

export const basic = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/**
 * Asks the token service: GET with Basic, or POST for identity tokens (distribution, "Token Authentication").
 *
 * @throws AccessRefused where it gives no token, TypeError where it would be asked in plain HTTP.
 */
export async function askToken(
  { origin, fetch, clock, stall }: Connection,
  challenge: Challenge & { readonly scheme: 'bearer' },
  scopes: readonly string[],
  credential: Credential,
): Promise<Token> {
  const realm = new URL(challenge.realm);
  if (realm.protocol !== 'https:' && !origin.startsWith('http:'))
    throw new TypeError(`wants its tokens asked for at ${realm.origin}, which is not https`);
  const headers: Record<string, string> = { accept: 'application/json' };
  let request: Request = { method: 'GET', headers };
  const parameters = new URLSearchParams({ client_id: 'python-image-builder' });
  if (challenge.service !== undefined) parameters.set('service', challenge.service);
  if (credential.kind === 'identity') {
    // The OAuth2 form takes one scope parameter, with spaces between scopes.
    if (scopes.length > 0) parameters.set('scope', scopes.join(' '));
    parameters.set('grant_type', 'refresh_token');
    parameters.set('refresh_token', credential.token);
    headers['content-type'] = 'application/x-www-form-urlencoded';
    request = { method: 'POST', headers, body: parameters.toString() };
  } else {
    for (const scope of scopes) parameters.append('scope', scope);
    for (const [key, value] of parameters) realm.searchParams.append(key, value);
    if (credential.kind === 'basic')
      headers['authorization'] = basic(credential.username, credential.password);
  }
  const requested = clock.now();
  const answer = await exchange(fetch, realm, request, stall);
  const body = await answer.bytes(1 << 20);
  const token = answer.status === 200 ? readToken(body) : undefined;
  if (token === undefined) throw new AccessRefused(request.method, answer, body);
  // 60 s is the specification's default. A token counts as expired a little early, so that it is valid on arrival.
  const lifetime = (token.expires_in ?? 60) * 1000;
  return { value: token.value, expires: requested + lifetime - Math.min(10_000, lifetime / 4) };
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
