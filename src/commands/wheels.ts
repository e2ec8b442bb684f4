/** Lists saved wheels, and removes those that no build has used for a given time. */
import { defined } from '../defined.ts';
import { Failure, type Problem, uniqueProblems } from '../errors.ts';
import type { Digest, Tag } from '../names/reference.ts';
import type { World } from '../ports.ts';
import type { Login } from '../registry/credentials.ts';
import { openClient } from '../session/registries.ts';
import type { WheelRow, WheelsReport } from '../report/wheels.ts';
import { daysSince, staleAfter } from '../wheel-cache/days.ts';
import { readWheelManifest } from '../wheel-cache/manifest.ts';
import { openWheelStore } from '../wheel-cache/open.ts';
import { deletesNothing, isShut, type WheelStore, type WheelStorePlace } from '../wheel-cache/store.ts';
import { caBundleProblem } from './require-files.ts';

export interface WheelsRequest {
  readonly wheelStore: Exclude<WheelStorePlace, { readonly kind: 'off' }>;
  /** Days; absent where nothing is to be removed. */
  readonly unusedFor?: number;
  readonly dryRun: boolean;
  readonly login?: Login;
  /** Path of a PEM file that is trusted. */
  readonly caBundle?: string;
  /** Folder for what is kept between runs. */
  readonly cache: string;
}

const concurrentRequests = 8;

/** Never throws for what a user can act on: the report carries it, beside all that could be listed. */
export async function wheels(world: World, request: WheelsRequest): Promise<WheelsReport> {
  const { login, unusedFor, dryRun, wheelStore, caBundle } = request;
  const store = openWheelStore(world, await openClient(world, login), wheelStore, request.cache)!;
  const { kind, where } = store;
  const none = { kind, where, wheels: [], others: [] };
  const untrusted = caBundle === undefined ? undefined : await caBundleProblem(world, caBundle);
  if (untrusted !== undefined) return { ...none, problems: [untrusted] };
  const failures: Failure[] = [];
  const tags = await store.tags().catch(into(failures));
  if (tags === undefined)
    return failures.length > 0
      ? { ...none, problems: problemsOf(failures) }
      : { ...none, problems: absent(store, wheelStore.kind), absent: true };
  const found = await entriesOf(store, tags, failures);
  const entries = found.flatMap((one) => (one.row === undefined ? [] : [one]));
  const isUnused = ({ row }: Entry): boolean =>
    unusedFor !== undefined && daysSince(row.used, world.clock.now()) >= countedDays(unusedFor);
  const removed = dryRun ? undefined : await removeAll(store, entries.filter(isUnused), failures);
  const rows = entries.map((entry): WheelRow => {
    if (!isUnused(entry)) return entry.row;
    if (removed === undefined) return { ...entry.row, unused: 'would be removed' };
    return { ...entry.row, unused: removed.has(entry.tag) ? 'removed' : 'not removed' };
  });
  return {
    ...none,
    wheels: rows,
    others: found.flatMap((one) => (one.row === undefined ? [one.tag] : [])),
    ...(unusedFor !== undefined && { unusedFor: { days: unusedFor, counted: countedDays(unusedFor) } }),
    problems: problemsOf(failures),
  };
}

/** A use may be written down a week late, so the last one written must be a week older. */
const countedDays = (unusedFor: number): number => unusedFor + staleAfter;

/** The cache's folder comes with the first wheel that is saved; that a store which was named is absent is a mistake of the user. */
function absent({ kind, where }: WheelStore, asked: WheelStorePlace['kind']): Problem[] {
  const message = `There is no ${kind} "${where}": wheel_store names the one that builds save their wheels in.`;
  return asked === 'cache' ? [] : [{ station: 'input', about: 'wheel_store', message }];
}

/** Adds a Failure to the list, and throws anything else on. */
const into =
  (failures: Failure[]) =>
  (error: unknown): undefined => {
    if (!(error instanceof Failure)) throw error;
    failures.push(error);
  };

/** Many wheels may fail for one reason: each message is there once. */
const problemsOf = (failures: readonly Failure[]): Problem[] =>
  uniqueProblems(failures.flatMap(({ problems }) => problems));

interface Entry {
  readonly tag: Tag;
  readonly digest: Digest;
  readonly row: WheelRow;
}

/** Of another program, or of a version that saves wheels in another form. */
interface Other {
  readonly tag: Tag;
  readonly row?: undefined;
}

/** Ends early where the store refuses everything or stops answering. */
async function entriesOf(
  store: WheelStore,
  tags: readonly Tag[],
  failures: Failure[],
): Promise<(Entry | Other)[]> {
  const entries: (Entry | Other)[] = [];
  for (let at = 0; at < tags.length && !failures.some(isShut); at += concurrentRequests) {
    const some = tags
      .slice(at, at + concurrentRequests)
      .map((tag) => entryOf(store, tag).catch(into(failures)));
    entries.push(...(await Promise.all(some)).flatMap((one) => one ?? []));
  }
  return entries;
}

/** Gives the tags that were removed. Ends early where the store removes nothing at all. */
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

/** Undefined for a wheel that was removed since it was listed. */
async function entryOf(store: WheelStore, tag: Tag): Promise<Entry | Other | undefined> {
  const manifest = await store.manifest(tag);
  if (manifest === undefined) return undefined;
  const read = readWheelManifest(manifest.bytes);
  if (!read.ok) return { tag };
  const { record, filename, size } = read.value;
  const { name, version, key, floor, way, seconds, compiled, used } = record;
  const { python, platform, libc, distribution, buildPackages, buildConstraints = [], buildBase } = key;
  const needs = {
    libc,
    ...defined({ floor }),
    distribution,
    buildPackages,
    ...(buildConstraints.length === 0 ? {} : { buildConstraints }),
    buildBase,
  };
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
