/** Writes JSON in the bytes of BuildKit, a Go program, so that the same value has the same digest. */

/** @param indent of each level; none puts everything on one line. */
export const goJson = (value: unknown, indent = ''): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.from(
      // Go escapes what has a meaning in HTML or ends a line of JavaScript.
      JSON.stringify(value, null, indent).replaceAll(
        /[<>&\u2028\u2029]/g,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    ),
  );

/** A map in the order of its keys' bytes; undefined, which is left out, where it is empty. */
export function sorted<T>(
  map: Readonly<Record<string, T>> | null | undefined,
): Readonly<Record<string, T>> | undefined {
  const entries = Object.entries(map ?? {});
  if (entries.length === 0) return undefined;
  return Object.fromEntries(entries.toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
}

/** The indent of JSON on several lines: releases of BuildKit differ in it. */
export const indentOf = (bytes: Uint8Array): string =>
  /^\{\n( +)/.exec(Buffer.from(bytes).toString('utf8'))?.[1] ?? '';
