/** The files of a tar archive, where they lie in it: nothing is unpacked. */
import { open } from 'node:fs/promises';
import { type Parsed, parsed, refused } from '../errors.ts';
import type { FilePart } from '../registry/file-part.ts';

/** Headers, and the content of every file, fill whole blocks of so many bytes. */
const block = 512;

interface Entry {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
}

/**
 * The regular files of an uncompressed tar archive, by name. Of files of one name the last counts, as when unpacked.
 * Formats are POSIX's (ustar and pax: IEEE Std 1003.1, "pax", "EXTENDED DESCRIPTION") and GNU's, with long names and,
 * from 8 GiB, sizes in base 256. Refused with what is wrong, in words that go on after the archive's name; throws where
 * the file cannot be read.
 */
export async function readTar(path: string): Promise<Parsed<ReadonlyMap<string, FilePart>>> {
  const tar = await open(path);
  try {
    const { size } = await tar.stat();
    return await readEntries(path, size, async (position, length) => {
      const { bytesRead, buffer } = await tar.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    });
  } finally {
    await tar.close();
  }
}

async function readEntries(
  path: string,
  total: number,
  read: (position: number, length: number) => Promise<Buffer>,
): Promise<Parsed<ReadonlyMap<string, FilePart>>> {
  const files = new Map<string, FilePart>();
  /** What extra headers say of the entry that follows them. */
  let said: Partial<Entry> = {};
  for (let at = 0; ;) {
    const header = await read(at, block);
    if (header.length < block) return refused(`ends after ${total} bytes without the mark of a tar's end`);
    if (header.every((byte) => byte === 0)) return parsed(files);
    const own = readHeader(header);
    if (own === undefined) return refused(`has no header of a tar at byte ${at}`);
    const { name, size, type } = { ...own, ...said };
    const offset = at + block;
    if (offset + size > total) return refused(`ends after ${total} bytes, in the middle of "${name}"`);
    at = offset + Math.ceil(size / block) * block;
    switch (type) {
      case 'x': {
        const records = readPax(await read(offset, size));
        if (records === undefined)
          return refused(`has an extended header at byte ${offset} that is not valid`);
        said = { ...said, ...records };
        break;
      }
      case 'L':
        said = { ...said, name: textOf(await read(offset, size)) };
        break;
      // Long targets of links, and what holds for all entries, which is never a name or a size.
      case 'K':
      case 'g':
        break;
      default:
        if (regular.has(type)) files.set(name.replace(/^(?:\.\/)+/, ''), { path, offset, size });
        said = {};
    }
  }
}

const regular = new Set(['0', '\0', '7']);
/** Links, devices, folders and pipes: whatever size they say, no content follows. */
const bare = /^[1-6]$/;

const textOf = (bytes: Buffer): string => bytes.toString('utf8').replace(/\0.*$/s, '');

function readHeader(header: Buffer): Entry | undefined {
  const type = header.toString('latin1', 156, 157);
  const size = readNumber(header.subarray(124, 136));
  // The sum is of the header's bytes, with its own field as spaces.
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  if (size === undefined || readNumber(header.subarray(148, 156)) !== sum) return undefined;
  const isUstar = header.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? textOf(header.subarray(345, 500)) : '';
  const name = textOf(header.subarray(0, 100));
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: bare.test(type) ? 0 : size,
    type,
  };
}

/** Octal digits, or, marked by the highest bit, a number in base 256. */
function readNumber(field: Buffer): number | undefined {
  const digits = textOf(field).trim();
  const number =
    field[0] === 0x80
      ? Number(`0x${field.toString('hex', 1)}`)
      : /^[0-7]*$/.test(digits)
        ? Number(`0o0${digits}`)
        : NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Records of `LENGTH KEY=VALUE\n`, whose length in bytes counts the whole of it. */
function readPax(bytes: Buffer): Partial<Entry> | undefined {
  const said: { name?: string; size?: number } = {};
  for (let at = 0; at < bytes.length;) {
    const length = Number(/^\d+(?= )/.exec(bytes.toString('latin1', at, at + 20))?.[0]);
    const record = bytes.subarray(at, at + length);
    const [, key, value = ''] = /^\d+ ([^=]+)=(.*)\n$/s.exec(record.toString('utf8')) ?? [];
    if (key === undefined || record.length !== length) return undefined;
    if (key === 'path') said.name = value;
    if (key === 'size') {
      if (!/^\d+$/.test(value)) return undefined;
      said.size = Number(value);
    }
    at += length;
  }
  return said;
}
