export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] =
    sorted.length % 2 === 1 ? [sorted[half], sorted[half]] : sorted.slice(half - 1, half + 1);
  return (low + high) / 2;
}

/** The run with the median time, or the longer of the middle two. */
export const middle = <T extends { readonly seconds: number }>(runs: readonly T[]): T | undefined =>
  runs.toSorted((one, other) => one.seconds - other.seconds)[Math.floor(runs.length / 2)];

export const secondsText = (seconds: number): string =>
  seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`;

export const bytesText = (bytes: number): string =>
  bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
