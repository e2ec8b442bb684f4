/** A real HTTP server that misbehaves as it is told: what a good registry cannot be made to do. */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { World } from '../../src/ports.ts';

interface Asked {
  /** `GET /v2/owner/app/manifests/1`; behind {@link routed}, with the host that was meant: `GET ghcr.io/v2/`. */
  readonly line: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** What a server does with one request. */
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
 * Routes are request lines, or their beginnings that end in `*`. A list is used up one by one, its last stays.
 * Without a route, `/v2/` lets everybody in, and everything else is a registry's 404.
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
      const one = { line, authorization: request.headers.authorization, body };
      asked.push(one);
      behaviourFor(line)(response, one);
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

/** The same world, in which every host's requests reach one server, named `x-meant-host`: for ghcr.io and the like. */
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

/** A refusal in the registries' own form. */
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

/** Sends the head and half of the body, then what `end` does. */
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
/** Closed in order, too early. */
export const truncated = (headers: Readonly<Record<string, string>>, body: Uint8Array) =>
  half(headers, body, (response) => void response.socket?.end());
/** Ends in order and says nothing of a length, so only the digest can tell. */
export const shortened =
  (headers: Readonly<Record<string, string>>, body: Uint8Array): Behaviour =>
  (response) => {
    response.writeHead(200, headers).write(body.subarray(0, body.length >> 1));
    response.end();
  };
