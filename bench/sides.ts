/** The two that are compared: this program, and a Dockerfile that does everything on the target platform. */
import { join } from 'node:path';
import type { Report, Span } from '../src/report/report.ts';
import { must, node } from '../test/e2e/support.ts';
import type { Cell } from './cells.ts';

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly builder: string;
  /** Where the bases are pulled from, and where the result is pushed to: `host:port`. */
  readonly bases: string;
  readonly registry: string;
  /** An empty folder for what is kept between runs. */
  readonly cache: string;
}

export interface Built {
  readonly seconds: number;
  /** Of the image that was pushed. */
  readonly repository: string;
  readonly tag: string;
  /** Where the time went, where that is known. */
  readonly timeline: readonly Span[];
}

export type Side = (cell: Cell, around: Surroundings) => Promise<Built>;

export const ours: Side = async (cell, { env, builder, bases, registry, cache }) => {
  const repository = 'ours';
  const before = performance.now();
  const said = await must(
    node,
    [
      'dist/cli.js',
      'build',
      '--json',
      '--push',
      `--registry=${registry}`,
      `--image-name=${repository}`,
      `--base-registry=${bases}/library`,
      `--builder=${builder}`,
      `--package=${cell.package}`,
      `--package-version=${cell.version}`,
      `--python-version=${cell.python}`,
      '--target-base=slim',
      `--platform=${cell.platforms.join(',')}`,
      `--verify=${cell.verify}`,
    ],
    { env: { ...env, XDG_CACHE_HOME: cache, RUNNER_TOOL_CACHE: undefined } },
  );
  const seconds = (performance.now() - before) / 1000;
  const { tags, timeline } = JSON.parse(said) as Report;
  return { seconds, repository, tag: tags[0] ?? '', timeline };
};

export const baseline: Side = async (cell, { env, builder, bases, registry }) => {
  const [repository, tag] = ['baseline', 'built'];
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
      `--platform=${cell.platforms.join(',')}`,
      '--provenance=mode=min',
      `--build-arg=BASES=${bases}/library`,
      `--build-arg=PYTHON=${cell.python}`,
      `--build-arg=REQUIREMENT=${cell.package}==${cell.version}`,
      `--file=${join('bench', 'baseline.Dockerfile')}`,
      'bench',
    ],
    { env },
  );
  return { seconds: (performance.now() - before) / 1000, repository, tag, timeline: [] };
};
