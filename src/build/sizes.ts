/** How large each platform's image is, and what it adds to its base. */
import type { Platform } from '../names/platform.ts';
import type { Digest } from '../names/reference.ts';
import { platformsOf, readContent } from '../registry/manifest.ts';

export interface Size {
  readonly platform: Platform;
  readonly digest: Digest;
  /** Compressed bytes of all layers. */
  readonly size: number;
  /** Compressed bytes of the layers that the base does not have. */
  readonly added: number;
}

/** Gives a manifest's bytes by digest; undefined where it is not to be had. */
export type ReadManifest = (digest: Digest) => Promise<Uint8Array | undefined>;

export async function measureSizes(
  index: Uint8Array,
  read: ReadManifest,
  base: readonly { readonly platform: Platform; readonly digest: Digest }[],
  readBase: ReadManifest,
): Promise<Size[]> {
  const layers = async (digest: Digest | undefined, from: ReadManifest) => {
    const bytes = digest === undefined ? undefined : await from(digest);
    return bytes === undefined ? [] : (readContent(bytes).layers ?? []);
  };
  return Promise.all(
    platformsOf(index).map(async ({ platform, digest }) => {
      const [own, below] = await Promise.all([
        layers(digest, read),
        layers(base.find((one) => one.platform === platform)?.digest, readBase),
      ]);
      const known = new Set(below.map((layer) => layer.digest));
      const sum = (some: typeof own): number => some.reduce((total, layer) => total + layer.size, 0);
      return { platform, digest, size: sum(own), added: sum(own.filter((layer) => !known.has(layer.digest))) };
    }),
  );
}
