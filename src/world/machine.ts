/** This machine as a clean-up sees it: its processes, and what files and folders take. */
import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { onFile } from '../file-failure.ts';
import { markIn, markedName, markOf } from '../names/run-mark.ts';
import type { Machine, Measured } from '../ports.ts';

/** Of this process. */
export const ownMark = (): string => markOf(process.pid, hostname());

/** @param temporary the folder of temporary files. */
export const systemMachine = (temporary: string = tmpdir()): Machine => ({
  mark: ownMark(),
  node: process.versions.node,
  temporary,
  isRunning(mark) {
    const read = markIn(markedName(mark, ''));
    if (read === undefined || markOf(read.pid, hostname()) !== mark) return undefined;
    return isRunning(read.pid);
  },
  async commandLines() {
    const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
    const lines = pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
    return (await Promise.all(lines)).map((line) => line.replaceAll('\0', ' ').trim()).filter(Boolean);
  },
  measure: (path) => onFile(path, 'read', () => measure(path)),
  removeAll: (path) =>
    onFile(path, 'removed', () => rm(path, { recursive: true, force: true, maxRetries: 2 })),
});

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks.
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What another process removes meanwhile counts no more. */
async function measure(path: string): Promise<Measured | undefined> {
  const stats = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (stats === undefined) return undefined;
  const isOwn = process.getuid === undefined || stats.uid === process.getuid();
  const own = { bytes: stats.blocks * 512, changed: Math.round(stats.mtimeMs), isOwn };
  if (stats.isSymbolicLink()) return { kind: 'link', ...own };
  if (!stats.isDirectory()) return { kind: 'file', ...own };
  let { bytes, changed } = own;
  for (const name of await readdir(path).catch(() => [])) {
    const below = await measure(join(path, name));
    bytes += below?.bytes ?? 0;
    changed = Math.max(changed, below?.changed ?? 0);
  }
  return { kind: 'folder', bytes, changed, isOwn };
}
