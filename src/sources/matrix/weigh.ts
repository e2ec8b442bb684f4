/** Reckons what making an image takes, and finds out whether it can be made at all, without pulling anything. */
import type { Decision } from '../../decide/decide.ts';
import type { BaseFacts } from '../../lock/lock.ts';
import { splitRequirements } from '../../lock/split.ts';
import type { Platform } from '../../names/platform.ts';
import { platformsLeft } from '../../observe/image.ts';
import type { Image, Packages } from '../../plan/image.ts';
import type { Policy } from '../../plan/policy.ts';
import { noteDropped, retryWithFewerPlatforms } from '../../recipe/dropped-platforms.ts';
import { withWheelIndexes } from '../../recipe/resolve.ts';
import type { Session } from '../../session/session.ts';
import { keysOfWanted, mayBePure, tagOfWheel } from '../../wheel-cache/key.ts';
import type { openEarlierTimes } from '../../wheel-cache/earlier-times.ts';
import { buildBaseOf } from '../../wheel-cache/open.ts';

/** Seconds, from many runs on GitHub's own runners. */
const takes = { retag: 2, sign: 5, rebase: 20, build: 60, compile: 120, restore: 1 } as const;

/**
 * What a base of a variant brings at least, where none was read yet. The libc is newer than any: what is refused for it is
 * refused for every base.
 */
function anyBase(platform: Platform, python: string, variant: string): BaseFacts {
  const [libc, id] = variant.includes('alpine')
    ? [{ kind: 'musl', version: '1.99' } as const, 'alpine']
    : [{ kind: 'glibc', version: '2.99' } as const, 'debian'];
  return {
    platform,
    python: `${python}.0`,
    libc,
    distribution: { id, version: '', codename: '' },
    installed: {},
  };
}

/** `earlierTimes`: how long packages took to compile before, as a store of wheels says it. */
export interface WeighSession extends Pick<
  Session,
  'resolve' | 'wheelStore' | 'journalOf' | 'world' | 'packageIndex'
> {
  readonly earlierTimes: ReturnType<typeof openEarlierTimes>;
}

/** Seconds that an image is reckoned to take: on any number of platforms, and more on some. */
export interface Reckoned {
  readonly seconds: number;
  readonly compiling: Readonly<Partial<Record<Platform, number>>>;
}

/** On some platforms of an image, or on all of them. */
export const secondsOn = (
  { seconds, compiling }: Reckoned,
  platforms: readonly Platform[] = Object.keys(compiling) as Platform[],
): number => platforms.reduce((sum, platform) => sum + (compiling[platform] ?? 0), seconds);

/**
 * What an image is reckoned to take. Only what is installed from source counts beside the work that all have.
 *
 * @param facts of its bases, as far as a published image says them.
 * @throws Failure where nothing can be installed: of the index, or of a requirement that has neither wheel nor source.
 */
export async function reckon(
  session: WeighSession,
  image: Image,
  policy: Policy,
  decision: Decision['do'],
  facts: readonly BaseFacts[],
): Promise<Reckoned> {
  if (decision === 'retag' || decision === 'sign' || decision === 'rebase')
    return { seconds: takes[decision], compiling: {} };
  const { packages } = image.content;
  if (packages === undefined) return { seconds: takes.build, compiling: {} };
  return {
    seconds: takes.build,
    compiling: await compileSeconds(session, packages, image, policy, facts),
  };
}

async function compileSeconds(
  session: WeighSession,
  packages: Packages,
  image: Image,
  { wheelStore }: Policy,
  known: readonly BaseFacts[],
): Promise<Reckoned['compiling']> {
  const lock = await session.resolve({ packages, constraints: [] });
  // It must be built to say what it needs: then nothing is known before.
  if (lock === undefined)
    return Object.fromEntries(image.platforms.map((platform) => [platform, takes.compile]));
  const { python, base, buildPackages, buildConstraints } = packages;
  const tag = base.publish.slice(base.publish.lastIndexOf(':') + 1);
  const store = await session.wheelStore(wheelStore);
  const installed = await retryWithFewerPlatforms(
    image,
    [],
    async (dropped) => {
      const bases = platformsLeft(image, { dropped }).map(
        (platform) => known.find((one) => one.platform === platform) ?? anyBase(platform, python.minor, tag),
      );
      const whole = await withWheelIndexes(session, packages, lock, bases);
      return bases.map((facts) => ({ facts, ...splitRequirements(whole, facts) }));
    },
    (more, failure) =>
      noteDropped({ journal: session.journalOf(image.id), world: session.world }, more, failure),
  );
  const compiling: Partial<Record<Platform, number>> = {};
  for (const { platform, facts, requirements } of installed) {
    let seconds = 0;
    for (const requirement of requirements) {
      if (requirement.kind !== 'compile') continue;
      const wanted = {
        requirement,
        facts,
        buildPackages,
        buildConstraints,
        buildBase: buildBaseOf(base),
        mayBePure: mayBePure(lock, requirement),
      };
      if (await isSaved(store, wanted)) seconds += takes.restore;
      else {
        const times = store === undefined ? {} : await session.earlierTimes(store, requirement.name);
        // Of another platform it is a better guess than none.
        const known = times[platform] ?? times.any ?? Math.max(0, ...Object.values(times));
        seconds += known === 0 ? takes.compile : known;
      }
    }
    compiling[platform] = seconds;
  }
  return compiling;
}

/** A store that refuses or does not answer has nothing. */
async function isSaved(
  store: Awaited<ReturnType<Session['wheelStore']>>,
  wanted: Parameters<typeof keysOfWanted>[0],
): Promise<boolean> {
  if (store === undefined) return false;
  for (const key of keysOfWanted(wanted)) {
    const found = await store.manifest(tagOfWheel(wanted.requirement.name, key)).catch(() => undefined);
    if (found !== undefined) return true;
  }
  return false;
}
