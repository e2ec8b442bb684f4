/** The log as GitHub's runner reads it: groups that fold, warnings, debugging, masks. */
import type { Log } from '../ports.ts';
import { harmless, workflowCommand } from '../report/annotations.ts';

export interface ActionsLogOptions {
  /** Writes to the standard output, which is where the runner looks for commands. */
  readonly write: (text: string) => void;
  readonly filter?: (text: string) => string;
  /** Values that the runner hides from now on, in what other steps print as well. */
  readonly secrets?: readonly string[];
}

/** Only this log's own commands reach the runner: lines of others that look like one are printed and not obeyed. */
export function actionsLog({ write, filter = (text) => text, secrets = [] }: ActionsLogOptions): Log {
  let depth = 0;
  const command = (...parts: Parameters<typeof workflowCommand>): void =>
    write(`${workflowCommand(...parts)}\n`);
  const say = (text: string): void => write(`${harmless(filter(text))}\n`);
  // The runner masks line by line, so a value of several lines is one mask each.
  for (const line of new Set(secrets.flatMap((value) => value.split(/\r\n|\n|\r/)))) {
    if (line.trim() !== '') command('add-mask', line);
  }
  return {
    async group(title, body) {
      // Groups do not nest: the outer one stays, the inner title is a line in it.
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
