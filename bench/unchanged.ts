/** Measures finding out that nothing changed, against a build that has everything in its cache. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRegistry } from '../test/support/registry.ts';
import { moving, movingWheels, type Way, ways } from './cells.ts';
import { withFreshBuilder } from './engine.ts';
import { startLocalIndex } from './local-index.ts';
import { pointBase, requestsDuring } from './own-registry.ts';
import { baseline, type Built, ours, type Surroundings } from './sides.ts';

export interface Asked extends Built {
  /** Requests to the registry, from its log. */
  readonly requests: readonly string[];
}

export interface Unchanged {
  readonly baseline: readonly Asked[];
  readonly ways: readonly { readonly way: Way; readonly runs: readonly Asked[] }[];
}

/**
 * Publishes once on each side, and then measures further runs with the same builder and registry. Our cache folder stays,
 * as the cache of the baseline's builder does.
 *
 * @param tools as for `measure`. @param tell is called after each run.
 */
export async function measureUnchanged(
  env: NodeJS.ProcessEnv,
  tools: string,
  rounds: number,
  tell: (side: string, run: Asked) => void,
): Promise<Unchanged> {
  const cache = await mkdtemp(join(tmpdir(), 'bench-cache-'));
  await cp(tools, cache, { recursive: true });
  const index = await startLocalIndex(movingWheels);
  const registry = await startRegistry();
  try {
    for (const tag of [moving.python, `${moving.python}-slim`]) await pointBase(env, registry.host, tag);
    return await withFreshBuilder(env, [registry.host], async (builder) => {
      const around = { env, builder, bases: registry.host, registry: registry.host, cache };
      const from = { local: [`--index-url=${index.url}`], real: [] };
      for (const [repository, options] of Object.entries(from))
        await ours(moving, around, { repository, options });
      await baseline(moving, around);
      const sides = [
        { name: 'baseline', runs: [] as Asked[], run: () => baseline(moving, around) },
        ...ways.map((way) => ({
          name: way.name,
          runs: [] as Asked[],
          run: () =>
            withCacheOf(way, around, tools, (within) =>
              ours(moving, within, {
                repository: way.index,
                options: [`--rebuild=${way.rebuild}`, ...from[way.index]],
                decision: 'keep',
              }),
            ),
        })),
      ];
      for (let round = 0; round < rounds; round += 1) {
        for (const { name, runs, run } of round % 2 === 0 ? sides : sides.toReversed()) {
          const { result, requests } = await requestsDuring(registry, run);
          runs.push({ ...result, requests });
          tell(name, { ...result, requests });
        }
      }
      const [first, ...others] = sides;
      return {
        baseline: first?.runs ?? [],
        ways: ways.map((way, at) => ({ way, runs: others[at]?.runs ?? [] })),
      };
    });
  } finally {
    await registry.stop();
    await index.stop();
    await rm(cache, { recursive: true, force: true });
  }
}

/** Calls `use` with an empty cache folder if the way wants one. It has uv, which a machine fetches once. */
async function withCacheOf<T>(
  { cache }: Way,
  around: Surroundings,
  tools: string,
  use: (around: Surroundings) => Promise<T>,
): Promise<T> {
  if (cache === 'kept') return use(around);
  const folder = await mkdtemp(join(tmpdir(), 'bench-cache-'));
  try {
    await cp(tools, folder, { recursive: true });
    return await use({ ...around, cache: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
