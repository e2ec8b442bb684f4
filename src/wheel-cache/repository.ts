/** Where compiled wheels are kept; here in a repository, under tags of their own. */
import type { Failure } from '../errors.ts';
import { type Digest, type Repository, repositoryText, type Tag } from '../names/reference.ts';
import { wheelTagPrefix } from './key.ts';
import { empty } from '../registry/attach.ts';
import { RegistryClient } from '../registry/client.ts';
import { RegistryProblem } from '../registry/errors.ts';
import { mediaTypes, readContent } from '../registry/manifest.ts';
import { publishTag } from '../registry/publish-tag.ts';

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
  /** Writes a file whose content has this digest; false where there is none. */
  readonly save: (digest: Digest, path: string) => Promise<boolean>;
  /** Keeps a manifest under a tag, and before it the file that it names; without a path that must be there. */
  readonly put: (tag: Tag, bytes: Uint8Array<ArrayBuffer>, path?: string) => Promise<void>;
  /** Tags of all that is kept, sorted; undefined where there is no such repository or folder. */
  readonly tags: () => Promise<Tag[] | undefined>;
  /** Forgets a tag and the manifest that it stands for, as long as it stands for that one. */
  readonly remove: (tag: Tag, digest: Digest) => Promise<void>;
}

/** A kept wheel saves time: what is spent to get it must be little. */
const budget = { attempts: 3, time: 20_000, first: 500, longest: 4_000 };

/** @param client whose credentials are used. */
export function repositoryStore({ world, options }: RegistryClient, repository: Repository): WheelStore {
  const client = new RegistryClient(world, { ...options, budget });
  const where = repositoryText(repository);
  return {
    kind: 'repository',
    where,
    named: (tag) => `${where}:${tag}`,
    manifest: (tag) => client.getManifest(repository, tag),
    save: (digest, path) => client.saveBlob(repository, digest, path),
    put: async (tag, bytes, path) => {
      await client.uploadBlob(repository, { kind: 'bytes', bytes: empty });
      const [layer] = readContent(bytes).layers ?? [];
      if (path !== undefined && layer !== undefined) {
        const { digest, size } = layer;
        const source = { kind: 'file', digest, part: { path, offset: 0, size } } as const;
        await client.uploadBlob(repository, source);
      }
      await publishTag(client, repository, bytes, mediaTypes.ociManifest, tag);
    },
    tags: async () => {
      const tags = await client.listTags(repository);
      return tags && ofWheels(tags);
    },
    // By digest: a tag that moved since keeps what it stands for now.
    remove: async (_, digest) => {
      await client.deleteManifest(repository, digest);
    },
  };
}

/** The tags of kept wheels among all, sorted. */
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
