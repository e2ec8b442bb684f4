/** On which platforms something runs: the checks, and whatever else needs emulation. */
import { Failure } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Platform } from '../names/platform.ts';
import { compiledThere, copiesOnly } from './bake-recipe.ts';
import type { Image } from '../plan/recipe.ts';

/**
 * Platforms whose image is checked before it is published.
 *
 * @throws Failure when the build machine's own is wanted and not among those that are built.
 */
export function verifiedOn(inputs: Inputs, machine: Platform): readonly Platform[] {
  switch (inputs.verify) {
    case 'all':
    case 'strict':
      return inputs.platforms;
    case 'build-platform':
      if (inputs.platforms.includes(machine)) return [machine];
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

/** Platforms on which anything runs while building. An own Dockerfile may run anything. */
export function runsOn(image: Image, verified: readonly Platform[], inputs: Inputs): readonly Platform[] {
  const everywhere =
    image.recipe.kind === 'own' || image.lock === undefined || !copiesOnly(inputs, image.replaced);
  if (everywhere) return image.platforms;
  // Also what is only cross-compiled: some packages' builds run a program there to ask something.
  const compiling = image.requirements
    .filter((one) => compiledThere(one, image).length > 0)
    .map(({ platform }) => platform);
  return [...new Set([...verified, ...compiling])];
}
