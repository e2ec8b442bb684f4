import { expect, test } from 'vitest';
import { readInputs } from '../../src/inputs/read.ts';
import { parsePush } from '../../src/inputs/values.ts';

test.each([
  ['auto', 'push', 'registry'],
  ['auto', 'schedule', 'registry'],
  ['auto', undefined, 'registry'],
  ['auto', 'pull_request', 'nowhere'],
  ['AUTO', 'pull_request_target', 'nowhere'],
  ['auto', 'merge_group', 'nowhere'],
  ['true', 'pull_request', 'registry'],
  ['false', 'push', 'layout'],
])('%s, on %s: %s', (text, event, value) => {
  expect(parsePush(text, { GITHUB_EVENT_NAME: event })).toEqual({ ok: true, value });
});

test('a pull request saves no wheels, and may ask for what must not be missing', () => {
  const raw = { package: 'six', package_version: '1.17.0', rebuild: 'never', image_name: 'owner/repo' };
  const { inputs } = readInputs(raw, 'action', { GITHUB_EVENT_NAME: 'pull_request' });
  expect([inputs?.push, inputs?.trial, inputs?.savesWheels]).toEqual([false, true, false]);
});
