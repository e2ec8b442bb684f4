/** A proxy before a real registry that breaks connections: it cuts uploads off and loses answers. */
import {
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
  createServer,
  request,
} from 'node:http';
import { type Behaviour, reset } from './faults.ts';
import type { TestRegistry } from './registry.ts';

export interface Line {
  readonly host: string;
  /** Requests in order, without queries and identifiers of uploads: `PUT /v2/owner/app/blobs/uploads/`. */
  readonly lines: () => string[];
  readonly stop: () => Promise<void>;
}

/** A fault for one request. */
export type Fault =
  /** Passes half of the body, then resets the connection. */
  | { readonly kind: 'cut' }
  /** Passes half of the body, and never reads the rest. */
  | { readonly kind: 'stuck' }
  /** Passes the whole request, and resets the connection instead of answering. */
  | { readonly kind: 'lost' }
  /** Passes the whole request, and never answers. */
  | { readonly kind: 'silent' }
  /** Answers in place of the registry. */
  | { readonly kind: 'instead'; readonly of: Behaviour };

/** Starts the proxy. Each prefix of a request's line has a list of faults, one for each request; later ones pass. */
export async function startLine(
  registry: Pick<TestRegistry, 'host'>,
  faults: Readonly<Record<string, readonly Fault[]>> = {},
): Promise<Line> {
  const lines: string[] = [];
  const left = Object.entries(faults).map(([start, of]) => ({ start, of: [...of] }));
  const server = createServer((asked, response) => {
    const line = `${asked.method} ${asked.url}`.replace(/\?.*$/, '').replace(/(?<=\/uploads\/).*$/, '');
    lines.push(line);
    const fault = left.find(({ start, of }) => of.length > 0 && line.startsWith(start))?.of.shift();
    if (fault?.kind === 'instead') {
      asked.resume().on('end', () => fault.of(response, { line, authorization: undefined, body: '' }));
      return;
    }
    const [hostname, port] = registry.host.split(':');
    const { method, url: path, headers } = asked;
    const onwards = request({ hostname, port, method, path, headers, agent: false });
    onwards.on('error', () => asked.socket.destroy());
    if (fault?.kind === 'cut' || fault?.kind === 'stuck') passHalf(asked, onwards, fault);
    else asked.pipe(onwards);
    onwards.on('response', (answer) => respond(answer, response, fault));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  const stop = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { host: `127.0.0.1:${port}`, lines: () => [...lines], stop };
}

function passHalf(asked: IncomingMessage, onwards: ClientRequest, { kind }: Fault): void {
  let left = Number(asked.headers['content-length'] ?? 0) >> 1;
  asked.on('data', (chunk: Buffer) => {
    onwards.write(chunk.subarray(0, left));
    left -= chunk.length;
    if (left > 0) return;
    asked.pause();
    if (kind === 'stuck') return;
    onwards.destroy();
    asked.socket.resetAndDestroy();
  });
}

function respond(answer: IncomingMessage, response: ServerResponse, fault: Fault | undefined): void {
  if (fault === undefined) {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
    return;
  }
  answer.resume();
  if (fault.kind === 'lost') reset(response, { line: '', authorization: undefined, body: '' });
}
