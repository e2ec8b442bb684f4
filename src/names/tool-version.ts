/** Versions of programs in their own output: `v0.13.1`, `26.1.5+dfsg1`, `28.2.2-0ubuntu1`. */
import coerce from 'semver/functions/coerce.js';
import lt from 'semver/functions/lt.js';

/** The version of a program that was built from Go source without one; such a build is new. */
const unversioned = '0.0.0';

/**
 * Whether a program is older than a release. A distribution's suffix (`-0ubuntu1`) does not make a version a pre-release.
 * A program without a version counts as new.
 */
export function isOlderTool(output: string, release: string): boolean {
  const version = coerce(output);
  return version !== null && version.version !== unversioned && lt(version, release);
}
