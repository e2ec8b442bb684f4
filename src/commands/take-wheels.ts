/** Takes what has no wheel from where compiled wheels are kept: what is there is not compiled again. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { wrongWheel } from '../lock/wheel-file.ts';
import type { Platform } from '../names/platform.ts';
import type { Tag } from '../names/reference.ts';
import type { World } from '../ports.ts';
import type { RegistryClient } from '../registry/client.ts';
import { readWheelManifest, type WheelArtifact } from '../registry/wheel-artifact.ts';
import { folderStore } from '../registry/wheel-folder.ts';
import { repositoryStore, type WheelStore } from '../registry/wheel-store.ts';
import {
  fitOf,
  type KeptWheel,
  keysOfWanted,
  mayBePure,
  tagOfWheel,
  type WheelKey,
  type WheelMade,
  type WheelWanted,
} from '../sources/kept-wheel.ts';
import { keptText } from '../report/words.ts';
import type { Context } from './context.ts';
import type { Resolved } from './lock.ts';

/** A kept wheel that this run uses. */
export interface Taken {
  readonly tag: Tag;
  readonly artifact: WheelArtifact;
  readonly platform: Platform;
  /** What looking it up, fetching and checking it took. */
  readonly seconds: number;
  /** The file. */
  readonly path: string;
}

/** Undefined where wheels are neither looked for nor kept. @param cache folder for what is kept between runs. */
export function openWheelStore(
  world: World,
  client: RegistryClient,
  { wheelStore }: Pick<Inputs, 'wheelStore'>,
  cache: string,
): WheelStore | undefined {
  switch (wheelStore.kind) {
    case 'off':
      return undefined;
    case 'cache':
      return folderStore(world.files, join(cache, 'wheels'));
    case 'folder':
      return folderStore(world.files, resolve(wheelStore.path));
    case 'repository':
      return repositoryStore(client, wheelStore.repository);
  }
}

/** The kept wheels that do for what has none. What does not do, or cannot be had, is a word and no failure. */
export async function takeKept(
  context: Context,
  { lock, requirements, facts }: Resolved,
): Promise<KeptWheel[]> {
  const { world, inputs, cache, found, state } = context;
  const store = openWheelStore(world, found.client, inputs, cache);
  if (store === undefined) return [];
  const wanted = requirements.flatMap((platform): WheelWanted[] => {
    const base = facts.find((one) => one.platform === platform.platform);
    return platform.requirements.flatMap((requirement) =>
      requirement.kind !== 'compile' || base === undefined
        ? []
        : [
            {
              requirement,
              facts: base,
              buildPackages: inputs.buildPackages,
              mayBePure: mayBePure(lock, requirement),
            },
          ],
    );
  });
  if (wanted.length === 0) return [];
  const folder = await world.files.temporary('kept');
  const said = new Set<string>();
  const taking = takerOf(store, folder, (tag, is, why) => {
    const text = `the kept wheel ${store.where}:${tag} ${why}: it is not used`;
    if (said.has(text)) return;
    said.add(text);
    if (is === 'wrong') state.notes.push(text);
    else world.log.info(text);
  });
  try {
    const taken = await Promise.all(wanted.map((one) => takeOne(context, taking, one)));
    state.taken = taken.flatMap((one) => one ?? []);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    state.notes.push(
      `no kept wheel could be looked for in ${store.where}, and what has no wheel is compiled: ${error.message}`,
    );
    return [];
  }
  return together(state.taken);
}

interface Taker {
  /** What is kept under a tag; asked for once. */
  readonly artifact: (tag: Tag) => Promise<WheelArtifact | undefined>;
  /** The path of its file, once it was fetched and looked at; undefined where it is not what is wanted. */
  readonly file: (tag: Tag, artifact: WheelArtifact) => Promise<string | undefined>;
  readonly say: (tag: Tag, is: 'unfit' | 'wrong', why: string) => void;
}

function takerOf(store: WheelStore, folder: string, say: Taker['say']): Taker {
  const artifacts = new Map<Tag, Promise<WheelArtifact | undefined>>();
  const files = new Map<string, Promise<string | undefined>>();
  const once = <K, T>(known: Map<K, Promise<T>>, key: K, work: () => Promise<T>): Promise<T> => {
    const there = known.get(key) ?? work();
    known.set(key, there);
    return there;
  };
  const artifact = async (tag: Tag): Promise<WheelArtifact | undefined> => {
    const manifest = await store.manifest(tag);
    if (manifest === undefined) return undefined;
    const read = readWheelManifest(manifest.bytes);
    if (read.ok) return read.value;
    say(tag, 'wrong', read.message);
    return undefined;
  };
  const file = async (tag: Tag, { digest, filename, made }: WheelArtifact): Promise<string | undefined> => {
    const path = join(folder, digest.replace(':', '-'));
    const wrong = await store
      .save(digest, path)
      .then(async (there) =>
        there ? wrongWheel(await readFile(path), made.name, made.version) : 'is not there',
      )
      .catch((error: unknown) => {
        if (!(error instanceof Failure)) throw error;
        return `could not be fetched (${error.message})`;
      });
    if (wrong === undefined) return path;
    say(tag, 'wrong', `names ${filename}, which ${wrong}`);
    return undefined;
  };
  return {
    say,
    artifact: (tag) => once(artifacts, tag, () => artifact(tag)),
    file: (tag, one) => once(files, `${tag} ${one.digest}`, () => file(tag, one)),
  };
}

async function takeOne(
  { world, state, inputs }: Context,
  taker: Taker,
  wanted: WheelWanted,
): Promise<Taken | undefined> {
  const start = world.clock.now();
  const { name } = wanted.requirement;
  const { platform } = wanted.facts;
  const keys = keysOfWanted(wanted);
  const found = await Promise.all(keys.map((key) => taker.artifact(tagOfWheel(name, key))));
  for (const [at, artifact] of found.entries()) {
    const key = keys[at]!;
    const tag = tagOfWheel(name, key);
    if (artifact === undefined || !isRight(taker, inputs, wanted, { key, tag, artifact })) continue;
    const path = await taker.file(tag, artifact);
    if (path === undefined) continue;
    const seconds = (world.clock.now() - start) / 1000;
    state.spans.push({ section: 'lock', name: `kept ${name}`, platform, start, seconds });
    const { made } = artifact;
    world.log.info(`${made.name} ${made.version} ${platform}: ${keptText({ ...made, took: seconds })}`);
    return { tag, artifact, platform, seconds, path };
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
  for (const { artifact, platform } of taken) {
    const { made, filename, digest, size } = artifact;
    const key = `${digest} ${made.name}`;
    wheels.set(key, {
      ...described(made),
      filename,
      sha256: digest.slice('sha256:'.length),
      size,
      serves: [...(wheels.get(key)?.serves ?? []), platform],
    });
  }
  return [...wheels.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

const described = ({ name, version, way, seconds, compiled }: WheelMade) => ({
  name,
  version,
  way,
  seconds,
  compiled,
});
