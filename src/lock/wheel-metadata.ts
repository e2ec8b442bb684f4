import { readMetadata, readPart } from '../package-index/metadata.ts';
import type { IndexAuth } from '../package-index/read.ts';
import type { World } from '../ports.ts';
import { directoryStart, readZip } from './zip.ts';

/** Most wheels have the directory and the metadata within their last bytes. */
const tailLength = 65_536;

/** The text of METADATA; undefined where the index serves neither it nor ranges of files. */
export async function wheelMetadata(
  world: Pick<World, 'fetch' | 'clock' | 'log'>,
  url: string,
  auth?: IndexAuth,
): Promise<string | undefined> {
  const served = await readMetadata(world, url, auth);
  if (served !== undefined) return served;
  try {
    const last = await readPart(world, url, `-${tailLength}`, auth);
    if (last === undefined) return undefined;
    const start = directoryStart(last.bytes);
    const tail = start < last.from ? await readPart(world, url, `${start}-`, auth) : last;
    if (tail === undefined) return undefined;
    const entry = readZip(tail.bytes, tail.from).find(({ name }) =>
      /^[^/]+\.dist-info\/METADATA$/.test(name),
    );
    if (entry === undefined) return undefined;
    const part =
      entry.start < tail.from ? await readPart(world, url, `${entry.start}-${entry.end - 1}`, auth) : tail;
    return part && entry.content(part.bytes, part.from).toString('utf8');
  } catch {
    // A file that is no wheel fails when it is installed.
    return undefined;
  }
}
