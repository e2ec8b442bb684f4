import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileFailure, onFile } from '../file-failure.ts';

/**
 * A range of bytes in a file. Not a Blob of `openAsBlob`: Node limits those to 32 bits, and archives are larger.
 */
export interface FilePart {
  readonly path: string;
  /** Both in bytes. */
  readonly offset: number;
  readonly size: number;
}

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

/** Reads the part in chunks. `onChunk` gets the number of bytes so far, as each chunk is consumed. */
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
