import { expect, test } from 'vitest';
import type { Digest, Tag } from '../../src/names/reference.ts';
import { type CatalogueReader, readCatalogue } from '../../src/observe/catalogue.ts';
import { annotationsOfRecord } from '../../src/plan/build-record.ts';
import type { BuildRecord } from '../../src/plan/fingerprint.ts';
import { digestOf, type Manifest, mediaTypes } from '../../src/registry/manifest.ts';
import { bytesOf, digest } from '../support/images.ts';

const repository = { registry: 'ghcr.io', name: 'example/uvicorn' };
const configType = 'application/vnd.oci.image.config.v1+json';
const base = 'docker.io/library/python:3.13-slim';

/** A registry in memory, which counts what it is asked for. */
function memory() {
  const tags = new Map<string, Digest>();
  const manifests = new Map<Digest, Manifest>();
  const blobs = new Map<Digest, Uint8Array<ArrayBuffer>>();
  const asked: string[] = [];
  const push = (content: unknown, mediaType: string, ...names: readonly string[]): Digest => {
    const bytes = bytesOf(content);
    manifests.set(digestOf(bytes), { mediaType, digest: digestOf(bytes), bytes });
    for (const name of names) tags.set(name, digestOf(bytes));
    return digestOf(bytes);
  };
  const config = (content: unknown) => {
    const bytes = bytesOf(content);
    blobs.set(digestOf(bytes), bytes);
    return { mediaType: configType, digest: digestOf(bytes), size: bytes.length };
  };
  const reader: CatalogueReader = {
    listTags: () => Promise.resolve([...tags.keys()] as Tag[]),
    headManifest: (_, tag) => {
      const found = manifests.get(tags.get(tag as string)!);
      return Promise.resolve(
        found && { mediaType: found.mediaType, digest: found.digest, size: found.bytes.length },
      );
    },
    getManifest: (_, of) => {
      asked.push(`manifest ${of}`);
      return Promise.resolve(manifests.get(of as Digest));
    },
    getBlob: (_, of) => {
      asked.push(`blob ${of}`);
      return Promise.resolve(blobs.get(of));
    },
  };
  return { tags, manifests, asked, push, config, reader };
}

const layers = (...sizes: readonly unknown[]) =>
  sizes.map((size, at) => ({
    mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
    digest: digestOf(bytesOf(`layer ${at}`)),
    size,
  }));
const of = (architecture: string, child: Digest, more: object = {}) => ({
  mediaType: mediaTypes.ociManifest,
  digest: child,
  size: 1,
  platform: { os: 'linux', architecture },
  ...more,
});

const record: BuildRecord = {
  fingerprint: {
    schema: 1,
    recipe: {},
    bases: { [base]: {} },
    requirements: ['h11==0.16.0', 'uvicorn==0.35.0'],
    installs: 'x',
    platforms: ['linux/amd64'],
  },
  facts: [
    {
      platform: 'linux/amd64',
      python: '3.13.9',
      libc: { kind: 'glibc', version: '2.41' },
      distribution: { id: 'debian', version: '13', codename: 'trixie' },
      installed: {},
    },
  ],
  indexes: {},
};
const said = {
  ...annotationsOfRecord(record),
  'org.opencontainers.image.title': 'uvicorn',
  'org.opencontainers.image.version': 'as the user likes',
  'io.github.python-image-builder.version': '0.35.0',
  'org.opencontainers.image.created': '2026-11-01T00:00:00Z',
};

test('an image of this tool, from its index and the manifests of its platforms alone', async () => {
  const { push, config, reader, asked } = memory();
  const amd64 = push({ config: config({ os: 'linux' }), layers: layers(10, 5) }, mediaTypes.ociManifest);
  const attestation = push({ config: config({}), layers: layers(1) }, mediaTypes.ociManifest);
  const lost = digest(`sha256:${'0'.repeat(64)}`);
  const index = push(
    {
      manifests: [
        of('amd64', amd64),
        of('arm64', lost),
        of('unknown', attestation, {
          annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
        }),
        { ...of('amd64', attestation), platform: { os: 'windows', architecture: 'amd64' } },
      ],
      annotations: said,
    },
    mediaTypes.ociIndex,
    'py3.13-slim-LATEST',
    'py3.13-slim-0.35.0',
  );
  expect(await readCatalogue(reader, repository)).toEqual({
    images: [
      {
        repository: 'ghcr.io/example/uvicorn',
        digest: index,
        tags: ['py3.13-slim-0.35.0', 'py3.13-slim-LATEST'],
        name: 'uvicorn',
        version: '0.35.0',
        python: '3.13.9',
        base,
        made: Date.UTC(2026, 10, 1),
        platforms: [
          { platform: 'linux/amd64', digest: amd64, size: 15 },
          { platform: 'linux/arm64', digest: lost },
        ],
        requirements: ['h11==0.16.0', 'uvicorn==0.35.0'],
      },
    ],
    others: [],
  });
  expect(asked).toEqual([`manifest ${index}`, `manifest ${amd64}`, `manifest ${lost}`]);
});

test('an image of another tool, by its configuration; a platform of two images is read once', async () => {
  const { push, config, reader, asked } = memory();
  const described = config({
    os: 'linux',
    architecture: 'arm64',
    created: '2025-01-02T00:00:00Z',
    config: {
      Env: ['PATH=/usr/bin', 'PYTHON_VERSION=3.12.1'],
      Labels: { 'org.opencontainers.image.version': '1.0', 'org.opencontainers.image.title': '' },
    },
  });
  const arm64 = push({ config: described, layers: layers(7) }, mediaTypes.ociManifest, 'alone');
  const index = push({ manifests: [of('arm64', arm64)] }, mediaTypes.ociIndex, 'whole');
  const common = {
    repository: 'ghcr.io/example/uvicorn',
    version: '1.0',
    python: '3.12.1',
    made: Date.UTC(2025, 0, 2),
    platforms: [{ platform: 'linux/arm64', digest: arm64, size: 7 }],
  };
  expect(await readCatalogue(reader, repository)).toEqual({
    images: [
      { ...common, digest: arm64, tags: ['alone'] },
      { ...common, digest: index, tags: ['whole'] },
    ],
    others: [],
  });
  expect(asked.filter((one) => one === `manifest ${arm64}`)).toHaveLength(1);
});

test('what is no image is left out, whatever it is', async () => {
  const { push, config, reader, tags, manifests } = memory();
  const image = { config: config({ os: 'linux', architecture: 'amd64' }), layers: [] };
  const whole = push(image, mediaTypes.ociManifest, 'image');
  push({ ...image, subject: { mediaType: 'x', digest: whole, size: 1 } }, mediaTypes.ociManifest, 'attached');
  push({ config: { ...image.config, mediaType: 'application/helm' } }, mediaTypes.ociManifest, 'chart');
  push({ manifests: [of('sparc', whole)] }, mediaTypes.ociIndex, 'sparc');
  push({ manifests: 'all' }, mediaTypes.ociIndex, 'odd');
  push({ manifests: [null, { digest: 5 }, { digest: whole, platform: 5 }] }, mediaTypes.ociIndex, 'odder');
  for (const [at, content] of [null, 5, '"text"', { config: 5, Env: 5 }].entries())
    push({ config: config(content), layers: [] }, mediaTypes.ociManifest, `config-${at}`);
  push(image, mediaTypes.ociManifest, 'wheels-foo-1', `sha256-${'a'.repeat(64)}.sig`);
  const broken = digestOf(bytesOf('{'));
  manifests.set(broken, { digest: broken, mediaType: mediaTypes.ociIndex, bytes: bytesOf('{') });
  tags.set('broken', broken).set('lost', digest(`sha256:${'0'.repeat(64)}`));
  const { images, others } = (await readCatalogue(reader, repository))!;
  expect(images.map((one) => one.tags)).toEqual([['image']]);
  expect(others).toEqual([...tags.keys()].filter((tag) => tag !== 'image').toSorted());
});

test('sizes that are none count as nothing', async () => {
  const { push, config, reader } = memory();
  const image = {
    config: config({ os: 'linux', architecture: 'amd64' }),
    layers: layers(3, '9', -4, 1e300, 4),
  };
  push(image, mediaTypes.ociManifest, 'image');
  const { images } = (await readCatalogue(reader, repository))!;
  expect(images[0]?.platforms.map(({ size }) => size)).toEqual([7]);
});

test('there is no such repository', async () => {
  const reader = { ...memory().reader, listTags: () => Promise.resolve(undefined) };
  expect(await readCatalogue(reader, repository)).toBe(undefined);
});
