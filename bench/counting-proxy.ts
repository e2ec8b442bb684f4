/** A proxy in front of a registry that counts the bytes pulled through it. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CountingProxy {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Bytes of answers' bodies since the last call. */
  readonly take: () => number;
  readonly stop: () => Promise<void>;
}

/** @param upstream `host:port` of a registry without TLS. */
export async function startCountingProxy(upstream: string): Promise<CountingProxy> {
  let bytes = 0;
  const server = createServer((asked, answer) => {
    const { method, url, headers } = asked;
    const passed = request(`http://${upstream}${url}`, { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.on('data', (chunk: Buffer) => (bytes += chunk.length));
      got.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    // The rest of a transfer that the client gave up must not be counted.
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
