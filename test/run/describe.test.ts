/** SBOMs of an image, and of the same image on another base, of which only the new base is read. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownLayersIn } from '../../src/attest/own-layers.ts';
import type { Repository } from '../../src/names/reference.ts';
import type { ObservedBase } from '../../src/observe/observe.ts';
import type { Recipe } from '../../src/plan/recipe.ts';
import { pushContent } from '../../src/publish/push.ts';
import type { ImageRun } from '../../src/recipe/image-run.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import type { ImageContent } from '../../src/registry/content.ts';
import { digestOf, type Manifest, mediaTypes, readContent } from '../../src/registry/manifest.ts';
import { described } from '../../src/run/describe.ts';
import { base as baseFiles, origins, own as ownFiles } from '../attest/image.ts';
import { tarOf } from '../attest/layers.ts';
import { bytesOf } from '../support/images.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry();
}, 20_000);
afterAll(() => registry.stop());

const world = testWorld();
const client = new RegistryClient(world);
const platform = 'linux/amd64';

/** An image of one platform with these layers, and the bytes of all. */
function imageOf(layers: readonly Uint8Array<ArrayBuffer>[]): ImageContent & { readonly index: Manifest } {
  const config = bytesOf({ architecture: 'amd64', os: 'linux', created: '2026-01-02T03:04:05.678Z' });
  const blobs = new Map([config, ...layers].map((bytes) => [digestOf(bytes), bytes]));
  const described = (bytes: Uint8Array, mediaType: string) => ({
    mediaType,
    digest: digestOf(bytes),
    size: bytes.length,
  });
  const bytes = bytesOf({
    schemaVersion: 2,
    mediaType: mediaTypes.ociManifest,
    config: described(config, 'application/vnd.oci.image.config.v1+json'),
    layers: layers.map((one) => described(one, 'application/vnd.oci.image.layer.v1.tar+gzip')),
  });
  const index = { mediaType: mediaTypes.ociManifest, digest: digestOf(bytes), bytes };
  return {
    index,
    manifest: async () => index,
    blob: async ({ digest }) => ({ kind: 'bytes', bytes: blobs.get(digest)! }),
  };
}

const packed = (files: Readonly<Record<string, string | Buffer>>) => new Uint8Array(gzipSync(tarOf(files)));
const own = packed(ownFiles);

const kept = new Map<string, string>();
const run = {
  policy: { sbom: 'both' },
  session: {
    journal: { add: () => {} },
    world: {
      ...world,
      files: {
        read: async (path: string) => kept.get(path),
        replace: async (path: string, content: Uint8Array) =>
          void kept.set(path, Buffer.from(content).toString()),
      },
    },
    cache: { folder: '/cache', refused: () => {} },
    registries: async () => ({ client, reader: client }),
  },
} as unknown as ImageRun;

const recipe = {
  do: 'rebase',
  image: { subject: { kind: 'package', name: 'sample-app' } },
  platforms: [platform],
  annotations: { 'index:title': 'app' },
} as unknown as Recipe;

/** A base in the registry, and as it is observed. */
async function baseWith(name: string, files: Readonly<Record<string, string | Buffer>>) {
  const repository: Repository = { registry: registry.host, name };
  const layer = packed(files);
  const content = imageOf([layer]);
  await pushContent(client, repository, content);
  const { digest } = content.index;
  const observed: ObservedBase = {
    reference: `${registry.host}/${name}:1`,
    repository,
    digest,
    platforms: [{ platform, digest }],
  };
  return { layer, observed };
}

interface Spdx {
  readonly packages: readonly { readonly name: string; readonly versionInfo?: string }[];
}

const spdxOf = (content: ImageContent): Spdx =>
  JSON.parse(
    Buffer.from(
      content.attached!.find(({ artifactType }) => artifactType === 'application/spdx+json')!.content!,
    ).toString(),
  ) as Spdx;
const namesOf = ({ packages }: Spdx): string[] =>
  packages.map(({ name, versionInfo = '' }) => `${name} ${versionInfo}`);

test('an image that moves says what its own layers hold, and only the new base is read', async () => {
  const repository: Repository = { registry: registry.host, name: 'described/app' };
  const old = await baseWith('described/old', baseFiles);
  const image = await described(run, {
    recipe,
    content: imageOf([old.layer, own]),
    base: old.observed,
    origins: new Map([[platform, origins]]),
  });
  await pushContent(client, repository, image);
  expect(kept.size).toBe(1);
  expect(namesOf(spdxOf(image))).toEqual(
    expect.arrayContaining(['libc6 2.41-12', 'python 3.13.9', 'sample-app 1.0', 'fast 2.1', 'memchr 2.7.4']),
  );

  const said = await ownLayersIn(client, repository, image.index);
  if (!said.ok) throw new Error(said.message);
  const { layers, origins: from } = said.value.get(platform)!;
  expect(layers.map(({ digest }) => digest)).toEqual([digestOf(own)]);
  const status = baseFiles['var/lib/dpkg/status'].replace('2.41-12', '2.41-13');
  const next = await baseWith('described/new', { ...baseFiles, 'var/lib/dpkg/status': status });
  const moved = imageOf([next.layer, own]);
  const unread: ImageContent = {
    ...moved,
    blob: async (descriptor) => {
      if (descriptor.digest === digestOf(own)) throw new Error('the own layer is not read');
      return moved.blob(descriptor);
    },
  };
  const rebased = await described(run, {
    recipe,
    content: unread,
    base: next.observed,
    origins: new Map([[platform, from]]),
    known: layers,
  });
  const whole = await described(run, {
    recipe,
    content: moved,
    base: next.observed,
    origins: new Map([[platform, origins]]),
  });
  expect(namesOf(spdxOf(rebased))).toContain('libc6 2.41-13');
  expect(namesOf(spdxOf(rebased))).not.toContain('libc6 2.41-12');
  // A build on that base says the same, byte for byte.
  expect(rebased.index.digest).toBe(whole.index.digest);
  expect(readContent(rebased.index.bytes).annotations).toEqual({ title: 'app' });
});

test('an image that says nothing of its own layers is not put onto another base', async () => {
  const { observed } = await baseWith('described/silent', baseFiles);
  const index = (await client.getManifest(observed.repository, observed.digest))!;
  expect(await ownLayersIn(client, observed.repository, index)).toEqual({
    ok: false,
    message: 'it does not say what is in its own layers, so that its SBOM cannot be written without a build.',
  });
});
