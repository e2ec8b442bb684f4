/** Text of users and of other programs, made harmless where it is shown. */
import { stripVTControlCharacters } from 'node:util';

/* oxlint-disable no-control-regex -- control characters are what this is about */
/** Controls but the newline, and the marks that reorder text on screen so that it reads as something else. */
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/* oxlint-enable no-control-regex */

/** Text without terminal sequences and control characters; line ends become `\n`, tabs a space. */
export function plain(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(controls, '');
}

/** Text of a file with every character in its place: controls are escaped as in JSON, but tabs and ends of lines. */
export const visible = (text: string): string =>
  text.replaceAll(controls, (control, at: number) =>
    control === '\t' || (control === '\r' && text[at + 1] === '\n')
      ? control
      : `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Plain text on one line. */
export const oneLine = (text: string): string =>
  plain(text)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();

/** One line of Markdown text that shows exactly this, in a paragraph, a list or a cell of a table. */
export const markdown = (text: string): string => oneLine(text).replaceAll(/[\\`*_[\]<>|~#$&]/g, '\\$&');

/** The same in the type of code. */
export function code(text: string): string {
  const line = oneLine(text);
  return /^[\w .:/@+=,-]+$/.test(line) ? `\`${line}\`` : `<code>${markdown(line)}</code>`;
}

/** A block of code that no line of its content can end. */
export function fenced(lines: readonly string[], language = ''): string {
  const content = lines.map(plain).join('\n');
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content}\n${fence}`;
}

/** A table of GitHub's Markdown. Cells are Markdown already; columns named in `right` are aligned to the right. */
export function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly string[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = columns.map((column) => (right.includes(column) ? '---:' : '---'));
  return [line(columns), line(rule), ...rows.map(line)].join('\n');
}
