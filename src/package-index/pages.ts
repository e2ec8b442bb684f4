/**
 * Pages of a package index, each asked for once in a run, and kept between runs. A page that is kept is asked for again with
 * what the index said to compare it by, which costs a request and no page. Who asks for many may take it unasked as long as
 * the index says that it holds; whoever builds asks, since a release of a minute ago must be found. By hand: caches for
 * `fetch` (undici's, make-fetch-happen) keep what only this process, or another engine, can read.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { unlessRefused } from '../file-failure.ts';
import { onceFor } from '../once.ts';
import type { Cache, World } from '../ports.ts';
import { getPage, type IndexAuth, type IndexInput, type IndexPage, pageUrl } from './read.ts';
import type { IndexWorld, Validators } from './request.ts';

export interface HashedPage extends IndexPage {
  /** Of all else: two pages with the same one say the same. Hexadecimal. */
  readonly sha256: string;
}

/** The page of a project by its normalized name; undefined where there is none. @throws Failure (station `index`). */
export type ReadPage = (name: string) => Promise<HashedPage | undefined>;

interface Kept extends Validators {
  readonly page: IndexPage;
  /** Until when it holds, in milliseconds since the epoch; and since when. */
  readonly asked?: number;
  readonly until?: number;
}

/** Seconds for which a page is taken unasked at most, whatever its index says: those of PyPI. */
const longestUnasked = 600;

export interface PagesRequest {
  readonly indexUrl: string;
  readonly auth?: IndexAuth | undefined;
  readonly cache: Cache;
  /** Called where a page is taken unasked since its index says that it still holds; without it, none is. */
  readonly onUnasked?: (() => void) | undefined;
  readonly input?: IndexInput | undefined;
}

export function openPages(
  world: IndexWorld & Pick<World, 'files'>,
  { indexUrl, auth, cache, onUnasked, input }: PagesRequest,
): ReadPage {
  const ignoreRefusal = unlessRefused(cache.refused);
  return onceFor(
    (name) => name,
    async (name) => {
      const url = pageUrl(indexUrl, name);
      // An index may show another page to another user.
      const file = `${hashOf([url, auth?.username ?? ''])}.json`;
      const path = join(cache.folder, 'pages-1', file);
      const kept = keptOf(await world.files.read(path).catch(ignoreRefusal));
      const now = world.clock.now();
      if (onUnasked !== undefined && kept !== undefined && isFresh(kept, now)) {
        onUnasked();
        return hashed(kept.page);
      }
      const answer = await getPage(world, url, auth, kept, input);
      if (answer === undefined) return undefined;
      const { contentType, isPassing, isUnchanged } = answer;
      const same = isUnchanged ? kept : undefined;
      const page = same?.page ?? { body: answer.body.toString('utf8'), contentType, url: answer.url };
      const { etag, lastModified } = same ?? answer;
      const freshFor = Math.min(answer.freshFor, longestUnasked);
      const isKept = !isPassing && ((etag ?? lastModified) !== undefined || freshFor > 0);
      if (isKept && (same === undefined || freshFor > 0)) {
        const times = freshFor > 0 ? { asked: now, until: now + freshFor * 1000 } : {};
        const text = JSON.stringify({ page, etag, lastModified, ...times } satisfies Kept);
        await world.files.replace(path, Buffer.from(text), 0o600).catch(ignoreRefusal);
      }
      return hashed(page);
    },
  );
}

/** A clock that was set back says nothing of how old a page is. */
const isFresh = ({ asked = Infinity, until = 0 }: Kept, now: number): boolean => asked <= now && now < until;

const hashed = (page: IndexPage): HashedPage => ({
  ...page,
  sha256: hashOf([page.url, page.contentType, page.body]),
});

const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Undefined where another program wrote the file. */
function keptOf(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined;
  try {
    const kept = JSON.parse(text) as Kept;
    const { body, contentType, url } = kept.page;
    return [body, contentType, url].every((one) => typeof one === 'string') ? kept : undefined;
  } catch {
    return undefined;
  }
}
