import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchange } from '../../src/registry/exchange.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exchange-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** PUTs a part of a file to a scripted server; gives the status, or the error's message. */
async function put(
  part: { readonly path: string; readonly offset: number; readonly size: number },
  serve: (asked: IncomingMessage, response: ServerResponse) => void,
): Promise<number | string> {
  const server = createServer(serve).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  try {
    const url = new URL(`http://127.0.0.1:${port}/`);
    const answer = await exchange(fetch, url, { method: 'PUT', body: part }, 10_000);
    await answer.read(() => undefined);
    return answer.status;
  } catch (error) {
    return (error as Error).message;
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

test('streams a part of a file without holding it in memory', async () => {
  const [path, size] = [join(folder, 'large'), 200_000_000];
  const disk = await open(path, 'w');
  // A sparse file takes no space on the disk.
  await disk.truncate(size);
  await disk.close();
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const before = process.memoryUsage().arrayBuffers;
  let [taken, most] = [0, 0];
  const status = await put({ path, offset: 0, size }, (asked, response) => {
    asked.on('data', (chunk: Buffer) => {
      const counted = Math.floor(taken / (size / 10));
      taken += chunk.length;
      if (Math.floor(taken / (size / 10)) === counted) return;
      collect();
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    });
    asked.on('end', () => response.writeHead(201).end());
  });
  expect({ status, taken, gathered: most > size / 2 }).toEqual({ status: 201, taken: size, gathered: false });
});

test.each<[string, number, (asked: IncomingMessage, response: ServerResponse) => void, number | string]>([
  [
    'of no bytes',
    0,
    (asked, response) => response.writeHead(asked.headers['content-length'] === '0' ? 201 : 411).end(),
    201,
  ],
  [
    'that is refused before it is sent',
    30_000_000,
    (asked, response) => {
      response.writeHead(403).end();
      asked.resume();
    },
    403,
  ],
  [
    'that is refused after it was sent',
    100,
    (asked, response) => asked.resume().on('end', () => response.writeHead(401).end()),
    401,
  ],
  [
    'that is sent on to elsewhere',
    100,
    (asked, response) => asked.resume().on('end', () => response.writeHead(307, { location: '/x' }).end()),
    'was redirected, which is not followed with a file',
  ],
])('a part %s', async (_name, size, serve, outcome) => {
  const path = join(folder, 'part');
  await writeFile(path, Buffer.alloc(40_000_000));
  expect(await put({ path, offset: 10, size }, serve)).toBe(outcome);
});
