/**
 * A client of the OSV API (https://google.github.io/osv.dev/api/). By hand: what npm has (@renovatebot/osv-offline) loads
 * whole databases, and none of a distribution. Questions that come at once are one batch, none is asked twice in a run, and
 * the record of an advisory is kept between runs as long as the service says that it is the same.
 *
 * What could not be asked is unknown, and never none.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pMap from 'p-map';
import { unlessRefused } from '../file-failure.ts';
import type { Budget } from '../http.ts';
import type { Cache, World } from '../ports.ts';
import { OsvError, reason, requester } from './osv-request.ts';
import { type Advisory, isAdvisoryId, parseAdvisory } from './record.ts';

/** A release of a package, as the service knows it. */
export interface Release {
  /** `PyPI`, `Debian:13`, `Alpine:v3.22`. */
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
}

export const releaseText = ({ ecosystem, name, version }: Release): string =>
  `${ecosystem} ${name} ${version}`;

export interface Answers {
  /** Advisories by `releaseText`; a release that is not among them could not be asked about. */
  readonly known: ReadonlyMap<string, readonly Advisory[]>;
  /** Why some are not known; a sentence without its full stop. */
  readonly unknown?: string;
}

export interface AdvisoryService {
  /** Never rejects for what the service does. */
  readonly ask: (releases: readonly Release[]) => Promise<Answers>;
}

export interface OsvSettings {
  /** Without a slash at its end. */
  readonly url: string;
  readonly cache: Cache;
  /** Milliseconds that one answer may take. */
  readonly timeout?: number;
  readonly budget?: Budget;
}

/** Nobody waits long for what keeps no image from being made. */
const usualBudget: Budget = { attempts: 3, time: 20_000, first: 500, longest: 5000 };
const usualTimeout = 10_000;

/** Queries of one request, by the rules of the API. */
const mostQueries = 1000;
/** Pages of one answer: a service that always has another one is not believed. */
const mostPages = 50;
/** Milliseconds in which questions come together. */
const together = 25;
/** Milliseconds for which a service that did not answer is left alone. */
const rest = 60_000;

/** An advisory of a batch's answer, which has no more of it. */
interface Named {
  readonly id: string;
  readonly modified: string;
}

interface Query {
  readonly package: { readonly ecosystem: string; readonly name: string };
  readonly version: string;
  readonly page_token?: string;
}

export function openOsv(
  world: Pick<World, 'fetch' | 'clock' | 'log' | 'files'>,
  { url, cache, timeout = usualTimeout, budget = usualBudget }: OsvSettings,
): AdvisoryService {
  const named = new Map<string, readonly Named[]>();
  /** Of an answer that broke off: what it had said by then counts, and is asked about again. */
  const partly = new Map<string, readonly Named[]>();
  const details = new Map<string, Promise<Advisory | undefined>>();
  let waiting: Map<string, Release> | undefined;
  let batch: Promise<void> | undefined;
  let failed: { readonly why: string; readonly at: number } | undefined;

  const request = requester(world, { url, timeout, budget });

  /** @throws OsvError */
  const askBatch = async (releases: readonly Release[]): Promise<void> => {
    const found = new Map(releases.map((one) => [releaseText(one), [] as Named[]]));
    try {
      await askPages(releases, found);
    } catch (error) {
      for (const [key, vulns] of found) if (vulns.length > 0 && !named.has(key)) partly.set(key, vulns);
      throw error;
    }
  };

  /** @param found gets what is answered, page by page. @throws OsvError */
  const askPages = async (
    releases: readonly Release[],
    found: ReadonlyMap<string, Named[]>,
  ): Promise<void> => {
    let left = releases.map((release) => ({ release, query: queryOf(release) }));
    for (let page = 0; left.length > 0; page += 1) {
      if (page === mostPages) throw new OsvError('its answer has no end', false);
      const next: typeof left = [];
      for (let at = 0; at < left.length; at += mostQueries) {
        const some = left.slice(at, at + mostQueries);
        const results = resultsOf(
          await request('/v1/querybatch', { queries: some.map(({ query }) => query) }),
          some.length,
        );
        for (const [index, { vulns, token }] of results.entries()) {
          const { release, query } = some[index]!;
          const key = releaseText(release);
          found.get(key)!.push(...vulns);
          if (token === undefined) named.set(key, found.get(key)!);
          else next.push({ release, query: { ...query, page_token: token } });
        }
      }
      left = next;
    }
  };

  /** Questions of several images that are asked at once are one request. */
  const enqueue = (releases: readonly Release[]): Promise<void> => {
    waiting ??= new Map();
    for (const one of releases) waiting.set(releaseText(one), one);
    batch ??= (async () => {
      await world.clock.sleep(together);
      const all = [...waiting!.values()];
      waiting = undefined;
      batch = undefined;
      await askBatch(all);
    })();
    return batch;
  };

  const detail = (one: Named): Promise<Advisory | undefined> => {
    const key = `${one.id} ${one.modified}`;
    const known = details.get(key) ?? readDetail(one);
    details.set(key, known);
    return known;
  };
  const readDetail = async ({ id, modified }: Named): Promise<Advisory | undefined> => {
    const ignoreRefusal = unlessRefused(cache.refused);
    const folder = createHash('sha256').update(url).digest('hex').slice(0, 16);
    const path = join(cache.folder, 'osv-1', folder, `${id.replaceAll(':', '_')}.json`);
    const kept = keptOf(await world.files.read(path).catch(ignoreRefusal), modified);
    if (kept !== undefined) return parseAdvisory(kept, id);
    const record = await request(`/v1/vulns/${encodeURIComponent(id)}`);
    const advisory = parseAdvisory(record, id);
    const text = JSON.stringify({ modified, record });
    await world.files.replace(path, Buffer.from(text)).catch(ignoreRefusal);
    return advisory;
  };

  const ask = async (releases: readonly Release[]): Promise<Answers> => {
    const missing = releases.filter((one) => !named.has(releaseText(one)));
    let unknown: string | undefined;
    if (missing.length > 0) {
      if (failed !== undefined && world.clock.now() - failed.at < rest) unknown = failed.why;
      else {
        try {
          await enqueue(missing);
          failed = undefined;
        } catch (error) {
          if (!(error instanceof OsvError)) throw error;
          unknown = `${url} could not be asked: ${error.message}`;
          failed = { why: unknown, at: world.clock.now() };
        }
      }
    }
    const asked = releases.flatMap((one) => {
      const vulns = named.get(releaseText(one)) ?? partly.get(releaseText(one));
      return vulns === undefined ? [] : [[releaseText(one), vulns] as const];
    });
    const ids = new Map(asked.flatMap(([, vulns]) => vulns.map((one) => [one.id, one] as const)));
    const read = new Map<string, Advisory | undefined>();
    // A service that is away is waited for once, and not for each of a hundred advisories.
    let lost: string | undefined;
    await pMap(
      ids.values(),
      async (one) => {
        try {
          read.set(one.id, lost === undefined ? await detail(one) : unread(one.id));
        } catch (error) {
          details.delete(`${one.id} ${one.modified}`);
          lost ??= `the record of ${one.id} could not be read: ${reason(error)}`;
          read.set(one.id, unread(one.id));
        }
      },
      { concurrency: 16 },
    );
    unknown ??= lost;
    return {
      known: new Map(asked.map(([key, vulns]) => [key, vulns.flatMap(({ id }) => read.get(id) ?? [])])),
      ...(unknown === undefined ? {} : { unknown }),
    };
  };
  return { ask };
}

/** That it exists is known. */
const unread = (id: string): Advisory => ({
  id,
  aliases: [],
  summary: 'its record could not be read',
  rating: 'unrated',
  affected: [],
  unread: true,
});

const queryOf = ({ ecosystem, name, version }: Release): Query => ({
  package: { ecosystem, name },
  version,
});

interface Result {
  readonly vulns: readonly Named[];
  /** Of the next page. */
  readonly token?: string;
}

/** @throws OsvError where an answer does not have a result for each query: what is left out would look like none. */
function resultsOf(answer: unknown, count: number): Result[] {
  const results = isRecord(answer) ? answer['results'] : undefined;
  if (!Array.isArray(results) || results.length !== count)
    throw new OsvError(`its answer does not have ${count} results`, true);
  return results.map((result: unknown): Result => {
    // The API gives an empty object, and null in older releases, where there is none.
    if (result === null) return { vulns: [] };
    if (!isRecord(result)) throw new OsvError('its answer has a result that is none', false);
    const { vulns = [], next_page_token: token } = result;
    if (!Array.isArray(vulns)) throw new OsvError('its answer has a result that is none', false);
    return {
      vulns: vulns.map((one: unknown): Named => {
        const { id, modified } = isRecord(one) ? one : {};
        if (typeof id !== 'string' || !isAdvisoryId(id))
          throw new OsvError('its answer names an advisory that has no id', false);
        return { id, modified: typeof modified === 'string' ? modified : '' };
      }),
      ...(typeof token === 'string' && token !== '' ? { token } : {}),
    };
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined where another program wrote the file, or the advisory was changed since. */
function keptOf(text: string | undefined, modified: string): unknown {
  if (text === undefined || modified === '') return undefined;
  try {
    const kept = JSON.parse(text) as unknown;
    return isRecord(kept) && kept['modified'] === modified ? kept['record'] : undefined;
  } catch {
    return undefined;
  }
}
