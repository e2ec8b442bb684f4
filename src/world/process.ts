/**
 * Runs programs without a shell, each in its own process group, so that it is ended with all its children. By hand: execa 9
 * signals the program alone.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { StringDecoder } from 'node:string_decoder';
import { fileFailure } from '../file-failure.ts';
import type { Command, Ran, Run } from '../ports.ts';
import type { Groups } from './groups.ts';

/** Characters at the end of each stream that are kept, so that a long log does not fill the memory. */
const keptLength = 4_000_000;
const longestLine = 64_000;
/** Milliseconds to wait for the streams of a program that has ended, but whose children keep them open. */
const grace = 2000;

type Environment = Readonly<Record<string, string | undefined>>;

/** Secrets that the command line takes from the environment. */
const secretNames = ['SIGN_KEY', 'SIGN_KEY_PASSPHRASE'];

/**
 * Removes secrets that no started program needs, and `INPUT_*`, in which a runner passes inputs, with passwords.
 */
export const inherited = (env: Environment): Environment =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('INPUT_') && !secretNames.includes(name)),
  );

/**
 * A `Run` that ends its programs when `signal` is aborted, and rejects with the signal's reason. Programs inherit `env`
 * without the step's inputs.
 */
export function processRunner(signal: AbortSignal, groups: Groups, env: Environment): Run {
  const base = inherited(env);
  return async (command, options = {}) => {
    const stop = options.cleanup === true ? undefined : signal;
    stop?.throwIfAborted();
    const child = start(command, { ...base, ...command.env });
    if (child instanceof Error) return { code: 126, stdout: '', stderr: startErrorText(command, child) };
    const { pid } = child;
    if (pid !== undefined) groups.add(pid);
    // A program may end without reading its input, which is an error only if its exit code says so.
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
      const code = await exitCodeOf(child, command, stderr.add);
      stop?.throwIfAborted();
      return { code: timedOut ? 124 : code, stdout: stdout.text(), stderr: stderr.text() } satisfies Ran;
    } finally {
      clearTimeout(timer);
      stop?.removeEventListener('abort', end);
      if (pid !== undefined) groups.remove(pid);
    }
  };
}

/** Gives the errors that Node throws, such as of too many arguments; others arrive as an event. */
function start({ program, args, cwd, input }: Command, env: Environment): ChildProcess | Error {
  try {
    const stdin = input === undefined ? 'ignore' : 'pipe';
    return spawn(program, args, { cwd, env, stdio: [stdin, 'pipe', 'pipe'], detached: true });
  } catch (error) {
    if (fileFailure(error) === undefined) throw error;
    return error as Error;
  }
}

const startErrorText = (
  { program, cwd }: Pick<Command, 'program' | 'cwd'>,
  error: NodeJS.ErrnoException,
): string => {
  const where = cwd === undefined ? '' : `, or its folder ${cwd} does not exist`;
  if (error.code === 'ENOENT') return `${program}: not found on PATH${where}\n`;
  return `${fileFailure(error, program, 'started')?.fact ?? `${program}: ${error.message}`}\n`;
};

function exitCodeOf(child: ChildProcess, command: Command, say: (text: string) => void): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      // After a successful start this is about a signal that could not be sent, and the program still ends.
      if (child.pid !== undefined) return;
      say(startErrorText(command, error));
      resolve(error.code === 'ENOENT' ? 127 : 126);
    });
    child.once('exit', () => {
      const timer = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, grace);
      child.once('close', () => clearTimeout(timer));
    });
    child.once('close', (code, name) => resolve(code ?? 128 + (name === null ? 0 : constants.signals[name])));
  });
}

type Stream = 'stdout' | 'stderr';

/** Keeps the end of a stream, and passes its lines on; a lone carriage return ends a line too. */
function collect(child: ChildProcess, stream: Stream, onLine?: (line: string, stream: Stream) => void) {
  const decoder = new StringDecoder('utf8');
  let chunks: string[] = [];
  let [size, open] = [0, ''];
  const keep = (text: string): void => {
    chunks.push(text);
    size += text.length;
    if (size <= 2 * keptLength) return;
    chunks = [chunks.join('').slice(-keptLength)];
    size = keptLength;
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
  // Undefined where the system had no more pipes for the process.
  const input = child[stream];
  input?.on('data', (chunk: Buffer) => add(decoder.write(chunk)));
  input?.once('close', () => {
    add(decoder.end());
    if (open !== '') onLine?.(open.replace(/\r$/, ''), stream);
    open = '';
  });
  return { add, text: (): string => chunks.join('').slice(-keptLength) };
}
