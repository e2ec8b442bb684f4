/** Measures one side of one cell, with every cache empty. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Span } from '../src/report/report.ts';
import { imagesOf, manifest } from '../test/e2e/support.ts';
import { startRegistry } from '../test/support/registry.ts';
import type { Subject } from './cells.ts';
import { startCountingProxy } from './counting-proxy.ts';
import { withFreshBuilder } from './engine.ts';
import type { Side } from './sides.ts';

export interface Measured {
  readonly seconds: number;
  /** Milliseconds since the epoch. */
  readonly started: number;
  /** Bytes pulled of bases. Requirements do not count: they come from the package index. */
  readonly pulled: number;
  /** Compressed bytes of the layers over the base's, all platforms together. */
  readonly added: number;
  readonly timeline: readonly Span[];
}

/** @param tools a cache folder with what a machine fetches once (uv). */
export async function measure(
  env: NodeJS.ProcessEnv,
  tools: string,
  side: Side,
  subject: Subject,
): Promise<Measured> {
  const source = env['REGISTRY'] ?? '';
  const cache = await mkdtemp(join(tmpdir(), 'bench-cache-'));
  await cp(tools, cache, { recursive: true });
  const proxy = await startCountingProxy(source);
  // A new registry: layers of earlier runs would not be pushed again.
  const registry = await startRegistry();
  try {
    const built = await withFreshBuilder(env, [proxy.host, registry.host], (builder) =>
      side(subject, { env, builder, bases: proxy.host, registry: registry.host, cache }),
    );
    return {
      seconds: built.seconds,
      started: built.started,
      pulled: proxy.take(),
      added: await addedBytes(
        { host: registry.host, repository: built.repository, tag: built.tag },
        { host: source, repository: 'library/python', tag: `${subject.python}-slim` },
      ),
      timeline: built.timeline,
    };
  } finally {
    await registry.stop();
    await proxy.stop();
    await rm(cache, { recursive: true, force: true });
  }
}

interface Pushed {
  readonly host: string;
  readonly repository: string;
  readonly tag: string;
}

/** Compressed bytes of the layers of all platforms that are not the base's. */
export async function addedBytes(image: Pushed, base: Pushed): Promise<number> {
  const [layers, under] = await Promise.all([layersOf(image), layersOf(base)]);
  const known = new Set(under.map(({ digest }) => digest));
  return layers.filter(({ digest }) => !known.has(digest)).reduce((sum, { size }) => sum + size, 0);
}

/** The layers of all platforms. A layer that several share is there for each of them, since each pulls it. */
async function layersOf({ host, repository, tag }: Pushed) {
  const images = imagesOf(await manifest(repository, tag, host));
  const manifests = images.map(({ digest }) => manifest(repository, digest, host));
  return (await Promise.all(manifests)).flatMap(({ layers }) => layers);
}
