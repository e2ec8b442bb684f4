/** Saves wheels that a run compiled, once the image that they are in was verified, so that nobody compiles them again. */
import { Failure } from '../errors.ts';
import { FileFailure } from '../file-failure.ts';
import type { Cache, World } from '../ports.ts';
import type { CompiledFile } from './compiled.ts';
import { dayOf, daysSince, staleAfter } from './days.ts';
import { tagOfWheel } from './key.ts';
import { wheelManifest } from './manifest.ts';
import type { RestoredWheel } from './restored.ts';
import { isShut, type WheelStore, type WheelStorePlace } from './store.ts';
import { digestOfWheel, type WheelRecord } from './wheel.ts';

/** A wheel that came out of a build, and what is said of it in the cache. */
export interface CompiledWheel {
  readonly wheel: CompiledFile;
  readonly record: WheelRecord;
}

export interface SaveRequest {
  readonly store: WheelStore;
  readonly kind: WheelStorePlace['kind'];
  readonly compiled: readonly CompiledWheel[];
  /** Wheels of the cache that the run used. */
  readonly restored: readonly RestoredWheel[];
  readonly cache: Pick<Cache, 'refused'>;
  /** Told what is worth a note in the report. */
  readonly note: (text: string) => void;
  /** Does the saving, and notes how long it took. */
  readonly timed: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Saves what was compiled, and writes down that what was restored is in use. A store that refuses is noted. */
export async function saveWheels(world: Pick<World, 'clock' | 'log'>, request: SaveRequest): Promise<void> {
  const { store, kind, compiled, restored, cache } = request;
  const note = ([first]: readonly Failed<unknown>[], text: string): void => {
    // The cache is nobody's choice: one note speaks of all that could not be saved.
    if (kind === 'cache' && first?.failure instanceof FileFailure) {
      cache.refused(first.failure);
      return;
    }
    world.log.warn(text);
    request.note(text);
  };
  const refused = compiled.length === 0 ? [] : await request.timed(() => putAll(world, store, compiled));
  if (refused.length > 0) {
    const names = refused.map(({ one }) => one.wheel.filename).join(', ');
    note(
      refused,
      `${names} could not be saved in ${store.where}, and will be compiled again: ${firstOf(refused)}`,
    );
  }
  if (refused.some(({ failure }) => isShut(failure))) return;
  const forgotten = await touch(world, store, restored);
  if (forgotten.length > 0) {
    const names = forgotten.map(({ one }) => one.artifact.filename).join(', ');
    note(
      forgotten,
      `that ${names} was used could not be written down in ${store.where}, so that it may count as unused: ${firstOf(forgotten)}`,
    );
  }
}

interface Failed<T> {
  readonly one: T;
  readonly failure: Failure;
}

const firstOf = ([first]: readonly Failed<unknown>[]): string => first?.failure.message ?? '';

/** Works on one after the other, whatever fails, until the store is shut: then on no more. Gives what was not done. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<Failed<T>[]> {
  const failed: Failed<T>[] = [];
  let shut: Failure | undefined;
  for (const one of all) {
    const failure = shut ?? (await work(one).catch(asFailure));
    if (failure === undefined) continue;
    failed.push({ one, failure });
    if (isShut(failure)) shut = failure;
  }
  return failed;
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

const putAll = (
  { log }: Pick<World, 'log'>,
  store: WheelStore,
  compiled: readonly CompiledWheel[],
): Promise<Failed<CompiledWheel>[]> =>
  each(compiled, async ({ wheel, record }) => {
    const { filename, sha256, size, path } = wheel;
    const tag = tagOfWheel(record.name, record.key);
    await store.put(tag, wheelManifest(record, { filename, digest: digestOfWheel(sha256), size }), path);
    log.info(`saved    ${store.named(tag)} (${filename})`);
  });

/** A use is written down when the last that was is a week ago: so what is used every day costs one request a week. */
function touch(
  { clock }: Pick<World, 'clock'>,
  store: WheelStore,
  restored: readonly RestoredWheel[],
): Promise<Failed<RestoredWheel>[]> {
  const now = clock.now();
  const stale = restored.filter(({ artifact }) => daysSince(artifact.record.used, now) >= staleAfter);
  const byTag = [...new Map(stale.map((one) => [one.tag, one])).values()];
  return each(byTag, async ({ tag, manifest, artifact }) => {
    // Another run may have saved a newer one there since, or somebody removed it.
    if ((await store.manifest(tag))?.digest !== manifest) return;
    await store.put(tag, wheelManifest({ ...artifact.record, used: dayOf(now) }, artifact));
  });
}
