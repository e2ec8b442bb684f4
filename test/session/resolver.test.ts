import { expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Packages } from '../../src/plan/image.ts';
import { openJournal } from '../../src/report/journal.ts';
import { openIndexes } from '../../src/session/package-index.ts';
import { openResolver } from '../../src/session/resolver.ts';
import { imageOfInputs, inputsOf } from '../support/cells.ts';
import { testWorld } from '../support/world.ts';

const packagesOf = (more: Readonly<Record<string, string>>): Packages =>
  imageOfInputs(inputsOf(more)).content.packages!;

/** Resolves one after the other, where uv 0.9.5 is on PATH and finds nothing. @returns which uv ran, and its index. */
async function resolvedBy(...questions: readonly Packages[]): Promise<string[]> {
  const runs: string[] = [];
  const world = testWorld({
    run({ program, args }) {
      if (args[0] === '--version') return { code: 0, stdout: 'uv 0.9.5 (abc)', stderr: '' };
      runs.push([program, ...args.filter((word) => word.startsWith('--default-index='))].join(' '));
      return { code: 1, stdout: '', stderr: 'error: Failed to fetch' };
    },
  });
  const cache = { folder: '/cache', refused: () => undefined };
  const { resolve } = openResolver(
    {
      ...world,
      files: {
        ...world.files,
        temporary: () => Promise.resolve('/tmp/lock'),
        write: () => Promise.resolve(),
      },
      tools: { ...world.tools, find: (_, version) => Promise.resolve(`/tools/${version}`) },
    },
    openJournal(world.clock).of(),
    {
      access: { authOf: () => undefined, secrets: [] },
      programs: { 'tools.txt': `uv==0.9.5 \\\n  --hash=sha256:${'a'.repeat(64)}\n` },
      cache,
      indexOf: openIndexes(world, { authOf: () => undefined }, cache, { say: () => undefined }),
      keepsResolutions: false,
      builder: () => Promise.reject(new Error('this test does not open a builder')),
    },
  );
  for (const packages of questions)
    await expect(resolve({ packages, constraints: [] })).rejects.toBeInstanceOf(Failure);
  return runs;
}

test('the same packages of two indexes, and by two releases of uv, are three questions', async () => {
  const index_url = 'https://packages.example.com/simple';
  const questions = [{}, { index_url }, { uv_version: '0.8.1' }, {}].map(packagesOf);
  expect(await resolvedBy(...questions)).toEqual([
    'uv --default-index=https://pypi.org/simple',
    `uv --default-index=${index_url}`,
    '/tools/0.8.1/uv --default-index=https://pypi.org/simple',
  ]);
});
