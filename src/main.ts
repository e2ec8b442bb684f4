/** The entries. Each loads only what it needs: starting up is what a job that does nothing spends its time on. */
import { join } from 'node:path';
import { fileFailure } from './file-failure.ts';
import { Failure } from './errors.ts';
import type { CommandName } from './inputs/row.ts';
import { Interrupted } from './ports.ts';
import { oldNodeText } from './world/node-version.ts';

/** @param programs folder of the Dockerfiles and of the programs that run inside a build. @param command what the step does. */
export const action = (programs: string, command?: CommandName): Promise<void> =>
  guarded(async () => (await import('./entry/action.ts')).main(programs, command), 'action');

/** The end of a job that used the action. */
export const post = (): Promise<void> =>
  guarded(async () => (await import('./entry/post.ts')).main(), 'action');

/** A runner brings its Node with it; on a laptop it may be any, and an older one cannot load the rest. */
export const cli = (programs: string): Promise<void> =>
  guarded(async () => {
    const old = oldNodeText(process.versions.node, join(programs, '..'));
    if (old === undefined) return (await import('./entry/cli.ts')).main(programs);
    process.stderr.write(`${old}\n`);
    process.exitCode = 1;
  }, 'cli');

/**
 * What is thrown this far and is about no file of this machine is a mistake of this program. A user gets a sentence; who
 * looks for it, the stack.
 */
async function guarded(work: () => Promise<void>, where: 'action' | 'cli'): Promise<void> {
  process.stdout.on('error', lostOutput);
  // Nobody is left who could be told.
  process.stderr.on('error', () => {});
  try {
    await work();
  } catch (error) {
    if (error instanceof Interrupted && where === 'cli') {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = error.exitCode;
      return;
    }
    const failure = error instanceof Failure ? error : fileFailure(error);
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const said =
      failure?.message ??
      `Internal error: ${message.split('\n')[0]}. This is a mistake in Python Image Builder: please report it with the command that you ran; PYTHON_IMAGE_BUILDER_STACK=1 shows where it happened.`;
    if (where === 'cli') process.stderr.write(`${said}\n`);
    else {
      const { workflowCommand } = await import('./report/annotations.ts');
      process.stdout.write(`${workflowCommand('error', said, { title: 'Python Image Builder' })}\n`);
    }
    if (process.env['PYTHON_IMAGE_BUILDER_STACK'] === '1') process.stderr.write(`${stack ?? ''}\n`);
    process.exitCode = where === 'cli' ? (failure?.exitCode ?? 1) : 1;
  }
}

/** Who stops reading, as `head` does, wants no more: the work goes on, and its exit code stays. A full disk is said. */
function lostOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  const failure = fileFailure(error, 'the standard output', 'written');
  process.stderr.write(`${failure?.message ?? error.message}\n`);
  process.exitCode ||= failure?.exitCode ?? 1;
}
