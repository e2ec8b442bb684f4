import { expect, test } from 'vitest';
import { verify, VerifyFailure } from '../../src/build/verify.ts';
import type { Platform } from '../../src/names/platform.ts';
import type { World } from '../../src/ports.ts';
import type { Image } from '../../src/sources/plan.ts';

const image = { checks: { distribution: 'demo' }, bases: { build: 'python:3' } } as Image;
const platforms: readonly Platform[] = ['linux/amd64', 'linux/arm64'];
const good = { name: 'interpreter', ok: true, seconds: 0.1, message: 'Python 3.13.1' };
const bad = {
  name: 'imports',
  ok: false,
  seconds: 0.2,
  message: 'demo cannot be imported\nTraceback\nNo module',
};

/** A build that ends with `code` and leaves these results, by the exporter's folder. */
function worldWith(code: number, results: Readonly<Record<string, unknown>>): World {
  return {
    run: async () => ({ code, stdout: '', stderr: 'ERROR: boom' }),
    files: {
      read: async (path: string) => {
        const folder = /verified\/(\S+)\/verify\.json$/.exec(path)?.[1];
        return folder !== undefined && folder in results ? JSON.stringify(results[folder]) : undefined;
      },
      write: async () => {},
    },
    log: { progress: () => {} },
    env: {},
  } as unknown as World;
}
const of = (...checks: unknown[]) => ({ python: '3.13.1', machine: 'x', checks });
const request = { image, folder: '/w', platforms };

test('all checks on all platforms', async () => {
  const world = worldWith(0, { linux_amd64: of(good), linux_arm64: of(good) });
  expect(await verify(world, { env: {} }, request)).toEqual({
    image,
    platforms: platforms.map((platform) => ({ ...of(good), platform })),
  });
});

test('one failed check is one problem, and what passed elsewhere is kept', async () => {
  const world = worldWith(0, { linux_amd64: of(good), linux_arm64: of(good, bad) });
  const failure: unknown = await verify(world, { env: {} }, request).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(VerifyFailure);
  const { problems, platforms: seen } = failure as VerifyFailure;
  expect(problems).toEqual([
    {
      station: 'verify',
      about: 'linux/arm64',
      message: 'linux/arm64, imports: demo cannot be imported',
      detail: ['Traceback', 'No module'],
    },
  ]);
  expect(seen.map(({ platform, checks }) => [platform, checks.length])).toEqual([
    ['linux/amd64', 1],
    ['linux/arm64', 2],
  ]);
});

test('a platform that left no result is not verified', async () => {
  const world = worldWith(0, { linux_amd64: of(good) });
  await expect(verify(world, { env: {} }, request)).rejects.toThrow(
    'linux/arm64: the checks left no result.',
  );
});

test('a build that fails is a build’s problem', async () => {
  await expect(verify(worldWith(1, {}), { env: {} }, request)).rejects.toMatchObject({
    problems: [{ station: 'build', about: 'demo' }],
  });
});

test('switched off, nothing is built and nothing is claimed', async () => {
  const world = worldWith(1, {});
  expect(await verify(world, { env: {} }, { ...request, platforms: [] })).toEqual({ image, platforms: [] });
});
