/** Tags of a package's image: one exact tag, and aliases that move with the newest version. */
import {
  compareVersions,
  type PackageVersion,
  tagOfVersion,
  versionOfTag,
} from '../names/package-version.ts';
import { parseTag, type Tag } from '../names/reference.ts';
import { Failure } from '../errors.ts';

export interface Tags {
  /** Names one package version on one base: `py3.12-slim-1.2.3`. */
  readonly exact: Tag;
  /**
   * Move when a newer version is published: `py3.12-slim-LATEST`, `-1.2`, `-1`, then the version as the user wrote it, then
   * the user's own.
   */
  readonly aliases: readonly Tag[];
}

/**
 * Tags as `py{publish target}-{version}`. The newest version also gets `-LATEST`, `-{major.minor}` and, unless the major
 * is 0 (where a minor release may break), `-{major}`. A version that was written in another way than PEP 440 normalizes
 * it to (`2025.06.30`) is an alias, so that whoever looks for it finds it.
 *
 * @throws Failure when a tag would be longer than a registry takes.
 */
export function tagsOf(
  publishTarget: string,
  version: PackageVersion,
  isLatest: boolean,
  more: readonly Tag[],
  written?: string,
): Tags {
  const stem = `py${publishTarget}`;
  const [major = 0, minor = 0] = version.release;
  const epoch = version.epoch === 0 ? '' : `${version.epoch}-`;
  const moving = isLatest
    ? ['LATEST', `${epoch}${major}.${minor}`, ...(major === 0 ? [] : [`${epoch}${major}`])]
    : [];
  const exact = tag(`${stem}-${tagOfVersion(version)}`);
  const asWritten = written === undefined ? undefined : writtenTag(stem, written, version);
  const aliases = [
    ...moving.map((suffix) => tag(`${stem}-${suffix}`)),
    ...(asWritten === undefined ? [] : [asWritten]),
    ...more,
  ];
  return { exact, aliases: [...new Set(aliases)].filter((alias) => alias !== exact) };
}

/** Undefined where it is no tag, or would be the exact tag of another version: `1-1` is 1.post1 as well as 1!1's tag. */
function writtenTag(stem: string, written: string, version: PackageVersion): Tag | undefined {
  const suffix = written.replace('!', '-').replace('+', '_');
  const other = versionOfTag(suffix);
  if (other !== undefined && compareVersions(other, version) !== 0) return undefined;
  const result = parseTag(`${stem}-${suffix}`);
  return result.ok ? result.value : undefined;
}

function tag(text: string): Tag {
  const result = parseTag(text);
  if (result.ok) return result.value;
  throw new Failure([{ station: 'input', about: 'package_version', message: result.message }]);
}
