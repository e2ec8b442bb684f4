import { describe, expect, test } from 'vitest';
import { literalPath } from '../../src/dockerfile/context-sources.ts';
import { ignoreLines, type Match, pathPattern, patternList } from '../../src/observe/patterns.ts';

const paths = ['a', 'a/b', 'a/b/c.txt', 'ab', 'ab/b', 'b', 'b/a', '.git', 'c.txt', 'x*y', 'é'];

// Compared with Go's own, moby/patternmatcher 0.6.1, by some ten thousand lists of such pieces.
test.each<[pattern: string, matches: string[]]>([
  ['a', ['a']],
  ['a/b', ['a/b']],
  ['*', ['a', 'ab', 'b', '.git', 'c.txt', 'x*y', 'é']],
  ['?', ['a', 'b', 'é']],
  ['*/*', ['a/b', 'ab/b', 'b/a']],
  ['a*', ['a', 'ab']],
  ['*.txt', ['c.txt']],
  ['**', paths],
  ['**/b', ['a/b', 'ab/b', 'b']],
  ['a/**', ['a/b', 'a/b/c.txt']],
  ['a/**/c.txt', ['a/b/c.txt']],
  ['a/b/**/c.txt', ['a/b/c.txt']],
  ['**/*.txt', ['a/b/c.txt', 'c.txt']],
  ['**.txt', ['a/b/c.txt', 'c.txt']],
  ['**b', ['a/b', 'ab', 'ab/b', 'b']],
  ['[ab]', ['a', 'b']],
  ['[^a]', ['b', 'é']],
  ['[a-c].txt', ['c.txt']],
  ['[.]git', ['.git']],
  ['x[*]y', ['x*y']],
  ['x\\*y', ['x*y']],
  ['x*y', ['x*y']],
  ['.', []],
  ['.g+t', []],
  ['[a', []],
  ['a\\', []],
  ['[z-a]', []],
])('%s', (pattern, matches) => {
  expect(paths.filter(pathPattern(pattern))).toEqual(matches);
});

test.each(['a+b', '(a)', 'a|b', 'a{1}', '$a', '^a', 'a-b', ']', '#a', '!a', 'a b', 'a.b', '[]', '*?\\'])(
  'a name that has a meaning elsewhere: %s',
  (name) => {
    expect([pathPattern(literalPath(name))(name), pathPattern(literalPath(name))(`${name}${name}`)]).toEqual([
      true,
      false,
    ]);
  },
);

test('lines of a .dockerignore', () => {
  const text = '\uFEFF# comment\r\na\n\n  b/  \n/c\n! /d\n!./e//f\n # no comment\n../g\n!\n/\n';
  expect(ignoreLines(text).filter(Boolean)).toEqual([
    'a',
    'b/',
    'c',
    '!d',
    '!e/f',
    '# no comment',
    '../g',
    '/',
  ]);
});

/** What a list says of a path, asked from the root down as the walk does. */
function matched(text: string, path: string): boolean {
  const list = patternList(ignoreLines(text));
  const names = path.split('/');
  let match: Match | undefined;
  for (let end = 1; end <= names.length; end += 1) match = list.match(names.slice(0, end).join('/'), match);
  return match?.matched === true;
}

describe.each<[name: string, text: string, matched: string[], not: string[]]>([
  ['nothing', '', [], ['a']],
  ['what is below a folder', 'a', ['a', 'a/b', 'a/b/c'], ['b', 'b/a']],
  ['slashes on either end', '/a/\n', ['a', 'a/b'], ['b/a']],
  ['the last one says', 'a\n!a\na', ['a'], []],
  ['an exception', '*.md\n!README.md', ['a.md'], ['README.md', 'a/b.md']],
  ['and again', '*.md\n!README*.md\nREADME-secret.md', ['a.md', 'README-secret.md'], ['README.md']],
  ['an exception below', 'a\n!a/b', ['a', 'a/c'], ['a/b', 'a/b/c']],
  [
    'exceptions below of everything',
    '**\n!src/**/*.py',
    ['a', 'src', 'src/a.txt'],
    ['src/a.py', 'src/b/c.py'],
  ],
  ['an exception before', '!a\n*', ['a', 'a/b'], []],
  ['a part of an exception', '*\n!a\na/b', ['b', 'a/b', 'a/b/c'], ['a', 'a/c']],
  ['an exception of a whole folder comes too late for a part', 'a/b\n!a', ['a/b'], ['a', 'a/c']],
  ['the root', '.\n/\n..\n', [], ['a', 'a/b']],
  ['a path that goes up and down', 'a/../b', ['b'], ['a']],
])('%s', (_, text, yes, no) => {
  test.each(yes)('%s is', (path) => expect(matched(text, path)).toBe(true));
  test.each(no)('%s is not', (path) => expect(matched(text, path)).toBe(false));
});

test.each<[string, string, boolean]>([
  ['a\n!b', 'a', false],
  ['a\n!a/b', 'a', true],
  ['a\n!a/b', 'a/c', false],
  ['a\n!ab', 'a', false],
  ['a\n!**/x', 'a', true],
  ['a\n!a*/x', 'a', true],
  ['a\n!b*/x', 'a', false],
  ['a\n!a/b/*', 'a/b', true],
  ['a\n!a/b/*', 'a/c', false],
  ['a', 'a', false],
])('%j may except something in %s: %s', (text, folder, expected) => {
  expect(patternList(ignoreLines(text)).mayExcept(folder)).toBe(expected);
});
