/** What must be compiled: where, on which image, and what of it is built natively first. */
import { buildNative, nativeCandidates } from '../build/native.ts';
import { program } from '../build/programs.ts';
import { observeBase, type ObservedBase } from '../observe/observe.ts';
import { renderDockerfile } from '../dockerfile/render.ts';
import type { PlatformRequirements } from '../lock/lock.ts';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import { compiledThere, type Locked } from './bake-recipe.ts';
import type { NativeBuild } from '../plan/recipe.ts';
import type { Context } from '../commands/context.ts';
import { mayKeep } from '../wheel-cache/save.ts';
import { takeKept } from '../wheel-cache/restore.ts';
import type { Resolved } from './resolve.ts';
import { recordAttempts, recordSteps } from '../run/trace.ts';

/** Platforms of which something was found wrong: they take no kept wheels, or cross-compile nothing. */
export interface Distrust {
  readonly kept: readonly Platform[];
  readonly cross: readonly Platform[];
}

/** Looks up what compiling needs, and builds natively what can be, where something must be compiled. */
export async function lockCell(
  context: Context,
  base: ObservedBase,
  resolved: Resolved,
  distrust: Distrust = { kept: [], cross: [] },
): Promise<Locked> {
  const { cell, found, state, world } = context;
  const { lock, requirements, replaced } = resolved;
  state.facts = resolved.facts;
  describe(world, requirements);
  if (replaced.length > 0) {
    state.notes.push(
      `the base's own ${replaced.join(', ')} does not do for ${cell.package.name}, and is replaced`,
    );
  }
  const kept = await takeKept(context, resolved, distrust.kept);
  const compiling = requirements.filter((one) => compiledThere(one, { native: [], kept }).length > 0);
  if (compiling.length === 0) return { lock, requirements, native: [], kept, replaced };
  const platforms = compiling.map(({ platform }) => platform);
  const build = await observeBase(found.reader, cell.base.build, platforms);
  const native = await builtNatively(context, base, { lock, requirements, kept, build });
  return { lock, requirements, native, kept, replaced, build, emulated: distrust.cross };
}

/** What has no wheel on the build machine's own platform, and what has none at all, is built there first. */
async function builtNatively(
  context: Context,
  base: ObservedBase,
  {
    lock,
    requirements,
    kept,
    build,
  }: Pick<Locked, 'lock' | 'requirements' | 'kept'> & { readonly build: ObservedBase },
): Promise<readonly NativeBuild[]> {
  const { world, cell, inputs, state, programs, access } = context;
  const { buildx, platform: machine } = await context.builder();
  const hasWheel = (name: string, version: string): boolean =>
    lock.packages.some((one) => one.name === name && one.version === version && one.wheels.length > 0);
  const native = nativeCandidates(requirements, machine, hasWheel, kept);
  if (native.length === 0) return [];
  if (inputs.dryRun) {
    state.notes.push(
      `a dry run compiles nothing: whether ${native.map(({ name }) => name).join(', ')} is pure Python, and so built once for all platforms, is known only then`,
    );
    return native;
  }
  const dockerfile = renderDockerfile(program(programs, 'Dockerfile'), {
    native: true,
    compile: [],
    platforms: [],
    emulated: false,
    different: false,
    replaced: false,
    runtimePackages: false,
    buildConstraints: inputs.buildConstraints.length > 0,
  });
  const keep = await mayKeep(context);
  const built = await recordSteps(world, state, 'lock', (onAttempt) =>
    buildNative(world, buildx, {
      dockerfile,
      programs,
      native,
      platforms: cell.platforms,
      secrets: access.secrets,
      keep,
      arguments: {
        PUBLISH_BASE: `${base.reference}@${base.digest}`,
        BUILD_BASE: `${build.reference}@${build.digest}`,
        ...(inputs.buildPackages.length === 0 ? {} : { BUILD_PACKAGES: inputs.buildPackages.join(' ') }),
        ...(inputs.buildConstraints.length === 0
          ? {}
          : { BUILD_CONSTRAINTS: inputs.buildConstraints.join('\n') }),
        ...(inputs.indexUrl === undefined ? {} : { INDEX_URL: inputs.indexUrl }),
      },
      onAttempt,
    }),
  );
  recordAttempts(state, 'native', built.attempts);
  state.nativeFolder = built.folder;
  return built.native;
}

function describe(world: World, requirements: readonly PlatformRequirements[]): void {
  for (const { platform, requirements: list } of requirements) {
    const compiled = list.flatMap((one) =>
      one.kind === 'compile' ? [`${one.name} ${one.version} (${one.because})`] : [],
    );
    const wheels = list.filter((one) => one.kind === 'wheel').length;
    const without = compiled.length === 0 ? 'nothing to compile' : `without a wheel: ${compiled.join('; ')}`;
    world.log.info(`${platform.padEnd(14)} ${wheels} wheel${wheels === 1 ? '' : 's'}, ${without}`);
  }
}
