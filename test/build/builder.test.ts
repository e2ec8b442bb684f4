import { mkdir, mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildkitConfig, chooseBuilder } from '../../src/build/builder.ts';
import { requireBuildx } from '../../src/build/buildx.ts';
import { clientEnvironment, withLogin } from '../../src/build/client-config.ts';
import { isForeign } from '../../src/build/emulation.ts';
import { isTemporary } from '../../src/build/temporary.ts';
import type { Ran } from '../../src/ports.ts';
import { systemFiles } from '../../src/world/files.ts';
import { lasting, passing } from '../support/network-words.ts';
import { testWorld } from '../support/world.ts';

const engine = { makesIndexes: false, platform: 'linux/amd64', mirrors: [], insecure: [] } as const;

test.each([
  ['nothing to tell', engine, ['ghcr.io'], ''],
  [
    'a registry on loopback',
    engine,
    ['127.0.0.1:5000/library'],
    '[registry."127.0.0.1:5000"]\n  http = true\n',
  ],
  [
    'a mirror in plain HTTP',
    { ...engine, mirrors: ['http://127.0.0.1:5000/'], insecure: ['127.0.0.1:5000'] },
    [],
    '[registry."docker.io"]\n  mirrors = ["127.0.0.1:5000"]\n[registry."127.0.0.1:5000"]\n  http = true\n',
  ],
  [
    'a mirror with TLS',
    { ...engine, mirrors: ['https://mirror.example/'] },
    [],
    '[registry."docker.io"]\n  mirrors = ["mirror.example"]\n',
  ],
])('buildkitd.toml: %s', (_, of, registries, expected) => {
  expect(buildkitConfig(of, registries)).toBe(expected);
});

const login = { registry: 'ghcr.io', username: 'ada', password: 'pass:word' };
const auth = Buffer.from('ada:pass:word').toString('base64');

test.each([
  ['an empty configuration', {}, login, { auths: { 'ghcr.io': { auth } }, credHelpers: { 'ghcr.io': '' } }],
  [
    'other logins, a store and settings stay',
    { auths: { 'other.io': {} }, credsStore: 'desktop', currentContext: 'mine' },
    login,
    {
      auths: { 'other.io': {}, 'ghcr.io': { auth } },
      credHelpers: { 'ghcr.io': '' },
      credsStore: 'desktop',
      currentContext: 'mine',
    },
  ],
  [
    'Docker Hub has a name of its own',
    {},
    { ...login, registry: 'docker.io' },
    {
      auths: { 'https://index.docker.io/v1/': { auth } },
      credHelpers: { 'https://index.docker.io/v1/': '' },
    },
  ],
])('config.json: %s', (_, config, given, expected) => {
  expect(withLogin(config, given)).toEqual(expected);
});

test.each([
  ['linux/amd64', 'linux/amd64', false],
  ['linux/386', 'linux/amd64', false],
  ['linux/arm64', 'linux/amd64', true],
  ['linux/arm/v7', 'linux/arm64', true],
] as const)('%s on a machine of %s: foreign is %s', (platform, machine, expected) => {
  expect(isForeign(platform, machine)).toBe(expected);
});

test.each<readonly [string, boolean]>([
  ...passing.map((line) => [line, true] as const),
  ...lasting.map((line) => [line, false] as const),
  ['error: the package index cannot be reached: x. It was asked twice. See whether', true],
  ['x 1.0: https://index.example/x.whl: the connection ended early, after 5 tries', true],
  ['E: Failed to fetch http://d/x.deb  503  Service Unavailable [IP: 192.0.2.1 80]', true],
  ['ERROR: failed to push: unexpected status from PUT request: 503 Service Unavailable', true],
  ['failed to copy: httpReadSeeker: unexpected EOF', true],
  ['ERROR: (*service).Write failed: rpc error: ref layer-sha256:19 locked for 228ms', true],
  ['error: Request failed after 3 retries\n  cause: operation timed out', true],
  ['WARNING: fetching https://mirror.example/APKINDEX.tar.gz: DNS lookup error', true],
  ['  Could not connect to mirror.example:80 (203.0.113.80), connection timed out', true],
  ['  Unable to connect to mirror.example:http:', true],
  ['error: connection-failed', true],
  ['error: connection-timeout', true],
  ['#35 3.502 Traceback (most recent call last):', false],
  ['unexpected status from POST request: 401 Unauthorized', false],
  ['process "/bin/sh -c make" did not complete successfully: exit code: 2', false],
])('%s: worth another try is %s', (log, expected) => {
  expect(isTemporary(log.split('\n'))).toBe(expected);
});

test('a folder that buildx cannot write is named, with the variable that names another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'builder-'));
  const world = {
    ...testWorld({
      run: ({ args }) => ({
        code: 1,
        stdout: '',
        stderr: args.includes('create') ? 'ERROR: mkdir /proc/none: no such file or directory\n' : '',
      }),
    }),
    files: systemFiles(folder),
  };
  const request = { engine, env: {}, registries: [], name: 'own', beforeCreate: () => {} };
  await expect(chooseBuilder(world, request)).rejects.toMatchObject({
    problems: [
      {
        station: 'machine',
        about: 'builder',
        message:
          '"/proc/none" could not be written by buildx, which keeps its builders there: no such file or directory. BUILDX_CONFIG names another folder.',
      },
    ],
  });
  await rm(folder, { recursive: true });
});

test.each([
  ['a folder', 'own', ['buildx', 'config.json']],
  ['none', 'none', ['config.json']],
  ['a file in its place', '/etc/passwd', ['config.json']],
])("the client's configuration of one run, beside what the user has: %s", async (_, own, names) => {
  const folder = await mkdtemp(join(tmpdir(), 'client-'));
  await mkdir(join(folder, 'own/buildx'), { recursive: true });
  const path = resolve(folder, own);
  const world = { ...testWorld({ env: { DOCKER_CONFIG: path } }), files: systemFiles(folder) };
  const { DOCKER_CONFIG: made = '' } = await clientEnvironment(world, login);
  expect((await readdir(made)).toSorted()).toEqual(names);
  if (names.includes('buildx')) expect(await readlink(join(made, 'buildx'))).toBe(join(path, 'buildx'));
  await rm(folder, { recursive: true });
});

describe('which buildx', () => {
  const answering = (said: Partial<Ran>) =>
    requireBuildx(testWorld({ run: () => ({ code: 0, stdout: '', stderr: '', ...said }) }), {});
  test.each(['v0.12.0', 'v0.13.1', '0.29.1+ds1-1', 'v0.0.0+unknown'])('%s does', async (version) => {
    await expect(
      answering({ stdout: `github.com/docker/buildx ${version} 1a2b3c\n` }),
    ).resolves.toBeUndefined();
  });
  test('one without annotations builds, and it is said what that costs', async () => {
    const stdout = 'github.com/docker/buildx v0.11.2 9872040\n';
    const world = testWorld({ run: () => ({ code: 0, stdout, stderr: '' }) });
    await requireBuildx(world, {});
    expect(world.lines).toEqual([
      'warn buildx v0.11.2 puts no annotations into an image, 0.12.0 and newer do: the next run could not compare, and would build again. Update the plugin (on Debian and Ubuntu: docker-buildx; in a workflow: docker/setup-buildx-action).',
    ]);
  });
});

test.each([
  ['26.1.5+dfsg1', "Or switch on Docker's containerd image store, or name"],
  [undefined, "Or switch on Docker's containerd image store, or name"],
  [
    '20.10.24+dfsg1',
    'Or update Docker, which is 20.10.24+dfsg1: 24.0.0 and newer have the containerd image store, or name',
  ],
])('where no builder can be started, Docker %s is told what to do', async (version, words) => {
  const refusing = testWorld({ run: () => ({ code: 1, stdout: '', stderr: 'no such image' }) });
  const files = { ...refusing.files, temporary: async () => '/temporary', write: async () => {} };
  const world = { ...refusing, files };
  const request = {
    engine: { ...engine, ...(version === undefined ? {} : { version }) },
    env: {},
    registries: [],
    name: 'mine',
    beforeCreate: () => {},
  };
  await expect(chooseBuilder(world, request)).rejects.toThrow(words);
});
