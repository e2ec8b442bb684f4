/** The images of a repository as a catalogue lists them: by what the registry says, without a layer. */
import pMap from 'p-map';
import { defined } from '../defined.ts';
import { type Platform, platformOfDescriptor } from '../names/platform.ts';
import { type Digest, type Repository, repositoryText, type Tag } from '../names/reference.ts';
import { onceFor } from '../once.ts';
import { readBuildRecord } from '../plan/build-record.ts';
import { createdKey } from '../plan/fingerprint.ts';
import { baseNameKey, packageVersionKey, titleKey, versionKey } from '../plan/labels.ts';
import type { RegistryClient } from '../registry/client.ts';
import { type ImageConfig, readConfig } from '../registry/image-config.ts';
import { isIndex } from '../registry/manifest.ts';
import { wheelTagPrefix } from '../wheel-cache/key.ts';
import {
  concurrency,
  heldManifest,
  type HeldManifest,
  readTags,
  type RepositoryReader,
  subjectOfTag,
} from './repository.ts';
import { isConfig, timeIn } from './times.ts';

/** Texts are what whoever pushed the image wrote: they may be anything. */
export interface CatalogueImage {
  /** `registry/name`. */
  readonly repository: string;
  readonly digest: Digest;
  /** Sorted; at least one. */
  readonly tags: readonly Tag[];
  /** The software that it is of: its title. */
  readonly name?: string;
  /** The version of that software. */
  readonly version?: string;
  /** `3.13.9`. */
  readonly python?: string;
  /** Reference of the base. */
  readonly base?: string;
  /** When it was made, in milliseconds since the epoch. */
  readonly made?: number;
  readonly platforms: readonly CataloguePlatform[];
  /** `name==version` of all that any platform installs; absent where the image has no build record. */
  readonly requirements?: readonly string[];
}

export interface CataloguePlatform {
  readonly platform: Platform;
  readonly digest: Digest;
  /** Compressed bytes of all layers; absent where the registry lost the manifest. */
  readonly size?: number;
}

export interface CatalogueSource {
  readonly images: readonly CatalogueImage[];
  /** Tags that lead to no image: saved wheels, what is attached to images, other artifacts, and nothing. */
  readonly others: readonly Tag[];
}

export type CatalogueReader = Pick<RepositoryReader, 'listTags' | 'headManifest' | 'getManifest'> &
  Pick<RegistryClient, 'getBlob'>;

/**
 * Reads one HEAD a tag, one GET a manifest, and one more of an image's configuration where its annotations do not say all.
 *
 * @returns undefined where there is no such repository.
 * @throws RegistryProblem where any of it cannot be read.
 */
export async function readCatalogue(
  reader: CatalogueReader,
  repository: Repository,
): Promise<CatalogueSource | undefined> {
  const named = await readTags(reader, repository);
  if (named === undefined) return undefined;
  const tagsOf = new Map<Digest, Tag[]>();
  const others = [...named.lostTags];
  for (const [tag, digest] of named.tags) {
    if (subjectOfTag(tag) !== undefined || tag.startsWith(wheelTagPrefix)) others.push(tag);
    else tagsOf.set(digest, [...(tagsOf.get(digest) ?? []), tag]);
  }
  // Images of several indexes may have a platform in common.
  const read = onceFor(
    (digest: Digest) => digest,
    (digest) => readManifest(reader, repository, digest),
  );
  const images = await pMap(
    tagsOf,
    async ([digest, tags]) => {
      const image = await readImage(reader, repository, digest, read);
      if (image === undefined) others.push(...tags);
      return image === undefined ? [] : [{ ...image, tags: tags.toSorted() }];
    },
    { concurrency },
  );
  return { images: images.flat(), others: others.toSorted() };
}

type ReadManifest = (digest: Digest) => Promise<HeldManifest | undefined>;

/** Undefined where it is not there, and where it is none. */
async function readManifest(
  reader: Pick<CatalogueReader, 'getManifest'>,
  repository: Repository,
  digest: Digest,
): Promise<HeldManifest | undefined> {
  const manifest = await reader.getManifest(repository, digest);
  try {
    return manifest && heldManifest(manifest);
  } catch (error) {
    // One thing that nobody can read is left out, and hides no other image.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Undefined where it is no image that runs Python anywhere. */
async function readImage(
  reader: CatalogueReader,
  repository: Repository,
  digest: Digest,
  read: ReadManifest,
): Promise<Omit<CatalogueImage, 'tags'> | undefined> {
  const top = await read(digest);
  if (top === undefined || top.subject !== undefined) return undefined;
  const children = isIndex(top.mediaType) ? await readChildren(top, read) : undefined;
  const record = readBuildRecord(top.annotations);
  const annotated = timeIn(top.annotations[createdKey]);
  const configs = [top, ...(children ?? []).map(({ manifest }) => manifest)].map((one) => one?.blobs[0]);
  const descriptor = configs.find(isConfig);
  const isSaid = record !== undefined && annotated !== undefined && children !== undefined;
  const config =
    isSaid || descriptor === undefined
      ? undefined
      : await readConfiguration(reader, repository, descriptor.digest);
  const platforms =
    children?.map(({ manifest, ...child }) => withSize(child, manifest)) ?? alone(top, config);
  if (platforms.length === 0) return undefined;
  const { annotations } = top;
  const labels = textsOf(config?.config?.Labels);
  const said = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => annotations[key] ?? labels[key]).find((text) => text !== undefined && text !== '');
  return {
    repository: repositoryText(repository),
    digest,
    platforms,
    ...defined({
      name: said(titleKey),
      version: said(packageVersionKey, versionKey),
      python: record?.facts[0]?.python ?? pythonOf(config),
      base: said(baseNameKey) ?? Object.keys(record?.fingerprint.bases ?? {})[0],
      made: annotated ?? timeIn(config?.created),
      requirements: record?.fingerprint.requirements,
    }),
  };
}

type Child = Pick<CataloguePlatform, 'platform' | 'digest'>;

/** Those of platforms that Python's images are made for, without attestations. */
async function readChildren(
  { manifests }: HeldManifest,
  read: ReadManifest,
): Promise<(Child & { readonly manifest: HeldManifest | undefined })[]> {
  const children: (Child & { readonly manifest: HeldManifest | undefined })[] = [];
  for (const { digest, annotations, platform: named } of manifests) {
    const platform = named ? platformOfDescriptor(named) : undefined;
    if (platform !== undefined && annotations?.['vnd.docker.reference.type'] === undefined)
      children.push({ platform, digest, manifest: await read(digest) });
  }
  return children;
}

function alone(top: HeldManifest, config: ImageConfig | undefined): CataloguePlatform[] {
  const platform = config && platformOfDescriptor(config);
  return platform === undefined ? [] : [withSize({ platform, digest: top.digest }, top)];
}

function withSize(child: Child, manifest: HeldManifest | undefined): CataloguePlatform {
  if (manifest === undefined) return child;
  const sizes = manifest.blobs
    .slice(1)
    .map(({ size }) => (Number.isSafeInteger(size) && size > 0 ? size : 0));
  return { ...child, size: sizes.reduce((sum, size) => sum + size, 0) };
}

async function readConfiguration(
  reader: Pick<CatalogueReader, 'getBlob'>,
  repository: Repository,
  digest: Digest,
): Promise<ImageConfig | undefined> {
  const bytes = await reader.getBlob(repository, digest);
  try {
    return bytes && ((readConfig(bytes) as ImageConfig | null) ?? undefined);
  } catch {
    return undefined;
  }
}

/** What the official images of Python say. */
function pythonOf(config: ImageConfig | undefined): string | undefined {
  const variables: unknown = config?.config?.Env;
  const texts = Array.isArray(variables) ? variables.filter((one) => typeof one === 'string') : [];
  return texts.flatMap((one) => /^PYTHON_VERSION=(.+)$/.exec(one)?.[1] ?? [])[0];
}

const textsOf = (pairs: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(pairs ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
