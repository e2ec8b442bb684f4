/** What the command `plan` takes of its step, validated as far as that goes without a file. */
import type { BuildSecret } from '../names/build-secret.ts';
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';
import { parsePath, parseSecrets, type Where } from './building.ts';
import { inputReader, type Read } from './reader.ts';
import { type Env, type Raw, readUsername } from './registry.ts';
import { parseConcurrency } from './several.ts';
import { parseRegistry } from '../names/image-name.ts';

export interface PlanInputs {
  readonly registry: string;
  readonly registryUsername?: string;
  readonly caBundle?: string;
  readonly secrets: readonly BuildSecret[];
  /** Path of the file with the matrix; absent where the usual one is taken if it is there. */
  readonly imagesFile?: string;
  readonly planFile: string;
  /** 1 to 256. */
  readonly maxJobs: number;
  /** So many images at once, 1 to 64. */
  readonly concurrency: number;
  /** What the inputs of its images are read with: the step's own values, by name. */
  readonly raw: Raw;
  readonly where: Where;
  readonly env: Env;
}

/** As many as GitHub runs of one matrix. */
const mostJobs = 256;

export function readPlanInputs(raw: Raw, where: Where, env: Env = {}): Read<PlanInputs> {
  const { text, one, many, say, done } = inputReader('plan', raw, where, env);
  const path = (name: string) => one(name, (value) => parsePath(value, where));
  return done(
    {
      registry: one('registry', parseRegistry),
      secrets: many('secrets', (value) => parseSecrets(value, where)),
      planFile: path('plan_file'),
      maxJobs: one('max_jobs', parseJobs),
      concurrency: one('concurrency', parseConcurrency),
      raw,
      where,
      env,
    },
    {
      registryUsername: readUsername(raw, text('registry_username'), say),
      caBundle: path('ca_bundle'),
      imagesFile: path('images_file'),
    },
  );
}

function parseJobs(text: string): Parsed<number> {
  const number = Number(text);
  if (/^\d{1,3}$/.test(text) && number >= 1 && number <= mostJobs) return parsed(number);
  return refused(`${shown(text)} is no number of jobs: GitHub runs 1 to ${mostJobs} of one matrix.`);
}
