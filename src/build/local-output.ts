/** Reads outputs of buildx's local exporter: a folder for each platform, or none where there is only one. */
import { join } from 'node:path';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';

/** A file of one platform. */
export interface LocalFolder {
  readonly platform: Platform;
  /** Of the file. */
  readonly text: string;
  /** All that was written for the platform. */
  readonly folder: string;
}

export async function readPerPlatform(
  world: Pick<World, 'files'>,
  folder: string,
  name: string,
  platforms: readonly Platform[],
): Promise<LocalFolder[]> {
  const read = await Promise.all(
    platforms.map(async (platform) => {
      const own = join(folder, platform.replaceAll('/', '_'));
      for (const at of platforms.length === 1 ? [own, folder] : [own]) {
        const text = await world.files.read(join(at, name));
        if (text !== undefined) return [{ platform, text, folder: at }];
      }
      return [];
    }),
  );
  return read.flat();
}
