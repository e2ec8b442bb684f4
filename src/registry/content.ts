/** What an image is made of, by digest, wherever it lies: in an archive of this machine, in another repository. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import { type Digest, type Repository, parseDigest, repositoryText } from '../names/reference.ts';
import type { Files } from '../ports.ts';
import type { Reader } from './client.ts';
import { type Descriptor, type Manifest, readContent } from './manifest.ts';
import type { BlobSource } from './uploads.ts';

/** An image's content. Both functions throw Failure where something is missing or is not what its digest says. */
export interface ImageContent {
  /** The top: an index, or the lone manifest of one platform without attestations. */
  readonly index: Manifest;
  /** A manifest below it. */
  manifest(digest: Digest): Promise<Manifest>;
  /** A configuration, layer or attestation, for sending: what is large is read from a file while it is sent. */
  blob(descriptor: Descriptor): Promise<BlobSource>;
}

/** Blobs of at most so many bytes are held in memory. */
export const smallBlob = 1 << 20;

/** A manifest, and the blobs that it names; an index names none. */
export interface Node {
  readonly manifest: Manifest;
  readonly blobs: readonly Descriptor[];
}

/**
 * All manifests of an image, attestations too: each once, children before the index that names them, the top last.
 *
 * @throws Failure where one is missing or cannot be read.
 */
export async function manifestsOf(content: ImageContent): Promise<Node[]> {
  const nodes = new Map<Digest, Node>();
  const visit = async (manifest: Manifest): Promise<void> => {
    const { blobs, manifests } = namedBy(manifest);
    for (const { digest, mediaType } of manifests) {
      if (!nodes.has(digest)) await visit({ ...(await content.manifest(digest)), mediaType });
    }
    nodes.set(manifest.digest, { manifest, blobs });
  };
  await visit(content.index);
  return [...nodes.values()];
}

function namedBy({ digest, bytes }: Manifest): {
  readonly blobs: readonly Descriptor[];
  readonly manifests: readonly Descriptor[];
} {
  try {
    const { config, layers = [], manifests = [] } = readContent(bytes);
    const blobs = [...(config ? [config] : []), ...layers];
    for (const named of [...blobs, ...manifests]) {
      const written = parseDigest(named.digest);
      if (!written.ok) throw new SyntaxError(written.message);
    }
    return { blobs, manifests };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    const message = `The manifest ${digest} cannot be read, so that its image cannot be pushed: ${error.message}`;
    throw new Failure([{ station: 'registry', about: digest, message }]);
  }
}

/**
 * The content of an image in a repository. Layers go through a file of a temporary folder, one at a time for each that
 * is sent, since a registry that lost one in the middle must get it again.
 */
export function contentOf(
  reader: Reader,
  repository: Repository,
  index: Manifest,
  files: Pick<Files, 'temporary' | 'remove'>,
): ImageContent {
  let folder: Promise<string> | undefined;
  const missing = (digest: Digest): Failure => {
    const message = `${repositoryText(repository)} does not hold ${digest}, which its image ${index.digest} needs. Push that image anew, or take another one.`;
    return new Failure([{ station: 'registry', about: repositoryText(repository), message }]);
  };
  return {
    index,
    async manifest(digest) {
      const manifest = await reader.getManifest(repository, digest);
      if (manifest === undefined) throw missing(digest);
      return manifest;
    },
    async blob({ digest, size }) {
      if (size <= smallBlob) {
        const bytes = await reader.getBlob(repository, digest);
        if (bytes === undefined) throw missing(digest);
        return { kind: 'bytes', bytes: new Uint8Array(bytes) };
      }
      const path = join(await (folder ??= files.temporary('layers')), randomUUID());
      const discard = () => files.remove(path);
      if (!(await reader.saveBlob(repository, digest, path))) {
        await discard();
        throw missing(digest);
      }
      return { kind: 'file', digest, part: { path, offset: 0, size }, discard };
    },
  };
}
