/** Which images of a set get the tags that move: `-LATEST`, `-1.2`, `-1`. */
import { compareVersions, type PackageVersion } from '../names/package-version.ts';

/**
 * What follows the stem of the moving tags of the newest version: `LATEST`, `1.2` and, unless it is 0, where a minor
 * release may break, `1`.
 *
 * @param lowercase adds `latest`.
 */
export function movingSuffixes({ epoch, release }: PackageVersion, lowercase: boolean): string[] {
  const [major = 0, minor = 0] = release;
  const before = epoch === 0 ? '' : `${epoch}-`;
  return [
    'LATEST',
    ...(lowercase ? ['latest'] : []),
    `${before}${major}.${minor}`,
    ...(major === 0 ? [] : [`${before}${major}`]),
  ];
}

/**
 * The same over images that differ in nothing but the version: each suffix belongs to the newest of those that would have
 * it alone. Pre-releases get none.
 */
export function movingTags<M extends { readonly version: PackageVersion }>(
  members: readonly M[],
  lowercase: boolean,
): ReadonlyMap<M, readonly string[]> {
  const taken = new Set<string>();
  const newestFirst = members
    .filter(({ version }) => !version.isPrerelease)
    .toSorted((one, other) => compareVersions(other.version, one.version));
  return new Map(
    newestFirst.map((member) => {
      const own = movingSuffixes(member.version, lowercase).filter((suffix) => !taken.has(suffix));
      for (const suffix of own) taken.add(suffix);
      return [member, own] as const;
    }),
  );
}
