import { expect, test } from 'vitest';
import { buildTargets } from '../../src/build/build-targets.ts';
import { Failure } from '../../src/errors.ts';
import type { Command, RunOptions } from '../../src/ports.ts';
import { testWorld } from '../support/world.ts';

const boom = 'ERROR: boom';
const passing = 'unexpected status from GET request: 503 Service Unavailable';

/** A world whose builds end with these codes, one after the other; the last stays. What ran is kept. */
function worldWith(codes: readonly number[], says = boom) {
  const ran: Command[] = [];
  const world = testWorld();
  return {
    ...world,
    ran,
    // The whole output of a build that failed.
    files: { ...world.files, write: () => Promise.resolve() },
    run: (command: Command, { onLine }: RunOptions = {}) => {
      onLine?.('#1 begins', 'stderr');
      ran.push(command);
      const code = codes[Math.min(ran.length, codes.length) - 1] ?? 0;
      return Promise.resolve({ code, stdout: '', stderr: code === 0 ? '' : says });
    },
  };
}

const targets = ['parent', 'parent-verify', 'child'];
const request = { folder: '/w', targets, about: 'demo', base: 'python:3' };
const buildx = { builder: 'mine', env: { DOCKER_CONFIG: '/c' } };

/** What a build is said to have failed of; nothing where it did not. */
const problemsOf = (world: ReturnType<typeof worldWith>) =>
  buildTargets(world, buildx, request).then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      return error.problems;
    },
  );

test('all targets are built by one run of buildx, in the folder of their bake file', async () => {
  const world = worldWith([0]);
  await buildTargets(world, buildx, request);
  expect(world.ran).toEqual([
    {
      program: 'docker',
      args: ['buildx', 'bake', '--file=docker-bake.json', '--progress=plain', '--builder=mine', ...targets],
      env: {
        BUILDX_BAKE_ENTITLEMENTS_FS: '0',
        BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
        DOCKER_CONFIG: '/c',
      },
      cwd: '/w',
    },
  ]);
});

test('a build that fails is a build’s problem', async () => {
  expect(await problemsOf(worldWith([1]))).toMatchObject([
    { station: 'build', about: 'demo', message: 'The image of demo could not be built.' },
  ]);
});

const stepOf = (platform: string, what: string, time: string): string =>
  `${time} interpreter: ${platform}: ${what}`;
const none = 'the image has no Python. Name its path in verify_python';
const old = 'its Python 2.7 is older than 3.6';
const problemOf = (platform: string, what: string) => ({
  station: 'verify',
  about: platform,
  message: `${platform}, interpreter: ${what}`,
});

test.each<[string, readonly string[], readonly object[]]>([
  [
    'said twice, is one that fails them',
    [
      '#9 [verify interpreter] RUN python3 interpreter.py',
      `#9 ${stepOf('linux/arm64', none, '0.412')}`,
      '#9 ERROR: process did not complete successfully: exit code: 1',
      stepOf('linux/arm64', none, '0.412'),
    ],
    [problemOf('linux/arm64', none)],
  ],
  [
    'on several platforms, fails them on each',
    [`#9 ${stepOf('linux/arm64', none, '0.4')}`, `#10 ${stepOf('linux/arm/v7', old, '1.2')}`],
    [problemOf('linux/arm64', none), problemOf('linux/arm/v7', old)],
  ],
])('an image without a Python to run the checks with, %s', async (_, says, problems) => {
  expect(await problemsOf(worldWith([1], says.join('\n')))).toEqual(problems);
});

test.each([
  ['a build that fails is not tried again', [1], boom, 1, ['build']],
  ['but for a reason that may pass', [1, 0], passing, 2, []],
  ['and that once', [1], passing, 2, ['build']],
])('%s', async (_, codes, says, times, stations) => {
  const world = worldWith(codes, says);
  expect((await problemsOf(world)).map(({ station }) => station)).toEqual(stations);
  expect([world.ran.length, world.waits.length]).toEqual([times, times - 1]);
});

test('who hears the lines is asked anew for each attempt: buildx numbers its steps from the beginning', async () => {
  const heard: string[][] = [];
  const onAttempt = () => {
    const lines: string[] = [];
    heard.push(lines);
    return (line: string) => void lines.push(line);
  };
  await buildTargets(worldWith([1, 0], passing), buildx, { ...request, onAttempt });
  expect(heard).toEqual([['#1 begins'], ['#1 begins']]);
});

test.each([
  [true, ', and at index_url.'],
  [false, 'proxy of the builder.'],
])('the index is named where it is asked: %s', async (asksIndex, end) => {
  const world = worldWith([1], 'ERROR: Could not resolve host: example.com');
  const error: unknown = await buildTargets(world, buildx, { ...request, asksIndex }).catch(
    (thrown: unknown) => thrown,
  );
  expect((error as Failure).message.endsWith(end)).toBe(true);
});
