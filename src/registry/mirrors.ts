/** Reads Docker Hub's images through an engine's mirrors, so that the image read here is the one that a build pulls. */
import type { Repository } from '../names/reference.ts';
import { type Parsed, parsed, refused } from '../errors.ts';
import { RegistryClient, type Reader } from './client.ts';
import { parseRegistry } from './reference.ts';

interface Mirror {
  readonly registry: string;
  readonly plain: boolean;
}

export function parseMirror(text: string): Parsed<Mirror> {
  const match = /^(?:(https?):\/\/)?([^/]+)\/?$/.exec(text);
  const registry = match && parseRegistry(match[2]!);
  if (!registry?.ok)
    return refused(
      `mirror ${JSON.stringify(text)} is not valid: it is "https://" or "http://", a host and a port.`,
    );
  return parsed({ registry: registry.value, plain: match?.[1] === 'http' });
}

/**
 * A reader that asks each mirror in order for Docker Hub's images, and Docker Hub itself last. Like an engine it skips a
 * mirror that lacks the image or does not answer. Other registries are asked directly. Invalid mirrors are logged and
 * left out.
 */
export function throughMirrors(client: RegistryClient, mirrors: readonly string[]): Reader {
  const { world, options } = client;
  const valid = mirrors.map(parseMirror).flatMap((mirror) => {
    if (mirror.ok) return [mirror.value];
    world.log.warn(mirror.message);
    return [];
  });
  if (valid.length === 0) return client;
  const mirrorClient = new RegistryClient(world, {
    ...options,
    plain: [...(options.plain ?? []), ...valid.flatMap(({ registry, plain }) => (plain ? [registry] : []))],
    // A slow mirror is skipped early, since Docker Hub has the image too.
    budget: { attempts: 2, time: 5000, first: 100, longest: 1000 },
    stall: 10_000,
  });

  async function read<T>(
    repository: Repository,
    from: (reader: Reader, at: Repository) => Promise<T | undefined>,
  ) {
    if (repository.registry === 'docker.io')
      for (const { registry } of valid)
        try {
          const value = await from(mirrorClient, { registry, name: repository.name });
          if (value !== undefined) return value;
        } catch (error) {
          world.log.debug(`The mirror ${registry} was passed over. ${(error as Error).message}`);
        }
    return from(client, repository);
  }
  return {
    headManifest: (repository, reference) =>
      read(repository, (reader, at) => reader.headManifest(at, reference)),
    getManifest: (repository, reference) =>
      read(repository, (reader, at) => reader.getManifest(at, reference)),
    headBlob: (repository, digest) => read(repository, (reader, at) => reader.headBlob(at, digest)),
    getBlob: (repository, digest) => read(repository, (reader, at) => reader.getBlob(at, digest)),
    saveBlob: async (repository, digest, path) => {
      const saved = await read(repository, async (reader, at) =>
        (await reader.saveBlob(at, digest, path)) ? path : undefined,
      );
      return saved !== undefined;
    },
    listTags: (repository) => read(repository, (reader, at) => reader.listTags(at)),
  };
}
