/** Restores wheels that an earlier build compiled: what is in the cache is not compiled again. */
import { join } from 'node:path';
import { Failure, gather } from '../errors.ts';
import { FileFailure } from '../file-failure.ts';
import { wrongWheel } from '../lock/wheel-file.ts';
import type { Tag } from '../names/reference.ts';
import { onceFor } from '../once.ts';
import type { Cache, World } from '../ports.ts';
import { fitOf } from './fit.ts';
import { keysOfWanted, tagOfWheel, type WheelKey, type WheelWanted } from './key.ts';
import { readWheelManifest, type WheelArtifact } from './manifest.ts';
import type { RestoredWheel, SavedWheel } from './restored.ts';
import { isShut, type WheelStore, type WheelStorePlace } from './store.ts';
import type { RestoredFile } from './wheel.ts';

export interface RestoreRequest {
  readonly store: WheelStore;
  readonly kind: WheelStorePlace['kind'];
  readonly wanted: readonly WheelWanted[];
  /** With `emulate`, what was cross-compiled is not used. */
  readonly compile: 'auto' | 'cross' | 'emulate';
  readonly cache: Pick<Cache, 'refused'>;
  /** Told what is worth a note in the report. */
  readonly note: (text: string) => void;
  /** Told of each wheel when it is there. */
  readonly onRestored: (wheel: RestoredWheel, began: number) => void;
}

/** Wheels for what is wanted. An unusable or unreachable one is noted and compiled anew; it never fails the run. */
export async function restoreWheels(
  world: Pick<World, 'files' | 'clock' | 'log'>,
  request: RestoreRequest,
): Promise<readonly RestoredWheel[]> {
  const { wanted } = request;
  const [first] = wanted;
  if (first === undefined) return [];
  const reader = cacheReader(world, request, await world.files.temporary('restored'));
  // A store that lets nobody in, or does not answer, is asked for one and no more.
  await reader.saved(tagOfWheel(first.requirement.name, keysOfWanted(first)[0]!));
  const restored = await gather(wanted.map((one) => restoreOne(world, request, reader, one)));
  return restored.flatMap((one) => one ?? []);
}

interface CacheReader {
  /** Asks the store once for each tag. */
  readonly saved: (tag: Tag) => Promise<SavedWheel | undefined>;
  /** The path of its file, once it was fetched and looked at; undefined where it is not what is wanted. */
  readonly file: (tag: Tag, artifact: WheelArtifact) => Promise<string | undefined>;
  readonly say: (tag: Tag, is: 'unfit' | 'wrong', why: string) => void;
}

function cacheReader(
  world: Pick<World, 'files' | 'log'>,
  { store, kind, cache, note }: RestoreRequest,
  folder: string,
): CacheReader {
  const said = new Set<string>();
  const once = (key: string, say: () => void): void => {
    if (!said.has(key)) say();
    said.add(key);
  };
  let shut = false;
  const failed = (error: unknown): undefined => {
    if (!(error instanceof Failure)) throw error;
    shut ||= isShut(error);
    if (kind === 'cache' && error instanceof FileFailure) {
      cache.refused(error);
      return;
    }
    const text = `not every saved wheel could be looked for in ${store.where}, and what is not found is compiled: ${error.message}`;
    once('', () => note(text));
  };
  const say: CacheReader['say'] = (tag, is, why) => {
    const text = `the saved wheel ${store.named(tag)} ${why}: it is not used`;
    const wayOut = `${text}, and compiled anew. If this stays, remove it`;
    once(text, () => (is === 'wrong' ? note(wayOut) : world.log.info(text)));
  };
  const saved = async (tag: Tag): Promise<SavedWheel | undefined> => {
    const manifest = shut ? undefined : await store.manifest(tag).catch(failed);
    if (manifest === undefined) return undefined;
    const read = readWheelManifest(manifest.bytes);
    if (read.ok) return { manifest: manifest.digest, artifact: read.value };
    say(tag, 'wrong', read.message);
    return undefined;
  };
  const file = async (tag: Tag, artifact: WheelArtifact): Promise<string | undefined> => {
    if (shut) return undefined;
    const path = join(folder, tag);
    try {
      const there = await store.fetch(artifact.digest, path);
      const wrong = there ? wrongFile(artifact, await world.files.content(path)) : 'is not there';
      if (wrong === undefined) return path;
      say(tag, 'wrong', `names ${artifact.filename}, which ${wrong}`);
    } catch (error) {
      if (!(error instanceof Failure) || isShut(error)) return failed(error);
      say(
        tag,
        'wrong',
        `names ${artifact.filename}, which could not be fetched (${error.message.replace(/\.$/, '')})`,
      );
    }
    return undefined;
  };
  return { say, saved: onceFor((tag) => tag, saved), file: onceFor((tag) => tag, file) };
}

/** What is wrong with a file, in words that go on after its name. */
const wrongFile = (
  { record, filename, size }: WheelArtifact,
  bytes: Buffer | undefined,
): string | undefined =>
  bytes === undefined
    ? 'is not there'
    : (wrongWheel(bytes, filename, record) ??
      (bytes.length === size ? undefined : `has ${bytes.length} bytes where ${size} were due`));

async function restoreOne(
  { clock }: Pick<World, 'clock'>,
  request: RestoreRequest,
  reader: CacheReader,
  wanted: WheelWanted,
): Promise<RestoredWheel | undefined> {
  const start = clock.now();
  const { name, version } = wanted.requirement;
  const { platform } = wanted.facts;
  for (const key of keysOfWanted(wanted)) {
    const tag = tagOfWheel(name, key);
    const saved = await reader.saved(tag);
    if (saved === undefined || !isUsable(reader, request, wanted, { key, tag, artifact: saved.artifact }))
      continue;
    const path = await reader.file(tag, saved.artifact);
    if (path === undefined) continue;
    const seconds = (clock.now() - start) / 1000;
    const restored = { ...saved, tag, release: { name, version }, platform, seconds, path };
    request.onRestored(restored, start);
    return restored;
  }
  return undefined;
}

function isUsable(
  { say }: CacheReader,
  { compile }: RestoreRequest,
  wanted: WheelWanted,
  { key, tag, artifact }: { readonly key: WheelKey; readonly tag: Tag; readonly artifact: WheelArtifact },
): boolean {
  const fit = fitOf(wanted, key, artifact);
  if (!fit.fits) say(tag, fit.is, fit.why);
  else if (compile === 'emulate' && artifact.record.way === 'cross')
    say(tag, 'unfit', 'was cross-compiled, and compile is "emulate"');
  else return true;
  return false;
}

/** One entry for each file, with the platforms that use it. */
export function restoredFiles(restored: readonly RestoredWheel[]): RestoredFile[] {
  const wheels = new Map<string, RestoredFile>();
  for (const { artifact, release, platform } of restored) {
    const { filename, digest, size } = artifact;
    const { way, seconds, compiled } = artifact.record;
    const key = `${digest} ${release.name}`;
    wheels.set(key, {
      ...release,
      filename,
      sha256: digest.slice('sha256:'.length),
      size,
      serves: [...(wheels.get(key)?.serves ?? []), platform],
      way,
      seconds,
      compiled,
    });
  }
  return [...wheels.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
