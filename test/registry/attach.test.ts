import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Repository } from '../../src/names/reference.ts';
import { attach } from '../../src/registry/attach.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { readContent } from '../../src/registry/manifest.ts';
import { pushImage, tag } from '../support/images.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry();
}, 20_000);
afterAll(() => registry.stop());

const client = new RegistryClient(testWorld());
const at = (name: string): Repository => ({ registry: registry.host, name });
const artifactType = 'application/vnd.example.note';

test('adds an attachment to the referrers, keeps the earlier ones, and moves no tag of the image', async () => {
  const repository = at('attach/app');
  const image = await pushImage(client, repository, ['one'], tag('v1'));
  const attached = [];
  for (const note of ['first', 'second']) {
    attached.push(await attach(client, repository, { subject: image, artifactType, annotations: { note } }));
  }
  await attach(client, repository, { subject: image, artifactType: 'another', annotations: {} });
  await attach(client, repository, { subject: image, artifactType, annotations: { note: 'first' } });

  const referrers = await client.referrers(repository, image.digest, artifactType);
  expect(referrers.map(({ digest, annotations }) => [digest, annotations])).toEqual([
    [attached[0], { note: 'first' }],
    [attached[1], { note: 'second' }],
  ]);
  const manifest = readContent((await client.getManifest(repository, attached[0]!))!.bytes);
  expect(manifest).toMatchObject({
    artifactType,
    subject: { mediaType: image.mediaType, digest: image.digest, size: image.bytes.length },
    annotations: { note: 'first' },
  });
  expect((await client.headManifest(repository, tag('v1')))?.digest).toBe(image.digest);
  expect((await client.listTags(repository))?.toSorted()).toEqual([image.digest.replace(':', '-'), 'v1']);
});
