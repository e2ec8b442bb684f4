/**
 * An image that fails its checks where something in it was not compiled on its platform: that may be why, and then it is
 * built once more with all of that compiled there.
 */
import type { Attempt } from '../build/attempts.ts';
import type { PlatformVerified } from '../build/verify.ts';
import type { Platform } from '../names/platform.ts';
import type { State } from './state.ts';

/** Checks that a wheel which was compiled wrongly may fail. */
const doubtful: readonly string[] = ['imports', 'libraries', 'scripts', 'command'];
/** A library that nobody installed: compiling again would not bring it. */
const absent = /is not in the image/;

const isCross = ({ way, why }: Attempt): boolean => way === 'cross' && why === undefined;

/** What the image has on a platform that was not compiled there: cross-compiled, or by an earlier build. */
const isDoubtful = ({ attempts, taken }: Pick<State, 'attempts' | 'taken'>, platform: Platform): boolean =>
  (attempts.get(platform) ?? []).some(isCross) || taken.some((one) => one.platform === platform);

/**
 * Why to build again. Undefined where that would change nothing: a platform failed that has nothing of the kind, or a
 * check that has other causes.
 */
export function doubtOf(
  state: Pick<State, 'attempts' | 'taken'>,
  verified: readonly PlatformVerified[],
): string | undefined {
  const failed = verified.flatMap(({ platform, checks }) =>
    checks.filter(({ ok }) => !ok).map((check) => ({ ...check, platform })),
  );
  const [first] = failed;
  const may = failed.every(
    ({ platform, name, message }) =>
      isDoubtful(state, platform) && doubtful.includes(name) && !absent.test(message),
  );
  return first === undefined || !may
    ? undefined
    : `with it the image failed a check on ${first.platform} (${first.name}: ${first.message.split('\n')[0]})`;
}

/** Forgets what is doubted, and gives what puts it beside what comes in its place: the failed tries with their reason. */
export function forget(state: State, why: string): () => void {
  const crossed = [...state.attempts].flatMap(([platform, attempts]) =>
    platform === 'native' ? [] : [[platform, attempts.filter(isCross)] as const],
  );
  for (const [platform] of crossed) state.attempts.delete(platform);
  for (const { release, platform } of state.taken)
    state.notes.push(
      `the kept wheel of ${release.name} ${release.version} for ${platform} is not used: ${why}`,
    );
  state.taken = [];
  return () => {
    for (const [platform, attempts] of crossed) {
      const failed = attempts.map((one) => ({ ...one, why }));
      state.attempts.set(platform, [...failed, ...(state.attempts.get(platform) ?? [])]);
    }
  };
}
