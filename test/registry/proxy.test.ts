import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTls } from 'node:tls';
import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../../src/ports.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { trustAlso } from '../../src/world/trust.ts';
import { openWorld } from '../../src/world/world.ts';
import { makeManifest, pushImage, tag } from '../support/images.ts';
import { freePort, type TestRegistry, startRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';

interface Proxy {
  readonly host: string;
  /** `GET http://registry.test/v2/`, `CONNECT ghcr.io:443`; what lacked the password ends in `refused`. */
  readonly lines: string[];
  readonly stop: () => Promise<unknown>;
}

/** A company's proxy. `hosts` maps names that only it can resolve to ports on this machine. */
async function startProxy(hosts: Readonly<Record<string, string>>, login?: string): Promise<Proxy> {
  const lines: string[] = [];
  const lets = (asked: IncomingMessage): boolean => {
    const given = asked.headers['proxy-authorization'];
    const ok = login === undefined || given === `Basic ${Buffer.from(login).toString('base64')}`;
    lines.push(`${asked.method} ${asked.url}${ok ? '' : ' refused'}`);
    return ok;
  };
  const server = createServer((asked, response) => {
    if (!lets(asked)) return void response.writeHead(407).end();
    const meant = new URL(asked.url ?? '');
    const [hostname, port] = (hosts[meant.host] ?? '').split(':');
    const path = meant.pathname + meant.search;
    const onwards = request({ hostname, port, path, method: asked.method, headers: asked.headers });
    onwards.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    asked.pipe(onwards);
  });
  const sockets = new Set<Socket>();
  server.on('connect', (asked: IncomingMessage, socket: Socket) => {
    if (!lets(asked)) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const [hostname, port] = (hosts[asked.url ?? ''] ?? '').split(':');
    if (port === undefined) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const onwards = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onwards.pipe(socket).pipe(onwards);
    });
    for (const end of [socket, onwards]) {
      sockets.add(end);
      end.on('error', () => socket.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  const stop = () =>
    new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
    });
  return { host: `127.0.0.1:${port}`, lines, stop };
}

/** The registry as https://ghcr.io, with a certificate of an authority that this process trusts from now on. */
async function startTls(
  registry: TestRegistry,
  folder: string,
): Promise<{ readonly host: string; stop: () => void }> {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const how = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=ghcr.io';
  const more = ['-addext', 'subjectAltName=DNS:ghcr.io', '-keyout', key, '-out', cert];
  execFileSync('openssl', [...how.split(' '), ...more], { stdio: 'ignore' });
  await trustAlso(cert);
  const port = await freePort();
  const server = createTls({ key: await readFile(key), cert: await readFile(cert) }, (socket) => {
    const onwards = connect(Number(registry.host.split(':')[1]), '127.0.0.1');
    for (const end of [socket, onwards]) end.on('error', () => socket.destroy());
    socket.pipe(onwards).pipe(socket);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return { host: `127.0.0.1:${port}`, stop: () => void server.close() };
}

let registry: TestRegistry;
let proxy: Proxy;
let strict: Proxy;
let folder: string;
const stops: (() => unknown)[] = [];
const image = makeManifest(['through a proxy']);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proxy-'));
  registry = await startRegistry();
  const tls = await startTls(registry, folder);
  const hosts = {
    'registry.test': registry.host,
    'registry.test:80': registry.host,
    'ghcr.io:443': tls.host,
  };
  [proxy, strict] = await Promise.all([startProxy(hosts), startProxy(hosts, 'me:pass word')]);
  const name = 'owner/app';
  const repository = { registry: registry.host, name };
  await pushImage(new RegistryClient(testWorld()), repository, ['through a proxy'], tag('1'));
  stops.push(registry.stop, tls.stop, proxy.stop, strict.stop, () => rm(folder, { recursive: true }));
}, 20_000);
afterAll(() => Promise.all(stops.map((stop) => stop())));

/** Opens a world with these variables in its environment. */
async function within<T>(env: World['env'], work: (client: RegistryClient) => Promise<T>): Promise<T> {
  const opened = openWorld(testWorld().log, env);
  // No credentials, and no real waits.
  const world = { ...opened.world, env: {}, files: testWorld().files, clock: testWorld().clock };
  try {
    return await work(new RegistryClient(world, { plain: ['registry.test'] }));
  } finally {
    opened.close();
  }
}

const head = (host: string) => (client: RegistryClient) =>
  client.headManifest({ registry: host, name: 'owner/app' }, tag('1')).then((found) => found?.digest);
const through = (used: Proxy, before: number) => [
  ...new Set(
    used.lines.slice(before).map((line) =>
      line
        .split(' ')
        .slice(1)
        .join(' ')
        .replace(/^http:\/\/([^/]*).*$/, '$1')
        .replace(/:\d+/, ''),
    ),
  ),
];

test.each<[string, string, (host: string) => World['env']]>([
  ['HTTP by http_proxy', 'registry.test', (host) => ({ http_proxy: `http://${host}` })],
  ['HTTP by HTTP_PROXY', 'registry.test', (host) => ({ HTTP_PROXY: `http://${host}` })],
  ['HTTPS by https_proxy', 'ghcr.io', (host) => ({ https_proxy: `http://${host}` })],
  ['HTTPS by HTTPS_PROXY', 'ghcr.io', (host) => ({ HTTPS_PROXY: `http://${host}` })],
])('%s goes through the proxy', async (_name, host, env) => {
  const before = proxy.lines.length;
  expect(await within(env(proxy.host), head(host))).toBe(image.digest);
  expect(through(proxy, before)).toEqual([host]);
});

test('pushes through the proxy', async () => {
  const before = proxy.lines.length;
  const repository = { registry: 'registry.test', name: 'pushed/app' };
  const tags = await within({ HTTP_PROXY: `http://${proxy.host}` }, async (client) => {
    await pushImage(client, repository, ['pushed'], tag('2'));
    return client.listTags(repository);
  });
  expect([tags, through(proxy, before)]).toEqual([['2'], ['registry.test']]);
});

test('authenticates at the proxy with the password in its address', async () => {
  const url = `http://me:pass%20word@${strict.host}`;
  expect(await within({ HTTP_PROXY: url, HTTPS_PROXY: url }, head('ghcr.io'))).toBe(image.digest);
  expect(await within({ HTTP_PROXY: url, HTTPS_PROXY: url }, head('registry.test'))).toBe(image.digest);
  expect(through(strict, 0)).toEqual(['ghcr.io', 'registry.test']);
});

test('reaches this machine and the hosts of NO_PROXY without the proxy', async () => {
  const elsewhere = createServer(
    (_asked, response) => void response.writeHead(200, { 'docker-content-digest': image.digest }).end(),
  );
  elsewhere.listen(0, '127.0.0.2');
  await new Promise((listening) => elsewhere.once('listening', listening));
  const host = `127.0.0.2:${(elsewhere.address() as { port: number }).port}`;
  const before = proxy.lines.length;
  const env = { HTTP_PROXY: `http://${proxy.host}`, NO_PROXY: 'example.org,127.0.0.2' };
  expect(await within(env, head(registry.host))).toBe(image.digest);
  expect(await within(env, head(host))).toBe(image.digest);
  expect(proxy.lines.slice(before)).toEqual([]);
  elsewhere.close();
  elsewhere.closeAllConnections();
});

const refused = 'was stopped by the proxy of HTTPS_PROXY or HTTP_PROXY, which answered';
const password = `${refused} 407; its address there must have a user and a password.`;
test.each([
  ['that wants a password', () => `http://${strict.host}`, 'ghcr.io', password],
  ['that wants another password', () => `http://me:secret@${strict.host}`, 'ghcr.io', password],
  ['that wants a password, for HTTP', () => `http://${strict.host}`, 'registry.test', password],
  [
    'that does not allow the host',
    () => `http://${proxy.host}`,
    'quay.io',
    `${refused} 403; it must allow this host, or NO_PROXY must name it.`,
  ],
  [
    'that is not there',
    () => `http://me:secret@127.0.0.1:1`,
    'ghcr.io',
    'got no whole answer: ECONNREFUSED connect ECONNREFUSED 127.0.0.1:1. This was tried 6 times in',
  ],
])('names a proxy %s in the message', async (_name, url, host, words) => {
  const env = { HTTP_PROXY: url(), HTTPS_PROXY: url() };
  const error: unknown = await within(env, head(host)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    problems: [{ station: 'registry', about: `${host}/owner/app`, message: expect.stringContaining(words) }],
  });
  expect(inspect(error, { depth: 9 })).not.toContain('secret');
});
