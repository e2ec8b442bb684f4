/** Where the source of a project is, and the files of it that are read here. */
import { join } from 'node:path';
import { defined } from '../../defined.ts';
import { Failure, gather, type Problem } from '../../errors.ts';
import { shown } from '../../names/shown.ts';
import type { World } from '../../ports.ts';
import { followed } from '../followed.ts';
import { readSmall } from '../small-file.ts';
import type { TextFile } from './config-parser.ts';

/** Where the source is that is mounted. */
export interface Source {
  /** Absolute path of the Git repository, or of the project where it is in none. */
  readonly root: string;
  /** Path of the project in it; `.` for itself. */
  readonly path: string;
  /** Seconds since the epoch, of the last commit. */
  readonly epoch: number;
  /** Whether the clone lacks a part of its history. */
  readonly isShallow: boolean;
}

/** @throws Failure where there is no such folder. */
export async function sourceOf({ files, run }: Pick<World, 'files' | 'run'>, path: string): Promise<Source> {
  const folder = files.absolute(path);
  if ((await files.stat(folder))?.kind !== 'folder')
    throw wrong('path', `There is no folder ${shown(path)}. The input path is the folder of the project.`);
  const git = async (...args: readonly string[]): Promise<string | undefined> => {
    const ran = await run({ program: 'git', args: ['-C', folder, ...args] });
    return ran.code === 0 ? ran.stdout.trim() : undefined;
  };
  const root = await git('rev-parse', '--show-toplevel');
  const within = await git('rev-parse', '--show-prefix');
  const epoch = Number((await git('log', '-1', '--format=%ct')) ?? NaN);
  return {
    root: root ?? folder,
    path: within?.replace(/\/$/, '') || '.',
    // Archives cannot hold an earlier year than 1980.
    epoch: Number.isFinite(epoch) ? epoch : 315_532_800,
    isShallow: (await git('rev-parse', '--is-shallow-repository')) === 'true',
  };
}

/** What makes versions of the history. Without all of it, some of them make up one. */
const historians =
  /setuptools[-_]scm|hatch-vcs|\bpbr\b|versioneer|versioningit|vcs-versioning|poetry-dynamic-versioning|pdm\.version|flit[-_]scm/;

/** @throws Failure where the version would be made of a history that is not there. */
export function requireHistory(files: ProjectFiles, { isShallow }: Source): void {
  const asked = [files.pyproject, files.setupCfg, files.setupPy].find(
    (file) => file !== undefined && historians.test(file.text),
  );
  if (isShallow && asked !== undefined)
    throw wrong(
      'path',
      `The version is made of the Git history (${asked.path} says so), and this clone has only a part of that: fetch all of it with its tags, in a workflow with "fetch-depth: 0" of actions/checkout.`,
    );
}

/** Files that this program reads itself. */
const isRead = (name: string): boolean =>
  /^(?:pyproject\.toml|setup\.cfg|setup\.py|bindep\.txt|uv\.lock|pylock\.toml|requirements.*\.txt)$/.test(
    name,
  );

export interface ProjectFiles {
  /** Names in the folder. */
  readonly names: readonly string[];
  readonly pyproject?: TextFile;
  readonly setupCfg?: TextFile;
  readonly setupPy?: TextFile;
  readonly bindep?: TextFile;
}

/** @throws Failure where the folder holds no project, or files that are none of a project. */
export async function readFiles(
  { files }: Pick<World, 'files'>,
  folder: string,
  { root, path: within }: Source,
): Promise<ProjectFiles> {
  const entries = await files.entries(files.absolute(folder));
  const links = entries.filter(({ name, kind }) => kind === 'link' && isRead(name));
  const ways = await Promise.all(links.map(({ name }) => followed(files, root, join(root, within, name))));
  const problems = links
    .filter((_, at) => ways[at] === 'outside')
    .map(({ name }): Problem => ({
      station: 'input',
      about: join(folder, name),
      message: `${join(folder, name)} is a link out of ${root === files.absolute(folder) ? 'the project' : 'the repository'}. Only what is in it is built: copy the file.`,
    }));
  if (problems.length > 0) throw new Failure(problems);
  const read = async (name: string) => {
    const path = join(folder, name);
    const text = await readSmall(files, path);
    return text === undefined ? undefined : { path, text };
  };
  const [pyproject, setupCfg, setupPy, bindep] = await gather(
    ['pyproject.toml', 'setup.cfg', 'setup.py', 'bindep.txt'].map(read),
  );
  if (pyproject === undefined && setupCfg === undefined && setupPy === undefined)
    throw wrong(
      'path',
      `There is no pyproject.toml, setup.cfg or setup.py in ${shown(folder)}: a Python project has one of them. Name its folder in the input path.`,
    );
  const names = entries.map(({ name }) => name);
  return { names, ...defined({ pyproject, setupCfg, setupPy, bindep }) };
}

const wrong = (about: string, message: string): Failure =>
  new Failure([{ station: 'input', about, message }]);
