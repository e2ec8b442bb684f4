/** The platforms' table, cell by cell: what nothing is known of takes no column. */
import type { PlatformReport, Report } from './report.ts';
import { busySeconds } from './timeline.ts';
import { bytesText, secondsText, shortDigest } from './units.ts';
import { checksText, type Marks } from './check-words.ts';
import { platformTitle } from './words.ts';

export type PlatformColumn =
  | 'Platform'
  | 'Digest'
  | 'Size'
  | 'Over base'
  | 'Wheels'
  | 'Compiled'
  | 'Checks'
  | 'Time';

/** Plain text; absent where it is not known, as most is of an image that was left alone. */
export type PlatformCells = Readonly<Partial<Record<PlatformColumn, string>>>;

export function platformRows(report: Report, marks: Marks): PlatformCells[] {
  // Where none ran on any platform of an image that was built, this is worth saying.
  const checked = report.built || report.platforms.some(({ checks }) => checks.length > 0);
  return report.platforms.map((platform) => cellsOf(platform, report, checked ? marks : undefined));
}

function cellsOf(platform: PlatformReport, { timeline }: Report, marks: Marks | undefined): PlatformCells {
  const { digest, size, added, wheels, compiled, checks } = platform;
  const seconds = busySeconds(timeline, platform.platform);
  return {
    Platform: platformTitle(platform),
    ...(digest === undefined ? {} : { Digest: shortDigest(digest) }),
    ...(size === undefined ? {} : { Size: bytesText(size) }),
    ...(added === undefined ? {} : { 'Over base': `+${bytesText(added)}` }),
    ...(wheels === undefined ? {} : { Wheels: String(wheels) }),
    ...(compiled === undefined ? {} : { Compiled: String(compiled) }),
    ...(marks === undefined ? {} : { Checks: checksText(checks, marks) }),
    ...(seconds === undefined ? {} : { Time: secondsText(seconds) }),
  };
}

/** Those of the columns that any row fills, in the order given. */
export const filledColumns = (
  rows: readonly PlatformCells[],
  columns: readonly PlatformColumn[],
): PlatformColumn[] => columns.filter((column) => rows.some((row) => row[column] !== undefined));
