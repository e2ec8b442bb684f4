/** Reads an image from the OCI layout that buildx exports; layers are sent from its files. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import { fileFailure } from '../file-failure.ts';
import type { Digest } from '../names/reference.ts';
import { type ImageContent, smallBlob } from '../registry/content.ts';
import { type FilePart, readPart } from '../registry/file-part.ts';
import { digestOf, type ManifestContent, mediaTypes, readContent } from '../registry/manifest.ts';
import { readTar } from './tar.ts';

/** The image of a layout. */
export interface LayoutContent extends ImageContent {
  readonly holds: (digest: Digest) => Promise<boolean>;
}

/**
 * The image of an OCI image layout (image specification, "Image Layout"): a folder, or a tar file of one, not compressed.
 * Its layers are parts of these files, which must stay until they are sent; whoever takes them checks them. Everything
 * else is checked against its digest when it is read.
 *
 * @throws Failure (station `build`) where it is no whole layout, or holds no image or several; the functions of the
 *   returned content throw the same.
 */
export async function openLayout(path: string): Promise<LayoutContent> {
  const broken = (what: string): Failure => {
    const message = `The image in ${path}, which the builder wrote, ${what}. Mostly a disk was full or a build was cut off: make room, and build again.`;
    return new Failure([{ station: 'build', about: 'image', message }]);
  };
  const unreadable = (error: unknown): never => {
    throw broken(`cannot be read (${fileFailure(error, path, 'read')?.code ?? String(error)})`);
  };
  const isFolder = (await stat(path).catch(unreadable)).isDirectory();
  const files = isFolder ? undefined : await readTar(path).catch(unreadable);
  if (files?.ok === false) throw broken(files.message);
  const find = async (name: string): Promise<FilePart | undefined> =>
    files === undefined ? fileIn(path, name).catch(unreadable) : files.value.get(name);

  const findBlob = (digest: Digest) => find(`blobs/${digest.replace(':', '/')}`);
  const partOf = async (digest: Digest): Promise<FilePart> => {
    const part = await findBlob(digest);
    if (part === undefined) throw broken(`does not hold ${digest}, which its image needs`);
    return part;
  };
  const bytesOf = async (digest: Digest): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = await readPart(await partOf(digest)).catch(unreadable);
    if (digestOf(bytes) !== digest) throw broken(`holds something else under the name of ${digest}`);
    return bytes;
  };
  const contentOf = (bytes: Uint8Array, name: string): ManifestContent => {
    try {
      return readContent(bytes);
    } catch {
      throw broken(`holds ${name}, which is not a JSON object`);
    }
  };
  const manifest: ImageContent['manifest'] = async (digest) => {
    const bytes = await bytesOf(digest);
    const { mediaType, manifests } = contentOf(bytes, digest);
    const usual = manifests === undefined ? mediaTypes.ociManifest : mediaTypes.ociIndex;
    return { mediaType: mediaType ?? usual, digest, bytes };
  };

  const list = await find('index.json');
  if (list === undefined) throw broken('has no index.json: it is not an OCI image layout');
  const { manifests = [] } = contentOf(await readPart(list).catch(unreadable), 'index.json');
  // An image with several names is listed once for each.
  const digests = new Set(manifests.map(({ digest }) => digest));
  const [top] = digests;
  if (top === undefined || digests.size > 1) throw broken(`holds ${digests.size} images where one is due`);
  return {
    index: await manifest(top),
    manifest,
    holds: async (digest) => (await findBlob(digest)) !== undefined,
    async blob({ digest, size }) {
      const part = await partOf(digest);
      if (part.size !== size) throw broken(`holds ${part.size} bytes of ${digest}, which has ${size}`);
      return size > smallBlob
        ? { kind: 'file', digest, part }
        : { kind: 'bytes', bytes: await bytesOf(digest) };
    },
  };
}

/** Undefined where the layout has no such file. */
async function fileIn(folder: string, name: string): Promise<FilePart | undefined> {
  const path = join(folder, name);
  const found = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  return found && { path, offset: 0, size: found.size };
}
