/** How large an image is, and how much of it is not its base. */
import type { Digest, Repository } from '../names/reference.ts';
import type { Reader } from './client.ts';
import { readContent } from './manifest.ts';

/** All that is read here. */
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
  /** Layers of the base that the image stands on; 0 when the image has other ones, or no base was given. */
  readonly baseLayers: number;
}

/**
 * Sizes as the manifests say them; two requests, no layer. Undefined when the image has no manifest there. A base
 * counts as far as the image begins with its layers: a base that was rewritten on the way adds everything.
 */
export async function imageSize(
  reader: ManifestReader,
  image: ImageAt,
  base?: ImageAt,
): Promise<ImageSize | undefined> {
  const layers = await layersOf(reader, image);
  if (layers === undefined) return undefined;
  const under = base === undefined ? [] : ((await layersOf(reader, base)) ?? []);
  const differs = under.findIndex(({ digest }, at) => layers[at]?.digest !== digest);
  const baseLayers = differs < 0 ? under.length : differs;
  const total = (some: readonly { readonly size: number }[]) => some.reduce((sum, { size }) => sum + size, 0);
  return { size: total(layers), layers: layers.length, added: total(layers.slice(baseLayers)), baseLayers };
}

async function layersOf(reader: ManifestReader, { repository, digest }: ImageAt) {
  const manifest = await reader.getManifest(repository, digest);
  return manifest && (readContent(manifest.bytes).layers ?? []);
}
