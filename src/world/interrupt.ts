import { Interrupted } from '../ports.ts';
import type { Groups } from './groups.ts';

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Signals {
  on(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
  exit(code: number): unknown;
}

export interface Interruption {
  readonly signal: AbortSignal;
  close(): void;
}

/**
 * Listens for signals, and kills all children when the process exits. The first signal aborts: running work ends its
 * children and rejects, and the run can still report. A second signal kills the children and exits.
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
  const killChildren = (): void => groups.kill();
  process.on('exit', killChildren);
  return {
    signal: controller.signal,
    close() {
      for (const [name, listener] of listeners) process.off(name, listener);
      process.off('exit', killChildren);
    },
  };
}
