/** Which images of a set get the tags that move: `-LATEST`, `-1.2`, `-1`. */
import { compareVersions, type PackageVersion, tagOfVersion } from '../names/package-version.ts';

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
 * it alone, and to none where it is what the exact tag of one of them ends with, like `1.0` of 1.0 beside 1.0.1.
 * Pre-releases get none.
 *
 * @param members with the versions as their exact tags have them. Each is in the result.
 */
export function movingTags<M extends { readonly version: PackageVersion }>(
  members: readonly M[],
  lowercase: boolean,
): ReadonlyMap<M, readonly string[]> {
  const taken = new Set(members.map(({ version }) => tagOfVersion(version)));
  const newestFirst = members.toSorted((one, other) => compareVersions(other.version, one.version));
  return new Map(
    newestFirst.map((member) => {
      const suffixes = member.version.isPrerelease ? [] : movingSuffixes(member.version, lowercase);
      const own = suffixes.filter((suffix) => !taken.has(suffix));
      for (const suffix of own) taken.add(suffix);
      return [member, own] as const;
    }),
  );
}
