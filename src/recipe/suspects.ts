/**
 * Which wheels may be why an image fails its checks, where something in it was not compiled on its platform by this run:
 * then it is built once more without them. A wheel of another index is compiled, and a restored one anew; what was
 * cross-compiled is emulated.
 */
import type { Attempt, Attempts } from '../build/attempts.ts';
import { findingRule } from '../build/finding-rules.ts';
import type { PlatformVerified } from '../build/verify.ts';
import type { PlatformRequirements } from '../lock/lock.ts';
import type { Platform } from '../names/platform.ts';
import type { Suspicion } from '../report/journal.ts';
import type { RestoredWheel } from '../wheel-cache/restored.ts';

/** Platforms of which something was found wrong: they take no wheels of other indexes, restore none, or cross-compile nothing. */
export interface Exclusions {
  readonly elsewhere: readonly Platform[];
  readonly restored: readonly Platform[];
  readonly cross: readonly Platform[];
}

export const noExclusions: Exclusions = { elsewhere: [], restored: [], cross: [] };

export const excluding = (before: Exclusions, { of, platforms }: Suspicion): Exclusions => ({
  ...before,
  [of]: [...before[of], ...platforms],
});

/** What is in an image that this run did not compile on its platform. */
export interface Suspects {
  readonly attempts: Attempts;
  readonly restored: readonly RestoredWheel[];
  readonly requirements: readonly PlatformRequirements[];
}

/** Wheels of other indexes on a platform, in whose place something can be compiled. */
const elsewhereOn = ({ requirements }: Pick<Suspects, 'requirements'>, platform: Platform) =>
  requirements
    .filter((one) => one.platform === platform)
    .flatMap((one) => one.requirements)
    .flatMap((one) => (one.kind === 'wheel' && one.instead?.compile !== undefined ? [one] : []));

/** What is installed where some platforms take no wheels of other indexes. */
export const withoutElsewhere = (
  requirements: readonly PlatformRequirements[],
  { elsewhere }: Exclusions,
): readonly PlatformRequirements[] =>
  requirements.map((one) =>
    elsewhere.includes(one.platform)
      ? {
          ...one,
          requirements: one.requirements.map((each) =>
            each.kind === 'wheel' ? (each.instead?.compile ?? each) : each,
          ),
        }
      : one,
  );

const isCross = ({ way, why }: Attempt): boolean => way === 'cross' && why === undefined;

/** Names of what was cross-compiled for each platform, by this run or by the one that a wheel is restored of. */
export function crossCompiledOf({
  attempts,
  restored,
}: Omit<Suspects, 'requirements'>): ReadonlyMap<Platform, ReadonlySet<string>> {
  const names = new Map<Platform, Set<string>>();
  const add = (platform: Platform | 'native', name: string): void => {
    if (platform !== 'native') names.set(platform, (names.get(platform) ?? new Set()).add(name));
  };
  for (const [platform, all] of attempts)
    for (const { name } of all.filter((one) => isCross(one))) add(platform, name);
  for (const { platform, release, artifact } of restored)
    if (artifact.record.way === 'cross') add(platform, release.name);
  return names;
}

/** Made once for all platforms: where it is compiled anew for one, the others must not keep it. */
const isShared = ({ artifact }: RestoredWheel): boolean => artifact.record.key.platform === 'any';

/**
 * Whether a restored wheel may be why a check found this. A package whose own Python code fails does so at every build: to
 * suspect its wheel each time would restore nothing.
 */
const mayComeOfRestored = (kind: string): boolean => kind !== 'import-error';

const hasRestored = ({ restored }: Suspects, platform: Platform): boolean =>
  restored.some((one) => one.platform === platform);
const hasCross = ({ attempts }: Suspects, platform: Platform): boolean =>
  (attempts.get(platform) ?? []).some(isCross);

/**
 * Undefined where building again would change nothing: a platform failed that has nothing of the kind, or a check that
 * has other causes.
 *
 * @param mayEmulate whether what was cross-compiled may be emulated in its place.
 */
export function suspicionOf(
  suspects: Suspects,
  verified: readonly PlatformVerified[],
  mayEmulate: boolean,
): Suspicion | undefined {
  const found = verified.flatMap(({ platform, checks }) =>
    checks.flatMap(({ name, findings }) => findings.map((finding) => ({ ...finding, name, platform }))),
  );
  const fatal = found.filter(({ severity }) => severity === 'fatal');
  // Where nothing is fatal the image is published: then it is only looked at again for what a wheel may be behind.
  const failed = fatal.length > 0 ? fatal : found.filter(({ kind }) => findingRule(kind)?.suspect === true);
  const [first] = failed;
  const may = failed.every(
    ({ platform, kind }) =>
      (elsewhereOn(suspects, platform).length > 0 ||
        (mayComeOfRestored(kind) && hasRestored(suspects, platform)) ||
        (mayEmulate && hasCross(suspects, platform))) &&
      findingRule(kind)?.suspect === true,
  );
  if (first === undefined || !may) return undefined;
  const platforms = [...new Set(failed.map(({ platform }) => platform))];
  const why = `with it the image failed a check on ${first.platform} (${first.name}: ${first.message.split('\n')[0]})`;
  const ofOthers = platforms.filter((platform) => elsewhereOn(suspects, platform).length > 0);
  if (ofOthers.length > 0) return { of: 'elsewhere', platforms: ofOthers, why };
  const restored = failed.some(({ kind }) => mayComeOfRestored(kind))
    ? suspects.restored.filter(({ platform }) => platforms.includes(platform))
    : [];
  const sharing = restored.some(isShared)
    ? suspects.restored.filter(isShared).map(({ platform }) => platform)
    : [];
  return {
    of: restored.length > 0 ? 'restored' : 'cross',
    platforms: [...new Set([...platforms, ...sharing])],
    why,
  };
}

/** What of the suspected is said in the report. */
export const suspicionNotes = ({ of, platforms, why }: Suspicion, suspects: Suspects): string[] =>
  of === 'elsewhere'
    ? platforms.flatMap((platform) =>
        elsewhereOn(suspects, platform).map(
          ({ name, version, wheel }) =>
            `the wheel of ${name} ${version} for ${platform} from ${wheel.from} is not used, and compiled: ${why}`,
        ),
      )
    : of === 'cross'
      ? []
      : suspects.restored
          .filter((one) => platforms.includes(one.platform))
          .map(
            ({ release, platform }) =>
              `the saved wheel of ${release.name} ${release.version} for ${platform} is not used, and compiled anew: ${why}`,
          );

/** What is done about it, as the beginning of a sentence. */
export const suspicionText = ({ of }: Suspicion): string =>
  ({
    elsewhere: 'Wheels of other indexes are compiled',
    restored: 'Saved wheels are compiled anew',
    cross: 'What was cross-compiled is emulated',
  })[of];
