import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RegistryClient } from '../../src/registry/client.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { throughMirrors } from '../../src/registry/mirrors.ts';
import { answer, type FaultyServer, refusal, routed, startFaulty } from '../support/faults.ts';
import { bytesOf, makeManifest, pushImage, tag } from '../support/images.ts';
import { type TestRegistry, freePort, startRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';

const python = { registry: 'docker.io', name: 'library/python' };
const image = makeManifest(['python']);
let mirror: TestRegistry;
let hub: FaultyServer;
beforeAll(async () => {
  mirror = await startRegistry();
  await pushImage(
    new RegistryClient(testWorld()),
    { ...python, registry: mirror.host },
    ['python'],
    tag('3.13'),
  );
  const headers = { 'content-type': image.mediaType, 'docker-content-digest': image.digest };
  hub = await startFaulty({
    'GET registry-1.docker.io/v2/': answer(200),
    'HEAD registry-1.docker.io/v2/library/python/manifests/3.12': answer(200, headers),
    'HEAD ghcr.io/v2/library/python/manifests/3.13': answer(200, headers),
    'GET broken.example/v2/': refusal(500, 'UNKNOWN'),
  });
}, 20_000);
afterAll(() => Promise.all([mirror.stop(), hub.stop()]));

/** Sends requests to loopback there, and all others to the server in Docker Hub's place. */
function world() {
  const plain = testWorld();
  const other = routed(plain, hub);
  return {
    ...plain,
    fetch: (url: string | URL, init?: RequestInit) =>
      (new URL(url).hostname === '127.0.0.1' ? plain : other).fetch(url, init),
  };
}
const descriptor = { mediaType: image.mediaType, digest: image.digest, size: image.bytes.length };

test('reads an image from the mirror without a request to Docker Hub', async () => {
  const before = hub.asked.length;
  const reader = throughMirrors(new RegistryClient(world()), [`http://${mirror.host}`]);
  expect(await reader.headManifest(python, tag('3.13'))).toEqual(descriptor);
  expect((await reader.getManifest(python, image.digest))?.bytes).toEqual(image.bytes);
  expect((await reader.listTags(python))?.toString()).toBe('3.13');
  expect(hub.asked.length).toBe(before);
});

test('saves a blob of the mirror to a file, and says false for a blob that is nowhere', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mirror-'));
  const reader = throughMirrors(new RegistryClient(world()), [`http://${mirror.host}`]);
  const layer = bytesOf('python');
  const saved = await reader.saveBlob(python, digestOf(layer), join(folder, 'layer'));
  const missing = await reader.saveBlob(python, digestOf(bytesOf('nothing')), join(folder, 'none'));
  expect([saved, missing, await readFile(join(folder, 'layer'), 'utf8')]).toEqual([true, false, 'python']);
  await rm(folder, { recursive: true });
});

test('reads from Docker Hub where the mirrors lack the image or do not answer', async () => {
  const dead = `http://127.0.0.1:${await freePort()}`;
  const mirrors = [dead, 'https://broken.example', `http://${mirror.host}`];
  const reader = throughMirrors(new RegistryClient(world()), mirrors);
  expect((await reader.headManifest(python, tag('3.12')))?.digest).toBe(image.digest);
  expect(await reader.headManifest(python, tag('3.11'))).toBeUndefined();
});

test('asks other registries directly', async () => {
  const reader = throughMirrors(new RegistryClient(world()), [`http://${mirror.host}`]);
  const before = mirror.requests().length;
  expect((await reader.headManifest({ ...python, registry: 'ghcr.io' }, tag('3.13')))?.digest).toBe(
    image.digest,
  );
  expect(mirror.requests().length).toBe(before);
});

test('warns of an invalid mirror and leaves it out', async () => {
  const plain = world();
  throughMirrors(new RegistryClient(plain), ['ftp://mirror']);
  expect(plain.lines).toEqual([
    'warn mirror "ftp://mirror" is not valid: it is "https://" or "http://", a host and a port.',
  ]);
});
