/** Process groups that this process started, so that none outlives it. */

/** Milliseconds between asking a group to end and ending it. */
const grace = 5000;

export interface Groups {
  add(pid: number): void;
  /** For a group whose first process has ended. What is left of one that was being ended is ended now. */
  remove(pid: number): void;
  /** SIGTERM now, SIGKILL a few seconds later to what is still there. */
  end(pid: number): void;
  /** SIGKILL to all of them at once. */
  kill(): void;
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    // No such group: it has ended by itself.
    return false;
  }
}

export function processGroups(patience: number = grace): Groups {
  const groups = new Map<number, NodeJS.Timeout | undefined>();
  const remove = (pid: number): void => {
    const ending = groups.get(pid);
    groups.delete(pid);
    if (ending === undefined) return;
    clearTimeout(ending);
    send(pid, 'SIGKILL');
  };
  return {
    add: (pid) => void groups.set(pid, undefined),
    remove,
    end(pid) {
      if (!groups.has(pid) || groups.get(pid) !== undefined) return;
      send(pid, 'SIGTERM');
      groups.set(
        pid,
        setTimeout(() => send(pid, 'SIGKILL'), patience),
      );
    },
    kill() {
      for (const [pid, ending] of groups) {
        clearTimeout(ending);
        send(pid, 'SIGKILL');
      }
      groups.clear();
    },
  };
}
