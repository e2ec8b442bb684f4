/** A proxy in front of a registry or an index that counts what passes through it, and can answer late. */
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CountingProxy {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Bytes of answers' bodies since the last call. */
  readonly take: () => number;
  /** Requests since the last call, `GET /v2/ 200`, in the order of their answers. */
  readonly takeRequests: () => string[];
  readonly stop: () => Promise<void>;
}

/** @param upstream `host:port` of a server without TLS. @param latency milliseconds that each answer is held back. */
export async function startCountingProxy(upstream: string, latency = 0): Promise<CountingProxy> {
  let bytes = 0;
  let requests: string[] = [];
  // Without it every request would open a connection, which costs more than the answer.
  const agent = new Agent({ keepAlive: true });
  const server = createServer((asked, answer) => {
    const { method, url, headers } = asked;
    const passed = request(`http://${upstream}${url}`, { method, headers, agent }, (got) => {
      requests.push(`${method} ${url} ${got.statusCode}`);
      const pass = (): void => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.on('data', (chunk: Buffer) => (bytes += chunk.length));
        got.pipe(answer);
      };
      if (latency === 0) pass();
      else setTimeout(pass, latency);
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
    takeRequests: () => {
      const taken = requests;
      requests = [];
      return taken;
    },
    stop: () =>
      new Promise((stopped) => {
        agent.destroy();
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
