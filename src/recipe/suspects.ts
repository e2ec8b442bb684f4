/**
 * Which wheels may be why an image fails its checks, where something in it was not compiled on its platform by this run:
 * then it is built once more without them. A restored wheel is compiled anew; what was cross-compiled is emulated.
 */
import type { Attempt, Attempts } from '../build/attempts.ts';
import { findingRule } from '../build/finding-rules.ts';
import type { PlatformVerified } from '../build/verify.ts';
import type { Platform } from '../names/platform.ts';
import type { Suspicion } from '../report/journal.ts';
import type { RestoredWheel } from '../wheel-cache/restored.ts';

/** Platforms of which something was found wrong: they restore no wheels, or cross-compile nothing. */
export interface Exclusions {
  readonly restored: readonly Platform[];
  readonly cross: readonly Platform[];
}

export const noExclusions: Exclusions = { restored: [], cross: [] };

export const excluding = (before: Exclusions, { of, platforms }: Suspicion): Exclusions => ({
  ...before,
  [of]: [...before[of], ...platforms],
});

/** What is in an image that this run did not compile on its platform. */
export interface Suspects {
  readonly attempts: Attempts;
  readonly restored: readonly RestoredWheel[];
}

const isCross = ({ way, why }: Attempt): boolean => way === 'cross' && why === undefined;
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
      ((mayComeOfRestored(kind) && hasRestored(suspects, platform)) ||
        (mayEmulate && hasCross(suspects, platform))) &&
      findingRule(kind)?.suspect === true,
  );
  if (first === undefined || !may) return undefined;
  const platforms = [...new Set(failed.map(({ platform }) => platform))];
  const restored = failed.some(({ kind }) => mayComeOfRestored(kind))
    ? suspects.restored.filter(({ platform }) => platforms.includes(platform))
    : [];
  const sharing = restored.some(isShared)
    ? suspects.restored.filter(isShared).map(({ platform }) => platform)
    : [];
  return {
    of: restored.length > 0 ? 'restored' : 'cross',
    platforms: [...new Set([...platforms, ...sharing])],
    why: `with it the image failed a check on ${first.platform} (${first.name}: ${first.message.split('\n')[0]})`,
  };
}

/** What of the suspected is said in the report. */
export const suspicionNotes = ({ of, platforms, why }: Suspicion, { restored }: Suspects): string[] =>
  of === 'cross'
    ? []
    : restored
        .filter((one) => platforms.includes(one.platform))
        .map(
          ({ release, platform }) =>
            `the saved wheel of ${release.name} ${release.version} for ${platform} is not used, and compiled anew: ${why}`,
        );

/** What is done about it, as the beginning of a sentence. */
export const suspicionText = ({ of }: Suspicion): string =>
  of === 'restored' ? 'Saved wheels are compiled anew' : 'What was cross-compiled is emulated';
