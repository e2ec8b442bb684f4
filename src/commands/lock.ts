/** Finds out what a cell's requirements are on each platform, and what of them must be compiled where. */
import { buildNative, nativeCandidates } from '../build/native.ts';
import { type Buildx } from '../build/buildx.ts';
import { readFacts } from '../build/facts.ts';
import { type Programs, program } from '../build/programs.ts';
import { resolveInContainer } from '../build/resolve.ts';
import type { Cell } from '../cell/cell.ts';
import { observeBase, type ObservedBase } from '../decide/observe.ts';
import { renderDockerfile } from '../dockerfile/render.ts';
import { gather } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { BaseFacts, Lock, PlatformRequirements } from '../lock/lock.ts';
import { type ResolveRequest, resolveOnHost } from '../lock/resolve.ts';
import { splitRequirements } from '../lock/split.ts';
import { NoSolution } from '../lock/uv-words.ts';
import { findUv } from '../lock/uv.ts';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import type { Reader } from '../registry/client.ts';
import { type Locked, requirementLines } from '../sources/package.ts';
import type { NativeBuild } from '../sources/plan.ts';
import type { IndexAccess } from './index-access.ts';
import { type State, timed } from './state.ts';
import { recordSteps } from './steps.ts';

/** uv's own wheels are for Python 3.8 and later. */
const oldestForUv = 8;

export interface LockRequest {
  readonly state: State;
  readonly cell: Cell;
  readonly inputs: Inputs;
  readonly base: ObservedBase;
  readonly reader: Reader;
  readonly buildx: Buildx;
  readonly access: IndexAccess;
  readonly programs: Programs;
  /** buildx syntax. */
  readonly secrets: readonly string[];
  /** What the builder's own stages run on. */
  readonly machine: Platform;
  readonly cache: string;
}

/** Undefined where nothing can be locked: then pip resolves on each platform, and a note says so. */
export async function lockCell(world: World, request: LockRequest): Promise<Locked | undefined> {
  const { cell, inputs, state, base } = request;
  const asked: ResolveRequest = {
    requirements: requirementLines(cell, inputs),
    python: cell.python,
    indexUrl: request.access.url,
    constraints: [],
    ...(request.access.netrc === undefined ? {} : { netrc: request.access.netrc }),
    ...(request.access.caBundle === undefined ? {} : { caBundle: request.access.caBundle }),
  };
  const [facts, first] = await gather<[BaseFacts[], Lock | undefined]>([
    timed(world, state, 'lock', 'read the base', () =>
      readFacts(world, request.buildx, base, cell.platforms, request.programs, request.cache),
    ),
    timed(world, state, 'lock', 'resolve', () => resolve(world, request, asked)),
  ]);
  if (first === undefined) {
    state.notes.push(
      `${cell.package.name} must be built to say what it needs, and the resolver does not run on Python ${cell.python.minor}: pip installs on each platform by itself, under emulation where it is foreign, and nothing is locked`,
    );
    return undefined;
  }
  const { lock, replaced } = await keepBase(world, request, asked, first, facts);
  const requirements = facts.map((one) => splitRequirements(lock, one));
  describe(world, requirements);
  const compiling = requirements.filter((one) => one.requirements.some(({ kind }) => kind === 'compile'));
  if (compiling.length === 0) return { lock, requirements, native: [], replaced };
  const platforms = compiling.map(({ platform }) => platform);
  const build = await observeBase(request.reader, cell.base.build, platforms);
  const native = await builtNatively(world, request, { lock, requirements, build });
  return { lock, requirements, native, replaced, build };
}

/** Undefined where only a container could tell, and the resolver does not run in it. */
async function resolve(world: World, request: LockRequest, asked: ResolveRequest): Promise<Lock | undefined> {
  const { access, inputs } = request;
  const uv = await findUv(world, {
    indexUrl: access.url,
    ...(access.auth === undefined ? {} : { auth: access.auth }),
    ...(inputs.uvVersion === '' ? {} : { version: inputs.uvVersion }),
  });
  const resolved = await resolveOnHost(world, uv, asked);
  if (resolved.kind === 'lock') return resolved.lock;
  if (Number(asked.python.minor.split('.')[1]) < oldestForUv) return undefined;
  world.log.info(
    `${resolved.why}: resolving in a container of the base, so that no build code runs on this machine`,
  );
  return resolveInContainer(world, request.buildx, {
    asked,
    uvVersion: uv.version,
    buildBase: request.cell.base.build,
    programs: request.programs,
    secrets: request.secrets,
    buildPackages: request.inputs.buildPackages,
  });
}

/**
 * A plain `pip install` leaves alone what the base brings and the package allows (setuptools, wheel). The resolver knows
 * nothing of the base and takes the newest: so it is asked again with the base's versions as constraints. Where those do
 * not do, the newest come, and the base's go.
 */
async function keepBase(
  world: World,
  request: LockRequest,
  asked: ResolveRequest,
  lock: Lock,
  facts: readonly BaseFacts[],
): Promise<{ lock: Lock; replaced: readonly string[] }> {
  const installed = facts[0]?.installed ?? {};
  const moved = lock.packages.filter(
    ({ name, version }) => installed[name] !== undefined && installed[name] !== version,
  );
  if (moved.length === 0) return { lock, replaced: [] };
  const constraints = moved.map(({ name }) => `${name}==${installed[name]}`);
  try {
    const constrained = await resolve(world, request, { ...asked, constraints });
    if (constrained !== undefined) return { lock: constrained, replaced: [] };
  } catch (error) {
    if (!(error instanceof NoSolution)) throw error;
  }
  const names = moved.map(({ name }) => name);
  request.state.notes.push(
    `the base's own ${names.join(', ')} does not do for ${request.cell.package.name}, and is replaced`,
  );
  return { lock, replaced: names };
}

/** What has no wheel on the build machine's own platform, and what has none at all, is built there first. */
async function builtNatively(
  world: World,
  request: LockRequest,
  { lock, requirements, build }: Pick<Locked, 'lock' | 'requirements'> & { readonly build: ObservedBase },
): Promise<readonly NativeBuild[]> {
  const { cell, inputs, state, machine, programs } = request;
  const hasWheel = (name: string, version: string): boolean =>
    lock.packages.some((one) => one.name === name && one.version === version && one.wheels.length > 0);
  const native = nativeCandidates(requirements, machine, hasWheel);
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
    different: false,
    replaced: false,
    runtimePackages: false,
  });
  const built = await recordSteps(world, state, 'lock', (onLine) =>
    buildNative(world, request.buildx, {
      dockerfile,
      programs,
      native,
      platforms: cell.platforms,
      secrets: request.secrets,
      arguments: {
        PUBLISH_BASE: `${request.base.reference}@${request.base.digest}`,
        BUILD_BASE: `${build.reference}@${build.digest}`,
        ...(inputs.buildPackages.length === 0 ? {} : { BUILD_PACKAGES: inputs.buildPackages.join(' ') }),
        ...(inputs.indexUrl === undefined ? {} : { INDEX_URL: inputs.indexUrl }),
      },
      onLine,
    }),
  );
  state.attempts.set('native', built.attempts);
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
