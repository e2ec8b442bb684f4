/** What Git says of the working directory: where it is, and which files changed. */
import { Failure } from '../errors.ts';
import type { HostedEvent, World } from '../ports.ts';

/** What is checked out, as an event of GitHub says it: `refs/heads/main`. */
export type GitRef = Pick<HostedEvent, 'ref' | 'pullRequest'>;

type Git = Pick<World, 'run'>;

/** Undefined where nothing says it: no workflow, and no branch or tag that HEAD is at. */
export async function gitRef(world: Git, event: HostedEvent | undefined): Promise<GitRef | undefined> {
  if (event !== undefined && event.ref !== '') return event;
  const branch = await git(world, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  if (branch !== undefined) return { ref: `refs/heads/${branch.trim()}` };
  const tag = await git(world, ['describe', '--exact-match', '--tags', 'HEAD']);
  return tag === undefined ? undefined : { ref: `refs/tags/${tag.trim()}` };
}

/** Tags that HEAD is at; none also where Git says nothing. */
export async function tagsAtHead(world: Git): Promise<string[]> {
  const text = await git(world, ['tag', '--points-at', 'HEAD']);
  return (text ?? '').split('\n').filter(Boolean);
}

/** The default branch of the remote `origin`; undefined where this clone does not know it. */
export async function defaultBranch(world: Git): Promise<string | undefined> {
  const name = await git(world, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
  return name?.trim().replace(/^origin\//, '');
}
/** The commit that is checked out, as hexadecimal digits; undefined where there is none. */
export const headCommit = async (world: Git): Promise<string | undefined> =>
  (await git(world, ['rev-parse', '--verify', '--quiet', 'HEAD']))?.trim();

/** Branches of the remote and of this clone, each once, without the remote's name. */
export async function branchesOf(world: Git): Promise<string[]> {
  const format = '%(refname)';
  const text = await git(world, ['for-each-ref', `--format=${format}`, 'refs/heads', 'refs/remotes']);
  const names = (text ?? '').split('\n').filter((line) => line !== '' && !line.endsWith('/HEAD'));
  return [...new Set(names.map((name) => name.replace(/^refs\/(?:heads\/|remotes\/[^/]+\/)/, '')))];
}

/** Branches that the remote `origin` has now; none where it does not answer. A shallow clone has its own branch alone. */
export async function remoteBranches(world: Git): Promise<string[]> {
  const text = await git(world, ['ls-remote', '--heads', 'origin']);
  return [...(text ?? '').matchAll(/\trefs\/heads\/(.+)$/gm)].map(([, name = '']) => name);
}

/** Since when files count as changed. */
export type Since =
  | { readonly kind: 'push' }
  | { readonly kind: 'pull_request' }
  | { readonly kind: 'commit'; readonly commit: string };

/** Paths from the working directory; or that nothing can be compared, and why. */
export type ChangedPaths =
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  | { readonly kind: 'everything'; readonly because: string };

/**
 * Files that differ from a commit, also those that are not committed. The commit is fetched where a shallow clone lacks it.
 *
 * @throws Failure (station `input`) where the event has no such commit, or there is no repository.
 */
export async function changedPaths(
  world: Git,
  since: Since,
  event: HostedEvent | undefined,
): Promise<ChangedPaths> {
  const found = await world.run({ program: 'git', args: ['rev-parse', '--git-dir'] });
  // A folder of another account is none either, for which Git has a way out.
  if (found.code !== 0)
    throw wrong(
      `Git cannot read a repository here: ${found.stderr.trim() || 'is it installed?'} Leave it empty to compare all images with what is published.`,
    );
  const commit = commitOf(since, event);
  if (/^0+$/.test(commit)) return { kind: 'everything', because: 'the branch is new' };
  if (!(await hasCommit(world, commit))) {
    await git(world, ['fetch', '--quiet', '--depth=1', 'origin', commit]);
    if (!(await hasCommit(world, commit))) {
      // A hash may be of a commit that a push has replaced; in a whole clone, a name is of something or a slip.
      const isName = !/^[0-9a-f]{7,64}$/.test(commit);
      const isWhole = (await git(world, ['rev-parse', '--is-shallow-repository']))?.trim() === 'false';
      if (isName && isWhole) throw wrong(`"${commit}" is neither "push", "pull_request" nor a commit here.`);
      return {
        kind: 'everything',
        because: `the commit ${commit} is not in this clone, and could not be fetched; fetch-depth: 0 of actions/checkout brings all`,
      };
    }
  }
  const [differing, untracked] = await Promise.all([
    git(world, ['diff', '--name-only', '--no-renames', '-z', '--relative', commit, '--']),
    git(world, ['ls-files', '--others', '--exclude-standard', '-z']),
  ]);
  if (differing === undefined)
    return { kind: 'everything', because: `Git cannot compare this clone with ${commit}` };
  const names = `${differing}\0${untracked ?? ''}`.split('\0').filter(Boolean);
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

const hasCommit = async (world: Git, commit: string): Promise<boolean> =>
  (await git(world, ['cat-file', '-e', `${commit}^{commit}`])) !== undefined;

const wrong = (message: string): Failure =>
  new Failure([{ station: 'input', about: 'changed', message: `changed: ${message}` }]);

/** The standard output; undefined where Git refuses. */
async function git({ run }: Git, args: readonly string[]): Promise<string | undefined> {
  const ran = await run({ program: 'git', args });
  return ran.code === 0 ? ran.stdout : undefined;
}
