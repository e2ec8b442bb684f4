/** How long a package took to compile before: the next version takes about as long. */
import { Failure } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { Tag } from '../names/reference.ts';
import { onceFor } from '../once.ts';
import { wheelTagPrefix } from './key.ts';
import { readWheelManifest } from './manifest.ts';
import type { WheelStore } from './store.ts';

/** Seconds by the platform that it was compiled for; `any` of pure Python. The longest of several. */
export type EarlierTimes = Readonly<Partial<Record<Platform | 'any', number>>>;

/** Wheels of which a store says how long they took. */
type TimedStore = Pick<WheelStore, 'where' | 'manifest' | 'tags'>;

/** More wheels of one package say no more. */
const mostRead = 6;

/**
 * Looks up times by the normalized name (PEP 503) of a package; each once, and the tags of a store once. Empty where
 * nothing of the package is saved, or the store does not say.
 */
export function openEarlierTimes(): (store: TimedStore, name: string) => Promise<EarlierTimes> {
  const tagsOf = onceFor(
    ({ where }: TimedStore) => where,
    async (store) => (await store.tags().catch(nothingOf)) ?? [],
  );
  return onceFor(
    ({ where }, name) => `${where} ${name}`,
    async (store, name) => earlierTimes(store, await tagsOf(store), name),
  );
}

async function earlierTimes(store: TimedStore, tags: readonly Tag[], name: string): Promise<EarlierTimes> {
  const own = tags.filter(
    (tag) => tag.startsWith(`${wheelTagPrefix}${name}-`) && /^[0-9a-f]{16}$/.test(tag.slice(-16)),
  );
  const times: Partial<Record<Platform | 'any', number>> = {};
  for (const tag of own.slice(0, mostRead)) {
    const manifest = await store.manifest(tag).catch(nothingOf);
    const read = manifest && readWheelManifest(manifest.bytes);
    // Another package's name may begin with this one's.
    if (read?.ok !== true || read.value.record.name !== name) continue;
    const { key, seconds } = read.value.record;
    times[key.platform] = Math.max(times[key.platform] ?? 0, seconds);
  }
  return times;
}

/** What a store that refuses or does not answer has to say. */
const nothingOf = (error: unknown): undefined => {
  if (!(error instanceof Failure)) throw error;
};
