import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';

/** Parses how much is done at once. */
export function parseConcurrency(text: string): Parsed<number> {
  const number = Number(text);
  if (/^\d{1,2}$/.test(text) && number >= 1 && number <= 64) return parsed(number);
  return refused(`${shown(text)} is no number from 1 to 64.`);
}
