import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Command, Ran } from '../../src/ports.ts';
import { findCredential } from '../../src/registry/credentials.ts';
import { systemFiles } from '../../src/world/files.ts';
import { testWorld } from '../support/world.ts';

const path = '/home/me/.docker/config.json';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const me = { auth: base64('me:pass:word') };
const found = { kind: 'basic', username: 'me', password: 'pass:word', from: path };
const anonymous = { kind: 'anonymous' };
const ran = (stdout: string, code = 0): Ran => ({ code, stdout, stderr: '' });

interface Case {
  readonly registry: string;
  readonly config?: unknown;
  readonly env?: Record<string, string>;
  readonly helper?: Ran;
  readonly gives: unknown;
  readonly asks?: string;
  readonly says?: string[];
}

test.each<[string, Case]>([
  ['no config', { registry: 'ghcr.io', gives: anonymous }],
  ['an empty config', { registry: 'ghcr.io', config: '', gives: anonymous }],
  ['auths', { registry: 'ghcr.io', config: { auths: { 'ghcr.io': me } }, gives: found }],
  [
    'user and password apart',
    {
      registry: 'ghcr.io',
      config: { auths: { 'ghcr.io': { username: 'me', password: 'pass:word' } } },
      gives: found,
    },
  ],
  [
    'a key that is an address',
    { registry: 'ghcr.io', config: { auths: { 'https://ghcr.io/v2/': me } }, gives: found },
  ],
  [
    'Docker Hub by its old key',
    { registry: 'docker.io', config: { auths: { 'https://index.docker.io/v1/': me } }, gives: found },
  ],
  [
    'Docker Hub by another key',
    { registry: 'docker.io', config: { auths: { 'registry-1.docker.io': me } }, gives: found },
  ],
  [
    'another port is another host',
    {
      registry: 'localhost:5000',
      config: { auths: { localhost: me, 'localhost:5001': me } },
      gives: anonymous,
    },
  ],
  ['a host that ends alike', { registry: 'cr.io', config: { auths: { 'ghcr.io': me } }, gives: anonymous }],
  [
    'a host named like a property of objects',
    { registry: 'constructor', config: { auths: {} }, gives: anonymous },
  ],
  [
    'an entry that is empty, as a store leaves it',
    { registry: 'ghcr.io', config: { auths: { 'ghcr.io': {} } }, gives: anonymous },
  ],
  [
    'an identity token',
    {
      registry: 'ghcr.io',
      config: { auths: { 'ghcr.io': { auth: base64('me:'), identitytoken: 'long' } } },
      gives: { kind: 'identity', username: 'me', token: 'long', from: path },
    },
  ],
  [
    'DOCKER_CONFIG',
    {
      registry: 'ghcr.io',
      env: { DOCKER_CONFIG: '/elsewhere' },
      config: { auths: { 'ghcr.io': me } },
      gives: { ...found, from: '/elsewhere/config.json' },
    },
  ],
  [
    'a helper for this host',
    {
      registry: 'ghcr.io',
      config: { credHelpers: { 'ghcr.io': 'own' }, credsStore: 'all', auths: { 'ghcr.io': me } },
      helper: ran('{"ServerURL":"ghcr.io","Username":"u","Secret":"s"}'),
      asks: 'docker-credential-own get < ghcr.io',
      gives: { kind: 'basic', username: 'u', password: 's', from: 'docker-credential-own' },
    },
  ],
  [
    'a store, for Docker Hub',
    {
      registry: 'docker.io',
      config: { credHelpers: { 'ghcr.io': 'own' }, credsStore: 'all' },
      helper: ran('{"Username":"<token>","Secret":"s"}'),
      asks: 'docker-credential-all get < https://index.docker.io/v1/',
      gives: { kind: 'identity', username: '<token>', token: 's', from: 'docker-credential-all' },
    },
  ],
  [
    'a store without this host, and the file',
    {
      registry: 'ghcr.io',
      config: { credsStore: 'all', auths: { 'ghcr.io': me } },
      helper: ran('credentials not found in native keychain\n', 1),
      asks: 'docker-credential-all get < ghcr.io',
      gives: found,
    },
  ],
  [
    'a store that is not installed',
    {
      registry: 'ghcr.io',
      config: { credsStore: 'desktop' },
      helper: ran('', 127),
      asks: 'docker-credential-desktop get < ghcr.io',
      gives: anonymous,
      says: [
        "warn docker-credential-desktop, which Docker's config.json names for ghcr.io, is not installed: going on without it.",
      ],
    },
  ],
  [
    'a helper that fails',
    {
      registry: 'ghcr.io',
      config: { credsStore: 'x' },
      helper: ran('secret stuff', 3),
      asks: 'docker-credential-x get < ghcr.io',
      gives: anonymous,
      says: [
        "warn docker-credential-x, which Docker's config.json names for ghcr.io, ended with exit code 3: going on without it.",
      ],
    },
  ],
  [
    'a helper that gives no JSON',
    {
      registry: 'ghcr.io',
      config: { credsStore: 'x' },
      helper: ran('secret stuff'),
      asks: 'docker-credential-x get < ghcr.io',
      gives: anonymous,
      says: ['warn docker-credential-x gave something that is not JSON for ghcr.io: going on without it.'],
    },
  ],
  [
    'a config that is not JSON',
    {
      registry: 'ghcr.io',
      config: '{"auths": {"ghcr.io": {"auth": "c2VjcmV0"',
      gives: anonymous,
      says: [
        `warn ${path} is not readable as JSON, so no credentials are taken from it. "docker login" writes it anew.`,
      ],
    },
  ],
  [
    'an auth without a colon',
    {
      registry: 'ghcr.io',
      config: { auths: { 'ghcr.io': { auth: base64('nothing') } } },
      gives: anonymous,
      says: [`warn ${path} has an entry for ghcr.io that is not "user:password" in base64: passed over.`],
    },
  ],
])('%s', async (_name, { registry, config, env = {}, helper, gives, asks, says = [] }) => {
  const asked: Command[] = [];
  const world = testWorld({
    env: { HOME: '/home/me', ...env },
    files:
      config === undefined
        ? {}
        : {
            [env['DOCKER_CONFIG'] ? '/elsewhere/config.json' : path]:
              typeof config === 'string' ? config : JSON.stringify(config),
          },
    run: (command) => {
      asked.push(command);
      return helper!;
    },
  });
  expect(await findCredential(world, registry)).toEqual(gives);
  expect(asked.map(({ program, args, input }) => `${program} ${args.join(' ')} < ${input}`)).toEqual(
    asks ? [asks] : [],
  );
  expect(world.lines).toEqual(says);
});

test('prefers the inputs for their exact host', async () => {
  const world = testWorld({
    env: { HOME: '/home/me' },
    files: { [path]: JSON.stringify({ auths: { 'ghcr.io': me, 'docker.io': me } }) },
  });
  const logins = [{ registry: 'ghcr.io', username: 'bot', password: 'token' }];
  expect([
    await findCredential(world, 'ghcr.io', logins),
    await findCredential(world, 'docker.io', logins),
  ]).toEqual([{ kind: 'basic', username: 'bot', password: 'token', from: 'the inputs' }, found]);
});

test('warns of an unreadable configuration and goes on anonymously', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'credentials-'));
  const config = join(folder, 'config.json');
  await mkdir(config);
  const world = { ...testWorld({ env: { DOCKER_CONFIG: folder } }), files: systemFiles(folder) };
  expect(await findCredential(world, 'ghcr.io')).toEqual(anonymous);
  expect(world.lines).toEqual([
    `warn No credentials are taken from there: "${config}" could not be read: it is a folder (EISDIR).`,
  ]);
  await rm(folder, { recursive: true });
});
