/** Outputs and summary of a step: written into files that the runner names, and that may be unwritable. */
import type * as Toolkit from '@actions/core';
import { fileFailure } from '../file-failure.ts';
import type { Env } from '../inputs/registry.ts';
import type { Log, World } from '../ports.ts';
import type { StepResults } from './command.ts';
import { summaryFor } from './summary.ts';

type Core = Pick<typeof Toolkit, 'setOutput' | 'summary'>;

/** A file that cannot be written is a warning: the images are published by now, and the log has the report. */
export async function giveBack(
  core: Core,
  stepResults: Pick<StepResults, 'outputs' | 'summary'>,
  { files, log }: Pick<World, 'files'> & { readonly log: Pick<Log, 'warn'> },
  env: Env,
): Promise<void> {
  await writeOrWarn(log, env, 'GITHUB_OUTPUT', 'this step has not all of its outputs', () => {
    for (const [name, value] of Object.entries(stepResults.outputs)) core.setOutput(name, value);
  });
  if (!env['GITHUB_STEP_SUMMARY']) return;
  await writeOrWarn(log, env, 'GITHUB_STEP_SUMMARY', 'the job has no summary of this step', () =>
    summaryFor(files, env['RUNNER_TEMP'] || '/tmp', stepResults.summary).then((text) =>
      core.summary.addRaw(text).write(),
    ),
  );
}

/** Whether it was written. @param variable of the environment, which names the file. @param lacking follows in the warning. */
export async function writeOrWarn(
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
    // For a file that is missing the toolkit throws a plain Error, which is about no file to `fileFailure`.
    const why =
      fileFailure(error, path, 'written')?.fact ?? `"${path}" could not be written: ${wordsOf(error)}`;
    log.warn(`${why}. ${variable} names it, and the runner makes it: ${lacking}.`);
    return false;
  }
}

const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
