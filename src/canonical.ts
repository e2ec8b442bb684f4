/** One text and one hash for what means the same. */
import { createHash } from 'node:crypto';

/** JSON with sorted keys and without what is undefined. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item).toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
        )
      : item,
  );

/** SHA-256 of a value's canonical JSON, as hexadecimal digits. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');
