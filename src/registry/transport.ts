/** One question to a registry: credentials, redirects, retries; every failure ends as a RegistryProblem. */
import type { Failure } from '../errors.ts';
import { fileFailureWithin } from '../file-failure.ts';
import { type Budget, parseRetryAfter, usualBudget, withRetries } from '../http.ts';
import type { Repository } from '../names/reference.ts';
import type { World } from '../ports.ts';
import { type Action, repositoryScope } from './challenge.ts';
import { type Login, findCredential } from './credentials.ts';
import { RegistryProblem, describeRejection, isRateLimit, isTemporaryAnswer, parseErrors } from './errors.ts';
import { type Exchange, TooLarge, exchange } from './exchange.ts';
import type { FilePart } from './file-part.ts';
import { originOf } from './hosts.ts';
import { sayTried, temporary } from './retries.ts';
import { type Session, openSession } from './session.ts';
import { Refused } from './tokens.ts';
import { type Trouble, whoOf } from './trouble.ts';

interface Ask {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly repository: Repository;
  /** Below `/v2/NAME/`, or a whole URL that the registry gave (Location, Link). */
  readonly path: string | URL;
  readonly action: Action;
  /** Another repository of the same registry that must be readable too. */
  readonly alsoPull?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | FilePart;
  /** Statuses that are answers. Of 404 only one that the registry gave to somebody it knows is an answer. */
  readonly expect: readonly number[];
  /** Takes the body of a 2xx instead of the answer's `body`; called anew for each attempt. */
  readonly sink?: () => Promise<(chunk: Uint8Array) => Promise<void>>;
  /** What is wrong with an expected answer, if something is: then it is asked for again. */
  readonly check?: (answer: Answer) => string | undefined;
  /** One attempt only: the caller settles what a lost answer means. */
  readonly once?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** Where the answer came from, after redirects. */
  readonly url: URL;
}

export interface TransportOptions {
  /** Credentials from the inputs. */
  readonly logins?: readonly Login[];
  /** Hosts that are spoken to in plain HTTP although they are not on loopback. */
  readonly plain?: readonly string[];
  readonly budget?: Budget;
  /** Milliseconds of silence that end a request. */
  readonly stall?: number;
}

export type RegistryWorld = Pick<World, 'fetch' | 'clock' | 'env' | 'files' | 'run' | 'log'>;
export type Transport = (ask: Ask) => Promise<Answer>;

/** Manifests have at most 4 MiB by the specification; configurations and lists are of that kind. */
const bodyLimit = 32 << 20;
/** Only these leave the method as it is; the others would turn a PUT into a GET. */
const keepMethod = new Set([307, 308]);
const redirects = new Set([301, 302, 303, ...keepMethod]);

/** A transport for any number of registries; each has a session of its own, so no credential meets another host. */
export function openTransport(world: RegistryWorld, options: TransportOptions = {}): Transport {
  const { fetch, clock, log } = world;
  const { logins = [], budget = usualBudget, stall = 30_000 } = options;
  const plain = new Set(options.plain);
  const sessions = new Map<string, Session>();

  const sessionOf = (registry: string): Session => {
    const known = sessions.get(registry);
    if (known) return known;
    const credential = () => findCredential(world, registry, logins);
    const made = openSession({ origin: originOf(registry, plain), fetch, clock, stall, credential });
    sessions.set(registry, made);
    return made;
  };

  /** One attempt: asks, and once more where the registry wants another authorization. */
  async function attempt(ask: Ask): Promise<Answer> {
    const session = sessionOf(ask.repository.registry);
    const url = new URL(ask.path, `${session.origin}/v2/${ask.repository.name}/`);
    const where: Omit<Trouble, 'temporary'> = {
      method: ask.method,
      url: url.href,
      repository: ask.repository,
      action: ask.action,
      who: whoOf(await session.who()),
    };
    try {
      const scopes = [repositoryScope(ask.repository.name, ask.action)];
      if (ask.alsoPull !== undefined) scopes.push(repositoryScope(ask.alsoPull, 'pull'));
      let authorization = await session.authorization(scopes);
      let answer = await follow(ask, url, session.origin, authorization);
      if (answer.status === 401 && answer.url.origin === session.origin) {
        const renewed = await session.renewed(scopes, answer.headers.get('www-authenticate'), authorization);
        if (renewed !== undefined && renewed !== authorization) {
          await answer.bytes(bodyLimit);
          authorization = renewed;
          answer = await follow(ask, url, session.origin, renewed);
        }
      }
      const believed = answer.status !== 404 || authorization !== undefined || (await session.isOpen());
      return await judge(ask, answer, where, believed && answer.url.origin === url.origin);
    } catch (error) {
      throw asProblem(error, where);
    }
  }

  /** Follows redirects by hand, because credentials are for the registry's own origin only. */
  async function follow(
    ask: Ask,
    first: URL,
    own: string,
    authorization: string | undefined,
  ): Promise<Exchange> {
    let url = first;
    for (let hops = 0; hops <= 5; hops += 1) {
      const headers = new Headers({ 'accept-encoding': 'identity', ...ask.headers });
      if (authorization !== undefined && url.origin === own) headers.set('authorization', authorization);
      const request = { method: ask.method, headers, ...(ask.body && { body: ask.body }) };
      const answer = await exchange(fetch, url, request, stall);
      const location = answer.headers.get('location');
      const followed = ask.method === 'GET' || ask.method === 'HEAD' ? redirects : keepMethod;
      if (!followed.has(answer.status) || location === null) return answer;
      await answer.read(() => undefined);
      const next = new URL(location, url);
      if (url.protocol === 'https:' && next.protocol !== 'https:')
        throw new TypeError(`was redirected from https to ${next.origin}, which is not followed`);
      url = next;
    }
    throw new TypeError('was redirected more than five times');
  }

  async function judge(
    ask: Ask,
    exchanged: Exchange,
    where: Omit<Trouble, 'temporary'>,
    believed: boolean,
  ): Promise<Answer> {
    const { status, headers, url } = exchanged;
    const expected = ask.expect.includes(status) && (status !== 404 || believed);
    const taken = expected && status < 300 ? await ask.sink?.() : undefined;
    if (taken) await exchanged.read(taken);
    const body = taken ? new Uint8Array() : await exchanged.bytes(bodyLimit);
    const answer: Answer = { status, headers, url, body };
    if (expected) {
      const what = ask.check?.(answer);
      if (what === undefined) return answer;
      throw new RegistryProblem({ ...where, status, what, temporary: true });
    }
    throw refusal(where, answer, believed);
  }

  function refusal(where: Omit<Trouble, 'temporary'>, answer: Answer, own: boolean) {
    const { status, headers, url } = answer;
    const codes = parseErrors(answer.body);
    const retryAfter = parseRetryAfter(headers.get('retry-after'), clock.now());
    // A signed address of a blob store that is refused has run out: the registry gives a fresh one.
    const ranOut = !own && status === 403;
    return new RegistryProblem({
      ...where,
      url: url.href,
      status,
      codes,
      temporary: ranOut || isTemporaryAnswer(status, codes, headers),
      ...(retryAfter !== undefined &&
        (isRateLimit(status, codes, headers) || status >= 500) && { retryAfter }),
    });
  }

  function asProblem(error: unknown, where: Omit<Trouble, 'temporary'>): Failure {
    if (error instanceof RegistryProblem) return error;
    // A file that is sent, or that is written, is no fault of the registry.
    const file = fileFailureWithin(error);
    if (file !== undefined) return file;
    if (error instanceof Refused)
      return refusal({ ...where, method: error.method, during: where.method }, error, true);
    if (error instanceof TooLarge || (error instanceof TypeError && error.cause === undefined))
      return new RegistryProblem({ ...where, what: error.message, temporary: false });
    return new RegistryProblem({ ...where, ...describeRejection(error) });
  }

  return (ask) =>
    withRetries(() => attempt(ask), {
      clock,
      budget: ask.once ? { ...budget, attempts: 1 } : budget,
      again: temporary,
      onWait: (error, wait) =>
        log.debug(`${(error as Error).message} Asking again in ${Math.round(wait)} ms.`),
      giveUp: sayTried,
    });
}
