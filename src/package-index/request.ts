/** A GET from a package index, with retries; credentials go to their own host only. */
import { Failure } from '../errors.ts';
import { isTemporaryStatus, parseRetryAfter, withRetries } from '../http.ts';
import type { World } from '../ports.ts';

export interface IndexAuth {
  /** The only host that gets these credentials: `packages.example.org`, `packages.example.org:8443`. */
  readonly host: string;
  readonly username: string;
  readonly password: string;
}

export type IndexInput = 'index_url' | 'extra_indexes';

/** Milliseconds for an answer: a large project's page is some megabytes. */
const timeout = 60_000;

class IndexError extends Error {
  readonly temporary: boolean;
  readonly after: number | undefined;
  constructor(message: string, temporary: boolean, after?: number) {
    super(message);
    this.temporary = temporary;
    this.after = after;
  }
}

export type IndexWorld = Pick<World, 'fetch' | 'clock' | 'log'>;

/** What an index said of an answer, to be asked later whether it still holds (RFC 9110, section 8.8). */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export interface Answer extends Validators {
  readonly body: Buffer;
  readonly contentType: string;
  readonly url: string;
  /** The answer that has the validators of the request still holds: then there is no body. */
  readonly isUnchanged: boolean;
  /** The index forbids to keep it. */
  readonly isPassing: boolean;
  /** Seconds for which it holds without being asked for again (RFC 9111, section 4.2); 0 where the index does not say. */
  readonly freshFor: number;
}

/**
 * The answer, or undefined for a 404 or a 410.
 *
 * @throws Failure (station `index`) with method, address and status, when the retries are used up.
 */
export function get(
  world: IndexWorld,
  url: string,
  {
    auth,
    accept = '*/*',
    known = {},
    input = 'index_url',
  }: {
    readonly auth?: IndexAuth | undefined;
    readonly accept?: string;
    /** Of an earlier answer. */
    readonly known?: Validators;
    /** The input that names the index. */
    readonly input?: IndexInput;
  },
): Promise<Answer | undefined> {
  return withRetries(
    async () => {
      // `fetch` drops the header on a redirect to another host.
      const headers = { accept, ...conditions(known), ...authorization(url, auth) };
      const response = await fetched(world, url, headers, input);
      const isUnchanged = response.status === 304 && Object.keys(conditions(known)).length > 0;
      if (response.status === 404 || response.status === 410) {
        await response.body?.cancel();
        return undefined;
      }
      if (!response.ok && !isUnchanged) {
        await response.body?.cancel();
        const temporary = isTemporaryStatus(response.status);
        const after = parseRetryAfter(response.headers.get('retry-after'), world.clock.now());
        throw new IndexError(
          `the index answered ${response.status}${wayOut(response.status, url, auth, input)}`,
          temporary,
          after,
        );
      }
      const bytes = await response.arrayBuffer().catch((error: unknown) => {
        throw new IndexError(`the answer broke off: ${reason(error)}`, true);
      });
      return {
        body: Buffer.from(bytes),
        contentType: response.headers.get('content-type') ?? '',
        url: response.url || url,
        etag: response.headers.get('etag') ?? undefined,
        lastModified: response.headers.get('last-modified') ?? undefined,
        isUnchanged,
        isPassing: /\bno-store\b/i.test(response.headers.get('cache-control') ?? ''),
        freshFor: freshFor(response.headers),
      };
    },
    {
      clock: world.clock,
      again: (error) => {
        if (!(error instanceof IndexError) || !error.temporary) return undefined;
        return error.after === undefined ? {} : { after: error.after };
      },
      onWait: (error, milliseconds) =>
        world.log.info(
          `GET ${redacted(url)}: ${reason(error)}; again in ${Math.ceil(milliseconds / 1000)} s`,
        ),
      giveUp: (error, { attempts }) =>
        error instanceof IndexError
          ? failed(
              `GET ${redacted(url)}: ${error.message}.${attempts > 1 ? ` Tried ${attempts} times.` : ''}`,
            )
          : error,
    },
  );
}

/** What a cache on the way has had for a while holds for so much less. */
function freshFor(headers: Headers): number {
  const control = headers.get('cache-control') ?? '';
  if (/\bno-(?:cache|store)\b/i.test(control)) return 0;
  const [, seconds = '0'] = /(?:^|[\s,])max-age="?(\d{1,9})/i.exec(control) ?? [];
  return Math.max(0, Number(seconds) - (Number(headers.get('age')) || 0));
}

const conditions = ({ etag, lastModified }: Validators): Record<string, string> => ({
  ...(etag === undefined ? {} : { 'if-none-match': etag }),
  ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
});

async function fetched(
  world: IndexWorld,
  url: string,
  headers: Record<string, string>,
  input: IndexInput,
): Promise<Response> {
  try {
    return await world.fetch(url, { headers, signal: AbortSignal.timeout(timeout) });
  } catch (error) {
    const why = reason(error);
    const isCertificate = /certificate|self.signed|CERT_/i.test(why);
    const wayOut = isCertificate
      ? "; when a company's own authority signed the index's certificate, name its PEM file as ca_bundle"
      : `; look at ${input}, the network and the proxy variables`;
    throw new IndexError(`the index cannot be reached: ${why}${wayOut}`, !isCertificate);
  }
}

function wayOut(status: number, url: string, auth: IndexAuth | undefined, input: IndexInput): string {
  if (status === 401 || status === 403) {
    return isFor(url, auth)
      ? `: it does not accept the credentials of ${JSON.stringify(auth!.username)} for this package`
      : ': it wants credentials, and none were given for this host';
  }
  return isTemporaryStatus(status) ? ': it is busy or out of order, try again later' : `: look at ${input}`;
}

const isFor = (url: string, auth: IndexAuth | undefined): boolean =>
  auth !== undefined && URL.canParse(url) && new URL(url).host === auth.host;

export function authorization(url: string, auth: IndexAuth | undefined): Record<string, string> {
  if (auth === undefined || !isFor(url, auth)) return {};
  return { authorization: `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}` };
}

/** A URL for messages, without user, password and query. */
export function redacted(url: string): string {
  if (!URL.canParse(url)) return 'an address that is no URL';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** The message of the innermost cause: `fetch` itself says only "fetch failed". */
export function reason(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause !== undefined) innermost = innermost.cause;
  if (!(innermost instanceof Error)) return String(innermost);
  return innermost.message || ('code' in innermost ? String(innermost.code) : innermost.name);
}

export const failed = (message: string): Failure => new Failure([{ station: 'index', message }]);
