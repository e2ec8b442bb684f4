/** Chooses the tags that follow a new image; those that stand for a newer version stay. */
import { compareVersions, type PackageVersion } from '../names/package-version.ts';
import type { Digest, Tag } from '../names/reference.ts';
import type { ObservedAlias } from '../observe/observe.ts';

export interface Target {
  readonly digest: Digest;
  /** Absent where images have no order. */
  readonly version?: PackageVersion | undefined;
  /** Whether the build was forced: then a tag may go back to an older version. */
  readonly forced: boolean;
}

/** Whether a tag stands for a newer version of the package, by PEP 440, and so must not move back. */
export const isAhead = ({ version }: ObservedAlias, target: Pick<Target, 'version' | 'forced'>): boolean =>
  !target.forced &&
  version !== undefined &&
  target.version !== undefined &&
  compareVersions(version, target.version) > 0;

/** The aliases that must move so that all point at the target. */
export const tagsBehind = (aliases: readonly ObservedAlias[], target: Target): Tag[] =>
  aliases
    .filter((alias) => alias.digest !== target.digest && !isAhead(alias, target))
    .map((alias) => alias.tag);
