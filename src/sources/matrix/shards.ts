/** Spreads images over jobs. */
export interface Weighed<T> {
  readonly value: T;
  /** Images with the same key share downloads and compiled wheels: they go into one job where they fit. */
  readonly together: string;
  /** What it is reckoned to take. */
  readonly seconds: number;
}

export interface FilledShard<T> {
  readonly values: readonly T[];
  readonly seconds: number;
}

/** A job takes about a minute to start: one that works for less than this is not worth it. */
const worthwhile = 600;

/**
 * The longest first, each into the job that has least to do. There are as many jobs as there is work for, and at most
 * `mostJobs`. What belongs together is only taken apart where it is more than a job's part.
 *
 * @param mostJobs at least 1.
 * @returns shards and their values in the order of the items.
 */
export function shardsOf<T>(items: readonly Weighed<T>[], mostJobs: number): FilledShard<T>[] {
  const total = sum(items);
  if (items.length === 0) return [];
  const capacity = Math.max(worthwhile, total / mostJobs);
  const jobs = Math.min(mostJobs, Math.max(1, Math.ceil(total / capacity)));
  const bins: Weighed<T>[][] = Array.from({ length: jobs }, () => []);
  for (const part of parts(items, capacity)) {
    const least = bins.reduce((one, other) => (sum(other) < sum(one) ? other : one));
    least.push(...part);
  }
  const place = new Map(items.map((item, at) => [item, at]));
  return bins
    .filter((bin) => bin.length > 0)
    .map((bin) => bin.toSorted((one, other) => place.get(one)! - place.get(other)!))
    .toSorted(([one], [other]) => place.get(one!)! - place.get(other!)!)
    .map((bin) => ({ values: bin.map(({ value }) => value), seconds: sum(bin) }));
}

const sum = (items: readonly Pick<Weighed<unknown>, 'seconds'>[]): number =>
  items.reduce((seconds, item) => seconds + item.seconds, 0);

/** What goes into one job whole, the longest first. */
function parts<T>(items: readonly Weighed<T>[], capacity: number): Weighed<T>[][] {
  const groups = Map.groupBy(items, ({ together }) => together);
  return [...groups.values()]
    .flatMap((group) => {
      const split: Weighed<T>[][] = [[]];
      for (const item of group) {
        const last = split.at(-1)!;
        if (last.length > 0 && sum(last) + item.seconds > capacity) split.push([item]);
        else last.push(item);
      }
      return split;
    })
    .toSorted((one, other) => sum(other) - sum(one));
}
