/** What is known about one registry: how it wants to be asked, and the tokens that it gave. */
import type { Clock, Fetch } from '../ports.ts';
import { type Challenge, mergeScopes, parseChallenges } from './challenge.ts';
import type { Credential } from './credentials.ts';
import { exchange } from './exchange.ts';

export interface Token {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** An answer of the token service that is not a token. */
export class TokenRefused extends Error {
  readonly status: number;
  readonly headers: Headers;
  readonly url: URL;
  readonly body: Uint8Array;
  constructor(status: number, headers: Headers, url: URL, body: Uint8Array) {
    super(`the token service answered ${status}`);
    this.name = 'TokenRefused';
    this.status = status;
    this.headers = headers;
    this.url = url;
    this.body = body;
  }
}

type Access = { readonly kind: 'open' } | { readonly kind: 'unclear' } | Challenge;

export interface Session {
  readonly origin: string;
  readonly who: () => Promise<Credential>;
  /** `open` when the registry let itself be asked without any credential: then a plain 404 can be believed. */
  readonly isOpen: () => Promise<boolean>;
  /** The Authorization header for these scopes, or undefined where there is nothing to send. */
  readonly authorization: (scopes: readonly string[]) => Promise<string | undefined>;
  /** The same after a 401: the header that was refused is forgotten, the challenge of the answer is learned. */
  readonly renewed: (
    scopes: readonly string[],
    challenge: string | null,
    refused: string | undefined,
  ) => Promise<string | undefined>;
}

interface Parts {
  readonly origin: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Milliseconds of silence that end a request. */
  readonly stall: number;
  readonly credential: () => Promise<Credential>;
}

/** A session with one origin. Nothing is asked before the first request, and nothing twice. */
export function openSession({ origin, fetch, clock, stall, credential }: Parts): Session {
  let found: Promise<Credential> | undefined;
  let access: Promise<Access> | undefined;
  const tokens = new Map<string, Promise<Token>>();

  const who = () => (found ??= credential());
  const learn = async (): Promise<Access> => {
    const answer = await exchange(fetch, new URL('/v2/', origin), { method: 'GET' }, stall);
    await answer.read(() => undefined);
    if (answer.status === 200) return { kind: 'open' };
    const [challenge] = parseChallenges(answer.headers.get('www-authenticate') ?? '');
    // The scope of this first challenge is made up (GHCR sends one for a repository of no name).
    if (challenge?.scheme === 'bearer') return { ...challenge, scope: '' };
    return challenge ?? { kind: 'unclear' };
  };
  const known = (): Promise<Access> => {
    access ??= learn().catch((error: unknown) => {
      access = undefined;
      throw error;
    });
    return access;
  };

  async function answerTo(challenge: Access, scopes: readonly string[]): Promise<string | undefined> {
    if ('kind' in challenge) return undefined;
    const credentials = await who();
    if (challenge.scheme === 'basic')
      return credentials.kind === 'basic' ? basic(credentials.username, credentials.password) : undefined;
    const wanted = mergeScopes(...scopes, challenge.scope);
    const key = JSON.stringify([challenge.realm, challenge.service, wanted]);
    let token = await tokens.get(key)?.catch(() => undefined);
    if (token === undefined || token.expires <= clock.now()) {
      const asked = askToken({ origin, fetch, clock, stall }, challenge, wanted, credentials);
      tokens.set(key, asked);
      asked.catch(() => tokens.delete(key));
      token = await asked;
    }
    return `Bearer ${token.value}`;
  }

  return {
    origin,
    who,
    isOpen: async () => {
      const now = await known();
      return 'kind' in now && now.kind === 'open';
    },
    authorization: async (scopes) => answerTo(await known(), scopes),
    renewed: async (scopes, header, refused) => {
      for (const [key, token] of tokens)
        if (`Bearer ${(await token.catch(() => undefined))?.value}` === refused) tokens.delete(key);
      const [challenge] = parseChallenges(header ?? '');
      if (challenge === undefined) return undefined;
      access = Promise.resolve(challenge.scheme === 'bearer' ? { ...challenge, scope: '' } : challenge);
      return answerTo(challenge, scopes);
    },
  };
}

const basic = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Asks the token service: GET with Basic, or POST for identity tokens (distribution, "Token Authentication"). */
async function askToken(
  { origin, fetch, clock, stall }: Omit<Parts, 'credential'>,
  challenge: Challenge & { readonly scheme: 'bearer' },
  scopes: readonly string[],
  who: Credential,
): Promise<Token> {
  const realm = new URL(challenge.realm);
  if (realm.protocol !== 'https:' && !origin.startsWith('http:'))
    throw new TypeError(`wants its tokens asked for at ${realm.origin}, which is not https`);
  const headers: Record<string, string> = { accept: 'application/json' };
  const init: RequestInit = { method: 'GET', headers };
  const parameters = new URLSearchParams({ client_id: 'python-image-builder' });
  if (challenge.service !== undefined) parameters.set('service', challenge.service);
  if (who.kind === 'identity') {
    // The OAuth2 form takes one scope parameter, with spaces between scopes.
    if (scopes.length > 0) parameters.set('scope', scopes.join(' '));
    parameters.set('grant_type', 'refresh_token');
    parameters.set('refresh_token', who.token);
    init.method = 'POST';
    init.body = parameters.toString();
    headers['content-type'] = 'application/x-www-form-urlencoded';
  } else {
    for (const scope of scopes) parameters.append('scope', scope);
    for (const [key, value] of parameters) realm.searchParams.append(key, value);
    if (who.kind === 'basic') headers['authorization'] = basic(who.username, who.password);
  }
  const asked = clock.now();
  const answer = await exchange(fetch, realm, init, stall);
  const body = await answer.bytes(1 << 20);
  const given = answer.status === 200 ? readToken(body) : undefined;
  if (given === undefined) throw new TokenRefused(answer.status, answer.headers, realm, body);
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
