/** Where compiled wheels are kept: in a repository under tags of their own, or in a folder of this machine. */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../errors.ts';
import {
  type Digest,
  parseDigest,
  parseTag,
  type Repository,
  repositoryText,
  type Tag,
} from '../names/reference.ts';
import type { Files } from '../ports.ts';
import { wheelTagPrefix } from '../sources/kept-wheel.ts';
import { empty } from './attach.ts';
import { RegistryClient } from './client.ts';
import { digestOf, mediaTypes, readContent } from './manifest.ts';
import { publishTag } from './publish-tag.ts';

/** A manifest's bytes and its digest. */
interface StoredManifest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: Digest;
}

/** Every function throws Failure where the store refuses, cannot be reached, or cannot be read or written. */
export interface WheelStore {
  /** For messages: `registry/name`, or a path. */
  readonly where: string;
  /** Undefined where there is none. */
  readonly manifest: (tag: Tag) => Promise<StoredManifest | undefined>;
  /** Writes a file whose content has this digest; false where there is none. */
  readonly save: (digest: Digest, path: string) => Promise<boolean>;
  /** Keeps a manifest under a tag, and before it the file that it names, where one is given. */
  readonly put: (tag: Tag, bytes: Uint8Array<ArrayBuffer>, path?: string) => Promise<void>;
  /** Tags of all that is kept, sorted. */
  readonly tags: () => Promise<Tag[]>;
  /** Forgets a tag and the manifest that it stands for. */
  readonly remove: (tag: Tag, digest: Digest) => Promise<void>;
}

/** A kept wheel saves time: what is spent to get it must be little. */
const budget = { attempts: 3, time: 20_000, first: 500, longest: 4_000 };

/** @param client whose credentials are used. */
export function repositoryStore({ world, options }: RegistryClient, repository: Repository): WheelStore {
  const client = new RegistryClient(world, { ...options, budget });
  return {
    where: repositoryText(repository),
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
    tags: async () => kept((await client.listTags(repository)) ?? []),
    remove: async (_, digest) => {
      await client.deleteManifest(repository, digest);
    },
  };
}

/** `TAG.json` is the artifact's manifest, `blobs/sha256/…` what it names. */
export function folderStore(files: Files, folder: string): WheelStore {
  const manifestPath = (tag: Tag): string => join(folder, `${tag}.json`);
  const blobPath = (digest: Digest): string => join(folder, 'blobs', digest.replace(':', '/'));
  const tags = async (): Promise<Tag[]> =>
    kept(
      (await files.list(folder)).flatMap((name) => {
        const tag = parseTag(name.replace(/\.json$/, ''));
        return tag.ok && name.endsWith('.json') ? [tag.value] : [];
      }),
    );
  const read = async (path: string): Promise<Uint8Array<ArrayBuffer> | undefined> =>
    (await stat(path).catch(() => undefined))?.isFile() === true ? readFile(path) : undefined;
  const manifest: WheelStore['manifest'] = async (tag) => {
    const bytes = await read(manifestPath(tag));
    return bytes && { bytes, digest: digestOf(bytes) };
  };
  const blobsOf = async (tag: Tag): Promise<Digest[]> => {
    const found = await manifest(tag);
    try {
      const named = found === undefined ? [] : (readContent(found.bytes).layers ?? []);
      return named.flatMap(({ digest }) => {
        const read = parseDigest(digest);
        return read.ok ? [read.value] : [];
      });
    } catch {
      return [];
    }
  };
  const orProblem = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === undefined) throw error;
      const message = `The folder ${folder} of kept wheels cannot be used (${code}): wheel_store names another one, or is "off".`;
      throw new Failure([{ station: 'build', about: 'wheel_store', message }]);
    });
  return {
    where: folder,
    manifest: (tag) => orProblem(manifest(tag)),
    save: (digest, path) =>
      orProblem(
        read(blobPath(digest)).then(async (bytes) => {
          if (bytes === undefined) return false;
          if (digestOf(bytes) !== digest) throw changed(blobPath(digest), digest);
          await writeFile(path, bytes);
          return true;
        }),
      ),
    put: (tag, bytes, path) =>
      orProblem(
        (async () => {
          const [digest] = (readContent(bytes).layers ?? []).map((layer) => layer.digest);
          if (path !== undefined && digest !== undefined) {
            await mkdir(dirname(blobPath(digest)), { recursive: true });
            await writeFile(blobPath(digest), await readFile(path));
          }
          await writeFile(manifestPath(tag), bytes);
        })(),
      ),
    tags: () => orProblem(tags()),
    remove: (tag) =>
      orProblem(
        (async () => {
          const [named, all] = [await blobsOf(tag), await tags()];
          const others = await Promise.all(all.filter((one) => one !== tag).map(blobsOf));
          await rm(manifestPath(tag), { force: true });
          for (const digest of named.filter((one) => !others.flat().includes(one)))
            await rm(blobPath(digest), { force: true });
        })(),
      ),
  };
}

const kept = (tags: readonly Tag[]): Tag[] => tags.filter((tag) => tag.startsWith(wheelTagPrefix)).toSorted();

const changed = (path: string, digest: Digest): Failure =>
  new Failure([
    { station: 'build', about: 'wheel_store', message: `${path} is not what its digest says: ${digest}.` },
  ]);
