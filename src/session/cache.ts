/** The cache of one run: a run goes on without one, and says so once. */
import type { Cache, World } from '../ports.ts';
import type { Journal } from '../report/journal.ts';

/** @param folder for what is kept between runs. */
export function openCache({ log }: Pick<World, 'log'>, journal: Journal, folder: string): Cache {
  let said = false;
  return {
    folder,
    refused: ({ fact }) => {
      log.debug(`no cache: ${fact}`);
      if (said) return;
      said = true;
      journal.add({
        is: 'note',
        text: `there is no cache, so that the next run fetches and reads everything again: ${fact}. XDG_CACHE_HOME, on a runner RUNNER_TOOL_CACHE, names another place`,
      });
    },
  };
}
