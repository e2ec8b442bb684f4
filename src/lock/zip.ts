/** Reads a zip archive (APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16), which is what a wheel is. */
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

export interface ZipEntry {
  readonly name: string;
  /** Where in the archive its bytes are, its own header before them included. */
  readonly start: number;
  readonly end: number;
  /**
   * @param bytes of the archive from `from` on, where the entry is not in those that the directory was read from.
   * @throws Error where it is packed in another way than wheels are.
   */
  readonly content: (bytes?: Buffer, from?: number) => Buffer;
}

/** Room for what an entry's header has besides its name; the directory says another length for it. */
const extra = 1024;

/** Where the end of the directory begins. The directory's end is followed by a comment of at most 65535 bytes. */
function endOf(zip: Buffer): number {
  let end = zip.length - 22;
  while (end >= 0 && zip.length - end < 65_558 && zip.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory) throw new Error('it is no zip archive');
  return end;
}

/** Where in the archive its directory begins. @param tail its last bytes. @throws Error when it is no zip archive. */
export const directoryStart = (tail: Buffer): number => tail.readUInt32LE(endOf(tail) + 16);

/**
 * The entries, in the order of the archive's directory.
 *
 * @param zip the archive, or its bytes from `from` to the end, the whole directory among them.
 * @throws Error when it is no zip archive, a split or a 64-bit one.
 */
export function readZip(zip: Buffer, from = 0): ZipEntry[] {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16) - from;
  return Array.from({ length: count }, () => {
    if (zip.readUInt32LE(at) !== directoryEntry) throw new Error('its directory is damaged');
    const method = zip.readUInt16LE(at + 10);
    const packed = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const rest = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const start = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + rest;
    return {
      name,
      start,
      end: start + 30 + nameLength + extra + packed,
      content: (bytes = zip, offset = from) => contentAt(bytes, start - offset, packed, method),
    };
  });
}

function contentAt(zip: Buffer, header: number, packed: number, method: number): Buffer {
  // The local header has lengths of its own: its extra field may differ from the directory's.
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const data = zip.subarray(start, start + packed);
  if (method === 0) return data;
  if (method === 8) return inflateRawSync(data);
  throw new Error(`an entry is packed with method ${method}`);
}

/** The content of the first entry whose name is wanted, or undefined when there is none. @throws Error as both do. */
export const readZipEntry = (zip: Buffer, isWanted: (name: string) => boolean): Buffer | undefined =>
  readZip(zip)
    .find(({ name }) => isWanted(name))
    ?.content();
