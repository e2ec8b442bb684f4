import { expect, test } from 'vitest';
import { yamlReader } from '../../src/sources/yaml-nodes.ts';

const said = (text: string): string[] => {
  const messages: string[] = [];
  yamlReader(text, 'a.yml', (message) => messages.push(message));
  return messages;
};

test.each([
  ['a tab', 'a:\n\t- b\n', '2:1: the line is indented with a tab: YAML takes spaces alone.'],
  ['a key twice', 'a: 1\nb: 2\na: 3\n', '3:1: this key is there twice: keep one.'],
  [
    'a second colon in a value',
    'command: run: now\n',
    '1:10: there is a second ": " in this line: put the value in quotes, or what belongs to it on lines of its own.',
  ],
  [
    'a line without a colon before others',
    'a: 1\npackages\nb: 2\n',
    '2:1: a ":" is missing, or the lines that belong together are not indented alike: write "name: value" on one line.',
  ],
  [
    'a line without a colon at the end',
    'a: 1\npackages\n',
    '2:1: a ":" is missing behind this key: write "name: value".',
  ],
  [
    'a value with @',
    'a: @b\n',
    '1:4: a value begins with a character that YAML keeps for itself: put it in quotes.',
  ],
  [
    'a value with *',
    'a: *\n',
    '1:4: what begins with "*" or "&" is a reference in YAML, and this one leads nowhere: put the value in quotes.',
  ],
  [
    'a backslash',
    'a: "\\d"\n',
    '1:5: a backslash in double quotes is followed by what YAML does not know: use single quotes.',
  ],
  ['a tag', 'a: !b!c d\n', '1:4: what begins with "!" is a tag in YAML: put the value in quotes.'],
  [
    'two documents',
    'a: 1\n---\na: 2\n',
    '2:1: a second document begins here: leave one, without "---" between.',
  ],
  ['an open quote', 'a: "b\n', '2:1: a quote is not closed.'],
  [
    'a key of an item that begins before the others',
    'a:\n  - b: 1\n   c: 2\n',
    '3:1: the line is not indented like those that it belongs to: begin all of them in the same column.',
  ],
  [
    'an item that begins before the others',
    'a:\n  - b\n - c\n',
    '3:1: the line is not indented like those that it belongs to: begin all of them in the same column.',
  ],
  [
    'a range',
    'a: >=1.0\n',
    '1:5: what begins with ">" or "|" is a text of several lines in YAML: put the value in quotes.',
  ],
  [
    'a list behind its key',
    'a: - b\n',
    '1:4: a list begins in the line of its key: write its first "- " on a line of its own.',
  ],
  [
    'a quote in quotes',
    "a: 'it's'\n",
    '1:8: the value before this has ended already: put the whole value in quotes, or this on a line of its own, as "name: value" or "- item".',
  ],
  ['a missing comma', 'a: ["b" "c"]\n', '1:9: a comma is missing between two items.'],
  ['an open list', 'a: [b\n', '2:1: a "[" before this place is not closed: write "]".'],
  ['an open mapping', 'a: { b: c\n', '2:1: a "{" before this place is not closed: write "}".'],
  ['an open list at the top', '[b\n', '2:1: a "[" before this place is not closed: write "]".'],
  ['an open mapping at the top', '{ b: c\n', '2:1: a "{" before this place is not closed: write "}".'],
  [
    'a line that is indented more',
    'a: 1\n b: 2\n',
    '1:4: the line after this value is indented more than its key: begin both in the same column.',
  ],
  [
    'another column of keys',
    'a:\n    b: 1\n  c: 2\n',
    '3:1: the line is not indented like those that it belongs to: begin all of them in the same column.',
  ],
  ['a comma too many', 'a: [b,, c]\n', '1:7: there is a comma or a bracket too many.'],
  ['a bracket too many', 'a: [b]]\n', '1:7: there is a comma or a bracket too many.'],
  [
    'what no row knows',
    'a: &b &c d\n',
    '1:7: from here on this is no YAML that can be read. The parser says: A node can have at most one anchor.',
  ],
  [
    'only the first of what comes of one mistake',
    'a: [b\nc: }\nd: "\n',
    '2:1: a "[" before this place is not closed: write "]".',
  ],
])('says in plain words: %s', (_, text, message) => {
  expect(said(text)).toEqual([`a.yml:${message}`]);
});

test('each key that is there twice is said', () => {
  expect(said('a: 1\na: 2\nb: 1\nb: 2\n').map((message) => message.slice(0, 9))).toEqual([
    'a.yml:2:1',
    'a.yml:4:1',
  ]);
});

test('a reference that leads nowhere is none', () => {
  const messages: string[] = [];
  const reader = yamlReader('a: *b\n', 'a.yml', (message) => messages.push(message));
  expect(reader.text(reader.fields(reader.root)![0]!.value, 'a')).toBeUndefined();
  expect(messages).toEqual([
    'a.yml:1:4: what begins with "*" or "&" is a reference in YAML, and this one leads nowhere: put the value in quotes.',
  ]);
});
