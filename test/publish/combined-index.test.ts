import { expect, test } from 'vitest';
import type { Platform } from '../../src/names/platform.ts';
import { combinedIndex, type IndexPart } from '../../src/publish/combined-index.ts';
import {
  type Descriptor,
  digestOf,
  type Manifest,
  mediaTypes,
  readContent,
} from '../../src/registry/manifest.ts';

const digest = (letter: string) => `sha256:${letter.repeat(64)}` as Descriptor['digest'];

const manifestOf = (content: object, mediaType: string): Manifest => {
  const bytes = new Uint8Array(Buffer.from(JSON.stringify(content, null, 2)));
  return { mediaType, digest: digestOf(bytes), bytes };
};

const image = (letter: string, architecture: string, variant?: string): object => ({
  mediaType: mediaTypes.ociManifest,
  digest: digest(letter),
  size: 100,
  platform: { architecture, os: 'linux', ...(variant && { variant }) },
});

const attestation = (letter: string, of: string): object => ({
  mediaType: mediaTypes.ociManifest,
  digest: digest(letter),
  size: 50,
  annotations: {
    'vnd.docker.reference.digest': digest(of),
    'vnd.docker.reference.type': 'attestation-manifest',
  },
  platform: { architecture: 'unknown', os: 'unknown' },
});

const index = (manifests: readonly object[], annotations: object = { old: '1' }): Manifest =>
  manifestOf(
    { schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests, annotations },
    mediaTypes.ociIndex,
  );

const order: readonly Platform[] = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];

test('an index of parts is what BuildKit makes of all platforms at once', () => {
  const annotations = { b: '<2>', a: '1' };
  const parts: readonly IndexPart[] = [
    { index: index([image('c', 'arm64'), attestation('d', 'c')]), platforms: ['linux/arm64'] },
    {
      index: index([
        image('e', 'arm', 'v7'),
        image('a', 'amd64'),
        attestation('f', 'e'),
        attestation('b', 'a'),
      ]),
      platforms: ['linux/amd64', 'linux/arm/v7'],
    },
  ];
  const whole = combinedIndex(parts, order, annotations);
  expect(Buffer.from(whole.bytes).toString()).toBe(
    JSON.stringify(
      {
        schemaVersion: 2,
        mediaType: mediaTypes.ociIndex,
        manifests: [
          image('a', 'amd64'),
          image('c', 'arm64'),
          image('e', 'arm', 'v7'),
          attestation('b', 'a'),
          attestation('d', 'c'),
          attestation('f', 'e'),
        ],
        annotations: { a: '1', b: '<2>' },
      },
      null,
      2,
    ).replace('<2>', '\\u003c2\\u003e'),
  );
  expect([whole.mediaType, whole.digest]).toEqual([mediaTypes.ociIndex, digestOf(whole.bytes)]);
});

test('a lone manifest is of the platform that it was made for', () => {
  const lone = manifestOf({ schemaVersion: 2 }, mediaTypes.ociManifest);
  const { manifests, annotations } = readContent(
    combinedIndex([{ index: lone, platforms: ['linux/arm/v7'] }], order, {}).bytes,
  );
  expect([manifests, annotations]).toEqual([
    [
      {
        mediaType: mediaTypes.ociManifest,
        digest: lone.digest,
        size: lone.bytes.length,
        platform: { architecture: 'arm', os: 'linux', variant: 'v7' },
      },
    ],
    undefined,
  ]);
});
