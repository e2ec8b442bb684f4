import type { Digest, Repository, Tag } from '../names/reference.ts';
import type { RegistryClient } from './client.ts';
import { digestOf } from './manifest.ts';
import { withPutRetries } from './retries.ts';

/**
 * Puts a manifest under a tag, or under its own digest. After a lost answer it reads the tag back, and puts the manifest
 * again only where the tag does not point at it.
 *
 * @throws RegistryProblem.
 */
export async function publishTag(
  client: RegistryClient,
  repository: Repository,
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
  tag: Tag | Digest,
): Promise<Digest> {
  const digest = digestOf(bytes);
  return withPutRetries(client.world.clock, client.options.budget, async (attempt) => {
    if (attempt > 1) {
      const current = await client.headManifest(repository, tag);
      if (current?.digest === digest) return digest;
    }
    return client.putManifest(repository, tag, { bytes, mediaType });
  });
}
