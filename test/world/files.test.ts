import { existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FileFailure } from '../../src/file-failure.ts';
import { markIn } from '../../src/names/run-mark.ts';
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

test('makes a relative path absolute from the working directory', () => {
  expect([files.absolute('a/../b'), files.absolute('/a/../b'), files.absolute('')]).toEqual([
    join(process.cwd(), 'b'),
    '/b',
    process.cwd(),
  ]);
});

test('what can be written later is left as it is', async () => {
  const path = join(folder, 'later');
  await files.write(join(path, 'file'), 'text');
  await symlink('none', join(path, 'broken'));
  execFileSync('mkfifo', [join(path, 'pipe')]);
  const names = ['file', 'broken', 'pipe', 'none', 'new/none'].map((name) => join(path, name));
  for (const name of [...names, '/dev/null']) await files.requireWritable(name);
  expect([
    await files.read(join(path, 'file')),
    await files.list(path),
    await files.list(join(path, 'new')),
  ]).toEqual(['text', ['broken', 'file', 'new', 'pipe'], []]);
});

test('gives undefined or nothing for missing files and folders', async () => {
  expect([
    await files.read(join(folder, 'none')),
    await files.read(join(folder, 'a/b/c.txt/under-a-file')),
    await files.list(join(folder, 'none')),
  ]).toEqual([undefined, undefined, []]);
});

test.each<readonly [string, (path: string) => Promise<unknown>, string, string]>([
  [
    'a folder is read',
    (path) => files.read(path),
    '/etc',
    '"/etc" could not be read: it is a folder (EISDIR). Name a file.',
  ],
  [
    'a folder is read whole',
    (path) => files.content(path),
    '/etc',
    '"/etc" could not be read: it is a folder (EISDIR). Name a file.',
  ],
  [
    'a folder is written',
    (path) => files.write(path, 'x'),
    '/etc',
    '"/etc" could not be written: it is a folder (EISDIR). Name a file.',
  ],
  [
    'a full device is written',
    (path) => files.write(path, 'x'),
    '/dev/full',
    '"/dev/full" could not be written: no space is left on the device (ENOSPC). Make room, or name another place.',
  ],
  [
    'a folder is to be written later',
    (path) => files.requireWritable(path),
    '/etc',
    '"/etc" could not be written: it is a folder (EISDIR). Name a file.',
  ],
  [
    'a file below a file is to be written later',
    (path) => files.requireWritable(path),
    '/etc/passwd/x',
    '"/etc/passwd/x" could not be written: something else is there (EEXIST). Remove that, or name another place.',
  ],
  [
    'a file of /proc is to be written later',
    (path) => files.requireWritable(path),
    '/proc/none',
    '"/proc/none" could not be written: it, or a folder above it, is not there and cannot be made (ENOENT). Name another place.',
  ],
  [
    'a folder is made below a file',
    (path) => files.makeFolder(path),
    '/etc/passwd/x',
    '"/etc/passwd/x" could not be made: a file stands where a folder above it should be (ENOTDIR). Remove that file, or name another place.',
  ],
  [
    'a folder is made where a file is',
    (path) => files.makeFolder(path),
    '/etc/passwd',
    '"/etc/passwd" could not be made: something else is there (EEXIST). Remove that, or name another place.',
  ],
  [
    'a folder is made in /proc',
    (path) => files.makeFolder(path),
    '/proc/none/deep',
    '"/proc/none/deep" could not be made: it, or a folder above it, is not there and cannot be made (ENOENT). Name another place.',
  ],
  [
    'a link is made in /proc',
    (path) => files.link('/etc', path),
    '/proc/none',
    '"/proc/none" could not be made: it, or a folder above it, is not there and cannot be made (ENOENT). Name another place.',
  ],
  [
    'a folder is removed as a file',
    (path) => files.remove(path),
    '/etc',
    '"/etc" could not be removed: it is a folder (EISDIR). Name a file.',
  ],
  [
    'what is not there is read piece by piece',
    async (path) => {
      for await (const _ of files.bytes(path));
    },
    '/proc/none',
    '"/proc/none" could not be read: it is not there (ENOENT). Name another place.',
  ],
])('names file and reason where the system refuses: %s', async (_, work, path, message) => {
  const seen = await work(path).catch((error: unknown) =>
    error instanceof FileFailure ? { code: error.exitCode, problems: error.problems } : error,
  );
  expect(seen).toEqual({ code: 7, problems: [{ station: 'machine', about: path, message }] });
});

test.each([
  ['of /proc', '/proc/none', 'it, or a folder above it, is not there and cannot be made (ENOENT)'],
  ['below a file', '/etc/passwd/x', 'a file stands where a folder above it should be (ENOTDIR)'],
])('names the variable where temporary folders cannot be made: %s', async (_, path, why) => {
  await expect(systemFiles(path).temporary('build')).rejects.toThrow(
    `"${path}" could not be used: ${why}. It is for temporary files: TMPDIR, on a runner RUNNER_TEMP, names another one.`,
  );
});

test('lists the entries of a folder without following links', async () => {
  const path = join(folder, 'entries');
  await mkdir(join(path, 'folder'), { recursive: true, mode: 0o750 });
  await files.write(join(path, 'file'), 'x', 0o640);
  await files.write(join(path, 'program'), 'x', 0o4755);
  await symlink('../folder', join(path, 'link'));
  await symlink('none', join(path, 'broken'));
  execFileSync('mkfifo', [join(path, 'pipe')]);
  expect(await files.entries(path)).toEqual([
    { name: 'broken', kind: 'link', target: 'none' },
    { name: 'file', kind: 'file', mode: 0o640 },
    { name: 'folder', kind: 'folder', mode: 0o750 },
    { name: 'link', kind: 'link', target: '../folder' },
    { name: 'program', kind: 'file', mode: 0o4755 },
  ]);
  expect([await files.entries(join(path, 'none')), await files.entries(join(path, 'file'))]).toEqual([
    [],
    [],
  ]);
});

test('reads whole files, and the kind of a path', async () => {
  const path = join(folder, 'found');
  await files.write(join(path, 'file'), new Uint8Array([0xff, 0, 1]));
  await symlink('file', join(path, 'link'));
  execFileSync('mkfifo', [join(path, 'pipe')]);
  expect([...(await files.content(join(path, 'file')))!]).toEqual([0xff, 0, 1]);
  expect(await files.content(join(path, 'none'))).toBeUndefined();
  const names = ['file', 'link', '.', 'pipe', 'none', 'file/under'];
  expect(await Promise.all(names.map((name) => files.stat(join(path, name))))).toEqual([
    { kind: 'file', size: 3 },
    { kind: 'file', size: 3 },
    { kind: 'folder' },
    undefined,
    undefined,
    undefined,
  ]);
});

test('writes at once into folders that all writers make', async () => {
  const names = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
  for (let round = 0; round < 20; round += 1) {
    const deep = join(folder, `at-once-${round}`, 'a/b/c');
    await Promise.all(names.map((name) => files.write(join(deep, name), name)));
    expect(await files.list(deep)).toEqual(names);
  }
});

test('shows readers the old or the new content, whole, and leaves nothing after a failure', async () => {
  const path = join(folder, 'replaced/deep/file');
  await files.replace(path, Buffer.from('old'));
  const reader = await open(path);
  async function* halves(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('ne');
    expect(await files.read(path)).toBe('old');
    yield Buffer.from('w');
  }
  await files.replace(path, halves());
  expect([await reader.readFile('utf8'), await files.read(path)]).toEqual(['old', 'new']);
  await reader.close();
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('x');
    throw new Error('cut off');
  }
  await expect(files.replace(path, broken())).rejects.toThrow('cut off');
  expect([await files.read(path), await files.list(join(folder, 'replaced/deep'))]).toEqual([
    'new',
    ['file'],
  ]);
  await files.remove(path);
  await files.remove(path);
  expect(await files.list(join(folder, 'replaced/deep'))).toEqual([]);
});

test('reads a file in chunks', async () => {
  const path = join(folder, 'bytes');
  const content = Buffer.alloc(200_000, 'é');
  await files.write(path, content);
  const pieces: Uint8Array[] = [];
  for await (const piece of files.bytes(path)) pieces.push(piece);
  expect([pieces.length > 1, Buffer.concat(pieces).equals(content)]).toEqual([true, true]);
  const none = async (): Promise<void> => {
    for await (const _ of files.bytes(join(folder, 'none')));
  };
  await expect(none()).rejects.toThrow('ENOENT');
});

test.each([
  ['where no folder can be made', '/proc/none/deep/file', 'ENOENT'],
  ['below a file', '/etc/hostname/deep/file', 'ENOTDIR'],
])('writes nothing %s', async (_, path, code) => {
  await expect(files.write(path, 'x')).rejects.toThrow(code);
  await expect(files.replace(path, Buffer.from('x'))).rejects.toThrow(code);
});

test('sets the mode of a replaced file', async () => {
  const path = join(folder, 'program');
  await files.replace(path, Buffer.from('x'), 0o755);
  expect((await stat(path)).mode & 0o777).toBe(0o755);
});

test('sets the mode of an existing file', async () => {
  const path = join(folder, 'mode');
  await files.write(path, 'x');
  await files.write(path, 'y', 0o600);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('makes a new temporary folder with the name in it, and removes it at the end', async () => {
  const one = await files.temporary('bake/../x');
  const other = await files.temporary('bake/../x');
  await files.write(join(one, 'file'), 'x');
  expect([
    one === other,
    markIn(one)?.pid === process.pid && one.includes('-bake-..-x-'),
    existsSync(one),
  ]).toEqual([false, true, true]);
  files.close();
  files.close();
  expect([existsSync(one), existsSync(other)]).toEqual([false, false]);
});
