/** What Git says, asked of real repositories. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Command, HostedEvent, Ran, World } from '../../src/ports.ts';
import { branchesOf, changedPaths, gitRef } from '../../src/sources/git.ts';

const top = mkdtempSync(join(tmpdir(), 'git-test-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

// Settings of the machine, such as hooks or another default branch, would change what is tested.
const env = {
  PATH: process.env['PATH'],
  HOME: top,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CEILING_DIRECTORIES: top,
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** Programs start in this folder. */
const worldIn = (folder: string): Pick<World, 'run'> => ({
  run: ({ program, args }: Command): Promise<Ran> => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8' });
    return Promise.resolve({ code: status ?? 127, stdout, stderr });
  },
});

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** The commit's hash. */
function commit(folder: string, files: Readonly<Record<string, string>>): string {
  write(folder, files);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message=test');
  return git(folder, 'rev-parse', 'HEAD');
}

const origin = join(top, 'origin');
const commits: string[] = [];
beforeAll(() => {
  mkdirSync(origin);
  git(origin, 'init', '--quiet', '--initial-branch=main');
  // As GitHub does.
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  commits.push(commit(origin, { 'base/Dockerfile': 'FROM a\n', 'app/Dockerfile': 'FROM b\n', old: '' }));
  git(origin, 'rm', '--quiet', 'old');
  commits.push(commit(origin, { 'app/Dockerfile': 'FROM c\n', 'app/späti.txt': 'x\n' }));
  commits.push(commit(origin, { 'base/new.txt': '' }));
});

function clone(name: string, ...options: readonly string[]): string {
  const folder = join(top, name);
  git(top, 'clone', '--quiet', ...options, `file://${origin}`, folder);
  return folder;
}

const push = (before: string): HostedEvent => ({ name: 'push', ref: 'refs/heads/main', before });
const zeros = '0'.repeat(40);

describe('files that changed', () => {
  test('since a commit: those that were added, changed, removed, and that are not committed', async () => {
    const folder = clone('since');
    write(folder, {
      'base/untracked file': '',
      '.gitignore': '*.log\n',
      'a.log': '',
      'base/new.txt': 'not committed\n',
    });
    expect(await changedPaths(worldIn(folder), { kind: 'commit', commit: commits[0]! }, undefined)).toEqual({
      kind: 'paths',
      paths: ['.gitignore', 'app/Dockerfile', 'app/späti.txt', 'base/new.txt', 'base/untracked file', 'old'],
    });
  });

  test('are named from the folder that it runs in, without those outside of it', async () => {
    const folder = clone('inner');
    write(folder, { 'app/more.txt': '', 'base/more.txt': '' });
    expect(
      await changedPaths(worldIn(join(folder, 'app')), { kind: 'commit', commit: commits[0]! }, undefined),
    ).toEqual({ kind: 'paths', paths: ['Dockerfile', 'more.txt', 'späti.txt'] });
  });

  test('since a push, and since the target of a pull request', async () => {
    const folder = clone('events');
    const paths = { kind: 'paths', paths: ['base/new.txt'] };
    expect(await changedPaths(worldIn(folder), { kind: 'push' }, push(commits[1]!))).toEqual(paths);
    const event = {
      name: 'pull_request',
      ref: 'refs/pull/3/merge',
      pullRequest: { number: 3, base: commits[1]! },
    };
    expect(await changedPaths(worldIn(folder), { kind: 'pull_request' }, event)).toEqual(paths);
  });

  test('since a word of Git', async () => {
    const folder = clone('word');
    expect(await changedPaths(worldIn(folder), { kind: 'commit', commit: 'HEAD~1' }, undefined)).toEqual({
      kind: 'paths',
      paths: ['base/new.txt'],
    });
  });

  test('a commit that a shallow clone lacks is fetched', async () => {
    const folder = clone('shallow', '--depth=1');
    expect(git(folder, 'rev-list', '--all')).toBe(commits[2]);
    expect(await changedPaths(worldIn(folder), { kind: 'push' }, push(commits[1]!))).toEqual({
      kind: 'paths',
      paths: ['base/new.txt'],
    });
  });

  test('a commit that nobody has: all count as changed', async () => {
    const folder = clone('rewritten', '--depth=1');
    const gone = '1'.repeat(40);
    expect(await changedPaths(worldIn(folder), { kind: 'push' }, push(gone))).toEqual({
      kind: 'everything',
      because: `the commit ${gone} is not in this clone, and could not be fetched; fetch-depth: 0 of actions/checkout brings all`,
    });
  });

  test('a new branch: all count as changed', async () => {
    const folder = clone('new-branch');
    expect(await changedPaths(worldIn(folder), { kind: 'push' }, push(zeros))).toEqual({
      kind: 'everything',
      because: 'the branch is new',
    });
  });

  test.each<[string, Parameters<typeof changedPaths>[1], HostedEvent | undefined, string]>([
    [
      'of a push without one',
      { kind: 'push' },
      { name: 'schedule', ref: 'refs/heads/main' },
      'changed: "push" is the commit before a push, and no push started this run: name a commit.',
    ],
    [
      'of a pull request without one',
      { kind: 'pull_request' },
      undefined,
      'changed: "pull_request" is the target of one, and none started this run: name a commit.',
    ],
  ])('are not known %s', async (_, since, event, message) => {
    const folder = join(top, 'since');
    await expect(changedPaths(worldIn(folder), since, event)).rejects.toEqual(
      new Failure([{ station: 'input', about: 'changed', message }]),
    );
  });

  test('are not known since a word that is none of a whole clone', async () => {
    const folder = clone('slip');
    await expect(
      changedPaths(worldIn(folder), { kind: 'commit', commit: 'psuh' }, undefined),
    ).rejects.toEqual(
      new Failure([
        {
          station: 'input',
          about: 'changed',
          message: 'changed: "psuh" is neither "push", "pull_request" nor a commit here.',
        },
      ]),
    );
  });

  test('are not known outside of a repository, which is said in the words of Git', async () => {
    const folder = join(top, 'none');
    mkdirSync(folder);
    await expect(changedPaths(worldIn(folder), { kind: 'push' }, push(zeros))).rejects.toThrow(
      /^changed: Git cannot read a repository here: fatal: not a git repository.* Leave it empty to compare all images with what is published\.$/,
    );
  });
});

describe('what is checked out', () => {
  test('is what the event says', async () => {
    const event = push(zeros);
    expect(await gitRef(worldIn(origin), event)).toBe(event);
  });

  test('is the branch, the tag that HEAD is at, or nothing that has a name', async () => {
    const folder = clone('refs');
    expect(await gitRef(worldIn(folder), undefined)).toEqual({ ref: 'refs/heads/main' });
    git(folder, 'switch', '--quiet', '--create', 'fix/issue-1');
    expect(await gitRef(worldIn(folder), { name: '', ref: '' })).toEqual({ ref: 'refs/heads/fix/issue-1' });
    git(folder, 'switch', '--quiet', '--detach');
    expect(await gitRef(worldIn(folder), undefined)).toBeUndefined();
    git(folder, 'tag', 'v1.0');
    expect(await gitRef(worldIn(folder), undefined)).toEqual({ ref: 'refs/tags/v1.0' });
  });

  test('has the branches of clone and remote, each once', async () => {
    const folder = clone('branches');
    git(folder, 'branch', 'fix/one');
    git(folder, 'push', '--quiet', 'origin', 'fix/one', 'fix/one:other');
    git(folder, 'branch', 'local');
    expect((await branchesOf(worldIn(folder))).toSorted()).toEqual(['fix/one', 'local', 'main', 'other']);
    expect(await branchesOf(worldIn(join(top, 'none')))).toEqual([]);
  });
});
