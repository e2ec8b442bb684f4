/** Saved wheels in a repository, under tags of their own. */
import { type Repository, repositoryText } from '../names/reference.ts';
import { empty } from '../registry/attach.ts';
import { RegistryClient } from '../registry/client.ts';
import { mediaTypes, readContent } from '../registry/manifest.ts';
import { publishTag } from '../registry/publish-tag.ts';
import { ofWheels, type WheelStore } from './store.ts';

/** A saved wheel saves time: what is spent to get it must be little. */
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
    fetch: (digest, path) => client.saveBlob(repository, digest, path),
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
