/** Measures a base that moves: putting the image onto it, against building the image again. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRegistry } from '../test/support/registry.ts';
import { type Move, movingWheels } from './cells.ts';
import { withFreshBuilder } from './engine.ts';
import { type LocalIndex, startLocalIndex } from './local-index.ts';
import { pointBase } from './own-registry.ts';
import { type Built, ours } from './sides.ts';

export interface Rebased {
  readonly move: Move;
  readonly rebase: readonly Built[];
  readonly rebuild: readonly Built[];
}

const kinds = ['rebase', 'rebuild'] as const;
type Kind = (typeof kinds)[number];

/** @param tools as for `measure`. @param tell is called after each run. */
export async function measureRebase(
  env: NodeJS.ProcessEnv,
  tools: string,
  move: Move,
  rounds: number,
  tell: (kind: Kind, run: Built) => void,
): Promise<Rebased> {
  const index = await startLocalIndex(movingWheels);
  try {
    const runs: Record<Kind, Built[]> = { rebase: [], rebuild: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) {
        const run = await once(env, tools, move, { kind, index });
        runs[kind].push(run);
        tell(kind, run);
      }
    }
    return { move, ...runs };
  } finally {
    await index.stop();
  }
}

/**
 * Publishes on the old base, moves the base, and measures the next run. Builder, cache folder and registry are new each
 * time, so that they do not know the new base.
 */
async function once(
  env: NodeJS.ProcessEnv,
  tools: string,
  { subject }: Move,
  { kind, index }: { readonly kind: Kind; readonly index: LocalIndex },
): Promise<Built> {
  const base = `${subject.python}-slim`;
  const cache = await mkdtemp(join(tmpdir(), 'bench-cache-'));
  await cp(tools, cache, { recursive: true });
  const registry = await startRegistry();
  try {
    await pointBase(env, registry.host, base);
    return await withFreshBuilder(env, [registry.host], async (builder) => {
      const around = { env, builder, bases: registry.host, registry: registry.host, cache };
      const options = [`--index-url=${index.url}`];
      await ours(subject, around, { options });
      await pointBase(env, registry.host, base, `${base}-moved`);
      return kind === 'rebase'
        ? ours(subject, around, { options, decision: 'rebase' })
        : ours(subject, around, { options: [...options, '--rebuild=always'] });
    });
  } finally {
    await registry.stop();
    await rm(cache, { recursive: true, force: true });
  }
}
