import { expect, test } from 'vitest';
import { isElsewhere, peekEngine, readEngine } from '../../src/build/engine.ts';
import type { Ran } from '../../src/ports.ts';
import { testWorld } from '../support/world.ts';

const info = {
  DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']],
  Architecture: 'aarch64',
  ServerVersion: '26.1.5+dfsg1',
  RegistryConfig: {
    Mirrors: ['https://mirror.example/'],
    IndexConfigs: { 'docker.io': { Secure: true }, 'registry.internal:5000': { Secure: false } },
  },
};
const engine = {
  version: '26.1.5+dfsg1',
  makesIndexes: true,
  platform: 'linux/arm64',
  mirrors: ['https://mirror.example/'],
  insecure: ['registry.internal:5000'],
};
const bare = { makesIndexes: false, platform: 'linux/amd64', mirrors: [], insecure: [] };

test.each([
  ['what it says', JSON.stringify(info), engine],
  ['an older one, which says less', '{"DriverStatus":null,"RegistryConfig":{"Mirrors":null}}', bare],
  ['nobody', undefined, undefined],
  ['something else', '<html>', undefined],
  ['JSON that is no object', 'null', undefined],
])('an engine is looked at: %s', async (_, text, expected) => {
  const asked: string[] = [];
  const ask = (path: string) => (asked.push(path), Promise.resolve(text));
  expect(await peekEngine({ ...testWorld(), engine: ask })).toEqual(expected);
  expect(asked).toEqual(['/info']);
});

const far = '{"currentContext":"far"}';
/** Environment variables, `config.json` of the usual folder, and of the folder `/config`. */
test.each<[string, Readonly<Record<string, string>>, string | undefined, boolean]>([
  ['nothing said', {}, undefined, false],
  ['another context', {}, far, true],
  ['the default context', {}, '{"currentContext":"default"}', false],
  ['no context', {}, '{"currentContext":""}', false],
  ['a configuration without one', {}, '{}', false],
  ['a configuration that is no JSON', {}, '{', false],
  ['a configuration that is nothing', {}, 'null', false],
  ['another context, in another folder', { DOCKER_CONFIG: '/config' }, undefined, true],
  ['a socket of this machine, which wins over a context', { DOCKER_HOST: 'unix:///x' }, far, false],
  ['and over one that is named', { DOCKER_HOST: 'unix:///x', DOCKER_CONTEXT: 'far' }, far, false],
  ['another machine', { DOCKER_HOST: 'tcp://10.0.0.1:2376' }, undefined, true],
  ['another machine, by SSH', { DOCKER_HOST: 'ssh://ada@far' }, undefined, true],
  ['a host that is empty is none', { DOCKER_HOST: '' }, far, true],
  ['a context that is named', { DOCKER_CONTEXT: 'far' }, undefined, true],
  ['the default one, named, wins over another', { DOCKER_CONTEXT: 'default' }, far, false],
  ['a name that is empty is none', { DOCKER_CONTEXT: '' }, far, true],
])('whether the engine is elsewhere: %s', async (_, env, config, expected) => {
  const asked: string[] = [];
  const ask = (path: string) => (asked.push(path), Promise.resolve(undefined));
  const files = {
    '/config/config.json': far,
    ...(config === undefined ? {} : { '/home/ada/.docker/config.json': config }),
  };
  const world = { ...testWorld({ env: { HOME: '/home/ada', ...env }, files }), engine: ask };
  expect(await isElsewhere(world)).toBe(expected);
  expect(await peekEngine(world)).toBeUndefined();
  // Only a socket of this machine is asked.
  expect(asked).toEqual(expected ? [] : ['/info']);
});

const ran = (more: Partial<Ran>): Ran => ({ code: 0, stdout: '', stderr: '', ...more });
test('an engine is asked through docker', async () => {
  const world = testWorld({ run: () => ran({ stdout: JSON.stringify(info) }) });
  expect(await readEngine(world, {})).toEqual(engine);
});

test.each([
  ['no program', ran({ code: 127, stderr: 'docker: not found' }), 'The program "docker" was not found.'],
  ['no answer', ran({ code: 1, stderr: 'Cannot connect' }), 'No Docker engine answers.'],
  [
    'an answer that is an error',
    ran({ stdout: '{"ServerErrors":["Cannot connect"]}' }),
    'No Docker engine answers.',
  ],
  ['JSON that is no object', ran({ stdout: 'null' }), 'No Docker engine answers.'],
])('docker has no engine: %s', async (_, answer, message) => {
  await expect(readEngine(testWorld({ run: () => answer }), {})).rejects.toThrow(message);
});

test.each([
  [127, /^The program "docker" was not found\. Images are built by Docker with buildx: install Docker/],
  [126, /^The program "docker" cannot be run\. Images are built by Docker with buildx: install Docker/],
  [1, /^No Docker engine answers\. /],
])('no engine, exit code %i', async (code, message) => {
  const run = (): Ran => ({ code, stdout: '', stderr: 'docker: what it says\n' });
  await expect(readEngine(testWorld({ run }), {})).rejects.toMatchObject({
    problems: [
      { station: 'build', message: expect.stringMatching(message), detail: ['docker: what it says'] },
    ],
  });
});
