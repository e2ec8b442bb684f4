import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTar } from '../../src/build/tar.ts';
import { chunksOf, readPart } from '../../src/registry/file-part.ts';
import { writeTar } from '../support/content.ts';
import { bytesOf } from '../support/images.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tar-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a tar file is read as: name to content as text, or why not. */
async function read(path: string): Promise<unknown> {
  const files = await readTar(path);
  if (!files.ok) return files.message;
  return Object.fromEntries(
    await Promise.all(
      [...files.value].map(
        async ([name, part]) => [name, Buffer.from(await readPart(part)).toString()] as const,
      ),
    ),
  );
}

const names = {
  'index.json': '{}',
  'blobs/sha256/empty': '',
  [`blobs/${'folder-'.repeat(14)}/${'name-'.repeat(16)}`]: 'for the prefix of ustar',
  'blobs/sha256/block': 'x'.repeat(512),
  'blobs/sha256/more': 'y'.repeat(513),
};
const longer = { ...names, [`notes/${'long-'.repeat(60)}/ü`]: 'a name of 300 bytes and more' };
test.each<[string, Record<string, string>]>([
  ['ustar', names],
  ['pax', longer],
  ['gnu', longer],
])('what tar writes as %s', async (format, files) => {
  const path = join(folder, `${format}.tar`);
  // Names have parts of at most 255 bytes on a disk.
  const written = Object.entries(files).map(
    ([name, text]) => [name.replace(/(.{200})(.{100})/s, '$1/$2'), text] as const,
  );
  await writeTar(path, new Map(written.map(([name, text]) => [name, bytesOf(text)])), format);
  expect(await read(path)).toEqual(Object.fromEntries(written));
});

/** A header by hand, for what no tar of this machine writes. */
function header(fields: { readonly name: string; readonly size?: string | Buffer; readonly type?: string }) {
  const { name, size = '00000000004\0', type = '0' } = fields;
  const bytes = Buffer.alloc(512);
  bytes.write(name);
  bytes.set(Buffer.from(size), 124);
  bytes.write('        ', 148);
  bytes.write(type, 156);
  bytes.write('ustar\x0000', 257);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}
const padded = (text: string) => Buffer.concat([Buffer.from(text), Buffer.alloc(-text.length & 511)]);
const base256 = (size: number) => Buffer.from(`80${size.toString(16).padStart(22, '0')}`, 'hex');
const octal = (size: number) => `${size.toString(8).padStart(11, '0')}\0`;
const end = Buffer.alloc(1024);
const file = [header({ name: 'file' }), padded('text')];
const pax = (text: string) => [header({ name: 'pax', type: 'x', size: octal(text.length) }), padded(text)];

test.each<[string, Buffer[], unknown]>([
  ['nothing', [end], {}],
  ['a file', [...file, end], { file: 'text' }],
  ['one block of zeros at its end', [...file, end.subarray(512)], { file: 'text' }],
  ['a name with "./"', [header({ name: './file' }), padded('text'), end], { file: 'text' }],
  ['a size in base 256', [header({ name: 'file', size: base256(4) }), padded('text'), end], { file: 'text' }],
  [
    'a size in a pax record',
    [...pax('9 size=4\n'), header({ name: 'file', size: octal(0) }), padded('text'), end],
    { file: 'text' },
  ],
  [
    'a name in a pax record, and one for the next file only',
    [...pax('12 path=a/b\n'), ...file, header({ name: 'other' }), padded('more'), end],
    { 'a/b': 'text', other: 'more' },
  ],
  [
    'folders, links and comments among the files',
    [
      header({ name: 'link', type: '1' }),
      header({ name: 'all', type: 'g', size: octal(11) }),
      padded('11 path=no\n'),
      header({ name: 'folder/', type: '5' }),
      ...file,
      end,
    ],
    { file: 'text' },
  ],
  [
    'a file twice: the last counts',
    [...file, header({ name: 'file' }), padded('more'), end],
    { file: 'more' },
  ],
  [
    'a file that is cut off',
    [header({ name: 'file' }), Buffer.from('te')],
    'ends after 514 bytes, in the middle of "file"',
  ],
  ['an end between two files', file, "ends after 1024 bytes without the mark of a tar's end"],
  [
    'an end within a header',
    [...file, header({ name: 'x' }).subarray(0, 100)],
    "ends after 1124 bytes without the mark of a tar's end",
  ],
  ['nothing at all', [], "ends after 0 bytes without the mark of a tar's end"],
  ['something else', [Buffer.alloc(600, 'text')], 'has no header of a tar at byte 0'],
  [
    'a byte that changed',
    [...file, header({ name: 'x' }).fill('y', 3, 4), end],
    'has no header of a tar at byte 1024',
  ],
  [
    'a size that is no number',
    [header({ name: 'x', size: 'large' }), end],
    'has no header of a tar at byte 0',
  ],
  [
    'a size below zero',
    [header({ name: 'x', size: Buffer.alloc(12, 0xff) }), end],
    'has no header of a tar at byte 0',
  ],
  [
    'a pax record without an end',
    [...pax('99 path=a\n'), ...file, end],
    'has an extended header at byte 512 that is not valid',
  ],
  [
    'a pax record of no length',
    [...pax('0 path=a\n'), ...file, end],
    'has an extended header at byte 512 that is not valid',
  ],
  [
    'a pax size that is no number',
    [...pax('10 size=-4\n'), ...file, end],
    'has an extended header at byte 512 that is not valid',
  ],
])('%s', async (name, parts, expected) => {
  const path = join(folder, name.replaceAll(/\W/g, '-'));
  await writeFile(path, Buffer.concat(parts));
  expect(await read(path)).toEqual(expected);
});

test('a file of more than 8 GiB, and one behind it', async () => {
  const path = join(folder, 'large.tar');
  const size = 9 * 2 ** 30;
  const disk = await open(path, 'w');
  // A hole: nothing of it is on the disk.
  await disk.write(header({ name: 'large', size: base256(size) }), 0, 512, 0);
  await disk.write(Buffer.concat([...file, end]), 0, 2048, 512 + size);
  await disk.close();
  const files = await readTar(path);
  const behind = { path, offset: 1024 + size, size: 4 };
  expect(files.ok && [...files.value]).toEqual([
    ['large', { path, offset: 512, size }],
    ['file', behind],
  ]);
  expect(Buffer.from(await readPart(behind)).toString()).toBe('text');
  const chunks = [];
  for await (const chunk of chunksOf(behind, () => undefined)) chunks.push(Buffer.from(chunk).toString());
  expect(chunks).toEqual(['text']);
});
