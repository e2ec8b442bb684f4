/** Runs the command `plan` as a process of its own, and reads what it wrote. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PlanReport } from '../src/report/plan.ts';
import { node, run } from '../test/e2e/support.ts';

export interface PlanRan {
  readonly seconds: number;
  /** The most memory that the process had, in bytes; without that of the resolver's processes. */
  readonly memory: number;
  readonly plan: PlanReport;
  /** Processes of the resolver that it started. */
  readonly resolvers: number;
}

/** @param cache folder that stands for `~/.cache`. @param words inputs as words of the command line. */
export async function runPlanCommand(words: readonly string[], cache: string): Promise<PlanRan> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-plan-'));
  try {
    const [peak, file] = [join(folder, 'peak'), join(folder, 'plan.json')];
    const before = performance.now();
    const { code, stdout, stderr } = await run(
      node,
      [
        '--import',
        pathToFileURL('bench/peak-memory.mjs').href,
        resolve('dist/cli.js'),
        'plan',
        '--json',
        '--debug',
        `--plan-file=${file}`,
        ...words,
      ],
      {
        cwd: folder,
        env: {
          ...process.env,
          XDG_CACHE_HOME: cache,
          RUNNER_TOOL_CACHE: undefined,
          BENCH_PEAK_FILE: peak,
        },
      },
    );
    const seconds = (performance.now() - before) / 1000;
    if (code !== 0) throw new Error(`plan ended with code ${code}: ${stdout}\n${stderr.slice(-2000)}`);
    return {
      seconds,
      memory: Number(await readFile(peak, 'utf8')) * 1024,
      plan: JSON.parse(await readFile(file, 'utf8')) as PlanReport,
      resolvers: [...stderr.matchAll(/\bpip compile\b/g)].length,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
