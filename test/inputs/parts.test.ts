import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/names/nearest.ts';
import { readInputs } from '../../src/inputs/read.ts';
import { parseWords, splitLines, splitList } from '../../src/inputs/splitting.ts';
import { inputTable } from '../../src/inputs/table.ts';

describe('parseWords', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['one', 'uvicorn', ['uvicorn']],
    ['many, with any white space', ' a  b\tc\nd ', ['a', 'b', 'c', 'd']],
    ['single quotes', `sh -c 'a && $b'`, ['sh', '-c', 'a && $b']],
    ['double quotes', `a "b c" "d\\"e\\\\" "\\$x" "\\n"`, ['a', 'b c', 'd"e\\', '$x', '\\n']],
    ['backslashes', 'a\\ b \\$x', ['a b', '$x']],
    ['quotes within a word', `--bind='0.0.0.0:80'"x"`, ['--bind=0.0.0.0:80x']],
    ['an empty word', `a ''`, ['a', '']],
    ['nothing', '', []],
  ])('%s', (_, text, value) => {
    expect(parseWords(text)).toEqual({ ok: true, value });
  });

  it.each([
    '"',
    "'",
    'a "b',
    "a 'b",
    'a\\',
    'a;b',
    'a|b',
    'a>b',
    'a<b',
    'a&',
    '(a)',
    '$a',
    '"$a"',
    '"`a`"',
    '`a`',
  ])('refuses %s', (text) => {
    expect(parseWords(text).ok).toBe(false);
  });
});

describe('splitting', () => {
  it.each([
    ['lines', splitLines(' a b \n\n#c\n d#e '), ['a b', 'd#e']],
    ['a list', splitList(' a, b\n\n#c d\n,e  f,'), ['a', 'b', 'e', 'f']],
  ])('%s', (_, parts, expected) => {
    expect(parts).toEqual(expected);
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['slm', 'slim', 1],
    ['slimm', 'slim', 1],
    ['slam', 'slim', 1],
    ['silm', 'slim', 1],
    ['kitten', 'sitting', 3],
  ])('%s to %s is %i', (from, to, expected) => {
    expect(editDistance(from, to)).toBe(expected);
  });
});

describe('nearest', () => {
  const names = inputTable.map((row) => row.name);
  it.each([
    ['a slip', 'pakage', 'package'],
    ['capitals', 'PLATFORM', 'platform'],
    ['a plural', 'platforms', 'platform'],
    ['a dash', 'python-version', 'python_version'],
    ['nothing near', 'frobnicate', undefined],
    ['nothing', '', undefined],
    ['300 characters', 'a'.repeat(300), undefined],
  ])('%s', (_, text, expected) => {
    expect(nearest(text, names)).toBe(expected);
  });
});

describe('any text in any input', () => {
  const where = fc.constantFrom('action' as const, 'cli' as const);
  const input = fc.constantFrom(...inputTable);
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('$(x)', '`x`', '::x', '\n::x', '\r\n', '//a:b@c'),
  );

  it('is read, or refused in one line, and never throws', () => {
    fc.assert(
      fc.property(where, input, text, (place, row, value) => {
        const raw = { package: 'uvicorn', package_version: '1', image_name: 'a/b', [row.name]: value };
        const { inputs, problems } = readInputs(raw, place);
        expect(inputs === undefined).toBe(problems.length > 0);
        for (const { message } of problems)
          // oxlint-disable-next-line no-control-regex
          expect(message).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
      }),
      { numRuns: 3000, seed: 24 },
    );
  });
});
