import { expect, test } from 'vitest';
import { filtered, secretsFilter } from '../../src/world/secrets.ts';

test.each([
  ['none', [], 'text', 'text'],
  ['blank ones are none', ['', ' '], 'a b', 'a b'],
  ['everywhere', ['s3cret'], 'a s3cret b s3cret', 'a *** b ***'],
  ['the longer one first', ['abc', 'abcdef'], 'abcdef abc', '*** ***'],
  ['what a pattern would read', ['a.*(b)[c]$^|\\'], 'x a.*(b)[c]$^|\\ y', 'x *** y'],
  ['in a URL', ['p@ss/word'], 'https://u:p%40ss%2Fword@host', 'https://u:***@host'],
  ['in JSON', ['a"b\\c'], '{"x":"a\\"b\\\\c"}', '{"x":"***"}'],
  ['in base64', ['password'], 'Basic cGFzc3dvcmQ=', 'Basic ***'],
  ['each line of one', ['first line\n}\nlast line'], 'first line / } / last line', '*** / } / ***'],
  ['with space around it', [' padded\n'], 'x padded y', 'x *** y'],
])('filter: %s', (_, secrets, text, expected) => {
  expect(secretsFilter(secrets)(text)).toBe(expected);
});

test('a whole value', () => {
  const filter = secretsFilter(['x1x']);
  expect(filtered({ a: ['x1x', 1, null, undefined], b: { c: 'no x1x' }, d: true }, filter)).toEqual({
    a: ['***', 1, null, undefined],
    b: { c: 'no ***' },
    d: true,
  });
});
