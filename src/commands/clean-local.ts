/** Removes from this machine what this program made, and nothing that is in use: all is read and shown before. */
import { join } from 'node:path';
import { readLeftovers, removalOf } from '../build/leftovers.ts';
import { runReader } from '../build/running.ts';
import { type LocalFind, type LocalKind, selectLocal } from '../decide/clean-local.ts';
import { Failure, type Problem } from '../errors.ts';
import { Interrupted, type World } from '../ports.ts';
import { localList, type LocalReport } from '../report/clean-local.ts';
import { counted } from '../report/units.ts';
import { agrees, interruption, unasked } from './clean.ts';

export interface LocalRequest {
  /** Seconds; what was used since then stays. */
  readonly older?: number;
  /** Remove without asking. */
  readonly yes: boolean;
  readonly dryRun: boolean;
  /** Folder for what is worth keeping between runs. */
  readonly cache: string;
}

export interface LocallyCleaned {
  readonly report: LocalReport;
  readonly interrupted?: Interrupted;
}

/** Never throws for what a user can act on: the report carries it, with what was removed until then. */
export async function cleanLocal(world: World, request: LocalRequest): Promise<LocallyCleaned> {
  const { yes, dryRun } = request;
  if (!dryRun && !yes && world.ask === undefined) return ended('failed', [], [], [unasked]);
  let items: readonly LocalFind[] = [];
  let notes: readonly string[] = [];
  const removed = new Set<string>();
  const end = (outcome: LocalReport['outcome'], problems: readonly Problem[] = []): LocallyCleaned =>
    ended(
      outcome,
      items.map((item) => (removed.has(keyOf(item)) ? { ...item, removed: true } : item)),
      notes,
      problems,
    );
  try {
    [items, notes] = await look(world, request);
    const going = items.filter(goes);
    if (going.length === 0) return end('nothing');
    if (dryRun) return end('listed');
    world.log.info(localList(items, notes));
    if (!yes && !(await agrees(world, counted(going.length, 'thing')))) return end('declined');
    // A run may have begun while the list was read.
    const still = yes ? going : (await look(world, request))[0].filter(goes);
    const due = new Set(still.map(keyOf));
    const problems: Problem[] = [];
    for (const item of going.filter((one) => due.has(keyOf(one)))) {
      const problem = await remove(world, item);
      if (problem === undefined) removed.add(keyOf(item));
      else problems.push(problem);
    }
    return end(problems.length === 0 ? 'removed' : 'failed', problems);
  } catch (error) {
    if (error instanceof Interrupted) return { ...end('failed', [interruption]), interrupted: error };
    if (!(error instanceof Failure)) throw error;
    return end('failed', error.problems);
  }
}

const ended = (
  outcome: LocalReport['outcome'],
  items: LocalReport['machine'],
  notes: readonly string[],
  problems: readonly Problem[],
): LocallyCleaned => ({ report: { outcome, machine: items, notes, problems } });

const goes = ({ stays }: LocalFind): boolean => stays === undefined;
const keyOf = ({ kind, names }: LocalFind): string => [kind, ...names].join(' ');

async function look(
  world: World,
  { older, cache }: LocalRequest,
): Promise<[readonly LocalFind[], readonly string[]]> {
  const lines = await world.machine.commandLines();
  const { found, unseen } = await readLeftovers(world, lines);
  const temporary = await readTemporary(world, lines);
  const isBusy = temporary.some(({ run }) => run === 'goes on');
  const tools = world.env['RUNNER_TOOL_CACHE'];
  // Where steps of the action have theirs.
  const caches = new Set([cache, ...(tools ? [join(tools, 'python-image-builder')] : [])]);
  const kept = (await Promise.all([...caches].map((one) => readCache(world, one, isBusy)))).flat();
  const items = selectLocal([...found, ...temporary, ...kept], older, world.clock.now());
  return [items, unseen === undefined ? [] : [unseen]];
}

/** What ended runs left, and what they wrote for whoever reads it: the output of failed builds, long summaries. */
async function readTemporary(
  world: World,
  lines: readonly string[],
): Promise<(LocalFind & { readonly kind: 'temporary' | 'log' })[]> {
  const { machine, files } = world;
  const runOf = runReader(world, lines);
  const names = (await files.list(machine.temporary)).filter((name) =>
    name.startsWith('python-image-builder-'),
  );
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(machine.temporary, name);
      const isLog = /^python-image-builder-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(?:log|md)$/.test(
        name,
      );
      const isFolder = /^python-image-builder-p\d+h[0-9a-f]{6}-/.test(name);
      const measured = isLog || isFolder ? await machine.measure(path) : undefined;
      // Everybody may write there: what has such a name may be another user's, or a link.
      if (measured?.isOwn !== true || measured.kind !== (isLog ? 'file' : 'folder')) return [];
      const { bytes, changed: used } = measured;
      return isLog
        ? [{ kind: 'log' as const, names: [path] as const, bytes, used }]
        : [{ kind: 'temporary' as const, names: [path] as const, bytes, used, run: runOf(name) }];
    }),
  );
  return found.flat();
}

/** What this program keeps between runs, and nothing else that stands in the folder. */
function kindIn(name: string): LocalKind | undefined {
  if (name === 'wheels') return 'wheels';
  if (name === 'tools') return 'uv';
  if (/^facts-\d+$/.test(name)) return 'facts';
  return /^(?:pages|resolutions)-\d+$/.test(name) ? 'pages' : undefined;
}

async function readCache(world: World, cache: string, isBusy: boolean): Promise<LocalFind[]> {
  const found = await Promise.all(
    (await world.files.list(cache)).map(async (name): Promise<LocalFind[]> => {
      const kind = kindIn(name);
      const path = join(cache, name);
      const measured = kind === undefined ? undefined : await world.machine.measure(path);
      if (kind === undefined || measured === undefined) return [];
      const { bytes, changed: used } = measured;
      return [
        {
          kind,
          names: [path],
          bytes,
          used,
          ...(isBusy && { run: 'goes on' }),
          ...(measured.kind === 'link' && { stays: 'link' }),
        },
      ];
    }),
  );
  return found.flat();
}

/** Gives what kept it from being removed. */
async function remove(world: World, item: LocalFind): Promise<Problem | undefined> {
  const commands = removalOf(item);
  const [name] = item.names;
  if (commands.length === 0) {
    try {
      await world.machine.removeAll(name);
      return undefined;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return error.problems[0];
    }
  }
  for (const command of commands) {
    const ran = await world.run(command);
    if (ran.code === 0) continue;
    const why = ran.stderr.trim().split('\n').at(-1) ?? '';
    return { station: 'machine', about: name, message: `"${name}" could not be removed: ${why}` };
  }
  return undefined;
}
