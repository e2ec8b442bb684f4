/** Runs a program with the terminal of this process. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Command } from '../ports.ts';
import { inherited } from './process.ts';

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Milliseconds that a program has to stop, as with `docker stop`. */
const patience = 10_000;

/** This process, as far as it is used here. */
export interface Foreground {
  readonly env: NodeJS.ProcessEnv;
  readonly stderr: Pick<NodeJS.WriteStream, 'write'>;
  on(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
}

/**
 * Gives the exit code of the program, 127 where it does not exist. Signals are passed on to it. A terminal sends its own
 * to all programs of its group: the program is in another one, and gets each once, unless it has to read the terminal,
 * which then sends no signal for a key.
 *
 * @param end run where the program did not stop in ten seconds after a signal.
 */
export function runInForeground(
  { program, args, env }: Command,
  end: Command,
  process: Foreground,
  { hasTerminal = args.includes('--tty'), wait = patience } = {},
): Promise<number> {
  return new Promise((resolve) => {
    const environment = { ...inherited(process.env), ...env };
    const child = spawn(program, args, { stdio: 'inherit', detached: !hasTerminal, env: environment });
    let timer: NodeJS.Timeout | undefined;
    const listeners = names.map((name) => {
      const listener = (): void => {
        child.kill(name);
        timer ??= setTimeout(
          () =>
            void spawn(end.program, end.args, { stdio: 'ignore', env: environment }).on('error', () => {}),
          wait,
        );
      };
      process.on(name, listener);
      return [name, listener] as const;
    });
    const done = (code: number): void => {
      clearTimeout(timer);
      for (const [name, listener] of listeners) process.off(name, listener);
      resolve(code);
    };
    child.once('error', (error) => {
      process.stderr.write(`${program}: ${error.message}\n`);
      done(127);
    });
    child.once('exit', (code, name) => done(code ?? 128 + (name === null ? 0 : constants.signals[name])));
  });
}
