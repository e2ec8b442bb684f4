import { Failure } from '../errors.ts';
import { isTemporaryStatus } from '../http.ts';
import { repositoryText } from '../names/reference.ts';
import { waysOut } from './grants.ts';
import { type FailedRequest, noSuchHost, type OciError } from './failed-request.ts';

export class RegistryProblem extends Failure {
  readonly method: string;
  /** Without user, password and query: a signed URL is a secret. */
  readonly url: string;
  readonly status: number | undefined;
  readonly codes: readonly OciError[];
  readonly temporary: boolean;
  readonly request: FailedRequest;
  constructor(request: FailedRequest) {
    super([
      {
        station: 'registry',
        about: repositoryText(request.repository),
        ...(request.unanswered ? { host: new URL(request.url).host } : {}),
        message: messageOf(request),
      },
    ]);
    this.name = 'RegistryProblem';
    this.method = request.method;
    this.url = redact(request.url);
    this.status = request.status;
    this.codes = request.codes ?? [];
    this.temporary = request.temporary;
    this.request = request;
  }
}

function redact(url: string): string {
  const { protocol, host, pathname, search } = new URL(url);
  return `${protocol}//${host}${pathname}${search === '' ? '' : '?…'}`;
}

/** Registries answer 429 beyond a rate limit; GitHub's also answers 403, told apart by a header or its message. */
export const isRateLimit = (status: number, codes: readonly OciError[], headers: Headers): boolean =>
  status === 429 ||
  (status === 403 &&
    (headers.get('x-ratelimit-remaining') === '0' ||
      codes.some(({ code, message }) => code === 'TOOMANYREQUESTS' || /rate limit/i.test(message))));

export const isTemporaryAnswer = (status: number, codes: readonly OciError[], headers: Headers): boolean =>
  isTemporaryStatus(status) || isRateLimit(status, codes, headers);

export function parseErrors(body: Uint8Array): OciError[] {
  try {
    const { errors, message } = JSON.parse(Buffer.from(body).toString('utf8')) as Record<string, unknown>;
    if (!Array.isArray(errors)) return typeof message === 'string' ? [{ code: '', message }] : [];
    return errors.map((entry: Partial<OciError>) => ({
      code: oneLine(entry?.code),
      message: oneLine(entry?.message),
    }));
  } catch {
    return [];
  }
}

const oneLine = (text: unknown): string =>
  (typeof text === 'string' ? text : '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 300);

function messageOf(request: FailedRequest): string {
  const { method, url, status, codes = [], what, repository, tried, retryAfter } = request;
  const reported = codes.map(({ code, message }) => [code, message].filter(Boolean).join(' ')).join('; ');
  const answer = [status === undefined ? '' : `answered ${status}`, what ?? '', reported && `(${reported})`];
  const wait = retryAfter === undefined ? '' : ` It asks to wait ${Math.ceil(retryAfter / 1000)} s.`;
  const times =
    tried === undefined || tried.attempts < 2
      ? ''
      : ` This was tried ${tried.attempts} times in ${Math.round(tried.milliseconds / 1000)} s.`;
  return (
    `${repositoryText(repository)}: ${method} ${redact(url)} ${answer.filter(Boolean).join(' ')}.` +
    `${wait}${times} ${waysOut(request)}`
  ).trimEnd();
}

/** Codes of Node's network errors that a retry cannot mend, and the meaning of each. */
const lasting: Readonly<Record<string, string>> = {
  ENOTFOUND: noSuchHost,
  ERR_INVALID_URL: 'is not an address',
};

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
  const message = (cause instanceof Error ? oneLine(cause.message) : oneLine(String(cause))).replace(
    /\.$/,
    '',
  );
  // The ports that browsers refuse (Fetch Standard, "Port blocking"), of which Node has only these words.
  if (message === 'bad port')
    return { what: 'was not asked, since its port is one that HTTP clients refuse', temporary: false };
  // Node tells a proxy's refusal by this message alone.
  const proxy = /Proxy response \((\d+)\)/.exec(message)?.[1];
  if (proxy !== undefined)
    return {
      what: `was stopped by the proxy of HTTPS_PROXY or HTTP_PROXY, which answered ${proxy}; ${proxy === '407' ? 'its address there must have a user and a password' : 'it must allow this host, or NO_PROXY must name it'}`,
      temporary: isTemporaryStatus(Number(proxy)),
    };
  return { what: `got no whole answer: ${[code, message].filter(Boolean).join(' ')}`, temporary: true };
}
