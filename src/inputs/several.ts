/** The inputs of commands that make several images: which of them, and how many at once. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';

/** Since when files count as changed. */
export type Changed =
  | { readonly kind: 'push' }
  | { readonly kind: 'pull_request' }
  | { readonly kind: 'commit'; readonly commit: string };

export function parseChanged(text: string): Parsed<Changed> {
  if (text === 'push' || text === 'pull_request') return parsed({ kind: text });
  if (/^[\w./~^@{}-]{1,250}$/.test(text) && !text.startsWith('-'))
    return parsed({ kind: 'commit', commit: text });
  return refused(`${shown(text)} is neither "push", "pull_request" nor a commit.`);
}

export function parseConcurrency(text: string): Parsed<number> {
  const number = Number(text);
  if (/^\d{1,2}$/.test(text) && number >= 1 && number <= 64) return parsed(number);
  return refused(`${shown(text)} is no number from 1 to 64.`);
}
