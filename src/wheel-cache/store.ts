/** Where compiled wheels are saved: a folder and a repository have the same verbs. */
import type { Failure } from '../errors.ts';
import type { Digest, Repository, Tag } from '../names/reference.ts';
import { RegistryProblem } from '../registry/errors.ts';
import { wheelTagPrefix } from './key.ts';

/** `cache`: a folder of this user's cache. */
export type WheelStorePlace =
  | { readonly kind: 'off' }
  | { readonly kind: 'cache' }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'repository'; readonly repository: Repository };

/** A manifest's bytes and its digest. */
interface StoredManifest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: Digest;
}

/** Every function throws Failure where the store refuses, cannot be reached, or cannot be read or written. */
export interface WheelStore {
  readonly kind: 'repository' | 'folder';
  /** For messages: `registry/name`, or a path. */
  readonly where: string;
  /** One entry of it, for messages: `registry/name:tag`, or the path of a file. */
  readonly named: (tag: Tag) => string;
  /** Undefined where there is none. */
  readonly manifest: (tag: Tag) => Promise<StoredManifest | undefined>;
  /** Writes the file with this digest to a path; false where there is none. */
  readonly fetch: (digest: Digest, path: string) => Promise<boolean>;
  /** Saves a manifest under a tag, and before it the file that it names; without a path the store must have that file. */
  readonly put: (tag: Tag, bytes: Uint8Array<ArrayBuffer>, path?: string) => Promise<void>;
  /** Tags of all saved wheels, sorted; undefined where there is no such repository or folder. */
  readonly tags: () => Promise<Tag[] | undefined>;
  /** Forgets a tag and the manifest that it stands for, as long as it stands for that one. */
  readonly remove: (tag: Tag, digest: Digest) => Promise<void>;
}

/** Those tags that are of saved wheels, sorted. */
export const ofWheels = (tags: readonly Tag[]): Tag[] =>
  tags.filter((tag) => tag.startsWith(wheelTagPrefix)).toSorted();

/** Whether it is of no use to ask that store for more: it refuses who asks, or does not answer. */
export const isShut = (failure: Failure): boolean =>
  failure instanceof RegistryProblem && [undefined, 401, 403, 429].includes(failure.status);

/** Whether a registry refused to remove something, and would so for everything (distribution specification, "Deleting Manifests"). */
export const deletesNothing = (failure: Failure): boolean =>
  failure instanceof RegistryProblem &&
  failure.method === 'DELETE' &&
  (failure.status === 405 || failure.codes.some(({ code }) => code === 'UNSUPPORTED'));
