/** What the command `report` takes, validated. */
import { parsePath, type Where } from './building.ts';
import { inputsOf } from './command-inputs.ts';
import { inputReader, type Read } from './reader.ts';
import type { Env, Raw } from './registry.ts';

export interface ReportInputs {
  /** Folder with the reports of jobs. */
  readonly reports: string;
  readonly planFile: string;
  /** Whether the user named it: then it must be there. */
  readonly planIsNamed: boolean;
  /** File that gets the list of tags. */
  readonly readme?: string;
}

export function readReportInputs(raw: Raw, where: Where, env: Env = {}): Read<ReportInputs> {
  const { one, done } = inputReader('report', raw, where, env);
  const path = (name: string) => one(name, (value) => parsePath(value, where));
  const planFile = path('plan_file');
  const usual = inputsOf('report').find(({ name }) => name === 'plan_file')?.default;
  return done(
    { reports: path('reports'), planFile, planIsNamed: planFile !== usual },
    { readme: path('readme') },
  );
}
