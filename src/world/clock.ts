import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../ports.ts';

/** `sleep` rejects with the signal's reason when it is aborted. */
export function systemClock(signal: AbortSignal): Clock {
  return {
    now: () => Date.now(),
    async sleep(milliseconds) {
      try {
        await wait(milliseconds, undefined, { signal });
      } catch (error) {
        throw signal.aborted ? signal.reason : error;
      }
    },
  };
}
