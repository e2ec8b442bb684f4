/**
 * `npm run bench`: compares this program with building everything under emulation, with a build that has everything in its
 * cache, and with itself, on one engine in one run. Writes a file for each part to `bench/results`.
 * `-- --only uvicorn,startup` measures some, and writes the parts that are complete; `--repeat 3` takes medians of three
 * builds of each cell, `--rounds 3` of three runs of all shorter measurements. `--minutes 60` is how long a package of the
 * table in docs/compiling.md may be emulated; without it none is.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAttest } from './attest.ts';
import { measureAdvisories } from './advisories.ts';
import { measureCatalogue } from './catalogue.ts';
import { cells, compiledCells, compilings, forks, moves, wanted } from './cells.ts';
import { measureCompiled } from './compiled.ts';
import { must, node } from '../test/e2e/support.ts';
import { startRegistry } from '../test/support/registry.ts';
import { startEngine, withFreshBuilder } from './engine.ts';
import { bytesText, secondsText } from './figures.ts';
import { measureFork } from './forks.ts';
import { measureLayers } from './layers.ts';
import { aboutRun } from './machine.ts';
import { type Measured, measure } from './measure.ts';
import { measureObserving } from './observe.ts';
import { type Options, readOptions } from './options.ts';
import { knownPackages, measurePackage, nameOf, writePackage } from './packages.ts';
import { measurePlan } from './plan.ts';
import { measureRebase } from './rebase.ts';
import { isWhole, parts, ratiosText, resultsText } from './results.ts';
import type { Figures } from './rows.ts';
import { baseline, ours, type Side } from './sides.ts';
import { measureProject, measureTree } from './several.ts';
import { measureRuntime } from './runtime.ts';
import { measureShard } from './shard.ts';
import { measureStartup } from './startup.ts';
import { measureUnchanged } from './unchanged.ts';
import { measureTrust } from './trust.ts';
import { fetchUv } from './uv.ts';
import { measureYear } from './year.ts';

process.chdir(join(import.meta.dirname, '..'));
const { only, repeat, rounds, minutes } = options();
// Ctrl-C ends the children; the bench itself goes on until it has removed what it started.
let interrupted = false;
process.on('SIGINT', () => (interrupted = true));

const say = (...columns: readonly [string, string, string]): void =>
  void process.stdout.write(`${columns[0].padEnd(20)} ${columns[1].padEnd(9)} ${columns[2]}\n`);
const isWanted = (name: string): boolean => wanted(name, only);
const chosen = [...cells, ...compiledCells].filter(({ name }) => isWanted(name));
const chosenCompilings = compilings.filter(({ name }) => isWanted(name));
const chosenPackages = knownPackages.filter((known) => isWanted(nameOf(known)));
const chosenForks = forks.filter(({ name }) => isWanted(name));
const chosenMoves = moves.filter(({ name }) => isWanted(name));
const builds =
  [chosen, chosenCompilings, chosenPackages, chosenForks, chosenMoves].some(({ length }) => length > 0) ||
  ['runtime', 'unchanged', 'layers', 'tree', 'project', 'shard', 'trust'].some(isWanted);
const env = builds || isWanted('observe') ? await startEngine() : {};
const tools = await mkdtemp(join(tmpdir(), 'bench-tools-'));
/** Names of measurements, and of parts whose file was written. */
const [measured, written] = [new Set<string>(), new Set<string>()];
try {
  const uv = builds || ['plan', 'year'].some(isWanted) ? await fetchUv(tools) : undefined;
  let figures: Figures = { cells: [], compiled: [], forks: [], rebased: [], startups: [] };
  /** Writes each part as soon as it is complete, so that it is not lost when the run fails later. */
  const write = async (): Promise<void> => {
    const whole = parts.filter((one) => isWhole(one, measured) && !written.has(one.name));
    if (whole.length === 0) return;
    const about = await aboutRun(builds ? env : undefined, process.argv.slice(2));
    await mkdir('bench/results', { recursive: true });
    for (const one of whole) {
      await writeFile(`bench/results/${one.name}.md`, resultsText(one, { ...figures, uv, about }));
      written.add(one.name);
    }
  };
  /** Prints a failure and lets the next measurement begin: each takes minutes. */
  const measuring = async (name: string, work: () => Promise<Partial<Figures>>): Promise<void> => {
    if (!isWanted(name)) return;
    try {
      figures = { ...figures, ...(await work()) };
    } catch (error) {
      if (interrupted) throw error;
      console.error(`${name} could not be measured: ${(error as Error).message}`);
      process.exitCode = 1;
      return;
    }
    measured.add(name);
    await write();
  };
  await measuring('startup', async () => ({ startups: measureStartup() }));
  for (const cell of chosen) {
    const result = { cell, ours: [] as Measured[], baseline: [] as Measured[] };
    const once = async (name: 'ours' | 'baseline', side: Side): Promise<void> => {
      const one = await measure(env, tools, side, cell);
      result[name].push(one);
      const { seconds, pulled, added } = one;
      say(cell.name, name, `${secondsText(seconds)}, pulled ${bytesText(pulled)}, added ${bytesText(added)}`);
    };
    await measuring(cell.name, async () => {
      for (let round = 0; round < repeat; round += 1) {
        // The sides take turns in being first: the package index is slower for the first.
        const order = [() => once('ours', ours), () => once('baseline', baseline)];
        for (const next of round % 2 === 0 ? order : order.toReversed()) await next();
      }
      return { cells: [...figures.cells, result] };
    });
  }
  for (const fork of chosenForks) {
    await measuring(fork.name, async () => {
      const one = await measureFork(env, tools, fork, repeat, (how, { seconds }) =>
        say(fork.name, how, secondsText(seconds)),
      );
      return { forks: [...figures.forks, one] };
    });
  }
  for (const compiling of chosenCompilings) {
    await measuring(compiling.name, async () => {
      const one = await measureCompiled(env, tools, compiling, repeat, (how, { itself, seconds }) =>
        say(compiling.name, how, `${secondsText(itself)} of ${secondsText(seconds)}`),
      );
      return { compiled: [...figures.compiled, one] };
    });
  }
  if (chosenPackages.length > 0) await measurePackages(measuring);
  await measuring('runtime', async () => ({
    runtime: await measureRuntime(env, rounds ?? 1, (side, seconds) =>
      say('runtime', side, secondsText(seconds)),
    ),
  }));
  await measuring('unchanged', async () => ({
    unchanged: await measureUnchanged(env, tools, rounds ?? 9, (side, { seconds, requests }) =>
      say('unchanged', secondsText(seconds), `${requests.length} requests, ${side}`),
    ),
  }));
  for (const move of chosenMoves) {
    await measuring(move.name, async () => {
      const one = await measureRebase(env, tools, move, rounds ?? 3, (kind, { seconds }) =>
        say(move.name, kind, secondsText(seconds)),
      );
      return { rebased: [...figures.rebased, one] };
    });
  }
  await measuring('tree', async () => ({
    tree: await measureTree(env, tools, repeat, (what, seconds) => say('tree', what, secondsText(seconds))),
  }));
  await measuring('project', async () => ({
    project: await measureProject(env, tools, repeat, (what, seconds) =>
      say('project', what, secondsText(seconds)),
    ),
  }));
  await measuring('plan', async () => ({
    plan: await measurePlan(tools, rounds ?? 1, (what, { seconds, resolvers }) =>
      say('plan', what, `${secondsText(seconds)}, ${resolvers} resolvers`),
    ),
  }));
  await measuring('layers', async () => ({
    layers: await measureLayers(env, tools, rounds ?? 1, (way, { stacked, byDigest, first, rebased }) =>
      say(
        'layers',
        way,
        `pulled ${bytesText(stacked)} and ${bytesText(byDigest)}, built in ${secondsText(first.seconds)}, rebased in ${secondsText(rebased.seconds)}`,
      ),
    ),
  }));
  await measuring('shard', async () => ({
    shard: await measureShard(env, tools, repeat, (what, seconds) =>
      say('shard', what, secondsText(seconds)),
    ),
  }));
  await measuring('year', async () => ({
    year: await measureYear(tools, (week, { seconds, built, rebased, kept }) =>
      say(
        'year',
        `week ${week}`,
        `${secondsText(seconds)}, ${built} to build, ${rebased} to rebase, ${kept} kept`,
      ),
    ),
  }));
  await measuring('observe', async () => ({ observing: await measureObserving(rounds ?? 9) }));
  await measuring('attest', async () => ({ attest: await measureAttest(rounds ?? 5) }));
  await measuring('trust', async () => ({
    trust: await measureTrust(env, tools, rounds ?? 3, (what, { seconds }) =>
      say('trust', what, secondsText(seconds)),
    ),
  }));
  await measuring('advisories', async () => ({ advisories: await measureAdvisories(rounds ?? 5) }));
  await measuring('catalogue', async () => ({ catalogue: await measureCatalogue(rounds ?? 5) }));
  process.stdout.write(ratiosText(figures));
} finally {
  await rm(tools, { recursive: true, force: true });
}

/** One builder and one registry serve all: a package that others compile against is compiled once. */
async function measurePackages(
  measuring: (name: string, work: () => Promise<Partial<Figures>>) => Promise<void>,
): Promise<void> {
  const registry = await startRegistry();
  const bases = env['REGISTRY'] ?? '';
  try {
    await withFreshBuilder(env, [bases, registry.host], async (builder) => {
      for (const known of chosenPackages) {
        await measuring(nameOf(known), async () => {
          const around = { env, builder, bases, registry: registry.host, cache: tools, minutes };
          const one = await measurePackage(known, around);
          await writePackage(known.name, one);
          say(known.name, one.way, one.why ?? secondsText(one.seconds ?? 0));
          return {};
        });
      }
    });
    await must(node, ['scripts/tables.ts']);
  } finally {
    await registry.stop();
  }
}

function options(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}
