/** Keeps what uv found out between runs, with the pages of the index that it read: a resolution holds as long as these do. */
import { join } from 'node:path';
import { hashOf } from '../canonical.ts';
import { Failure } from '../errors.ts';
import { unlessRefused } from '../file-failure.ts';
import { parseSpecifiers, satisfies } from '../names/package-version.ts';
import type { PythonVersion } from '../names/python-version.ts';
import { parseRequirement } from '../names/requirement.ts';
import { onceFor } from '../once.ts';
import type { ReadPage } from '../package-index/pages.ts';
import type { Cache, World } from '../ports.ts';
import { passedOn, type Resolution } from './resolve.ts';
import type { ReadProject } from './sdists.ts';

/** Raised where the same question has another answer: of `resolve.ts`, of what it writes for uv, or of a `Lock`. */
const schema = 1;

/** All that a resolution depends on beside the pages of the index. */
export interface KeptQuestion {
  readonly requirements: readonly string[];
  readonly constraints: readonly string[];
  readonly python: PythonVersion;
  readonly indexUrl: string;
  /** Packages of other indexes. */
  readonly owners?: string;
  /** `0.9.5` */
  readonly uvVersion: string;
  readonly env: World['env'];
}

interface Kept {
  /** Hash of what each page said, by its project's name; null where there was none. */
  readonly pages: Readonly<Record<string, string | null>>;
  readonly resolution: Resolution;
}

/** Variables of uv by which it finds nothing else: what it keeps, how it asks, how many at once. */
const withoutEffect = /^UV_(CACHE_DIR|NO_CACHE|HTTP_\w+|REQUEST_TIMEOUT|CONCURRENT_\w+)$/;

/** A name for the answer; undefined where it depends on the time, or on what uv itself has kept. */
export function resolutionKey({ env, ...question }: KeptQuestion): string | undefined {
  const { requirements, constraints, python, indexUrl, owners = '', uvVersion } = question;
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
    ...(owners === '' ? [] : [owners]),
  ];
  return hashOf(parts);
}

/** What an index says of a project as far as it matters, as a hash; null where it has none. @throws Failure (station `index`). */
export type ReadHash = (name: string) => Promise<string | null>;

/**
 * Of a project that is required at one version, only the files of that version count: a later release changes nothing
 * for the images of those before it.
 */
export function hashReader(
  requirements: readonly string[],
  { page, project }: { readonly page: ReadPage; readonly project: ReadProject },
): ReadHash {
  const pinned = new Map(
    requirements.flatMap((line) => {
      const requirement = parseRequirement(line);
      if (!requirement.ok || requirement.value.marker !== undefined) return [];
      const specifiers = parseSpecifiers(requirement.value.specifiers);
      const [only, ...others] = specifiers.ok ? specifiers.value : [];
      const isExact = only?.operator === '==' && !only.prefix && others.length === 0;
      return isExact ? [[requirement.value.name, [only]] as const] : [];
    }),
  );
  return onceFor(
    (name) => name,
    async (name) => {
      const specifiers = pinned.get(name);
      if (specifiers === undefined) return (await page(name))?.sha256 ?? null;
      const found = await project(name);
      return found === undefined
        ? null
        : hashOf(found.files.filter(({ version }) => satisfies(version, specifiers)));
    },
  );
}

/** Undefined where there is none, or any page that it read is another one today. */
export async function keptResolution(
  { files }: Pick<World, 'files'>,
  cache: Cache,
  key: string,
  hash: ReadHash,
): Promise<Resolution | undefined> {
  const kept = keptOf(await files.read(pathOf(cache, key)).catch(unlessRefused(cache.refused)));
  if (kept === undefined) return undefined;
  const same = await Promise.all(
    Object.entries(kept.pages).map(async ([name, before]) => (await hashNow(hash, name)) === before),
  );
  return same.every(Boolean) ? kept.resolution : undefined;
}

/** @param names of all pages that it read; `hash` gives these as they were then. */
export async function keepResolution(
  { files }: Pick<World, 'files'>,
  cache: Cache,
  key: string,
  resolution: Resolution,
  names: Iterable<string>,
  hash: ReadHash,
): Promise<void> {
  const pages = Object.fromEntries(
    await Promise.all([...names].map(async (name) => [name, await hash(name)] as const)),
  );
  const text = JSON.stringify({ pages, resolution } satisfies Kept);
  await files.replace(pathOf(cache, key), Buffer.from(text), 0o600).catch(unlessRefused(cache.refused));
}

const pathOf = ({ folder }: Cache, key: string): string => join(folder, 'resolutions-1', `${key}.json`);

/** Undefined, which is no hash, where the index does not give the page: uv may not even need it today. */
const hashNow = (hash: ReadHash, name: string): Promise<string | null | undefined> =>
  hash(name).catch((error: unknown) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });

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
