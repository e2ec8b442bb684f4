/** A scripted HTTP server, for faults that a real registry does not have. */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { World } from '../../src/ports.ts';

interface Asked {
  /** `GET /v2/owner/app/manifests/1`; behind {@link routed} with the host: `GET ghcr.io/v2/`. */
  readonly line: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** Answers one request. */
export type Behaviour = (response: ServerResponse, asked: Asked) => void;

export interface FaultyServer {
  readonly host: string;
  readonly origin: string;
  readonly asked: Asked[];
  readonly lines: () => string[];
  readonly stop: () => Promise<void>;
}

type Route = Behaviour | readonly Behaviour[];

/**
 * Starts a server. Routes are request lines, or prefixes that end in `*`. Of a list, each request takes the next behaviour,
 * and the last one is repeated. Without a route, `/v2/` answers 200 and everything else a registry's 404.
 */
export async function startFaulty(routes: Readonly<Record<string, Route>>): Promise<FaultyServer> {
  const asked: Asked[] = [];
  const counts = new Map<string, number>();
  const behaviourFor = (line: string): Behaviour => {
    const key = Object.keys(routes).find((route) =>
      route.endsWith('*') ? line.startsWith(route.slice(0, -1)) : route === line,
    );
    if (key === undefined)
      return line.endsWith('/v2/') ? answer(200, {}, '{}') : refusal(404, 'MANIFEST_UNKNOWN');
    const route = routes[key]!;
    if (typeof route === 'function') return route;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return route[Math.min(count, route.length - 1)]!;
  };
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
    request.on('end', () => {
      const meant = request.headers['x-meant-host'];
      const line = `${request.method} ${typeof meant === 'string' ? meant : ''}${request.url}`;
      const received = { line, authorization: request.headers.authorization, body };
      asked.push(received);
      behaviourFor(line)(response, received);
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const host = `127.0.0.1:${(server.address() as { port: number }).port}`;
  const stop = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { host, origin: `http://${host}`, asked, lines: () => asked.map(({ line }) => line), stop };
}

/** Sends all requests of a world to one server, with the original host, such as ghcr.io, in `x-meant-host`. */
export const routed = <T extends World>(world: T, server: FaultyServer): T => ({
  ...world,
  fetch: (url: string | URL, init?: RequestInit) => {
    const meant = new URL(url);
    const headers = new Headers(init?.headers);
    headers.set('x-meant-host', meant.host);
    return fetch(`${server.origin}${meant.pathname}${meant.search}`, { ...init, headers });
  },
});

export const answer =
  (
    status: number,
    headers: Readonly<Record<string, string>> = {},
    body: string | Uint8Array = '',
  ): Behaviour =>
  (response) =>
    response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers }).end(body);

/** A registry's error answer. */
export const refusal = (
  status: number,
  code: string,
  message = 'no',
  headers: Readonly<Record<string, string>> = {},
): Behaviour =>
  answer(
    status,
    { 'content-type': 'application/json', ...headers },
    JSON.stringify({ errors: [{ code, message }] }),
  );

export const reset: Behaviour = (response) => void response.socket?.resetAndDestroy();
export const hang: Behaviour = () => undefined;

/** Sends the head and half of the body, then calls `end`. */
const half =
  (headers: Readonly<Record<string, string>>, body: Uint8Array, end: Behaviour): Behaviour =>
  (response, asked) => {
    response.writeHead(200, { ...headers, 'content-length': body.length });
    response.write(body.subarray(0, body.length >> 1), () => setTimeout(() => end(response, asked), 20));
  };
export const resetMidway = (headers: Readonly<Record<string, string>>, body: Uint8Array) =>
  half(headers, body, reset);
export const hangMidway = (headers: Readonly<Record<string, string>>, body: Uint8Array) =>
  half(headers, body, hang);
/** Closes the connection properly, after half of the body. */
export const truncated = (headers: Readonly<Record<string, string>>, body: Uint8Array) =>
  half(headers, body, (response) => void response.socket?.end());
/** Ends after half of the body, without a length, so that only the digest is wrong. */
export const shortened =
  (headers: Readonly<Record<string, string>>, body: Uint8Array): Behaviour =>
  (response) => {
    response.writeHead(200, headers).write(body.subarray(0, body.length >> 1));
    response.end();
  };
