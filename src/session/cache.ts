/** The cache of one run. A run whose cache cannot be used goes on without it, and notes that once. */
import type { Cache, World } from '../ports.ts';
import type { Journal } from '../report/journal.ts';

export function openCache({ log }: Pick<World, 'log'>, journal: Journal, folder: string): Cache {
  let noted = false;
  return {
    folder,
    refused: ({ fact }) => {
      log.debug(`no cache: ${fact}`);
      if (noted) return;
      noted = true;
      journal.add({
        is: 'note',
        text: `there is no cache, so that the next run fetches and reads everything again: ${fact}. XDG_CACHE_HOME, on a runner RUNNER_TOOL_CACHE, names another place`,
      });
    },
  };
}
