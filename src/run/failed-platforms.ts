import { Failure } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { Step } from '../report/steps.ts';

/** A failure that says for which platforms the steps of the build failed. @param machine the builder's own platform. */
export function ofPlatforms(error: unknown, steps: readonly Step[], machine: Platform): unknown {
  const failed = steps.filter((step) => step.error !== undefined && !/\bcancell?ed\b/.test(step.error));
  // What runs on the builder's own platform may be for any.
  const platforms = failed.flatMap(({ platform, runsOn }) =>
    platform === undefined || (platform === machine && runsOn === undefined) ? [] : [platform],
  );
  if (!(error instanceof Failure) || failed.length === 0 || platforms.length < failed.length) return error;
  const all = [...new Set(platforms)];
  return new Failure(error.problems.map((problem) => ({ platforms: all, ...problem })));
}
