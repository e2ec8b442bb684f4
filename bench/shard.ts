/** Measures one job of ten images against ten jobs of one image each. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlanReport } from '../src/report/plan.ts';
import type { RunReport } from '../src/report/report.ts';
import { must, node } from '../test/e2e/support.ts';
import { startRegistry } from '../test/support/registry.ts';
import { shard } from './cells.ts';
import { withFreshBuilder } from './engine.ts';
import { requestsDuring } from './own-registry.ts';
import { runPlanCommand } from './plan-run.ts';
import type { Built } from './sides.ts';

export interface Job extends Pick<Built, 'seconds' | 'started' | 'timeline'> {
  /** To the registry that is pushed to. */
  readonly requests: number;
}

export interface ShardMeasured {
  readonly together: readonly Job[];
  /** Ten jobs a round. */
  readonly apart: readonly (readonly Job[])[];
}

/** @param tools as for `measure`. @param tell is called after each job. */
export async function measureShard(
  env: NodeJS.ProcessEnv,
  tools: string,
  rounds: number,
  tell: (what: string, seconds: number) => void,
): Promise<ShardMeasured> {
  const result = { together: [] as Job[], apart: [] as Job[][] };
  for (let round = 0; round < rounds; round += 1) {
    const { inputs, shards } = await planned(env, tools);
    const cells = shards.flatMap((one) => one.cells).map((cell) => ({ ...inputs, ...cell }));
    if (cells.length !== shard.cells)
      throw new Error(`${shard.cells} cells were due, and not ${cells.length}`);
    const apart: Job[] = [];
    // In the middle of the others: what else the machine does changes in minutes.
    const half = Math.ceil(cells.length / 2);
    for (const [at, cell] of cells.entries()) {
      if (at === half) {
        const one = await job(env, tools, cells);
        result.together.push(one);
        tell('together', one.seconds);
      }
      const alone = await job(env, tools, [cell]);
      apart.push(alone);
      tell('alone', alone.seconds);
    }
    result.apart.push(apart);
  }
  return result;
}

async function planned(env: NodeJS.ProcessEnv, tools: string): Promise<PlanReport> {
  const words = [
    `--packages=${shard.package}`,
    `--package-versions=${shard.versions.join(' ')}`,
    `--python-versions=${shard.pythons.join(' ')}`,
    '--target-bases=slim',
    `--platform=${shard.platforms.join(',')}`,
    '--image-name=bench',
    '--rebuild=always',
    `--base-registry=${env['REGISTRY']}/library`,
    '--wheel-store=off',
  ];
  const registry = await startRegistry();
  const cache = await mkdtemp(join(tmpdir(), 'bench-cache-'));
  try {
    await cp(tools, cache, { recursive: true });
    return (await runPlanCommand([...words, `--registry=${registry.host}`], cache)).plan;
  } finally {
    await registry.stop();
    await rm(cache, { recursive: true, force: true });
  }
}

type Cell = Readonly<Record<string, string>>;

/** One run of `build` with a new builder, cache folder and registry, as a job has them. Starting the builder is not counted. */
async function job(env: NodeJS.ProcessEnv, tools: string, cells: readonly Cell[]): Promise<Job> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-shard-'));
  const registry = await startRegistry();
  try {
    const cache = join(folder, 'cache');
    await cp(tools, cache, { recursive: true });
    return await withFreshBuilder(env, [env['REGISTRY'] ?? '', registry.host], async (builder) => {
      const { result, requests } = await requestsDuring(registry, async () => {
        const [started, before] = [Date.now(), performance.now()];
        const output = await must(
          node,
          [
            'dist/cli.js',
            'build',
            '--json',
            '--push',
            `--cells=${JSON.stringify(cells.map((cell) => ({ ...cell, image_name: `${registry.host}/bench` })))}`,
            `--registry=${registry.host}`,
            `--builder=${builder}`,
          ],
          { env: { ...env, XDG_CACHE_HOME: cache, RUNNER_TOOL_CACHE: undefined } },
        );
        const seconds = (performance.now() - before) / 1000;
        return { seconds, started, report: JSON.parse(output) as RunReport };
      });
      const { report, ...timed } = result;
      const published = report.images.filter(({ outcome }) => outcome === 'published');
      if (published.length !== cells.length)
        throw new Error(`${cells.length} images were due, and ${published.length} were published`);
      return {
        ...timed,
        timeline: published.flatMap(({ timeline }) => timeline),
        requests: requests.length,
      };
    });
  } finally {
    await registry.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
