/** Compares a build with what a registry holds already: nothing is pushed where they are identical. */
import type { Digest, Repository } from '../names/reference.ts';
import type { ImageContent } from '../registry/content.ts';
import { isIndex, type Manifest, platformsOf, readContent } from '../registry/manifest.ts';
import type { ManifestReader } from '../registry/size.ts';
import { missingKey } from '../plan/labels.ts';
import { readBuildRecord } from '../plan/build-record.ts';

/**
 * The same platforms with the same configuration and layers. Attestations do not count, since they hold the time of
 * their build; but where other attestations or annotations are asked for than those that are published, they must be pushed.
 * Which files are taken out of the image is an annotation, too, and which platforms are missing.
 */
export async function isIdentical(
  content: ImageContent,
  reader: ManifestReader,
  repository: Repository,
  published: Manifest,
): Promise<boolean> {
  if (attachmentsOf(content.index) !== attachmentsOf(published)) return false;
  const ours = await imagesOf(content.index, (digest) => content.manifest(digest));
  const theirs = await imagesOf(published, (digest) => reader.getManifest(repository, digest));
  return ours !== undefined && JSON.stringify(ours) === JSON.stringify(theirs);
}

/** Hashes of what the index has beside the image: the annotations and attestations that were asked for. */
function attachmentsOf({ bytes }: Manifest): string | undefined {
  const { annotations = {} } = readContent(bytes);
  const recipe = readBuildRecord(annotations)?.fingerprint.recipe;
  const missing = annotations[missingKey] ?? '';
  return recipe && `${recipe.annotations} ${recipe.exports} ${recipe.attestations} ${missing}`;
}

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
  const readable = images.filter((image) => image !== undefined);
  return readable.length === images.length
    ? readable.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))
    : undefined;
}

function contentOf({ bytes }: Manifest): string[] {
  const { config, layers = [] } = readContent(bytes);
  return [config?.digest ?? '', ...layers.map((layer) => layer.digest)];
}
