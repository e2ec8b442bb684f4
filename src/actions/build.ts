/** The root action: reads the step's inputs, calls the command, writes outputs, summary and annotations. */
import { join } from 'node:path';
import { rawOfAction, readInputs, unknownInputs } from '../inputs/read.ts';
import { readSecrets } from '../inputs/registry.ts';
import { readVerifyEnv } from '../inputs/verifying.ts';
import { annotations, warnings } from '../report/annotations.ts';
import { dryRunText } from '../report/dry-run.ts';
import { reportText } from '../report/terminal.ts';
import { eventReader } from '../world/event.ts';
import { limitedAnnotations } from '../world/limited-annotations.ts';
import { actionsLog } from '../world/log-actions.ts';
import { secretValues } from '../world/secret-values.ts';
import { filtered, secretsFilter } from '../world/secrets.ts';
import { trustAlso } from '../world/trust.ts';
import { giveBack, written } from './give-back.ts';
import { madeBuilder } from './state.ts';

export async function main(programs: string): Promise<void> {
  const { env } = process;
  const raw = rawOfAction(env);
  const { registryPassword } = readSecrets(raw);
  const verifyEnv = readVerifyEnv(raw, env);
  const { inputs, problems } = readInputs(raw, 'action', env);
  const secrets = [
    ...(registryPassword === undefined ? [] : [registryPassword]),
    ...secretValues(inputs, env, verifyEnv),
  ];
  const output = limitedAnnotations((text) => void process.stdout.write(text));
  const { write } = output;
  const filter = secretsFilter(secrets);
  const log = actionsLog({ write, filter, secrets });
  for (const warning of unknownInputs(raw, 'action')) log.warn(warning);
  if (inputs === undefined) {
    for (const line of annotations(problems)) write(`${line}\n`);
    output.end();
    process.exitCode = 1;
    return;
  }
  // Loaded only now: a step whose inputs are wrong does not wait for it.
  const [{ build }, { openWorld }] = await Promise.all([
    import('../commands/build.ts'),
    import('../world/world.ts'),
  ]);
  const opened = openWorld(log);
  // The toolkit is loaded while the work goes on: it is needed at the end only.
  const toolkit = import('@actions/core');
  try {
    if (inputs.caBundle !== undefined) await trustAlso(inputs.caBundle);
    const { registryUsername: username, registry } = inputs;
    const result = await build(opened.world, {
      inputs,
      programs,
      verifyEnv,
      event: eventReader(env),
      cache: join(env['RUNNER_TOOL_CACHE'] || env['RUNNER_TEMP'] || '/tmp', 'python-image-builder'),
      ...(registryPassword === undefined || username === undefined
        ? {}
        : { login: { registry, username, password: registryPassword } }),
      keepBuilder: async (name) => {
        const core = await toolkit;
        return written(log, env, 'GITHUB_STATE', 'the builder goes with this step', () =>
          core.saveState(madeBuilder, name),
        );
      },
    });
    const core = await toolkit;
    const { report, plan, files } = filtered(result, filter);
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
    await giveBack(core, report, opened.world, env);
  } finally {
    output.end();
    opened.close();
  }
}
