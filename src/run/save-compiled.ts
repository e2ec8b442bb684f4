/** Saves what a build compiled into the wheel cache, and says why where it may not. */
import { compiledWheels } from '../recipe/compiled-wheels.ts';
import type { ImageRun } from '../recipe/image-run.ts';
import { offersOf, recipeOfOffer } from '../plan/recipe.ts';
import { maySave, restoredOf } from '../recipe/prepare.ts';
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
  const { recipe } = prepared;
  const machines = await session.builder();
  const verified = checked.platforms.map(({ platform }) => platform);
  const locks = [
    { ...prepared, recipe },
    ...offersOf(recipe).map((offer, at) => ({
      ...prepared.offers[at]!,
      recipe: recipeOfOffer(recipe, offer),
    })),
  ];
  const compiled = await Promise.all(
    locks.map(({ recipe: one, resolved, nativeFolder }) =>
      compiledWheels(world, {
        recipe: one,
        folder,
        attempts,
        machines,
        facts: resolved?.facts ?? [],
        verified,
        ...(nativeFolder === undefined ? {} : { nativeFolder }),
      }),
    ),
  );
  await saveWheels(world, {
    store,
    kind: policy.wheelStore.kind,
    restored: restoredOf(prepared),
    cache,
    compiled: compiled.flat(),
    note: (text) => journal.add({ is: 'note', text }),
    timed: (work) => timed({ journal, clock: world.clock }, 'publish', 'save compiled wheels', work),
  });
}
