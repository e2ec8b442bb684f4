/**
 * Holds back releases of requirements that are too young: each is excluded by a constraint, and it is resolved again. uv's
 * own `--exclude-newer` takes an index that says no times for an empty one, knows nothing of what is pinned by the package
 * itself, and does not say what it left out.
 */
import { findingsOf, counting } from '../advisories/findings.ts';
import type { AdvisoryService, Release } from '../advisories/osv.ts';
import type { AdvisoryPolicy } from '../advisories/policy.ts';
import type { Lock } from '../lock/lock.ts';
import type { ReadProject } from '../lock/sdists.ts';
import { NoSolution } from '../lock/uv-errors.ts';
import { compareVersions, isSameVersion, parsePackageVersion } from '../names/package-version.ts';
import { onceFor } from '../once.ts';
import type { Project } from '../package-index/simple.ts';

/** Undefined where nothing can be locked. @throws NoSolution */
type Ask = (constraints: readonly string[]) => Promise<Lock | undefined>;

export interface Cooling {
  /** Milliseconds since the epoch: what was uploaded later is too young. */
  readonly since: number;
  /** Milliseconds that a release is held back. */
  readonly cooldown: number;
  /** The package that the image is for, by its normalized name: it is always taken. */
  readonly distribution: string;
  /** `name==version` of what published images have: an outage or a new rule takes nothing back. */
  readonly already: readonly string[];
  readonly project: ReadProject;
  /** Absent where advisories are not looked up: then none makes a release urgent. */
  readonly advisories?: { readonly service: AdvisoryService; readonly policy: AdvisoryPolicy };
  /** Day of the run, `2026-12-01`. */
  readonly day: string;
}

/** What came of it; sentences for the report. */
export interface Cooled {
  readonly ask: Ask;
  readonly notes: () => readonly string[];
}

/** Young versions of a package, and when each is old enough, in milliseconds since the epoch. */
type Young = ReadonlyMap<string, number>;

/** The same question with young releases held back. @param ask resolves. */
export function cooled(ask: Ask, cooling: Cooling): Cooled {
  const youngOf = onceFor(
    (name: string) => name,
    async (name) => youngVersions(await cooling.project(name), cooling),
  );
  // Of the lock that was made last: an earlier one was not taken.
  let notes: readonly string[] = [];
  return {
    notes: () => notes,
    ask: async (constraints) => {
      const free = await ask(constraints);
      if (free === undefined) return undefined;
      const held = await holdBack(ask, free, constraints, new Set(), cooling, youngOf);
      const urgent = await urgentNames(held, cooling, youngOf);
      const last =
        urgent.size === 0
          ? held
          : await holdBack(ask, free, constraints, new Set(urgent.keys()), cooling, youngOf);
      notes = await notesOf(free, last, urgent, youngOf);
      return last.lock;
    },
  };
}

interface Held {
  readonly lock: Lock;
  readonly excluded: ReadonlyMap<string, readonly string[]>;
  /** Names that nothing older does for. */
  readonly needed: ReadonlySet<string>;
}

async function holdBack(
  ask: Ask,
  free: Lock,
  constraints: readonly string[],
  urgent: ReadonlySet<string>,
  { distribution, already }: Cooling,
  youngOf: (name: string) => Promise<Young>,
): Promise<Held> {
  const excluded = new Map<string, readonly string[]>();
  const needed = new Set<string>();
  const without = (more: ReadonlyMap<string, readonly string[]>): Promise<Lock | undefined> =>
    ask([...constraints, ...exclusions(new Map([...excluded, ...more]))]);
  let lock = free;
  for (;;) {
    const next = new Map<string, readonly string[]>();
    for (const { name, version } of lock.packages) {
      const isFree =
        name === distribution ||
        urgent.has(name) ||
        needed.has(name) ||
        already.includes(`${name}==${version}`);
      if (isFree || excluded.has(name)) continue;
      const young = await youngOf(name);
      if (!young.has(version)) continue;
      // A pre-release in a constraint would allow pre-releases of the package.
      const isAsked = (text: string): boolean => text === version || !isPrerelease(text);
      next.set(
        name,
        [...young.keys()].filter((text) => isAsked(text) && !already.includes(`${name}==${text}`)),
      );
    }
    if (next.size === 0) return { lock, excluded, needed };
    const found = await orNoSolution(() => without(next));
    if (found !== undefined) {
      for (const [name, versions] of next) excluded.set(name, versions);
      lock = found;
      continue;
    }
    // What has no older release that does is needed; most often it is one that is pinned by what comes with it.
    const alone = await Promise.all(
      [...next].map(async (entry) => {
        const may = next.size > 1 && (await orNoSolution(() => without(new Map([entry])))) !== undefined;
        return [entry, may] as const;
      }),
    );
    const may = new Map(alone.flatMap(([entry, one]) => (one ? [entry] : [])));
    const all = may.size === 0 ? undefined : await orNoSolution(() => without(may));
    for (const [name, versions] of next) {
      if (all !== undefined && may.has(name)) excluded.set(name, versions);
      else needed.add(name);
    }
    lock = all ?? lock;
  }
}

const exclusions = (excluded: ReadonlyMap<string, readonly string[]>): string[] =>
  [...excluded].map(([name, versions]) => `${name}${versions.map((one) => `!=${one}`).join(',')}`).toSorted();

async function orNoSolution(work: () => Promise<Lock | undefined>): Promise<Lock | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NoSolution) return undefined;
    throw error;
  }
}

const isPrerelease = (text: string): boolean => {
  const version = parsePackageVersion(text);
  return version.ok && version.value.isPrerelease;
};

/** A version is as old as its first file. Of an index that says no times, nothing is young. */
function youngVersions(project: Project | undefined, { since, cooldown }: Cooling): Young {
  const times = new Map<string, number | undefined>();
  for (const { version, uploaded } of project?.files ?? []) {
    const before = times.has(version.text) ? times.get(version.text) : Infinity;
    times.set(
      version.text,
      uploaded === undefined || before === undefined ? undefined : Math.min(before, uploaded),
    );
  }
  return new Map(
    [...times].flatMap(([text, time]) =>
      time !== undefined && time > since ? [[text, time + cooldown] as const] : [],
    ),
  );
}

/** Held back packages of which a younger release mends an advisory: name to its id. An outage makes nothing urgent. */
async function urgentNames(
  { lock, excluded }: Held,
  { advisories, day }: Cooling,
  youngOf: (name: string) => Promise<Young>,
): Promise<ReadonlyMap<string, string>> {
  const releases = lock.packages.flatMap(({ name, version }): Release[] =>
    excluded.has(name) ? [{ ecosystem: 'PyPI', name, version }] : [],
  );
  if (advisories === undefined || releases.length === 0) return new Map();
  const { service, policy } = advisories;
  const answers = await service.ask(releases);
  const packages = releases.map((one) => ({
    ...one,
    owner: 'requirement' as const,
    reach: 'run' as const,
    platforms: [],
  }));
  const { findings } = findingsOf({ image: { packages, unknown: [] }, answers, policy, day });
  const urgent = new Map<string, string>();
  for (const { name, id, mend } of counting(findings, policy)) {
    if (mend.kind !== 'bump') continue;
    const young = await youngOf(name);
    if ([...young.keys()].some((text) => isAtLeast(text, mend.to))) urgent.set(name, id);
  }
  return urgent;
}

function isAtLeast(text: string, least: string): boolean {
  const [version, bound] = [parsePackageVersion(text), parsePackageVersion(least)];
  return version.ok && bound.ok && compareVersions(version.value, bound.value) >= 0;
}

async function notesOf(
  free: Lock,
  { lock, needed }: Held,
  urgent: ReadonlyMap<string, string>,
  youngOf: (name: string) => Promise<Young>,
): Promise<string[]> {
  const notes: string[] = [];
  for (const { name, version } of free.packages) {
    const until = (await youngOf(name)).get(version);
    if (until === undefined) continue;
    const taken = lock.packages.filter((one) => one.name === name);
    const isTaken = taken.some((one) => isSameVersion(one.version, version));
    const day = new Date(until).toISOString().slice(0, 16).replace('T', ' ');
    if (!isTaken) {
      const instead = taken.map((one) => one.version).join(' and ');
      const result = instead === '' ? 'what is taken does not need it' : `${instead} is taken`;
      notes.push(`cooldown: ${name} ${version} is held back until ${day} UTC, and ${result}`);
    } else if (urgent.has(name)) {
      notes.push(
        `cooldown: ${name} ${version} is taken although it is young, for it mends ${urgent.get(name)}`,
      );
    } else if (needed.has(name)) {
      notes.push(`cooldown: ${name} ${version} is taken although it is young, for no older release does`);
    }
  }
  return notes;
}
