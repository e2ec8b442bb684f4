/**
 * Reads files of a layer as it streams by. Not with `tar-stream`, which makes a stream for each of ten thousand entries:
 * here only headers are looked at, by the same functions as those of a layout in a tar file.
 */
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { pipeline } from 'node:stream';
import { block, type Entry, readHeader, readPax, regular, textOf } from '../build/tar.ts';

/** An entry of the archive. The content is there of a regular file that was asked for, and only of such. */
export interface LayerEntry {
  /** Without `./` or `/` before it, or `/` behind it. */
  readonly path: string;
  readonly content?: Buffer;
}

/** Node's default of 16 KiB would make an event for each. */
const chunkSize = 1 << 20;

/**
 * The entries of a layer, in their order.
 *
 * @param mediaType says how it is compressed (image specification, "Layer Media Types").
 * @throws Error of zlib, and SyntaxError where it is no tar.
 */
export function layerEntries(
  chunks: AsyncIterable<Uint8Array>,
  mediaType: string,
  isWanted: (path: string, size: number) => boolean,
): AsyncGenerator<LayerEntry, void, void> {
  return tarEntries(decompressed(chunks, mediaType), isWanted);
}

function decompressed(chunks: AsyncIterable<Uint8Array>, mediaType: string): AsyncIterable<Uint8Array> {
  if (/[+.]gzip$/.test(mediaType))
    return pipeline(chunks, createGunzip({ chunkSize }), () => {}) as AsyncIterable<Uint8Array>;
  if (/[+.]zstd$/.test(mediaType))
    return pipeline(chunks, createZstdDecompress({ chunkSize }), () => {}) as AsyncIterable<Uint8Array>;
  return chunks;
}

async function* tarEntries(
  chunks: AsyncIterable<Uint8Array>,
  isWanted: (path: string, size: number) => boolean,
): AsyncGenerator<LayerEntry, void, void> {
  const source = reader(chunks);
  /** Fields that extended headers override in the entry that follows them. */
  let overrides: Partial<Entry> = {};
  for (;;) {
    const header = source.ready(block) ?? (await source.take(block));
    // Some tools leave out the two empty blocks of the end.
    if (header === undefined || header[0] === 0) return;
    const fields = readHeader(header);
    if (fields === undefined) throw new SyntaxError('it is no tar archive');
    const { name, size, type } = { ...fields, ...overrides };
    const padded = Math.ceil(size / block) * block;
    if (type === 'x' || type === 'L') {
      const content = (await source.take(padded))?.subarray(0, size);
      const records =
        type === 'L' ? { name: textOf(content ?? Buffer.alloc(0)) } : content && readPax(content);
      if (content === undefined || records === undefined)
        throw new SyntaxError('it has an extended header that is not valid');
      overrides = { ...overrides, ...records };
      continue;
    }
    if (type === 'K' || type === 'g') {
      await source.skip(padded);
      continue;
    }
    overrides = {};
    const path = name.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
    if (!regular.has(type) || !isWanted(path, size)) {
      yield { path };
      if (padded > 0 && source.ready(padded) === undefined) await source.skip(padded);
      continue;
    }
    const content = await source.take(padded);
    if (content === undefined) throw new SyntaxError(`it ends in the middle of "${path}"`);
    yield { path, content: content.subarray(0, size) };
  }
}

/** Bytes in the pieces that are asked for; what is there already is given without waiting. */
function reader(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]();
  let buffer: Buffer = Buffer.alloc(0);
  let at = 0;
  const next = async (): Promise<Buffer | undefined> => {
    const { done, value } = await iterator.next();
    return done === true ? undefined : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  };
  return {
    /** Undefined where they are not there yet: then nothing is taken. */
    ready(length: number): Buffer | undefined {
      if (buffer.length - at < length) return undefined;
      at += length;
      return buffer.subarray(at - length, at);
    },
    /** Undefined where the source ends before. */
    async take(length: number): Promise<Buffer | undefined> {
      const parts = [buffer.subarray(at)];
      for (let held = buffer.length - at; held < length;) {
        const part = await next();
        if (part === undefined) return undefined;
        parts.push(part);
        held += part.length;
      }
      if (parts.length > 1) [buffer, at] = [Buffer.concat(parts), 0];
      at += length;
      return buffer.subarray(at - length, at);
    },
    async skip(length: number): Promise<void> {
      let left = length;
      for (let held = buffer.length - at; left > held; held = buffer.length) {
        left -= held;
        const part = await next();
        [buffer, at] = [part ?? Buffer.alloc(0), 0];
        if (part === undefined) return;
      }
      at += left;
    },
  };
}
