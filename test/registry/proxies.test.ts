import { execFile } from 'node:child_process';
import { createServer, request } from 'node:http';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultyServer, answer, startFaulty } from '../support/faults.ts';

// The proxy setting is one of the whole process, so each row runs in a process of its own.
const program = `
  import { fetchThroughProxies } from ${JSON.stringify(new URL('../../src/registry/proxies.ts', import.meta.url).href)};
  const fetch = fetchThroughProxies(process.env, console.error);
  for (const url of process.argv.slice(1)) console.log(await fetch(url).then((got) => got.text(), (error) => error.cause.code));
`;

let target: FaultyServer;
const seen: string[] = [];
const proxy = createServer((incoming, outgoing) => {
  seen.push(incoming.url!);
  // Whatever name was asked for is the target, as behind a proxy that alone can resolve it.
  const { host, path } = { host: target.host, path: new URL(incoming.url!).pathname };
  request(`http://${host}${path}`, (got) => got.pipe(outgoing)).end();
}).on('connect', (incoming, socket) => {
  seen.push(`CONNECT ${incoming.url}`);
  const [name, port] = target.host.split(':');
  void import('node:net').then(({ connect }) => {
    const up = connect(Number(port), name, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      up.pipe(socket).pipe(up);
    });
  });
});
beforeAll(async () => {
  target = await startFaulty({ 'GET /*': answer(200, {}, 'reached') });
  proxy.listen(0, '127.0.0.1');
  await new Promise((listening) => proxy.once('listening', listening));
});
afterAll(async () => {
  proxy.close();
  await target.stop();
});

const address = () => `http://127.0.0.1:${(proxy.address() as { port: number }).port}`;
const far = 'http://registry.invalid/v2/';
test.each<[string, () => Record<string, string>, string, number]>([
  ['no proxy', () => ({}), 'ENOTFOUND reached', 0],
  ['HTTP_PROXY', () => ({ HTTP_PROXY: address() }), 'reached reached', 1],
  ['http_proxy', () => ({ http_proxy: address() }), 'reached reached', 1],
  ['NO_PROXY', () => ({ HTTP_PROXY: address(), NO_PROXY: '.invalid' }), 'ENOTFOUND reached', 0],
])('%s', async (_name, env, printed, through) => {
  seen.length = 0;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', program, far, target.origin],
    { env: { PATH: process.env['PATH'], ...env() } },
  );
  expect([stdout.trim().split('\n').join(' '), seen.length]).toEqual([printed, through]);
});
