/** What `run` makes of a folder, where the engine has the image already or the folder is wrong: a build is shown in test/e2e/run.test.ts. */
import { expect, test } from 'vitest';
import { run, type RunResult } from '../../src/commands/run.ts';
import { readRunInputs } from '../../src/inputs/run.ts';
import type { Command, Ran } from '../../src/ports.ts';
import { commandWorld } from '../support/command-world.ts';
import { digestOfOnly } from '../decide/values.ts';
import { type Contents, withWorkspace } from '../sources/tree/folder.ts';

const ran = (stdout: string | undefined): Ran => ({
  code: stdout === undefined ? 1 : 0,
  stdout: stdout ?? '',
  stderr: '',
});

/** An engine with the image `web` alone, and a folder that is no clone. */
function engine({ program, args }: Command): Ran {
  if (program !== 'docker') return ran(undefined);
  if (args[0] === 'info') return ran('{"Architecture":"aarch64"}');
  const isThere = args[0] === 'image' && args.at(-1) === 'localhost/foo/web:latest';
  return ran(isThere ? JSON.stringify({ Id: digestOfOnly('a') }) : undefined);
}

const started = (contents: Contents, raw: Readonly<Record<string, string>>): Promise<RunResult> =>
  withWorkspace(contents, async ({ entries, stat, read }) => {
    const { inputs, problems } = readRunInputs({ rebuild: 'missing', ...raw }, 'cli', {
      PWD: '/home/ada/Foo',
    });
    expect(problems).toEqual([]);
    const world = commandWorld({ run: engine });
    const inFolder = (path: string): string => (path.startsWith('/work') ? path.slice('/work'.length) : path);
    const files = {
      ...world.files,
      entries: (path: string) => entries(inFolder(path)),
      stat: (path: string) => stat(inFolder(path)),
      read: async (path: string) => (await world.files.read(path)) ?? read(inFolder(path)),
    };
    return run({ ...world, files }, { inputs: inputs!, programs: '/programs', cache: '/cache' });
  });

const tree: Contents = { 'web/Dockerfile': 'FROM scratch\n', 'db/Dockerfile': 'FROM scratch\n' };
const project: Contents = {
  'pyproject.toml':
    '[project]\nname = "foo"\nversion = "1"\n[project.scripts]\nfoo-manage = "foo:main"\n"foo..x" = "foo:main"\n',
};

const words = (...all: readonly string[]): string => JSON.stringify(all);

test.each<readonly [string, Contents, Readonly<Record<string, string>>, Partial<RunResult>]>([
  ['an image', tree, { name: 'web' }, { image: 'localhost/foo/web:latest', options: [], arguments: [] }],
  [
    'an image with what it is given',
    tree,
    { name: 'web', publish: words('80:80'), arguments: words('-v', '') },
    { image: 'localhost/foo/web:latest', options: ['--publish=80:80'], arguments: ['-v', ''] },
  ],
])('runs %s that the engine has', async (_, contents, raw, expected) => {
  const result = await started(contents, raw);
  expect(result.report.problems).toEqual([]);
  expect(result).toMatchObject(expected);
  expect(result.plan.images.map(({ platforms, tags }) => [platforms, tags])).toEqual([
    [['linux/arm64'], { exact: 'latest', aliases: [] }],
  ]);
});

test.each<readonly [string, Contents, Readonly<Record<string, string>>, string, string]>([
  [
    'an image of another name',
    tree,
    { name: 'wev' },
    'name',
    'NAME: the tree has no image "wev". Did you mean "web"?',
  ],
  [
    'a script of another name',
    project,
    { name: 'foo-manag' },
    'name',
    'NAME: the project has no console script "foo-manag". Did you mean "foo-manage"? It has foo-manage, foo..x.',
  ],
  [
    'a script that can be no image',
    project,
    { name: 'foo..x' },
    'name',
    'the console script "foo..x" can be no name of an image: that has letters and digits, parted by single ".", "_", "__" or "-". Give it another name in pyproject.toml.',
  ],
  [
    'a project as a tree',
    project,
    { name: 'foo-manage', source: 'tree' },
    '.',
    'There is no Dockerfile in ".": an image NAME is made by NAME/Dockerfile or by Dockerfile.NAME, in any folder that is not hidden. Name the folder that they are in, or a row in images.yml with the path of each.',
  ],
])('reports %s, and runs nothing', async (_, contents, raw, about, message) => {
  const { report, image } = await started(contents, raw);
  expect([report.problems, image]).toEqual([[{ station: 'input', about, message }], undefined]);
});
