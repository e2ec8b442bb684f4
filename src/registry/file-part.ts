/** A part of a file: read at once, or while it is sent. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileFailure, onFile } from '../file-failure.ts';

/**
 * Bytes of a file by where they lie. Not a Blob of `openAsBlob`: Node counts those in 32 bits, and an archive of a large
 * image is larger.
 */
export interface FilePart {
  readonly path: string;
  /** Bytes before it. */
  readonly offset: number;
  /** Bytes. */
  readonly size: number;
}

/** The whole part, or as much of it as the file has. For what is small. */
export async function readPart({ path, offset, size }: FilePart): Promise<Uint8Array<ArrayBuffer>> {
  return onFile(path, 'read', async () => {
    const file = await open(path);
    try {
      const bytes = new Uint8Array(size);
      let read = 0;
      for (let got = -1; got !== 0 && read < size; read += got) {
        ({ bytesRead: got } = await file.read(bytes, read, size - read, offset + read));
      }
      return bytes.subarray(0, read);
    } finally {
      await file.close();
    }
  });
}

/** The part in chunks; `onChunk` is told of the bytes so far, when they are taken. The file is closed at the end. */
export async function* chunksOf(
  { path, offset, size }: FilePart,
  onChunk: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  if (size === 0) return;
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { start: offset, end: offset + size - 1 })) {
      bytes += (chunk as Buffer).length;
      onChunk(bytes);
      yield chunk as Buffer;
    }
  } catch (error) {
    throw fileFailure(error, path, 'read') ?? error;
  }
}
