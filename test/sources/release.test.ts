/** What a release is of, from inputs, event and Git. */
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import { readReleaseInputs } from '../../src/inputs/release.ts';
import type { Entry, Files, HostedEvent, HostedRelease, Ran, World } from '../../src/ports.ts';
import { releaseOf } from '../../src/sources/release.ts';

const workspace = '/work';

/** A workspace that has these files. */
function filesOf(
  paths: Readonly<Record<string, string>>,
): Pick<Files, 'absolute' | 'stat' | 'entries' | 'read'> {
  const below = (path: string): string => (path === '.' ? '' : `${posix.normalize(path)}/`);
  const inside = (path: string): string => posix.relative(workspace, posix.resolve(workspace, path)) || '.';
  const isFolder = (path: string): boolean => Object.keys(paths).some((name) => name.startsWith(below(path)));
  return {
    absolute: (path) => posix.resolve(workspace, path),
    read: (path) => Promise.resolve(paths[inside(path)]),
    stat: (path) => {
      const text = paths[inside(path)];
      if (text !== undefined) return Promise.resolve({ kind: 'file', size: text.length });
      return Promise.resolve(isFolder(inside(path)) ? { kind: 'folder' } : undefined);
    },
    entries: (path) => {
      const names = Object.keys(paths)
        .filter((name) => name.startsWith(below(inside(path))))
        .map((name) => name.slice(below(inside(path)).length));
      const entries = names.map((name): [string, Entry] => {
        const [first = '', ...rest] = name.split('/');
        return [first, { name: first, kind: rest.length > 0 ? 'folder' : 'file', mode: 0o644 }];
      });
      return Promise.resolve([...new Map(entries).values()]);
    },
  };
}

/** Git's answers in the folder of the tree, by the words of its first arguments. */
function gitOf(answers: Readonly<Record<string, string>>): World['run'] {
  return ({ args }): Promise<Ran> => {
    const found = Object.entries(answers).find(([words]) =>
      args.join(' ').startsWith(`-C container ${words}`),
    );
    return Promise.resolve(
      found === undefined
        ? { code: 128, stdout: '', stderr: 'fatal' }
        : { code: 0, stdout: found[1], stderr: '' },
    );
  };
}

const tree = {
  'container/base/Dockerfile': 'FROM scratch',
  'container/app/Dockerfile': 'FROM base',
  'container/old/app2/Dockerfile': 'FROM base',
  'container/images.yml': '- { dockerfile: app/Dockerfile, name: tool }',
};
const released = (more: Partial<HostedRelease> = {}, ref = 'refs/tags/v0.1.1'): HostedEvent => ({
  name: 'release',
  ref,
  owner: 'example',
  defaultBranch: 'trunk',
  release: { action: 'published', tag: 'v0.1.1', target: 'main', prerelease: false, ...more },
});

interface Given {
  readonly raw?: Readonly<Record<string, string>>;
  readonly event?: HostedEvent;
  readonly git?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

const env = { GITHUB_REPOSITORY: 'example/images' };
async function releasing({ raw = {}, event, git = {}, files = tree }: Given) {
  const { inputs, problems } = readReleaseInputs({ path: 'container', ...raw }, 'action', env);
  expect(problems).toEqual([]);
  const world = { files: filesOf(files) as Files, run: gitOf(git) };
  const { tags, repositories, notes } = await releaseOf(world, inputs!, event);
  return { ...tags, names: repositories.map(({ registry, name }) => `${registry}/${name}`), notes };
}

const symbolic = { tags: 'stable', prerelease_tags: 'next' };
const commit = 'a'.repeat(40);
test.each<readonly [string, Given, readonly [from: string, tag: string, ...symbolic: string[]]]>([
  ['a release needs no input', { event: released() }, ['main', 'v0.1.1']],
  ['symbolic tags', { event: released(), raw: symbolic }, ['main', 'v0.1.1', 'stable']],
  [
    'those of a pre-release',
    { event: released({ prerelease: true }), raw: symbolic },
    ['main', 'v0.1.1', 'next'],
  ],
  [
    'the tag of the release among the symbolic ones',
    { event: released(), raw: { tags: 'v0.1.1 stable' } },
    ['main', 'v0.1.1', 'stable'],
  ],
  ['a release at a commit', { event: released({ target: commit }) }, ['trunk', 'v0.1.1']],
  ['a release without a target', { event: released({ target: '' }) }, ['trunk', 'v0.1.1']],
  [
    'a branch whose name is no tag',
    { event: released({ target: 'refs/heads/release/0.1' }) },
    ['release-0.1', 'v0.1.1'],
  ],
  [
    'a branch whose tag another one has',
    {
      event: released({ target: 'release/0.1' }),
      git: { 'for-each-ref': 'refs/remotes/origin/release-0.1\n' },
    },
    ['release-0.1-adbeb3c', 'v0.1.1'],
  ],
  [
    'a tag that was pushed',
    { event: { name: 'push', ref: 'refs/tags/v2', defaultBranch: 'trunk' } },
    ['trunk', 'v2'],
  ],
  [
    'the command line at a tag',
    {
      git: { 'tag --points-at HEAD': 'v2\n', 'symbolic-ref --quiet --short refs/remotes/': 'origin/trunk\n' },
    },
    ['trunk', 'v2'],
  ],
  [
    'the command line in a clone that knows no default branch',
    { git: { 'tag --points-at HEAD': 'v2\n' } },
    ['main', 'v2'],
  ],
  ['inputs before all else', { event: released(), raw: { from: 'develop', tag: 'v9' } }, ['develop', 'v9']],
  [
    'symbolic tags alone',
    { event: released(), raw: { from: 'v0.1.1', tags: 'stable' } },
    ['v0.1.1', 'v0.1.1', 'stable'],
  ],
])('the tags of %s', async (_, given, [from, release, ...moving]) => {
  const found = await releasing(given);
  expect(found).toMatchObject({ from, release, symbolic: moving });
});

test.each<readonly [string, Given, readonly string[]]>([
  ['a tree', {}, ['images/tool', 'images/base', 'images/app2']],
  ['a tree without some', { raw: { exclude: 'old' } }, ['images/tool', 'images/base']],
  [
    'names, without a look at files',
    { raw: { images: 'one two/three' }, files: {} },
    ['images/one', 'images/two/three'],
  ],
  ['the prefix itself', { raw: { images: '.' }, files: {} }, ['images']],
  ['patterns', { raw: { images: '*a* .' } }, ['images', 'images/base', 'images/app2']],
  [
    'several prefixes, each image once',
    { raw: { images: 'x . y/x', image_name: 'example/images\nexample/images/y' }, files: {} },
    ['images/x', 'images', 'images/y/x', 'images/y', 'images/y/y/x'],
  ],
  [
    'a Python project',
    {
      files: {
        'container/pyproject.toml':
          '[project]\nname = "Foo_Bar"\n[project.scripts]\nfoo-manage = "foo:main"\nFoo-worker = "foo:work"\n',
      },
    },
    ['images/foo-bar-base', 'images/foo-manage', 'images/foo-worker'],
  ],
])('the images of %s', async (_, given, names) => {
  const { names: found } = await releasing({ ...given, event: released() });
  expect(found).toEqual(names.map((name) => `ghcr.io/example/${name}`));
});

test('a pre-release says which tags it does not move', async () => {
  const of = async (raw: Readonly<Record<string, string>>) =>
    (await releasing({ raw, event: released({ prerelease: true }) })).notes;
  expect(await of({ tags: 'stable both', prerelease_tags: 'both' })).toEqual([
    'v0.1.1 is a pre-release, and does not move stable: prerelease_tags names what it moves',
  ]);
  expect(await of({ prerelease_tags: 'next' })).toEqual([]);
});

test.each<readonly [string, Given, readonly string[]]>([
  [
    'a run of a branch',
    { event: { name: 'workflow_dispatch', ref: 'refs/heads/main' } },
    [
      'tag: nothing names it, since this run is of no release and of no tag of Git. Give it, or let the workflow run "on: release: types: [published]".',
    ],
  ],
  ['no tag at HEAD', {}, ['tag: nothing names it']],
  [
    'several tags at HEAD',
    { git: { 'tag --points-at HEAD': 'v1\nv1.0\n' } },
    ['tag: HEAD has the tags v1, v1.0. Name the one to release.'],
  ],
  [
    'a tag that no image can have',
    { event: released({ tag: 'v1+a' }) },
    [`tag: Git's tag cannot be the image's: tag "v1+a" is not valid`],
  ],
  [
    'a release that was deleted',
    { event: released({ action: 'deleted' }), raw: { tag: 'v1' } },
    [
      'tag: the release "v0.1.1" was deleted, which releases nothing. Let the workflow run "on: release: types: [published]".',
    ],
  ],
  [
    'nothing to move',
    { event: released(), raw: { from: 'v0.1.1' } },
    ['from: the images would get the tag "v0.1.1" that they stand under, and no other'],
  ],
  [
    'a name that the tree does not have',
    { event: released(), raw: { images: 'to* bsae' } },
    ['images: the tree has no image "bsae". Did you mean "base"?'],
  ],
  [
    'no checkout, and no tag',
    { files: {} },
    [
      'tag: nothing names it',
      'There is no folder "container".',
      'images: it is empty, so the Dockerfiles in "container", or the Python project there, say which images there are. Check the repository out in an earlier step, or name the images; "." is ghcr.io/example/images itself.',
    ],
  ],
  [
    'a Python project whose scripts only its wheel names',
    {
      event: released(),
      files: { 'container/setup.py': 'setup()', 'container/setup.cfg': '[metadata]\nname = foo\n' },
    },
    [
      'images: it is empty, and neither pyproject.toml nor setup.cfg of the project says its console scripts: only a build would. Name the images, like "foo-base foo-manage".',
    ],
  ],
  [
    'patterns without a checkout',
    { event: released(), files: {}, raw: { images: 'a*' } },
    ['There is no folder "container".'],
  ],
])('refuses %s', async (_, given, messages) => {
  const error = await releasing(given).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Failure);
  const { problems } = error as Failure;
  expect(problems.map(({ station }) => station)).toEqual(messages.map(() => 'input'));
  expect(problems.map(({ message }, at) => message.slice(0, messages[at]?.length))).toEqual(messages);
});
