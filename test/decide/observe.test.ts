import { expect, test } from 'vitest';
import { observeBase, observeImage } from '../../src/decide/observe.ts';
import type { Digest, Tag } from '../../src/names/reference.ts';
import type { Reader } from '../../src/registry/client.ts';
import { digestOf, mediaTypes } from '../../src/registry/manifest.ts';

const child = `sha256:${'d'.repeat(64)}` as Digest;
const index = {
  manifests: [
    {
      mediaType: mediaTypes.ociManifest,
      digest: child,
      size: 7,
      platform: { os: 'linux', architecture: 'amd64' },
    },
    {
      mediaType: mediaTypes.ociManifest,
      digest: child,
      size: 7,
      platform: { os: 'linux', architecture: 'arm64', variant: 'v8' },
    },
  ],
};
const bytes = new Uint8Array(Buffer.from(JSON.stringify(index)));
const digest = digestOf(bytes);

/** A registry that holds this one index, under any tag but `absent`. */
const reader: Pick<Reader, 'getManifest' | 'headManifest'> = {
  getManifest: async (_, tag) =>
    tag === 'absent' ? undefined : { mediaType: mediaTypes.ociIndex, digest, bytes },
  headManifest: async (_, tag) =>
    tag === 'absent' ? undefined : { mediaType: mediaTypes.ociIndex, digest, size: bytes.length },
};
const ask = reader as Reader;

test('a base is what its index says today', async () => {
  expect(await observeBase(ask, 'docker.io/library/python:3.13-slim', ['linux/arm64'])).toEqual({
    reference: 'docker.io/library/python:3.13-slim',
    repository: { registry: 'docker.io', name: 'library/python' },
    digest,
    platforms: (['linux/amd64', 'linux/arm64'] as const).map((platform) => ({
      platform,
      digest: child,
      mediaType: mediaTypes.ociManifest,
      size: 7,
    })),
  });
});

test.each([
  [
    'a base that does not exist',
    'python:absent',
    ['linux/amd64'] as const,
    'The base image python:absent does not exist. Its name is made from python_version and target_base: look at which tags the official Python image has.',
  ],
  [
    'a platform that it does not have',
    'python:3',
    ['linux/amd64', 'linux/arm/v7'] as const,
    'The base image python:3 does not exist for linux/arm/v7: it has linux/amd64, linux/arm64. Leave it out of the input platform, or take another target_base.',
  ],
  ['no reference', 'Python:3', ['linux/amd64'] as const, /upper|lower/i],
])('%s', async (_, reference, platforms, message) => {
  await expect(observeBase(ask, reference, platforms)).rejects.toThrow(message);
});

test.each([
  ['there', 'py3.13-1.0', { is: 'present', digest }],
  ['not there', 'absent', { is: 'absent' }],
])('an image that is %s', async (_, tag, expected) => {
  expect(await observeImage(ask, { registry: 'ghcr.io', name: 'team/demo' }, tag as Tag)).toEqual(expected);
});
