/** A tag moves to bytes that the registry gets, and is known to have moved. */
import type { Digest, Repository, Tag } from '../names/reference.ts';
import type { RegistryClient } from './client.ts';
import { digestOf } from './manifest.ts';
import { withPutRetries } from './retries.ts';

/**
 * Puts a manifest under a tag (or under its own digest) and gives its digest. An answer that was lost is settled by
 * reading the tag back: where it points at these bytes the work is done, else the manifest is put again. Throws
 * {@link RegistryProblem}.
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
      const now = await client.headManifest(repository, tag);
      if (now?.digest === digest) return digest;
    }
    return client.putManifest(repository, tag, { bytes, mediaType });
  });
}
