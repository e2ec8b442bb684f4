/** Whether a build came out as what a registry holds already: then nothing is pushed. */
import type { Digest, Repository } from '../names/reference.ts';
import type { ImageContent } from '../registry/content.ts';
import { isIndex, type Manifest, platformsOf, readContent } from '../registry/manifest.ts';
import type { ManifestReader } from '../registry/size.ts';
import { readBuildRecord } from '../plan/build-record.ts';

/**
 * The same platforms with the same configuration and layers. Attestations do not count, since they hold the time of
 * their build; but where other attestations or annotations are asked for than those that are there, they must go out.
 */
export async function isIdentical(
  content: ImageContent,
  reader: ManifestReader,
  repository: Repository,
  there: Manifest,
): Promise<boolean> {
  if (besidesOf(content.index) !== besidesOf(there)) return false;
  const ours = await imagesOf(content.index, (digest) => content.manifest(digest));
  const theirs = await imagesOf(there, (digest) => reader.getManifest(repository, digest));
  return ours !== undefined && JSON.stringify(ours) === JSON.stringify(theirs);
}

/** What was asked for of an index besides its images. */
function besidesOf({ bytes }: Manifest): string | undefined {
  const recipe = readBuildRecord(readContent(bytes).annotations ?? {})?.fingerprint.recipe;
  return recipe && `${recipe.annotations} ${recipe.attestations}`;
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
  const found = images.filter((image) => image !== undefined);
  return found.length === images.length
    ? found.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))
    : undefined;
}

function contentOf({ bytes }: Manifest): string[] {
  const { config, layers = [] } = readContent(bytes);
  return [config?.digest ?? '', ...layers.map((layer) => layer.digest)];
}
