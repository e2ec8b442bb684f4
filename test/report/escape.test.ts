import { expect, test } from 'vitest';
import { code, fenced, markdown, oneLine, plain, table } from '../../src/report/escape.ts';

test.each([
  ['colours', '\u001b[1;31mred\u001b[0m', 'red'],
  ['a link of the terminal', '\u001b]8;;http://x\u0007text\u001b]8;;\u0007', 'text'],
  ['carriage returns', 'a\r\nb\rc', 'a\nb\nc'],
  ['control characters', 'a\u0000b\u0008c\u009bd', 'abcd'],
  ['marks that turn text around', 'a\u202eb\u2066c', 'abc'],
  ['tabs', 'a\tb', 'a b'],
])('plain: %s', (_, text, expected) => {
  expect(plain(text)).toBe(expected);
});

test.each([
  ['pipes, backticks and tags', 'a|b `c` <d>', 'a\\|b \\`c\\` \\<d\\>'],
  ['a new line cannot begin a heading', 'a\n# b', 'a \\# b'],
  ['links and emphasis', '[a](b) *c* _d_', '\\[a\\](b) \\*c\\* \\_d\\_'],
  ['entities', '&lt;', '\\&lt;'],
  ['mathematics', '$x$', '\\$x\\$'],
  ['a backslash before a pipe', 'a\\|', 'a\\\\\\|'],
])('markdown: %s', (_, text, expected) => {
  expect(markdown(text)).toBe(expected);
});

test.each([
  ['a reference', 'ghcr.io/a/b:c', '`ghcr.io/a/b:c`'],
  ['a requirement', 'a==1.0', '`a==1.0`'],
  ['a backtick', 'a`b', '<code>a\\`b</code>'],
  ['a pipe', 'a|b', '<code>a\\|b</code>'],
])('code: %s', (_, text, expected) => {
  expect(code(text)).toBe(expected);
});

test('a fence is longer than any run of backticks in it', () => {
  expect(fenced(['a ```` b', 'c'], 'text')).toBe('`````text\na ```` b\nc\n`````');
});

test('one line', () => {
  expect(oneLine(' a \n  b\r\nc ')).toBe('a b c');
});

test('a table with a column on the right', () => {
  expect(table(['A', 'B'], [['1', '2']], ['B'])).toBe('| A | B |\n| --- | ---: |\n| 1 | 2 |');
});
