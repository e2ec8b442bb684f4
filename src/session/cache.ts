/** The cache of one run: a run goes on without one, and says so once. */
import type { Cache, World } from '../ports.ts';
import type { State } from '../commands/state.ts';

/** @param folder for what is kept between runs. */
export function openCache({ log }: Pick<World, 'log'>, state: Pick<State, 'notes'>, folder: string): Cache {
  let said = false;
  return {
    folder,
    refused: ({ fact }) => {
      log.debug(`no cache: ${fact}`);
      if (said) return;
      said = true;
      state.notes.push(
        `there is no cache, so that the next run fetches and reads everything again: ${fact}. XDG_CACHE_HOME, on a runner RUNNER_TOOL_CACHE, names another place`,
      );
    },
  };
}
