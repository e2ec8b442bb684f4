/** Reads outputs of buildx's local exporter: a folder for each platform, or none where there is only one. */
import { join } from 'node:path';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';

export async function readPerPlatform(
  world: World,
  folder: string,
  name: string,
  platforms: readonly Platform[],
): Promise<{ readonly platform: Platform; readonly text: string }[]> {
  const read = await Promise.all(
    platforms.map(async (platform) => {
      const inFolder = await world.files.read(join(folder, platform.replaceAll('/', '_'), name));
      const text =
        inFolder ?? (platforms.length === 1 ? await world.files.read(join(folder, name)) : undefined);
      return text === undefined ? [] : [{ platform, text }];
    }),
  );
  return read.flat();
}
