/** What a clean-up of this machine lists and did, as one JSON-safe value and as text. */
import type { LocalFind, LocalKind, LocalStays } from '../decide/clean-local.ts';
import type { Problem } from '../errors.ts';
import { oneLine } from './escape.ts';
import { columns, painted, plainStyle, type Style } from './layout.ts';
import { bytesText } from './units.ts';

export interface LocalReport {
  /** As of a clean-up of repositories. */
  readonly outcome: 'listed' | 'declined' | 'nothing' | 'removed' | 'failed';
  readonly machine: readonly (LocalFind & { readonly removed?: boolean })[];
  /** What could not be looked at. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

const kindWords: Readonly<Record<LocalKind, string>> = {
  builder: 'builder with its cache',
  container: 'container of a builder',
  volume: 'cache of a builder',
  image: 'image',
  wheels: 'saved wheels',
  facts: 'what bases hold',
  pages: 'what an index said',
  uv: 'uv',
  temporary: 'temporary files',
  log: 'log',
};

const staysWords: Readonly<Record<LocalStays, string>> = {
  'in use': 'a run uses it',
  container: 'a container has it',
  recent: 'a job may use it',
  foreign: "another user's",
  derived: 'built on ours',
  link: 'it is a link',
  young: 'used lately',
};

/** The list as it is shown before anything is removed. */
export function localList(
  items: readonly LocalFind[],
  notes: readonly string[],
  style: Style = plainStyle,
): string {
  const rows = inLines(items).map(({ kind, names, bytes, used, stays, count }) => [
    stays === undefined ? 'goes' : `stays: ${staysWords[stays]}`,
    count === 1 ? kindWords[kind] : `${kindWords[kind]}: ${count}`,
    bytes === undefined ? '' : bytesText(bytes),
    used === undefined ? '' : new Date(used).toISOString().slice(0, 10),
    `${names.map(oneLine).join(', ')}${count === 1 ? '' : style.unicode ? ', …' : ', ..'}`,
  ]);
  const [head, ...lines] =
    rows.length === 0 ? [] : columns([['What', 'Kind', 'Size', 'Used', 'Name'], ...rows], style);
  const going = items.filter(({ stays }) => stays === undefined);
  const summary =
    going.length === 0
      ? `this machine: nothing to remove, of ${items.length} found`
      : `this machine: ${going.length} of ${items.length} found ${going.length === 1 ? 'goes' : 'go'}${sizeText(going)}`;
  return [...(head === undefined ? [] : [painted(style, 'bold', head)]), ...lines, ...notes, summary].join(
    '\n',
  );
}

interface Line extends LocalFind {
  readonly count: number;
}

/** A line an item, but one for all logs that go: a machine may have hundreds. */
function inLines(items: readonly LocalFind[]): Line[] {
  const lines: Line[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last?.kind === 'log' && item.kind === 'log' && last.stays === item.stays) {
      const bytes = (last.bytes ?? 0) + (item.bytes ?? 0);
      const used = Math.max(last.used ?? 0, item.used ?? 0);
      lines.splice(-1, 1, { ...last, bytes, used, count: last.count + 1 });
    } else lines.push({ ...item, count: 1 });
  }
  return lines;
}

/** The list where nothing was to be removed after it, and what was removed; empty where problems left nothing to say. */
export function localText(
  { outcome, machine, notes, problems }: LocalReport,
  style: Style = plainStyle,
): string {
  if (outcome === 'listed' || outcome === 'nothing') return `${localList(machine, notes, style)}\n`;
  if (outcome === 'declined') return 'this machine: nothing was removed\n';
  if (machine.length === 0 && problems.length > 0) return '';
  const removed = machine.filter((item) => item.removed === true);
  const left = machine.filter(({ stays }) => stays === undefined).length - removed.length;
  return `this machine: ${removed.length} removed${sizeText(removed)}${left === 0 ? '' : `; ${left} not`}\n`;
}

function sizeText(items: readonly LocalFind[]): string {
  const bytes = items.reduce((sum, one) => sum + (one.bytes ?? 0), 0);
  return bytes === 0 ? '' : `, ${bytesText(bytes)}`;
}
