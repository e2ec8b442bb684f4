/** What the pip of a custom Dockerfile is offered where something did not compile on the build machine. */
import type { Attempt } from '../build/attempts.ts';
import type { PlatformRequirements } from '../lock/lock.ts';
import type { Platform } from '../names/platform.ts';

/**
 * Leaves it to pip on the machine's own platform, and the rest as it was. For the other platforms it is cross-compiled all
 * the same: it may need what only they have, and what fails there is said of each.
 */
export function leftToPip(
  requirements: readonly PlatformRequirements[],
  machine: Platform,
  attempts: readonly Attempt[],
): { readonly requirements: readonly PlatformRequirements[]; readonly notes: readonly string[] } {
  const failed = attempts.filter(({ why }) => why !== undefined);
  const notes = failed.map(
    ({ name, version, why }) =>
      `${name} ${version} did not compile for ${machine}, and is left to the pip of the Dockerfile: ${why}; what its build needs belongs into build_packages`,
  );
  const hasFailed = (one: Pick<Attempt, 'name' | 'version'>): boolean =>
    failed.some(({ name, version }) => one.name === name && one.version === version);
  return {
    requirements: requirements.map((one) =>
      one.platform === machine
        ? { ...one, requirements: one.requirements.filter((each) => !hasFailed(each)) }
        : one,
    ),
    notes,
  };
}
