/** What Git says, asked of real repositories. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Command, HostedEvent, Ran } from '../../src/ports.ts';
import { branchesOf, changedPaths, type Git, gitIn, gitRef } from '../../src/sources/git.ts';

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

/** Programs start in the first folder. @param folder from there. */
const gitFrom = (directory: string, folder = '.'): Git =>
  gitIn(
    {
      files: { absolute: (path) => resolve(directory, path) },
      run: ({ program, args }: Command): Promise<Ran> => {
        const { status, stdout, stderr } = spawnSync(program, args, {
          cwd: directory,
          env,
          encoding: 'utf8',
        });
        return Promise.resolve({ code: status ?? 127, stdout, stderr });
      },
    },
    folder,
  );

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
    expect(await changedPaths(gitFrom(folder), { kind: 'commit', commit: commits[0]! }, undefined)).toEqual({
      kind: 'paths',
      paths: ['.gitignore', 'app/Dockerfile', 'app/späti.txt', 'base/new.txt', 'base/untracked file', 'old'],
    });
  });

  test.each<[name: string, directory: string, folder: string, app: string, other: string]>([
    ['the folder', 'inner/app', '.', '', '../'],
    ['another folder of the repository', 'inner/app', '../base', '', '../'],
    ['above the repository', '.', 'inner/app', 'inner/app/', 'inner/'],
    ['another repository', 'elsewhere', '../inner', '../inner/app/', '../inner/'],
    ['a link to the folder', '.', 'link', 'link/', ''],
  ])(
    'are all of the repository of the folder, named from where it runs: %s',
    async (name, directory, folder, app, other) => {
      const place = join(top, name);
      mkdirSync(place);
      const inner = clone(join(name, 'inner'));
      clone(join(name, 'elsewhere'));
      symlinkSync('inner/app', join(place, 'link'));
      write(inner, { 'app/more.txt': '', 'base/more.txt': '' });
      git(inner, 'config', 'diff.relative', 'true');
      const { paths } = (await changedPaths(
        gitFrom(join(place, directory), folder),
        { kind: 'commit', commit: commits[0]! },
        undefined,
      )) as { readonly paths: readonly string[] };
      const expected = [
        ...['Dockerfile', 'more.txt', 'späti.txt'].map((name) => `${app}${name}`),
        ...['base/more.txt', 'base/new.txt', 'old'].map((name) => `${other}${name}`),
      ];
      expect(paths).toEqual(expected.toSorted());
    },
  );

  test('since a push, and since the target of a pull request', async () => {
    const folder = clone('events');
    const paths = { kind: 'paths', paths: ['base/new.txt'] };
    expect(await changedPaths(gitFrom(folder), { kind: 'push' }, push(commits[1]!))).toEqual(paths);
    const event = {
      name: 'pull_request',
      ref: 'refs/pull/3/merge',
      pullRequest: { number: 3, base: commits[1]! },
    };
    expect(await changedPaths(gitFrom(folder), { kind: 'pull_request' }, event)).toEqual(paths);
  });

  test('since a word of Git', async () => {
    const folder = clone('word');
    expect(await changedPaths(gitFrom(folder), { kind: 'commit', commit: 'HEAD~1' }, undefined)).toEqual({
      kind: 'paths',
      paths: ['base/new.txt'],
    });
  });

  test('a commit that a shallow clone lacks is fetched', async () => {
    const folder = clone('shallow', '--depth=1');
    expect(git(folder, 'rev-list', '--all')).toBe(commits[2]);
    expect(await changedPaths(gitFrom(folder), { kind: 'push' }, push(commits[1]!))).toEqual({
      kind: 'paths',
      paths: ['base/new.txt'],
    });
  });

  test('a commit that nobody has: all count as changed', async () => {
    const folder = clone('rewritten', '--depth=1');
    const gone = '1'.repeat(40);
    expect(await changedPaths(gitFrom(folder), { kind: 'push' }, push(gone))).toEqual({
      kind: 'everything',
      because: `the commit ${gone} is not in this clone, and could not be fetched; fetch-depth: 0 of actions/checkout brings all`,
    });
  });

  test('a new branch: all count as changed', async () => {
    const folder = clone('new-branch');
    expect(await changedPaths(gitFrom(folder), { kind: 'push' }, push(zeros))).toEqual({
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
    await expect(changedPaths(gitFrom(folder), since, event)).rejects.toEqual(
      new Failure([{ station: 'input', about: 'changed', message }]),
    );
  });

  test('are not known since a word that is none of a whole clone', async () => {
    const folder = clone('slip');
    await expect(
      changedPaths(gitFrom(folder), { kind: 'commit', commit: 'psuh' }, undefined),
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
    await expect(changedPaths(gitFrom(folder), { kind: 'push' }, push(zeros))).rejects.toThrow(
      /^changed: Git cannot read a repository here: fatal: not a git repository.* Leave it empty to compare all images with what is published\.$/,
    );
  });
});

describe('what is checked out', () => {
  test('is what the event says', async () => {
    const event = push(zeros);
    expect(await gitRef(gitFrom(origin), event)).toBe(event);
  });

  test('is the branch, the tag that HEAD is at, or nothing that has a name', async () => {
    const folder = clone('refs');
    expect(await gitRef(gitFrom(folder), undefined)).toEqual({ ref: 'refs/heads/main' });
    git(folder, 'switch', '--quiet', '--create', 'fix/issue-1');
    expect(await gitRef(gitFrom(folder), { name: '', ref: '' })).toEqual({ ref: 'refs/heads/fix/issue-1' });
    git(folder, 'switch', '--quiet', '--detach');
    expect(await gitRef(gitFrom(folder), undefined)).toBeUndefined();
    git(folder, 'tag', 'v1.0');
    expect(await gitRef(gitFrom(folder), undefined)).toEqual({ ref: 'refs/tags/v1.0' });
  });

  test('is none of several tags, until one is named', async () => {
    const folder = clone('tags');
    git(folder, 'switch', '--quiet', '--detach');
    git(folder, 'tag', 'v1.0.1');
    git(folder, 'tag', '--annotate', '--message=test', 'v1.0');
    await expect(gitRef(gitFrom(folder), undefined)).rejects.toEqual(
      new Failure([
        {
          station: 'input',
          about: 'tags',
          message: 'tags: HEAD has the tags v1.0, v1.0.1. Name the one that the images get.',
        },
      ]),
    );
  });

  test('is that of the repository of the folder, wherever it runs', async () => {
    const folder = clone('asked');
    git(folder, 'switch', '--quiet', '--create', 'topic');
    expect(await gitRef(gitFrom(origin, '../asked'), undefined)).toEqual({ ref: 'refs/heads/topic' });
    expect(await gitRef(gitFrom(top, 'asked/base'), undefined)).toEqual({ ref: 'refs/heads/topic' });
    expect(await branchesOf(gitFrom(top, 'asked'))).toContain('topic');
  });

  test('has the branches of clone and remote, each once', async () => {
    const folder = clone('branches');
    git(folder, 'branch', 'fix/one');
    git(folder, 'push', '--quiet', 'origin', 'fix/one', 'fix/one:other');
    git(folder, 'branch', 'local');
    expect((await branchesOf(gitFrom(folder))).toSorted()).toEqual(['fix/one', 'local', 'main', 'other']);
    expect(await branchesOf(gitFrom(join(top, 'none')))).toEqual([]);
  });
});
