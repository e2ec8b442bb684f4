/** Values of several parts: lines, lists, `key=value` pairs, words. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';

/** `value` has the parts that were parsed, `messages` what is wrong with the others. */
export interface Many<T> {
  readonly value: T;
  readonly messages: readonly string[];
}

/** Lines without the empty ones and those that are comments (first character `#`), trimmed. */
export function splitLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Parts between commas, spaces and lines; comments as in `splitLines`. */
export function splitList(text: string): string[] {
  return splitLines(text)
    .flatMap((line) => line.split(/[\s,]+/))
    .filter((part) => part !== '');
}

/** @param parse gets the place of a part, from 1. */
export function parseEach<T>(
  parts: readonly string[],
  parse: (part: string, place: number) => Parsed<T>,
): Many<T[]> {
  const value: T[] = [];
  const messages: string[] = [];
  for (const [index, part] of parts.entries()) {
    const result = parse(part, index + 1);
    if (result.ok) value.push(result.value);
    else messages.push(result.message);
  }
  return { value, messages };
}

export interface PairRule {
  /** Why a key is not right, or undefined when it is; `entry` says which line it is, for keys that must not be shown. */
  readonly check: (key: string, entry: string) => string | undefined;
  /** How a line should look. */
  readonly example: string;
}

/** Parses lines of `key=value`. Values are never in a message: people put secrets into such lines. */
export function parsePairs(text: string, rule: PairRule): Many<Record<string, string>> {
  const pairs = new Map<string, string>();
  const messages: string[] = [];
  for (const [index, line] of splitLines(text).entries()) {
    const at = line.indexOf('=');
    const key = line.slice(0, at).trim();
    const value = line.slice(at + 1).trim();
    if (at < 1) {
      messages.push(`entry ${index + 1} is not "key=value": write one a line, like "${rule.example}".`);
      continue;
    }
    const wrong = rule.check(key, `entry ${index + 1}`);
    if (wrong !== undefined) {
      messages.push(wrong);
    } else if (pairs.has(key) && pairs.get(key) !== value) {
      messages.push(`${shown(key)} is there twice with different values: keep one.`);
    } else {
      pairs.set(key, value);
    }
  }
  // fromEntries makes own properties, whatever the key is called.
  return { value: Object.fromEntries(pairs), messages };
}

/** Parts of a line of words: quotes, a backslash and what it protects, white space, and all else. */
const wordToken = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|(\s+)|([^\s'"\\])/gsy;

/**
 * Splits words as a POSIX shell does, with its quotes and backslashes, but expands nothing: what a shell would act
 * upon is refused, since nothing here would.
 */
export function parseWords(text: string): Parsed<string[]> {
  const words: string[] = [];
  let word: string | undefined;
  let end = 0;
  for (const match of text.matchAll(wordToken)) {
    const [all, single, double, escaped, space, plain] = match;
    end = match.index + all.length;
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    const acting = plain !== undefined ? /[|&;<>()$`]/.exec(plain) : /(?<!\\)[$`]/.exec(double ?? '');
    if (acting !== null) {
      return refused(
        `${shown(text)} has ${shown(acting[0])}, which only a shell understands, and none reads this. Quote it with '…', or name the shell: ["sh", "-c", "…"].`,
      );
    }
    word = (word ?? '') + (single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? plain ?? '');
  }
  if (end < text.length) return refused(`${shown(text)} has a quote that is not closed.`);
  if (word !== undefined) words.push(word);
  return parsed(words);
}
