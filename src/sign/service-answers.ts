/** What services of signatures answered, and what is to be done about it. */
import { channel } from 'node:diagnostics_channel';
import { defined } from '../defined.ts';
import { Failure } from '../errors.ts';
import { isTemporaryStatus, parseRetryAfter } from '../http.ts';
import type { Services } from './services.ts';

/** Of the library: its own error, around that of the request. */
interface ServiceError {
  readonly code?: unknown;
  readonly statusCode?: unknown;
  readonly cause?: ServiceError;
}

/** Of an answer; undefined where there was none. */
function statusOf(error: ServiceError): number | undefined {
  if (typeof error.statusCode === 'number') return error.statusCode;
  return error.cause === undefined ? undefined : statusOf(error.cause);
}

export interface Answers {
  /** Undefined where another attempt cannot help. @param now milliseconds since the epoch. */
  readonly again: (error: unknown, now: number) => { readonly after?: number } | undefined;
  readonly stop: () => void;
}

/**
 * Listens to the answers of these services. The library keeps the header Retry-After to itself; Node tells of every answer of
 * the HTTP client that the library alone uses here.
 */
export function listenTo(services: Partial<Services>): Answers {
  const hosts = urlsOf(services).map((url) => new URL(url).host);
  const answers = channel('http.client.response.finish');
  let retryAfter: string | undefined;
  const onAnswer = (message: unknown): void => {
    const { request, response } = message as {
      readonly request: { readonly getHeader: (name: string) => unknown };
      readonly response: { readonly headers: Readonly<Record<string, string | undefined>> };
    };
    if (hosts.includes(String(request.getHeader('host'))))
      retryAfter = response.headers['retry-after'] ?? retryAfter;
  };
  answers.subscribe(onAnswer);
  return {
    again: (error, now) => {
      if (error instanceof Failure) return undefined;
      const status = statusOf(error as ServiceError);
      if (status !== undefined && !isTemporaryStatus(status)) return undefined;
      const after = parseRetryAfter(retryAfter ?? null, now);
      retryAfter = undefined;
      return defined({ after });
    },
    stop: () => {
      answers.unsubscribe(onAnswer);
    },
  };
}

const urlsOf = ({ certificates, log, timestamps }: Partial<Services>): string[] =>
  [certificates, log?.url, timestamps].filter((url) => url !== undefined);

/** Which service an error of the library is about. */
function serviceOf(code: unknown, services: Partial<Services>): { name: string; url?: string } {
  const { certificates, log, timestamps } = services;
  switch (code) {
    case 'CA_CREATE_SIGNING_CERTIFICATE_ERROR':
      return { name: 'certificates', ...defined({ url: certificates }) };
    case 'TLOG_CREATE_ENTRY_ERROR':
    case 'TLOG_FETCH_ENTRY_ERROR':
      return { name: 'the log', ...defined({ url: log?.url }) };
    case 'TSA_CREATE_TIMESTAMP_ERROR':
      return { name: 'time-stamps', ...defined({ url: timestamps }) };
    default:
      return { name: 'signatures' };
  }
}

/** In words of our own: those of the library may have the token in them. */
export function signFailure(error: unknown, services: Partial<Services>, attempts: number): Failure {
  const { name, url } = serviceOf((error as ServiceError).code, services);
  const status = statusOf(error as ServiceError);
  const host = url === undefined ? undefined : new URL(url).host;
  const at = host === undefined ? '' : ` at ${host}`;
  const answer = status === undefined ? 'does not answer' : `answers ${status}`;
  const tries = attempts === 1 ? '' : `, after ${attempts} attempts`;
  return new Failure([
    {
      station: 'registry',
      about: 'signature',
      ...(status === undefined ? defined({ host }) : {}),
      message: `The service of ${name}${at} ${answer}${tries}: the image could not be signed.`,
    },
  ]);
}
