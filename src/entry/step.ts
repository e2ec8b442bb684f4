/** A step of a workflow: its log, annotations, outputs and summary. */
import type * as Toolkit from '@actions/core';
import { unknownInputs } from '../inputs/reader.ts';
import type { Raw } from '../inputs/registry.ts';
import type { CommandName } from '../inputs/row.ts';
import { annotations } from '../report/annotations.ts';
import { actionsLog } from '../world/log-actions.ts';
import { giveBack, writeOrWarn } from './give-back.ts';
import type { Entry } from './run.ts';
import { createdBuilder } from './state.ts';

/** @param write writes to the standard output, where the runner reads workflow commands. */
export function openStep(
  {
    command,
    raw,
    env,
  }: { readonly command: CommandName; readonly raw: Raw; readonly env: NodeJS.ProcessEnv },
  { programs, cache }: { readonly programs: string; readonly cache: string },
  write: (text: string) => void,
): Pick<Entry, 'log' | 'refuse' | 'resources' | 'show'> {
  let loaded: Promise<typeof Toolkit> | undefined;
  const toolkit = (): Promise<typeof Toolkit> => (loaded ??= import('@actions/core'));
  const lines = (texts: readonly string[]): void => texts.forEach((text) => write(`${text}\n`));
  return {
    log({ values, filter }) {
      const log = actionsLog({ write, filter, secrets: values });
      for (const warning of unknownInputs(command, raw)) log.warn(warning);
      return log;
    },
    refuse: (problems) => lines(annotations(problems)),
    resources(log) {
      // Only the end of the run needs it, so it loads meanwhile.
      void toolkit();
      const keepBuilder = (name: string): Promise<boolean> =>
        writeOrWarn(log, env, 'GITHUB_STATE', 'the builder goes with this step', async () =>
          (await toolkit()).saveState(createdBuilder, name),
        );
      return { programs, cache, keepBuilder };
    },
    async show({ text, problems, dryRun, stepResults }, world) {
      const { log } = world;
      const say = (whole: string): void => whole.split('\n').forEach((line) => log.info(line));
      if (dryRun !== undefined) await log.group('dry run', async () => say(dryRun));
      say(text());
      lines([...(stepResults?.warnings ?? []), ...annotations(problems)]);
      if (stepResults !== undefined) await giveBack(await toolkit(), stepResults, world, env);
    },
  };
}
