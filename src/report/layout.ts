/** Text laid out in the columns of a terminal. */
import { plain } from './escape.ts';

/** How text may be drawn. */
export interface Style {
  /** In columns. */
  readonly width: number;
  /** Whether a longer line would be broken anywhere; in a pipe and a log a row of a table stays one line, and whole. */
  readonly isTerminal: boolean;
  readonly colour: boolean;
  readonly unicode: boolean;
}

export const plainStyle: Style = { width: 100, isTerminal: false, colour: false, unicode: false };

/** What a stream can show: colour only on a terminal and without NO_COLOR, Unicode where the locale is UTF-8. */
export function styleOf(
  stream: { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined },
  env: Readonly<Record<string, string | undefined>>,
): Style {
  const isTerminal = stream.isTTY === true;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return {
    width: Math.min(Math.max(stream.columns ?? plainStyle.width, 40), 160),
    isTerminal,
    colour: isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    unicode: /utf-?8/i.test(locale),
  };
}

const colours = { red: 31, green: 32, yellow: 33, blue: 34, grey: 90, bold: 1 } as const;
export const painted = (style: Style, colour: keyof typeof colours, text: string): string =>
  style.colour && text !== '' ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;

/** Columns that a text takes, where no character is a wide one. */
export const length = (text: string): number => Array.from(text).length;
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - length(text)));
/** The text, or its beginning and an ellipsis where it is longer than `width`. */
export function cut(text: string, width: number, style: Style): string {
  const end = style.unicode ? '…' : '..';
  return length(text) <= width
    ? text
    : Array.from(text)
        .slice(0, Math.max(0, width - length(end)))
        .join('') + end;
}

/** Text broken at spaces to the width; what stands in a word is never broken, so that commands can be copied. */
export function wrapped(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  for (const paragraph of plain(text).split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && length(indent) + length(line) + 1 + length(word) > width) {
        lines.push(indent + line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(indent + line);
  }
  return lines;
}

/** Less room than this for the last column is no column. */
const narrowest = 24;

/** Columns as wide as their content, a text a row. On a terminal, what does not fit of the last one goes on below it. */
export function columns(rows: readonly (readonly string[])[], style: Style): string[] {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => length(row[index] ?? ''))));
  return rows.map((row) => {
    const text = lineOf(row, widths);
    if (!style.isTerminal || length(text) <= style.width || row.length < 2) return text;
    const last = row.at(-1)!;
    const before = lineOf([...row.slice(0, -1), ''], widths);
    const start = widths.slice(0, row.length - 1).reduce((sum, width) => sum + width + 2, 2);
    if (style.width - start < narrowest) return [before, ...wrapped(last, style.width, '      ')].join('\n');
    const [first = '', ...rest] = wrapped(last, style.width, ' '.repeat(start));
    return [`${padded(before, start)}${first.slice(start)}`, ...rest].join('\n');
  });
}

const lineOf = (row: readonly string[], widths: readonly number[]): string =>
  `  ${row.map((cell, index) => padded(cell, widths[index] ?? 0)).join('  ')}`.trimEnd();
