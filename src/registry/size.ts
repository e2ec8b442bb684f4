import type { Digest, Repository } from '../names/reference.ts';
import type { Reader } from './client.ts';
import { readContent } from './manifest.ts';

export type ManifestReader = Pick<Reader, 'getManifest'>;

/** A platform's manifest: not an index. */
export interface ImageAt {
  readonly repository: Repository;
  readonly digest: Digest;
}

export interface ImageSize {
  /** Compressed bytes of all layers. */
  readonly size: number;
  readonly layers: number;
  /** Compressed bytes of the layers that are not the base's. */
  readonly added: number;
  /** Number of the base's layers that the image begins with; 0 when no base was given. */
  readonly baseLayers: number;
}

/**
 * Reads sizes from the manifests of image and base: two requests, no layer. Undefined when the image's manifest is
 * absent. All layers from the first that differs from the base's count as added.
 */
export async function imageSize(
  reader: ManifestReader,
  image: ImageAt,
  base?: ImageAt,
): Promise<ImageSize | undefined> {
  const layers = await layersOf(reader, image);
  if (layers === undefined) return undefined;
  const ofBase = base === undefined ? [] : ((await layersOf(reader, base)) ?? []);
  const differs = ofBase.findIndex(({ digest }, at) => layers[at]?.digest !== digest);
  const baseLayers = differs < 0 ? ofBase.length : differs;
  const total = (descriptors: readonly { readonly size: number }[]) =>
    descriptors.reduce((sum, { size }) => sum + size, 0);
  return { size: total(layers), layers: layers.length, added: total(layers.slice(baseLayers)), baseLayers };
}

async function layersOf(reader: ManifestReader, { repository, digest }: ImageAt) {
  const manifest = await reader.getManifest(repository, digest);
  return manifest && (readContent(manifest.bytes).layers ?? []);
}
