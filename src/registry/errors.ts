/** What goes wrong at a registry, with the request that it went wrong at. */
import { Failure } from '../errors.ts';
import { isTemporaryStatus } from '../http.ts';
import { repositoryText } from '../names/reference.ts';
import { waysOut } from './grants.ts';
import type { OciError, Trouble } from './trouble.ts';

/** Thrown for every request that a registry did not answer as it should. */
export class RegistryProblem extends Failure {
  readonly method: string;
  /** Without user, password and query: a signed URL is a secret. */
  readonly url: string;
  readonly status: number | undefined;
  readonly codes: readonly OciError[];
  /** Whether the same request may succeed later. */
  readonly temporary: boolean;
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super([{ station: 'registry', about: repositoryText(trouble.repository), message: wordsOf(trouble) }]);
    this.name = 'RegistryProblem';
    this.method = trouble.method;
    this.url = redact(trouble.url);
    this.status = trouble.status;
    this.codes = trouble.codes ?? [];
    this.temporary = trouble.temporary;
    this.trouble = trouble;
  }
}

function redact(url: string): string {
  const { protocol, host, pathname, search } = new URL(url);
  return `${protocol}//${host}${pathname}${search === '' ? '' : '?…'}`;
}

/** A registry that counts requests says so with 429, or with 403 and words. */
export const isRateLimit = (status: number, codes: readonly OciError[], headers: Headers): boolean =>
  status === 429 ||
  (status === 403 &&
    (headers.get('x-ratelimit-remaining') === '0' ||
      codes.some(({ code, message }) => code === 'TOOMANYREQUESTS' || /rate limit/i.test(message))));

export const isTemporaryAnswer = (status: number, codes: readonly OciError[], headers: Headers): boolean =>
  isTemporaryStatus(status) || isRateLimit(status, codes, headers);

/** The errors in an answer's body; none when the body is something else (a proxy's page). */
export function parseErrors(body: Uint8Array): OciError[] {
  try {
    const { errors, message } = JSON.parse(Buffer.from(body).toString('utf8')) as Record<string, unknown>;
    if (!Array.isArray(errors)) return typeof message === 'string' ? [{ code: '', message }] : [];
    return errors.map((entry: Partial<OciError>) => ({
      code: clean(entry?.code),
      message: clean(entry?.message),
    }));
  } catch {
    return [];
  }
}

/** Words of a server that end in a log: one line, of a bearable length. */
const clean = (text: unknown): string =>
  (typeof text === 'string' ? text : '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 300);

function wordsOf(trouble: Trouble): string {
  const { method, url, status, codes = [], what, repository, tried, retryAfter } = trouble;
  const reported = codes.map(({ code, message }) => [code, message].filter(Boolean).join(' ')).join('; ');
  const answer = [status === undefined ? '' : `answered ${status}`, what ?? '', reported && `(${reported})`];
  const wait = retryAfter === undefined ? '' : ` It asks to wait ${Math.ceil(retryAfter / 1000)} s.`;
  const times =
    tried === undefined || tried.attempts < 2
      ? ''
      : ` This was tried ${tried.attempts} times in ${Math.round(tried.milliseconds / 1000)} s.`;
  return (
    `${repositoryText(repository)}: ${method} ${redact(url)} ${answer.filter(Boolean).join(' ')}.` +
    `${wait}${times} ${waysOut(trouble)}`
  ).trimEnd();
}

/** Codes of Node's network errors that trying again does not mend, and what each means. */
const lasting: Readonly<Record<string, string>> = {
  ENOTFOUND: 'found no such host',
  ERR_INVALID_URL: 'is not an address',
};

/** What a rejected `fetch` means in words, and whether it may pass. */
export function describeRejection(error: unknown): { readonly what: string; readonly temporary: boolean } {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? '';
  if (lasting[code] !== undefined) return { what: lasting[code], temporary: false };
  if (/CERT|SELF_SIGNED|UNABLE_TO/.test(code))
    return {
      what: `met a certificate that is not trusted here (${code}); where a company has its own authority, NODE_EXTRA_CA_CERTS names its PEM file`,
      temporary: false,
    };
  const words = (cause instanceof Error ? clean(cause.message) : clean(String(cause))).replace(/\.$/, '');
  // Node has no other sign of a proxy that opens no way to the host.
  const proxy = /Proxy response \((\d+)\)/.exec(words)?.[1];
  if (proxy !== undefined)
    return {
      what: `was stopped by the proxy of HTTPS_PROXY or HTTP_PROXY, which answered ${proxy}; ${proxy === '407' ? 'its address there must have a user and a password' : 'it must allow this host, or NO_PROXY must name it'}`,
      temporary: isTemporaryStatus(Number(proxy)),
    };
  return { what: `got no whole answer: ${[code, words].filter(Boolean).join(' ')}`, temporary: true };
}
