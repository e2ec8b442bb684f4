import type { Log } from '../ports.ts';
import { harmless, workflowCommand } from '../report/annotations.ts';

export interface ActionsLogOptions {
  readonly write: (text: string) => void;
  readonly filter?: (text: string) => string;
  /** Values that the runner masks from now on, also in the output of later steps. */
  readonly secrets?: readonly string[];
}

/** Escapes lines of other programs that look like workflow commands, so that the runner does not execute them. */
export function actionsLog({ write, filter = (text) => text, secrets = [] }: ActionsLogOptions): Log {
  let depth = 0;
  const command = (...parts: Parameters<typeof workflowCommand>): void =>
    write(`${workflowCommand(...parts)}\n`);
  const say = (text: string): void => write(`${harmless(filter(text))}\n`);
  // The runner masks line by line, so each line of a value gets a mask.
  for (const line of new Set(secrets.flatMap((value) => value.split(/\r\n|\n|\r/)))) {
    if (line.trim() !== '') command('add-mask', line);
  }
  return {
    async group(title, body) {
      // Groups cannot nest: the inner title becomes a line of the outer group.
      if (depth > 0) say(title);
      else command('group', filter(title));
      depth += 1;
      try {
        return await body();
      } finally {
        depth -= 1;
        if (depth === 0) command('endgroup', '');
      }
    },
    info: say,
    warn: (text) => command('warning', filter(text)),
    debug: (text) => command('debug', filter(text)),
    progress: say,
    hide: filter,
  };
}
