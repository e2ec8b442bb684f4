/** Markdown that must not be longer than so many bytes: what a reader loses least by is left out first, and counted. */

export interface Part {
  readonly text: string;
  /** What can be left out of it; absent where it always stays. */
  readonly loss?: Loss;
}

export interface Loss {
  /** What has the lowest is left out first; of those with the same, what comes last. */
  readonly rank: number;
  /** Of one and of many: `check`, `checks`. */
  readonly what: readonly [one: string, many: string];
  /** What it consists of, where that can go line by line; without it, the part goes as a whole. */
  readonly lines?: 'table' | 'list' | 'code';
  /** Lines that go later than the others, and their rank. */
  readonly later?: { readonly rank: number; readonly is: (line: string) => boolean };
}

/** Parts, whole, with an empty line between them. */
export const joined = (parts: readonly Part[]): string => `${parts.map(({ text }) => text).join('\n\n')}\n`;

/**
 * The same in no more than `most` bytes, if what always stays leaves room for it.
 *
 * @param note a paragraph on what was left out (`1 chart, 380 of 400 checks`), which stands behind the first two parts.
 */
export function cut(parts: readonly Part[], most: number, note: (left: string) => string): string {
  if (bytes(joined(parts)) <= most) return joined(parts);
  const open = parts.map(openPart);
  // No note is longer than the one that counts all of everything, of all.
  let room =
    most - bytes(joined([...parts, { text: note(leftText(open, ({ lines }) => lines.length, 'of all')) }]));
  const order = open
    .flatMap((part, at) => part.lines.map((line, index) => ({ part, at, index, rank: rankOf(part, line) })))
    .toSorted((one, other) => one.rank - other.rank || other.at - one.at || other.index - one.index);
  for (const { part, index } of order) {
    if (room >= 0) break;
    room += leave(part, index);
  }
  const shown = open.filter(({ lines, gone }) => lines.length === 0 || gone.size < lines.length).map(textOf);
  const said = note(leftText(open, ({ gone }) => gone.size));
  return joined([...shown.slice(0, 2), said, ...shown.slice(2)].map((text) => ({ text })));
}

const bytes = (text: string): number => Buffer.byteLength(text);

interface OpenPart extends Part {
  readonly head: readonly string[];
  /** Those that can go. */
  readonly lines: readonly string[];
  readonly tail: readonly string[];
  /** Indexes of lines that are left out. */
  readonly gone: Set<number>;
}

function openPart(part: Part): OpenPart {
  const all = part.text.split('\n');
  const [from, to] = rangeOf(part, all);
  const lines = part.loss !== undefined && part.loss.lines === undefined ? [part.text] : all.slice(from, to);
  return { ...part, head: all.slice(0, from), lines, tail: all.slice(to), gone: new Set() };
}

const firstLine: Readonly<Record<NonNullable<Loss['lines']>, RegExp>> = {
  table: /^\| /,
  list: /^- /,
  code: /^`{3,}/,
};

/** Where the lines begin that can go, and where they end. */
function rangeOf({ loss }: Part, all: readonly string[]): [from: number, to: number] {
  if (loss?.lines === undefined) return [all.length, all.length];
  const isLine = (line: string): boolean => firstLine[loss.lines!].test(line);
  const first = all.findIndex(isLine);
  // A block of code has a fence before and behind it, a table two lines of head.
  if (loss.lines === 'code') return [first + 1, all.length - 1];
  return [first + (loss.lines === 'table' ? 2 : 0), all.findLastIndex(isLine) + 1];
}

const rankOf = ({ loss }: OpenPart, line: string): number =>
  loss?.later?.is(line) === true ? loss.later.rank : (loss?.rank ?? 0);

/** Gives the bytes that this saves. */
function leave({ text, lines, gone }: OpenPart, index: number): number {
  gone.add(index);
  if (gone.size < lines.length) return bytes(lines[index]!) + 1;
  const others = lines.reduce((sum, line, at) => (at === index ? sum : sum + bytes(line) + 1), 0);
  // With the empty line behind it.
  return bytes(text) - others + 2;
}

const textOf = ({ text, head, lines, tail, gone }: OpenPart): string =>
  gone.size === 0 ? text : [...head, ...lines.filter((_, index) => !gone.has(index)), ...tail].join('\n');

/** `1 chart, 380 of 400 checks`: what several parts have of one kind is counted together. */
function leftText(parts: readonly OpenPart[], count: (part: OpenPart) => number, always?: 'of all'): string {
  const kinds = new Map<string, { left: number; all: number; one: string }>();
  for (const part of parts) {
    if (part.loss === undefined) continue;
    const [one, many] = part.loss.what;
    const before = kinds.get(many) ?? { left: 0, all: 0, one };
    kinds.set(many, { left: before.left + count(part), all: before.all + part.lines.length, one });
  }
  return [...kinds]
    .filter(([, { left }]) => left > 0)
    .map(([many, { left, all, one }]) => {
      const whole = `${all} ${all === 1 ? one : many}`;
      return left < all || always !== undefined ? `${left} of ${whole}` : whole;
    })
    .join(', ');
}
