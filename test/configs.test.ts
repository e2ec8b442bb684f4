import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { alone } from '../vitest.alone.config.ts';
import { testsWithRegistry } from './support/registry-program.ts';

test('every file that is to run alone is there: vitest would pass over another name without a word', () => {
  expect(alone.filter((file) => !existsSync(file))).toEqual([]);
});

test('unit tests that start a registry are known by what they import, and the others are not among them', () => {
  const found = testsWithRegistry();
  expect(found).toContain('test/publish/push.test.ts');
  expect(found.filter((file) => /^test\/(?:names|e2e|scripts)\//.test(file))).toEqual([]);
});
