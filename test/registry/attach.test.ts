import { afterAll, beforeAll, expect, test } from 'vitest';
import { sameAs, saySame } from '../../src/decide/same.ts';
import type { Repository } from '../../src/names/reference.ts';
import { attach } from '../../src/registry/attach.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { readContent } from '../../src/registry/manifest.ts';
import type { Fingerprint } from '../../src/sources/fingerprint.ts';
import { annotationsOfMade } from '../../src/sources/made.ts';
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

test('what is attached is found again, beside what was attached before, and no tag of the image moves', async () => {
  const repository = at('attach/app');
  const image = await pushImage(client, repository, ['one'], tag('v1'));
  const attached = [];
  for (const note of ['first', 'second']) {
    attached.push(await attach(client, repository, { subject: image, artifactType, annotations: { note } }));
  }
  await attach(client, repository, { subject: image, artifactType: 'another', annotations: {} });
  // The same again changes nothing.
  await attach(client, repository, { subject: image, artifactType, annotations: { note: 'first' } });

  const found = await client.referrers(repository, image.digest, artifactType);
  expect(found.map(({ digest, annotations }) => [digest, annotations])).toEqual([
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

const fingerprint: Fingerprint = {
  schema: 1,
  recipe: { checks: 'new' },
  bases: {},
  requirements: ['h11==0.16.0'],
  installs: 'x',
  platforms: ['linux/amd64'],
};

test('an image is known to be the outcome of other inputs once that was said', async () => {
  const repository = at('same/app');
  const image = await pushImage(client, repository, ['one'], tag('v1'));
  const made = { fingerprint, facts: [], indexes: {} };
  expect(await sameAs(client, repository, image.digest, fingerprint)).toBeUndefined();
  await saySame(client, repository, image, annotationsOfMade(made));
  expect(await sameAs(client, repository, image.digest, fingerprint)).toEqual(made);
  expect(await sameAs(client, repository, image.digest, { ...fingerprint, recipe: {} })).toBeUndefined();
});
