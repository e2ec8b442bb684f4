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
  /** Whether each image that is published gets a tag of its own, too, which never moves: the exact one with its day. */
  readonly revisions?: true;
}

/**
 * Tags as `py{publish target}-{version}`. A version that was written in another way than PEP 440 normalizes it to
 * (`2025.06.30`) is an alias, so that whoever looks for it finds it.
 *
 * @param moving what follows the stem of the tags of the newest version: `LATEST`.
 * @throws Failure when a tag would be longer than a registry takes.
 */
export function tagsOf(
  publishTarget: string,
  version: PackageVersion,
  moving: readonly string[],
  more: readonly Tag[],
  written?: string,
): Tags {
  const stem = `py${publishTarget}`;
  const exact = tag(`${stem}-${tagOfVersion(version)}`);
  const asWritten = written === undefined ? undefined : writtenTag(stem, written, version);
  const aliases = [
    ...moving.map((suffix) => tag(`${stem}-${suffix}`)),
    ...(asWritten === undefined ? [] : [asWritten]),
    ...more,
  ];
  return { exact, aliases: [...new Set(aliases)].filter((alias) => alias !== exact) };
}

/** @param count from 1, of the images of that day. @throws Failure when it would be longer than a registry takes. */
export const revisionTag = (exact: Tag, day: string, count: number): Tag =>
  tag(`${exact}-${day}${count === 1 ? '' : `.${count}`}`);

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
