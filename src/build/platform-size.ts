/** Measures each platform's image, and how much it adds to its base. */
import type { Platform } from '../names/platform.ts';
import type { Digest, Repository } from '../names/reference.ts';
import type { ImageContent } from '../registry/content.ts';
import { isIndex, type Manifest, platformsOf } from '../registry/manifest.ts';
import { imageSize, type ManifestReader } from '../registry/size.ts';

export interface Size {
  readonly platform: Platform;
  readonly digest: Digest;
  /** Compressed bytes of all layers. */
  readonly size: number;
  /** Compressed bytes of the layers that are not the base's; absent where that is not known. */
  readonly added?: number;
}

export interface SizeRequest {
  readonly index: Manifest;
  readonly repository: Repository;
  /** Platforms that were built; a lone manifest is for the only one. */
  readonly platforms: readonly Platform[];
  /** Absent where it is not known. */
  readonly base?: {
    readonly repository: Repository;
    readonly platforms: readonly { readonly platform: Platform; readonly digest: Digest }[];
  };
}

/** @param reader of manifests of the image and of its base. */
export async function measureSizes(
  reader: ManifestReader,
  { index, repository, platforms: wanted, base }: SizeRequest,
): Promise<Size[]> {
  const sizes = await Promise.all(
    manifestsOf(index, wanted).map(async ({ platform, digest }) => {
      const basePlatform = base?.platforms.find((one) => one.platform === platform);
      const baseImage = base && basePlatform && { repository: base.repository, digest: basePlatform.digest };
      const measured = await imageSize(reader, { repository, digest }, baseImage);
      if (measured === undefined) return [];
      const { size, added } = measured;
      return [{ platform, digest, size, ...(base === undefined ? {} : { added }) }];
    }),
  );
  return sizes.flat();
}

/** Reads manifests of an image from its content, and all others, which are the base's, from a registry. */
export function contentReader(content: ImageContent, base: ManifestReader): ManifestReader {
  const held = new Set<string>(platformsOf(content.index.bytes).map((one) => one.digest));
  return {
    getManifest: async (repository, reference) => {
      if (reference === content.index.digest) return content.index;
      return held.has(reference)
        ? content.manifest(reference as Digest)
        : base.getManifest(repository, reference);
    },
  };
}

const manifestsOf = (index: Manifest, wanted: readonly Platform[]) =>
  isIndex(index.mediaType)
    ? platformsOf(index.bytes)
    : wanted.slice(0, 1).map((platform) => ({ platform, digest: index.digest }));
