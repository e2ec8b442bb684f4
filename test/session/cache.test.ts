import { expect, test } from 'vitest';
import { FileFailure } from '../../src/file-failure.ts';
import { openCache } from '../../src/session/cache.ts';
import { journalOf } from '../support/cells.ts';
import { testWorld } from '../support/world.ts';

test('that there is no cache is said once, by what was refused first', () => {
  const [journal, world] = [journalOf(), testWorld()];
  const { folder, refused } = openCache(world, journal, '/proc/none');
  expect(folder).toBe('/proc/none');
  refused(new FileFailure({ path: '/proc/none/facts', doing: 'written', code: 'ENOENT' }));
  refused(new FileFailure({ path: '/proc/none/uv', doing: 'made', code: 'EROFS' }));
  expect(journal.happenings).toEqual([
    {
      is: 'note',
      text: 'there is no cache, so that the next run fetches and reads everything again: "/proc/none/facts" could not be written: it, or a folder above it, is not there and cannot be made (ENOENT). XDG_CACHE_HOME, on a runner RUNNER_TOOL_CACHE, names another place',
    },
  ]);
  expect(world.lines).toHaveLength(2);
});
