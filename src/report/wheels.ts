/** The list of kept wheels, as one JSON-safe value and as text. */
import type { Problem } from '../errors.ts';
import { oneLine } from './escape.ts';
import { columns, painted, plainStyle, type Style } from './layout.ts';
import { bytesText, counted, secondsText } from './units.ts';

/** One kept wheel. */
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
  /** Repository of the image that it was compiled in; empty for pure Python. */
  readonly buildBase: string;
  readonly way: 'native' | 'cross' | 'emulated';
  readonly seconds: number;
  /** Days, `2026-11-20`; a use is written down once a week. */
  readonly compiled: string;
  readonly used: string;
  /** Set where nothing has used it for the time that was asked about: whether it was removed, or would be. */
  readonly unused?: 'removed' | 'would be removed';
}

export interface WheelsReport {
  /** `registry/name`, or a path. */
  readonly where: string;
  readonly wheels: readonly WheelRow[];
  readonly problems: readonly Problem[];
}

/** The list, ending with a newline. Problems are not in it. */
export function wheelsText({ where, wheels }: WheelsReport, style: Style = plainStyle): string {
  const rows = wheels.map((one) => [
    `${oneLine(one.name)} ${oneLine(one.version)}`,
    one.python,
    one.platform,
    needsText(one),
    bytesText(one.size),
    `${one.compiled} in ${secondsText(one.seconds)}`,
    one.used,
    one.unused ?? '',
  ]);
  const title = ['Wheel', 'Python', 'Platform', 'Needs', 'Size', 'Compiled', 'Used', ''];
  const [head = '', ...lines] = rows.length === 0 ? [] : columns([title, ...rows], style);
  const size = wheels.reduce((sum, one) => sum + one.size, 0);
  const gone = wheels.filter(({ unused }) => unused !== undefined);
  const [first] = gone;
  const summary = [
    `${counted(wheels.length, 'kept wheel')} in ${oneLine(where)}, ${bytesText(size)}`,
    ...(first === undefined ? [] : [`${gone.length} ${first.unused}`]),
  ].join('; ');
  return `${[...(head === '' ? [] : [painted(style, 'bold', head)]), ...lines, summary].join('\n')}\n`;
}

function needsText({ libc, floor, distribution, buildPackages }: WheelRow): string {
  const parts = [
    libc === 'any' ? 'nothing' : floor === undefined ? libc : `${libc} ${floor}`,
    distribution,
    ...buildPackages,
  ];
  return parts.filter(Boolean).join(', ');
}
