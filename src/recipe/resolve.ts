/** Finds out what a cell's requirements are on each platform. */
import { readFacts } from '../build/facts.ts';
import { program, type Programs } from '../build/programs.ts';
import { resolveInContainer } from '../build/resolve.ts';
import type { Cell } from '../sources/package/cell.ts';
import type { ObservedBase } from '../observe/observe.ts';
import { gather } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { BaseFacts, Lock, PlatformRequirements } from '../lock/lock.ts';
import { type ResolveRequest, resolveOnHost } from '../lock/resolve.ts';
import { splitRequirements } from '../lock/split.ts';
import { NoSolution } from '../lock/uv-words.ts';
import { findUv, pinnedUv } from '../lock/uv.ts';
import type { Cache, World } from '../ports.ts';
import { requirementLines } from '../sources/package/requirement-lines.ts';
import type { OpenBuilder } from '../session/builder.ts';
import type { IndexAccess } from '../session/index-access.ts';
import { type State, timed } from '../commands/state.ts';

/** uv's own wheels are for Python 3.8 and later. */
const oldestForUv = 8;

export interface LockRequest {
  readonly state: State;
  readonly cell: Cell;
  readonly inputs: Inputs;
  /** Opened only when the base must be read, or something be built. */
  readonly builder: OpenBuilder;
  readonly access: IndexAccess;
  readonly programs: Programs;
  /** buildx syntax. */
  readonly secrets: readonly string[];
  readonly cache: Cache;
}

/** What every platform installs, by a lock that was made for what one base brings. */
export interface Resolved {
  readonly lock: Lock;
  readonly requirements: readonly PlatformRequirements[];
  /** Distributions of the base that go, because the lock needs another version. */
  readonly replaced: readonly string[];
  readonly facts: readonly BaseFacts[];
}

export interface Locker {
  /**
   * Resolves for a base of which the facts are known, such as those that an image says of its own. Undefined where
   * nothing can be locked: then pip resolves on each platform, and a note says so.
   */
  readonly resolve: (facts: readonly BaseFacts[]) => Promise<Resolved | undefined>;
  /** The same for a base as it is today, whose facts are read. */
  readonly resolveOn: (base: ObservedBase) => Promise<Resolved | undefined>;
}

/** uv runs once for the same question, however often the lock is asked for. */
export function lockerOf(world: World, request: LockRequest): Locker {
  const { cell, inputs, state } = request;
  const asked = new Map<string, Promise<Lock | undefined>>();
  const ask = (constraints: readonly string[]): Promise<Lock | undefined> => {
    const key = constraints.join(' ');
    const known = asked.get(key);
    if (known !== undefined) return known;
    const { url, netrc, caBundle } = request.access;
    const resolving = timed(world, state, 'lock', 'resolve', () =>
      resolve(world, request, {
        requirements: requirementLines(cell, inputs),
        python: cell.python,
        indexUrl: url,
        constraints,
        cache: request.cache,
        ...(netrc === undefined ? {} : { netrc }),
        ...(caBundle === undefined ? {} : { caBundle }),
      }),
    );
    asked.set(key, resolving);
    return resolving;
  };
  const finish = async (facts: readonly BaseFacts[]): Promise<Resolved | undefined> => {
    const first = await ask([]);
    if (first === undefined) return undefined;
    const { lock, replaced } = await keepBase(ask, first, facts);
    return { lock, replaced, facts, requirements: facts.map((one) => splitRequirements(lock, one)) };
  };
  return {
    resolve: finish,
    resolveOn: async (base) => {
      const facts = timed(world, state, 'lock', 'read the base', async () =>
        readFacts(
          world,
          (await request.builder()).buildx,
          base,
          cell.platforms,
          request.programs,
          request.cache,
        ),
      );
      const [read] = await gather<[BaseFacts[], unknown]>([facts, ask([])]);
      return finish(read);
    },
  };
}

export const unlockedNote = ({ package: name, python }: Cell): string =>
  `${name.name} must be built to say what it needs, and the resolver does not run on Python ${python.minor}: pip installs on each platform by itself, under emulation where it is foreign, and nothing is locked`;

/** Undefined where only a container could tell, and the resolver does not run in it. */
async function resolve(world: World, request: LockRequest, asked: ResolveRequest): Promise<Lock | undefined> {
  const { access, inputs } = request;
  const uv = await findUv(world, {
    indexUrl: access.url,
    pin: pinnedUv(program(request.programs, 'tools.txt')),
    cache: request.cache,
    ...(access.auth === undefined ? {} : { auth: access.auth }),
    ...(inputs.uvVersion === '' ? {} : { version: inputs.uvVersion }),
  });
  const resolved = await resolveOnHost(world, uv, asked);
  if (resolved.kind === 'lock') return resolved.lock;
  if (Number(asked.python.minor.split('.')[1]) < oldestForUv) return undefined;
  world.log.info(
    `${resolved.why}: resolving in a container of the base, so that no build code runs on this machine`,
  );
  return resolveInContainer(world, (await request.builder()).buildx, {
    asked,
    uvVersion: uv.version,
    buildBase: request.cell.base.build,
    programs: request.programs,
    secrets: request.secrets,
    buildPackages: request.inputs.buildPackages,
    buildConstraints: request.inputs.buildConstraints,
  });
}

/**
 * A plain `pip install` leaves alone what the base brings and the package allows (setuptools, wheel). The resolver knows
 * nothing of the base and takes the newest: so it is asked again with the base's versions as constraints. Where those do
 * not do, the newest come, and the base's go.
 */
async function keepBase(
  ask: (constraints: readonly string[]) => Promise<Lock | undefined>,
  lock: Lock,
  facts: readonly BaseFacts[],
): Promise<{ lock: Lock; replaced: readonly string[] }> {
  const installed = facts[0]?.installed ?? {};
  const moved = lock.packages.filter(
    ({ name, version }) => installed[name] !== undefined && installed[name] !== version,
  );
  if (moved.length === 0) return { lock, replaced: [] };
  try {
    const constrained = await ask(moved.map(({ name }) => `${name}==${installed[name]}`));
    if (constrained !== undefined) return { lock: constrained, replaced: [] };
  } catch (error) {
    if (!(error instanceof NoSolution)) throw error;
  }
  return { lock, replaced: moved.map(({ name }) => name) };
}
