/** One HTTP request and its answer, with an end to every hang. No retries, no credentials, no redirects. */
import type { Fetch } from '../ports.ts';

export interface Exchange {
  readonly status: number;
  readonly headers: Headers;
  readonly url: URL;
  /** Hands over the body as it comes; must be called, once, or the connection stays taken. */
  read(sink: (chunk: Uint8Array) => Promise<void> | void): Promise<void>;
  /** The body, of at most `limit` bytes. */
  bytes(limit: number): Promise<Uint8Array>;
}

/** Slower than this a body is not sent: bytes a millisecond. */
const slowest = 50;

/**
 * Sends one request. Rejects when no answer begins within `stall` milliseconds (a body that is sent gets time for
 * its size besides), and `read` when the answer's body pauses for so long.
 */
export async function exchange(fetch: Fetch, url: URL, init: RequestInit, stall: number): Promise<Exchange> {
  const controller = new AbortController();
  const sending =
    init.body instanceof Blob ? init.body.size : init.body instanceof Uint8Array ? init.body.length : 0;
  const watch = <T>(work: Promise<T>, milliseconds: number): Promise<T> => {
    const reason = new Error(`silent for ${Math.round(milliseconds / 1000)} s`);
    // Not unref'd: a hang must end with an error, not with a process that has nothing left to do.
    const timer = setTimeout(() => controller.abort(reason), milliseconds);
    return work.finally(() => clearTimeout(timer));
  };
  const response = await watch(
    fetch(url, { ...init, redirect: 'manual', signal: controller.signal }),
    stall + sending / slowest,
  );
  const read: Exchange['read'] = async (sink) => {
    const reader = response.body?.getReader();
    if (reader === undefined) return;
    try {
      for (;;) {
        const { done, value } = await watch(reader.read(), stall);
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

/** Thrown by `bytes` before a body of any length fills the memory. */
export class TooLarge extends Error {
  constructor(limit: number) {
    super(`sent more than ${limit} bytes, which is no manifest or configuration`);
    this.name = 'TooLarge';
  }
}
