/** The resolver of one process: each uv is found once, and runs once for the same question. */
import { program, type Programs } from '../build/programs.ts';
import { resolveInContainer } from '../build/resolve.ts';
import type { Builder } from '../build/builder.ts';
import { defined } from '../defined.ts';
import type { Lock } from '../lock/lock.ts';
import { holdToPins, unfitPins } from '../lock/pins.ts';
import { hashReader, keepResolution, keptResolution, resolutionKey } from '../lock/kept-resolutions.ts';
import { type PageServer, startPageServer } from '../lock/page-server.ts';
import { type Resolution, resolveOnHost } from '../lock/resolve.ts';
import { findInterpreter, findUv, pinnedUv, type Uv } from '../lock/uv.ts';
import { NoSolution } from '../lock/uv-errors.ts';
import { indexesOf, ownersText } from '../names/extra-index.ts';
import { minorNumber } from '../names/python-version.ts';
import type { ReadPage } from '../package-index/pages.ts';
import type { Packages } from '../plan/image.ts';
import type { Cache, World } from '../ports.ts';
import { type Journal, timed } from '../report/journal.ts';
import type { IndexAccess } from './index-access.ts';
import { onceFor } from '../once.ts';
import type { OpenIndexes } from './package-index.ts';

/** uv's own wheels are for Python 3.8 and later. */
const oldestForUv = 8;

export interface LockQuestion {
  readonly packages: Packages;
  /** Versions that a base has already (PEP 508). */
  readonly constraints: readonly string[];
}

/**
 * Undefined where packages must be built in a container to be resolved, and uv does not run on its Python.
 *
 * @throws Failure of the resolver.
 */
export type Resolver = (question: LockQuestion) => Promise<Lock | undefined>;

export interface ResolverSettings {
  readonly access: IndexAccess;
  readonly programs: Programs;
  readonly cache: Cache;
  readonly indexOf: OpenIndexes;
  /** uv reads the index through this process, and what it finds is kept between runs. */
  readonly keepsResolutions: boolean;
  /** Opened only where something must be built to say what it needs. */
  readonly builder: () => Promise<Builder>;
}

export interface OpenResolver {
  readonly resolve: Resolver;
  readonly close: () => Promise<void>;
}

export function openResolver(world: World, journal: Journal, settings: ResolverSettings): OpenResolver {
  const { access, programs, cache, indexOf, keepsResolutions, builder } = settings;
  const uv = onceFor(
    (packages: Packages) => JSON.stringify([indexesOf(packages), packages.uvVersion]),
    (packages) => {
      const { uvVersion } = packages;
      const url = indexOf(packages).urlOf('uv');
      const auth = access.authOf(url);
      return findUv(world, {
        indexUrl: url,
        pin: pinnedUv(program(programs, 'tools.txt')),
        cache,
        ...defined({ auth, version: uvVersion }),
      });
    },
  );
  const asked = ({ packages, constraints }: LockQuestion) => {
    const { url, urlOf, project } = indexOf(packages);
    return {
      requirements: [...packages.requirements],
      python: packages.python,
      indexUrl: url,
      owners: ownersText(packages),
      urlOf,
      constraints: [...(packages.pins?.constraints ?? []), ...(packages.constraints ?? []), ...constraints],
      cache,
      project,
      ...defined({ local: packages.local, netrc: access.netrc, caBundle: access.caBundle }),
    };
  };
  // The base is no part of the question: what is resolved is for Linux, and for every libc and machine.
  const keyOf = ({ packages, constraints }: LockQuestion): string => {
    const { requirements, python, local, pins, uvVersion, constraints: held } = packages;
    const asks = [requirements, python.text, constraints, local?.metadata, pins?.constraints, held];
    return JSON.stringify([...asks, indexesOf(packages), uvVersion]);
  };
  const interpreter = onceFor(
    ({ program: path }: Uv) => path,
    (found) => findInterpreter(world, found),
  );
  const servers = new Map<ReadPage, Promise<PageServer>>();
  const onHost = onceFor(keyOf, async (question: LockQuestion): Promise<Resolution> => {
    const request = asked(question);
    const found = await uv(question.packages);
    const key =
      keepsResolutions && request.local === undefined
        ? resolutionKey({ ...request, uvVersion: found.version, env: world.env })
        : undefined;
    const { url, urlOf, page, project, isMixed } = indexOf(question.packages);
    // uv asks one index for all names: here each is asked for its own.
    if (key === undefined && !isMixed) return resolveOnHost(world, found, request);
    const hash = hashReader(request.requirements, { page, project });
    const kept = key && (await keptResolution(world, cache, key, hash));
    if (kept) return kept;
    const from = { indexUrl: url, urlOf, page, key: JSON.stringify([url, request.owners]) };
    const server = servers.get(page) ?? startPageServer(world, isMixed ? from : { indexUrl: url, page });
    servers.set(page, server);
    const served = (await server).open();
    const read = new Set<string>();
    const resolution = await resolveOnHost(world, found, {
      ...request,
      ...defined({ interpreter: key === undefined ? undefined : await interpreter(found) }),
      served,
      project: (name) => {
        read.add(name);
        return project(name);
      },
    });
    if (key === undefined) return resolution;
    const names = new Set([...served.names, ...read]);
    // Without a hash, a file may become another one while its page stays the same.
    const pages = await Promise.all([...names].map(project));
    if (pages.every((one) => one?.files.every(({ sha256 }) => sha256 !== undefined) ?? true))
      await keepResolution(world, cache, key, resolution, names, hash);
    return resolution;
  });
  const inContainer = onceFor(
    (question: LockQuestion) => {
      const { base, buildPackages, buildConstraints } = question.packages;
      return JSON.stringify([keyOf(question), base.build, buildPackages, buildConstraints]);
    },
    async (question: LockQuestion) => {
      const { base, buildPackages, buildConstraints } = question.packages;
      return resolveInContainer(world, (await builder()).buildx, {
        question: asked(question),
        uvVersion: (await uv(question.packages)).version,
        buildBase: base.build,
        programs,
        secrets: access.secrets,
        buildPackages,
        buildConstraints,
      });
    },
  );
  const resolve = async (question: LockQuestion): Promise<Lock | undefined> => {
    const resolved = await onHost(question);
    if (resolved.kind === 'lock') return resolved.lock;
    if (minorNumber(question.packages.python.minor) < oldestForUv) return undefined;
    world.log.info(
      `${resolved.why}: resolving in a container of the base, so that no build code runs on this machine`,
    );
    return inContainer(question);
  };
  const resolvePinned = async (question: LockQuestion): Promise<Lock | undefined> => {
    const { pins, distribution } = question.packages;
    if (pins === undefined) return resolve(question);
    try {
      const lock = await resolve(question);
      return lock && holdToPins(lock, pins, distribution);
    } catch (error) {
      throw error instanceof NoSolution ? unfitPins(pins, error) : error;
    }
  };
  return {
    resolve: onceFor(
      ({ packages, constraints }) => JSON.stringify([packages, constraints]),
      (question) => timed({ journal, clock: world.clock }, 'lock', 'resolve', () => resolvePinned(question)),
    ),
    close: async () => {
      for (const server of servers.values()) await (await server).close();
    },
  };
}
