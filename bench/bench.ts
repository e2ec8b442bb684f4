/**
 * `npm run bench`: measures this program against building everything under emulation, against a build of which everything
 * is cached, and against itself, on one engine in one run, and writes `bench/results`, a file for each part. `-- --only uvicorn,startup`
 * measures some, and writes the parts that are measured whole; `--repeat 3` takes medians of three builds of each cell,
 * `--rounds 3` of three runs of all that takes seconds.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cells, compiledCells, compilings, moves, wanted } from './cells.ts';
import { measureCompiled } from './compiled.ts';
import { startEngine } from './engine.ts';
import { bytesText, secondsText } from './figures.ts';
import { aboutRun } from './machine.ts';
import { type Measured, measure } from './measure.ts';
import { measureObserving } from './observe.ts';
import { type Options, readOptions } from './options.ts';
import { measureRebase } from './rebase.ts';
import { isWhole, parts, ratiosText, resultsText } from './results.ts';
import type { CellResult } from './rows.ts';
import { baseline, ours, type Side } from './sides.ts';
import { measureStartup } from './startup.ts';
import { measureUnchanged } from './unchanged.ts';
import { fetchUv } from './uv.ts';

process.chdir(join(import.meta.dirname, '..'));
const { only, repeat, rounds } = options();
// Ctrl-C ends the children first: what was started is then removed as after any failure.
let interrupted = false;
process.on('SIGINT', () => (interrupted = true));

const say = (...columns: readonly [string, string, string]): void =>
  void process.stdout.write(`${columns[0].padEnd(20)} ${columns[1].padEnd(9)} ${columns[2]}\n`);
const isWanted = (name: string): boolean => wanted(name, only);
const chosen = [...cells, ...compiledCells].filter(({ name }) => isWanted(name));
const chosenCompilings = compilings.filter(({ name }) => isWanted(name));
const chosenMoves = moves.filter(({ name }) => isWanted(name));
const startups = isWanted('startup') ? measureStartup() : [];
const builds = chosen.length + chosenCompilings.length + chosenMoves.length > 0 || isWanted('unchanged');
const env = builds || isWanted('observe') ? await startEngine() : {};
const tools = await mkdtemp(join(tmpdir(), 'bench-tools-'));
const failed = new Set<string>();
try {
  const uv = builds ? await fetchUv(tools) : undefined;
  const measured: CellResult[] = [];
  for (const cell of chosen) {
    const result = { cell, ours: [] as Measured[], baseline: [] as Measured[] };
    const once = async (name: 'ours' | 'baseline', side: Side): Promise<void> => {
      const one = await measure(env, tools, side, cell);
      result[name].push(one);
      const { seconds, pulled, added } = one;
      say(cell.name, name, `${secondsText(seconds)}, pulled ${bytesText(pulled)}, added ${bytesText(added)}`);
    };
    await part(cell.name, async () => {
      for (let round = 0; round < repeat; round += 1) {
        // Who comes first finds the package index's files unread: we do, in every other round the baseline.
        const order = [() => once('ours', ours), () => once('baseline', baseline)];
        for (const next of round % 2 === 0 ? order : order.toReversed()) await next();
      }
      measured.push(result);
    });
  }
  const compiled = [];
  for (const compiling of chosenCompilings) {
    const one = await part(compiling.name, () =>
      measureCompiled(env, tools, compiling, repeat, (how, { itself, seconds }) =>
        say(compiling.name, how, `${secondsText(itself)} of ${secondsText(seconds)}`),
      ),
    );
    if (one !== undefined) compiled.push(one);
  }
  const unchanged = await partOf('unchanged', () =>
    measureUnchanged(env, tools, rounds ?? 9, (side, { seconds, requests }) =>
      say('unchanged', secondsText(seconds), `${requests.length} requests, ${side}`),
    ),
  );
  const rebased = [];
  for (const move of chosenMoves) {
    const one = await part(move.name, () =>
      measureRebase(env, tools, move, rounds ?? 3, (kind, { seconds }) =>
        say(move.name, kind, secondsText(seconds)),
      ),
    );
    if (one !== undefined) rebased.push(one);
  }
  const observing = await partOf('observe', () => measureObserving(rounds ?? 9));
  const about = await aboutRun(builds ? env : undefined, process.argv.slice(2));
  const results = { cells: measured, compiled, unchanged, rebased, observing, startups, uv, about };
  await mkdir('bench/results', { recursive: true });
  // What was measured in part must not take the place of the whole.
  for (const one of parts) {
    if (isWhole(one, only) && !one.members.some((name) => failed.has(name)))
      await writeFile(`bench/results/${one.name}.md`, resultsText(one, results));
  }
  process.stdout.write(ratiosText(results));
} finally {
  await rm(tools, { recursive: true, force: true });
}

function options(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}

/** What cannot be measured is said, and the others are still worth their time. */
async function part<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (interrupted) throw error;
    console.error(`${name} could not be measured: ${(error as Error).message}`);
    process.exitCode = 1;
    failed.add(name);
    return undefined;
  }
}

async function partOf<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  return isWanted(name) ? part(name, work) : undefined;
}
