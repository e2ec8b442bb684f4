/** The two sides: this program, and a Dockerfile that does everything on the target platform. */
import { join } from 'node:path';
import type { Compiled, Report, Span } from '../src/report/report.ts';
import { must, node, run } from '../test/e2e/support.ts';
import type { Subject } from './cells.ts';

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly builder: string;
  /** `host:port` that the bases are pulled from, and that the result is pushed to. */
  readonly bases: string;
  readonly registry: string;
  /** The cache folder. */
  readonly cache: string;
}

export interface Built {
  readonly seconds: number;
  /** Milliseconds since the epoch. */
  readonly started: number;
  /** Of the pushed image. */
  readonly repository: string;
  readonly tag: string;
  /** Steps; empty for the baseline. */
  readonly timeline: readonly Span[];
  /** Requirements without a wheel; empty for the baseline. */
  readonly compiled: readonly Compiled[];
}

/** Of coreutils' timeout; its limit 0 is none. */
const endedByTimeout = 124;

export type Side = (subject: Subject, around: Surroundings) => Promise<Built>;

/** More options of our side. */
export interface More {
  readonly repository?: string;
  readonly options?: readonly string[];
  /** The expected decision: a run that decides otherwise is no measurement. */
  readonly decision?: Report['decision'];
}

/** Seconds after which a run is ended. */
interface Limited extends More {
  readonly limit: number;
}

export function ours(subject: Subject, around: Surroundings, more?: More): Promise<Built>;
export function ours(subject: Subject, around: Surroundings, more: Limited): Promise<Built | 'ended'>;
export async function ours(
  subject: Subject,
  { env, builder, bases, registry, cache }: Surroundings,
  { repository = 'ours', options = [], decision = 'build', limit }: More & Partial<Limited> = {},
): Promise<Built | 'ended'> {
  const started = Date.now();
  const before = performance.now();
  const done = await run(
    'timeout',
    [
      `${limit ?? 0}`,
      node,
      'dist/cli.js',
      'build',
      '--json',
      '--push',
      `--registry=${registry}`,
      `--image-name=${repository}`,
      `--base-registry=${bases}/library`,
      `--builder=${builder}`,
      `--package=${subject.package}`,
      `--package-version=${subject.version}`,
      `--python-version=${subject.python}`,
      '--target-base=slim',
      `--platform=${subject.platforms.join(',')}`,
      `--verify=${subject.verify}`,
      ...packageOptions(subject),
      ...options,
    ],
    { env: { ...env, XDG_CACHE_HOME: cache, RUNNER_TOOL_CACHE: undefined } },
  );
  if (limit !== undefined && done.code === endedByTimeout) return 'ended';
  if (done.code !== 0) throw new Error(`exit code ${done.code}\n${done.stdout}\n${done.stderr}`);
  const seconds = (performance.now() - before) / 1000;
  const report = JSON.parse(done.stdout) as Report;
  if (report.decision !== decision)
    throw new Error(
      `${decision} was due, and it did ${report.decision}: ${report.reason}. ${report.notes.join('. ')}`,
    );
  const { timeline, compiled } = report;
  return { seconds, started, repository, tag: report.tags[0] ?? '', timeline, compiled };
}

export const baseline: Side = async (subject, { env, builder, bases, registry }) => {
  const [repository, tag] = ['baseline', 'built'];
  const started = Date.now();
  const before = performance.now();
  await must(
    'docker',
    [
      'buildx',
      'build',
      `--builder=${builder}`,
      '--progress=plain',
      '--push',
      `--tag=${registry}/${repository}:${tag}`,
      `--platform=${subject.platforms.join(',')}`,
      '--provenance=mode=min',
      `--build-arg=BASES=${bases}/library`,
      `--build-arg=PYTHON=${subject.python}`,
      `--build-arg=REQUIREMENT=${subject.package}==${subject.version}`,
      `--build-arg=BUILD_PACKAGES=${subject.buildPackages ?? ''}`,
      `--build-arg=RUNTIME_PACKAGES=${subject.runtimePackages ?? ''}`,
      `--file=${join('bench', 'baseline.Dockerfile')}`,
      'bench',
    ],
    { env },
  );
  return {
    seconds: (performance.now() - before) / 1000,
    started,
    repository,
    tag,
    timeline: [],
    compiled: [],
  };
};

/** The baseline gets the same packages of the distribution. */
const packageOptions = ({ buildPackages, runtimePackages }: Subject): string[] => [
  ...(buildPackages === undefined ? [] : [`--build-packages=${buildPackages}`]),
  ...(runtimePackages === undefined ? [] : [`--runtime-packages=${runtimePackages}`]),
];
