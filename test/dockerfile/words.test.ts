import { describe, expect, test } from 'vitest';
import { expand, type Value, words } from '../../src/dockerfile/words.ts';

test.each<[string, string, string[]]>([
  ['nothing', ' \t', []],
  ['blanks', ' a  b\tc ', ['a', 'b', 'c']],
  ['quotes stay', 'a="b c" \'d "e\' f', ['a="b c"', "'d \"e'", 'f']],
  ['escaped', 'a\\ b \\"c d" "e\\" f"', ['a\\ b', '\\"c', 'd" "e\\"', 'f"']],
  ['a quote that nothing ends', 'a "b c', ['a', '"b c']],
])('words: %s', (_, text, expected) => {
  expect(words(text, '\\')).toEqual(expected);
});

const values: Readonly<Record<string, Value>> = { X: 'val', EMPTY: '', DARK: null };

// Compared with BuildKit's own lexer too, 0.32.2, by some thousand words of such pieces in any order.
describe.each<[string, readonly (readonly [string, string | null])[]]>([
  [
    'plain',
    [
      ['a', 'a'],
      ['', ''],
      ['$', '$'],
      ['a$', 'a$'],
      ['$.', '$.'],
    ],
  ],
  [
    'names',
    [
      ['$X', 'val'],
      ['${X}', 'val'],
      ['a${X}b', 'avalb'],
      ['$X_', ''],
      ['$UNSET', ''],
      ['$1', ''],
    ],
  ],
  [
    'quotes',
    [
      ["'$X'", '$X'],
      ['"$X"', 'val'],
      ['"a\'b"', "a'b"],
      ["'a", 'a'],
      ['"a\\"b\\c"', 'a"b\\c'],
    ],
  ],
  [
    'escaped',
    [
      ['\\$X', '$X'],
      ['\\a', 'a'],
      ['"\\$X"', '$X'],
      ['a\\', 'a'],
    ],
  ],
  [
    'defaults',
    [
      ['${X:-d}', 'val'],
      ['${EMPTY:-d}', 'd'],
      ['${EMPTY-d}', ''],
      ['${UNSET:-d}', 'd'],
      ['${UNSET-d}', 'd'],
      ['${UNSET:-$X}', 'val'],
      ['${UNSET:-${EMPTY:-"a b"}}c', 'a bc'],
      ['${UNSET:-\\}}', '}'],
    ],
  ],
  [
    'alternatives',
    [
      ['${X:+y}', 'y'],
      ['${EMPTY:+y}', ''],
      ['${EMPTY+y}', 'y'],
      ['${UNSET+y}', ''],
    ],
  ],
  [
    'required',
    [
      ['${X:?why}', 'val'],
      ['${X?why}', 'val'],
    ],
  ],
  [
    'not known',
    [
      ['$DARK', null],
      ['a${DARK}b', null],
      ['"$DARK"', null],
      ["'$DARK'", '$DARK'],
      ['${DARK:-d}', null],
      ['${DARK:+y}', null],
      ['${X:-$DARK}', 'val'],
      ['${UNSET:+$DARK}', ''],
      ['${UNSET:-$DARK}', null],
      ['$DARK${X:-d}', null],
      ['${X%.*}', null],
      ['${X#a}', null],
      ['${X/a/b}', null],
      ['${X', null],
    ],
  ],
])('expand: %s', (_, rows) => {
  test.each(rows)('%s', (word, expected) => {
    expect(expand(word, (name) => values[name], '\\')).toBe(expected);
  });
});

test('another escape', () => {
  expect(expand('`$X\\$X', (name) => values[name], '`')).toBe('$X\\val');
});
