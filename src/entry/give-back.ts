/** What a step gives back to its job: each in a file that the runner names, and that may be out of order. */
import type * as Toolkit from '@actions/core';
import { fileFailure } from '../file-failure.ts';
import type { Log, World } from '../ports.ts';
import type { Gives } from './command.ts';
import { shownSummary } from './summary.ts';

type Core = Pick<typeof Toolkit, 'setOutput' | 'summary'>;
type Env = Readonly<Record<string, string | undefined>>;

/** Outputs and summary. What was done is done: a file that cannot be written is a warning, and the report is in the log. */
export async function giveBack(
  core: Core,
  gives: Pick<Gives, 'outputs' | 'summary'>,
  { files, log }: Pick<World, 'files'> & { readonly log: Pick<Log, 'warn'> },
  env: Env,
): Promise<void> {
  await written(log, env, 'GITHUB_OUTPUT', 'this step has not all of its outputs', () => {
    for (const [name, value] of Object.entries(gives.outputs)) core.setOutput(name, value);
  });
  if (!env['GITHUB_STEP_SUMMARY']) return;
  await written(log, env, 'GITHUB_STEP_SUMMARY', 'the job has no summary of this step', () =>
    shownSummary(files, env['RUNNER_TEMP'] || '/tmp', gives.summary).then((text) =>
      core.summary.addRaw(text).write(),
    ),
  );
}

/** Whether it could be written. @param variable names the file, for whoever looks after the runner. */
export async function written(
  log: Pick<Log, 'warn'>,
  env: Env,
  variable: string,
  lacking: string,
  work: () => unknown,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const path = env[variable] ?? '';
    // The toolkit has words of its own for a file that is not there.
    const why =
      fileFailure(error, path, 'written')?.fact ?? `"${path}" could not be written: ${wordsOf(error)}`;
    log.warn(`${why}. ${variable} names it, and the runner makes it: ${lacking}.`);
    return false;
  }
}

const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
