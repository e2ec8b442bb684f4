import { expect, test } from 'vitest';
import { stageFault, type StageFault } from '../../src/dockerfile/stage-fault.ts';

// Also compared with BuildKit 0.32.2 on twenty thousand random texts of such lines.
test.each<[string, string, StageFault | undefined]>([
  ['a stage', 'FROM a\n', undefined],
  ['a stage in small letters', 'from a', undefined],
  ['a byte order mark, and lines that end as on Windows', '\uFEFF# x\r\nARG A=1\r\nFROM a\r\n', undefined],
  ['a directive, a comment and an empty line', '# syntax=docker/dockerfile:1\n# x\n\nFROM a\n', undefined],
  ['arguments over several lines', 'ARG A \\\n  # why\n  B=2\nARG C\nFROM $A\n', undefined],
  ['arguments that are continued as on Windows', '# escape=`\nARG A `\n  B=2\nFROM a\n', undefined],
  ['a FROM over two lines', 'FROM \\\n  a\nRUN <<EOF\nx\nEOF\n', undefined],
  ['an escape in an empty first line', '\\\nFROM a\n', undefined],
  ['nothing', '', { line: 1 }],
  ['a byte order mark alone', '\uFEFF', { line: 1 }],
  ['empty lines alone', '\n\n', { line: 1 }],
  ['comments alone', '# syntax=docker/dockerfile:1\n# x\n', { line: 2 }],
  ['arguments alone', 'ARG A\nARG B\n', { line: 2 }],
  ['a FROM that is a comment', '# FROM a\n', { line: 1 }],
  ['a FROM that a line continues', 'ARG A \\\nFROM a\n', { line: 2 }],
  ['a RUN first', 'RUN x\nFROM a\n', { line: 1, keyword: 'RUN' }],
  ['a RUN alone', 'RUN x\n', { line: 1, keyword: 'RUN' }],
  ['a FROM in a heredoc', 'ARG A\nRUN <<EOF\nFROM a\nEOF\n', { line: 2, keyword: 'RUN' }],
  ['a trigger first', '\n# x\nonbuild RUN x\nFROM a\n', { line: 3, keyword: 'ONBUILD' }],
  ['a slip of the pen', 'FORM a\nRUN x\n', { line: 1, keyword: 'FORM' }],
])('%s', (_, text, fault) => {
  expect(stageFault(text, {})).toEqual(fault);
});

test.each<[string, string, Readonly<Record<string, string>>, boolean]>([
  ['none', 'x', {}, true],
  ["Docker's own", '# syntax=docker/dockerfile:1\nx', {}, true],
  ["Docker's own from a mirror", '#syntax = mirror.test/docker/dockerfile-upstream@sha256:1 a\nx', {}, true],
  ['another', '# syntax=team/frontend:1\nx', {}, false],
  ['another after a shebang', '#!/bin/tool\n# syntax=team/frontend\nx', {}, false],
  ['another behind slashes', '// check=skip=all\n// syntax=team/frontend\nx', {}, false],
  ['another in JSON', '{ "syntax": "team/frontend" }', {}, false],
  ['JSON without one', '{ "a": 1 }', {}, true],
  ['what only looks like JSON', '{ "syntax": ', {}, true],
  ['a directive behind a comment', '# x\n# syntax=team/frontend\nx', {}, true],
  ['another in an argument', 'x', { BUILDKIT_SYNTAX: 'team/frontend' }, false],
  [
    "Docker's own in an argument",
    '# syntax=team/frontend\nx',
    { BUILDKIT_SYNTAX: 'docker/dockerfile' },
    true,
  ],
])('a text without a stage, for which the frontend is %s', (_, text, given, isFault) => {
  expect(stageFault(text, given) !== undefined).toBe(isFault);
});
