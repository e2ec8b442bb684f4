/** Versions of programs, as they say them themselves: `v0.13.1`, `26.1.5+dfsg1`, `28.2.2-0ubuntu1`. */
import coerce from 'semver/functions/coerce.js';
import lt from 'semver/functions/lt.js';

/** What Go builds say of themselves where nobody gave them a version: those are built of today's source. */
const unversioned = '0.0.0';

/**
 * Whether a program is older than a release. What distributions add to a version (`-0ubuntu1`) does not make it a
 * pre-release. One that says no version counts as new.
 */
export function isOlderTool(said: string, release: string): boolean {
  const version = coerce(said);
  return version !== null && version.version !== unversioned && lt(version, release);
}
