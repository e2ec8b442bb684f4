import { expect, test } from 'vitest';
import { openCache } from '../../src/session/cache.ts';
import { FileFailure } from '../../src/file-failure.ts';
import { testWorld } from '../support/world.ts';

test('that there is no cache is said once, by what was refused first', () => {
  const [state, world] = [{ notes: [] as string[] }, testWorld()];
  const { refused } = openCache(world, state, '/proc/none');
  refused(new FileFailure({ path: '/proc/none/facts', doing: 'written', code: 'ENOENT' }));
  refused(new FileFailure({ path: '/proc/none/uv', doing: 'made', code: 'EROFS' }));
  expect(state.notes).toEqual([
    'there is no cache, so that the next run fetches and reads everything again: "/proc/none/facts" could not be written: it, or a folder above it, is not there and cannot be made (ENOENT). XDG_CACHE_HOME, on a runner RUNNER_TOOL_CACHE, names another place',
  ]);
  expect(world.lines).toHaveLength(2);
});
