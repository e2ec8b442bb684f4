/** Files of this machine. */
import { randomUUID } from 'node:crypto';
import { createReadStream, rmSync } from 'node:fs';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
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
import type { Entry, Files } from '../ports.ts';

export interface SystemFiles extends Files {
  /** Removes the temporary folders; safe to call twice, and where a process ends. */
  close(): void;
}

const absent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

function undefinedIfAbsent(error: unknown): undefined {
  if (!absent(error)) throw error;
}

/** With all above it. Node's own `recursive` never ends where a file system takes no new folders, as that of /proc. */
async function makeFolder(path: string): Promise<void> {
  const make = (): Promise<void> =>
    mkdir(path).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error;
    });
  await make().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    const above = dirname(path);
    if ((await stat(above).catch(undefinedIfAbsent)) === undefined) await makeFolder(above);
    // Once, also where what is above is there: another process may have made it meanwhile.
    await make();
  });
}

async function writeMode(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  mode: number | undefined,
): Promise<void> {
  await writeFile(path, content, mode === undefined ? {} : { mode });
  // The mode of writeFile holds for new files only, and not for bits that the umask takes away.
  if (mode !== undefined) await chmod(path, mode);
}

/** Temporary folders stand under `folder` and are removed when the process exits. */
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
      const found = await onFile(path, 'read', () => stat(path).catch(undefinedIfAbsent));
      if (found?.isFile() === true) return { kind: 'file', size: found.size };
      return found?.isDirectory() === true ? { kind: 'folder' } : undefined;
    },
    write: (path, content, mode) =>
      onFile(path, 'written', async () => {
        await makeFolder(dirname(path));
        await writeMode(path, content, mode);
      }),
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
      const found = await Promise.all((await list(path)).map((name) => entry(path, name)));
      return found.filter((one) => one !== undefined);
    },
    bytes,
    async temporary(name) {
      try {
        await makeFolder(folder);
        const path = await mkdtemp(join(folder, `${name.replaceAll(/[^\w.-]/g, '-')}-`));
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

/** Where the work is done, a folder that stays is no reason to end with an error. */
function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 2 });
  } catch {
    // A file system that became read-only, or a file that another program holds.
  }
}

async function list(path: string): Promise<string[]> {
  const names = await onFile(path, 'read', () => readdir(path).catch(undefinedIfAbsent));
  return names?.toSorted() ?? [];
}

/** Undefined for what is neither file, folder nor link, and for what went away since it was listed. */
async function entry(folder: string, name: string): Promise<Entry | undefined> {
  const path = join(folder, name);
  const found = await onFile(path, 'read', () => lstat(path).catch(undefinedIfAbsent));
  if (found?.isSymbolicLink() === true) {
    const target = await onFile(path, 'read', () => readlink(path).catch(undefinedIfAbsent));
    return target === undefined ? undefined : { name, kind: 'link', target };
  }
  if (found === undefined || (!found.isFile() && !found.isDirectory())) return undefined;
  return { name, kind: found.isFile() ? 'file' : 'folder', mode: found.mode & 0o7777 };
}
