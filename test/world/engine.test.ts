import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { engineAsker } from '../../src/world/engine.ts';

const folder = await mkdtemp(join(tmpdir(), 'engine-test-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

const at = (path: string) => ({ DOCKER_HOST: `unix://${path}` });

let sockets = 0;
/** Starts a server on a new socket; gives the socket's path. */
async function listen(answer: RequestListener): Promise<string> {
  const path = join(folder, `${(sockets += 1)}.sock`);
  const server = createServer(answer).listen(path);
  servers.push(server);
  await new Promise((listening) => server.once('listening', listening));
  return path;
}

const info = JSON.stringify({ Architecture: 'x86_64', Name: 'ünï' });
const right: RequestListener = (asked, response) => {
  response.end(asked.method === 'GET' && asked.url === '/info' ? info : `${asked.method} ${asked.url}`);
};

test.each<[string, RequestListener, string | undefined]>([
  ['an answer', right, info],
  [
    'an answer in pieces, cut in the middle of a character',
    (_, response) => {
      const bytes = Buffer.from(info);
      const middle = bytes.indexOf('ü') + 1;
      response.write(bytes.subarray(0, middle), () => response.end(bytes.subarray(middle)));
    },
    info,
  ],
  ['a refusal', (_, response) => void response.writeHead(403).end('no'), undefined],
  ['a connection that ends without an answer', (asked) => void asked.socket.destroy(), undefined],
  [
    'an answer that ends too early',
    (_, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write(info, () => response.destroy());
    },
    undefined,
  ],
])('%s', async (_, answer, expected) => {
  const asker = engineAsker(at(await listen(answer)));
  expect(await asker('/info')).toBe(expected);
});

test('gives up after the time limit: without an answer, within one, and where bytes arrive slowly', async () => {
  const beginning: RequestListener = (_, response) => void response.writeHead(200).write('{');
  const trickling: RequestListener = (_, response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write(' '), 500);
    response.on('close', () => clearInterval(drip));
  };
  const paths = await Promise.all([() => {}, beginning, trickling].map(listen));
  const start = Date.now();
  const asked = paths.map((path) => engineAsker(at(path))('/info'));
  expect(await Promise.all(asked)).toEqual([undefined, undefined, undefined]);
  expect(Date.now() - start).toBeLessThan(8000);
});

test.each<[string, (path: string) => Record<string, string>, string | undefined]>([
  ['nobody at the socket', (path) => at(`${path}.none`), undefined],
  ['a folder in its place', () => at(folder), undefined],
  ['an engine of another machine', () => ({ DOCKER_HOST: 'tcp://127.0.0.1:2375' }), undefined],
  ['an engine over SSH', () => ({ DOCKER_HOST: 'ssh://ada@example.org' }), undefined],
  ['the engine of a context', () => ({ DOCKER_CONTEXT: 'far' }), undefined],
  ['a context beside a host, which wins', (path) => ({ ...at(path), DOCKER_CONTEXT: 'far' }), info],
  ['a host without a scheme', (path) => ({ DOCKER_HOST: path }), undefined],
])('%s', async (_, env, expected) => {
  expect(await engineAsker(env(await listen(right)))('/info')).toBe(expected);
});
