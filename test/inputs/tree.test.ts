import { describe, expect, test } from 'vitest';
import { readTreeInputs } from '../../src/inputs/tree.ts';

const usual = {
  path: '.',
  images: [],
  exclude: [],
  defaultBranch: 'main',
  concurrency: 2,
  push: false,
  verify: 'all',
  dryRun: false,
};

test.each<readonly [string, Readonly<Record<string, string>>, object]>([
  ['nothing', {}, usual],
  [
    'all about the folder',
    {
      path: 'container/',
      context: '.',
      images: 'base, tractor\nleaf*',
      exclude: 'examples/**',
      pins: 'container/pins.env',
      default_branch: 'develop',
      concurrency: '64',
    },
    {
      ...usual,
      path: 'container/',
      context: '.',
      images: ['base', 'tractor', 'leaf*'],
      exclude: ['examples/**'],
      pins: 'container/pins.env',
      defaultBranch: 'develop',
      concurrency: 64,
    },
  ],
  ['the last push', { changed: 'push' }, { ...usual, changed: { kind: 'push' } }],
  ['a pull request', { changed: 'pull_request' }, { ...usual, changed: { kind: 'pull_request' } }],
  ...['HEAD~1', 'origin/main', 'v1.0^{commit}', '@{upstream}', '0123abc'].map(
    (commit) => [commit, { changed: commit }, { ...usual, changed: { kind: 'commit', commit } }] as const,
  ),
])('%s', (_, raw, inputs) => {
  const read = readTreeInputs(raw, 'cli', { PWD: '/home/ada/images' });
  expect(read.problems).toEqual([]);
  expect(read.inputs).toMatchObject(inputs);
  expect(read.inputs?.changed).toEqual((inputs as { changed?: object }).changed);
});

test.each([
  ['the folder that it runs in', {}, '/home/ada/Images', 'images'],
  ['the folder of the Dockerfiles', { path: 'sub/Container' }, '/home/ada/images', 'container'],
  ['neither, at the root', {}, '/', 'images'],
])('on the command line, images are called after %s', (_, raw, folder, name) => {
  const { inputs } = readTreeInputs(raw, 'cli', { PWD: folder });
  expect(inputs?.repositories.map((one) => one.name)).toEqual([name]);
});

test('in a workflow, images are called as the repository, in lower case, and are pushed', () => {
  const env = { GITHUB_REPOSITORY: 'Ada/Images', GITHUB_REPOSITORY_OWNER: 'Ada' };
  const raw = { registry: 'ghcr.io', image_name: 'Ada/Images', push: 'true' };
  const { inputs, problems } = readTreeInputs(raw, 'action', env);
  expect(problems).toEqual([]);
  expect(inputs).toMatchObject({ push: true, repositories: [{ registry: 'ghcr.io', name: 'ada/images' }] });
});

describe('refuses', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'a commit that is an option of Git',
      { changed: '--output=x' },
      ['changed: "--output=x" is neither "push", "pull_request" nor a commit.'],
    ],
    [
      'a commit with blanks',
      { changed: 'HEAD main' },
      ['changed: "HEAD main" is neither "push", "pull_request" nor a commit.'],
    ],
    ...['0', '65', '2.5', 'two', '-1'].map(
      (count) =>
        [
          `${count} groups at once`,
          { concurrency: count },
          [`concurrency: "${count}" is no number from 1 to 64.`],
        ] as const,
    ),
    [
      'paths that leave the workspace',
      { path: '../x', context: '..', pins: '../pins.env' },
      [
        'path: "../x" leaves the workspace: give a path within it, or an absolute one.',
        'context: ".." leaves the workspace: give a path within it, or an absolute one.',
        'pins: "../pins.env" leaves the workspace: give a path within it, or an absolute one.',
      ],
    ],
    [
      'everything at once',
      { path: 'https://x', changed: '$(x)', concurrency: '0' },
      [
        'path: "https://x" is a URL: give a path on this machine, and check out or download first.',
        'concurrency: "0" is no number from 1 to 64.',
        'changed: "$(x)" is neither "push", "pull_request" nor a commit.',
      ],
    ],
  ])('%s', (_, raw, messages) => {
    const given = { registry: 'ghcr.io', image_name: 'example/images', push: 'true', ...raw };
    const { inputs, problems } = readTreeInputs(given, 'action', {});
    expect(inputs).toBeUndefined();
    expect(problems.map(({ message }) => message).toSorted()).toEqual(messages.toSorted());
  });
});
