import { expect, test } from 'vitest';
import type { BuildSecret } from '../../src/names/build-secret.ts';
import { secretValues } from '../../src/world/secret-values.ts';
import { filtered, secretsFilter } from '../../src/world/secrets.ts';

test.each([
  ['none', [], 'text', 'text'],
  ['blank values are ignored', ['', ' '], 'a b', 'a b'],
  ['everywhere', ['s3cret'], 'a s3cret b s3cret', 'a *** b ***'],
  ['the longer one first', ['abc', 'abcdef'], 'abcdef abc', '*** ***'],
  ['characters of a regular expression', ['a.*(b)[c]$^|\\'], 'x a.*(b)[c]$^|\\ y', 'x *** y'],
  ['in a URL', ['p@ss/word'], 'https://u:p%40ss%2Fword@host', 'https://u:***@host'],
  ['in JSON', ['a"b\\c'], '{"x":"a\\"b\\\\c"}', '{"x":"***"}'],
  ['in base64', ['password'], 'Basic cGFzc3dvcmQ=', 'Basic ***'],
  ['each line of one', ['first line\n}\nlast line'], 'first line / } / last line', '*** / } / ***'],
  ['with space around it', [' padded\n'], 'x padded y', 'x *** y'],
])('hides %s', (_, secrets, text, expected) => {
  expect(secretsFilter(secrets)(text)).toBe(expected);
});

test.each<readonly [string, BuildSecret, readonly string[]]>([
  [
    'a variable, and its longer lines',
    { id: 'a', from: { kind: 'variable', name: 'A' } },
    ['first line\n}', 'first line'],
  ],
  ['nothing of a missing variable', { id: 'a', from: { kind: 'variable', name: 'NONE' } }, []],
  ['nor of a file', { id: 'a', from: { kind: 'file', path: '/none' } }, []],
  [
    'passwords of the index, alone and as HTTP sends them',
    { id: 'netrc', from: { kind: 'variable', name: 'NETRC' } },
    [
      'machine a.example login u password t0ken\ndefault login x password pass',
      'machine a.example login u password t0ken',
      'default login x password pass',
      't0ken',
      'u:t0ken',
      'pass',
      'x:pass',
    ],
  ],
])('finds the values of a secret: %s', (_, secret, expected) => {
  const env = {
    A: 'first line\n}\n',
    NETRC: 'machine a.example login u password t0ken\ndefault login x password pass\n',
  };
  expect(secretValues({ secrets: [secret] }, env)).toEqual(expected);
});

test('filters all strings in a value', () => {
  const filter = secretsFilter(['x1x']);
  expect(filtered({ a: ['x1x', 1, null, undefined], b: { c: 'no x1x' }, d: true }, filter)).toEqual({
    a: ['***', 1, null, undefined],
    b: { c: 'no ***' },
    d: true,
  });
});
