import { expect, test } from 'vitest';
import { baseFaults } from '../../src/dockerfile/base-fault.ts';

test.each<[name: string, text: string, lines: readonly number[]]>([
  [
    'images, stages and scratch',
    'FROM a:1 AS One\nFROM one\nFROM ghcr.io/a/b@sha256:' + 'a'.repeat(64) + '\n',
    [],
  ],
  ['a name that is none', 'ARG A\n\nFROM Not/Valid:::\n', [3]],
  ['one that a stage needs', 'FROM a/-/b AS one\nFROM scratch\nCOPY --from=one / /\n', [1]],
  ['one that no stage needs', 'FROM Not/Valid AS one\nFROM scratch\n', []],
  ['one of each platform', 'FROM Not/Valid-${TARGETARCH}\n', [1]],
  ['the value of an argument', 'ARG A=Not/Valid\nFROM ${A}\n', [2]],
  ['the value of an argument that can be no name', 'ARG A=Not/Valid:::\nFROM ${A}\n', [2]],
  ['an argument without a value', 'ARG A\nFROM python:${A}\n', []],
  ['another language', '# syntax=example/frontend\nFROM Not/Valid:::\n', []],
  ['no name at all', 'FROM\n', [1]],
])('finds %s', (_, text, lines) => {
  expect(baseFaults(text, {}, ['linux/amd64', 'linux/arm64']).map(({ line }) => line)).toEqual(lines);
});
