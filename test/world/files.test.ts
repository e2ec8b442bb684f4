import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { systemFiles } from '../../src/world/files.ts';

const folder = await mkdtemp(join(tmpdir(), 'files-test-'));
const files = systemFiles(folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('writes into missing folders, reads back, lists', async () => {
  await files.write(join(folder, 'a/b/c.txt'), 'ünï');
  await files.write(join(folder, 'a/b/a.bin'), new Uint8Array([1, 2]));
  expect(await files.read(join(folder, 'a/b/c.txt'))).toBe('ünï');
  expect([...(await readFile(join(folder, 'a/b/a.bin')))]).toEqual([1, 2]);
  expect(await files.list(join(folder, 'a/b'))).toEqual(['a.bin', 'c.txt']);
});

test('what is not there', async () => {
  expect([
    await files.read(join(folder, 'none')),
    await files.read(join(folder, 'a/b/c.txt/under-a-file')),
    await files.list(join(folder, 'none')),
  ]).toEqual([undefined, undefined, []]);
});

test('a folder cannot be read as a file', async () => {
  await expect(files.read(folder)).rejects.toThrow('EISDIR');
});

test('a mode holds for a file that was there before', async () => {
  const path = join(folder, 'mode');
  await files.write(path, 'x');
  await files.write(path, 'y', 0o600);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('temporary folders are new, named, and gone at the end', async () => {
  const one = await files.temporary('bake/../x');
  const other = await files.temporary('bake/../x');
  await files.write(join(one, 'file'), 'x');
  expect([one === other, one.startsWith(join(folder, 'bake-..-x-')), existsSync(one)]).toEqual([
    false,
    true,
    true,
  ]);
  files.close();
  files.close();
  expect([existsSync(one), existsSync(other)]).toEqual([false, false]);
});
