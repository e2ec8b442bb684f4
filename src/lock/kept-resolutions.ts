/** Keeps what uv found out between runs, with the pages of the index that it read: a resolution holds as long as these do. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import { unlessRefused } from '../file-failure.ts';
import type { PythonVersion } from '../names/python-version.ts';
import type { ReadPage } from '../package-index/pages.ts';
import type { Cache, World } from '../ports.ts';
import { passedOn, type Resolution } from './resolve.ts';

/** Raised where the same question has another answer: of `resolve.ts`, of what it writes for uv, or of a `Lock`. */
const schema = 1;

/** All that a resolution depends on beside the pages of the index. */
export interface KeptQuestion {
  readonly requirements: readonly string[];
  readonly constraints: readonly string[];
  readonly python: PythonVersion;
  readonly indexUrl: string;
  /** `0.9.5` */
  readonly uvVersion: string;
  readonly env: World['env'];
}

interface Kept {
  /** Hash of each page by its project's name; null where there was none. */
  readonly pages: Readonly<Record<string, string | null>>;
  readonly resolution: Resolution;
}

/** Variables of uv by which it finds nothing else: what it keeps, how it asks, how many at once. */
const withoutEffect = /^UV_(CACHE_DIR|NO_CACHE|HTTP_\w+|REQUEST_TIMEOUT|CONCURRENT_\w+)$/;

/** A name for the answer; undefined where it depends on the time, or on what uv itself has kept. */
export function resolutionKey({ env, ...question }: KeptQuestion): string | undefined {
  const { requirements, constraints, python, indexUrl, uvVersion } = question;
  const settings = Object.entries(env).filter(
    ([name, value]) => value !== undefined && passedOn.test(name) && !withoutEffect.test(name),
  );
  if (settings.some(([name, value]) => name === 'UV_OFFLINE' && value !== '')) return undefined;
  // Days before today: another day has another answer.
  const newest = env['UV_EXCLUDE_NEWER'];
  if (newest !== undefined && newest !== '' && !/^\d{4}-\d\d-\d\d/.test(newest)) return undefined;
  const parts = [
    schema,
    requirements,
    constraints,
    python.text,
    indexUrl,
    uvVersion,
    settings.toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Undefined where there is none, or any page that it read is another one today. */
export async function keptResolution(
  { files }: Pick<World, 'files'>,
  cache: Cache,
  key: string,
  page: ReadPage,
): Promise<Resolution | undefined> {
  const kept = keptOf(await files.read(pathOf(cache, key)).catch(unlessRefused(cache.refused)));
  if (kept === undefined) return undefined;
  const same = await Promise.all(
    Object.entries(kept.pages).map(async ([name, hash]) => (await hashNow(page, name)) === hash),
  );
  return same.every(Boolean) ? kept.resolution : undefined;
}

/** @param names of all pages that it read; `page` gives these as they were then. */
export async function keepResolution(
  { files }: Pick<World, 'files'>,
  cache: Cache,
  key: string,
  resolution: Resolution,
  names: Iterable<string>,
  page: ReadPage,
): Promise<void> {
  const pages = Object.fromEntries(
    await Promise.all([...names].map(async (name) => [name, (await page(name))?.sha256 ?? null] as const)),
  );
  const text = JSON.stringify({ pages, resolution } satisfies Kept);
  await files.replace(pathOf(cache, key), Buffer.from(text), 0o600).catch(unlessRefused(cache.refused));
}

const pathOf = ({ folder }: Cache, key: string): string => join(folder, 'resolutions-1', `${key}.json`);

/** Undefined, which is no hash, where the index does not give the page: uv may not even need it today. */
const hashNow = (page: ReadPage, name: string): Promise<string | null | undefined> =>
  page(name).then(
    (found) => found?.sha256 ?? null,
    (error: unknown) => {
      if (error instanceof Failure) return undefined;
      throw error;
    },
  );

/** Undefined where another program wrote the file. */
function keptOf(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined;
  try {
    const kept = JSON.parse(text) as Kept;
    const { kind } = kept.resolution;
    return (kind === 'lock' || kind === 'needs-building') && Object.keys(kept.pages).length > 0
      ? kept
      : undefined;
  } catch {
    return undefined;
  }
}
