import { describe, expect, test } from 'vitest';
import { isStrict, refusedLines } from '../../src/lock/metadata.ts';

test.each([
  ['24.0', false],
  ['24.1', true],
  ['24.1b1', false],
  ['25.3', true],
  ['', false],
])('tells whether pip %s is strict', (version, strict) => {
  expect(isStrict(version)).toBe(strict);
});

describe('finds the lines that pip refuses', () => {
  const metadata = (...lines: string[]): string =>
    `Metadata-Version: 2.1\nName: demo\n${lines.map((line) => `Requires-Dist: ${line}\n`).join('')}\nRequires-Dist: words (>=1.*)\n`;

  /** Checked against `Requirement` of packaging 26, which is part of pip. */
  test.each([
    ['a prefix with another operator', 'PyYAML (>=5.1.*)', true],
    ['the same for an extra alone', "PyYAML>=5.1.* ; extra == 'yaml'", true],
    ['a version that is none', 'pytz (>dev)', true],
    ['no comma between two', 'six>=1.0 <2', true],
    ['one number after ~=', 'six~=1', true],
    ['a prefix with ==', 'six (==1.*)', false],
    ['a prefix with !=', 'six!=1.2.*,>=1', false],
    ['no version', 'six', false],
    ['extras and a marker', 'requests[socks] (>=2) ; python_version >= "3.8"', false],
    ['any text after ===', 'six===whatever', false],
    ['a URL', 'six @ https://files.example.org/six-1.0.whl', false],
    ['a local version', 'torch==2.0+cpu', false],
  ])('%s', (_, line, refused) => {
    expect(refusedLines(metadata('h11>=0.8', line))).toEqual(refused ? [line] : []);
  });
});
