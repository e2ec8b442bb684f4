/** Lists the compiled wheels that are kept, and removes those that no build has used for a given time. */
import { peekEngine } from '../build/engine.ts';
import { Failure, type Problem } from '../errors.ts';
import type { WheelStoreInput } from '../inputs/wheel-store.ts';
import type { Digest, Tag } from '../names/reference.ts';
import type { World } from '../ports.ts';
import { RegistryClient } from '../registry/client.ts';
import type { Login } from '../registry/credentials.ts';
import { readWheelManifest } from '../registry/wheel-artifact.ts';
import type { WheelStore } from '../registry/wheel-store.ts';
import type { WheelRow, WheelsReport } from '../report/wheels.ts';
import { daysSince, staleAfter } from '../sources/kept-wheel.ts';
import { openWheelStore } from './wheel-store.ts';

export interface WheelsRequest {
  readonly wheelStore: Exclude<WheelStoreInput, { readonly kind: 'off' }>;
  /** Seconds; absent where nothing is to be removed. */
  readonly unusedFor?: number;
  readonly dryRun: boolean;
  readonly login?: Login;
  /** Folder for what is kept between runs. */
  readonly cache: string;
}

/** So many requests at once. */
const atOnce = 8;

/** Never throws for what a user can act on: the report carries it. */
export async function wheels(world: World, request: WheelsRequest): Promise<WheelsReport> {
  const { login, unusedFor, dryRun } = request;
  const engine = request.wheelStore.kind === 'repository' ? await peekEngine(world) : undefined;
  const client = new RegistryClient(world, {
    logins: login === undefined ? [] : [login],
    plain: engine?.insecure ?? [],
  });
  const store = openWheelStore(world, client, request, request.cache)!;
  const problems: Problem[] = [];
  const rows: WheelRow[] = [];
  try {
    for (const entry of await entriesOf(store)) {
      const old = unusedFor !== undefined && isOld(entry.row, unusedFor, world.clock.now());
      if (old && !dryRun) await store.remove(entry.tag, entry.digest);
      rows.push({ ...entry.row, ...(old ? { unused: dryRun ? 'would be removed' : 'removed' } : {}) });
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    problems.push(...error.problems);
  }
  return { where: store.where, wheels: rows, problems };
}

interface Entry {
  readonly tag: Tag;
  readonly digest: Digest;
  readonly row: WheelRow;
}

async function entriesOf(store: WheelStore): Promise<Entry[]> {
  const tags = (await store.tags()) ?? [];
  const entries: Entry[] = [];
  for (let at = 0; at < tags.length; at += atOnce) {
    const some = await Promise.all(tags.slice(at, at + atOnce).map((tag) => entryOf(store, tag)));
    entries.push(...some.flatMap((one) => one ?? []));
  }
  return entries;
}

/** What is not of this program is not listed, and never removed. */
async function entryOf(store: WheelStore, tag: Tag): Promise<Entry | undefined> {
  const manifest = await store.manifest(tag);
  const read = manifest && readWheelManifest(manifest.bytes);
  if (manifest === undefined || read?.ok !== true) return undefined;
  const { made, filename, size } = read.value;
  const { name, version, key, floor, way, seconds, compiled, used } = made;
  const { python, platform, libc, distribution, buildPackages, buildBase } = key;
  const needs = { libc, ...(floor === undefined ? {} : { floor }), distribution, buildPackages, buildBase };
  const row = {
    tag,
    name,
    version,
    filename,
    size,
    python,
    platform,
    ...needs,
    way,
    seconds,
    compiled,
    used,
  };
  return { tag, digest: manifest.digest, row };
}

/** A use of the last week may not be written down yet: so what was written must be so much older. */
const isOld = ({ used }: WheelRow, seconds: number, now: number): boolean =>
  daysSince(used, now) * 86_400 >= seconds + staleAfter * 86_400;
