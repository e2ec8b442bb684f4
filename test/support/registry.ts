/** Real registries on loopback: Debian's docker-registry, each with its own port, storage and authentication. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registryProgram } from './registry-program.ts';
import type { TokenServer } from './tokens.ts';

export interface TestRegistry {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Requests in the order of its access log: `GET /v2/ 200`. */
  readonly requests: () => string[];
  /** Path of a blob's file, for tests that change it. */
  readonly blobPath: (digest: string) => string;
  readonly stop: () => Promise<void>;
}

export type TestAuth =
  | { readonly kind: 'open' }
  /** User `reader`, password `pass:word`. */
  | { readonly kind: 'basic' }
  | { readonly kind: 'token'; readonly server: TokenServer };

export const basicUser = { username: 'reader', password: 'pass:word' };
const htpasswd = 'reader:$2b$04$BGbu0d7fwWg8vbSZA03LHO2zVzMcwxqwdNDSvTWT3XrztpvOIhX5m\n';

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

export async function startRegistry(auth: TestAuth = { kind: 'open' }): Promise<TestRegistry> {
  const program = await registryProgram();
  const folder = await mkdtemp(join(tmpdir(), 'registry-'));
  const host = `127.0.0.1:${await freePort()}`;
  await writeFile(join(folder, 'htpasswd'), htpasswd);
  if (auth.kind === 'token') await writeFile(join(folder, 'roots.pem'), auth.server.certificate);
  await writeFile(
    join(folder, 'registry.yml'),
    JSON.stringify({
      version: 0.1,
      log: { level: 'error' },
      storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
      http: { addr: host, secret: 'loopback' },
      ...(auth.kind === 'basic' && { auth: { htpasswd: { realm: 'test', path: join(folder, 'htpasswd') } } }),
      ...(auth.kind === 'token' && {
        auth: {
          token: {
            realm: auth.server.realm,
            service: auth.server.service,
            issuer: auth.server.issuer,
            rootcertbundle: join(folder, 'roots.pem'),
          },
        },
      }),
    }),
  );
  const child = spawn(program, ['serve', join(folder, 'registry.yml')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  const stop = async () => {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`http://${host}/v2/`).catch(() => undefined);
    if (answer) break;
    if (tries > 200 || child.exitCode !== null) {
      await stop();
      throw new Error(`${program} did not start:\n${output}`);
    }
    await new Promise((later) => setTimeout(later, 25));
  }
  output = '';
  const requests = () =>
    [...output.matchAll(/"(GET|HEAD|PUT|POST|PATCH|DELETE) (\S+) HTTP\/[\d.]+" (\d+)/g)].map(
      ([, method, path, status]) => `${method} ${path} ${status}`,
    );
  const blobPath = (digest: string): string =>
    join(folder, 'data/docker/registry/v2/blobs/sha256', digest.slice(7, 9), digest.slice(7), 'data');
  return { host, requests, blobPath, stop };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((exited) => child.once('exit', exited));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 2000);
  await exit;
  clearTimeout(late);
}
