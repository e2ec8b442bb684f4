/** What the command `plan` takes of its step, validated as far as that goes without a file. */
import type { BuildSecret } from '../names/build-secret.ts';
import { type Parsed, parsed, refused } from '../errors.ts';
import { parsePlatform, type Platform } from '../names/platform.ts';
import { shown } from '../names/shown.ts';
import { parsePath, parseSecrets, type Where } from './building.ts';
import { parseMatrixBases, parseMatrixPackages, parseMatrixPythons, parseMatrixVersions } from './matrix.ts';
import { inputReader, type Read } from './reader.ts';
import { type Env, type Raw, readUsername } from './registry.ts';
import { parseConcurrency } from './several.ts';
import { type Many, splitList } from './splitting.ts';
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
  /** The label of the runner that makes each platform, where it is not the usual one. */
  readonly runners: Runners;
  /** So many images at once, 1 to 64. */
  readonly concurrency: number;
  /** What the inputs of its images are read with: the step's own values, by name. */
  readonly raw: Raw;
  readonly where: Where;
  readonly env: Env;
}

/** Labels of runners by platform. */
export type Runners = Readonly<Partial<Record<Platform, string>>>;

/** Makes what no other runner is named for. */
export const usualRunner = 'ubuntu-latest';

/** As many as GitHub runs of one matrix. */
const mostJobs = 256;

export function readPlanInputs(raw: Raw, where: Where, env: Env = {}): Read<PlanInputs> {
  const { text, one, many, say, done } = inputReader('plan', raw, where, env);
  const path = (name: string) => one(name, (value) => parsePath(value, where));
  const runners = many('runners', parseRunners);
  const maxJobs = one('max_jobs', parseJobs);
  const labels = new Set([usualRunner, ...Object.values(runners)]);
  if (maxJobs !== undefined && labels.size > 1 && maxJobs < labels.size)
    say(
      'max_jobs',
      `images are made on ${labels.size} runners (${[...labels].join(', ')}), each of which needs a job of its own: allow at least ${labels.size}.`,
    );
  // With the file they are read again: here what is wrong with them is said beside what else is.
  many('packages', parseMatrixPackages);
  many('package_versions', parseMatrixVersions);
  many('python_versions', parseMatrixPythons);
  many('target_bases', parseMatrixBases);
  return done(
    {
      registry: one('registry', parseRegistry),
      secrets: many('secrets', (value) => parseSecrets(value, where)),
      planFile: path('plan_file'),
      maxJobs,
      runners,
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

function parseRunners(text: string): Many<Runners> {
  const messages: string[] = [];
  const runners: Partial<Record<Platform, string>> = {};
  for (const item of splitList(text)) {
    const [, name = '', label = ''] = /^([^=]*)=([\w.-]{1,256})$/.exec(item) ?? [];
    if (label === '') {
      messages.push(
        `${shown(item)} is no platform and label of a runner, like "linux/arm64=ubuntu-24.04-arm".`,
      );
      continue;
    }
    const platform = parsePlatform(name);
    if (!platform.ok) messages.push(platform.message);
    else if (runners[platform.value] !== undefined && runners[platform.value] !== label)
      messages.push(`${platform.value} has two runners, ${runners[platform.value]} and ${label}: name one.`);
    else runners[platform.value] = label;
  }
  return { value: runners, messages };
}

function parseJobs(text: string): Parsed<number> {
  const number = Number(text);
  if (/^\d{1,3}$/.test(text) && number >= 1 && number <= mostJobs) return parsed(number);
  return refused(`${shown(text)} is no number of jobs: GitHub runs 1 to ${mostJobs} of one matrix.`);
}
