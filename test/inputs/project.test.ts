import { expect, test } from 'vitest';
import { type ProjectInputs, readProjectInputs } from '../../src/inputs/project.ts';
import type { Raw } from '../../src/inputs/registry.ts';

const needed: Raw = { image_name: 'Example/Foo', registry: 'ghcr.io' };

test('has defaults of its own', () => {
  const { inputs, problems } = readProjectInputs(needed, 'cli', { PWD: '/src/foo' });
  expect(problems).toEqual([]);
  expect(inputs).toMatchObject({
    path: '.',
    scripts: [],
    verifyCommands: {},
    variant: 'alpine',
    repositories: [{ registry: 'ghcr.io', name: 'example/foo' }],
    platforms: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
    optionalPlatforms: [],
    tags: [],
    push: false,
    trial: false,
    concurrency: 2,
    wheelStore: { kind: 'cache' },
    savesWheels: true,
  } satisfies Partial<ProjectInputs>);
});

test.each<readonly [string, Raw, Partial<ProjectInputs>]>([
  ['another base', { target_base: 'slim' }, { variant: 'slim' }],
  ['the full base', { target_base: 'full' }, { variant: '' }],
  ['scripts', { scripts: 'foo-manage, foo-worker\nfoo' }, { scripts: ['foo-manage', 'foo-worker', 'foo'] }],
  [
    'commands, of which one is empty and one has an equals sign',
    { verify_commands: 'foo-worker=foo-worker --check\nfoo-agent =\nfoo = foo --level=1' },
    { verifyCommands: { 'foo-worker': 'foo-worker --check', 'foo-agent': '', foo: 'foo --level=1' } },
  ],
  ['a folder', { path: './services/foo' }, { path: './services/foo' }],
  [
    'packages of the distribution',
    { build_packages: 'libpq-dev', runtime_packages: 'libpq5 tini' },
    { buildPackages: ['libpq-dev'], runtimePackages: ['libpq5', 'tini'] },
  ],
  ['a user', { user: 'app' }, { user: 'app' }],
])('reads %s', (_, raw, expected) => {
  const { inputs, problems } = readProjectInputs({ ...needed, ...raw }, 'cli');
  expect(problems).toEqual([]);
  expect(inputs).toMatchObject(expected);
});

test.each([
  [{}, '/src/Foo', 'foo'],
  [{ path: 'services/bar' }, '/src/foo', 'bar'],
])('is named on the command line after the folder: %j in %s', (raw: Raw, PWD, name) => {
  const { inputs } = readProjectInputs({ registry: 'ghcr.io', ...raw }, 'cli', { PWD });
  expect(inputs?.repositories).toEqual([{ registry: 'ghcr.io', name }]);
});

test('saves no wheels in a workflow that pushes nothing', () => {
  const [pushed, kept] = ['true', 'false'].map(
    (push) => readProjectInputs({ ...needed, push }, 'action').inputs,
  );
  expect([pushed?.savesWheels, kept?.savesWheels]).toEqual([true, false]);
});

test('reports all problems together', () => {
  const raw = { verify_commands: 'foo-worker\n=x', target_base: 'a b', concurrency: '0', compile: 'x' };
  const { inputs, problems } = readProjectInputs({ ...needed, ...raw }, 'action');
  expect(inputs).toBeUndefined();
  expect(problems.map(({ about }) => about)).toEqual([
    'target_base',
    'compile',
    'verify_commands',
    'verify_commands',
    'concurrency',
  ]);
  expect(problems[2]?.message).toBe(
    'verify_commands: "foo-worker" is not "SCRIPT=COMMAND", like "foo-scheduler=foo-scheduler --check".',
  );
});
