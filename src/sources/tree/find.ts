/**
 * Finds the Dockerfiles of a tree. By hand: a glob library finds names, and this must refuse links that leave the tree,
 * over the Files of the world.
 */
import { posix } from 'node:path';
import { defined } from '../../defined.ts';
import { Failure, type Problem } from '../../errors.ts';
import { shown } from '../../names/shown.ts';
import { type PatternList, patternList } from '../../observe/patterns.ts';
import type { Entry, Files } from '../../ports.ts';
import { followed } from '../followed.ts';

/** Paths are from the workspace, with slashes: `images/base/Dockerfile`. */
export interface FoundDockerfile {
  readonly path: string;
  /** The file that a link of this path leads to. */
  readonly target?: string;
  /** The name that follows from the path; absent for a Dockerfile in the tree's own folder, and for another kind of file. */
  readonly name?: string;
  /** The folder that it is built from, unless a row of images.yml names another. */
  readonly context: string;
  /** A `test.sh` beside it. */
  readonly test?: string;
}

export interface Search {
  /** Folder of the tree, from the workspace; `.` for the workspace itself. */
  readonly root: string;
  /**
   * The build context of files that are named `Dockerfile.NAME`, from the workspace. Without it, that is the folder of the
   * file, as it is for a file named `Dockerfile`: Docker builds `docker build FOLDER` from there. Several Dockerfiles in
   * one folder are mostly built from a folder above, which no file says.
   */
  readonly context?: string;
  /** Patterns as in a `.dockerignore`, from the tree's folder: what they match is no image. */
  readonly exclude: readonly string[];
  /** Paths from the workspace that rows of images.yml name, whatever the files are called. */
  readonly named: readonly string[];
}

/** A folder without a Dockerfile. */
export class NoDockerfile extends Failure {}

type Reading = Pick<Files, 'entries' | 'stat'>;

/**
 * Finds files named `Dockerfile`, whose image is called as their folder, and `Dockerfile.NAME`. Hidden folders,
 * `node_modules` and links to folders are not entered. Sorted by path.
 *
 * @throws Failure (station `input`) where a Dockerfile is a link out of the tree, or there is none at all.
 */
export async function findDockerfiles(files: Reading, search: Search): Promise<FoundDockerfile[]> {
  const { root, named } = search;
  const exclude = patternList(search.exclude);
  const problems: Problem[] = [];
  const found = new Map<string, FoundDockerfile>();

  const add = async (folder: string, entry: Entry, entries: readonly Entry[]): Promise<void> => {
    const path = posix.join(folder, entry.name);
    const target = entry.kind === 'link' ? await followed(files, root, path) : undefined;
    if (target === 'outside') problems.push(leavesTree(path));
    if (target === 'outside' || target === 'nowhere') return;
    if ((await files.stat(path))?.kind !== 'file') return;
    const test = entries.some(({ name, kind }) => name === 'test.sh' && kind === 'file')
      ? posix.join(folder, 'test.sh')
      : undefined;
    const context = entry.name === 'Dockerfile' ? folder : (search.context ?? folder);
    const name = nameOf(entry.name, posix.relative(root, folder));
    found.set(path, { path, context, ...defined({ target, name, test }) });
  };

  const enter = async (
    folder: string,
    relative: string,
    above: ReturnType<PatternList['match']> | undefined,
  ) => {
    const entries = await files.entries(folder);
    for (const entry of entries) {
      const path = posix.join(relative, entry.name);
      const match = exclude.match(path, above);
      if (entry.kind === 'folder') {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        if (!match.matched || exclude.mayExcept(path))
          await enter(posix.join(folder, entry.name), path, match);
      } else if (isDockerfile(entry.name) && !match.matched) await add(folder, entry, entries);
    }
  };

  await enter(root, '', undefined);
  for (const path of named) {
    const folder = posix.dirname(path);
    const entries = found.has(path) ? [] : await files.entries(folder);
    const entry = entries.find(({ name }) => name === posix.basename(path));
    if (entry !== undefined) await add(folder, entry, entries);
  }
  if (problems.length > 0) throw new Failure(problems);
  if (found.size === 0) throw new NoDockerfile([none(root)]);
  return [...found.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** Ends of a name that say that the file is made into a Dockerfile, or was one, or belongs to one. */
const otherKinds =
  /^(?:.*\.)?(?:dockerignore|j2|jinja2?|tmpl|tpl|template|in|erb|mustache|bak|old|orig|rej|sw[op]|md)$|~$/;

const isDockerfile = (name: string): boolean =>
  name === 'Dockerfile' ||
  (/^Dockerfile\../.test(name) && !otherKinds.test(name.slice('Dockerfile.'.length)));

function nameOf(file: string, folder: string): string | undefined {
  if (file === 'Dockerfile') return posix.basename(folder) || undefined;
  return isDockerfile(file) ? file.slice('Dockerfile.'.length) : undefined;
}

const leavesTree = (path: string): Problem => ({
  station: 'input',
  about: path,
  message: `${shown(path)} is a link to a file outside of the tree. Only what is in the tree is built: copy the file, or link to one in the tree by a relative path.`,
});

const none = (root: string): Problem => ({
  station: 'input',
  about: root,
  message: `There is no Dockerfile in ${shown(root)}: an image NAME is made by NAME/Dockerfile or by Dockerfile.NAME, in any folder that is not hidden. Name the folder that they are in, or a row in images.yml with the path of each.`,
});
