/** Characters of a line within a longer secret; hiding a lone brace of JSON would hide half of the log. */
const shortestLine = 4;

/** Spellings of a value: itself, each of its lines, in a URL, in JSON, in base64. */
function spellings(value: string): string[] {
  const lines = value.split(/\r\n|\n|\r/).map((line) => line.trim());
  const parts = lines.length === 1 ? lines : lines.filter((line) => line.length >= shortestLine);
  return [value, value.trim(), ...parts].flatMap((text) => [
    text,
    encodeURIComponent(text.toWellFormed()),
    JSON.stringify(text).slice(1, -1),
    Buffer.from(text).toString('base64'),
  ]);
}

export function secretsFilter(values: readonly string[]): (text: string) => string {
  const hidden = [...new Set(values.filter((value) => value.trim() !== '').flatMap(spellings))]
    .filter((text) => text.trim() !== '')
    .toSorted((one, other) => other.length - one.length);
  if (hidden.length === 0) return (text) => text;
  const pattern = new RegExp(
    hidden.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'),
    'g',
  );
  return (text) => text.replaceAll(pattern, '***');
}

export function filtered<T>(value: T, filter: (text: string) => string): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return filter(part);
    if (Array.isArray(part)) return part.map(walk);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value) as T;
}
