/** Wheels of the cache that an image uses: what is compiled for it is looked for there first. */
import { join } from 'node:path';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import { forPlatform } from '../report/step-words.ts';
import { restoredText } from '../report/words.ts';
import { mayBePure, type WheelWanted } from '../wheel-cache/key.ts';
import { buildBaseOf } from '../wheel-cache/open.ts';
import { restoreWheels } from '../wheel-cache/restore.ts';
import type { RestoredWheel } from '../wheel-cache/restored.ts';
import type { ImageRun } from './image-run.ts';
import type { Resolved } from './resolve.ts';

/** @param except platforms that restore none. */
export async function restoredWheels(
  { session, policy }: Pick<ImageRun, 'session' | 'policy'>,
  resolved: Resolved,
  except: readonly Platform[],
): Promise<readonly RestoredWheel[]> {
  const { world, journal, cache } = session;
  const store = await session.wheelStore(policy.wheelStore);
  if (store === undefined) return [];
  return restoreWheels(world, {
    store,
    kind: policy.wheelStore.kind,
    compile: policy.compile,
    cache,
    wanted: wantedWheels(resolved).filter(({ facts }) => !except.includes(facts.platform)),
    note: (text) => journal.add({ is: 'note', text }),
    onRestored: ({ release: { name, version }, platform, seconds, artifact: { record } }, start) => {
      const words = forPlatform(`restore the wheel of ${name}`, platform);
      journal.add({
        is: 'span',
        span: { section: 'lock', name: words, platform, start, seconds, alone: true },
      });
      world.log.info(`${name} ${version} ${platform}: ${restoredText({ ...record, took: seconds })}`);
    },
  });
}

function wantedWheels({ packages, lock, requirements, facts }: Resolved): WheelWanted[] {
  const { buildPackages, buildConstraints, base } = packages;
  return requirements.flatMap(({ platform, requirements: all }) => {
    const of = facts.find((one) => one.platform === platform);
    if (of === undefined) return [];
    const shared = { facts: of, buildPackages, buildConstraints, buildBase: buildBaseOf(base) };
    return all.flatMap((one) =>
      one.kind === 'compile' ? [{ ...shared, requirement: one, mayBePure: mayBePure(lock, one) }] : [],
    );
  });
}

/** Puts restored wheels where the build finds them. @param folder of the image's files. */
export async function placeRestored(
  { files }: Pick<World, 'files'>,
  folder: string,
  restored: readonly RestoredWheel[],
): Promise<void> {
  for (const { artifact, path } of restored) {
    const { digest, filename } = artifact;
    const hash = digest.slice('sha256:'.length);
    await files.replace(join(folder, 'lock', 'kept', hash, filename), files.bytes(path));
  }
}
