/** Milliseconds between SIGTERM and SIGKILL. */
const grace = 5000;

export interface Groups {
  add(pid: number): void;
  /** Forgets a group whose first process has ended. If `end` was called, it kills the rest of the group. */
  remove(pid: number): void;
  end(pid: number): void;
  kill(): void;
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

export function processGroups(patience: number = grace): Groups {
  const groups = new Map<number, NodeJS.Timeout | undefined>();
  const remove = (pid: number): void => {
    const timer = groups.get(pid);
    groups.delete(pid);
    if (timer === undefined) return;
    clearTimeout(timer);
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
      for (const [pid, timer] of groups) {
        clearTimeout(timer);
        send(pid, 'SIGKILL');
      }
      groups.clear();
    },
  };
}
