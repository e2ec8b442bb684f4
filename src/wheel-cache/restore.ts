/** Takes what has no wheel from where compiled wheels are kept: what is there is not compiled again. */
import { join } from 'node:path';
import { Failure, gather } from '../errors.ts';
import { FileFailure } from '../file-failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { wrongWheel } from '../lock/wheel-file.ts';
import type { Platform } from '../names/platform.ts';
import type { Tag } from '../names/reference.ts';
import { forPlatform } from '../report/step-words.ts';
import { keptText } from '../report/words.ts';
import { fitOf } from './fit.ts';
import { keysOfWanted, mayBePure, tagOfWheel, type WheelKey, type WheelWanted } from './key.ts';
import type { KeptWheel } from './wheel.ts';
import { readWheelManifest, type WheelArtifact } from './manifest.ts';
import { buildBaseOf, openWheelStore } from './open.ts';
import { isShut, type WheelStore } from './store.ts';
import type { Kept, Taken } from './taken.ts';
import type { Context } from '../commands/context.ts';
import type { Resolved } from '../recipe/resolve.ts';

/**
 * The kept wheels that do for what has none. What does not do, or cannot be had, is a word and no failure.
 *
 * @param except platforms that take none.
 */
export async function takeKept(
  context: Context,
  resolved: Resolved,
  except: readonly Platform[] = [],
): Promise<KeptWheel[]> {
  const { world, inputs, cache, found, state } = context;
  state.taken = [];
  const store = openWheelStore(world, found.client, inputs, cache.folder);
  const wanted = wantedFor(context, resolved).filter(({ facts }) => !except.includes(facts.platform));
  const [first] = wanted;
  if (store === undefined || first === undefined) return [];
  const taker = takerOf(context, store, await world.files.temporary('kept'));
  // A store that lets nobody in, or does not answer, is asked for one and no more.
  await taker.kept(tagOfWheel(first.requirement.name, keysOfWanted(first)[0]!));
  const taken = await gather(wanted.map((one) => takeOne(context, taker, one)));
  state.taken = taken.flatMap((one) => one ?? []);
  return together(state.taken);
}

const wantedFor = ({ inputs, cell }: Context, { lock, requirements, facts }: Resolved): WheelWanted[] =>
  requirements.flatMap(({ platform, requirements: all }) => {
    const base = facts.find((one) => one.platform === platform);
    if (base === undefined) return [];
    const shared = {
      facts: base,
      buildPackages: inputs.buildPackages,
      buildConstraints: inputs.buildConstraints,
      buildBase: buildBaseOf(cell),
    };
    return all.flatMap((one) =>
      one.kind === 'compile' ? [{ ...shared, requirement: one, mayBePure: mayBePure(lock, one) }] : [],
    );
  });

interface Taker {
  /** What is kept under a tag; asked for once. */
  readonly kept: (tag: Tag) => Promise<Kept | undefined>;
  /** The path of its file, once it was fetched and looked at; undefined where it is not what is wanted. */
  readonly file: (tag: Tag, artifact: WheelArtifact) => Promise<string | undefined>;
  readonly say: (tag: Tag, is: 'unfit' | 'wrong', why: string) => void;
}

function takerOf({ world, state, inputs, cache }: Context, store: WheelStore, folder: string): Taker {
  const said = new Set<string>();
  const once = (key: string, say: () => void): void => {
    if (!said.has(key)) say();
    said.add(key);
  };
  let shut = false;
  const failed = (error: unknown): undefined => {
    if (!(error instanceof Failure)) throw error;
    shut ||= isShut(error);
    if (inputs.wheelStore.kind === 'cache' && error instanceof FileFailure) {
      cache.refused(error);
      return;
    }
    const text = `not every kept wheel could be looked for in ${store.where}, and what is not found is compiled: ${error.message}`;
    once('', () => state.notes.push(text));
  };
  const say: Taker['say'] = (tag, is, why) => {
    const text = `the kept wheel ${store.named(tag)} ${why}: it is not used`;
    const note = `${text}, and compiled anew. If this stays, remove it`;
    once(text, () => (is === 'wrong' ? state.notes.push(note) : world.log.info(text)));
  };
  const kept = async (tag: Tag): Promise<Kept | undefined> => {
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
      const there = await store.save(artifact.digest, path);
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
  return { say, kept: remembered(kept), file: remembered(file) };
}

/** Works once for each tag. */
function remembered<A extends readonly unknown[], T>(
  work: (tag: Tag, ...more: A) => Promise<T>,
): (tag: Tag, ...more: A) => Promise<T> {
  const known = new Map<Tag, Promise<T>>();
  return (tag, ...more) => {
    const there = known.get(tag) ?? work(tag, ...more);
    known.set(tag, there);
    return there;
  };
}

/** What is wrong with a file, in words that go on after its name. */
const wrongFile = ({ made, filename, size }: WheelArtifact, bytes: Buffer | undefined): string | undefined =>
  bytes === undefined
    ? 'is not there'
    : (wrongWheel(bytes, filename, made) ??
      (bytes.length === size ? undefined : `has ${bytes.length} bytes where ${size} were due`));

async function takeOne(
  { world, state, inputs }: Context,
  taker: Taker,
  wanted: WheelWanted,
): Promise<Taken | undefined> {
  const start = world.clock.now();
  const { name, version } = wanted.requirement;
  const { platform } = wanted.facts;
  for (const key of keysOfWanted(wanted)) {
    const tag = tagOfWheel(name, key);
    const kept = await taker.kept(tag);
    if (kept === undefined || !isRight(taker, inputs, wanted, { key, tag, artifact: kept.artifact }))
      continue;
    const path = await taker.file(tag, kept.artifact);
    if (path === undefined) continue;
    const seconds = (world.clock.now() - start) / 1000;
    const words = forPlatform(`take the kept wheel of ${name}`, platform);
    state.spans.push({ section: 'lock', name: words, platform, start, seconds, alone: true });
    const { made } = kept.artifact;
    world.log.info(`${name} ${version} ${platform}: ${keptText({ ...made, took: seconds })}`);
    return { ...kept, tag, release: { name, version }, platform, seconds, path };
  }
  return undefined;
}

function isRight(
  { say }: Taker,
  { compile }: Inputs,
  wanted: WheelWanted,
  { key, tag, artifact }: { readonly key: WheelKey; readonly tag: Tag; readonly artifact: WheelArtifact },
): boolean {
  const fit = fitOf(wanted, key, artifact);
  if (!fit.fits) say(tag, fit.is, fit.why);
  else if (compile === 'emulate' && artifact.made.way === 'cross')
    say(tag, 'unfit', 'was cross-compiled, and compile is "emulate"');
  else return true;
  return false;
}

/** One entry for each file, with the platforms that take it. */
function together(taken: readonly Taken[]): KeptWheel[] {
  const wheels = new Map<string, KeptWheel>();
  for (const { artifact, release, platform } of taken) {
    const { filename, digest, size } = artifact;
    const { way, seconds, compiled } = artifact.made;
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
