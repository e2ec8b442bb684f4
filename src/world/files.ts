import { randomUUID } from 'node:crypto';
import { constants, createReadStream, rmSync } from 'node:fs';
import {
  access,
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileFailure, onFile } from '../file-failure.ts';
import { markedName } from '../names/run-mark.ts';
import type { Entry, Files } from '../ports.ts';
import { ownMark } from './machine.ts';

export interface SystemFiles extends Files {
  close(): void;
}

const absent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

function undefinedIfAbsent(error: unknown): undefined {
  if (!absent(error)) throw error;
}

/** Makes a folder and those above it. Node's `recursive` never ends on a file system without new folders, such as /proc. */
async function makeFolder(path: string): Promise<void> {
  const make = (): Promise<void> =>
    mkdir(path).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error;
    });
  await make().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    const above = dirname(path);
    if ((await stat(above).catch(undefinedIfAbsent)) === undefined) await makeFolder(above);
    // Once more, even where the folder above exists: another process may have made it in the meantime.
    await make();
  });
}

async function writeMode(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  mode: number | undefined,
): Promise<void> {
  await writeFile(path, content, mode === undefined ? {} : { mode });
  // `writeFile` sets the mode of new files only, and the umask removes bits from it.
  if (mode !== undefined) await chmod(path, mode);
}

async function probe(path: string): Promise<void> {
  await makeFolder(dirname(path));
  const isThere = (await lstat(path).catch(undefinedIfAbsent)) !== undefined;
  if (!isThere) {
    await writeFile(path, '', { flag: 'wx' });
    await rm(path, { force: true });
    return;
  }
  const stats = await stat(path).catch(undefinedIfAbsent);
  // Opening a pipe waits for who reads it, and a link that leads nowhere is followed when it is written.
  if (stats?.isFile() === true || stats?.isDirectory() === true) await (await open(path, 'a')).close();
  else if (stats !== undefined) await access(path, constants.W_OK);
}

export function systemFiles(folder: string = tmpdir()): SystemFiles {
  const temporary = new Set<string>();
  const close = (): void => {
    for (const path of temporary) removeFolder(path);
    temporary.clear();
    process.off('exit', close);
  };
  process.on('exit', close);
  return {
    close,
    absolute: (path) => resolve(path),
    read: (path) => onFile(path, 'read', () => readFile(path, 'utf8').catch(undefinedIfAbsent)),
    content: (path) => onFile(path, 'read', () => readFile(path).catch(undefinedIfAbsent)),
    async stat(path) {
      const stats = await onFile(path, 'read', () => stat(path).catch(undefinedIfAbsent));
      if (stats?.isFile() === true) return { kind: 'file', size: stats.size };
      return stats?.isDirectory() === true ? { kind: 'folder' } : undefined;
    },
    write: (path, content, mode) =>
      onFile(path, 'written', async () => {
        await makeFolder(dirname(path));
        await writeMode(path, content, mode);
      }),
    requireWritable: (path) => onFile(path, 'written', () => probe(path)),
    replace: (path, content, mode) =>
      onFile(path, 'written', async () => {
        await makeFolder(dirname(path));
        const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
        try {
          await writeMode(beside, content, mode);
          await rename(beside, path);
        } catch (error) {
          await rm(beside, { force: true });
          throw error;
        }
      }),
    makeFolder: (path) => onFile(path, 'made', () => makeFolder(path)),
    remove: (path) => onFile(path, 'removed', () => rm(path, { force: true })),
    link: (target, path) => onFile(path, 'made', () => symlink(target, path)),
    list,
    async entries(path) {
      const entries = await Promise.all((await list(path)).map((name) => entry(path, name)));
      return entries.filter((candidate) => candidate !== undefined);
    },
    bytes,
    async temporary(name) {
      try {
        await makeFolder(folder);
        // Where the run is killed, a later one can tell by the name that it is needed no more.
        const path = await mkdtemp(
          join(folder, markedName(ownMark(), `${name.replaceAll(/[^\w.-]/g, '-')}-`)),
        );
        temporary.add(path);
        return path;
      } catch (error) {
        const wayOut = 'It is for temporary files: TMPDIR, on a runner RUNNER_TEMP, names another one.';
        throw fileFailure(error, folder, 'used')?.of({ about: 'temporary folder', wayOut }) ?? error;
      }
    },
  };
}

async function* bytes(path: string): AsyncGenerator<Uint8Array, void, void> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw fileFailure(error, path, 'read') ?? error;
  }
}

/** Ignores errors: a folder that remains must not fail a run whose work is done. */
function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 2 });
  } catch {
    // Another program may hold a file, or the file system may have become read-only.
  }
}

async function list(path: string): Promise<string[]> {
  const names = await onFile(path, 'read', () => readdir(path).catch(undefinedIfAbsent));
  return names?.toSorted() ?? [];
}

/** Undefined for other kinds of entries, and for one that was removed after it was listed. */
async function entry(folder: string, name: string): Promise<Entry | undefined> {
  const path = join(folder, name);
  const stats = await onFile(path, 'read', () => lstat(path).catch(undefinedIfAbsent));
  if (stats?.isSymbolicLink() === true) {
    const target = await onFile(path, 'read', () => readlink(path).catch(undefinedIfAbsent));
    return target === undefined ? undefined : { name, kind: 'link', target };
  }
  if (stats === undefined || (!stats.isFile() && !stats.isDirectory())) return undefined;
  return { name, kind: stats.isFile() ? 'file' : 'folder', mode: stats.mode & 0o7777 };
}
