/**
 * A year of a thousand images: a plan a week, with bases and releases that move as bench/year.json says. Plans are runs of
 * the program against a registry and an index; what they want made is published as stand-ins, and its cost is reckoned by
 * figures of real builds.
 */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RegistryClient } from '../src/registry/client.ts';
import { type Release, startMadeIndex } from '../test/support/made-index.ts';
import { startRegistry } from '../test/support/registry.ts';
import { year } from './cells.ts';
import { startCountingProxy } from './counting-proxy.ts';
import { type PlanInputs, rawOf, wordsOf } from './plan-inputs.ts';
import { runPlanCommand } from './plan-run.ts';
import { openSilently } from './silent.ts';
import { publishStandIns, pushBase, repositoryOf } from './stand-in.ts';

interface Pattern {
  readonly weeks: readonly {
    /** Tags that moved: `3.13-slim`. */
    readonly bases: readonly string[];
    readonly packages: readonly string[];
    readonly requirements: readonly string[];
  }[];
}

export interface Week {
  readonly seconds: number;
  readonly memory: number;
  readonly resolvers: number;
  readonly built: number;
  readonly rebased: number;
  readonly retagged: number;
  readonly kept: number;
  /** Of the plan: to the registry, and to the index. */
  readonly registry: number;
  readonly index: number;
  /** Of indexes that stand-ins were published with. */
  readonly indexBytes: number;
}

export interface Year {
  readonly cells: number;
  /** The first plan, when nothing is there; it counts on no side. */
  readonly first: Week;
  readonly weeks: readonly Week[];
}

const names = (what: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${what}-${at + 1}`);

/** @param tools a cache folder with uv and nothing else. @param tell is called after each week. */
export async function measureYear(tools: string, tell: (week: number, one: Week) => void): Promise<Year> {
  const { weeks } = JSON.parse(await readFile('bench/year.json', 'utf8')) as Pattern;
  const cache = await mkdtemp(join(tmpdir(), 'bench-cache-'));
  const [index, registry] = await Promise.all([startMadeIndex(), startRegistry()]);
  const [images, pages] = await Promise.all([
    startCountingProxy(registry.host),
    startCountingProxy(index.host),
  ]);
  const opened = openSilently();
  try {
    await cp(tools, cache, { recursive: true });
    const releases = firstReleases();
    index.offer(releases);
    const client = new RegistryClient(opened.world);
    const bases = repositoryOf(`${registry.host}/library/python`);
    const moveBases = async (tags: readonly string[], revision: number): Promise<void> => {
      for (const tag of tags) {
        const [python = '', variant = ''] = tag.split('-');
        await pushBase(client, bases, { python, variant, revision });
      }
    };
    await moveBases(
      year.pythons.flatMap((python) => year.bases.map((base) => `${python}-${base}`)),
      0,
    );
    const inputs: PlanInputs = { ...year, packages: names('app', year.packages) };
    const words = wordsOf(inputs, images.host, pages.host);
    const plan = async (week: number): Promise<Week> => {
      images.takeRequests();
      pages.takeRequests();
      const ran = await runPlanCommand(words, cache);
      const asked = { registry: images.takeRequests().length, index: pages.takeRequests().length };
      const count = (decision: string): number =>
        ran.plan.images.filter((one) => one.decision === decision).length;
      const { bytes } = await publishStandIns(opened.world, { raw: rawOf(words), plan: ran.plan, cache });
      const one: Week = {
        seconds: ran.seconds,
        memory: ran.memory,
        resolvers: ran.resolvers,
        built: count('build'),
        rebased: count('rebase'),
        retagged: count('retag'),
        kept: count('keep'),
        ...asked,
        indexBytes: bytes,
      };
      tell(week, one);
      return one;
    };
    const first = await plan(0);
    const all: Week[] = [];
    for (const [at, moved] of weeks.entries()) {
      await moveBases(moved.bases, at + 1);
      releases.push(...moved.packages.map((name) => appRelease(name, at + 1)));
      releases.push(...moved.requirements.map((name) => libraryRelease(name, at + 1)));
      index.offer(releases);
      all.push(await plan(at + 1));
    }
    return { cells: year.cells, first, weeks: all };
  } finally {
    opened.close();
    await Promise.all([images, pages, index, registry].map((one) => one.stop()));
    await rm(cache, { recursive: true, force: true });
  }
}

/** By the number of the week, so that a later release is a newer version. */
const versionOf = (week: number): string => `1.${Math.floor(week / 16)}.${week % 16}`;

const appRelease = (name: string, week: number): Release => {
  const at = Number(name.slice(name.indexOf('-') + 1));
  const libraries = [0, 1, 2].map((more) => `lib-${((at * 3 + more * 7) % year.requirements) + 1}`);
  return { name, version: versionOf(week), requires: libraries };
};

/** Every third has a wheel for each platform, and an sdist. */
const libraryRelease = (name: string, week: number): Release => ({
  name,
  version: versionOf(week),
  isNative: Number(name.slice(name.indexOf('-') + 1)) % 3 === 0,
});

function firstReleases(): Release[] {
  const apps = names('app', year.packages).flatMap((name) =>
    Array.from({ length: year.versions }, (_, at) => ({
      ...appRelease(name, 0),
      version: `0.9.${at}`,
    })),
  );
  return [...apps, ...names('lib', year.requirements).map((name) => libraryRelease(name, 0))];
}
