/** Where the manifests of a repository are removed, and, where the registry can, listed without a tag. */
import type { Failure } from '../errors.ts';
import type { Digest, Repository } from '../names/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { deletesNothing, isShut } from '../wheel-cache/store.ts';

export interface ListedManifest {
  readonly digest: Digest;
  /** Milliseconds since the epoch, when it was pushed. */
  readonly pushed: number;
}

export interface ManifestStore {
  /** All manifests, also those that no tag leads to; undefined where the registry does not list them. */
  readonly list: () => Promise<readonly ListedManifest[] | undefined>;
  /** Removes a manifest with all of its tags. One that is gone already is no failure. @throws Failure. */
  readonly remove: (digest: Digest) => Promise<void>;
  /** Whether a failure says that nothing at all can be removed. */
  readonly refusesAll: (failure: Failure) => boolean;
}

/** The distribution API: it deletes by digest, and lists what has a tag. */
export const registryStore = (client: RegistryClient, repository: Repository): ManifestStore => ({
  list: () => Promise.resolve(undefined),
  remove: async (digest) => {
    await client.deleteManifest(repository, digest);
  },
  refusesAll: (failure) => isShut(failure) || deletesNothing(failure),
});
