/** One HTTP request and its answer, with an end to every hang. No retries, no credentials, no redirects. */
import type { Fetch } from '../ports.ts';
import { chunksOf, type FilePart } from './file-part.ts';

/** A request; a part of a file is read while it is sent. */
export interface Request {
  readonly method: string;
  readonly headers?: Headers | Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string | FilePart;
}

export interface Exchange {
  readonly status: number;
  readonly headers: Headers;
  readonly url: URL;
  /** Hands over the body as it comes; must be called, once, or the connection stays taken. */
  read(sink: (chunk: Uint8Array) => Promise<void> | void): Promise<void>;
  /** The body, of at most `limit` bytes. */
  bytes(limit: number): Promise<Uint8Array>;
}

/** Milliseconds that so many bytes may take to be sent, at 50 bytes a millisecond. */
export const sendingTime = (bytes: number): number => bytes / 50;

/**
 * Sends one request. Rejects when no answer begins within `stall` milliseconds, to which a body's size adds; and `read`
 * when the answer's body pauses for so long. A part of a file may not pause for so long while it is sent; once it was,
 * four times that may pass, since its end is still on its way then, and the whole is taken in.
 */
export async function exchange(
  fetch: Fetch,
  url: URL,
  { method, headers, body }: Request,
  stall: number,
): Promise<Exchange> {
  const controller = new AbortController();
  let answered = false;
  let timer: NodeJS.Timeout | undefined;
  /** Lets so many milliseconds pass from now on. */
  const allow = (milliseconds: number): void => {
    clearTimeout(timer);
    const reason = new Error(`silent for ${Math.round(milliseconds / 1000)} s`);
    // Not unref'd: a hang must end with an error, not with a process that has nothing left to do.
    timer = setTimeout(() => controller.abort(reason), milliseconds);
  };
  const init: RequestInit = { method, redirect: 'manual', signal: controller.signal };
  const sent = new Headers(headers);
  if (typeof body === 'object' && 'path' in body) {
    const { size } = body;
    sent.set('content-length', String(size));
    allow(stall);
    init.body = chunksOf(body, (bytes) => {
      if (!answered) allow(bytes < size ? stall : 4 * stall);
    });
    init.duplex = 'half';
    // Otherwise fetch keeps all that it has sent, to send it again by itself: a layer would fill the memory.
    init.redirect = 'error';
  } else {
    allow(stall + sendingTime(body?.length ?? 0));
    if (body !== undefined) init.body = body;
  }
  const response = await fetch(url, { ...init, headers: sent })
    .catch((error: unknown) => {
      throw isRedirect(error) ? new TypeError('was redirected, which is not followed with a file') : error;
    })
    .finally(() => {
      // An answer may come while the body is still sent, such as a refusal.
      answered = true;
      clearTimeout(timer);
    });
  const read: Exchange['read'] = async (sink) => {
    const reader = response.body?.getReader();
    if (reader === undefined) return;
    try {
      for (;;) {
        allow(stall);
        const { done, value } = await reader.read().finally(() => clearTimeout(timer));
        if (done) return;
        await sink(value);
      }
    } finally {
      // Also when the sink throws: what is left of the body is not wanted then.
      await reader.cancel().catch(() => undefined);
    }
  };
  const bytes: Exchange['bytes'] = async (limit) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    await read((chunk) => {
      length += chunk.length;
      if (length > limit) throw new TooLarge(limit);
      chunks.push(chunk);
    });
    return Buffer.concat(chunks, length);
  };
  return { status: response.status, headers: response.headers, url, read, bytes };
}

/** What fetch says of a redirect that it may not follow. */
const isRedirect = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Error && error.cause.message === 'unexpected redirect';

/** Thrown by `bytes` before a body of any length fills the memory. */
export class TooLarge extends Error {
  constructor(limit: number) {
    super(`sent more than ${limit} bytes, which is no manifest or configuration`);
    this.name = 'TooLarge';
  }
}
