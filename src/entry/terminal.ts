/** The terminal: reports go to the standard output, all else to the standard error. */
import type { Problem } from '../errors.ts';
import type { CommandLine } from '../inputs/options.ts';
import { plainStyle, problemsText, styleOf } from '../report/terminal.ts';
import { terminalLog } from '../world/log-terminal.ts';
import type { Entry } from './run.ts';

export function openTerminal(
  { json, debug }: Pick<CommandLine, 'json' | 'debug'>,
  { stdout, stderr, env }: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>,
): Pick<Entry, 'log' | 'refuse' | 'show'> {
  const print = (value: unknown): void => void stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  // On the standard error with --json as well: who sends the report into a file still sees why it failed.
  const complain = (problems: readonly Problem[]): void =>
    void stderr.write(problemsText(problems, styleOf(stderr, env)));
  return {
    log: ({ filter }) =>
      terminalLog({
        write: (text) => stderr.write(text),
        live: stderr.isTTY === true,
        style: styleOf(stderr, env),
        now: Date.now,
        filter,
        debug,
      }),
    refuse(problems) {
      if (json) print({ outcome: 'failed', problems });
      complain(problems);
    },
    show(shown) {
      const style = stdout.isTTY === true ? styleOf(stdout, env) : plainStyle;
      if (json) print(shown.json);
      else stdout.write(`${shown.dryRun ?? ''}${shown.text(style)}`);
      if (json || !shown.textHasProblems) complain(shown.problems);
    },
  };
}
