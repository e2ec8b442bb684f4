/** The end of the job: the builder that the step had to make goes, so that a machine that lives on keeps nothing of it. */
import { removeBuilder } from '../build/builder.ts';
import { toolkitRunner } from '../world/exec-actions.ts';
import { actionsLog } from '../world/log-actions.ts';
import { madeBuilder } from './state.ts';

export async function main(): Promise<void> {
  const { getState } = await import('@actions/core');
  const name = getState(madeBuilder);
  if (name === '') return;
  const log = actionsLog({ write: (text) => void process.stdout.write(text) });
  await removeBuilder({ run: toolkitRunner(process.env), log }, {}, name);
}
