/** Stands in front of a server and notes what it is asked for, and by whom. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Counter {
  /** `ADDRESS:PORT`. */
  readonly host: string;
  /** What this program itself asked for since the last call, `GET /simple/six/`, in order; not what buildx and uv did. */
  readonly take: () => string[];
  readonly stop: () => Promise<void>;
}

/** @param upstream `host:port` of a server that is spoken to in plain HTTP. @param address that the counter listens on. */
export async function startCounter(upstream: string, address = '127.0.0.1'): Promise<Counter> {
  let asked: string[] = [];
  const server = createServer((incoming, answer) => {
    const { method, url = '', headers } = incoming;
    if (headers['user-agent'] === 'node') asked.push(`${method} ${url}`);
    const onwards = request(`http://${upstream}${url}`, { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    onwards.on('error', () => answer.destroy());
    answer.on('close', () => onwards.destroy());
    incoming.pipe(onwards);
  });
  await new Promise<void>((listening) => server.listen(0, address, listening));
  return {
    host: `${address}:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = asked;
      asked = [];
      return taken;
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
