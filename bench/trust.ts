/** Measures what SBOMs and a signature add: to a base that moves, and to an image that stays. */
import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRegistry } from '../test/support/registry.ts';
import { moving, movingWheels } from './cells.ts';
import { withFreshBuilder } from './engine.ts';
import { startLocalIndex } from './local-index.ts';
import { pointBase } from './own-registry.ts';
import { type Built, ours } from './sides.ts';

const kinds = ['with', 'without'] as const;
type Kind = (typeof kinds)[number];

/** Runs of each kind, one a round. */
export type TrustRuns = Readonly<Record<Kind, readonly Built[]>>;

export interface TrustMeasured {
  /** The image put onto a new base. */
  readonly rebased: TrustRuns;
  /** The run after that, which keeps it. */
  readonly kept: TrustRuns;
  /** Seconds a platform of writing the SBOMs of an image that is built, whose base no run has read yet. */
  readonly described: readonly number[];
}

const added: Readonly<Record<Kind, readonly string[]>> = {
  with: ['--sbom=both', '--sign=true'],
  without: ['--sbom=false', '--sign=false'],
};

/** @param tools as for `measure`. @param tell is called after each run. */
export async function measureTrust(
  env: NodeJS.ProcessEnv,
  tools: string,
  rounds: number,
  tell: (what: string, run: Built) => void,
): Promise<TrustMeasured> {
  const index = await startLocalIndex(movingWheels);
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const signed = { ...env, SIGN_KEY: key.export({ type: 'pkcs8', format: 'pem' }).toString() };
  const rebased = { with: [] as Built[], without: [] as Built[] };
  const kept = { with: [] as Built[], without: [] as Built[] };
  const described: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) {
        const runs = await once(kind === 'with' ? signed : env, tools, [
          `--index-url=${index.url}`,
          ...added[kind],
        ]);
        for (const [what, run] of Object.entries(runs)) tell(`${what} ${kind}`, run);
        rebased[kind].push(runs.rebased);
        kept[kind].push(runs.kept);
        const step = runs.built.timeline.find(({ name }) => name === 'write the SBOM');
        if (step !== undefined) described.push(step.seconds / moving.platforms.length);
      }
    }
    return { rebased, kept, described };
  } finally {
    await index.stop();
  }
}

/** Builder, cache folder and registry are new, so that they do not know the base that it moves to. */
async function once(env: NodeJS.ProcessEnv, tools: string, options: readonly string[]) {
  const base = `${moving.python}-slim`;
  const cache = await mkdtemp(join(tmpdir(), 'bench-cache-'));
  await cp(tools, cache, { recursive: true });
  const registry = await startRegistry();
  try {
    await pointBase(env, registry.host, base);
    return await withFreshBuilder(env, [registry.host], async (builder) => {
      const around = { env, builder, bases: registry.host, registry: registry.host, cache };
      const built = await ours(moving, around, { options });
      await pointBase(env, registry.host, base, `${base}-moved`);
      const rebased = await ours(moving, around, { options, decision: 'rebase' });
      return { built, rebased, kept: await ours(moving, around, { options, decision: 'keep' }) };
    });
  } finally {
    await registry.stop();
    await rm(cache, { recursive: true, force: true });
  }
}
