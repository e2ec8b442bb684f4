/** The program's world, without any output, for parts that are measured or used by themselves. */
import { type OpenWorld, openWorld } from '../src/world/world.ts';

export function openSilently(env: NodeJS.ProcessEnv = process.env): OpenWorld {
  const silent = (): void => undefined;
  const log = {
    group: <T>(_: string, body: () => Promise<T>) => body(),
    info: silent,
    warn: silent,
    debug: silent,
    progress: silent,
    hide: (text: string) => text,
  };
  return openWorld(log, env);
}
