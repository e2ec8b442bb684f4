/** Locates the files of a tar archive by their offsets; nothing is unpacked. */
import { open } from 'node:fs/promises';
import { type Parsed, parsed, refused } from '../errors.ts';
import type { FilePart } from '../registry/file-part.ts';

/** Bytes; headers and contents fill whole blocks. */
export const block = 512;

export interface Entry {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
}

/**
 * The regular files of an uncompressed tar archive, by name. Of several with one name the last counts, as when unpacked.
 * Formats are POSIX's (ustar and pax: IEEE Std 1003.1, "pax", "EXTENDED DESCRIPTION") and GNU's, with long names and,
 * from 8 GiB, sizes in base 256. The message of a refusal goes on after the archive's name. Throws where the file cannot
 * be read.
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
  /** Fields that extended headers override in the entry that follows them. */
  let overrides: Partial<Entry> = {};
  for (let at = 0; ;) {
    const header = await read(at, block);
    if (header.length < block) return refused(`ends after ${total} bytes without the mark of a tar's end`);
    if (header.every((byte) => byte === 0)) return parsed(files);
    const fields = readHeader(header);
    if (fields === undefined) return refused(`has no header of a tar at byte ${at}`);
    const { name, size, type } = { ...fields, ...overrides };
    const offset = at + block;
    if (offset + size > total) return refused(`ends after ${total} bytes, in the middle of "${name}"`);
    at = offset + Math.ceil(size / block) * block;
    switch (type) {
      case 'x': {
        const records = readPax(await read(offset, size));
        if (records === undefined)
          return refused(`has an extended header at byte ${offset} that is not valid`);
        overrides = { ...overrides, ...records };
        break;
      }
      case 'L':
        overrides = { ...overrides, name: textOf(await read(offset, size)) };
        break;
      // Long targets of links, and global fields, which are never a name or a size.
      case 'K':
      case 'g':
        break;
      default:
        if (regular.has(type)) files.set(name.replace(/^(?:\.\/)+/, ''), { path, offset, size });
        overrides = {};
    }
  }
}

export const regular = new Set(['0', '\0', '7']);
/** Links, devices, folders and pipes: no content follows, whatever their size says. */
const bare = /^[1-6]$/;

export const textOf = (bytes: Buffer): string => bytes.toString('utf8').replace(/\0.*$/s, '');

/** Undefined where the block is no header. */
export function readHeader(header: Buffer): Entry | undefined {
  const type = header.toString('latin1', 156, 157);
  const size = readNumber(header.subarray(124, 136));
  // The sum of the header's bytes counts its own field as spaces.
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

/** Records of `LENGTH KEY=VALUE\n`; the length in bytes counts the whole record. */
export function readPax(bytes: Buffer): Partial<Entry> | undefined {
  const fields: { name?: string; size?: number } = {};
  for (let at = 0; at < bytes.length;) {
    const length = Number(/^\d+(?= )/.exec(bytes.toString('latin1', at, at + 20))?.[0]);
    const record = bytes.subarray(at, at + length);
    const [, key, value = ''] = /^\d+ ([^=]+)=(.*)\n$/s.exec(record.toString('utf8')) ?? [];
    if (key === undefined || record.length !== length) return undefined;
    if (key === 'path') fields.name = value;
    if (key === 'size') {
      if (!/^\d+$/.test(value)) return undefined;
      fields.size = Number(value);
    }
    at += length;
  }
  return fields;
}
