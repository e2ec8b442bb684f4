import { expect, test } from 'vitest';
import { type Instruction, readInstructions, stepsOfLastStage } from '../../src/dockerfile/instructions.ts';

const one = (line: number, keyword: string, rest: string, more: Partial<Instruction> = {}): Instruction => ({
  line,
  keyword,
  flags: [],
  rest,
  heredocs: [],
  ...more,
});

// Also compared with the parser of BuildKit 0.32.2 on thousands of random texts of such lines.
test.each<[string, string, Instruction[]]>([
  ['nothing', '', []],
  ['one line without an end', 'FROM a', [one(1, 'FROM', 'a')]],
  [
    'a byte order mark, and lines that end as on Windows',
    '\uFEFFfrom a\r\nRUN b \\\r\n  c\r\n',
    [one(1, 'FROM', 'a'), one(2, 'RUN', 'b   c')],
  ],
  ['blanks before', '\n  \n\t FROM  a \n', [one(3, 'FROM', 'a')]],
  ['continued lines are joined as they are', 'RUN a\\\nb \\  \n  c\n', [one(1, 'RUN', 'ab   c')]],
  [
    'comments and empty lines between continued ones',
    'RUN a \\\n# no\n\n  # no\n  b\nRUN c',
    [one(1, 'RUN', 'a   b'), one(6, 'RUN', 'c')],
  ],
  [
    'an escape that is escaped continues nothing',
    'RUN a \\\\\nRUN b',
    [one(1, 'RUN', 'a \\\\'), one(2, 'RUN', 'b')],
  ],
  ['a continued last line', 'RUN a \\\n', [one(1, 'RUN', 'a')]],
  [
    'the directive escape',
    '# syntax=x\n#escape = `\nRUN a `\nb \\\nRUN c',
    [one(3, 'RUN', 'a b \\'), one(5, 'RUN', 'c')],
  ],
  [
    'no directive after a comment',
    '# hello\n# escape=`\nRUN a `\nRUN b',
    [one(3, 'RUN', 'a `'), one(4, 'RUN', 'b')],
  ],
  [
    'no directive after an empty line',
    '\n# escape=`\nRUN a `\nRUN b',
    [one(3, 'RUN', 'a `'), one(4, 'RUN', 'b')],
  ],
  [
    'flags',
    'COPY --link --chown=1:2 --from="a b" --exclude=\'*.c\' --x=\\"y --a x --b y',
    [
      one(1, 'COPY', 'x --b y', {
        flags: [
          { name: 'link', value: '' },
          { name: 'chown', value: '1:2' },
          { name: 'from', value: 'a b' },
          { name: 'exclude', value: '*.c' },
          { name: 'x', value: '"y' },
          { name: 'a', value: '' },
        ],
      }),
    ],
  ],
  [
    'the end of flags',
    'RUN --network=none -- --x',
    [one(1, 'RUN', '--x', { flags: [{ name: 'network', value: 'none' }] })],
  ],
  [
    'a heredoc',
    'RUN <<EOF\n# kept\n\n a \\\nEOF \nEOF\nRUN b',
    [one(1, 'RUN', '<<EOF', { heredocs: ['# kept\n\n a \\\nEOF '] }), one(7, 'RUN', 'b')],
  ],
  [
    'two heredocs, one without the tabs',
    'COPY <<A <<-"B B" /x\n\ta\nA\n\t\tb\n\tB B\nRUN c',
    [one(1, 'COPY', '<<A <<-"B B" /x', { heredocs: ['\ta', 'b'] }), one(6, 'RUN', 'c')],
  ],
  [
    'a heredoc with a number, blanks, and an instruction that is continued',
    "RUN cat \\\n 3<< 'E'\nx\nE\nRUN b",
    [one(1, 'RUN', "cat  3<< 'E'", { heredocs: ['x'] }), one(5, 'RUN', 'b')],
  ],
  ['a heredoc that nothing ends', 'RUN <<EOF\nRUN b', [one(1, 'RUN', '<<EOF', { heredocs: ['RUN b'] })]],
  [
    'what only looks like a heredoc',
    'RUN cat <<<x\nRUN a<<E\nRUN echo "<<E"\nCOPY ["<<E", "/"]\nENV A <<E',
    [
      one(1, 'RUN', 'cat <<<x'),
      one(2, 'RUN', 'a<<E'),
      one(3, 'RUN', 'echo "<<E"'),
      one(4, 'COPY', '["<<E", "/"]'),
      one(5, 'ENV', 'A <<E'),
    ],
  ],
  [
    'a heredoc that is held back',
    'ONBUILD RUN <<E\nx\nE\nRUN b',
    [one(1, 'ONBUILD', 'RUN <<E', { heredocs: ['x'] }), one(4, 'RUN', 'b')],
  ],
])('%s', (_, text, expected) => {
  expect(readInstructions(text).instructions).toEqual(expected);
});

test.each([
  ['FROM a\nRUN b\n', 1],
  ['FROM a AS b\nRUN c\nRUN d\nfrom b\nARG E=""\n# comment\nCOPY \\\n  --from=b /f /\n', 2],
  ['FROM a\n', 0],
])('counts the steps of the last stage of %j', (text, count) => {
  expect(stepsOfLastStage(text)).toBe(count);
});
