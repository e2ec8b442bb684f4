/** The action: a step's inputs to a command, and its result to the log, annotations, outputs and the summary. */
import { join } from 'node:path';
import { rawOfAction } from '../inputs/read.ts';
import type { CommandName } from '../inputs/row.ts';
import { limitedAnnotations } from '../world/limited-annotations.ts';
import { runCommand } from './run.ts';
import { openStep } from './step.ts';

export async function main(programs: string, command: CommandName = 'build'): Promise<void> {
  const { env } = process;
  const raw = rawOfAction(env);
  const cache = join(env['RUNNER_TOOL_CACHE'] || env['RUNNER_TEMP'] || '/tmp', 'python-image-builder');
  const output = limitedAnnotations((text) => void process.stdout.write(text));
  const step = openStep({ command, raw, env }, { programs, cache }, output.write);
  try {
    const code = await runCommand(command, { where: 'action', raw, problems: [], env, ...step });
    if (code !== 0) process.exitCode = 1;
  } finally {
    output.end();
  }
}
