/** Tags of a package's image: one exact tag, and aliases that move with the newest version. */
import { type PackageVersion, tagOfVersion } from '../names/package-version.ts';
import { parseTag, type Tag } from '../names/reference.ts';
import { Failure } from '../errors.ts';

export interface Tags {
  /** Names one package version on one base: `py3.12-slim-1.2.3`. */
  readonly exact: Tag;
  /** Move when a newer version is published: `py3.12-slim-LATEST`, `-1.2`, `-1`, then the user's own. */
  readonly aliases: readonly Tag[];
}

/**
 * Tags as `py{publish target}-{version}`. The newest version also gets `-LATEST`, `-{major.minor}` and, unless the major
 * is 0 (where a minor release may break), `-{major}`.
 *
 * @throws Failure when a tag would be longer than a registry takes.
 */
export function tagsOf(
  publishTarget: string,
  version: PackageVersion,
  isLatest: boolean,
  more: readonly Tag[],
): Tags {
  const stem = `py${publishTarget}`;
  const [major = 0, minor = 0] = version.release;
  const epoch = version.epoch === 0 ? '' : `${version.epoch}-`;
  const moving = isLatest
    ? ['LATEST', `${epoch}${major}.${minor}`, ...(major === 0 ? [] : [`${epoch}${major}`])]
    : [];
  const exact = tag(`${stem}-${tagOfVersion(version)}`);
  const aliases = [...moving.map((suffix) => tag(`${stem}-${suffix}`)), ...more];
  return { exact, aliases: [...new Set(aliases)].filter((alias) => alias !== exact) };
}

function tag(text: string): Tag {
  const result = parseTag(text);
  if (result.ok) return result.value;
  throw new Failure([{ station: 'input', about: 'package_version', message: result.message }]);
}
