/** Wheels that came out of a build: what `needs.py` says of them. */
import { join } from 'node:path';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';

export interface CompiledFile {
  readonly filename: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** The oldest glibc that it runs with; null where it needs none. */
  readonly glibc: string | null;
  /** It needs nothing of a system but a libc of its kind. */
  readonly free: boolean;
  readonly path: string;
}

/** @param folder what a bake target wrote. Empty where no wheel came out. */
export async function readCompiledFiles(
  world: Pick<World, 'files'>,
  folder: string,
): Promise<CompiledFile[]> {
  const text = await world.files.read(join(folder, 'wheels.json'));
  if (text === undefined) return [];
  return (JSON.parse(text) as Omit<CompiledFile, 'path'>[]).map((wheel) => ({
    ...wheel,
    path: join(folder, wheel.filename),
  }));
}

/** @param folder what a bake target wrote for all its platforms: buildx makes a folder for each where there are several. */
export async function readCompiledWheels(
  world: Pick<World, 'files'>,
  folder: string,
  platform: Platform,
): Promise<CompiledFile[]> {
  const own = await readCompiledFiles(world, join(folder, platform.replaceAll('/', '_')));
  return own.length > 0 ? own : readCompiledFiles(world, folder);
}
