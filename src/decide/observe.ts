/** What registries hold before anything is built: the bases as they are today, and the image as it was published. */
import { Failure, type Problem } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import { type Digest, type Repository, type Tag, repositoryText } from '../names/reference.ts';
import type { Reader } from '../registry/client.ts';
import { isIndex, type PlatformManifest, platformsOf } from '../registry/manifest.ts';
import { parseReference } from '../registry/reference.ts';

/** An image that is built on, as it is today. */
export interface ObservedBase {
  /** As written: `docker.io/library/python:3.13-slim`. */
  readonly reference: string;
  readonly repository: Repository;
  readonly digest: Digest;
  readonly platforms: readonly PlatformManifest[];
}

/**
 * Looks a base up, without pulling it.
 *
 * @throws Failure when it does not exist, or not for every wanted platform.
 */
export async function observeBase(
  reader: Reader,
  reference: string,
  wanted: readonly Platform[],
): Promise<ObservedBase> {
  const parsedReference = parseReference(reference);
  if (!parsedReference.ok) throw new Failure([problem(parsedReference.message)]);
  const { repository, tag, digest } = parsedReference.value;
  const manifest = await reader.getManifest(repository, digest ?? tag ?? ('latest' as Tag));
  if (manifest === undefined) {
    throw new Failure([
      problem(
        `The base image ${reference} does not exist. Its name is made from python_version and target_base: look at which tags the official Python image has.`,
      ),
    ]);
  }
  const platforms = isIndex(manifest.mediaType) ? platformsOf(manifest.bytes) : [];
  const held = platforms.map((one) => one.platform);
  const missing = wanted.filter((platform) => !held.includes(platform));
  if (missing.length > 0) {
    throw new Failure([
      problem(
        `The base image ${reference} does not exist for ${missing.join(', ')}: it has ${held.join(', ') || 'one platform only'}. Leave ${missing.length === 1 ? 'it' : 'them'} out of the input platform, or take another target_base.`,
      ),
    ]);
  }
  return { reference, repository, digest: manifest.digest, platforms };
}

/** What is known of the image's exact tag. */
export type ObservedImage =
  /** Nothing is pushed, so that no registry is asked. */
  | { readonly is: 'unasked' }
  | { readonly is: 'absent' }
  | { readonly is: 'present'; readonly digest: Digest };

export async function observeImage(reader: Reader, repository: Repository, tag: Tag): Promise<ObservedImage> {
  const found = await reader.headManifest(repository, tag);
  return found === undefined ? { is: 'absent' } : { is: 'present', digest: found.digest };
}

const problem = (message: string): Problem => ({ station: 'registry', about: 'base image', message });

export const exactReference = (repository: Repository, tag: Tag): string =>
  `${repositoryText(repository)}:${tag}`;
