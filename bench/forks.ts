/**
 * Measures a Dockerfile that runs pip itself: built as it is by `docker buildx build --push`, and by this program, which
 * offers its pip compiled wheels, the first time and with kept ones.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../test/e2e/support.ts';
import { startRegistry } from '../test/support/registry.ts';
import type { Fork } from './cells.ts';
import { withFreshBuilder } from './engine.ts';
import { type Built, ours, type Side } from './sides.ts';

/** In the order of measuring: `first` saves the wheels that `kept` restores. */
export const howForked = ['first', 'kept', 'plain'] as const;
export type HowForked = (typeof howForked)[number];

export interface ForkMeasured {
  readonly fork: Fork;
  readonly runs: Readonly<Record<HowForked, readonly Built[]>>;
}

const dockerfile = join('bench', 'fork.Dockerfile');

const plain: Side = async (
  { package: name, version, python, platforms },
  { env, builder, bases, registry },
) => {
  const started = Date.now();
  const before = performance.now();
  const given = {
    BASES: `${bases}/library`,
    python_version: python,
    build_target: python,
    publish_target: `${python}-slim`,
    package: name,
    package_version: version,
  };
  await must(
    'docker',
    [
      'buildx',
      'build',
      `--builder=${builder}`,
      '--progress=plain',
      '--push',
      `--tag=${registry}/plain:built`,
      `--platform=${platforms.join(',')}`,
      '--provenance=mode=min',
      ...Object.entries(given).map(([key, value]) => `--build-arg=${key}=${value}`),
      `--file=${dockerfile}`,
      'bench',
    ],
    { env },
  );
  const seconds = (performance.now() - before) / 1000;
  return { seconds, started, repository: 'plain', tag: 'built', timeline: [], compiled: [] };
};

/** A new builder for each run, and a registry and a cache folder for each round. @param tools as for `measure`. */
export async function measureFork(
  env: NodeJS.ProcessEnv,
  tools: string,
  fork: Fork,
  rounds: number,
  tell: (how: HowForked, run: Built) => void,
): Promise<ForkMeasured> {
  const runs: Record<HowForked, Built[]> = { first: [], kept: [], plain: [] };
  const bases = env['REGISTRY'] ?? '';
  for (let round = 0; round < rounds; round += 1) {
    const cache = await mkdtemp(join(tmpdir(), 'bench-cache-'));
    await cp(tools, cache, { recursive: true });
    const registry = await startRegistry();
    try {
      for (const how of howForked) {
        const run = await withFreshBuilder(env, [bases, registry.host], (builder) => {
          const around = { env, builder, bases, registry: registry.host, cache };
          const options = [
            `--dockerfile=${dockerfile}`,
            '--docker-build-path=bench',
            `--build-args=BASES=${bases}/library`,
            '--rebuild=always',
          ];
          return how === 'plain' ? plain(fork, around) : ours(fork, around, { options });
        });
        runs[how].push(run);
        tell(how, run);
      }
    } finally {
      await registry.stop();
      await rm(cache, { recursive: true, force: true });
    }
  }
  return { fork, runs };
}
