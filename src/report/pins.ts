/** The pins of a file and what they point at today, as one JSON-safe value and as text. */
import type { Problem } from '../errors.ts';
import type { Digest } from '../names/reference.ts';
import { oneLine } from './escape.ts';
import { columns, painted, plainStyle, type Style } from './layout.ts';
import { counted, shortDigest } from './units.ts';

export interface PinRow {
  /** The variable. */
  readonly name: string;
  readonly line: number;
  readonly digest: Digest;
  /** Absent where nothing says of which image it is. */
  readonly image?: string;
  /** Absent where it could not be looked up. */
  readonly today?: Digest;
}

export interface PinsReport {
  readonly path: string;
  readonly pins: readonly PinRow[];
  /** Whether the file has the digests of today now, of the pins that could be looked up. */
  readonly isWritten: boolean;
  readonly problems: readonly Problem[];
}

/** Ends with a newline; empty where nothing was looked up. */
export function pinsText({ path, pins, isWritten, problems }: PinsReport, style: Style = plainStyle): string {
  if (pins.length === 0) return problems.length > 0 ? '' : `${oneLine(path)} pins no image.\n`;
  const moved = pins.filter(isMoved).length;
  const unknown = pins.filter(({ image, today }) => image !== undefined && today === undefined);
  const head = moved === 0 ? 'Nothing moved' : `${counted(moved, 'pin')} moved`;
  const wayOut = isWritten
    ? `, and ${oneLine(path)} has ${moved === 1 ? 'its digest' : 'their digests'} of today`
    : moved === 0
      ? ''
      : `: --update writes ${moved === 1 ? 'it' : 'them'}`;
  const left =
    unknown.length === 0
      ? ''
      : `; ${unknown.map(({ name }) => oneLine(name)).join(', ')} could not be looked up, and ${unknown.length === 1 ? 'stays as it is' : 'stay as they are'}`;
  const rows = pins.map((pin) => [oneLine(pin.name), oneLine(pin.image ?? '-'), stateText(pin)]);
  return `${painted(style, 'bold', `${head}${wayOut}${left}.`)}\n${columns(rows, style).join('\n')}\n`;
}

const isMoved = ({ digest, today }: PinRow): boolean => today !== undefined && today !== digest;

function stateText(pin: PinRow): string {
  const { digest, today, image } = pin;
  if (image === undefined) return 'no Dockerfile says of which image this digest is';
  if (today === undefined) return 'could not be looked up';
  return isMoved(pin)
    ? `${shortDigest(digest)} → ${shortDigest(today)}`
    : `${shortDigest(digest)}, as it is today`;
}
