/** The authorization of requests to one registry: its challenge, and its tokens until they expire. */
import { isTemporaryStatus } from '../http.ts';
import { type Challenge, mergeScopes, parseChallenges } from './challenge.ts';
import type { Credential } from './credentials.ts';
import { exchange } from './exchange.ts';
import { type Connection, AccessRefused, type Token, askToken, basic } from './tokens.ts';

type Bearer = Extract<Challenge, { readonly scheme: 'bearer' }>;
type Access = { readonly kind: 'open' } | { readonly kind: 'unclear' } | Challenge;

export interface RegistrySession {
  readonly origin: string;
  readonly credential: () => Promise<Credential>;
  /** Whether the registry answers without any authorization: only then can its 404 to an anonymous user be believed. */
  readonly isOpen: () => Promise<boolean>;
  readonly authorization: (scopes: readonly string[]) => Promise<string | undefined>;
  /** The same after a 401: a token that no longer holds is forgotten, the challenge of the answer is learned. */
  readonly renewed: (
    scopes: readonly string[],
    challenge: string | null,
    refused: string | undefined,
  ) => Promise<string | undefined>;
}

interface SessionOptions extends Connection {
  readonly findCredential: () => Promise<Credential>;
}

const keyOf = ({ realm, service }: Bearer, scopes: readonly string[]): string =>
  JSON.stringify([realm, service, scopes]);

/** Nothing is asked before the first request, and nothing twice. */
export function openRegistrySession({
  origin,
  fetch,
  clock,
  stall,
  findCredential,
}: SessionOptions): RegistrySession {
  let pending: Promise<Credential> | undefined;
  let access: Promise<Access> | undefined;
  const tokens = new Map<string, Promise<Token>>();

  const credential = () => (pending ??= findCredential());
  const askAccess = async (): Promise<Access> => {
    const answer = await exchange(fetch, new URL('/v2/', origin), { method: 'GET' }, stall);
    const body = await answer.bytes(1 << 20);
    // The answer of a busy registry says nothing about its access.
    if (isTemporaryStatus(answer.status)) throw new AccessRefused('GET', answer, body);
    if (answer.status === 200) return { kind: 'open' };
    const [challenge] = parseChallenges(answer.headers.get('www-authenticate') ?? '');
    // The scope of this first challenge is for no repository of ours: GHCR invents one.
    if (challenge?.scheme === 'bearer') return { ...challenge, scope: '' };
    return challenge ?? { kind: 'unclear' };
  };
  const knownAccess = (): Promise<Access> => {
    access ??= askAccess().catch((error: unknown) => {
      access = undefined;
      throw error;
    });
    return access;
  };

  async function authorizationFor(challenge: Access, scopes: readonly string[]): Promise<string | undefined> {
    if ('kind' in challenge) return undefined;
    const user = await credential();
    if (challenge.scheme === 'basic')
      return user.kind === 'basic' ? basic(user.username, user.password) : undefined;
    const merged = mergeScopes(...scopes, challenge.scope);
    const key = keyOf(challenge, merged);
    const ask = (): Promise<Token> => {
      const requested = askToken({ origin, fetch, clock, stall }, challenge, merged, user);
      tokens.set(key, requested);
      requested.catch(() => tokens.get(key) === requested && tokens.delete(key));
      return requested;
    };
    const known = tokens.get(key);
    let token = await (known === undefined ? ask() : known.catch(() => undefined));
    const isOver = known !== undefined && token !== undefined && token.expires <= clock.now();
    if (token === undefined || isOver) {
      const newer = tokens.get(key);
      // Whoever comes first asks anew, and the others wait for the same answer.
      token = await (newer === undefined || newer === known ? ask() : newer);
    }
    return `Bearer ${token.value}`;
  }

  return {
    origin,
    credential,
    isOpen: async () => {
      const current = await knownAccess();
      return 'kind' in current && current.kind === 'open';
    },
    authorization: async (scopes) => authorizationFor(await knownAccess(), scopes),
    renewed: async (scopes, header, refused) => {
      const [challenge] = parseChallenges(header ?? '');
      if (challenge === undefined) return undefined;
      if (challenge.scheme === 'bearer') {
        // One that was refused because more is wanted is still good for what it was given for.
        const key = keyOf(challenge, mergeScopes(...scopes, challenge.scope));
        if (`Bearer ${(await tokens.get(key)?.catch(() => undefined))?.value}` === refused)
          tokens.delete(key);
      }
      access = Promise.resolve(challenge.scheme === 'bearer' ? { ...challenge, scope: '' } : challenge);
      return authorizationFor(challenge, scopes);
    },
  };
}
