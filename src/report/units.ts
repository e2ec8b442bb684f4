/** Bytes, seconds and digests as a person reads them. */

const sizes = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Decimal units, as registries and `docker images` count: `0 B`, `950 kB`, `12.3 MB`. Three digits at most before the point. */
export function bytesText(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 999.5 && unit < sizes.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${unit === 0 || value >= 99.95 ? Math.round(value) : trimmed(value.toFixed(1))} ${sizes[unit]}`;
}

/** `0.04 s`, `1.2 s`, `42 s`, `2 min 5 s`, `1 h 3 min`. Takes seconds. */
export function secondsText(seconds: number): string {
  if (seconds < 0.095) return `${trimmed(seconds.toFixed(2))} s`;
  if (seconds < 9.95) return `${trimmed(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return joined(Math.floor(whole / 60), 'min', whole % 60, 's');
  const minutes = Math.round(seconds / 60);
  return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

/** The first twelve digits of a digest, as `docker images` shows it; anything else is given back whole. */
export function shortDigest(digest: string): string {
  return /^sha256:[0-9a-f]{64}$/.test(digest) ? digest.slice(0, 19) : digest;
}

/** `1 wheel`, `3 wheels`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const trimmed = (text: string): string => text.replace(/\.?0+$/, '');
const joined = (large: number, largeUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
