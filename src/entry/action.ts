/** The root action: reads the step's inputs, calls the command, writes outputs, summary and annotations. */
import { join } from 'node:path';
import { rawOfAction, unknownInputs } from '../inputs/read.ts';
import { annotations, warnings } from '../report/annotations.ts';
import { dryRunText } from '../report/dry-run.ts';
import { reportText } from '../report/terminal.ts';
import { limitedAnnotations } from '../world/limited-annotations.ts';
import { actionsLog } from '../world/log-actions.ts';
import { giveBack, written } from './give-back.ts';
import { readAsked, runBuild } from './run.ts';
import { madeBuilder } from './state.ts';

export async function main(programs: string): Promise<void> {
  const { env } = process;
  const raw = rawOfAction(env);
  const asked = readAsked(raw, 'action', env);
  const output = limitedAnnotations((text) => void process.stdout.write(text));
  const { write } = output;
  const log = actionsLog({ write, filter: asked.filter, secrets: asked.secrets });
  for (const warning of unknownInputs(raw, 'action')) log.warn(warning);
  if (asked.inputs === undefined) {
    for (const line of annotations(asked.problems)) write(`${line}\n`);
    output.end();
    process.exitCode = 1;
    return;
  }
  // The toolkit is loaded while the work goes on: it is needed at the end only.
  const toolkit = import('@actions/core');
  const cache = join(env['RUNNER_TOOL_CACHE'] || env['RUNNER_TEMP'] || '/tmp', 'python-image-builder');
  const keepBuilder = async (name: string): Promise<boolean> => {
    const core = await toolkit;
    return written(log, env, 'GITHUB_STATE', 'the builder goes with this step', () =>
      core.saveState(madeBuilder, name),
    );
  };
  const around = { programs, cache, keepBuilder, log };
  try {
    await runBuild(asked, asked.inputs, env, around, async ({ report, plan, files }, world) => {
      if (report.outcome === 'planned' && plan !== undefined) {
        await log.group('dry run', async () =>
          dryRunText(plan, files ?? {})
            .split('\n')
            .forEach((text) => log.info(text)),
        );
      }
      for (const text of reportText(report).split('\n')) log.info(text);
      for (const line of [...warnings(report), ...annotations(report.problems)]) write(`${line}\n`);
      if (report.problems.length > 0) process.exitCode = 1;
      await giveBack(await toolkit, report, world, env);
    });
  } finally {
    output.end();
  }
}
