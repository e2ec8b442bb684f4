/**
 * The content of an image as buildx exports it. The layers of its base need not come from the builder, which may be
 * elsewhere, for every image anew: the registry of the base has them.
 */
import { join } from 'node:path';
import { type BakeOptions, exportPath } from '../build/bake.ts';
import type { Builder } from '../build/builder.ts';
import { openLayout } from '../build/layout.ts';
import { sharesOf } from '../build/nodes.ts';
import { partPath } from '../build/split.ts';
import { Failure } from '../errors.ts';
import { type Digest, parseDigest, type Repository } from '../names/reference.ts';
import type { ObservedBase } from '../observe/observe.ts';
import { annotationsAt } from '../plan/labels.ts';
import type { BakeRecipe } from '../plan/recipe.ts';
import type { World } from '../ports.ts';
import { combinedIndex } from '../publish/combined-index.ts';
import { openJoined, type PartLayout } from '../publish/joined-layout.ts';
import { blobsOf, type ImageContent } from '../registry/content.ts';
import type { Reader } from '../registry/client.ts';
import { isIndex, readContent } from '../registry/manifest.ts';
import type { BlobSource } from '../registry/uploads.ts';
import type { Session } from '../session/session.ts';

/** Layers by digest, and how each is read from a registry. */
export type RemoteLayers = ReadonlyMap<Digest, ImageContent['blob']>;

/** What is exported as a folder, with the layers that are left out of it. */
export interface Exported {
  readonly layouts: readonly PartLayout[];
  readonly remote: RemoteLayers;
}

/** Several nodes of a builder export a part each. @param folder of the bake file. */
export function layoutsOf(
  { image, platforms }: BakeRecipe,
  options: BakeOptions,
  { nodes = [] }: Pick<Builder, 'nodes'>,
  folder: string,
): PartLayout[] {
  const path = join(folder, exportPath(image.id, options));
  const shares = sharesOf(nodes, platforms);
  return shares.length < 2
    ? [{ path, platforms }]
    : shares.map(({ node, platforms: own }) => ({ path: partPath(path, node), platforms: own }));
}

/** The layers of bases. Those of a base whose manifests cannot be read come from the builder. */
export async function layersOf(
  { registries, world }: Pick<Session, 'registries' | 'world'>,
  bases: readonly ObservedBase[],
): Promise<RemoteLayers> {
  const { reader } = await registries();
  const read = bases.map(async ({ repository, digest, platforms }) => {
    const manifests = await Promise.all(platforms.map((one) => reader.getManifest(repository, one.digest)));
    const layers = manifests
      .flatMap((one) => (one === undefined ? [] : (readContent(one.bytes).layers ?? [])))
      // Its digest becomes the name of a file.
      .filter((layer) => parseDigest(layer.digest).ok);
    const blob = blobsOnce(reader, repository, digest, world.files);
    return layers.map((layer) => [layer.digest, blob] as const);
  });
  const layers = await Promise.all(
    read.map((one) =>
      one.catch((error: unknown) => {
        if (error instanceof Failure || error instanceof SyntaxError) return [];
        throw error;
      }),
    ),
  );
  return new Map(layers.flat());
}

/** By reader, which is one for a whole run. */
const blobsRead = new WeakMap<Reader, Map<Digest, ReturnType<ImageContent['blob']>>>();

/** As `blobsOf`, each read once for all images of a run: its file stays to the end. */
function blobsOnce(
  reader: Reader,
  ...rest: [repository: Repository, image: Digest, files: Pick<World['files'], 'temporary' | 'remove'>]
): ImageContent['blob'] {
  const read = blobsRead.get(reader) ?? new Map<Digest, ReturnType<ImageContent['blob']>>();
  blobsRead.set(reader, read);
  const blob = blobsOf(reader, ...rest);
  return (descriptor) => {
    const source = read.get(descriptor.digest) ?? blob(descriptor).then(kept);
    read.set(descriptor.digest, source);
    return source;
  };
}

const kept = (source: BlobSource): BlobSource =>
  source.kind === 'file' ? { kind: 'file', digest: source.digest, part: source.part } : source;

/**
 * Has the builder send no layer that a registry has: buildx asks for no blob whose file is there. Layouts in tar files are
 * for others, and hold everything.
 */
export async function leaveOut(
  { files }: Pick<World, 'files'>,
  { layouts, remote }: Exported,
): Promise<void> {
  for (const { path } of layouts)
    for (const digest of remote.keys()) await files.write(join(path, 'blobs', ...digest.split(':')), '');
}

/** An image with fewer platforms than were wanted has an index, too: its annotations say what it is made of. */
export async function exportedContent(
  { image, platforms, annotations }: BakeRecipe,
  { layouts, remote }: Exported,
): Promise<ImageContent> {
  const exported = await whole();
  return {
    ...exported,
    blob: (descriptor) => {
      const layer = remote.get(descriptor.digest);
      return layer === undefined ? exported.blob(descriptor) : layer(descriptor);
    },
  };

  async function whole(): Promise<ImageContent> {
    if (layouts.length > 1) return openJoined(layouts, platforms, annotationsAt(annotations, 'index'));
    const content = await openLayout(layouts[0]!.path);
    const { index } = content;
    if (platforms.length === image.platforms.length || isIndex(index.mediaType)) return content;
    return {
      ...content,
      index: combinedIndex([{ index, platforms }], platforms, annotationsAt(annotations, 'index')),
      manifest: async (digest) => (digest === index.digest ? index : content.manifest(digest)),
    };
  }
}
