/** What the command `merge` takes, validated as far as that goes without the file of the plan. */
import { defined } from '../defined.ts';
import { uniqueProblems } from '../errors.ts';
import { stepInputs, type Step } from './build.ts';
import { parsePath, type Where } from './building.ts';
import { readCells, type Shard } from './cells.ts';
import type { Inputs } from './inputs.ts';
import { inputReader, type Read } from './reader.ts';
import type { Env, Raw } from './registry.ts';
import { parseFolders } from './report.ts';
import { parseConcurrency } from './several.ts';

export interface MergeInputs extends Step {
  readonly planFile: string;
  /** Folders with the reports of the jobs that made parts. */
  readonly reports: readonly string[];
  /** So many images at once, 1 to 64. */
  readonly concurrency: number;
  /** The inputs of each image, where those of the step are not enough. */
  readonly read: (shard: Shard) => ReturnType<typeof readCells>;
  /** Those of the step with a stand-in for the package: for settings where no image could be read. */
  readonly step: Inputs;
}

export function readMergeInputs(raw: Raw, where: Where, env: Env = {}): Read<MergeInputs> {
  const { one, many, done } = inputReader('merge', raw, where, env);
  const path = (name: string) => one(name, (value) => parsePath(value, where));
  const { inputs: own, problems: ofOwn } = done(
    {
      planFile: path('plan_file'),
      reports: many('reports', (text) => parseFolders(text, where)),
      concurrency: one('concurrency', parseConcurrency),
    },
    { reportFile: path('report_file') },
  );
  const pushed = { ...raw, push: 'true' };
  const { inputs: image, problems: ofStep } = stepInputs(pushed, where, env);
  const problems = uniqueProblems([...ofOwn, ...ofStep]);
  if (own === undefined || image === undefined || problems.length > 0) return { problems };
  const { registry, registryUsername, caBundle, secrets } = image;
  const read: MergeInputs['read'] = (shard) => readCells(shard, pushed, where, env);
  return {
    inputs: { ...own, registry, secrets, ...defined({ registryUsername, caBundle }), step: image, read },
    problems,
  };
}
