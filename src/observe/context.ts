/** Hashes the files that the builder would take from the build context of a custom Dockerfile. */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { ContextSource } from '../dockerfile/context-sources.ts';
import { Failure } from '../errors.ts';
import { shown } from '../names/shown.ts';
import type { Files } from '../ports.ts';
import { contextFiles } from './context-files.ts';
import { ignoreLines, type PatternList, patternList } from './patterns.ts';

export interface ContextQuestion {
  /** The build context. */
  readonly folder: string;
  /** Path of the Dockerfile, which may have a `.dockerignore` of its own beside it. */
  readonly dockerfile: string;
  /** Files that the Dockerfile takes. */
  readonly sources: readonly ContextSource[];
}

/** Hashes are SHA-256, in hexadecimal. */
export interface ContextHashes {
  /** Hash of all but Git's own files; of an empty text where nothing is taken. */
  readonly files: string;
  /** Git's own files, which differ in every clone; absent where none is taken. */
  readonly git?: GitFiles;
}

export interface GitFiles {
  readonly hash: string;
  /** Paths named `.git` that hold them, from the context's root, sorted. */
  readonly paths: readonly string[];
  /** Whether a `config` is among them, into which actions/checkout writes its credential. */
  readonly config: boolean;
}

/**
 * Hashes paths, kinds, permissions, contents and targets of links, as BuildKit's cache does; no times and no owners.
 *
 * @throws Failure when a file that is taken cannot be read.
 */
export async function contextHashes(files: Files, question: ContextQuestion): Promise<ContextHashes> {
  const { folder, sources } = question;
  // Without a source nothing is read, not even .dockerignore.
  const ignore = sources.length === 0 ? patternList([]) : await readIgnoreList(files, question);
  const taken = await contextFiles(files, folder, sources, ignore, unreadable);
  const [hash, gitHash] = [createHash('sha256'), createHash('sha256')];
  const git = new Set<string>();
  for (const [path, entry] of [...taken].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const parts =
      entry.kind === 'link'
        ? [entry.target]
        : [entry.mode, ...(entry.kind === 'file' ? [await contentHash(files, folder, path)] : [])];
    const [gitPath] = /^(?:.*?\/)?\.git(?=\/|$)/.exec(path) ?? [];
    if (gitPath !== undefined) git.add(gitPath);
    (gitPath === undefined ? hash : gitHash).update(`${JSON.stringify([path, entry.kind, ...parts])}\n`);
  }
  const paths = [...git].toSorted();
  return {
    files: hash.digest('hex'),
    ...(paths.length > 0 && { git: { hash: gitHash.digest('hex'), paths, config: hasConfig(taken) } }),
  };
}

/** The one of a submodule is in `.git/modules`, the one of a worktree is `config.worktree`. */
const hasConfig = (taken: ReadonlyMap<string, unknown>): boolean =>
  [...taken.keys()].some((path) => /(?:^|\/)\.git\/(?:.*\/)?config(?:\.worktree)?$/.test(path));

/** A Dockerfile's own list, even an empty one, replaces the context's. @throws Failure when it cannot be read. */
export async function readIgnoreList(
  files: Pick<Files, 'read'>,
  { folder, dockerfile }: Pick<ContextQuestion, 'folder' | 'dockerfile'>,
): Promise<PatternList> {
  const read = (path: string): Promise<string | undefined> =>
    files.read(path).catch((error: unknown) => {
      throw unreadable(basename(path), error);
    });
  const text = (await read(`${dockerfile}.dockerignore`)) ?? (await read(join(folder, '.dockerignore')));
  return patternList(ignoreLines(text ?? ''));
}

async function contentHash(files: Files, folder: string, path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of files.bytes(join(folder, path))) hash.update(piece);
  } catch (error) {
    throw unreadable(path, error);
  }
  return hash.digest('hex');
}

export function unreadable(path: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new Failure([
    {
      station: 'input',
      about: 'docker_build_path',
      message: `${shown(path === '' ? '.' : path)} of the build context cannot be read: ${code}. The builder needs it too: make it readable, or name it in .dockerignore.`,
    },
  ]);
}
