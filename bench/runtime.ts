/** Measures installing one small package of the distribution under emulation: prepared on the build machine, and as a whole. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../test/e2e/support.ts';
import { nothingPrepared, packagesDockerfile } from '../test/support/runtime-packages.ts';
import { installing } from './cells.ts';
import { withFreshBuilder } from './engine.ts';

export interface RuntimeMeasured {
  /** Seconds of each run. */
  readonly ours: readonly number[];
  readonly baseline: readonly number[];
}

/** @param say told of each run. */
export async function measureRuntime(
  env: NodeJS.ProcessEnv,
  rounds: number,
  say: (side: 'ours' | 'baseline', seconds: number) => void,
): Promise<RuntimeMeasured> {
  const registry = env['REGISTRY'] ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'bench-runtime-'));
  const seconds = { ours: [] as number[], baseline: [] as number[] };
  try {
    await mkdir(join(folder, 'context'));
    await writeFile(join(folder, 'context', 'Dockerfile'), packagesDockerfile());
    const { packages, platforms } = installing;
    await withFreshBuilder(env, [registry], async (builder) => {
      const build = async (wanted: string, more: readonly string[] = []): Promise<number> => {
        const before = performance.now();
        await must(
          'docker',
          [
            'buildx',
            'build',
            `--builder=${builder}`,
            '--progress=plain',
            '--no-cache',
            '--target=image',
            '--output=type=cacheonly',
            `--platform=${platforms.join(',')}`,
            '--build-context=programs=dockerfiles/install',
            `--build-arg=PUBLISH_BASE=${registry}/${installing.base}`,
            `--build-arg=RUNTIME_PACKAGES=${wanted}`,
            ...more,
            join(folder, 'context'),
          ],
          { env },
        );
        return (performance.now() - before) / 1000;
      };
      // Pulls the bases.
      await build('');
      const plain = `--build-context=runtime=${nothingPrepared(folder)}`;
      const once = async (side: 'ours' | 'baseline'): Promise<void> => {
        const took = await build(packages, side === 'ours' ? [] : [plain]);
        seconds[side].push(took);
        say(side, took);
      };
      for (let round = 0; round < rounds; round += 1)
        for (const side of round % 2 === 0
          ? (['ours', 'baseline'] as const)
          : (['baseline', 'ours'] as const))
          await once(side);
    });
    return seconds;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
