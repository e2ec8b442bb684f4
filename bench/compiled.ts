/** Measures requirements without a wheel for arm/v7: compiled under emulation, cross-compiled, and restored as saved wheels. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRegistry } from '../test/support/registry.ts';
import type { Compiling } from './cells.ts';
import { withFreshBuilder } from './engine.ts';
import { type Built, type More, type Surroundings, ours } from './sides.ts';

export interface Compilation extends Built {
  /** Seconds of the requirement itself: its build requirements and compiling, or fetching. */
  readonly itself: number;
}

/** In the order of measuring: `cross` saves the wheel that `kept` restores. */
const howCompiled = ['emulated', 'cross', 'kept'] as const;
export type HowCompiled = (typeof howCompiled)[number];

export interface CompiledRequirement {
  readonly compiling: Compiling;
  readonly runs: Readonly<Record<HowCompiled, readonly Compilation[]>>;
}

const options: Readonly<Record<HowCompiled, readonly string[]>> = {
  emulated: ['--compile=emulate', '--wheel-store=off'],
  cross: ['--compile=cross', '--rebuild=always'],
  kept: ['--rebuild=always'],
};

/**
 * Builder, cache folder and registry are new for each requirement, so that none profits from another's build requirements.
 *
 * @param tools as for `measure`. @param tell is called after each run.
 */
export async function measureCompiled(
  env: NodeJS.ProcessEnv,
  tools: string,
  compiling: Compiling,
  rounds: number,
  tell: (how: HowCompiled, run: Compilation) => void,
): Promise<CompiledRequirement> {
  const runs: Record<HowCompiled, Compilation[]> = { emulated: [], cross: [], kept: [] };
  for (let round = 0; round < rounds; round += 1) {
    const cache = await mkdtemp(join(tmpdir(), 'bench-cache-'));
    await cp(tools, cache, { recursive: true });
    const registry = await startRegistry();
    const bases = env['REGISTRY'] ?? '';
    try {
      await withFreshBuilder(env, [bases, registry.host], async (builder) => {
        for (const how of compiling.ended ? (['cross', 'kept', 'emulated'] as const) : howCompiled) {
          const around = { env, builder, bases, registry: registry.host, cache };
          // The saved wheel makes the same image: it is built and verified, and the published one stays.
          const decision = how === 'kept' ? 'keep' : 'build';
          const more = { options: options[how], decision } as const;
          const run =
            compiling.ended && how === 'emulated'
              ? await untilTarget(compiling, around, more, runs.cross.at(-1)?.itself ?? 0)
              : timed(compiling, how, await ours(compiling, around, more));
          runs[how].push(run);
          tell(how, run);
        }
      });
    } finally {
      await registry.stop();
      await rm(cache, { recursive: true, force: true });
    }
  }
  return { compiling, runs };
}

/** Seconds for what comes before the requirement: opening the builder, reading the base and the index. */
const before = 60;

/** @param cross seconds of cross-compiling the requirement. @returns what it took, or more than the target asks for. */
async function untilTarget(
  compiling: Compiling,
  around: Surroundings,
  more: More,
  cross: number,
): Promise<Compilation> {
  const itself = cross / compiling.target;
  const limit = Math.ceil(itself + before);
  const built = await ours(compiling, around, { ...more, repository: 'emulated', limit });
  return built === 'ended'
    ? {
        seconds: limit,
        started: Date.now() - limit * 1000,
        repository: 'emulated',
        tag: '',
        timeline: [],
        compiled: [],
        itself,
      }
    : timed(compiling, 'emulated', built);
}

function timed({ package: name }: Compiling, how: HowCompiled, built: Built): Compilation {
  const one = built.compiled.find((each) => each.name === name);
  if (one?.way !== how || one.seconds === undefined)
    throw new Error(`${name} was to be ${how}, and was ${one?.way ?? 'not compiled'}.`);
  return { ...built, itself: one.seconds };
}
