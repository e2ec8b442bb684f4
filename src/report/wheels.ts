/** The list of saved wheels, as one JSON-safe value and as text. */
import type { Problem } from '../errors.ts';
import { oneLine } from './escape.ts';
import { columns, painted, plainStyle, type Style } from './layout.ts';
import { bytesText, counted } from './units.ts';

/** One saved wheel. */
export interface WheelRow {
  readonly tag: string;
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  /** Bytes. */
  readonly size: number;
  /** `3.13`. */
  readonly python: string;
  /** `any` for pure Python. */
  readonly platform: string;
  readonly libc: string;
  /** The oldest libc that it runs with. */
  readonly floor?: string;
  /** The only one that it runs on; empty where it needs nothing but a libc. */
  readonly distribution: string;
  readonly buildPackages: readonly string[];
  readonly buildConstraints?: readonly string[];
  /** Repository of the image that it was compiled in; empty for pure Python. */
  readonly buildBase: string;
  readonly way: 'native' | 'cross' | 'emulated';
  readonly seconds: number;
  /** Days, `2026-11-20`; a use is written down once a week. */
  readonly compiled: string;
  readonly used: string;
  /** Set where nothing has used it for the time that was asked about: what became of it. */
  readonly unused?: 'removed' | 'would be removed' | 'not removed';
}

export interface WheelsReport {
  readonly kind: 'repository' | 'folder';
  /** `registry/name`, or a path. */
  readonly where: string;
  readonly wheels: readonly WheelRow[];
  /** Tags like those of saved wheels, of what is none of this version: not listed, and never removed. */
  readonly others: readonly string[];
  /** The days that were asked about, and how many the last use that is written down must be ago. */
  readonly unusedFor?: { readonly days: number; readonly counted: number };
  readonly problems: readonly Problem[];
  /** There is no such repository or folder. */
  readonly absent?: true;
}

/** The list, ending with a newline; empty where problems left nothing to list. Problems are not in it. */
export function wheelsText(report: WheelsReport, style: Style = plainStyle): string {
  const { where, wheels, others, problems, absent } = report;
  if (wheels.length + others.length === 0 && problems.length > 0) return '';
  if (absent === true) return `There is no folder ${oneLine(where)} yet: nothing is saved.\n`;
  const rows = wheels.map((one) => [
    `${oneLine(one.name)} ${oneLine(one.version)}`,
    one.python,
    one.platform,
    bytesText(one.size),
    one.way,
    one.unused === undefined ? one.used : `${one.used}, ${one.unused}`,
    // Last, since the last goes on below a line that is too long.
    needsText(one),
  ]);
  const title = ['Wheel', 'Python', 'Platform', 'Size', 'Way', 'Used', 'Needs'];
  const [head = '', ...lines] = rows.length === 0 ? [] : columns([title, ...rows], style);
  const text = [
    ...(head === '' ? [] : [painted(style, 'bold', head)]),
    ...lines,
    summaryText(report),
    ...nothingUnused(report),
    ...othersText(report),
  ];
  return `${text.join('\n')}\n`;
}

function summaryText({ where, wheels, others }: WheelsReport): string {
  const found = `${counted(wheels.length, 'saved wheel')} in ${oneLine(where)}`;
  if (wheels.length === 0) return others.length === 0 ? `${found}: nothing there is one` : found;
  const size = wheels.reduce((sum, one) => sum + one.size, 0);
  const gone = Map.groupBy(wheels, ({ unused }) => unused);
  gone.delete(undefined);
  const ends = [...gone].map(([unused, of]) => `${of.length} ${unused}`);
  return [`${found}, ${bytesText(size)}`, ...ends].join('; ');
}

function nothingUnused({ wheels, unusedFor, problems }: WheelsReport): string[] {
  if (unusedFor === undefined || wheels.length === 0 || problems.length > 0) return [];
  if (wheels.some(({ unused }) => unused !== undefined)) return [];
  const { days, counted: all } = unusedFor;
  return [
    `Nothing was unused for ${counted(days, 'day')}: a use is written down once a week, so the last one must be ${all} days ago.`,
  ];
}

function othersText({ kind, others }: WheelsReport): string[] {
  if (others.length === 0) return [];
  const what = counted(others.length, kind === 'folder' ? 'file' : 'tag');
  return [
    others.length === 1
      ? `${what} here is no saved wheel of this version; it is neither listed nor removed.`
      : `${what} here are no saved wheels of this version; they are neither listed nor removed.`,
  ];
}

function needsText({ libc, floor, distribution, buildPackages, buildConstraints = [] }: WheelRow): string {
  const parts = [
    libc === 'any' ? 'nothing' : floor === undefined ? libc : `${libc} ${floor}`,
    distribution,
    ...buildPackages,
    ...buildConstraints,
  ];
  return parts.filter(Boolean).join(', ');
}
