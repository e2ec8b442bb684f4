import { expect, test } from 'vitest';
import { isOlderTool } from '../../src/names/tool-version.ts';

test.each([
  ['v0.12.0', '0.12.0', false],
  ['v0.9.1', '0.12.0', true],
  ['0.13.1+ds1-3', '0.12.0', false],
  ['v0.12.0-rc1', '0.12.0', false],
  ['v0.29.1-desktop.1', '0.12.0', false],
  ['v0.0.0+unknown', '0.12.0', false],
  ['dev', '0.12.0', false],
  ['', '0.12.0', false],
  ['20.10.24+dfsg1', '24.0.0', true],
  ['28.2.2-0ubuntu1', '28.2.2', false],
  ['9.0.0', '24.0.0', true],
  ['24.0', '24.0.0', false],
  ['25.0.0-nightly20260101', '24.0.0', false],
])('%s is older than %s: %s', (output, release, expected) => {
  expect(isOlderTool(output, release)).toBe(expected);
});
