/** A word about what an image holds that one which only runs has no use for. */
import type { Carried, PlatformVerified } from '../build/verify.ts';
import { bytesText } from './units.ts';

/**
 * One sentence at most, of all platforms together: never a failure, since there are reasons for each.
 *
 * @param isParent other images stand on it: what they are built with is in place there, and so is the account that builds.
 */
export function carriedNotes(
  checked: readonly Pick<PlatformVerified, 'carries'>[],
  isParent: boolean,
): string[] {
  const all = checked.flatMap(({ carries }) => carries ?? []);
  const isRoot = !isParent && all.some(({ root }) => root);
  const compilers = isParent ? [] : [...new Set(all.flatMap((one) => one.compilers))];
  const caches = largest(all);
  const bytes = caches.reduce((sum, one) => sum + one.bytes, 0);
  const parts = [
    ...(isRoot ? [{ what: 'it runs as root', way: 'USER names another account' }] : []),
    ...(compilers.length > 0
      ? [
          {
            what: `it carries a compiler (${compilers.join(', ')})`,
            way: 'a stage of its own that compiles keeps it out',
          },
        ]
      : []),
    ...(caches.length > 0
      ? [
          {
            what: `it carries ${bytesText(bytes)} of what package managers keep (${caches.map(({ path }) => path).join(', ')})`,
            way: 'RUN --mount=type=cache keeps that out, or removing it in the RUN that made it',
          },
        ]
      : []),
  ];
  return hint(parts);
}

/**
 * One sentence at most on the base image of a project, of the images that stand on it: they have its base and its account,
 * and Dockerfiles that nobody else can change. What package managers leave there is not mentioned.
 *
 * @param checked of these images, all platforms together.
 */
export function projectNotes(checked: readonly Pick<PlatformVerified, 'carries'>[]): string[] {
  const all = checked.flatMap(({ carries }) => carries ?? []);
  const compilers = [...new Set(all.flatMap((one) => one.compilers))];
  return hint([
    ...(all.some(({ root }) => root)
      ? [{ what: 'it runs as root', way: 'the input user names another account' }]
      : []),
    ...(compilers.length > 0
      ? [
          {
            what: `it carries a compiler (${compilers.join(', ')})`,
            way: 'the input target_base names a base without one',
          },
        ]
      : []),
  ]);
}

function hint(parts: readonly { readonly what: string; readonly way: string }[]): string[] {
  if (parts.length === 0) return [];
  const words = parts.map(({ what }, at) => (at === 0 ? what : what.replace(/^it /, '')));
  return [`a hint: ${joined(words)}; ${parts.map(({ way }) => way).join('; ')}`];
}

/** Each cache once, as large as on the platform where it is largest. */
function largest(all: readonly Carried[]): Carried['caches'] {
  const sizes = new Map<string, number>();
  for (const { path, bytes } of all.flatMap(({ caches }) => caches))
    sizes.set(path, Math.max(bytes, sizes.get(path) ?? 0));
  return [...sizes].map(([path, bytes]) => ({ path, bytes }));
}

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
