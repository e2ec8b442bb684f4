/** Whether a build came out as what a registry holds already: then nothing is pushed. */
import type { Digest, Repository } from '../names/reference.ts';
import type { ImageContent } from '../registry/content.ts';
import { isIndex, type Manifest, platformsOf, readContent } from '../registry/manifest.ts';
import type { ManifestReader } from '../registry/size.ts';
import { annotationKeys } from '../sources/made.ts';

/**
 * The same platforms with the same configuration and layers, made of the same; attestations and other annotations do not
 * count. An image that was made of something else, such as other checks, goes out although it holds nothing new: else the
 * old one would go on saying what it was made of, and every run would build again for that reason.
 */
export async function isIdentical(
  content: ImageContent,
  reader: ManifestReader,
  repository: Repository,
  there: Manifest,
): Promise<boolean> {
  if (fingerprintIn(content.index) !== fingerprintIn(there)) return false;
  const ours = await imagesOf(content.index, (digest) => content.manifest(digest));
  const theirs = await imagesOf(there, (digest) => reader.getManifest(repository, digest));
  return ours !== undefined && JSON.stringify(ours) === JSON.stringify(theirs);
}

const fingerprintIn = ({ bytes }: Manifest): string | undefined =>
  readContent(bytes).annotations?.[annotationKeys.fingerprint];

/** Platform, configuration and layers of each image, sorted by platform; undefined where one cannot be read. */
async function imagesOf(
  index: Manifest,
  manifest: (digest: Digest) => Promise<Manifest | undefined>,
): Promise<readonly (readonly string[])[] | undefined> {
  if (!isIndex(index.mediaType)) return [['', ...contentOf(index)]];
  const images = await Promise.all(
    platformsOf(index.bytes).map(async ({ platform, digest }) => {
      const read = await manifest(digest);
      return read === undefined ? undefined : [platform as string, ...contentOf(read)];
    }),
  );
  const found = images.filter((image) => image !== undefined);
  return found.length === images.length
    ? found.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))
    : undefined;
}

function contentOf({ bytes }: Manifest): string[] {
  const { config, layers = [] } = readContent(bytes);
  return [config?.digest ?? '', ...layers.map((layer) => layer.digest)];
}
