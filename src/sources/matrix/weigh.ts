/** Reckons what making an image takes, and finds out whether it can be made at all, without pulling anything. */
import type { Decision } from '../../decide/decide.ts';
import type { BaseFacts } from '../../lock/lock.ts';
import { splitRequirements } from '../../lock/split.ts';
import type { Platform } from '../../names/platform.ts';
import type { Image, Packages } from '../../plan/image.ts';
import type { Policy } from '../../plan/policy.ts';
import type { Session } from '../../session/session.ts';
import { keysOfWanted, mayBePure, tagOfWheel } from '../../wheel-cache/key.ts';
import { buildBaseOf } from '../../wheel-cache/open.ts';

/** Seconds, from many runs on GitHub's own runners. */
const takes = { retag: 2, rebase: 20, build: 60, compile: 120, restore: 1 } as const;

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

/**
 * Seconds that an image is reckoned to take. Only what is installed from source counts beside the work that all have.
 *
 * @param facts of its bases, as far as a published image says them.
 * @throws Failure where nothing can be installed: of the index, or of a requirement that has neither wheel nor source.
 */
export async function secondsOf(
  session: Pick<Session, 'resolve' | 'wheelStore'>,
  image: Image,
  policy: Policy,
  decision: Decision['do'],
  facts: readonly BaseFacts[],
): Promise<number> {
  if (decision === 'retag') return takes.retag;
  if (decision === 'rebase') return takes.rebase;
  const { packages } = image.content;
  if (packages === undefined) return takes.build;
  return takes.build + (await compileSeconds(session, packages, image.platforms, policy, facts));
}

async function compileSeconds(
  session: Pick<Session, 'resolve' | 'wheelStore'>,
  packages: Packages,
  platforms: readonly Platform[],
  { wheelStore }: Policy,
  known: readonly BaseFacts[],
): Promise<number> {
  const lock = await session.resolve({ packages, constraints: [] });
  // It must be built to say what it needs: then nothing is known before.
  if (lock === undefined) return takes.compile * platforms.length;
  const { python, base, buildPackages, buildConstraints } = packages;
  const tag = base.publish.slice(base.publish.lastIndexOf(':') + 1);
  const store = await session.wheelStore(wheelStore);
  let seconds = 0;
  for (const platform of platforms) {
    const facts = known.find((one) => one.platform === platform) ?? anyBase(platform, python.minor, tag);
    for (const requirement of splitRequirements(lock, facts).requirements) {
      if (requirement.kind !== 'compile') continue;
      const wanted = {
        requirement,
        facts,
        buildPackages,
        buildConstraints,
        buildBase: buildBaseOf(base),
        mayBePure: mayBePure(lock, requirement),
      };
      seconds += (await isSaved(store, wanted)) ? takes.restore : takes.compile;
    }
  }
  return seconds;
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
