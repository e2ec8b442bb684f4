/** Ctrl-C and a runner's SIGTERM: the first one ends the work in order, the second one at once. */
import { Interrupted } from '../ports.ts';
import type { Groups } from './groups.ts';

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What is needed of the process: tests pass a plain event emitter. */
export interface Signals {
  on(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
  exit(code: number): unknown;
}

export interface Interruption {
  /** Aborted by the first signal, with `Interrupted` as its reason. */
  readonly signal: AbortSignal;
  /** Stops listening: the next signal does what it does by default. */
  close(): void;
}

/**
 * Listens for signals and sees to it that no child outlives the process. After the first signal, what runs ends its
 * children and rejects, so that the caller can say what was done; a second signal kills the children and exits.
 */
export function interruptions(groups: Groups, process: Signals): Interruption {
  const controller = new AbortController();
  const listeners = names.map((name) => {
    const listener = (): void => {
      const reason = new Interrupted(name);
      if (!controller.signal.aborted) {
        controller.abort(reason);
        return;
      }
      groups.kill();
      process.exit(reason.exitCode);
    };
    process.on(name, listener);
    return [name, listener] as const;
  });
  const exited = (): void => groups.kill();
  process.on('exit', exited);
  return {
    signal: controller.signal,
    close() {
      for (const [name, listener] of listeners) process.off(name, listener);
      process.off('exit', exited);
    },
  };
}
