/** What the command `report` takes, validated. */
import { parsePath, type Where } from './building.ts';
import { inputReader, type Read } from './reader.ts';
import type { Env, Raw } from './registry.ts';

export interface ReportInputs {
  /** Folder with the reports of jobs. */
  readonly reports: string;
  readonly planFile: string;
  /** File that gets the list of tags. */
  readonly readme?: string;
}

export function readReportInputs(raw: Raw, where: Where, env: Env = {}): Read<ReportInputs> {
  const { one, done } = inputReader('report', raw, where, env);
  const path = (name: string) => one(name, (value) => parsePath(value, where));
  return done({ reports: path('reports'), planFile: path('plan_file') }, { readme: path('readme') });
}
