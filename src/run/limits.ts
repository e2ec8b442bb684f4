/** When no further group of images is begun. */

export interface Limits {
  /** Whether one that failed is enough. */
  readonly failFast: boolean;
  /** Milliseconds since the epoch by which what was begun should have ended, as long as that before it took. */
  readonly until?: number;
}

export interface LimitedRun {
  /** Why no group is begun now; undefined where one may be. */
  readonly whyNot: (now: number) => string | undefined;
  /** @param begun and now: milliseconds since the epoch. */
  readonly ended: (group: { readonly failed: boolean; readonly begun: number; readonly now: number }) => void;
}

export function limitedRun({ failFast, until }: Limits): LimitedRun {
  let hasFailed = false;
  let longest = 0;
  return {
    whyNot(now) {
      if (failFast && hasFailed) return 'another image failed, and fail_fast is "true"';
      if (until === undefined || now + longest <= until) return undefined;
      return 'it would not have been done within time_budget: the next run makes it';
    },
    ended({ failed, begun, now }) {
      hasFailed ||= failed;
      longest = Math.max(longest, now - begun);
    },
  };
}
