/** On which platforms something runs: the checks, and whatever else needs emulation. */
import { Failure } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { Policy } from '../plan/policy.ts';
import { type BakeRecipe, compiledOnTarget } from '../plan/recipe.ts';
import { copiesOnly } from './bake-recipe.ts';

/**
 * Platforms whose image is checked before it is published.
 *
 * @throws Failure when the build machine's own is wanted and not among those that are built.
 */
export function verifiedOn(
  { verify }: Pick<Policy, 'verify'>,
  { platforms }: Pick<BakeRecipe, 'platforms'>,
  machine: Platform,
): readonly Platform[] {
  switch (verify) {
    case 'all':
    case 'strict':
      return platforms;
    case 'build-platform':
      if (platforms.includes(machine)) return [machine];
      throw new Failure([
        {
          station: 'input',
          about: 'verify',
          message: `verify is "build-platform", but ${machine}, which this builder runs on, is not among the platforms. Take "all", or "off" to publish what was never run.`,
        },
      ]);
    case 'off':
      return [];
  }
}

/** Platforms on which anything runs while building. A custom Dockerfile may run anything. */
export function runsOn(recipe: BakeRecipe, verified: readonly Platform[]): readonly Platform[] {
  const { image, source, lock, replaced } = recipe;
  if (source.kind === 'custom' || lock === undefined || !copiesOnly(image, replaced)) return recipe.platforms;
  // Also what is only cross-compiled: some packages' builds run a program there to ask something.
  const compiling = recipe.requirements
    .filter((one) => compiledOnTarget(one, recipe).length > 0)
    .map(({ platform }) => platform);
  return [...new Set([...verified, ...compiling])];
}
