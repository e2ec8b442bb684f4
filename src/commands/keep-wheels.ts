/** Keeps what was compiled, once the image that it is in was verified, so that nobody compiles it again. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isForeign } from '../build/emulation.ts';
import { type MadeWheel, readCompiledWheels, readMadeWheels } from '../build/made-wheels.ts';
import { Failure } from '../errors.ts';
import type { Requirement } from '../lock/lock.ts';
import { isSameVersion } from '../names/package-version.ts';
import type { Platform } from '../names/platform.ts';
import { parseWheelName } from '../package-index/filenames.ts';
import { wheelManifest } from '../registry/wheel-artifact.ts';
import type { WheelStore } from '../registry/wheel-store.ts';
import {
  dayOf,
  daysSince,
  digestOfWheel,
  keyOfWheel,
  mayBePure,
  staleAfter,
  tagOfWheel,
  type WheelMade,
} from '../sources/kept-wheel.ts';
import { compiledThere } from '../sources/package.ts';
import type { Image } from '../sources/plan.ts';
import type { Context } from './context.ts';
import { openWheelStore } from './take-wheels.ts';
import { isProposal } from './proposals.ts';
import { timed } from './state.ts';

/** Whether this run may keep wheels: what somebody proposes is not kept, nor what is not verified. Others would install it. */
export const mayKeep = ({ inputs, world }: Pick<Context, 'inputs' | 'world'>): boolean =>
  inputs.keepsWheels &&
  inputs.wheelStore.kind !== 'off' &&
  inputs.verify !== 'off' &&
  !inputs.dryRun &&
  !isProposal(world.env);

/** Puts the kept wheels that are used where the build finds them. */
export async function placeTaken({ world, state }: Context, folder: string): Promise<void> {
  for (const { artifact, path } of state.taken) {
    const { digest, filename } = artifact;
    const place = join(folder, 'lock', 'kept', digest.slice('sha256:'.length), filename);
    await world.files.write(place, await readFile(path));
  }
}

/** Stores what was compiled, and notes that what was taken is in use. That it cannot is a warning. */
export async function keepWheels(context: Context, image: Image, folder: string): Promise<void> {
  const { world, inputs, found, cache, state } = context;
  const store = mayKeep(context) ? openWheelStore(world, found.client, inputs, cache) : undefined;
  if (store === undefined) return;
  try {
    const compiled = await compiledOf(context, image, folder);
    if (compiled.length > 0)
      await timed(world, state, 'publish', 'keep compiled wheels', () => putAll(context, store, compiled));
    await touch(context, store);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const text = `what was compiled could not be kept in ${store.where}, and will be compiled again: ${error.message}`;
    world.log.warn(text);
    state.notes.push(text);
  }
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
  const all = image.requirements
    .filter(({ platform }) => verified.has(platform))
    .map(async (platform) => {
      const there = compiledThere(platform, image);
      const own = there.length === 0 ? [] : await readCompiledWheels(world, folder, platform.platform);
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
  { state, inputs, world }: Context,
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
  if (facts === undefined || attempt === undefined) return undefined;
  const isPure = isNative && wheel.filename.endsWith('-none-any.whl') && mayBePure(image.lock!, requirement);
  const needs = isPure ? 'nothing' : wheel.free ? 'libc' : 'distribution';
  const wanted = { requirement, facts, buildPackages: inputs.buildPackages };
  // Nothing says what of musl or of a distribution's libraries is used: those that it was compiled with are safe.
  const made = wheel.free && facts.libc.kind === 'glibc' ? wheel.glibc : facts.libc.version;
  const floor = needs === 'nothing' || made === null ? {} : { floor: made };
  const today = dayOf(world.clock.now());
  const way =
    attempt.way === 'cross'
      ? 'cross'
      : isForeign(platform, state.machine ?? platform) && !isNative
        ? 'emulated'
        : 'native';
  const { seconds } = attempt;
  const key = keyOfWheel(wanted, needs);
  return { name, version, key, ...floor, way, seconds, compiled: today, used: today };
}

async function putAll({ world }: Context, store: WheelStore, compiled: readonly Compiled[]): Promise<void> {
  for (const { wheel, made } of compiled) {
    const { filename, sha256, size, path } = wheel;
    const tag = tagOfWheel(made.name, made.key);
    await store.put(tag, wheelManifest(made, { filename, digest: digestOfWheel(sha256), size }), path);
    world.log.info(`kept     ${store.where}:${tag} (${filename})`);
  }
}

/** A use is written down when the last that was is a week ago: so what is used every day costs one request a week. */
async function touch({ world, state }: Context, store: WheelStore): Promise<void> {
  const now = world.clock.now();
  const stale = new Map(
    state.taken
      .filter(({ artifact }) => daysSince(artifact.made.used, now) >= staleAfter)
      .map(({ tag, artifact }) => [tag, artifact]),
  );
  for (const [tag, artifact] of stale)
    await store.put(tag, wheelManifest({ ...artifact.made, used: dayOf(now) }, artifact));
}
