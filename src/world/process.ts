/** Runs programs: without a shell, each in a process group of its own, so that it can be ended with all its children. */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { StringDecoder } from 'node:string_decoder';
import { fileFailure } from '../file-failure.ts';
import type { Command, Ran, Run } from '../ports.ts';
import type { Groups } from './groups.ts';

/** Bytes of each stream that are kept: the end matters, and a log must not fill the memory. */
const kept = 4_000_000;
/** Characters of a line that are held back until its end comes. */
const longestLine = 64_000;
/** Milliseconds to wait for the streams of a program that has ended but left them to a child of its own. */
const patience = 2000;

type Environment = Readonly<Record<string, string | undefined>>;

/** What a step was given, passwords among it, stands in `INPUT_*`; no program that is started needs it. */
export const inherited = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')));

/**
 * Makes a `Run` that ends what it started when `signal` is aborted, and then rejects with the signal's reason.
 * Programs inherit `env` without the step's inputs.
 */
export function processRunner(signal: AbortSignal, groups: Groups, env: Environment): Run {
  const base = inherited(env);
  return async (command, options = {}) => {
    const stop = options.cleanup === true ? undefined : signal;
    stop?.throwIfAborted();
    const child = started(command, { ...base, ...command.env });
    if (child instanceof Error) return { code: 126, stdout: '', stderr: unstarted(command, child) };
    const { pid } = child;
    if (pid !== undefined) groups.add(pid);
    // A program may end without reading its input; its exit code says whether that was wrong.
    child.stdin?.on('error', () => {});
    child.stdin?.end(command.input);

    const stdout = collect(child, 'stdout', options.onLine);
    const stderr = collect(child, 'stderr', options.onLine);
    let timedOut = false;
    const end = (): void => (pid === undefined ? undefined : groups.end(pid));
    const timer =
      options.timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            end();
          }, options.timeout);
    stop?.addEventListener('abort', end, { once: true });
    try {
      const code = await ended(child, command, stderr.add);
      stop?.throwIfAborted();
      return { code: timedOut ? 124 : code, stdout: stdout.text(), stderr: stderr.text() } satisfies Ran;
    } finally {
      clearTimeout(timer);
      stop?.removeEventListener('abort', end);
      if (pid !== undefined) groups.remove(pid);
    }
  };
}

/** Node throws some of the system's refusals, such as that of too many arguments, and tells the others later. */
function started({ program, args, cwd, input }: Command, env: Environment): ChildProcess | Error {
  try {
    const stdin = input === undefined ? 'ignore' : 'pipe';
    return spawn(program, args, { cwd, env, stdio: [stdin, 'pipe', 'pipe'], detached: true });
  } catch (error) {
    if (fileFailure(error) === undefined) throw error;
    return error as Error;
  }
}

/** A line that says what could not be started, and why. */
const unstarted = (
  { program, cwd }: Pick<Command, 'program' | 'cwd'>,
  error: NodeJS.ErrnoException,
): string => {
  const where = cwd === undefined ? '' : `, or its folder ${cwd} does not exist`;
  if (error.code === 'ENOENT') return `${program}: not found on PATH${where}\n`;
  return `${fileFailure(error, program, 'started')?.fact ?? `${program}: ${error.message}`}\n`;
};

/** The exit code, once the streams are read to their end. */
function ended(child: ChildProcess, command: Command, say: (text: string) => void): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      // After a start that succeeded, an error is of a signal that could not be sent: the end still comes.
      if (child.pid !== undefined) return;
      say(unstarted(command, error));
      resolve(error.code === 'ENOENT' ? 127 : 126);
    });
    child.once('exit', () => {
      const timer = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, patience);
      child.once('close', () => clearTimeout(timer));
    });
    child.once('close', (code, name) => resolve(code ?? 128 + (name === null ? 0 : constants.signals[name])));
  });
}

type Stream = 'stdout' | 'stderr';

/** Keeps the end of a stream, and gives its lines away as they come; a lone carriage return ends a line too. */
function collect(child: ChildProcess, stream: Stream, onLine?: (line: string, stream: Stream) => void) {
  const decoder = new StringDecoder('utf8');
  let chunks: string[] = [];
  let [size, open] = [0, ''];
  const keep = (text: string): void => {
    chunks.push(text);
    size += text.length;
    if (size <= 2 * kept) return;
    chunks = [chunks.join('').slice(-kept)];
    size = kept;
  };
  const add = (text: string): void => {
    if (text === '') return;
    keep(text);
    if (onLine === undefined) return;
    const lines = (open + text).split(/\r\n|\n|\r(?!$)/);
    open = lines.pop()!;
    for (const line of lines) onLine(line, stream);
    if (open.length <= longestLine) return;
    onLine(open, stream);
    open = '';
  };
  // Of a process for which no more pipes could be made there is none.
  const input = child[stream];
  input?.on('data', (chunk: Buffer) => add(decoder.write(chunk)));
  input?.once('close', () => {
    add(decoder.end());
    if (open !== '') onLine?.(open.replace(/\r$/, ''), stream);
    open = '';
  });
  return { add, text: (): string => chunks.join('').slice(-kept) };
}
