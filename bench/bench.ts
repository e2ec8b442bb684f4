/**
 * `npm run bench`: measures this program against building everything under emulation, on one engine in one run, and
 * writes `bench/results.md`. `-- --only uvicorn,startup` measures some and only prints, `-- --repeat 3` takes medians of three.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cells, wanted } from './cells.ts';
import { startEngine } from './engine.ts';
import { bytesText, secondsText } from './figures.ts';
import { aboutRun } from './machine.ts';
import { type Measured, measure } from './measure.ts';
import { type CellResult, ratiosText, resultsText } from './results.ts';
import { baseline, ours, type Side } from './sides.ts';
import { measureStartup } from './startup.ts';
import { fetchUv } from './uv.ts';

process.chdir(join(import.meta.dirname, '..'));
const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, repeat: { type: 'string', default: '1' } },
});
const only = values.only.split(',').filter(Boolean);
const repeat = Number(values.repeat);
const names = [...cells.map(({ name }) => name), 'startup'];
const unknown = only.filter((one) => !names.some((name) => wanted(name, [one])));
if (unknown.length > 0 || !Number.isInteger(repeat) || repeat < 1) {
  console.error(`--only takes some of ${names.join(', ')}; --repeat takes a whole number of 1 or more.`);
  process.exit(2);
}
// Ctrl-C ends the children first: what was started is then removed as after any failure.
let interrupted = false;
process.on('SIGINT', () => (interrupted = true));

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const chosen = cells.filter(({ name }) => wanted(name, only));
const startups = wanted('startup', only) ? measureStartup() : [];
const env = chosen.length > 0 ? await startEngine() : undefined;
const tools = await mkdtemp(join(tmpdir(), 'bench-tools-'));
try {
  const uv = env === undefined ? undefined : await fetchUv(tools);
  const measured: CellResult[] = [];
  for (const cell of env === undefined ? [] : chosen) {
    const result = { cell, ours: [] as Measured[], baseline: [] as Measured[] };
    const once = async (name: 'ours' | 'baseline', side: Side): Promise<void> => {
      const one = await measure(env ?? {}, tools, side, cell);
      result[name].push(one);
      say(
        `${cell.name.padEnd(20)} ${name.padEnd(9)} ${secondsText(one.seconds)}, pulled ${bytesText(one.pulled)}, added ${bytesText(one.added)}`,
      );
    };
    try {
      for (let round = 0; round < repeat; round += 1) {
        // Who comes first finds the package index's files unread: we do, in every other round the baseline.
        const order = [() => once('ours', ours), () => once('baseline', baseline)];
        for (const next of round % 2 === 0 ? order : order.toReversed()) await next();
      }
      measured.push(result);
    } catch (error) {
      if (interrupted) throw error;
      // The others are still worth their time.
      console.error(`${cell.name} could not be measured: ${(error as Error).message}`);
      process.exitCode = 1;
    }
  }
  const results = { cells: measured, startups, uv, about: await aboutRun(env, process.argv.slice(2)) };
  // A part of the table must not take the place of the whole.
  if (only.length === 0 && measured.length === cells.length)
    await writeFile('bench/results.md', resultsText(results));
  else say(`\n${resultsText(results)}`);
  say(ratiosText(results));
} finally {
  await rm(tools, { recursive: true, force: true });
}
