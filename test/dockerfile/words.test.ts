import { describe, expect, test } from 'vitest';
import { expand, type Variables, words } from '../../src/dockerfile/words.ts';
import { expansions, refused, values } from './expansions.ts';

test.each<[string, string, string[]]>([
  ['nothing', ' \t', []],
  ['blanks', ' a  b\tc ', ['a', 'b', 'c']],
  ['quotes stay', 'a="b c" \'d "e\' f', ['a="b c"', "'d \"e'", 'f']],
  ['escaped', 'a\\ b \\"c d" "e\\" f"', ['a\\ b', '\\"c', 'd" "e\\"', 'f"']],
  ['a quote that nothing ends', 'a "b c', ['a', '"b c']],
])('splits words: %s', (_, text, expected) => {
  expect(words(text, '\\')).toEqual(expected);
});

const known: Variables = (name) => (name === 'DARK' ? null : values[name]);

// Also compared with the lexer of BuildKit 0.32.2 on sixty thousand random words of such parts.
describe.each(Object.entries(expansions))('expands like BuildKit: %s', (_, rows) => {
  test.each(rows)('%s', (word, text) => {
    expect(expand(word, known, '\\')).toBe(text);
  });
});

test.each(refused)('gives null for a word that BuildKit refuses: %s', (word) => {
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
])('expands unknown variables: %s', (word, text) => {
  expect(expand(word, known, '\\')).toBe(text);
});

test('matches no line break with a wildcard', () => {
  const lines = () => 'a\nb';
  expect(['${X#*b}', '${X#a?b}', '${X##*}', '${X//?/-}'].map((word) => expand(word, lines, '\\'))).toEqual([
    'a\nb',
    'a\nb',
    '\nb',
    '-\n-',
  ]);
});

test('keeps another escape character in a pattern, where only a backslash escapes', () => {
  expect(expand('`$X\\$X', known, '`')).toBe('$X\\val');
  expect(expand('${TAG%`-slim}${TAG%\\?}', known, '`')).toBe('3.13-slim3.13-slim');
});
