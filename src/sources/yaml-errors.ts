/** What the parser of YAML says, in the words of somebody who writes such a file, with the way out. */
import type { YAMLParseError } from 'yaml';

interface Words {
  readonly code: YAMLParseError['code'];
  /** What the parser's own sentences of this place must have. */
  readonly when?: RegExp;
  readonly text: string;
}

const indented =
  'the line is not indented like those that it belongs to: begin all of them in the same column.';
/** Also of a reference that the parser takes, and that leads nowhere. */
export const referenceText =
  'what begins with "*" or "&" is a reference in YAML, and this one leads nowhere: put the value in quotes.';
const openList = 'a "[" before this place is not closed: write "]".';
const openMapping = 'a "{" before this place is not closed: write "}".';

/** The first that fits counts. */
const rows: readonly Words[] = [
  { code: 'TAB_AS_INDENT', text: 'the line is indented with a tab: YAML takes spaces alone.' },
  { code: 'DUPLICATE_KEY', text: 'this key is there twice: keep one.' },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    when: /compact mappings[^]*single line/,
    text: 'the line after this value is indented more than its key: begin both in the same column.',
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    when: /compact mappings/,
    text: 'there is a second ": " in this line: put the value in quotes, or what belongs to it on lines of its own.',
  },
  { code: 'BLOCK_AS_IMPLICIT_KEY', text: indented },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    text: 'a ":" is missing, or the lines that belong together are not indented alike: write "name: value" on one line.',
  },
  {
    code: 'BAD_SCALAR_START',
    text: 'a value begins with a character that YAML keeps for itself: put it in quotes.',
  },
  { code: 'BAD_ALIAS', text: referenceText },
  {
    code: 'BAD_DQ_ESCAPE',
    text: 'a backslash in double quotes is followed by what YAML does not know: use single quotes.',
  },
  { code: 'TAG_RESOLVE_FAILED', text: 'what begins with "!" is a tag in YAML: put the value in quotes.' },
  { code: 'MULTIPLE_DOCS', text: 'a second document begins here: leave one, without "---" between.' },
  { code: 'MISSING_CHAR', when: /closing .quote/, text: 'a quote is not closed.' },
  {
    code: 'MISSING_CHAR',
    when: /map keys need to be followed/,
    text: 'a ":" is missing behind this key: write "name: value".',
  },
  { code: 'MISSING_CHAR', when: /without - indicator/, text: indented },
  { code: 'MISSING_CHAR', when: /between/, text: 'a comma is missing between two items.' },
  { code: 'MISSING_CHAR', when: /end with a \]/, text: openList },
  { code: 'MISSING_CHAR', when: /end with a \}/, text: openMapping },
  { code: 'BAD_INDENT', when: /end with a \]/, text: openList },
  { code: 'BAD_INDENT', when: /end with a \}/, text: openMapping },
  { code: 'BAD_INDENT', text: indented },
  {
    code: 'UNEXPECTED_TOKEN',
    when: /Block scalar header/,
    text: 'what begins with ">" or "|" is a text of several lines in YAML: put the value in quotes.',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    when: /on same line with key/,
    text: 'a list begins in the line of its key: write its first "- " on a line of its own.',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    when: /at node end/,
    text: 'the value before this has ended already: put the whole value in quotes, or this on a line of its own, as "name: value" or "- item".',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    when: /Unexpected (?:,|empty item|flow-seq-end|flow-map-end)/,
    text: 'there is a comma or a bracket too many.',
  },
];

/**
 * One sentence or two. What no row knows has the parser's own behind it.
 *
 * @param all errors of the document.
 */
export function yamlErrorText(
  { code, message, pos }: YAMLParseError,
  all: readonly YAMLParseError[],
): string {
  const said = all
    .filter((one) => one.pos[0] === pos[0])
    .map((one) => one.message)
    .join('\n');
  const known = rows.find((row) => row.code === code && (row.when?.test(said) ?? true));
  return (
    known?.text ??
    `from here on this is no YAML that can be read. The parser says: ${message.replace(/\.$/, '')}.`
  );
}
