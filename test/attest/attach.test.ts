/** What is said of an image goes into its index and beside its manifests, in the order that registries want. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withDocuments, type PlatformDocuments } from '../../src/attest/attach.ts';
import type { Repository } from '../../src/names/reference.ts';
import { pushContent } from '../../src/publish/push.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import type { ImageContent } from '../../src/registry/content.ts';
import { digestOf, platformsOf, readContent } from '../../src/registry/manifest.ts';
import { bytesOf, makeManifest } from '../support/images.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry();
}, 20_000);
afterAll(() => registry.stop());

const client = new RegistryClient(testWorld());
const image = makeManifest(['layer']);
const blobs = new Map(image.blobs.map((bytes) => [digestOf(bytes), bytes]));

/** One platform, of which BuildKit makes no index. */
const lone: ImageContent = {
  index: image,
  manifest: async () => image,
  blob: async ({ digest }) => ({ kind: 'bytes', bytes: blobs.get(digest)! }),
};

const said: PlatformDocuments = {
  platform: 'linux/amd64',
  image: image.digest,
  subject: 'pkg:oci/app',
  statements: [{ predicateType: 'https://spdx.dev/Document', predicate: { name: 'app' } }],
  referrers: [
    { artifactType: 'application/spdx+json', content: bytesOf('{"spdx":1}') },
    { artifactType: 'application/vnd.cyclonedx+json', content: bytesOf('{"cyclonedx":1}') },
  ],
};

test('an image without an index gets one, with its annotations and an attestation of its manifest', async () => {
  const content = await withDocuments(lone, [said], { title: 'app' });
  expect(platformsOf(content.index.bytes).map(({ platform, digest }) => [platform, digest])).toEqual([
    ['linux/amd64', image.digest],
  ]);
  const { annotations, manifests = [] } = readContent(content.index.bytes);
  expect(annotations).toEqual({ title: 'app' });
  expect(manifests[1]).toMatchObject({
    platform: { architecture: 'unknown', os: 'unknown' },
    annotations: {
      'vnd.docker.reference.digest': image.digest,
      'vnd.docker.reference.type': 'attestation-manifest',
    },
  });
  const { layers = [] } = readContent((await content.manifest(manifests[1]!.digest)).bytes);
  const statement = await content.blob(layers[0]!);
  expect(statement.kind === 'bytes' && JSON.parse(Buffer.from(statement.bytes).toString())).toEqual({
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: 'https://spdx.dev/Document',
    subject: [{ name: 'pkg:oci/app', digest: { sha256: image.digest.replace('sha256:', '') } }],
    predicate: { name: 'app' },
  });
});

test('more statements are added to those that are there', async () => {
  const once = await withDocuments(lone, [said], {});
  const provenance = { predicateType: 'https://slsa.dev/provenance/v1', predicate: {} };
  const twice = await withDocuments(once, [{ ...said, statements: [provenance] }], {});
  const { manifests = [] } = readContent(twice.index.bytes);
  expect(manifests).toHaveLength(2);
  const { layers = [] } = readContent((await twice.manifest(manifests[1]!.digest)).bytes);
  expect(layers.map(({ annotations }) => annotations?.['in-toto.io/predicate-type'])).toEqual([
    'https://spdx.dev/Document',
    'https://slsa.dev/provenance/v1',
  ]);
});

test('what refers to a manifest is written after it and its index, once, and no tag of the image moves', async () => {
  const repository: Repository = { registry: registry.host, name: 'attest/app' };
  const content = await withDocuments(lone, [said], {});
  await pushContent(client, repository, content);
  const found = await client.referrers(repository, image.digest);
  expect(found.map(({ artifactType }) => artifactType)).toEqual(
    said.referrers.map((one) => one.artifactType),
  );
  const puts = () => registry.requests().filter((one) => /^PUT \S+\/manifests\//.test(one));
  const order = [image.digest, content.index.digest, ...found.map(({ digest }) => digest)].map((digest) =>
    puts().findIndex((one) => one.includes(digest)),
  );
  expect(order.every((at) => at >= 0)).toBe(true);
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(await client.listTags(repository)).toEqual([image.digest.replace(':', '-')]);
  const count = puts().length;
  await pushContent(client, repository, content);
  expect(puts()).toHaveLength(count);
});
