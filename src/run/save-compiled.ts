/** Saves what a build compiled into the wheel cache, and says why where it may not. */
import { compiledWheels } from '../recipe/compiled-wheels.ts';
import type { ImageRun } from '../recipe/image-run.ts';
import { maySave } from '../recipe/prepare.ts';
import { timed } from '../report/journal.ts';
import { saveWheels } from '../wheel-cache/save.ts';
import type { BakedImage } from './outcome.ts';

/** That it cannot be saved is a warning. */
export async function saveCompiled(
  run: ImageRun,
  { prepared, attempts, folder, checked }: BakedImage,
): Promise<void> {
  const { session, policy } = run;
  const { world, journal, cache } = session;
  const store = (await maySave(run)) ? await session.wheelStore(policy.wheelStore) : undefined;
  if (store === undefined) {
    const proposed = (await session.event())?.pullRequest;
    const isWanted = policy.savesWheels && policy.wheelStore.kind !== 'off' && policy.verify !== 'off';
    if (proposed !== undefined && isWanted && !policy.dryRun)
      world.log.info(
        `compiled wheels are not saved: this run is for pull request ${proposed.number}, onto ${proposed.base.slice(0, 7)}`,
      );
    return;
  }
  const { recipe, resolved, nativeFolder, restored } = prepared;
  const machines = await session.builder();
  await saveWheels(world, {
    store,
    kind: policy.wheelStore.kind,
    restored,
    cache,
    compiled: await compiledWheels(world, {
      recipe,
      folder,
      attempts,
      machines,
      facts: resolved?.facts ?? [],
      verified: checked.platforms.map(({ platform }) => platform),
      ...(nativeFolder === undefined ? {} : { nativeFolder }),
    }),
    note: (text) => journal.add({ is: 'note', text }),
    timed: (work) => timed({ journal, clock: world.clock }, 'publish', 'save compiled wheels', work),
  });
}
