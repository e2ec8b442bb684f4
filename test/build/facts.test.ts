/** What is kept of a base, and a cache that cannot be used. buildx is a program that writes what it would. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readFacts } from '../../src/build/facts.ts';
import type { Digest } from '../../src/names/reference.ts';
import { systemFiles } from '../../src/world/files.ts';
import { testWorld } from '../support/world.ts';

const folder = await mkdtemp(join(tmpdir(), 'facts-test-'));
afterAll(() => rm(folder, { recursive: true }));

const said = { python: '3.13.1', installed: { pip: '25.0' } };
const facts = { ...said, platform: 'linux/amd64' };
const base = { reference: 'python:3.13', digest: `sha256:${'a'.repeat(64)}` as Digest } as Parameters<
  typeof readFacts
>[2];
const programs = { 'facts.Dockerfile': '', 'facts.py': '' };

/** Reads them twice; gives what each gave, how often the builder ran, and what was told of the cache. */
async function readTwice(cache: string) {
  const told: string[] = [];
  let runs = 0;
  const world = {
    ...testWorld(),
    files: systemFiles(folder),
    run: async ({ cwd = '' }: { readonly cwd?: string }) => {
      runs += 1;
      await mkdir(join(cwd, 'out'));
      await writeFile(join(cwd, 'out/facts.json'), JSON.stringify(said));
      return { code: 0, stdout: '', stderr: '' };
    },
  };
  const read = () =>
    readFacts(world, { env: {} }, base, ['linux/amd64'], programs, {
      folder: cache,
      refused: ({ fact }) => void told.push(fact),
    });
  return { read: [await read(), await read()], runs, told };
}

test('what needs nothing but the base is built while it is pulled, and only then', async () => {
  const asked: unknown[] = [];
  const world = {
    ...testWorld(),
    files: systemFiles(folder),
    run: async ({ cwd = '', args }: { readonly cwd?: string; readonly args: readonly string[] }) => {
      const { target } = JSON.parse(await readFile(join(cwd, 'docker-bake.json'), 'utf8')) as {
        readonly target: Readonly<Record<string, object>>;
      };
      asked.push(target['beside'], args.slice(-2));
      asked.push(await readFile(join(cwd, 'beside/programs/offer.py'), 'utf8'));
      await mkdir(join(cwd, 'out'));
      await writeFile(join(cwd, 'out/facts.json'), JSON.stringify(said));
      return { code: 0, stdout: '', stderr: '' };
    },
  };
  const beside = {
    stage: 'library',
    dockerfile: 'FROM python AS library\n',
    programs: { 'programs/offer.py': 'offers' },
  };
  const cache = { folder: join(folder, 'beside-cache'), refused: () => {} };
  for (const _ of [1, 2]) await readFacts(world, { env: {} }, base, ['linux/amd64'], programs, cache, beside);
  expect(asked).toEqual([
    {
      context: './beside',
      dockerfile: 'Dockerfile',
      target: 'library',
      contexts: { programs: './beside/programs' },
      args: { PUBLISH_BASE: `${base.reference}@${base.digest}` },
      output: ['type=cacheonly'],
    },
    ['facts', 'beside'],
    'offers',
  ]);
});

test('what was read once is kept', async () => {
  expect(await readTwice(join(folder, 'cache'))).toEqual({ read: [[facts], [facts]], runs: 1, told: [] });
});

test.each([
  [
    'that cannot be made',
    () => '/proc/none',
    'written: it, or a folder above it, is not there and cannot be made (ENOENT)',
  ],
  [
    'that is a file',
    () => '/etc/passwd',
    'written: a file stands where a folder above it should be (ENOTDIR)',
  ],
  ['with a folder in the place of its file', () => join(folder, 'other'), 'read: it is a folder (EISDIR)'],
])('a cache %s is told of, and what is there is read each time', async (_, cacheOf, why) => {
  const cache = cacheOf();
  const path = join(cache, 'facts-3', base.digest.replace(':', '-'), 'linux-amd64.json');
  if (cache.startsWith(folder)) await mkdir(path, { recursive: true });
  const { read, runs, told } = await readTwice(cache);
  expect({ read, runs, first: told[0] }).toEqual({
    read: [[facts], [facts]],
    runs: 2,
    first: `"${path}" could not be ${why}`,
  });
});
