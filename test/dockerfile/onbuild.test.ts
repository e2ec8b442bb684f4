import { expect, test } from 'vitest';
import { withoutTriggers } from '../../src/dockerfile/onbuild.ts';

test.each<[string, string, string | undefined]>([
  ['no such instruction', 'FROM base\nRUN true\n', undefined],
  ['one between others', 'FROM base\nONBUILD RUN a\nRUN b\n', 'FROM base\n\nRUN b\n'],
  ['the last line, without its end', 'FROM base\nRUN b\nonbuild copy . .', 'FROM base\nRUN b\n'],
  [
    'continued lines, and comments within',
    'FROM base\nONBUILD RUN a \\\n# why\n  b\nRUN c\n',
    'FROM base\n\n\n\nRUN c\n',
  ],
  [
    'lines continued by the escape of a directive',
    '# escape=`\nFROM base\nONBUILD RUN a `\n  b\nRUN c\n',
    '# escape=`\nFROM base\n\n\nRUN c\n',
  ],
  [
    'a here-document',
    'FROM base\nONBUILD RUN <<end\nRUN not an instruction\nend\nRUN c\n',
    'FROM base\n\n\n\nRUN c\n',
  ],
  [
    'those of the last stage alone: a stage that stands on another runs its triggers',
    'FROM base AS one\nONBUILD RUN a\nFROM one\nONBUILD RUN b\n',
    'FROM base AS one\nONBUILD RUN a\nFROM one\n\n',
  ],
  ['those of another stage alone', 'FROM base AS one\nONBUILD RUN a\nFROM one\n', undefined],
  ['its name within another instruction', 'FROM base\nRUN echo \\\nONBUILD\n', undefined],
])('leaves out %s', (_, text, left) => {
  expect(withoutTriggers(text)).toBe(left);
});
