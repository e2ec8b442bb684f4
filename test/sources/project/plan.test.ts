/** What is refused of a project before a registry is asked or anything is built: the session here can do neither. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Failure } from '../../../src/errors.ts';
import { readProjectInputs } from '../../../src/inputs/project.ts';
import type { Raw } from '../../../src/inputs/registry.ts';
import { imagePolicy } from '../../../src/sources/policy.ts';
import { projectPlan } from '../../../src/sources/project/plan.ts';
import { systemFiles } from '../../../src/world/files.ts';
import { testSession } from '../../support/session.ts';
import { testWorld } from '../../support/world.ts';

type Contents = Readonly<Record<string, string | { readonly link: string }>>;

async function workspace(contents: Contents): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'project-test-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (typeof content === 'string') writeFileSync(join(root, path), content);
    else symlinkSync(content.link, join(root, path));
  }
  return root;
}

/** @param git answers by what Git is asked; without one, the folder is in no repository. */
async function refusals(
  root: string,
  raw: Raw,
  git: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const files = systemFiles(root);
  onTestFinished(() => files.close());
  const world = {
    ...testWorld({
      run: ({ args }) => {
        const answer = git[args.slice(2).join(' ')];
        return { code: answer === undefined ? 128 : 0, stdout: answer ?? '', stderr: '' };
      },
    }),
    files: {
      ...files,
      absolute: (path: string) => resolve(root, path),
      read: (path: string) => files.read(resolve(root, path)),
      stat: (path: string) => files.stat(resolve(root, path)),
    },
  };
  const { inputs, problems } = readProjectInputs({ image_name: 'example/foo', ...raw }, 'cli');
  if (inputs === undefined) throw new Error(problems.map(({ message }) => message).join());
  const error: unknown = await projectPlan(testSession({ world }), inputs, imagePolicy(inputs, files)).catch(
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw error;
  return error.problems.map(({ message }) => message);
}

const foo = `[project]
name = "foo"
scripts = { foo-manage = "foo:manage", foo-worker = "foo:worker" }
`;
const noProject = (folder: string): string =>
  `There is no pyproject.toml, setup.cfg or setup.py in "${folder}": a Python project has one of them. Name its folder in the input path.`;

test.each<readonly [string, Contents, Raw, readonly unknown[]]>([
  ['an empty directory', {}, {}, [noProject('.')]],
  ['a directory of something else', { 'app/README.md': '' }, { path: 'app' }, [noProject('app')]],
  [
    'a directory that is not there',
    {},
    { path: 'app' },
    ['There is no folder "app". The input path is the folder of the project.'],
  ],
  [
    'a file',
    { app: '' },
    { path: 'app' },
    ['There is no folder "app". The input path is the folder of the project.'],
  ],
  [
    'what is no TOML',
    { 'pyproject.toml': '[project]\nname = foo\n' },
    {},
    [expect.stringMatching(/^pyproject\.toml, line 2, column \d+: it is no TOML: /)],
  ],
  [
    'no script',
    { 'pyproject.toml': '[project]\nname = "foo"\n' },
    {},
    [expect.stringMatching(/^The project has no console script, /)],
  ],
  [
    'a script that does not exist',
    { 'pyproject.toml': foo },
    { scripts: 'foo-manag', verify_commands: 'other=true' },
    [
      'scripts: the project has no console script "foo-manag". Did you mean "foo-manage"? It has foo-manage, foo-worker.',
      'verify_commands: the project has no console script "other". It has foo-manage, foo-worker.',
    ],
  ],
  [
    'a script whose name no image can have',
    { 'pyproject.toml': '[project]\nname = "foo"\n[project.scripts]\n"foo+run" = "foo:run"\n' },
    {},
    [expect.stringMatching(/^the console script "foo\+run" can be no name of an image: /)],
  ],
  [
    'a setup.cfg that is something else, without a word on each line',
    { 'setup.cfg': `[metadata]\n${'x\n'.repeat(30_000)}` },
    {},
    [
      ...Array.from(
        { length: 10 },
        (_, at) => expect.stringContaining(`setup.cfg, line ${at + 2}, column 1`) as string,
      ),
      'setup.cfg, 29990 more lines are wrong. Is it another file?',
    ],
  ],
  [
    'files that are too long',
    { 'pyproject.toml': `${foo}#${'x'.repeat(1_000_000)}`, 'bindep.txt': 'gcc\n'.repeat(250_001) },
    {},
    ['pyproject.toml" has 1,000,091', 'bindep.txt" has 1,000,004'].map(
      (file) => `"${file} bytes, and at most 1,000,000 are read. Is it another file?`,
    ),
  ],
  [
    'a link out of the directory',
    { 'pyproject.toml': foo, 'bindep.txt': { link: '../bindep.txt' } },
    {},
    ['bindep.txt is a link out of the project. Only what is in it is built: copy the file.'],
  ],
  [
    'a link to an absolute path',
    { 'app/pyproject.toml': { link: '/etc/hostname' } },
    { path: 'app' },
    ['app/pyproject.toml is a link out of the project. Only what is in it is built: copy the file.'],
  ],
])('refuses %s', async (_, contents, raw, expected) => {
  expect(await refusals(await workspace(contents), raw)).toEqual(expected);
});

test('follows a link within the repository', async () => {
  const root = await workspace({
    'shared.toml': '[project]\nname = "foo"\n',
    'app/pyproject.toml': { link: '../shared.toml' },
  });
  const git = { 'rev-parse --show-toplevel': root, 'rev-parse --show-prefix': 'app/\n' };
  expect(await refusals(root, { path: 'app' }, git)).toEqual([
    expect.stringMatching(/^The project has no console script, /),
  ]);
});

test.each([
  ['pyproject.toml', '[build-system]\nrequires = ["setuptools-scm"]\n'],
  ['setup.py', 'setup(setup_requires=["pbr"], pbr=True)\n'],
])('refuses a clone without its history where %s makes the version of that', async (name, text) => {
  const root = await workspace({ [name]: text });
  const git = { 'rev-parse --is-shallow-repository': 'true\n' };
  expect(await refusals(root, {}, git)).toEqual([
    `The version is made of the Git history (${name} says so), and this clone has only a part of that: fetch all of it with its tags, in a workflow with "fetch-depth: 0" of actions/checkout.`,
  ]);
});

test('a real clone says that it is shallow', async () => {
  const root = await workspace({ 'from/pyproject.toml': '[build-system]\nrequires = ["hatch-vcs"]\n' });
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  git('init', '--quiet', 'from');
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  git('-C', 'from', 'add', '.');
  git('-C', 'from', ...author, 'commit', '--quiet', '--message=one');
  git('-C', 'from', ...author, 'commit', '--quiet', '--allow-empty', '--message=two');
  git('clone', '--quiet', '--depth=1', `file://${root}/from`, 'clone');
  expect(git('-C', 'clone', 'rev-parse', '--is-shallow-repository')).toBe('true\n');
});
