/** Measures an image of which one small requirement moved: what a machine with the old one pulls, with several layers and with one. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../test/e2e/support.ts';
import { startRegistry } from '../test/support/registry.ts';
import { layered } from './cells.ts';
import { startCountingProxy } from './counting-proxy.ts';
import { startEngine, withFreshBuilder } from './engine.ts';
import { addedBytes } from './measure.ts';
import { pointBase } from './own-registry.ts';
import { type Built, ours } from './sides.ts';

/** A side of the comparison. */
export interface Layered {
  /** Bytes that an engine with the old image pulls of the new one: Docker's graph drivers, and the image store of containerd. */
  readonly stacked: number;
  readonly byDigest: number;
  /** Compressed bytes of the layers over the base's. */
  readonly added: number;
  /** With an empty cache, and with a requirement moved. */
  readonly first: Built;
  readonly moved: Built;
  readonly rebased: Built;
}

export interface LayersMeasured {
  readonly auto: readonly Layered[];
  readonly one: readonly Layered[];
}

const ways = ['auto', 'one'] as const;
type Way = (typeof ways)[number];

/** @param tools as for `measure`. @param tell is called after each side. */
export async function measureLayers(
  env: NodeJS.ProcessEnv,
  tools: string,
  rounds: number,
  tell: (way: Way, run: Layered) => void,
): Promise<LayersMeasured> {
  const classic = await startEngine('classic');
  const runs: Record<Way, Layered[]> = { auto: [], one: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
      const run = await once({ env, classic }, tools, way);
      runs[way].push(run);
      tell(way, run);
    }
  }
  return runs;
}

/** Builder, cache folder and registry are new each time. Both engines pull each image, and forget it in the end. */
async function once(
  { env, classic }: { readonly env: NodeJS.ProcessEnv; readonly classic: NodeJS.ProcessEnv },
  tools: string,
  way: Way,
): Promise<Layered> {
  const { subject, requirements, before, after } = layered;
  const base = `${subject.python}-slim`;
  const cache = await mkdtemp(join(tmpdir(), 'bench-cache-'));
  await cp(tools, cache, { recursive: true });
  const registry = await startRegistry();
  const proxy = await startCountingProxy(registry.host);
  const reference = ({ repository, tag }: Built): string => `${proxy.host}/${repository}:${tag}`;
  const pulled = async (engine: NodeJS.ProcessEnv, image: Built): Promise<number> => {
    proxy.take();
    await must('docker', ['pull', '--quiet', reference(image)], { env: engine });
    return proxy.take();
  };
  try {
    await pointBase(env, registry.host, base);
    return await withFreshBuilder(env, [registry.host], async (builder) => {
      const around = { env, builder, bases: registry.host, registry: registry.host, cache };
      const build = (requirement: string, decision: 'build' | 'rebase' = 'build'): Promise<Built> =>
        ours(subject, around, {
          options: [`--layers=${way}`, `--requirements=${[...requirements, requirement].join('\n')}`],
          decision,
        });
      const first = await build(before);
      try {
        for (const engine of [classic, env]) await pulled(engine, first);
        const moved = await build(after);
        const [stacked, byDigest] = [await pulled(classic, moved), await pulled(env, moved)];
        const added = await addedBytes(
          { host: registry.host, repository: moved.repository, tag: moved.tag },
          { host: registry.host, repository: 'library/python', tag: base },
        );
        await pointBase(env, registry.host, base, `${base}-moved`);
        const rebased = await build(after, 'rebase');
        return { stacked, byDigest, added, first, moved, rebased };
      } finally {
        for (const engine of [classic, env])
          await must('docker', ['image', 'rm', '--force', reference(first)], { env: engine });
      }
    });
  } finally {
    await proxy.stop();
    await registry.stop();
    await rm(cache, { recursive: true, force: true });
  }
}
