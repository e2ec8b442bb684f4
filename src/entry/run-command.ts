/** What the command `run` does. */
import { randomBytes } from 'node:crypto';
import { type RunResult, run } from '../commands/run.ts';
import type { Program, Shown } from './command.ts';
import { showRun } from './run-shown.ts';

export { run };

/** On the standard output is what the program prints, and nothing else. */
export const show = (result: RunResult): Shown => ({
  ...showRun(result),
  text: () => '',
  textHasProblems: false,
});

/** `docker run` of the image; undefined where it is not there. */
export const program = (result: RunResult): Program | undefined =>
  result.image === undefined
    ? undefined
    : dockerRun(result, result.image, {
        name: `${result.image.replace(/^.*\/|:[^:]*$/g, '')}-${randomBytes(4).toString('hex')}`,
        hasTerminal: process.stdin.isTTY === true && process.stdout.isTTY === true,
      });

/** @param name of the container. */
export function dockerRun(
  { options, arguments: words }: Pick<RunResult, 'options' | 'arguments'>,
  image: string,
  { name, hasTerminal }: { readonly name: string; readonly hasTerminal: boolean },
): Program {
  const own = ['--rm', '--interactive', ...(hasTerminal ? ['--tty'] : []), '--pull=never', `--name=${name}`];
  return {
    command: { program: 'docker', args: ['run', ...own, ...options, image, ...words] },
    end: { program: 'docker', args: ['kill', name] },
  };
}
