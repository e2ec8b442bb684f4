/** What is known about one registry: how it wants to be asked, and the tokens that it gave. */
import { isTemporaryStatus } from '../http.ts';
import { type Challenge, mergeScopes, parseChallenges } from './challenge.ts';
import type { Credential } from './credentials.ts';
import { exchange } from './exchange.ts';
import { type Asking, Refused, type Token, askToken, basic } from './tokens.ts';

type Bearer = Extract<Challenge, { readonly scheme: 'bearer' }>;
type Access = { readonly kind: 'open' } | { readonly kind: 'unclear' } | Challenge;

export interface Session {
  readonly origin: string;
  readonly who: () => Promise<Credential>;
  /** `open` when the registry let itself be asked without any credential: then a plain 404 can be believed. */
  readonly isOpen: () => Promise<boolean>;
  /** The Authorization header for these scopes, or undefined where there is nothing to send. */
  readonly authorization: (scopes: readonly string[]) => Promise<string | undefined>;
  /** The same after a 401: a token that no longer holds is forgotten, the challenge of the answer is learned. */
  readonly renewed: (
    scopes: readonly string[],
    challenge: string | null,
    refused: string | undefined,
  ) => Promise<string | undefined>;
}

interface Parts extends Asking {
  readonly credential: () => Promise<Credential>;
}

const keyOf = ({ realm, service }: Bearer, scopes: readonly string[]): string =>
  JSON.stringify([realm, service, scopes]);

/** A session with one origin. Nothing is asked before the first request, and nothing twice. */
export function openSession({ origin, fetch, clock, stall, credential }: Parts): Session {
  let found: Promise<Credential> | undefined;
  let access: Promise<Access> | undefined;
  const tokens = new Map<string, Promise<Token>>();

  const who = () => (found ??= credential());
  const learn = async (): Promise<Access> => {
    const answer = await exchange(fetch, new URL('/v2/', origin), { method: 'GET' }, stall);
    const body = await answer.bytes(1 << 20);
    // A registry that is busy says nothing about how it wants to be asked.
    if (isTemporaryStatus(answer.status)) throw new Refused('GET', answer, body);
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
    const key = keyOf(challenge, wanted);
    const ask = (): Promise<Token> => {
      const asked = askToken({ origin, fetch, clock, stall }, challenge, wanted, credentials);
      tokens.set(key, asked);
      asked.catch(() => tokens.get(key) === asked && tokens.delete(key));
      return asked;
    };
    const held = tokens.get(key);
    let token = await (held === undefined ? ask() : held.catch(() => undefined));
    const isOver = held !== undefined && token !== undefined && token.expires <= clock.now();
    if (token === undefined || isOver) {
      const newer = tokens.get(key);
      // Whoever comes first asks anew, and the others wait for the same answer.
      token = await (newer === undefined || newer === held ? ask() : newer);
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
      const [challenge] = parseChallenges(header ?? '');
      if (challenge === undefined) return undefined;
      if (challenge.scheme === 'bearer') {
        // One that was refused because more is wanted is still good for what it was given for.
        const key = keyOf(challenge, mergeScopes(...scopes, challenge.scope));
        if (`Bearer ${(await tokens.get(key)?.catch(() => undefined))?.value}` === refused)
          tokens.delete(key);
      }
      access = Promise.resolve(challenge.scheme === 'bearer' ? { ...challenge, scope: '' } : challenge);
      return answerTo(challenge, scopes);
    },
  };
}
