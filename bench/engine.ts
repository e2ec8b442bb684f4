/** The engine of both sides, and a new builder for every measured run. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../test/e2e/support.ts';

/**
 * Brings up the engine. Gives the environment that `engine env` prints.
 *
 * @param classic the second one, which stores layers on each other.
 */
export async function startEngine(classic?: 'classic'): Promise<NodeJS.ProcessEnv> {
  // Its output is shown, because on a new machine it takes minutes.
  const up = spawnSync('bash', ['engine/engine', 'up', '--test', classic ?? 'buildkit'], {
    stdio: 'inherit',
  });
  if (up.status !== 0)
    throw new Error(`The engine did not come up: engine/engine up --test ${classic ?? 'buildkit'}`);
  const said = await must('bash', ['-c', `eval "$(engine/engine env ${classic ?? ''})" && env -0`]);
  return Object.fromEntries(
    said
      .split('\0')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}

/**
 * Runs `use` with the name of a new builder, and removes the builder.
 *
 * It is not a pruned one, whose cache another user of the engine may fill. Making it is not measured.
 */
export async function withFreshBuilder<T>(
  env: NodeJS.ProcessEnv,
  registries: readonly string[],
  use: (builder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const config = join(folder, 'buildkitd.toml');
  await writeFile(config, registries.map((host) => `[registry."${host}"]\n  http = true\n`).join(''));
  const builder = `bench-${process.pid}-${Date.now().toString(36)}`;
  try {
    await must(
      'docker',
      [
        'buildx',
        'create',
        `--name=${builder}`,
        '--driver=docker-container',
        `--driver-opt=network=host,image=${env['REGISTRY']}/moby/buildkit:buildx-stable-1`,
        // The buildx of Debian stable does not know --buildkitd-config.
        `--config=${config}`,
        '--bootstrap',
      ],
      { env },
    );
    return await use(builder);
  } finally {
    await must('docker', ['buildx', 'rm', '--force', builder], { env });
    await rm(folder, { recursive: true, force: true });
  }
}
