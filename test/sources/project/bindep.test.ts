import { describe, expect, it, test } from 'vitest';
import { Failure } from '../../../src/errors.ts';
import { readBindep } from '../../../src/sources/project/bindep.ts';

// That it reads what bindep reads is held in bindep-itself.test.ts.
describe('readBindep', () => {
  it.each([
    ['nothing', '', []],
    ['comments and blank lines', '# one\n\n   # two\n  ', []],
    [
      'a name alone, after others',
      '# one\r\n\r\nlibffi6 # why',
      [{ line: 3, name: 'libffi6', selectors: [], constraints: [] }],
    ],
    [
      'everything',
      'python [platform:dpkg !test (ceph !lvm)] >=1:3.7-2,!=3.8\n',
      [
        {
          line: 1,
          name: 'python',
          selectors: [
            { kind: 'profile', name: 'platform:dpkg', negated: false },
            { kind: 'profile', name: 'test', negated: true },
            {
              kind: 'group',
              profiles: [
                { name: 'ceph', negated: false },
                { name: 'lvm', negated: true },
              ],
            },
          ],
          constraints: ['>=1:3.7-2', '!=3.8'],
        },
      ],
    ],
  ])('reads %s', (_, text, lines) => {
    expect(readBindep(text, 'bindep.txt')).toEqual(lines);
  });

  const name =
    'a package, whose name has at least two letters, digits, ".", "+", "-", "_" or "/", and begins with a letter, a digit or "/"';
  const profile =
    'a profile of lower-case letters, digits, ":", "-" and ".", after "!" where it must not be active';
  const relation = 'one of "<", "<=", "==", "!=", ">=" and ">" directly before a version';
  const version = 'a version that begins with a digit, like "1.2" or "1:1.2-3", directly after the relation';
  const end = 'a comment, or the end of the line without a space before it';

  it.each([
    ['a name of one letter', 'R', `column 1: expected ${name}; "R" stands there.`],
    ['an indented name', '  foo', `column 1: expected ${name}; "  foo" stands there.`],
    [
      'a space at the end',
      'foo ',
      `column 4: expected "[" or a constraint, each after a space, ${end}; " " stands there.`,
    ],
    [
      'a tab',
      'foo\t[test]',
      `column 4: expected "[" or a constraint, each after a space, ${end}; "\\t[test]" stands there.`,
    ],
    [
      'a version without a relation',
      'foo 1.0',
      'column 5: expected "[" or a constraint, each after a space, or a comment; "1.0" stands there.',
    ],
    [
      'a second selector',
      'foo [a] [b]',
      'column 9: expected a constraint after a space, or a comment; "[b]" stands there.',
    ],
    [
      'what follows a selector',
      'foo [a]>=1',
      `column 8: expected a constraint after a space, ${end}; ">=1" stands there.`,
    ],
    [
      'an upper-case profile',
      'foo [a Test]',
      `column 8: expected ${profile}, "(" or "]"; "Test]" stands there.`,
    ],
    ['an open selector', 'foo [a ', `column 8: expected ${profile}, "(" or "]"; the line ends there.`],
    ['a group in a group', 'foo [(a (b))]', `column 9: expected ${profile}, or ")"; "(b))]" stands there.`],
    ['a single "="', 'foo =1', `column 5: expected ${relation}; "=1" stands there.`],
    ['a space before a version', 'foo >= 1', `column 7: expected ${version}; " 1" stands there.`],
    ['a comma at the end', 'foo >=1,', `column 9: expected ${relation}; the line ends there.`],
    [
      'a space between constraints',
      'foo >=1 ,<2',
      `column 8: expected "," and another constraint, without a space, ${end}; " ,<2" stands there.`,
    ],
    ['a version without a number', 'foo >=1:a', `column 7: expected ${version}; "1:a" stands there.`],
  ])('refuses %s', (_, text, message) => {
    expect(() => readBindep(`fine\n${text}\n`, 'other/bindep.txt')).toThrow(
      new Failure([
        { station: 'input', about: 'other/bindep.txt', message: `other/bindep.txt, line 2, ${message}` },
      ]),
    );
  });

  test('says what is wrong in all lines at once', () => {
    let problems: Failure['problems'] = [];
    try {
      readBindep('a\nfine\nfoo [A]\n', 'bindep.txt');
    } catch (error) {
      if (error instanceof Failure) problems = error.problems;
    }
    expect(problems).toEqual([
      {
        station: 'input',
        about: 'bindep.txt',
        message: `bindep.txt, line 1, column 1: expected ${name}; "a" stands there.`,
      },
      {
        station: 'input',
        about: 'bindep.txt',
        message: `bindep.txt, line 3, column 6: expected ${profile}, "(" or "]"; "A]" stands there.`,
      },
    ]);
  });

  test('says the first lines of a file that is something else', () => {
    let problems: Failure['problems'] = [];
    try {
      readBindep('a\n'.repeat(11), 'bindep.txt');
    } catch (error) {
      if (error instanceof Failure) problems = error.problems;
    }
    expect(problems).toHaveLength(11);
    expect(problems.at(-1)?.message).toBe('bindep.txt, 1 more line is wrong. Is it another file?');
  });
});
