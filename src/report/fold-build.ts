/** What a report says of the build that counts: how requirements were compiled, and what each platform holds. */
import { defined } from '../defined.ts';
import type { Attempt } from '../build/attempts.ts';
import { emulatedOf, type Machines } from '../build/nodes.ts';
import type { Size } from '../build/platform-size.ts';
import type { PlatformVerified } from '../build/verify.ts';
import type { Platform } from '../names/platform.ts';
import type { Policy } from '../plan/policy.ts';
import {
  type BakeRecipe,
  compiledOnTarget,
  offersOf,
  type Recipe,
  recipeOfOffer,
  restoredFor,
} from '../plan/recipe.ts';
import type { RestoredWheel } from '../wheel-cache/restored.ts';
import { allOf, type Event, lastOf, type Suspicion } from './journal.ts';
import type { Compiled, PlatformReport } from './report.ts';

/** The build that counts: the one that was chosen, else the last. */
export interface Build {
  readonly recipe?: Recipe;
  readonly restored: readonly RestoredWheel[];
  readonly checked?: readonly PlatformVerified[];
  readonly attempts: ReadonlyMap<Platform | 'native', readonly Attempt[]>;
  readonly sizes: readonly Size[];
  /** Of the builder. */
  readonly machines?: Machines;
}

export function buildOf(events: readonly Event[]): Build {
  const prepared = allOf(events, 'prepared');
  const number = lastOf(events, 'chosen')?.build ?? prepared.at(-1)?.build ?? 0;
  const counts = prepared.findLast(({ build }) => build === number);
  const checked = allOf(events, 'checked').findLast(({ build }) => build <= number);
  const machines = lastOf(events, 'builder');
  return {
    restored: counts?.restored ?? [],
    attempts: attemptsOf(events, number),
    sizes: lastOf(events, 'measured')?.sizes ?? [],
    ...(counts === undefined ? {} : { recipe: counts.recipe }),
    ...(checked === undefined ? {} : { checked: checked.platforms }),
    ...(machines === undefined ? {} : { machines }),
  };
}

/**
 * How requirements were compiled. What was cross-compiled and then suspected stands, with its reason, before what came in
 * its place.
 */
function attemptsOf(events: readonly Event[], number: number): Build['attempts'] {
  const attempts = new Map<Platform | 'native', readonly Attempt[]>();
  const suspicions = new Map(allOf(events, 'suspected').map(({ build, suspicion }) => [build, suspicion]));
  for (let build = 1; build <= number; build += 1) {
    const suspected = new Map<Platform | 'native', readonly Attempt[]>();
    const before = suspicions.get(build - 1);
    if (before?.of === 'cross')
      for (const platform of before.platforms)
        suspected.set(platform, blamed(attempts.get(platform), before));
    for (const [platform, failed] of suspected) attempts.set(platform, failed);
    for (const [where, tried] of triedIn(events, build))
      attempts.set(where, [...(suspected.get(where) ?? []), ...tried]);
  }
  return attempts;
}

/** What is offered on several bases is said of each, and what is built once more alone is said again. */
function triedIn(events: readonly Event[], build: number): Build['attempts'] {
  const tried = new Map<Platform | 'native', readonly Attempt[]>();
  const isSame = (one: Attempt, other: Attempt): boolean =>
    one.name === other.name && one.version === other.version && one.way === other.way;
  for (const { where, attempts } of allOf(events, 'compiled').filter((one) => one.build === build)) {
    const before = tried.get(where) ?? [];
    tried.set(where, [...before.filter((one) => !attempts.some((other) => isSame(one, other))), ...attempts]);
  }
  return tried;
}

const blamed = (attempts: readonly Attempt[] = [], { why }: Suspicion): Attempt[] =>
  attempts.filter(({ way }) => way === 'cross').map((one) => ({ ...one, why: one.why ?? why }));

/** Of an image that was put onto another base, nothing was installed or compiled. */
export function platformReport(recipe: Recipe, build: Build, platform: Platform): PlatformReport {
  const size = build.sizes.find((one) => one.platform === platform);
  const verified = build.checked?.find((one) => one.platform === platform);
  return {
    platform,
    ...(size === undefined
      ? {}
      : { digest: size.digest, size: size.size, ...defined({ added: size.added }) }),
    ...(recipe.do === 'rebase' || !installs(recipe) ? {} : countsOf(recipe, platform)),
    checks: verified?.checks ?? [],
    emulated: isEmulated(build, recipe, platform),
  };
}

const isEmulated = (
  { machines }: Build,
  { platforms }: Pick<Recipe, 'platforms'>,
  platform: Platform,
): boolean => machines !== undefined && emulatedOf(machines, platforms).includes(platform);

/**
 * Whether an image has packages of its own that somebody chose: those of a lock, or what a custom Dockerfile has pip choose.
 * One that stands on another image of the run has those of that one.
 */
export const installs = ({ image: { content }, ...recipe }: Recipe): boolean =>
  content.packages !== undefined &&
  (content.kind === 'packages' ||
    Object.keys(content.parents).length === 0 ||
    (recipe.do === 'bake' && recipe.source.kind === 'custom' && recipe.source.packages !== undefined));

function countsOf(recipe: BakeRecipe, platform: Platform): Pick<PlatformReport, 'wheels' | 'compiled'> {
  const requirements = recipe.requirements.find((one) => one.platform === platform)?.requirements ?? [];
  const restored = restoredFor(platform, recipe.restored).length;
  return {
    wheels: requirements.filter((one) => one.kind === 'wheel').length + restored,
    compiled: requirements.filter((one) => one.kind === 'compile').length - restored,
  };
}

/** One row for each requirement that had no wheel; what was built once for all stands under each platform. */
export function compiledRows(policy: Policy, recipe: BakeRecipe, build: Build): Compiled[] {
  const offers = offersOf(recipe).map((offer) => recipeOfOffer(recipe, offer));
  const rows = [recipe, ...offers].flatMap((one) => rowsOf(policy, one, build));
  // The same may be offered on several bases.
  return [...new Map(rows.map((row) => [`${row.platform} ${row.name} ${row.version}`, row])).values()];
}

function rowsOf(policy: Policy, recipe: BakeRecipe, build: Build): Compiled[] {
  return recipe.requirements.flatMap((platform) => {
    const onTarget = compiledOnTarget(platform, recipe);
    return platform.requirements.flatMap((one): Compiled[] => {
      if (one.kind === 'wheel' && one.instead !== undefined && one.wheel.from !== undefined)
        return [
          {
            platform: platform.platform,
            name: one.name,
            version: one.version,
            because: one.instead.because,
            way: 'wheel',
            from: one.wheel.from,
          },
        ];
      if (one.kind !== 'compile') return [];
      const { name, version, because } = one;
      const row = { platform: platform.platform, name, version, because };
      const restored = build.restored.find(
        (kept) => kept.platform === platform.platform && kept.artifact.record.name === name,
      );
      if (restored !== undefined) return [{ ...row, ...restoredRow(restored) }];
      const where = onTarget.includes(one) ? platform.platform : 'native';
      const attempts = (build.attempts.get(where) ?? []).filter((attempt) => attempt.name === name);
      const success = attempts.find(({ why }) => why === undefined);
      const failed = attempts.find(({ way, why }) => way === 'cross' && why !== undefined);
      return [
        {
          ...row,
          way:
            success?.way === 'cross' ? 'cross' : wayOf(policy, recipe, build, platform.platform, one, where),
          ...(success === undefined ? {} : { seconds: success.seconds }),
          ...(success?.bytes === undefined ? {} : { size: success.bytes }),
          ...(success?.lacks === undefined ? {} : { lacks: success.lacks }),
          ...(failed?.why === undefined ? {} : { fallback: { why: failed.why, seconds: failed.seconds } }),
        },
      ];
    });
  });
}

const restoredRow = ({
  artifact,
  seconds,
}: RestoredWheel): Pick<Compiled, 'way' | 'seconds' | 'size' | 'kept'> => {
  const { way, seconds: spent, compiled } = artifact.record;
  return { way: 'kept', seconds, size: artifact.size, kept: { way, seconds: spent, compiled } };
};

/** How it is compiled where nothing says how it was. */
function wayOf(
  { compile }: Policy,
  { native, platforms }: BakeRecipe,
  build: Build,
  platform: Platform,
  { name, version }: { readonly name: string; readonly version: string },
  where: Platform | 'native',
): Compiled['way'] {
  if (where === 'native') {
    const built = native.find((one) => one.name === name && one.version === version);
    return platforms.length > 1 && built?.serves.length === platforms.length ? 'once' : 'native';
  }
  if (!isEmulated(build, { platforms }, platform)) return 'native';
  if (compile !== 'auto') return compile === 'emulate' ? 'emulated' : 'cross';
  return build.attempts.has(platform) ? 'emulated' : 'cross';
}
