/** Stands in front of a registry and counts what is pulled through it. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CountingProxy {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Bytes of all answers' bodies since the last call. */
  readonly take: () => number;
  readonly stop: () => Promise<void>;
}

/** @param upstream `host:port` of a registry that is spoken to in plain HTTP. */
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
    // A client that goes away must not leave a transfer that is still counted.
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
