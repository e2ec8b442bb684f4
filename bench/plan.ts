/** Measures planning a matrix of which nothing is stale, with and without what an earlier plan left in the cache folder. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planSizes, type PlanSize } from './cells.ts';
import { startCountingProxy } from './counting-proxy.ts';
import { type MadeIndex, type Release, startMadeIndex } from '../test/support/made-index.ts';
import { rawOf, wordsOf } from './plan-inputs.ts';
import { type PlanRan, runPlanCommand } from './plan-run.ts';
import { openSilently } from './silent.ts';
import { publishStandIns, pushBase, repositoryOf } from './stand-in.ts';
import { RegistryClient } from '../src/registry/client.ts';
import { startRegistry } from '../test/support/registry.ts';

export interface PlanMeasured extends Omit<PlanRan, 'plan'> {
  /** Requests for what images there are, for bases, and for anything else of the registry. */
  readonly images: number;
  readonly tags: number;
  readonly bases: number;
  readonly others: number;
  /** Requests for pages of the index, and for metadata of releases. */
  readonly pages: number;
  readonly metadata: number;
}

export interface PlanFigures {
  readonly size: PlanSize;
  /** Packages whose pages must be read: those of the images, and all that they need. */
  readonly packages: number;
  readonly cold: readonly PlanMeasured[];
  readonly warm: readonly PlanMeasured[];
  /** With a registry that answers 50 ms later. */
  readonly coldLate: readonly PlanMeasured[];
  readonly warmLate: readonly PlanMeasured[];
}

const latency = 50;

/** @param tools a cache folder with uv and nothing else. @param tell is called after each run. */
export async function measurePlan(
  tools: string,
  rounds: number,
  tell: (what: string, one: PlanMeasured) => void,
): Promise<PlanFigures[]> {
  const index = await startMadeIndex();
  const all: PlanFigures[] = [];
  try {
    for (const size of planSizes)
      all.push(
        await measureSize(size, index, tools, rounds, (how, one) => tell(`${size.cells} ${how}`, one)),
      );
    return all;
  } finally {
    await index.stop();
  }
}

async function measureSize(
  size: PlanSize,
  index: MadeIndex,
  tools: string,
  rounds: number,
  tell: (how: string, one: PlanMeasured) => void,
): Promise<PlanFigures> {
  const { releases, packages } = releasesOf(size);
  index.offer(releases);
  const registry = await startRegistry();
  const [direct, late, pages] = await Promise.all([
    startCountingProxy(registry.host),
    startCountingProxy(registry.host, latency),
    startCountingProxy(index.host),
  ]);
  const opened = openSilently();
  const caches: string[] = [];
  const emptyCache = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-cache-'));
    caches.push(folder);
    await cp(tools, folder, { recursive: true });
    return folder;
  };
  try {
    const client = new RegistryClient(opened.world);
    const bases = repositoryOf(`${registry.host}/library/python`);
    for (const python of size.pythons)
      for (const variant of size.bases) await pushBase(client, bases, { python, variant, revision: 1 });
    const figures = {
      cold: [] as PlanMeasured[],
      warm: [] as PlanMeasured[],
      coldLate: [] as PlanMeasured[],
      warmLate: [] as PlanMeasured[],
    };
    for (const [proxy, names] of [
      [direct, ['cold', 'warm']],
      [late, ['coldLate', 'warmLate']],
    ] as const) {
      const words = wordsOf({ ...size, packages: packageNames(size.packages) }, proxy.host, pages.host);
      const first = await runPlanCommand(words, await emptyCache());
      // What is published names the address of its base: each proxy has images of its own.
      await publishStandIns(opened.world, { raw: rawOf(words), plan: first.plan, cache: caches.at(-1)! });
      for (let round = 0; round < rounds; round += 1) {
        const cache = await emptyCache();
        for (const name of names) {
          proxy.takeRequests();
          pages.takeRequests();
          const ran = await runPlanCommand(words, cache);
          requireKept(ran, size.cells);
          const one = measuredOf(ran, proxy.takeRequests(), pages.takeRequests());
          figures[name].push(one);
          tell(name, one);
        }
      }
    }
    return { size, packages, ...figures };
  } finally {
    opened.close();
    await Promise.all([direct, late, pages, registry].map((one) => one.stop()));
    for (const folder of caches) await rm(folder, { recursive: true, force: true });
  }
}

function requireKept({ plan }: PlanRan, cells: number): void {
  const others = plan.images.filter(({ decision }) => decision !== 'keep');
  if (plan.images.length !== cells || others.length > 0)
    throw new Error(
      `${cells} images were to be kept, and of ${plan.images.length} others were: ${others[0]?.name} (${others[0]?.reason})`,
    );
}

function measuredOf(
  { seconds, memory, resolvers }: PlanRan,
  asked: readonly string[],
  ofIndex: readonly string[],
): PlanMeasured {
  const count = (requests: readonly string[], pattern: RegExp): number =>
    requests.filter((one) => pattern.test(one)).length;
  const images = count(asked, /^GET \/v2\/bench\/.*\/manifests\//);
  const tags = count(asked, /^HEAD \/v2\/bench\/.*\/manifests\//);
  const bases = count(asked, /\/v2\/library\//);
  const pages = count(ofIndex, / \/simple\//);
  return {
    seconds,
    memory,
    resolvers,
    images,
    tags,
    bases,
    others: asked.length - images - tags - bases,
    pages,
    metadata: ofIndex.length - pages,
  };
}

/** Packages that each need three of twelve libraries; every third library has wheels for each platform, and an sdist. */
function releasesOf({ packages, versions }: PlanSize): {
  readonly releases: readonly Release[];
  readonly packages: number;
} {
  const libraries = Array.from({ length: 12 }, (_, at) => `lib-${at + 1}`);
  const names = packageNames(packages);
  const releases = [
    ...names.flatMap((name, at) =>
      Array.from({ length: versions + 2 }, (_, number) => ({
        name,
        version: `1.${number}.0`,
        requires: [0, 1, 2].map(
          (more) => `${libraries[(at * 2 + more) % libraries.length]}>=1.${number % 3}`,
        ),
      })),
    ),
    ...libraries.flatMap((name, at) =>
      ['1.0', '1.1', '1.2', '1.3'].map((version) => ({
        name,
        version,
        isNative: at % 3 === 2,
        requires: at % 4 === 0 ? ['lib-12'] : [],
      })),
    ),
  ];
  const needed = new Set(names);
  for (let at = 0; at < 3; at += 1)
    for (const { name, requires } of releases)
      if (needed.has(name)) for (const line of requires) needed.add(line.replace(/[<>=].*/, ''));
  return { releases, packages: needed.size };
}

const packageNames = (count: number): string[] => Array.from({ length: count }, (_, at) => `app-${at + 1}`);
