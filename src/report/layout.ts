/** Text laid out in the columns of a terminal. */
import { plain } from './escape.ts';

/** How text may be drawn. `width` is in columns. */
export interface Style {
  readonly width: number;
  readonly colour: boolean;
  readonly unicode: boolean;
}

export const plainStyle: Style = { width: 100, colour: false, unicode: false };

/** What a stream can show: colour only on a terminal and without NO_COLOR, Unicode where the locale is UTF-8. */
export function styleOf(
  stream: { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined },
  env: Readonly<Record<string, string | undefined>>,
): Style {
  const terminal = stream.isTTY === true;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return {
    width: Math.min(Math.max(stream.columns ?? plainStyle.width, 40), 160),
    colour: terminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
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

/** Columns as wide as their content; the last one is cut where the line ends. */
export function columns(rows: readonly (readonly string[])[], style: Style): string[] {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => length(row[index] ?? ''))));
  return rows.map((row) =>
    cut(
      `  ${row.map((cell, index) => padded(cell, widths[index] ?? 0)).join('  ')}`.trimEnd(),
      style.width,
      style,
    ),
  );
}
