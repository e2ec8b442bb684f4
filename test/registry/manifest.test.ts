import { expect, test } from 'vitest';
import { mediaTypes, platformsOf } from '../../src/registry/manifest.ts';
import { bytesOf } from '../support/images.ts';

const sha = (digit: string) => `sha256:${digit.repeat(64)}`;
const entry = (digit: string, platform: object, more: object = {}) => ({
  mediaType: mediaTypes.ociManifest,
  digest: sha(digit),
  size: 100,
  platform,
  ...more,
});
const attestation = (digit: string) =>
  entry(
    digit,
    { os: 'unknown', architecture: 'unknown' },
    { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } },
  );
const image = (digit: string, platform: string) => ({
  platform,
  digest: sha(digit),
  mediaType: mediaTypes.ociManifest,
  size: 100,
});

test.each([
  [
    'three platforms with attestations',
    {
      manifests: [
        entry('1', { os: 'linux', architecture: 'amd64' }),
        entry('2', { os: 'linux', architecture: 'arm64', variant: 'v8' }),
        entry('3', { os: 'linux', architecture: 'arm', variant: 'v7' }),
        attestation('4'),
      ],
    },
    [image('1', 'linux/amd64'), image('2', 'linux/arm64'), image('3', 'linux/arm/v7')],
  ],
  [
    'Windows, an unknown one and one without a platform',
    {
      manifests: [
        entry('1', { os: 'windows', architecture: 'amd64', 'os.version': '10' }),
        entry('2', { os: 'linux', architecture: 'mips64le' }),
        { mediaType: mediaTypes.ociManifest, digest: sha('3'), size: 1 },
      ],
    },
    [],
  ],
  ['a plain manifest', { config: {}, layers: [] }, []],
])('%s', (_name, index, platforms) => expect(platformsOf(bytesOf(index))).toEqual(platforms));

test('throws for bytes that are no manifest', () => {
  expect(() => platformsOf(bytesOf('[]'))).toThrow(SyntaxError);
  expect(() => platformsOf(bytesOf('<html>'))).toThrow(SyntaxError);
});
