/** Layers for tests: tar archives of a few files. */
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { surveyLayer, type LayerSurvey } from '../../src/attest/survey.ts';

const block = 512;
const blocks = (bytes: Buffer): Buffer => Buffer.concat([bytes], Math.ceil(bytes.length / block) * block);

function header(name: string, size: number, type: string): Buffer {
  const bytes = Buffer.alloc(block);
  bytes.write(name, 0, 100);
  bytes.write('0000644\0', 100);
  bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  bytes.write('        ', 148);
  bytes.write(type, 156);
  bytes.write('ustar\x0000', 257);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}

/** Names of more than 100 bytes have an extended header, as BuildKit writes them. */
export function tarOf(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const entries = Object.entries(files).flatMap(([name, content]) => {
    const bytes = Buffer.from(content);
    const record = ` path=${name}\n`;
    const length = record.length + 3;
    const extended =
      name.length > 100 ? [header('PaxHeader', length, 'x'), blocks(Buffer.from(`${length}${record}`))] : [];
    return [...extended, header(name, bytes.length, '0'), blocks(bytes)];
  });
  return Buffer.concat([...entries, Buffer.alloc(2 * block)]);
}

/** In pieces that end in the middle of everything. */
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const media = 'application/vnd.oci.image.layer.v1.tar';
export const packings = {
  tar: (tar: Buffer) => ({ type: media, bytes: tar }),
  gzip: (tar: Buffer) => ({ type: `${media}+gzip`, bytes: gzipSync(tar) }),
  'Docker gzip': (tar: Buffer) => ({
    type: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
    bytes: gzipSync(tar),
  }),
  zstd: (tar: Buffer) => ({ type: `${media}+zstd`, bytes: zstdCompressSync(tar) }),
} as const;

export const survey = (
  files: Readonly<Record<string, string | Buffer>>,
  packing: keyof typeof packings = 'tar',
  size = 100_000,
): Promise<LayerSurvey> => {
  const { type, bytes } = packings[packing](tarOf(files));
  return surveyLayer(pieces(bytes, size), type);
};
