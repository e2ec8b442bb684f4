/** Wheels that this repository's own checks need: pinned by hash, and kept, so that a second run needs no network. */
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { download } from '../src/package-index/download.ts';
import { defaultIndexUrl, readProject } from '../src/package-index/read.ts';
import type { World } from '../src/ports.ts';

export interface Pin {
  readonly project: string;
  readonly filename: string;
  readonly sha256: string;
}

type Fetching = Pick<World, 'fetch' | 'clock' | 'log' | 'files' | 'env'>;

/** The folder that a user's programs keep files in (XDG Base Directory Specification). */
export const cacheFolder = (env: World['env']): string =>
  join(env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache'), 'python-image-builder');

/**
 * The wheel's content: the kept copy if its hash is right, or else the index's, which is then kept.
 *
 * @throws Error when the index does not have the file, or has another one with its name.
 */
export async function pinnedWheel(world: Fetching, { project, filename, sha256 }: Pin): Promise<Buffer> {
  const path = join(cacheFolder(world.env), 'wheels', filename);
  const kept = await world.files.content(path);
  if (kept !== undefined && hashOf(kept) === sha256) return kept;
  const files = (await readProject(world, defaultIndexUrl, project))?.files ?? [];
  const file = files.find((candidate) => candidate.filename === filename);
  if (file === undefined)
    throw new Error(`The index has no ${filename} any more: pin another release of ${project}.`);
  const wheel = await download(world, file.url);
  const actual = hashOf(wheel);
  if (actual !== sha256)
    throw new Error(`${filename} is not what was pinned: its sha256 is ${actual}, not ${sha256}.`);
  await world.files.replace(path, wheel);
  return wheel;
}

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
