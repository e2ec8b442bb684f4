/** Fetches uv before anything is measured, since a machine does that once. The results name its seconds. */
import { readFile } from 'node:fs/promises';
import { findUv, pinnedUv } from '../src/lock/uv.ts';
import { defaultIndexUrl } from '../src/package-index/read.ts';
import { openSilently } from './silent.ts';

export interface FetchedUv {
  readonly version: string;
  /** Undefined if uv is on PATH. */
  readonly seconds?: number;
}

/** @param cache folder that stands for `~/.cache`. */
export async function fetchUv(cache: string): Promise<FetchedUv> {
  const opened = openSilently({ ...process.env, XDG_CACHE_HOME: cache, RUNNER_TOOL_CACHE: undefined });
  try {
    const before = performance.now();
    const pin = pinnedUv(await readFile('dockerfiles/compile/tools.txt', 'utf8'));
    const uv = await findUv(opened.world, { indexUrl: defaultIndexUrl, pin, cache: { refused: () => {} } });
    const seconds = (performance.now() - before) / 1000;
    return uv.from === 'path' ? { version: uv.version } : { version: uv.version, seconds };
  } finally {
    opened.close();
  }
}
