import { describe, expect, test } from 'vitest';
import { expand, type Variables, words } from '../../src/dockerfile/words.ts';
import { expansions, refused, values } from './expansions.ts';

test.each<[string, string, string[]]>([
  ['nothing', ' \t', []],
  ['blanks', ' a  b\tc ', ['a', 'b', 'c']],
  ['quotes stay', 'a="b c" \'d "e\' f', ['a="b c"', "'d \"e'", 'f']],
  ['escaped', 'a\\ b \\"c d" "e\\" f"', ['a\\ b', '\\"c', 'd" "e\\"', 'f"']],
  ['a quote that nothing ends', 'a "b c', ['a', '"b c']],
])('words: %s', (_, text, expected) => {
  expect(words(text, '\\')).toEqual(expected);
});

const known: Variables = (name) => (name === 'DARK' ? null : values[name]);

// Compared with BuildKit's own lexer too, 0.32.2, by sixty thousand words of such pieces in any order.
describe.each(Object.entries(expansions))('expand: %s', (_, rows) => {
  test.each(rows)('%s', (word, text) => {
    expect(expand(word, known, '\\')).toBe(text);
  });
});

test.each(refused)('BuildKit refuses %s', (word) => {
  expect(expand(word, known, '\\')).toBe(null);
});

test.each<[string, string | null]>([
  ['', ''],
  ['a\\', 'a'],
  ['$DARK', null],
  ['a${DARK}b', null],
  ['"$DARK"', null],
  ["'$DARK'", '$DARK'],
  ['${DARK:-d}', null],
  ['${DARK:+y}', null],
  ['${DARK%y}', null],
  ['${DARK/a/b}', null],
  ['${X:-$DARK}', 'val'],
  ['${UNSET:+$DARK}', ''],
  ['${UNSET:-$DARK}', null],
  ['${X%$DARK}', null],
  ['${X/$DARK/b}', null],
  ['${X/a/$DARK}', null],
  ['$DARK${X:-d}', null],
])('with a variable that cannot be known: %s', (word, text) => {
  expect(expand(word, known, '\\')).toBe(text);
});

test('no wildcard stands for the end of a line', () => {
  const lines = () => 'a\nb';
  expect(['${X#*b}', '${X#a?b}', '${X##*}', '${X//?/-}'].map((word) => expand(word, lines, '\\'))).toEqual([
    'a\nb',
    'a\nb',
    '\nb',
    '-\n-',
  ]);
});

test('another escape; in a pattern it stays, for there a backslash escapes', () => {
  expect(expand('`$X\\$X', known, '`')).toBe('$X\\val');
  expect(expand('${TAG%`-slim}${TAG%\\?}', known, '`')).toBe('3.13-slim3.13-slim');
});
