/** The wheels that a build compiled and that may be saved: what is said of each in the cache. */
import { join } from 'node:path';
import type { Attempt } from '../build/attempts.ts';
import { pathsOf } from '../build/bake.ts';
import { emulatedOf, type Machines } from '../build/nodes.ts';
import type { BaseFacts, Requirement } from '../lock/lock.ts';
import { isSameVersion } from '../names/package-version.ts';
import type { Platform } from '../names/platform.ts';
import { parseWheelName } from '../package-index/filenames.ts';
import { type BakeRecipe, compiledOnTarget } from '../plan/recipe.ts';
import type { World } from '../ports.ts';
import { type CompiledFile, readCompiledWheels, readCompiledFiles } from '../wheel-cache/compiled.ts';
import { dayOf } from '../wheel-cache/days.ts';
import { keyOfWheel, mayBePure, tagOfWheel } from '../wheel-cache/key.ts';
import { buildBaseOf } from '../wheel-cache/open.ts';
import type { CompiledWheel } from '../wheel-cache/save.ts';
import type { WheelRecord } from '../wheel-cache/wheel.ts';

/** A build that compiled something. */
export interface CompilingBuild {
  readonly recipe: BakeRecipe;
  /** Holds what buildx wrote. */
  readonly folder: string;
  /** Holds what was built on the builder's own platform; absent where nothing was. */
  readonly nativeFolder?: string;
  readonly attempts: ReadonlyMap<Platform | 'native', readonly Attempt[]>;
  readonly facts: readonly BaseFacts[];
  /** The builder's own platform. */
  readonly machines: Machines;
  /** Platforms whose checks passed. */
  readonly verified: readonly Platform[];
}

/** What was compiled for platforms that were verified. */
export async function compiledWheels(
  world: Pick<World, 'files' | 'clock'>,
  build: CompilingBuild,
): Promise<CompiledWheel[]> {
  const { recipe, folder, nativeFolder, verified } = build;
  const native = nativeFolder === undefined ? [] : await readCompiledFiles(world, nativeFolder);
  const all = recipe.requirements
    .filter(({ platform }) => verified.includes(platform))
    .map(async (platform) => {
      const onTarget = compiledOnTarget(platform, recipe);
      const compiled = join(folder, pathsOf(recipe.image.id).compiled);
      const wheels =
        onTarget.length === 0 ? [] : await readCompiledWheels(world, compiled, platform.platform);
      return compiledOnTarget(platform, { native: [], restored: recipe.restored }).flatMap((one) => {
        if (one.kind !== 'compile') return [];
        const isNative = !onTarget.includes(one);
        const wheel = wheelOf(isNative ? native : wheels, one);
        const record = wheel && entryOf(world, build, platform.platform, one, isNative, wheel);
        return wheel === undefined || record === undefined ? [] : [{ wheel, record }];
      });
    });
  // What serves every platform is found once for each.
  const found = (await Promise.all(all)).flat();
  return [...new Map(found.map((one) => [tagOfWheel(one.record.name, one.record.key), one])).values()];
}

const wheelOf = (wheels: readonly CompiledFile[], { name, version }: Requirement): CompiledFile | undefined =>
  wheels.find(({ filename }) => {
    const named = parseWheelName(filename);
    return named?.name === name && isSameVersion(named.version.text, version);
  });

function entryOf(
  { clock }: Pick<World, 'clock'>,
  { recipe, facts: all, attempts, machines }: CompilingBuild,
  platform: Platform,
  requirement: Extract<Requirement, { kind: 'compile' }>,
  isNative: boolean,
  wheel: CompiledFile,
): WheelRecord | undefined {
  const { name, version } = requirement;
  const { packages } = recipe.image.content;
  const facts = all.find((one) => one.platform === platform);
  const attempt = attempts
    .get(isNative ? 'native' : platform)
    ?.find((one) => one.name === name && one.why === undefined);
  // What lacks something is compiled again, so that it is said again.
  if (packages === undefined || facts === undefined || attempt === undefined || attempt.lacks !== undefined)
    return undefined;
  const isPure = isNative && wheel.filename.endsWith('-none-any.whl') && mayBePure(recipe.lock!, requirement);
  const needs = isPure ? 'nothing' : wheel.free ? 'libc' : 'distribution';
  const { buildPackages, buildConstraints, base } = packages;
  const wanted = { requirement, facts, buildPackages, buildConstraints, buildBase: buildBaseOf(base) };
  // Nothing says what of musl or of a distribution's libraries is used: those that it was compiled with are safe.
  const floor = wheel.free && facts.libc.kind === 'glibc' ? wheel.glibc : facts.libc.version;
  const today = dayOf(clock.now());
  const isEmulated = emulatedOf(machines, recipe.platforms).includes(platform);
  const way = attempt.way === 'cross' ? 'cross' : isEmulated && !isNative ? 'emulated' : 'native';
  const { seconds } = attempt;
  const key = keyOfWheel(wanted, needs);
  const needed = needs === 'nothing' || floor === null ? {} : { floor };
  return { name, version, key, ...needed, way, seconds, compiled: today, used: today };
}
