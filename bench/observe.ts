/** Measures reading many manifests all at once against one after the other. */
import type { Repository, Tag } from '../src/names/reference.ts';
import type { World } from '../src/ports.ts';
import { RegistryClient } from '../src/registry/client.ts';
import { parseReference } from '../src/registry/reference.ts';
import { pushImage, tag } from '../test/support/images.ts';
import { startRegistry } from '../test/support/registry.ts';
import { openSilently } from './silent.ts';

export interface Observing {
  readonly manifests: number;
  /** Seconds, one a round. */
  readonly atOnce: readonly number[];
  readonly inTurn: readonly number[];
}

/** 20 packages with 10 cells each. */
const [repositories, tags] = [20, 10];

type Place = readonly [Repository, Tag];

/** Each measurement has a new client, which must find out how the registry authenticates. */
export async function measureObserving(rounds: number): Promise<Observing> {
  const registry = await startRegistry();
  const opened = openSilently();
  try {
    const places = await fill(opened.world, registry.host);
    const ways = {
      atOnce: async (client: RegistryClient) => {
        await Promise.all(places.map((place) => observe(client, place)));
      },
      inTurn: async (client: RegistryClient) => {
        for (const place of places) await observe(client, place);
      },
    };
    const seconds: Record<keyof typeof ways, number[]> = { atOnce: [], inTurn: [] };
    // Round -1 warms up the code and is not counted.
    for (let round = -1; round < rounds; round += 1) {
      const names = ['atOnce', 'inTurn'] as const;
      for (const name of round % 2 === 0 ? names : names.toReversed()) {
        const client = new RegistryClient(opened.world);
        const before = performance.now();
        await ways[name](client);
        if (round >= 0) seconds[name].push((performance.now() - before) / 1000);
      }
    }
    return { manifests: places.length, ...seconds };
  } finally {
    opened.close();
    await registry.stop();
  }
}

async function observe(client: RegistryClient, [repository, tag]: Place): Promise<void> {
  if ((await client.getManifest(repository, tag)) === undefined) throw new Error(`${tag} is missing`);
}

/** Pushes small images that share nothing. */
async function fill(world: World, host: string): Promise<Place[]> {
  const client = new RegistryClient(world);
  const each = Array.from({ length: repositories }, async (_, at) => {
    const parsed = parseReference(`${host}/observed/number-${at}`);
    if (!parsed.ok) throw new Error(parsed.message);
    const { repository: to } = parsed.value;
    const places = Array.from({ length: tags }, (_, number): Place => [to, tag(`py3.13-slim-1.${number}`)]);
    for (const [repository, name] of places) await pushImage(client, repository, [`${at} ${name}`], name);
    return places;
  });
  return (await Promise.all(each)).flat();
}
