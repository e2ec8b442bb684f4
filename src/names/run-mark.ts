/** How a run is named in what it leaves while it works, so that a later one can tell whether it is still needed. */
import { createHash } from 'node:crypto';

/** Of a process and its machine: `p1234h9f3a0c`. A container is a machine with a name of its own. */
export const markOf = (pid: number, host: string): string =>
  `p${pid}h${createHash('sha256').update(host).digest('hex').slice(0, 6)}`;

export interface RunMark {
  readonly pid: number;
  /** As `markOf` writes it. */
  readonly text: string;
}

const programName = 'python-image-builder';

/** What a run calls what it makes for itself: `python-image-builder-p1234h9f3a0c-NAME`. */
export const markedName = (mark: string, name: string): string => `${programName}-${mark}-${name}`;

/** The mark in such a name, and in those of Docker that hold it. */
export function markIn(name: string): RunMark | undefined {
  const match = /python-image-builder-(p(\d{1,10})h[0-9a-f]{6})-/.exec(name);
  return match === null ? undefined : { pid: Number(match[2]), text: match[1]! };
}
