import { createInterface } from 'node:readline/promises';
import type { World } from '../ports.ts';

/** Asks on the standard error, since the standard output is for the report. Undefined where either end is no terminal. */
export function terminalAsker(
  { stdin, stderr }: Pick<NodeJS.Process, 'stdin' | 'stderr'>,
  signal: AbortSignal,
): World['ask'] {
  if (stdin.isTTY !== true || stderr.isTTY !== true) return undefined;
  return (question) => askOn(stdin, stderr, question, signal);
}

/** The line that is read; empty where the input ends before one. Rejects with the signal's reason. */
export async function askOn(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  question: string,
  signal: AbortSignal,
): Promise<string> {
  // As a terminal, readline would take Ctrl-C for itself.
  const lines = createInterface({ input, output, terminal: false });
  try {
    const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    return await Promise.race([lines.question(question, { signal }), ended]);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    lines.close();
  }
}
