/** Reads files that are read whole: of settings, of names. */
import { Failure, type Problem } from '../errors.ts';
import { shown } from '../names/shown.ts';
import type { Files } from '../ports.ts';
import { counted } from '../report/units.ts';

/** Bytes; what is longer is another file. */
export const mostBytes = 1_000_000;

/**
 * The text of a file; undefined where there is none.
 *
 * @throws Failure (station `input`) where it is too long.
 */
export async function readSmall(
  files: Pick<Files, 'read' | 'stat'>,
  path: string,
): Promise<string | undefined> {
  const stat = await files.stat(path);
  if (stat?.kind === 'file' && stat.size > mostBytes)
    throw new Failure([
      {
        station: 'input',
        about: path,
        message: `${shown(path)} has ${written(stat.size)} bytes, and at most ${written(mostBytes)} are read. Is it another file?`,
      },
    ]);
  return stat?.kind === 'file' ? files.read(path) : undefined;
}

/** Of a file that is something else, most lines are wrong. */
const mostSaid = 10;

/** The first problems with lines of a file, and how many more there are. @param path for messages. */
export function firstProblems(path: string, problems: readonly Problem[]): Problem[] {
  const more = problems.length - mostSaid;
  if (more <= 0) return [...problems];
  const message = `${path}, ${counted(more, 'more line')} ${more === 1 ? 'is' : 'are'} wrong. Is it another file?`;
  return [...problems.slice(0, mostSaid), { station: 'input', about: path, message }];
}

const written = (count: number): string => count.toLocaleString('en');
