/** What the command `report` takes, validated. */
import { parsePath, type Where } from './building.ts';
import { inputsOf } from './command-inputs.ts';
import { inputReader, type Read } from './reader.ts';
import type { Env, Raw } from './registry.ts';
import { type Many, parseEach, splitLines } from './splitting.ts';

export interface ReportInputs {
  /** Folders with the reports of jobs. */
  readonly reports: readonly string[];
  readonly planFile: string;
  /** Whether the user named it: then it must be there. */
  readonly planIsNamed: boolean;
  /** File that gets the list of tags. */
  readonly readme?: string;
}

/** One a line. */
export const parseFolders = (text: string, where: Where): Many<readonly string[]> =>
  parseEach(splitLines(text), (line) => parsePath(line, where));

export function readReportInputs(raw: Raw, where: Where, env: Env = {}): Read<ReportInputs> {
  const { one, many, done } = inputReader('report', raw, where, env);
  const path = (name: string) => one(name, (value) => parsePath(value, where));
  const planFile = path('plan_file');
  const usual = inputsOf('report').find(({ name }) => name === 'plan_file')?.default;
  return done(
    {
      reports: many('reports', (text) => parseFolders(text, where)),
      planFile,
      planIsNamed: planFile !== usual,
    },
    { readme: path('readme') },
  );
}
