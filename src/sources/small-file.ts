/** Reads files that are read whole: of settings, of names. */
import { Failure } from '../errors.ts';
import { shown } from '../names/shown.ts';
import type { Files } from '../ports.ts';

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

const written = (count: number): string => count.toLocaleString('en');
