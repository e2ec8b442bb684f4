/** Keeps what was compiled, once the image that it is in was verified, so that nobody compiles it again. */
import { join } from 'node:path';
import { attemptsFolder } from '../build/attempts.ts';
import { isForeign } from '../build/emulation.ts';
import { Failure } from '../errors.ts';
import { FileFailure } from '../file-failure.ts';
import type { Requirement } from '../lock/lock.ts';
import { isSameVersion } from '../names/package-version.ts';
import type { Platform } from '../names/platform.ts';
import { parseWheelName } from '../package-index/filenames.ts';
import { compiledThere } from '../recipe/bake-recipe.ts';
import type { Image } from '../plan/recipe.ts';
import { type MadeWheel, readCompiledWheels, readMadeWheels } from './compiled.ts';
import { dayOf, daysSince, staleAfter } from './days.ts';
import { keyOfWheel, mayBePure, tagOfWheel } from './key.ts';
import { digestOfWheel, type WheelMade } from './wheel.ts';
import { wheelManifest } from './manifest.ts';
import { buildBaseOf, openWheelStore } from './open.ts';
import { isShut, type WheelStore } from './store.ts';
import type { Taken } from './taken.ts';
import type { Context } from '../commands/context.ts';
import { isProposal } from './proposals.ts';
import { timed } from '../commands/state.ts';

/** Whether this run may keep wheels: what somebody proposes is not kept, nor what is not verified. Others would install it. */
export const mayKeep = async ({
  inputs,
  world,
  event,
}: Pick<Context, 'inputs' | 'world' | 'event'>): Promise<boolean> =>
  inputs.keepsWheels &&
  inputs.wheelStore.kind !== 'off' &&
  inputs.verify !== 'off' &&
  !inputs.dryRun &&
  !isProposal(world.env, await event?.());

/** Puts the kept wheels that are used where the build finds them. */
export async function placeTaken({ world, state }: Context, folder: string): Promise<void> {
  for (const { artifact, path } of state.taken) {
    const { digest, filename } = artifact;
    const place = join(folder, 'lock', 'kept', digest.slice('sha256:'.length), filename);
    await world.files.replace(place, world.files.bytes(path));
  }
}

/** Stores what was compiled, and notes that what was taken is in use. That it cannot is a warning. */
export async function keepWheels(context: Context, image: Image, folder: string): Promise<void> {
  const { world, inputs, found, cache, state } = context;
  const store = (await mayKeep(context))
    ? openWheelStore(world, found.client, inputs, cache.folder)
    : undefined;
  if (store === undefined) {
    const proposed = (await context.event?.())?.pullRequest;
    const isWanted = inputs.keepsWheels && inputs.wheelStore.kind !== 'off' && inputs.verify !== 'off';
    if (proposed !== undefined && isWanted && !inputs.dryRun)
      world.log.info(
        `compiled wheels are not kept: this run is for pull request ${proposed.number}, onto ${proposed.base.slice(0, 7)}`,
      );
    return;
  }
  const note = ([first]: readonly Failed<unknown>[], text: string): void => {
    // The cache is nobody's choice: it is spoken of once for all that it would have kept.
    if (inputs.wheelStore.kind === 'cache' && first?.failure instanceof FileFailure) {
      cache.refused(first.failure);
      return;
    }
    world.log.warn(text);
    state.notes.push(text);
  };
  const compiled = await compiledOf(context, image, folder);
  const put = (): Promise<Failed<Compiled>[]> => putAll(context, store, compiled);
  const refused =
    compiled.length === 0 ? [] : await timed(world, state, 'publish', 'keep compiled wheels', put);
  if (refused.length > 0) {
    const names = refused.map(({ one }) => one.wheel.filename).join(', ');
    note(
      refused,
      `${names} could not be kept in ${store.where}, and will be compiled again: ${firstOf(refused)}`,
    );
  }
  if (refused.some(({ failure }) => isShut(failure))) return;
  const forgotten = await touch(context, store);
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

interface Compiled {
  readonly wheel: MadeWheel;
  readonly made: WheelMade;
}

/** What this run compiled on platforms that were verified. */
async function compiledOf(context: Context, image: Image, folder: string): Promise<Compiled[]> {
  const { world, state } = context;
  const verified = new Set((state.verified ?? []).map(({ platform }) => platform));
  const native = state.nativeFolder === undefined ? [] : await readMadeWheels(world, state.nativeFolder);
  const compiledFolder = join(folder, attemptsFolder);
  const all = image.requirements
    .filter(({ platform }) => verified.has(platform))
    .map(async (platform) => {
      const there = compiledThere(platform, image);
      const own =
        there.length === 0 ? [] : await readCompiledWheels(world, compiledFolder, platform.platform);
      const built = compiledThere(platform, { native: [], kept: image.kept });
      return built.flatMap((one) => {
        if (one.kind !== 'compile') return [];
        const isNative = !there.includes(one);
        const wheel = wheelOf(isNative ? native : own, one);
        const made = wheel && madeOf(context, image, platform.platform, one, isNative, wheel);
        return wheel === undefined || made === undefined ? [] : [{ wheel, made }];
      });
    });
  // What serves every platform is found once for each.
  const found = (await Promise.all(all)).flat();
  return [...new Map(found.map((one) => [tagOfWheel(one.made.name, one.made.key), one])).values()];
}

const wheelOf = (wheels: readonly MadeWheel[], { name, version }: Requirement): MadeWheel | undefined =>
  wheels.find(({ filename }) => {
    const named = parseWheelName(filename);
    return named?.name === name && isSameVersion(named.version.text, version);
  });

function madeOf(
  { state, inputs, world, cell }: Context,
  image: Image,
  platform: Platform,
  requirement: Extract<Requirement, { kind: 'compile' }>,
  isNative: boolean,
  wheel: MadeWheel,
): WheelMade | undefined {
  const { name, version } = requirement;
  const facts = state.facts?.find((one) => one.platform === platform);
  const attempt = state.attempts
    .get(isNative ? 'native' : platform)
    ?.find((one) => one.name === name && one.why === undefined);
  // What lacks something is compiled again, so that it is said again.
  if (facts === undefined || attempt === undefined || attempt.lacks !== undefined) return undefined;
  const isPure = isNative && wheel.filename.endsWith('-none-any.whl') && mayBePure(image.lock!, requirement);
  const needs = isPure ? 'nothing' : wheel.free ? 'libc' : 'distribution';
  const { buildPackages, buildConstraints } = inputs;
  const wanted = { requirement, facts, buildPackages, buildConstraints, buildBase: buildBaseOf(cell) };
  // Nothing says what of musl or of a distribution's libraries is used: those that it was compiled with are safe.
  const floor = wheel.free && facts.libc.kind === 'glibc' ? wheel.glibc : facts.libc.version;
  const today = dayOf(world.clock.now());
  const way =
    attempt.way === 'cross'
      ? 'cross'
      : isForeign(platform, state.machine ?? platform) && !isNative
        ? 'emulated'
        : 'native';
  const { seconds } = attempt;
  const key = keyOfWheel(wanted, needs);
  const needed = needs === 'nothing' || floor === null ? {} : { floor };
  return { name, version, key, ...needed, way, seconds, compiled: today, used: today };
}

const putAll = (
  { world }: Context,
  store: WheelStore,
  compiled: readonly Compiled[],
): Promise<Failed<Compiled>[]> =>
  each(compiled, async ({ wheel, made }) => {
    const { filename, sha256, size, path } = wheel;
    const tag = tagOfWheel(made.name, made.key);
    await store.put(tag, wheelManifest(made, { filename, digest: digestOfWheel(sha256), size }), path);
    world.log.info(`kept     ${store.named(tag)} (${filename})`);
  });

/** A use is written down when the last that was is a week ago: so what is used every day costs one request a week. */
function touch({ world, state }: Context, store: WheelStore): Promise<Failed<Taken>[]> {
  const now = world.clock.now();
  const stale = state.taken.filter(({ artifact }) => daysSince(artifact.made.used, now) >= staleAfter);
  const byTag = [...new Map(stale.map((one) => [one.tag, one])).values()];
  return each(byTag, async ({ tag, manifest, artifact }) => {
    // Another run may have kept a newer one there since, or somebody removed it.
    if ((await store.manifest(tag))?.digest !== manifest) return;
    await store.put(tag, wheelManifest({ ...artifact.made, used: dayOf(now) }, artifact));
  });
}
