/** The post step of the action: removes the builder that the step created, so that none stays on a self-hosted runner. */
import { removeBuilder } from '../build/builder.ts';
import { toolkitRunner } from '../world/exec-actions.ts';
import { actionsLog } from '../world/log-actions.ts';
import { createdBuilder } from './state.ts';

export async function main(): Promise<void> {
  const { getState } = await import('@actions/core');
  const name = getState(createdBuilder);
  if (name === '') return;
  const log = actionsLog({ write: (text) => void process.stdout.write(text) });
  await removeBuilder({ run: toolkitRunner(process.env), log }, {}, name);
}
