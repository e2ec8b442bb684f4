import { expect, test } from 'vitest';
import { markedName, markIn, markOf } from '../../src/names/run-mark.ts';

const mark = markOf(1234, 'laptop');

test('a mark names a process and its machine', () => {
  expect(mark).toMatch(/^p1234h[0-9a-f]{6}$/);
  expect(markOf(1234, 'container')).not.toBe(mark);
});

test.each([
  ['a folder', markedName(mark, 'netrc-a1B2c3'), { pid: 1234, text: mark }],
  ['a container', `buildx_buildkit_${markedName(mark, '0123456789ab')}0`, { pid: 1234, text: mark }],
  ['the builder of a job', 'python-image-builder-0123456789ab', undefined],
  ['a log', 'python-image-builder-12345678-1234-1234-1234-123456789abc.log', undefined],
  ['of another program', `other-${mark}-x`, undefined],
])('is read in %s', (_, name, read) => {
  expect(markIn(name)).toEqual(read);
});
