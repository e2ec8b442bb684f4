/** Files of this machine. */
import { createReadStream, rmSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Entry, Files } from '../ports.ts';

export interface SystemFiles extends Files {
  /** Removes the temporary folders; safe to call twice, and where a process ends. */
  close(): void;
}

const absent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Temporary folders stand under `folder` and are removed when the process exits. */
export function systemFiles(folder: string = tmpdir()): SystemFiles {
  const temporary = new Set<string>();
  const close = (): void => {
    for (const path of temporary) rmSync(path, { recursive: true, force: true, maxRetries: 2 });
    temporary.clear();
    process.off('exit', close);
  };
  process.on('exit', close);
  return {
    close,
    async read(path) {
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        if (absent(error)) return undefined;
        throw error;
      }
    },
    async write(path, content, mode) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content, mode === undefined ? {} : { mode });
      // The mode of writeFile holds for new files only, and not for bits that the umask takes away.
      if (mode !== undefined) await chmod(path, mode);
    },
    list,
    async entries(path) {
      const found = await Promise.all((await list(path)).map((name) => entry(path, name)));
      return found.filter((one) => one !== undefined);
    },
    bytes: (path) => createReadStream(path),
    async temporary(name) {
      await mkdir(folder, { recursive: true });
      const path = await mkdtemp(join(folder, `${name.replaceAll(/[^\w.-]/g, '-')}-`));
      temporary.add(path);
      return path;
    },
  };
}

async function list(path: string): Promise<string[]> {
  try {
    return (await readdir(path)).toSorted();
  } catch (error) {
    if (absent(error)) return [];
    throw error;
  }
}

/** Undefined for what is neither file, folder nor link, and for what went away since it was listed. */
async function entry(folder: string, name: string): Promise<Entry | undefined> {
  const path = join(folder, name);
  try {
    const found = await lstat(path);
    if (found.isSymbolicLink()) return { name, kind: 'link', target: await readlink(path) };
    if (!found.isFile() && !found.isDirectory()) return undefined;
    return { name, kind: found.isFile() ? 'file' : 'folder', mode: found.mode & 0o7777 };
  } catch (error) {
    if (absent(error)) return undefined;
    throw error;
  }
}
