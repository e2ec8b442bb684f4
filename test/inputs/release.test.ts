import { expect, test } from 'vitest';
import { readReleaseInputs } from '../../src/inputs/release.ts';

const github = { GITHUB_REPOSITORY: 'Example/Images', GITHUB_REPOSITORY_OWNER: 'Example' };
const usual = {
  registry: 'ghcr.io',
  repositories: [{ registry: 'ghcr.io', name: 'example/images' }],
  path: '.',
  images: [],
  exclude: [],
  tags: [],
  prereleaseTags: [],
  force: false,
  baseRegistry: 'docker.io/library',
  dryRun: false,
};

test.each<readonly [string, Readonly<Record<string, string>>, object]>([
  ['nothing', {}, usual],
  [
    'tags',
    { from: 'develop', tag: 'v0.1.1', tags: 'stable, v0.1\nstable', prerelease_tags: 'next' },
    { ...usual, from: 'develop', tag: 'v0.1.1', tags: ['stable', 'v0.1'], prereleaseTags: ['next'] },
  ],
  [
    'images by name, by pattern, and the prefix itself',
    { images: 'base .\ntools/*, base', path: 'container/', exclude: 'old/** new' },
    { ...usual, images: ['base', '.', 'tools/*'], path: 'container/', exclude: ['old/**', 'new'] },
  ],
  [
    'several prefixes, and a user with a password',
    {
      image_name: 'a/b\ndocker.io/c/d',
      registry: 'quay.io',
      registry_password: 'secret',
      force: 'true',
      base_registry: 'mirror.example.com/library',
      dry_run: 'true',
      ca_bundle: './company.pem',
    },
    {
      ...usual,
      registry: 'quay.io',
      repositories: [
        { registry: 'quay.io', name: 'a/b' },
        { registry: 'docker.io', name: 'c/d' },
      ],
      registryUsername: 'Example',
      force: true,
      baseRegistry: 'mirror.example.com/library',
      dryRun: true,
      caBundle: './company.pem',
    },
  ],
])('of a workflow: %s', (_, raw, inputs) => {
  expect(readReleaseInputs(raw, 'action', github)).toEqual({ problems: [], inputs });
});

test('the command line calls images after their folder', () => {
  const { inputs } = readReleaseInputs({ registry: 'ghcr.io', path: '/src/Images' }, 'cli', {});
  expect(inputs?.repositories).toEqual([{ registry: 'ghcr.io', name: 'images' }]);
});

test('the command line needs a registry, even to look', () => {
  const { problems } = readReleaseInputs({ image_name: 'a/b', dry_run: 'true' }, 'cli', {});
  expect(problems.map(({ message }) => message)).toEqual([
    '--registry: a push of "a/b" needs a registry: name its host, like "ghcr.io", or write it in front of the name.',
  ]);
});

test('reports all problems together', () => {
  const { inputs, problems } = readReleaseInputs(
    { from: 'a/b:main', tag: '-1', tags: 'st@ble', prerelease_tags: '!', images: 'Base', force: 'yes' },
    'action',
    github,
  );
  expect(inputs).toBeUndefined();
  expect(problems.map(({ message }) => message)).toEqual([
    'images: "Base" is no name of an image: it is lower-case letters and digits, joined by ".", "_", "__" or "-", as it follows image_name; "." is image_name itself.',
    expect.stringMatching(/^from: tag "a\/b:main" is not valid: .* Give the tag alone, without registry/),
    expect.stringMatching(/^tag: tag "-1" is not valid/),
    expect.stringMatching(/^prerelease_tags: tag "!" is not valid/),
    expect.stringMatching(/^tags: tag "st@ble" is not valid/),
    'force: "yes" is neither "true" nor "false".',
  ]);
});
