/** Puts the files that an image exports into the folder for them. */
import { join } from 'node:path';
import { pathsOf } from '../build/bake.ts';
import { readExports } from '../build/exports.ts';
import type { Platform } from '../names/platform.ts';
import { nameOf } from '../plan/image.ts';
import type { ImageRun } from '../recipe/image-run.ts';

/**
 * They are written before anything is published, so that no image is whose files are not there.
 *
 * @param folder of the bake run.
 * @param platforms that were made.
 * @throws Failure where a pattern names no file, or the folder cannot be written.
 */
export async function exportFiles(
  { image, policy, session }: ImageRun,
  folder: string,
  platforms: readonly Platform[],
): Promise<void> {
  if (image.exports === undefined || policy.exportsFolder === undefined) return;
  const { files: disk } = session.world;
  const { exports: at } = pathsOf(image.id);
  const name = nameOf(image);
  const taken = await readExports(session.world, join(folder, at), name, platforms);
  const files = taken.map(({ from, ...file }) => {
    const inFolder = join(name, file.platform.replaceAll('/', '_'), file.path);
    return { from, ...file, file: join(policy.exportsFolder!, inFolder) };
  });
  for (const { from, file } of files) await disk.replace(file, disk.bytes(from));
  session.journal.add({
    is: 'exported',
    folder: policy.exportsFolder,
    files: files.map(({ from: _from, ...file }) => file),
  });
}
