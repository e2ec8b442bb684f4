import { expect, test } from 'vitest';
import { peekEngine, readEngine } from '../../src/build/engine.ts';
import type { Ran } from '../../src/ports.ts';
import { testWorld } from '../support/world.ts';

const info = {
  DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']],
  Architecture: 'aarch64',
  RegistryConfig: {
    Mirrors: ['https://mirror.example/'],
    IndexConfigs: { 'docker.io': { Secure: true }, 'registry.internal:5000': { Secure: false } },
  },
};
const engine = {
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

test.each([
  ['another context', '{"currentContext":"far"}', {}, []],
  ['the default context', '{"currentContext":"default"}', {}, ['/info']],
  [
    'another context, but a host that wins over it',
    '{"currentContext":"far"}',
    { DOCKER_HOST: 'unix:///x' },
    ['/info'],
  ],
  ['a configuration that is no JSON', '{', {}, ['/info']],
])('the usual socket is asked: %s', async (_, config, env, expected) => {
  const asked: string[] = [];
  const ask = (path: string) => (asked.push(path), Promise.resolve(undefined));
  const world = testWorld({
    env: { HOME: '/home/ada', ...env },
    files: { '/home/ada/.docker/config.json': config },
  });
  expect(await peekEngine({ ...world, engine: ask })).toBeUndefined();
  expect(asked).toEqual(expected);
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
