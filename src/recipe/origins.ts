/** Where what a build installs is from: its wheel, or the source that it was compiled from and how. */
import type { Origins } from '../attest/inventory.ts';
import type { Attempts } from '../build/attempts.ts';
import type { Artifact } from '../lock/lock.ts';
import type { Platform } from '../names/platform.ts';
import type { BakeRecipe } from '../plan/recipe.ts';

/**
 * By platform; without what the pip of a custom Dockerfile installs: it takes what it likes of what it is offered.
 *
 * @param emulated platforms of the recipe that are emulated.
 */
export function originsOf(
  recipe: BakeRecipe,
  attempts: Attempts,
  emulated: readonly Platform[],
): ReadonlyMap<Platform, Origins> {
  return new Map(
    recipe.requirements.map(({ platform, requirements }) => {
      const origins = requirements.flatMap((one): [string, Origins[string]][] => {
        const { name, version } = one;
        if (one.kind === 'wheel') return [[name, { version, kind: 'wheel', file: plain(one.wheel) }]];
        if (one.kind === 'present') return [];
        const isIt = (other: { readonly name: string; readonly version: string }): boolean =>
          other.name === name && other.version === version;
        const restored = recipe.restored.find((file) => isIt(file) && file.serves.includes(platform));
        const isNative = recipe.native.some((build) => isIt(build) && build.serves.includes(platform));
        const attempt = attempts.get(platform)?.findLast((each) => isIt(each) && each.why === undefined);
        const made = attempt?.way === 'cross' ? 'cross' : emulated.includes(platform) ? 'emulated' : 'native';
        const way = restored?.way ?? (isNative ? 'native' : made);
        return [[name, { version, kind: 'compiled', source: plain(one.sdist), way }]];
      });
      return [platform, Object.fromEntries(origins)];
    }),
  );
}

/** Which index a file was found in is not said of it: names of indexes are those of one run. */
const plain = ({ filename, url, sha256 }: Artifact): Artifact => ({
  filename,
  url,
  sha256,
});
