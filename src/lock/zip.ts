/**
 * Reads a zip archive, such as a wheel (APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16). By hand: metadata is read from
 * a few ranges of a wheel on the index, and libraries such as fflate want the whole archive.
 */
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

export interface ZipEntry {
  readonly name: string;
  /** Range in the archive, with the entry's header. */
  readonly start: number;
  readonly end: number;
  /**
   * @param bytes of the archive from `from` on; needed where the directory was read without the entry.
   * @throws Error where the compression is not one of wheels.
   */
  readonly content: (bytes?: Buffer, from?: number) => Buffer;
}

/** Most bytes of an entry's extra field in its header; the directory has only the length of its own one. */
const mostExtra = 1024;

function endRecordOf(zip: Buffer): number {
  let end = zip.length - 22;
  while (end >= 0 && zip.length - end < 65_558 && zip.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory) throw new Error('it is no zip archive');
  return end;
}

/** Position of the directory. @param tail last bytes of the archive. @throws Error when it is no zip archive. */
export const directoryStart = (tail: Buffer): number => tail.readUInt32LE(endRecordOf(tail) + 16);

/**
 * The entries, in the directory's order.
 *
 * @param zip the archive, or its bytes from `from` to the end with the whole directory.
 * @throws Error when it is no zip archive, a split or a 64-bit one.
 */
export function readZip(zip: Buffer, from = 0): ZipEntry[] {
  const end = endRecordOf(zip);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16) - from;
  return Array.from({ length: count }, () => {
    if (zip.readUInt32LE(at) !== directoryEntry) throw new Error('its directory is damaged');
    const method = zip.readUInt16LE(at + 10);
    const packed = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const otherLengths = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const start = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + otherLengths;
    return {
      name,
      start,
      end: start + 30 + nameLength + mostExtra + packed,
      content: (bytes = zip, offset = from) => contentAt(bytes, start - offset, packed, method),
    };
  });
}

function contentAt(zip: Buffer, header: number, packed: number, method: number): Buffer {
  // The local header has its own lengths: its extra field may differ from the directory's.
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const data = zip.subarray(start, start + packed);
  if (method === 0) return data;
  if (method === 8) return inflateRawSync(data);
  throw new Error(`an entry is packed with method ${method}`);
}

export const readZipEntry = (zip: Buffer, isWanted: (name: string) => boolean): Buffer | undefined =>
  readZip(zip)
    .find(({ name }) => isWanted(name))
    ?.content();
