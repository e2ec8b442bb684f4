/** Finds out what an image installs on each platform of a base. */
import type { AdvisoryPolicy } from '../advisories/policy.ts';
import type { BesideFacts } from '../build/facts.ts';
import { gather } from '../errors.ts';
import type { BaseFacts, Lock, PlatformRequirements } from '../lock/lock.ts';
import { withOtherWheels } from '../lock/other-wheels.ts';
import { splitRequirements } from '../lock/split.ts';
import { NoSolution } from '../lock/uv-errors.ts';
import type { Platform } from '../names/platform.ts';
import type { Packages } from '../plan/image.ts';
import type { BaseImage } from '../plan/recipe.ts';
import type { Session } from '../session/session.ts';
import { cooled, type Cooling } from './cooldown.ts';

/** What every platform installs, by a lock that was made for what one base brings. */
export interface Resolved {
  readonly packages: Packages;
  readonly lock: Lock;
  readonly requirements: readonly PlatformRequirements[];
  /** Distributions of the base that go, because the lock needs another version. */
  readonly replaced: readonly string[];
  readonly facts: readonly BaseFacts[];
  /** What was held back since it is too young, and what was taken all the same; absent for none. */
  readonly cooldownNotes?: readonly string[];
}

/** What a lock is made for besides the package and its base. */
export interface LockContext {
  /** `name==version` of what published images have. */
  readonly already: readonly string[];
  readonly advisories?: AdvisoryPolicy | undefined;
}

type ResolvingSession = Pick<Session, 'resolve' | 'packageIndex' | 'advisories' | 'begun'>;

/**
 * Resolves for a base of which the facts are known, such as those that an image says of its own. Undefined where nothing
 * can be locked: then pip resolves on each platform.
 */
export async function resolveFor(
  session: ResolvingSession,
  packages: Packages,
  facts: readonly BaseFacts[],
  context: LockContext = { already: [] },
): Promise<Resolved | undefined> {
  const { resolve, packageIndex } = session;
  const free = (constraints: readonly string[]) => resolve({ packages, constraints });
  const held = coolingOf(session, packages, context);
  const { ask, notes } = held === undefined ? { ask: free, notes: () => [] } : cooled(free, held);
  const first = await ask([]);
  if (first === undefined) return undefined;
  const { lock: own, replaced } = await keepBase(ask, first, facts);
  const lock = await withWheelIndexes({ packageIndex }, packages, own, facts);
  const cooldownNotes = notes();
  return {
    packages,
    lock,
    replaced,
    facts,
    requirements: facts.map((one) => splitRequirements(lock, one)),
    ...(cooldownNotes.length === 0 ? {} : { cooldownNotes }),
  };
}

/** Undefined where nothing is held back: what a project has locked is as old as its lock. */
function coolingOf(
  { packageIndex, advisories, begun }: ResolvingSession,
  packages: Packages,
  { already, advisories: policy }: LockContext,
): Cooling | undefined {
  const { cooldown, distribution, pins } = packages;
  if (cooldown === undefined || pins !== undefined) return undefined;
  return {
    since: begun - cooldown * 1000,
    cooldown: cooldown * 1000,
    distribution,
    already,
    project: packageIndex(packages).project,
    day: dayOf(begun),
    ...(policy === undefined ? {} : { advisories: { service: advisories(policy.url), policy } }),
  };
}

/** `2026-12-01`, of UTC. */
export const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** Adds wheels of other indexes to a lock. A project that has locked its files is installed from those. */
export const withWheelIndexes = async (
  { packageIndex }: Pick<Session, 'packageIndex'>,
  packages: Packages,
  lock: Lock,
  facts: readonly BaseFacts[],
): Promise<Lock> =>
  packages.pins === undefined && packages.extraIndexes !== undefined
    ? withOtherWheels(lock, facts, packageIndex(packages).wheelIndexes)
    : lock;

/** The same for a base as it is today, whose facts are read. @param beside as `readFacts` has it. */
export async function resolveOn(
  session: ResolvingSession & Pick<Session, 'facts'>,
  packages: Packages,
  base: BaseImage,
  platforms: readonly Platform[],
  { context, beside }: { readonly context?: LockContext; readonly beside?: BesideFacts | undefined } = {},
): Promise<Resolved | undefined> {
  const [facts] = await gather<[BaseFacts[], unknown]>([
    session.facts(base, platforms, beside),
    session.resolve({ packages, constraints: [] }),
  ]);
  const { present } = packages;
  const all = facts.map((one) => ({
    ...one,
    installed: { ...one.installed, ...present?.[one.platform] },
  }));
  return resolveFor(session, packages, all, context);
}

export const unlockedNote = ({ distribution, python }: Packages): string =>
  `${distribution} must be built to say what it needs, and the resolver does not run on Python ${python.minor}: pip installs on each platform by itself, under emulation where it is foreign, and nothing is locked`;

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
