import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import { type Digest, type Repository, parseDigest, repositoryText } from '../names/reference.ts';
import type { Files } from '../ports.ts';
import type { Attachment } from './attachment.ts';
import type { Reader } from './client.ts';
import { chunksOf } from './file-part.ts';
import { type Descriptor, type Manifest, readContent } from './manifest.ts';
import type { BlobSource } from './uploads.ts';

/** An image's content. Both functions throw Failure where something is missing or does not match its digest. */
export interface ImageContent {
  readonly index: Manifest;
  manifest(digest: Digest): Promise<Manifest>;
  /** A configuration, layer or attestation, for sending; a large one comes from a file. */
  blob(descriptor: Descriptor): Promise<BlobSource>;
  /** What refers to manifests of the image, and is written after them. */
  readonly attached?: readonly Attachment[];
}

export const smallBlob = 1 << 20;

/** The bytes of a blob as they come; a temporary file is removed after them. @throws Failure as `blob`. */
export async function* blobChunks(
  content: Pick<ImageContent, 'blob'>,
  descriptor: Descriptor,
): AsyncGenerator<Uint8Array, void, void> {
  const source = await content.blob(descriptor);
  if (source.kind === 'bytes') {
    yield source.bytes;
    return;
  }
  try {
    yield* chunksOf(source.part, () => {});
  } finally {
    await source.discard?.();
  }
}

/** A small blob, such as a configuration. @throws Failure as `blob`. */
export async function readBlob(
  content: Pick<ImageContent, 'blob'>,
  descriptor: Descriptor,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of blobChunks(content, descriptor)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** A manifest and its blobs; an index has none. */
export interface Node {
  readonly manifest: Manifest;
  readonly blobs: readonly Descriptor[];
}

/**
 * All manifests of an image, attestations too: each once, and before the index that names it, as registries require.
 *
 * @throws Failure where one is missing or cannot be read.
 */
export async function manifestsOf(content: ImageContent): Promise<Node[]> {
  const nodes = new Map<Digest, Node>();
  const visit = async (manifest: Manifest): Promise<void> => {
    const { blobs, manifests } = descriptorsOf(manifest);
    for (const { digest, mediaType } of manifests) {
      if (!nodes.has(digest)) await visit({ ...(await content.manifest(digest)), mediaType });
    }
    nodes.set(manifest.digest, { manifest, blobs });
  };
  await visit(content.index);
  return [...nodes.values()];
}

function descriptorsOf({ digest, bytes }: Manifest): {
  readonly blobs: readonly Descriptor[];
  readonly manifests: readonly Descriptor[];
} {
  try {
    const { config, layers = [], manifests = [] } = readContent(bytes);
    const blobs = [...(config ? [config] : []), ...layers];
    for (const descriptor of [...blobs, ...manifests]) {
      const digest = parseDigest(descriptor.digest);
      if (!digest.ok) throw new SyntaxError(digest.message);
    }
    return { blobs, manifests };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    const message = `The manifest ${digest} cannot be read, so that its image cannot be pushed: ${error.message}`;
    throw new Failure([{ station: 'registry', about: digest, message }]);
  }
}

/**
 * The content of an image in a repository. A layer is saved to a temporary file before it is sent, since an upload that
 * breaks off must be sent again from its start.
 */
export function contentOf(
  reader: Reader,
  repository: Repository,
  index: Manifest,
  files: Pick<Files, 'temporary' | 'remove'>,
): ImageContent {
  return {
    index,
    async manifest(digest) {
      const manifest = await reader.getManifest(repository, digest);
      if (manifest === undefined) throw missing(repository, index.digest, digest);
      return manifest;
    },
    blob: blobsOf(reader, repository, index.digest, files),
  };
}

/** As `contentOf`, for the blobs of an image alone. */
export function blobsOf(
  reader: Pick<Reader, 'getBlob' | 'saveBlob'>,
  repository: Repository,
  image: Digest,
  files: Pick<Files, 'temporary' | 'remove'>,
): ImageContent['blob'] {
  let folder: Promise<string> | undefined;
  return async ({ digest, size }) => {
    if (size <= smallBlob) {
      const bytes = await reader.getBlob(repository, digest);
      if (bytes === undefined) throw missing(repository, image, digest);
      return { kind: 'bytes', bytes: new Uint8Array(bytes) };
    }
    const path = join(await (folder ??= files.temporary('layers')), randomUUID());
    const discard = () => files.remove(path);
    if (!(await reader.saveBlob(repository, digest, path))) {
      await discard();
      throw missing(repository, image, digest);
    }
    return { kind: 'file', digest, part: { path, offset: 0, size }, discard };
  };
}

function missing(repository: Repository, image: Digest, digest: Digest): Failure {
  const message = `${repositoryText(repository)} does not hold ${digest}, which its image ${image} needs. Push that image anew, or take another one.`;
  return new Failure([{ station: 'registry', about: repositoryText(repository), message }]);
}
