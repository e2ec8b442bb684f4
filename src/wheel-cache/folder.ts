/** Saved wheels in a folder of this machine. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import { FileFailure } from '../file-failure.ts';
import { type Digest, parseDigest, parseTag, type Tag } from '../names/reference.ts';
import type { Files } from '../ports.ts';
import { digestOf, readContent } from '../registry/manifest.ts';
import { ofWheels, type WheelStore } from './store.ts';

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
    if (bytes === undefined) await isNoFile();
    return bytes && { bytes, digest: digestOf(bytes) };
  };
  /** Below a file nothing is found, as if it were an empty folder. */
  const isNoFile = async (): Promise<void> => {
    if ((await files.stat(folder))?.kind === 'file')
      throw problem(`${folder} is a file: wheel_store names a folder, a repository, or is "off".`);
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

  const fetch: WheelStore['fetch'] = async (digest, path) => {
    const blob = blobPath(digest);
    const there = await is(blob, digest);
    // Others say it in brackets, and what becomes of it after them.
    if (there === 'wrong') throw problem(`${blob} has other bytes than its name says: it was changed`);
    if (there === 'right') await files.replace(path, files.bytes(blob));
    return there === 'right';
  };

  const saveBlob = async (tag: Tag, digest: Digest, path: string | undefined): Promise<void> => {
    const blob = blobPath(digest);
    if ((await is(blob, digest)) === 'right') return;
    if (path === undefined)
      throw problem(
        `${blob}, which ${manifestPath(tag)} names, is not there: the wheel must be compiled anew.`,
      );
    if ((await is(path, digest)) !== 'right')
      throw problem(`${path} is not what was compiled (${digest}): it was changed, and is not saved.`);
    await files.replace(blob, files.bytes(path));
  };

  const put: WheelStore['put'] = async (tag, bytes, path) => {
    await isNoFile();
    const needed = blobsNamedBy(bytes);
    for (const digest of needed) await saveBlob(tag, digest, path);
    const before = await blobsOf(tag);
    await files.replace(manifestPath(tag), bytes);
    // Until the manifest was there, another process may have taken what it names for a file that nothing needs.
    for (const digest of needed) {
      if ((await files.stat(blobPath(digest))) !== undefined) continue;
      if ((await manifest(tag))?.digest !== digestOf(bytes)) continue;
      await saveBlob(tag, digest, path).catch(async (error: unknown) => {
        await files.remove(manifestPath(tag));
        throw error;
      });
    }
    await sweep(before.filter((digest) => !needed.includes(digest)));
  };

  const tagsThere = async (): Promise<Tag[]> =>
    ofWheels(
      (await files.list(folder)).flatMap((name) => {
        const tag = parseTag(name.replace(/\.json$/, ''));
        return tag.ok && name.endsWith('.json') ? [tag.value] : [];
      }),
    );
  const tags: WheelStore['tags'] = async () => {
    await isNoFile();
    return (await files.stat(folder))?.kind === 'folder' ? tagsThere() : undefined;
  };

  const blobsOf = async (tag: Tag): Promise<readonly Digest[]> => {
    const bytes = await files.content(manifestPath(tag));
    return bytes === undefined ? [] : blobsNamedBy(bytes);
  };
  const needs = async (digest: Digest): Promise<boolean> =>
    (await Promise.all((await tagsThere()).map(blobsOf))).flat().includes(digest);
  /**
   * Removes those of these that no manifest names. One that is written meanwhile either sees that its file is gone (`put`),
   * or is seen here, and its file comes back.
   */
  const sweep = async (digests: readonly Digest[]): Promise<void> => {
    for (const digest of digests) {
      const blob = blobPath(digest);
      const bytes = (await needs(digest)) ? undefined : await files.content(blob);
      if (bytes === undefined) continue;
      await files.remove(blob);
      if (await needs(digest)) await files.replace(blob, bytes);
    }
  };
  const remove: WheelStore['remove'] = async (tag, digest) => {
    const found = await manifest(tag);
    if (found?.digest !== digest) return;
    await files.remove(manifestPath(tag));
    await sweep(blobsNamedBy(found.bytes));
  };

  const usable =
    <A extends readonly unknown[], T>(work: (...given: A) => Promise<T>) =>
    (...given: A): Promise<T> =>
      work(...given).catch((error: unknown) => {
        if (!(error instanceof FileFailure)) throw error;
        const wayOut = 'wheel_store names another folder, or is "off".';
        throw error.of({ station: 'input', about: 'wheel_store', wayOut });
      });
  return {
    kind: 'folder',
    where: folder,
    named: manifestPath,
    manifest: usable(manifest),
    fetch: usable(fetch),
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
