/** Observes what registries hold before anything is built: the bases of today, and the image as it was published. */
import type { Tags } from '../plan/tags.ts';
import { defined } from '../defined.ts';
import { Failure, type Problem } from '../errors.ts';
import { type PackageVersion, parsePackageVersion } from '../names/package-version.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest, Repository, Tag } from '../names/reference.ts';
import {
  isIndex,
  type Manifest,
  type PlatformManifest,
  platformsOf,
  readContent,
} from '../registry/manifest.ts';
import type { Reader } from '../registry/client.ts';
import { parseReference } from '../registry/reference.ts';
import { createdKey, type BuildRecord } from '../plan/fingerprint.ts';
import { packageVersionKey, versionKey } from '../plan/labels.ts';
import { readBuildRecord } from '../plan/build-record.ts';

/** An image that is built on, as it is today. */
export interface ObservedBase {
  /** As written: `docker.io/library/python:3.13-slim`. */
  readonly reference: string;
  readonly repository: Repository;
  /** Absent where the reference has none. */
  readonly tag?: Tag;
  readonly digest: Digest;
  readonly platforms: readonly Pick<PlatformManifest, 'platform' | 'digest'>[];
}

/** A base image that does not exist. */
export class AbsentBase extends Failure {}

/**
 * Looks a base up, without pulling it.
 *
 * @param record build records of published images: see {@link findBase}.
 * @throws Failure when it does not exist, or not for every wanted platform.
 */
export async function observeBase(
  reader: Pick<Reader, 'headManifest' | 'getManifest'>,
  reference: string,
  wanted: readonly Platform[],
  record: readonly BuildRecord[] = [],
): Promise<ObservedBase> {
  const base = await findBase(reader, reference, wanted, record);
  if (base === undefined) {
    throw new AbsentBase([
      problem(
        `The base image ${reference} does not exist. Its name is made from base_registry, python_version and target_base: look at which tags the official Python image has there.`,
      ),
    ]);
  }
  // A lone manifest is for one platform, whichever it is.
  if (wanted.length > 1 && base.platforms.some(({ digest }) => digest === base.digest)) {
    throw new Failure([
      problem(
        `The base image ${reference} is for one platform only, and it is wanted for ${wanted.join(', ')}. Leave all but its own out of the input platform, or take another target_base.`,
      ),
    ]);
  }
  const held = base.platforms.map((one) => one.platform);
  const missing = wanted.filter((platform) => !held.includes(platform));
  if (missing.length > 0) {
    throw new Failure([
      {
        ...problem(
          `The base image ${reference} does not exist for ${missing.join(', ')}: it has ${held.join(', ') || 'no platform that is known here'}. Leave ${missing.length === 1 ? 'it' : 'them'} out of the input platform, or take another target_base.`,
        ),
        platforms: missing,
      },
    ]);
  }
  return base;
}

/**
 * An image as it is now, for the platforms that it has; undefined when it does not exist. Where a build record knows the
 * base, only its digest is asked for at first: Docker Hub counts reads of manifests, and not of digests. A lone manifest
 * does not name its platform: it is taken for every wanted one, as a builder does, and the checks look at what runs.
 *
 * @throws Failure.
 */
export async function findBase(
  reader: Pick<Reader, 'headManifest' | 'getManifest'>,
  reference: string,
  wanted: readonly Platform[],
  record: readonly BuildRecord[],
): Promise<ObservedBase | undefined> {
  const parsedReference = parseReference(reference);
  if (!parsedReference.ok) throw new Failure([problem(parsedReference.message)]);
  const { repository, tag, digest } = parsedReference.value;
  const at = digest ?? tag ?? ('latest' as Tag);
  const named = { reference, repository, ...(tag === undefined ? {} : { tag }) };
  const known = record.filter(
    ({ indexes, fingerprint }) =>
      indexes[reference] !== undefined &&
      wanted.every((platform) => fingerprint.bases[reference]?.[platform] !== undefined),
  );
  if (known.length > 0) {
    const now = await reader.headManifest(repository, at);
    if (now === undefined) return undefined;
    const same = known.find(({ indexes }) => indexes[reference] === now.digest);
    if (same !== undefined) {
      const digests = same.fingerprint.bases[reference]!;
      const platforms = wanted.map((platform) => ({ platform, digest: digests[platform]! }));
      return { ...named, digest: now.digest, platforms };
    }
  }
  const manifest = await reader.getManifest(repository, at);
  if (manifest === undefined) return undefined;
  const platforms = isIndex(manifest.mediaType)
    ? platformsOf(manifest.bytes)
    : wanted.map((platform) => ({ platform, digest: manifest.digest }));
  return { ...named, digest: manifest.digest, platforms };
}

/** A tag that moves, and the image that it points at. */
export interface ObservedAlias {
  readonly tag: Tag;
  /** Absent where there is no such tag. */
  readonly digest?: Digest;
  /** The package's version in the image's annotations; absent also where it is the exact tag's image. */
  readonly version?: PackageVersion;
}

/** What a repository holds of an image. */
export type ObservedImage =
  /** Nothing is pushed, so that no registry is asked. */
  | { readonly is: 'unasked' }
  | { readonly is: 'absent'; readonly aliases: readonly ObservedAlias[] }
  | {
      readonly is: 'present';
      readonly aliases: readonly ObservedAlias[];
      /** The index under the exact tag, or the manifest of an image of one platform. */
      readonly index: Manifest;
      /** Sorted; empty where a lone manifest does not say its platform. */
      readonly platforms: readonly Platform[];
      /** Absent where another tool made it. */
      readonly record?: BuildRecord;
      /** Milliseconds since the epoch; absent where the image has no such annotation. */
      readonly created?: number;
      /** Manifests and blobs that it needs and its registry does not have; absent where that was not looked for. */
      readonly lacking?: readonly Digest[];
      /** Whether a signature is beside it; absent where that was not looked for. */
      readonly isSigned?: boolean;
    };

export type Present = Extract<ObservedImage, { readonly is: 'present' }>;

/** One request for each tag, all at once; and one more for each alias that points at another image. */
export async function observeImage(
  reader: Pick<Reader, 'headManifest' | 'getManifest'>,
  repository: Repository,
  tags: Tags,
): Promise<ObservedImage> {
  const [index, ...heads] = await Promise.all([
    reader.getManifest(repository, tags.exact),
    ...tags.aliases.map((tag) => reader.headManifest(repository, tag)),
  ]);
  const aliases = await Promise.all(
    tags.aliases.map((tag, at) =>
      aliasOf(reader, repository, { tag, digest: heads[at]?.digest }, index?.digest),
    ),
  );
  if (index === undefined) return { is: 'absent', aliases };
  const annotations = readContent(index.bytes).annotations ?? {};
  const record = readBuildRecord(annotations);
  const created = Date.parse(annotations[createdKey] ?? '');
  return {
    is: 'present',
    aliases,
    index,
    // A lone manifest does not name its platform; its build record does.
    platforms: isIndex(index.mediaType)
      ? platformsOf(index.bytes)
          .map((one) => one.platform)
          .toSorted()
      : (record?.fingerprint.platforms ?? []),
    ...defined({ record, created: Number.isNaN(created) ? undefined : created }),
  };
}

/**
 * The version of the image is read only where the tag does not point at `known`: registries count reads of manifests,
 * and not of digests.
 */
export async function observeAlias(
  reader: Pick<Reader, 'headManifest' | 'getManifest'>,
  repository: Repository,
  tag: Tag,
  known: Digest,
): Promise<ObservedAlias> {
  const head = await reader.headManifest(repository, tag);
  return aliasOf(reader, repository, { tag, digest: head?.digest }, known);
}

async function aliasOf(
  reader: Pick<Reader, 'getManifest'>,
  repository: Repository,
  { tag, digest }: { readonly tag: Tag; readonly digest: Digest | undefined },
  known: Digest | undefined,
): Promise<ObservedAlias> {
  if (digest === undefined) return { tag };
  const manifest = digest === known ? undefined : await reader.getManifest(repository, digest);
  const annotations = manifest && readContent(manifest.bytes).annotations;
  // An image of another tool has the standard annotation alone.
  const text: unknown = annotations?.[packageVersionKey] ?? annotations?.[versionKey];
  const version = typeof text === 'string' ? parsePackageVersion(text) : undefined;
  return { tag, digest, ...(version?.ok === true ? { version: version.value } : {}) };
}

const problem = (message: string): Problem => ({ station: 'registry', about: 'base image', message });
