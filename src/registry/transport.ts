/**
 * One request to a registry, with credentials, redirects and retries; every failure becomes a RegistryProblem.
 *
 * By hand: @sigstore/oci, the client on npm, needs a login, holds blobs in memory, and can neither mount a blob nor read
 * one.
 */
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
import { withTried, retryTemporary } from './retries.ts';
import { type RegistrySession, openRegistrySession } from './session.ts';
import { AccessRefused } from './tokens.ts';
import { type FailedRequest, withoutSecret } from './failed-request.ts';

interface RegistryRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly repository: Repository;
  /** Below `/v2/NAME/`, or a whole URL that the registry gave (Location, Link). */
  readonly path: string | URL;
  readonly action: Action;
  readonly alsoPull?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | FilePart;
  /** Statuses that are answers. A 404 to an anonymous user is one only where the registry answers everybody. */
  readonly expect: readonly number[];
  /** Receives the body of a 2xx, in place of the answer's `body`; called anew for each attempt. */
  readonly sink?: () => Promise<(chunk: Uint8Array) => Promise<void>>;
  /** Gives the fault of an expected answer, if it has one: then the request is sent again. */
  readonly check?: (answer: Answer) => string | undefined;
  /** One attempt only: the caller finds out whether a request whose answer was lost took effect. */
  readonly once?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly url: URL;
}

export interface TransportOptions {
  readonly logins?: readonly Login[];
  /** Hosts, besides loopback, that are reached over plain HTTP. */
  readonly plain?: readonly string[];
  readonly budget?: Budget;
  readonly stall?: number;
}

export type RegistryWorld = Pick<World, 'fetch' | 'clock' | 'env' | 'files' | 'run' | 'log'>;
export type Transport = (request: RegistryRequest) => Promise<Answer>;

/** The specification limits manifests to 4 MiB; configurations and lists are of that order. */
const bodyLimit = 32 << 20;
/** Redirects that keep the method; the others would turn a PUT into a GET. */
const keepMethod = new Set([307, 308]);
const redirects = new Set([301, 302, 303, ...keepMethod]);

/** Opens a transport for any number of registries. Each has its own session, so no credential reaches another host. */
export function openTransport(world: RegistryWorld, options: TransportOptions = {}): Transport {
  const { fetch, clock, log } = world;
  const { logins = [], budget = usualBudget, stall = 30_000 } = options;
  const plain = new Set(options.plain);
  const sessions = new Map<string, RegistrySession>();

  const sessionOf = (registry: string): RegistrySession => {
    const existing = sessions.get(registry);
    if (existing) return existing;
    const session = openRegistrySession({
      origin: originOf(registry, plain),
      fetch,
      clock,
      stall,
      findCredential: () => findCredential(world, registry, logins),
    });
    sessions.set(registry, session);
    return session;
  };

  async function attempt(request: RegistryRequest): Promise<Answer> {
    const session = sessionOf(request.repository.registry);
    const url = new URL(request.path, `${session.origin}/v2/${request.repository.name}/`);
    const context: Omit<FailedRequest, 'temporary'> = {
      method: request.method,
      url: url.href,
      repository: request.repository,
      action: request.action,
      credential: withoutSecret(await session.credential()),
    };
    try {
      const scopes = [repositoryScope(request.repository.name, request.action)];
      if (request.alsoPull !== undefined) scopes.push(repositoryScope(request.alsoPull, 'pull'));
      let authorization = await session.authorization(scopes);
      let answer = await follow(request, url, session.origin, authorization);
      if (answer.status === 401 && answer.url.origin === session.origin) {
        const renewed = await session.renewed(scopes, answer.headers.get('www-authenticate'), authorization);
        if (renewed !== undefined && renewed !== authorization) {
          await answer.bytes(bodyLimit);
          authorization = renewed;
          answer = await follow(request, url, session.origin, renewed);
        }
      }
      const isReliable = answer.status !== 404 || authorization !== undefined || (await session.isOpen());
      return await readAnswer(request, answer, context, isReliable && answer.url.origin === url.origin);
    } catch (error) {
      throw asProblem(error, context);
    }
  }

  /** Follows redirects by hand, because credentials are for the registry's own origin only. */
  async function follow(
    request: RegistryRequest,
    first: URL,
    origin: string,
    authorization: string | undefined,
  ): Promise<Exchange> {
    let url = first;
    for (let hops = 0; hops <= 5; hops += 1) {
      const headers = new Headers({ 'accept-encoding': 'identity', ...request.headers });
      if (authorization !== undefined && url.origin === origin) headers.set('authorization', authorization);
      const { method, body } = request;
      const answer = await exchange(fetch, url, { method, headers, ...(body && { body }) }, stall);
      const location = answer.headers.get('location');
      const followed = method === 'GET' || method === 'HEAD' ? redirects : keepMethod;
      if (!followed.has(answer.status) || location === null) return answer;
      await answer.read(() => undefined);
      const next = new URL(location, url);
      if (url.protocol === 'https:' && next.protocol !== 'https:')
        throw new TypeError(`was redirected from https to ${next.origin}, which is not followed`);
      url = next;
    }
    throw new TypeError('was redirected more than five times');
  }

  async function readAnswer(
    request: RegistryRequest,
    exchanged: Exchange,
    context: Omit<FailedRequest, 'temporary'>,
    isReliable: boolean,
  ): Promise<Answer> {
    const { status, headers, url } = exchanged;
    const expected = request.expect.includes(status) && (status !== 404 || isReliable);
    const sink = expected && status < 300 ? await request.sink?.() : undefined;
    if (sink) await exchanged.read(sink);
    const body = sink ? new Uint8Array() : await exchanged.bytes(bodyLimit);
    const answer: Answer = { status, headers, url, body };
    if (expected) {
      const what = request.check?.(answer);
      if (what === undefined) return answer;
      throw new RegistryProblem({ ...context, status, what, temporary: true });
    }
    throw refusal(context, answer, isReliable);
  }

  function refusal(context: Omit<FailedRequest, 'temporary'>, answer: Answer, isFromRegistry: boolean) {
    const { status, headers, url } = answer;
    const codes = parseErrors(answer.body);
    const retryAfter = parseRetryAfter(headers.get('retry-after'), clock.now());
    // A blob store refuses a signed address that has expired: asked again, the registry gives a new one.
    const isExpired = !isFromRegistry && status === 403;
    return new RegistryProblem({
      ...context,
      url: url.href,
      status,
      codes,
      temporary: isExpired || isTemporaryAnswer(status, codes, headers),
      ...(retryAfter !== undefined &&
        (isRateLimit(status, codes, headers) || status >= 500) && { retryAfter }),
    });
  }

  function asProblem(error: unknown, context: Omit<FailedRequest, 'temporary'>): Failure {
    if (error instanceof RegistryProblem) return error;
    // The file that is sent or written failed, not the registry.
    const file = fileFailureWithin(error);
    if (file !== undefined) return file;
    if (error instanceof AccessRefused)
      return refusal({ ...context, method: error.method, during: context.method }, error, true);
    if (error instanceof TooLarge || (error instanceof TypeError && error.cause === undefined))
      return new RegistryProblem({ ...context, what: error.message, temporary: false });
    return new RegistryProblem({ ...context, ...describeRejection(error), unanswered: true });
  }

  return (request) =>
    withRetries(() => attempt(request), {
      clock,
      budget: request.once ? { ...budget, attempts: 1 } : budget,
      again: retryTemporary,
      onWait: (error, wait) =>
        log.debug(`${(error as Error).message} Asking again in ${Math.round(wait)} ms.`),
      giveUp: withTried,
    });
}
