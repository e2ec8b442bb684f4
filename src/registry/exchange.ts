/** One HTTP request and its answer, with a time limit on every pause. No retries, no credentials, no redirects. */
import type { Fetch } from '../ports.ts';
import { chunksOf, type FilePart } from './file-part.ts';

export interface Request {
  readonly method: string;
  readonly headers?: Headers | Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string | FilePart;
}

export interface Exchange {
  readonly status: number;
  readonly headers: Headers;
  readonly url: URL;
  /** Hands the body to `sink` as it arrives. Must be called once: until then the connection stays in use. */
  read(sink: (chunk: Uint8Array) => Promise<void> | void): Promise<void>;
  bytes(limit: number): Promise<Uint8Array>;
}

/** Milliseconds in which this many bytes must be sent, at 50 bytes a millisecond. */
export const sendingTime = (bytes: number): number => bytes / 50;

/**
 * Sends one request. Rejects when no answer begins within `stall` milliseconds plus {@link sendingTime} of the body.
 * `read` rejects when the answer's body pauses for `stall`. While a part of a file is sent, a pause of `stall` rejects;
 * after its last chunk the answer has four times that, since the registry has yet to receive and store the whole.
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
  const limit = (milliseconds: number): void => {
    clearTimeout(timer);
    // Not unref'd: a process with nothing else to do would end here, without an error.
    timer = setTimeout(
      () => controller.abort(new Error(`silent for ${Math.round(milliseconds / 1000)} s`)),
      milliseconds,
    );
  };
  const init: RequestInit = { method, redirect: 'manual', signal: controller.signal };
  const allHeaders = new Headers(headers);
  if (typeof body === 'object' && 'path' in body) {
    const { size } = body;
    allHeaders.set('content-length', String(size));
    limit(stall);
    init.body = chunksOf(body, (bytes) => {
      if (!answered) limit(bytes < size ? stall : 4 * stall);
    });
    init.duplex = 'half';
    // With any other value fetch keeps the body for a redirect: a layer would fill the memory.
    init.redirect = 'error';
  } else {
    limit(stall + sendingTime(body?.length ?? 0));
    if (body !== undefined) init.body = body;
  }
  const response = await fetch(url, { ...init, headers: allHeaders })
    .catch((error: unknown) => {
      throw isRedirect(error) ? new TypeError('was redirected, which is not followed with a file') : error;
    })
    .finally(() => {
      answered = true;
      clearTimeout(timer);
    });
  const read: Exchange['read'] = async (sink) => {
    const reader = response.body?.getReader();
    if (reader === undefined) return;
    try {
      for (;;) {
        limit(stall);
        const { done, value } = await reader.read().finally(() => clearTimeout(timer));
        if (done) return;
        await sink(value);
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  };
  const bytes: Exchange['bytes'] = async (most) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    await read((chunk) => {
      length += chunk.length;
      if (length > most) throw new TooLarge(most);
      chunks.push(chunk);
    });
    return Buffer.concat(chunks, length);
  };
  return { status: response.status, headers: response.headers, url, read, bytes };
}

const isRedirect = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Error && error.cause.message === 'unexpected redirect';

export class TooLarge extends Error {
  constructor(limit: number) {
    super(`sent more than ${limit} bytes, which is no manifest or configuration`);
    this.name = 'TooLarge';
  }
}
