/** What Git says of the repository that a folder is in: what is checked out, and which files changed. */
import { posix } from 'node:path';
import { Failure } from '../errors.ts';
import { shown } from '../names/shown.ts';
import type { HostedEvent, Ran, World } from '../ports.ts';

/** What is checked out, as an event of GitHub says it: `refs/heads/main`. */
export type GitRef = Pick<HostedEvent, 'ref' | 'pullRequest'>;

/** Asks about the repository of one folder, which need not be that of the working directory. */
export interface Git {
  /** From the working directory. */
  readonly folder: string;
  readonly run: (args: readonly string[]) => Promise<Ran>;
  /** From the working directory, of a path from the folder. */
  readonly pathOf: (path: string) => string;
}

export const gitIn = (
  { run, files }: Pick<World, 'run'> & { readonly files: Pick<World['files'], 'absolute'> },
  folder: string,
): Git => ({
  folder,
  run: (args) => run({ program: 'git', args: ['-C', folder, ...args] }),
  pathOf: (path) => posix.relative(files.absolute('.'), files.absolute(posix.join(folder, path))),
});

/**
 * Undefined where nothing says it: no workflow, and no branch or tag that HEAD is at.
 *
 * @throws Failure (station `input`) where HEAD has several tags, and no branch.
 */
export async function gitRef(repository: Git, event: HostedEvent | undefined): Promise<GitRef | undefined> {
  if (event !== undefined && event.ref !== '') return event;
  const branch = await git(repository, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  if (branch !== undefined) return { ref: `refs/heads/${branch.trim()}` };
  const [tag, ...others] = await tagsAtHead(repository);
  if (others.length > 0)
    throw new Failure([
      {
        station: 'input',
        about: 'tags',
        message: `tags: HEAD has the tags ${[tag, ...others].join(', ')}. Name the one that the images get.`,
      },
    ]);
  return tag === undefined ? undefined : { ref: `refs/tags/${tag}` };
}

/** Tags that HEAD is at; none also where Git says nothing. */
export async function tagsAtHead(repository: Git): Promise<string[]> {
  const text = await git(repository, ['tag', '--points-at', 'HEAD']);
  return (text ?? '').split('\n').filter(Boolean);
}

/** The default branch of the remote `origin`; undefined where this clone does not know it. */
export async function defaultBranch(repository: Git): Promise<string | undefined> {
  const name = await git(repository, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
  return name?.trim().replace(/^origin\//, '');
}
/** The commit that is checked out, as hexadecimal digits; undefined where there is none. */
export const headCommit = async (repository: Git): Promise<string | undefined> =>
  (await git(repository, ['rev-parse', '--verify', '--quiet', 'HEAD']))?.trim();

/** Branches of the remote and of this clone, each once, without the remote's name. */
export async function branchesOf(repository: Git): Promise<string[]> {
  const format = '%(refname)';
  const text = await git(repository, ['for-each-ref', `--format=${format}`, 'refs/heads', 'refs/remotes']);
  const names = (text ?? '').split('\n').filter((line) => line !== '' && !line.endsWith('/HEAD'));
  return [...new Set(names.map((name) => name.replace(/^refs\/(?:heads\/|remotes\/[^/]+\/)/, '')))];
}

/** Branches that the remote `origin` has now; none where it does not answer. A shallow clone has its own branch alone. */
export async function remoteBranches(repository: Git): Promise<string[]> {
  const text = await git(repository, ['ls-remote', '--heads', 'origin']);
  return [...(text ?? '').matchAll(/\trefs\/heads\/(.+)$/gm)].map(([, name = '']) => name);
}

/** Since when files count as changed. */
export type Since =
  | { readonly kind: 'push' }
  | { readonly kind: 'pull_request' }
  | { readonly kind: 'commit'; readonly commit: string };

/** Paths from the working directory, also of files outside of the folder; or that nothing can be compared, and why. */
export type ChangedPaths =
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  | { readonly kind: 'everything'; readonly because: string };

/**
 * Files that differ from a commit, also those that are not committed. The commit is fetched where a shallow clone lacks it.
 *
 * @throws Failure (station `input`) where the event has no such commit, or there is no repository.
 */
export async function changedPaths(
  repository: Git,
  since: Since,
  event: HostedEvent | undefined,
): Promise<ChangedPaths> {
  const found = await repository.run(['rev-parse', '--show-prefix']);
  // A folder of another account is none either, for which Git has a way out.
  if (found.code !== 0)
    throw wrong(
      `Git cannot read a repository ${repository.folder === '.' ? 'here' : `in ${shown(repository.folder)}`}: ${found.stderr.trim() || 'is it installed?'} Leave it empty to compare all images with what is published.`,
    );
  const commit = commitOf(since, event);
  if (/^0+$/.test(commit)) return { kind: 'everything', because: 'the branch is new' };
  if (!(await hasCommit(repository, commit))) {
    await git(repository, ['fetch', '--quiet', '--depth=1', 'origin', commit]);
    if (!(await hasCommit(repository, commit))) {
      // A hash may be of a commit that a push has replaced; in a whole clone, a name is of something or a slip.
      const isName = !/^[0-9a-f]{7,64}$/.test(commit);
      const isWhole = (await git(repository, ['rev-parse', '--is-shallow-repository']))?.trim() === 'false';
      if (isName && isWhole) throw wrong(`"${commit}" is neither "push", "pull_request" nor a commit here.`);
      return {
        kind: 'everything',
        because: `the commit ${commit} is not in this clone, and could not be fetched; fetch-depth: 0 of actions/checkout brings all`,
      };
    }
  }
  const [differing, untracked] = await Promise.all([
    // A setting of the user may make these paths begin at the folder.
    git(repository, ['-c', 'diff.relative=false', 'diff', '--name-only', '--no-renames', '-z', commit, '--']),
    git(repository, ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/']),
  ]);
  if (differing === undefined)
    return { kind: 'everything', because: `Git cannot compare this clone with ${commit}` };
  const prefix = found.stdout.replace(/\n$/, '');
  const names = `${differing}\0${untracked ?? ''}`
    .split('\0')
    .filter(Boolean)
    .map((name) => repository.pathOf(posix.relative(`/${prefix}`, `/${name}`)));
  return { kind: 'paths', paths: [...new Set(names)].toSorted() };
}

function commitOf(since: Since, event: HostedEvent | undefined): string {
  switch (since.kind) {
    case 'commit':
      return since.commit;
    case 'push':
      if (event?.before !== undefined && event.before !== '') return event.before;
      throw wrong('"push" is the commit before a push, and no push started this run: name a commit.');
    case 'pull_request':
      if (event?.pullRequest?.base !== undefined && event.pullRequest.base !== '')
        return event.pullRequest.base;
      throw wrong('"pull_request" is the target of one, and none started this run: name a commit.');
  }
}

const hasCommit = async (repository: Git, commit: string): Promise<boolean> =>
  (await git(repository, ['cat-file', '-e', `${commit}^{commit}`])) !== undefined;

const wrong = (message: string): Failure =>
  new Failure([{ station: 'input', about: 'changed', message: `changed: ${message}` }]);

/** The standard output; undefined where Git refuses. */
async function git({ run }: Git, args: readonly string[]): Promise<string | undefined> {
  const ran = await run(args);
  return ran.code === 0 ? ran.stdout : undefined;
}
