import { expect, test } from 'vitest';
import { stageWithoutLayer } from '../../src/dockerfile/no-layer.ts';

test.each<[string, string, number | undefined]>([
  ['nothing but scratch', 'FROM scratch\n', 1],
  ['settings alone', '# empty\nFROM scratch AS last\nENV A=b\nCMD ["x"]\n', 2],
  ['what is only done in images on it', 'FROM scratch\nONBUILD COPY . /\n', 1],
  ['for a platform', 'FROM --platform=linux/amd64 scratch\n', 1],
  ['below another stage', 'FROM python AS made\nRUN true\nFROM scratch\n', 3],
  ['a file', 'FROM scratch\nCOPY app /\n', undefined],
  ['a folder', 'FROM scratch\nworkdir /app\n', undefined],
  ['another base', 'FROM python\n', undefined],
  ['a stage that is called so', 'FROM python AS scratchy\nFROM scratchy\n', undefined],
  ['no stage', 'ARG A\n', undefined],
])('%s', (_, text, line) => {
  expect(stageWithoutLayer(text)).toBe(line);
});
