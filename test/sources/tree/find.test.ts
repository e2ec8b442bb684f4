import { expect, test } from 'vitest';
import { Failure } from '../../../src/errors.ts';
import { findDockerfiles, type FoundDockerfile, type Search } from '../../../src/sources/tree/find.ts';
import { type Contents, withWorkspace } from './folder.ts';

const find = (contents: Contents, search: Partial<Search> = {}): Promise<FoundDockerfile[]> =>
  withWorkspace(contents, (files) =>
    findDockerfiles(files, { root: '.', exclude: [], named: [], ...search }),
  );

const file = 'FROM scratch\n';

test.each<[string, Contents, Partial<Search>, FoundDockerfile[]]>([
  [
    'folders, each with a Dockerfile',
    { 'base_image/Dockerfile': file, 'tractor/Dockerfile': file, 'tractor/test.sh': '', 'README.md': '' },
    {},
    [
      { path: 'base_image/Dockerfile', name: 'base_image', context: 'base_image' },
      { path: 'tractor/Dockerfile', name: 'tractor', context: 'tractor', test: 'tractor/test.sh' },
    ],
  ],
  [
    'one folder with Dockerfiles of several names',
    {
      'container/Dockerfile.base': file,
      'container/Dockerfile.base-builder': file,
      'container/digests.env': '',
    },
    {},
    [
      { path: 'container/Dockerfile.base', name: 'base', context: 'container' },
      { path: 'container/Dockerfile.base-builder', name: 'base-builder', context: 'container' },
    ],
  ],
  [
    'a common context, which is for those of several names alone',
    { 'container/Dockerfile.base': file, 'tool/Dockerfile': file },
    { context: '.' },
    [
      { path: 'container/Dockerfile.base', name: 'base', context: '.' },
      { path: 'tool/Dockerfile', name: 'tool', context: 'tool' },
    ],
  ],
  [
    'nested folders, below a folder of their own',
    {
      'images/stacks/base/Dockerfile': file,
      'images/stacks/base/gpu/Dockerfile': file,
      'other/Dockerfile': file,
    },
    { root: 'images' },
    [
      { path: 'images/stacks/base/Dockerfile', name: 'base', context: 'images/stacks/base' },
      { path: 'images/stacks/base/gpu/Dockerfile', name: 'gpu', context: 'images/stacks/base/gpu' },
    ],
  ],
  [
    'one in the tree’s own folder, which has no name',
    { Dockerfile: file, 'Dockerfile.dev': file },
    {},
    [
      { path: 'Dockerfile', context: '.' },
      { path: 'Dockerfile.dev', name: 'dev', context: '.' },
    ],
  ],
  [
    'no hidden folders, modules, ignore lists, templates, backups and folders',
    {
      'a/Dockerfile': file,
      'a/Dockerfile.dockerignore': '*',
      'a/Dockerfile.b.dockerignore': '*',
      'a/Dockerfile.j2': file,
      'a/Dockerfile.b.bak': file,
      'a/Dockerfile.b~': file,
      'a/Dockerfiles': file,
      'a/Dockerfile.': file,
      'a/dockerfile': file,
      'a/Dockerfile.folder/x': '',
      '.git/Dockerfile': file,
      '.devcontainer/Dockerfile': file,
      'node_modules/m/Dockerfile': file,
      'a/node_modules/m/Dockerfile': file,
    },
    {},
    [{ path: 'a/Dockerfile', name: 'a', context: 'a' }],
  ],
  [
    'none that is excluded, but exceptions of that',
    {
      'a/Dockerfile': file,
      'test/b/Dockerfile': file,
      'test/c/Dockerfile': file,
      'd/Dockerfile.dev': file,
    },
    { exclude: ['test', '!test/c', '**/Dockerfile.dev'] },
    [
      { path: 'a/Dockerfile', name: 'a', context: 'a' },
      { path: 'test/c/Dockerfile', name: 'c', context: 'test/c' },
    ],
  ],
  [
    'those that rows name, however they are called, each once',
    { 'a/Dockerfile': file, 'docker/web.Dockerfile': file, 'docker/Dockerfile.tmpl': file },
    { named: ['docker/web.Dockerfile', 'docker/Dockerfile.tmpl', 'a/Dockerfile', 'docker/none', 'docker'] },
    [
      { path: 'a/Dockerfile', name: 'a', context: 'a' },
      { path: 'docker/Dockerfile.tmpl', context: 'docker' },
      { path: 'docker/web.Dockerfile', context: 'docker' },
    ],
  ],
  [
    'links within the tree, one behind another, and none to a folder',
    {
      'common/file': file,
      'a/Dockerfile': { link: '../common/second' },
      'common/second': { link: './file' },
      'b/Dockerfile': { link: 'nowhere' },
      'c/Dockerfile': { link: 'Dockerfile' },
      'd/Dockerfile': { link: '../common' },
      again: { link: 'a' },
    },
    {},
    [{ path: 'a/Dockerfile', target: 'common/file', name: 'a', context: 'a' }],
  ],
])('finds %s', async (_, contents, search, found) => {
  expect(await find(contents, search)).toEqual(found);
});

const leaves = (path: string): string =>
  `"${path}" is a link to a file outside of the tree. Only what is in the tree is built: copy the file, or link to one in the tree by a relative path.`;
const none = (root: string): string =>
  `There is no Dockerfile in "${root}": an image NAME is made by NAME/Dockerfile or by Dockerfile.NAME, in any folder that is not hidden. Name the folder that they are in, or a row in images.yml with the path of each.`;

test.each<[string, Contents, Partial<Search>, string[]]>([
  [
    'links out of the tree, all at once',
    {
      'other/file': file,
      'other/Dockerfile': file,
      'tree/a/Dockerfile': { link: '../../other/file' },
      'tree/b/Dockerfile': { link: '/etc/hostname' },
      // The first name is in the tree, and a link out of it itself.
      'tree/c/Dockerfile': { link: '../way/file' },
      'tree/way': { link: '../other' },
    },
    { root: 'tree' },
    [leaves('tree/a/Dockerfile'), leaves('tree/b/Dockerfile'), leaves('tree/c/Dockerfile')],
  ],
  ['a tree without one', { 'src/main.c': '' }, {}, [none('.')]],
  ['a folder that is not there', {}, { root: 'images' }, [none('images')]],
])('refuses %s', async (_, contents, search, messages) => {
  const failure: unknown = await find(contents, search).catch((error: unknown) => error);
  expect(failure instanceof Failure && failure.problems.map(({ message }) => message)).toEqual(messages);
});
