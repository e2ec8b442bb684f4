/** Kept wheels in a folder of this machine. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import { type Digest, parseDigest, parseTag, type Tag } from '../names/reference.ts';
import type { Files } from '../ports.ts';
import { digestOf, readContent } from './manifest.ts';
import { ofWheels, type WheelStore } from './wheel-store.ts';

/**
 * `TAG.json` is the artifact's manifest, `blobs/sha256/…` what it names. Whatever is written is whole or not there:
 * several builds may share the folder.
 */
export function folderStore(files: Files, folder: string): WheelStore {
  const manifestPath = (tag: Tag): string => join(folder, `${tag}.json`);
  const blobPath = (digest: Digest): string => join(folder, 'blobs', digest.replace(':', '/'));
  const problem = (message: string): Failure =>
    new Failure([{ station: 'input', about: 'wheel_store', message }]);

  const manifest: WheelStore['manifest'] = async (tag) => {
    const bytes = await files.content(manifestPath(tag));
    return bytes && { bytes, digest: digestOf(bytes) };
  };

  const digestOfFile = async (path: string): Promise<string> => {
    const hash = createHash('sha256');
    for await (const piece of files.bytes(path)) hash.update(piece);
    return `sha256:${hash.digest('hex')}`;
  };
  const is = async (path: string, digest: Digest): Promise<'absent' | 'right' | 'wrong'> => {
    if ((await files.stat(path))?.kind !== 'file') return 'absent';
    return (await digestOfFile(path)) === digest ? 'right' : 'wrong';
  };

  const save: WheelStore['save'] = async (digest, path) => {
    const blob = blobPath(digest);
    const there = await is(blob, digest);
    if (there === 'wrong')
      throw problem(
        `${blob} has other bytes than its name says: it was changed. The next build that keeps wheels replaces it.`,
      );
    if (there === 'right') await files.replace(path, files.bytes(blob));
    return there === 'right';
  };

  const put: WheelStore['put'] = async (tag, bytes, path) => {
    for (const { digest } of readContent(bytes).layers ?? []) {
      const blob = blobPath(digest);
      if ((await is(blob, digest)) === 'right') continue;
      if (path === undefined)
        throw problem(`${blob}, which ${tag} names, is not there: the wheel must be compiled anew.`);
      if ((await is(path, digest)) !== 'right')
        throw problem(`${path} is not what was compiled (${digest}): it was changed, and is not kept.`);
      await files.replace(blob, files.bytes(path));
    }
    await files.replace(manifestPath(tag), bytes);
  };

  const tagsThere = async (): Promise<Tag[]> =>
    ofWheels(
      (await files.list(folder)).flatMap((name) => {
        const tag = parseTag(name.replace(/\.json$/, ''));
        return tag.ok && name.endsWith('.json') ? [tag.value] : [];
      }),
    );
  const tags: WheelStore['tags'] = async () =>
    (await files.stat(folder))?.kind === 'folder' ? tagsThere() : undefined;

  const blobsOf = async (tag: Tag): Promise<readonly Digest[]> => {
    const found = await manifest(tag);
    return found === undefined ? [] : blobsNamedBy(found.bytes);
  };
  const remove: WheelStore['remove'] = async (tag, digest) => {
    const found = await manifest(tag);
    if (found?.digest !== digest) return;
    const others = (await tagsThere()).filter((one) => one !== tag);
    const needed = new Set((await Promise.all(others.map(blobsOf))).flat());
    await files.remove(manifestPath(tag));
    for (const blob of blobsNamedBy(found.bytes)) if (!needed.has(blob)) await files.remove(blobPath(blob));
  };

  const usable =
    <A extends readonly unknown[], T>(work: (...given: A) => Promise<T>) =>
    (...given: A): Promise<T> =>
      work(...given).catch((error: unknown) => {
        const code = (error as NodeJS.ErrnoException).code;
        if (code === undefined) throw error;
        throw problem(
          `The folder ${folder} of kept wheels cannot be used (${code}): wheel_store names another one, or is "off".`,
        );
      });
  return {
    where: folder,
    manifest: usable(manifest),
    save: usable(save),
    put: usable(put),
    tags: usable(tags),
    remove: usable(remove),
  };
}

/** None where it is not a manifest. */
function blobsNamedBy(bytes: Uint8Array): readonly Digest[] {
  try {
    return (readContent(bytes).layers ?? []).flatMap(({ digest }) => {
      const read = parseDigest(digest);
      return read.ok ? [read.value] : [];
    });
  } catch {
    return [];
  }
}
