import { describe, expect, it, test } from 'vitest';
import { Failure } from '../../../src/errors.ts';
import { parseConfig } from '../../../src/sources/project/config-parser.ts';
import { python, run } from '../../dockerfiles/programs.ts';

/** Texts of options by section, joined as configparser joins them; null where it refuses the file. */
type Sections = Readonly<Record<string, Readonly<Record<string, string>>>> | null;

const read = (text: string): Sections => {
  try {
    const config = parseConfig({ path: 'setup.cfg', text });
    return Object.fromEntries(
      [...config].map(([section, options]) => [
        section,
        Object.fromEntries(
          [...options].map(([name, lines]) => [
            name,
            lines
              .map((line) => line.text)
              .join('\n')
              .trimEnd(),
          ]),
        ),
      ]),
    );
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
};

const program = `
import configparser, io, json, sys

def read(text):
    config = configparser.RawConfigParser()
    config.optionxform = str
    try:
        config.read_file(io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))
    except configparser.Error:
        return None
    return {section: dict(config.items(section)) for section in config.sections()}

json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`;

const texts = [
  '',
  '# only\n; comments\n',
  '[a]\n',
  '[a]\nx=1\ny = 2\nz : 3\nw: 4=5\nv =a:b\nu=\n',
  '[a]\r\nx = 1\r\n  2\r\n',
  '[a]\rx = 1\r  2\r',
  '[a]\nx =\n  one\n  two\n',
  '[a]\nx =\n  one\n\n  two\n\n\n[b]\ny = 1\n',
  '[a]\nx = 1\n# comment\n  2\n  # comment\n  ; comment\n  3\n',
  '[a]\nx = 1 # no comment\ny = 2 ; nor here\n',
  '[a]\n  x = 1\n  y = 2\n    more\n  z = 3\n',
  '[a]\n  x = 1\ny = 2\n',
  '[a]\n\tx = 1\n\t y\n',
  '  [a]\nx = 1\n',
  '[a] rest\nx = 1\n',
  '[a]b]\nx = 1\n',
  '[a]\nx = 1\n  [b]\n  y = 2\n',
  '[a]\nlong name = 1\nlong\tname: 2\n',
  '[A]\nX = 1\nx = 2\n[a]\nx = 3\n',
  '[DEFAULT]\nx = 1\ny = 2\n[a]\nx = 3\n[DEFAULT]\nz = 4\n',
  '[a]\nx = %(y)s %\n',
  '[a]\nx = 1\u2028 2\n',
  '[options.entry_points]\nconsole_scripts =\n    one = a:b\n    two=c:d\n',
  // What it refuses.
  'x = 1\n',
  '[]\n',
  '[a\nx = 1\n',
  '[a]\nword\n',
  '[a]\n= 1\n',
  '[a]\n: 1 = 2\n',
  '[a]\n[a]\n',
  '[a]\nx = 1\nx = 2\n',
  '[DEFAULT]\nx = 1\nx = 2\n',
];

test('reads what Python’s configparser reads', async () => {
  const { code, stdout, stderr } = await run(python, ['-c', program], { input: JSON.stringify(texts) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const theirs = JSON.parse(stdout) as Sections[];
  expect(texts.map((text) => [text, read(text)])).toEqual(texts.map((text, index) => [text, theirs[index]]));
  expect(theirs.filter((sections) => sections === null).length).toBe(9);
});

test('gives the place of each line', () => {
  const text = '[a]\nx  =  one\n  # comment\n   two\n\n';
  expect(parseConfig({ path: 'setup.cfg', text })).toEqual(
    new Map([
      [
        'a',
        new Map([
          [
            'x',
            [
              { text: 'one', line: 2, column: 7 },
              { text: 'two', line: 4, column: 4 },
              { text: '', line: 5, column: 1 },
              { text: '', line: 6, column: 1 },
            ],
          ],
        ]),
      ],
    ]),
  );
});

test('takes no time for a long line', { timeout: 1000 }, () => {
  expect(read(`[a]\nb${' '.repeat(900_000)}c`)).toBeNull();
  expect(read(`[a]\nb${' '.repeat(900_000)}= c`)).toEqual({ a: { b: 'c' } });
});

describe('parseConfig refuses', () => {
  it.each([
    [
      'what stands before the first section, and says nothing more',
      '\nname = x\nword\n',
      [
        'line 2, column 1: expected a section like "[metadata]" before everything else; "name = x" stands there.',
      ],
    ],
    [
      'all that is wrong',
      '[a]\n  word\nx = 1\nx = 2\n[a]\nx = 3\n',
      [
        'line 2, column 3: expected "name = value", a section like "[metadata]", or a value\'s next line, which is indented; "word" stands there.',
        'line 4, column 1: the option "x" is in this section twice.',
        'line 5, column 1: the section "a" is there twice.',
      ],
    ],
  ])('%s', (_, text, messages) => {
    let problems: Failure['problems'] = [];
    try {
      parseConfig({ path: 'app/setup.cfg', text });
    } catch (error) {
      if (error instanceof Failure) problems = error.problems;
    }
    expect(problems).toEqual(
      messages.map((message) => ({
        station: 'input',
        about: 'app/setup.cfg',
        message: `app/setup.cfg, ${message}`,
      })),
    );
  });
});
