/**
 * An image that fails its checks where something in it was not compiled on its platform by this run: that may be why, and
 * then it is built once more without it. A kept wheel is compiled anew; what was cross-compiled is emulated.
 */
import type { Attempt } from '../build/attempts.ts';
import { findingRule } from '../build/finding-rules.ts';
import type { PlatformVerified } from '../build/verify.ts';
import type { Platform } from '../names/platform.ts';
import type { Taken } from '../wheel-cache/taken.ts';
import type { State } from '../commands/state.ts';

export interface Doubt {
  /** Kept wheels are doubted first: what this run compiled itself is newer. */
  readonly of: 'kept' | 'cross';
  /** Those that failed, and those that share with them what is doubted. */
  readonly platforms: readonly Platform[];
  readonly why: string;
}

const isCross = ({ way, why }: Attempt): boolean => way === 'cross' && why === undefined;
/** Made once for all platforms: where it is compiled anew for one, the others must not keep it. */
const isShared = ({ artifact }: Taken): boolean => artifact.made.key.platform === 'any';

/**
 * Whether a kept wheel may be why a check found this. A package whose own Python code fails does so at every build: to doubt its wheel each time
 * would keep nothing.
 */
const mayComeOfKeptWheel = (kind: string): boolean => kind !== 'import-error';

type Found = Pick<State, 'attempts' | 'taken'>;
const hasKept = ({ taken }: Found, platform: Platform): boolean =>
  taken.some((one) => one.platform === platform);
const hasCross = ({ attempts }: Found, platform: Platform): boolean =>
  (attempts.get(platform) ?? []).some(isCross);

/**
 * Undefined where building again would change nothing: a platform failed that has nothing of the kind, or a check that
 * has other causes.
 *
 * @param mayEmulate whether what was cross-compiled may be emulated in its place.
 */
export function doubtOf(
  state: Found,
  verified: readonly PlatformVerified[],
  mayEmulate: boolean,
): Doubt | undefined {
  const found = verified.flatMap(({ platform, checks }) =>
    checks.flatMap(({ name, findings }) => findings.map((finding) => ({ ...finding, name, platform }))),
  );
  const fatal = found.filter(({ severity }) => severity === 'fatal');
  // Where nothing is fatal the image is published: then it is only looked at again for what a wheel may be behind.
  const failed = fatal.length > 0 ? fatal : found.filter(({ kind }) => findingRule(kind)?.suspect === true);
  const [first] = failed;
  const may = failed.every(
    ({ platform, kind }) =>
      ((mayComeOfKeptWheel(kind) && hasKept(state, platform)) || (mayEmulate && hasCross(state, platform))) &&
      findingRule(kind)?.suspect === true,
  );
  if (first === undefined || !may) return undefined;
  const platforms = [...new Set(failed.map(({ platform }) => platform))];
  const kept = failed.some(({ kind }) => mayComeOfKeptWheel(kind))
    ? state.taken.filter(({ platform }) => platforms.includes(platform))
    : [];
  const sharing = kept.some(isShared) ? state.taken.filter(isShared).map(({ platform }) => platform) : [];
  return {
    of: kept.length > 0 ? 'kept' : 'cross',
    platforms: [...new Set([...platforms, ...sharing])],
    why: `with it the image failed a check on ${first.platform} (${first.name}: ${first.message.split('\n')[0]})`,
  };
}

/**
 * Forgets what is doubted, and says so. What it gives puts the failed tries, with their reason, before those that came in
 * their place.
 */
export function forget(state: State, { of, platforms, why }: Doubt): () => void {
  if (of === 'kept') {
    for (const { release, platform } of state.taken.filter((one) => platforms.includes(one.platform)))
      state.notes.push(
        `the kept wheel of ${release.name} ${release.version} for ${platform} is not used, and compiled anew: ${why}`,
      );
    return () => undefined;
  }
  const crossed = platforms.map((platform) => ({
    platform,
    attempts: (state.attempts.get(platform) ?? []).filter(({ way }) => way === 'cross'),
  }));
  for (const { platform } of crossed) state.attempts.delete(platform);
  return () => {
    for (const { platform, attempts } of crossed) {
      const failed = attempts.map((one) => ({ ...one, why: one.why ?? why }));
      state.attempts.set(platform, [...failed, ...(state.attempts.get(platform) ?? [])]);
    }
  };
}
