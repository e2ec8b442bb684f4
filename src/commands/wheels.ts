/** Lists the compiled wheels that are kept, and removes those that no build has used for a given time. */
import { peekEngine } from '../build/engine.ts';
import { Failure, type Problem } from '../errors.ts';
import type { WheelStoreInput } from '../inputs/wheel-store.ts';
import type { Digest, Tag } from '../names/reference.ts';
import type { World } from '../ports.ts';
import { RegistryClient } from '../registry/client.ts';
import type { Login } from '../registry/credentials.ts';
import { readWheelManifest } from '../registry/wheel-artifact.ts';
import { deletesNothing, isShut, type WheelStore } from '../registry/wheel-store.ts';
import type { WheelRow, WheelsReport } from '../report/wheels.ts';
import { daysSince, staleAfter } from '../sources/kept-wheel.ts';
import { caBundleProblem } from './require-files.ts';
import { openWheelStore } from './wheel-store.ts';

export interface WheelsRequest {
  readonly wheelStore: Exclude<WheelStoreInput, { readonly kind: 'off' }>;
  /** Seconds; absent where nothing is to be removed. */
  readonly unusedFor?: number;
  readonly dryRun: boolean;
  readonly login?: Login;
  /** Path of a PEM file that is trusted. */
  readonly caBundle?: string;
  /** Folder for what is kept between runs. */
  readonly cache: string;
}

/** So many requests at once. */
const atOnce = 8;

/** Never throws for what a user can act on: the report carries it, beside all that could be listed. */
export async function wheels(world: World, request: WheelsRequest): Promise<WheelsReport> {
  const { login, unusedFor, dryRun, wheelStore, caBundle } = request;
  const engine = wheelStore.kind === 'repository' ? await peekEngine(world) : undefined;
  const client = new RegistryClient(world, {
    logins: login === undefined ? [] : [login],
    plain: engine?.insecure ?? [],
  });
  const store = openWheelStore(world, client, request, request.cache)!;
  const { where } = store;
  const untrusted = caBundle === undefined ? undefined : await caBundleProblem(world, caBundle);
  if (untrusted !== undefined) return { where, wheels: [], problems: [untrusted] };
  const failures: Failure[] = [];
  const tags = await store.tags().catch(into(failures));
  if (tags === undefined)
    return failures.length > 0
      ? { where, wheels: [], problems: problemsOf(failures) }
      : absent(where, wheelStore.kind);
  const entries = await entriesOf(store, tags, failures);
  const isUnused = ({ row }: Entry): boolean =>
    unusedFor !== undefined && isOld(row, unusedFor, world.clock.now());
  const removed = dryRun ? undefined : await removeAll(store, entries.filter(isUnused), failures);
  const rows = entries.map((entry): WheelRow => {
    if (!isUnused(entry)) return entry.row;
    if (removed === undefined) return { ...entry.row, unused: 'would be removed' };
    return { ...entry.row, unused: removed.has(entry.tag) ? 'removed' : 'not removed' };
  });
  return { where, wheels: rows, problems: problemsOf(failures) };
}

/** The cache's folder comes with the first wheel that is kept; a store that was named and is not there is a slip. */
function absent(where: string, kind: WheelsRequest['wheelStore']['kind']): WheelsReport {
  const what = kind === 'repository' ? 'repository' : 'folder';
  const message = `There is no ${what} "${where}": wheel_store names the one that builds keep their wheels in.`;
  const problem: Problem = { station: 'input', about: 'wheel_store', message };
  return { where, wheels: [], problems: kind === 'cache' ? [] : [problem], absent: true };
}

/** Takes what failed among the failures. */
const into =
  (failures: Failure[]) =>
  (error: unknown): undefined => {
    if (!(error instanceof Failure)) throw error;
    failures.push(error);
  };

/** Each once, however many it failed for. */
const problemsOf = (failures: readonly Failure[]): Problem[] => [
  ...new Map(failures.flatMap(({ problems }) => problems).map((one) => [one.message, one])).values(),
];

interface Entry {
  readonly tag: Tag;
  readonly digest: Digest;
  readonly row: WheelRow;
}

/** All that can be read; a store that shuts is not asked on. */
async function entriesOf(store: WheelStore, tags: readonly Tag[], failures: Failure[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let at = 0; at < tags.length && !failures.some(isShut); at += atOnce) {
    const some = tags.slice(at, at + atOnce).map((tag) => entryOf(store, tag).catch(into(failures)));
    entries.push(...(await Promise.all(some)).flatMap((one) => one ?? []));
  }
  return entries;
}

/** Tags that are gone. Where one may not be removed because none may, the others are not tried. */
async function removeAll(
  store: WheelStore,
  entries: readonly Entry[],
  failures: Failure[],
): Promise<ReadonlySet<Tag>> {
  const gone = new Set<Tag>();
  for (const { tag, digest } of entries) {
    if (failures.some((one) => isShut(one) || deletesNothing(one))) break;
    const done = await store.remove(tag, digest).then(() => true, into(failures));
    if (done === true) gone.add(tag);
  }
  return gone;
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
