import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Platform } from '../../../src/names/platform.ts';
import type { Repository } from '../../../src/names/reference.ts';
import { pushContent } from '../../../src/publish/push.ts';
import { type RebaseRequest, rebaseContent } from '../../../src/publish/rebase/rebase.ts';
import { RegistryClient } from '../../../src/registry/client.ts';
import type { Step } from '../../../src/registry/image-config.ts';
import {
  type Descriptor,
  type Manifest,
  digestOf,
  mediaTypes,
  platformsOf,
  readContent,
} from '../../../src/registry/manifest.ts';
import { publishTag } from '../../../src/registry/publish-tag.ts';
import { bytesOf, digest, makeManifest } from '../../support/images.ts';
import { type TestRegistry, startRegistry } from '../../support/registry.ts';
import { testWorld } from '../../support/world.ts';

const platforms = ['linux/amd64', 'linux/arm/v7'] as const satisfies readonly Platform[];
const time = '1980-01-01T00:00:00Z';
const own = 'hello';
/** Too large to be held in memory. */
const large = (name: string): string => name.padEnd((1 << 20) + 1);

let registry: TestRegistry;
let another: TestRegistry;
let folder: string;
beforeAll(async () => {
  [registry, another] = await Promise.all([startRegistry(), startRegistry()]);
  folder = await mkdtemp(join(tmpdir(), 'rebase-'));
}, 20_000);
afterAll(() => Promise.all([registry.stop(), another.stop(), rm(folder, { recursive: true })]));

const client = new RegistryClient(testWorld());
const files = { temporary: () => Promise.resolve(folder), remove: (path: string) => rm(path) };
const at = ({ host }: TestRegistry, name: string): Repository => ({ registry: host, name });

const step = (created_by: string, created = '2026-01-01T00:00:00Z'): Step => ({ created, created_by });
function configOf(
  platform: Platform,
  layers: readonly string[],
  history: readonly Step[],
  more: object = {},
) {
  const [os, architecture, variant] = platform.split('/');
  const diff_ids = layers.map((layer) => digestOf(bytesOf(layer)));
  return {
    architecture,
    config: { Env: ['PATH=/usr/bin'], ...more },
    created: history.at(-1)?.created,
    history,
    os,
    rootfs: { type: 'layers', diff_ids },
    ...(variant === undefined ? {} : { variant }),
  };
}

const baseOf = (name: string) => (platform: Platform) => {
  const layers = [`${name} for ${platform}`, large(name)];
  return {
    layers,
    config: configOf(
      platform,
      layers,
      layers.map((_, at) => step(`RUN ${name} ${at}`)),
    ),
  };
};
const imageOn =
  (name: string, labels: object = {}, last = step('COPY /image / # buildkit', time)) =>
  (platform: Platform) => {
    const { layers, config } = baseOf(name)(platform);
    const all = [...layers, own];
    return { layers: all, config: configOf(platform, all, [...config.history, last], labels) };
  };

type Make = (platform: Platform) => { readonly layers: readonly string[]; readonly config: object };

/** Pushes an index of images; gives it. */
async function pushIndex(
  repository: Repository,
  make: Make,
  more: readonly object[] = [],
): Promise<Manifest> {
  const images = platforms.map((platform) => {
    const { layers, config } = make(platform);
    return { platform, ...makeManifest(layers, config) };
  });
  // Each is sent once: the registry may not know one for a moment that comes twice at the same time.
  const blobs = new Map(images.flatMap((image) => image.blobs.map((blob) => [digestOf(blob), blob])));
  await Promise.all(
    [...blobs.values()].map((blob) => client.uploadBlob(repository, { kind: 'bytes', bytes: blob })),
  );
  await Promise.all(
    images.map(({ bytes, mediaType, digest: under }) =>
      publishTag(client, repository, bytes, mediaType, under),
    ),
  );
  const manifests = images.map(({ platform, mediaType, digest: named, bytes }) => {
    const [os, architecture, variant] = platform.split('/');
    return { mediaType, digest: named, size: bytes.length, platform: { architecture, os, variant } };
  });
  const bytes = bytesOf(
    JSON.stringify(
      {
        schemaVersion: 2,
        mediaType: mediaTypes.ociIndex,
        manifests: [...manifests, ...more],
        annotations: { title: 'app' },
      },
      null,
      2,
    ),
  );
  const digest = digestOf(bytes);
  if (more.length === 0) await publishTag(client, repository, bytes, mediaTypes.ociIndex, digest);
  return { mediaType: mediaTypes.ociIndex, digest, bytes };
}

interface Pushed {
  readonly request: RebaseRequest;
  readonly repository: Repository;
  readonly python: Repository;
}

/** An image on the old base, and the new base, which may be in another registry. */
async function prepare(name: string, python = at(registry, `${name}/python`)): Promise<Pushed> {
  const repository = at(registry, `${name}/app`);
  const [old, base, index] = await Promise.all([
    pushIndex(python, baseOf('3.13.1')),
    pushIndex(python, baseOf('3.13.2')),
    pushIndex(repository, imageOn('3.13.1', { Labels: { version: '1' } })),
  ]);
  const digests = Object.fromEntries(platformsOf(old.bytes).map((one) => [one.platform, one.digest]));
  return {
    repository,
    python,
    request: {
      repository,
      index,
      platforms,
      base: { repository: python, platforms: platformsOf(base.bytes) },
      oldBase: { repository: python, digests },
      wanted: (platform) => ({ labels: { version: '1', platform }, annotations: {}, created: 315_532_800 }),
      annotations: { title: 'app', base: '<3.13.2>' },
    },
  };
}

/** Everything of an index, as the registry has it. */
async function pulled(repository: Repository, digest: Manifest['digest']) {
  const index = await client.getManifest(repository, digest);
  const content = readContent(index!.bytes);
  const images = await Promise.all(
    content.manifests!.map(async (descriptor) => {
      const { config, layers } = readContent(
        (await client.getManifest(repository, descriptor.digest))!.bytes,
      );
      const read = async ({ digest: blob }: Descriptor) =>
        Buffer.from((await client.getBlob(repository, blob))!).toString();
      return {
        platform: descriptor.platform,
        config: JSON.parse(await read(config!)) as object,
        layers: await Promise.all(layers!.map(read)),
      };
    }),
  );
  return { annotations: content.annotations, images };
}

const expected = {
  annotations: { base: '<3.13.2>', title: 'app' },
  images: platforms.map((platform) => {
    const [os, architecture, variant] = platform.split('/');
    const labels = { Labels: { platform, version: '1' } };
    return { platform: { architecture, os, variant }, ...imageOn('3.13.2', labels)(platform) };
  }),
};

test('gives the image that a build on the new base would give, and uploads nothing large', async () => {
  const { repository, python, request } = await prepare('same');
  const before = registry.requests().length;
  const content = await rebaseContent(client, request, files);
  if (!content.ok) throw new Error(content.message);
  const reads = registry.requests().slice(before);
  expect(reads.length, 'a manifest and a configuration of the image and of both bases, each platform').toBe(
    12,
  );
  expect(reads.filter((request) => !request.startsWith('GET '))).toEqual([]);

  const pushed = await pushContent(client, repository, content.value, { mountFrom: [python] });
  expect(pushed).toMatchObject({
    there: { blobs: 1, bytes: own.length },
    mounted: { blobs: 3 },
    uploaded: { blobs: 2 },
  });
  expect(await pulled(repository, pushed.digest)).toEqual(expected);
  expect(await readdir(folder), 'no layer was read').toEqual([]);

  const again = await rebaseContent(client, request, files);
  expect(again.ok && again.value.index).toEqual(content.value.index);
});

test('copies a base from another registry, large layers through a file', async () => {
  const { repository, python, request } = await prepare('copied', at(another, 'library/python'));
  const content = await rebaseContent(client, request, files);
  if (!content.ok) throw new Error(content.message);
  const pushed = await pushContent(client, repository, content.value, { mountFrom: [python] });
  expect(pushed).toMatchObject({ there: { blobs: 1 }, mounted: { blobs: 0 }, uploaded: { blobs: 5 } });
  expect(await pulled(repository, pushed.digest)).toEqual(expected);
});

test('publishes into a repository that has nothing of the image', async () => {
  const { request } = await prepare('moved');
  const content = await rebaseContent(client, request, files);
  if (!content.ok) throw new Error(content.message);
  const elsewhere = at(another, 'moved/app');
  const pushed = await pushContent(client, elsewhere, content.value);
  expect(pushed).toMatchObject({ there: { blobs: 0 }, mounted: { blobs: 0 }, uploaded: { blobs: 6 } });
  expect(await pulled(elsewhere, pushed.digest)).toEqual(expected);
  expect(await readdir(folder), 'files are gone once they are sent').toEqual([]);
});

test('leaves a lone manifest without an index, and annotates it itself', async () => {
  const { repository, request } = await prepare('lone');
  const [image] = platformsOf(request.index.bytes);
  const index = (await client.getManifest(repository, image!.digest))!;
  const annotations = { base: '3.13.2' };
  const content = await rebaseContent(
    client,
    {
      ...request,
      index,
      platforms: ['linux/amd64'],
      wanted: (platform) => ({ ...request.wanted(platform), annotations }),
    },
    files,
  );
  if (!content.ok) throw new Error(content.message);
  const manifest = readContent(content.value.index.bytes);
  expect(content.value.index.mediaType).toBe(mediaTypes.ociManifest);
  expect(manifest.annotations).toEqual(annotations);
  expect(manifest.layers?.map(({ digest }) => digest)).toEqual(
    [...baseOf('3.13.2')('linux/amd64').layers, own].map((layer) => digestOf(bytesOf(layer))),
  );
});

const attestation = {
  mediaType: mediaTypes.ociManifest,
  digest: `sha256:${'1'.repeat(64)}`,
  size: 100,
  platform: { os: 'unknown', architecture: 'unknown' },
  annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
};
test('writes provenance for each image that says what it was put together from', async () => {
  const { request, repository, python } = await prepare('attested');
  const images = platformsOf(request.index.bytes);
  const type = 'https://slsa.dev/provenance/v0.2';
  const attestations = await Promise.all(
    images.map(async ({ digest: of }) => {
      const statement = { predicateType: type, subject: [{ name: 'app', digest: { sha256: of } }] };
      const made = makeManifest([JSON.stringify(statement)], { rootfs: { type: 'layers' } });
      const manifest = readContent(made.bytes);
      const [layer] = manifest.layers ?? [];
      const bytes = bytesOf({
        ...manifest,
        layers: [{ ...layer, annotations: { 'in-toto.io/predicate-type': type } }],
      });
      for (const blob of made.blobs) await client.uploadBlob(repository, { kind: 'bytes', bytes: blob });
      await publishTag(client, repository, bytes, made.mediaType, digestOf(bytes));
      const annotations = { ...attestation.annotations, 'vnd.docker.reference.digest': of };
      return { ...attestation, digest: digestOf(bytes), size: bytes.length, annotations };
    }),
  );
  const index = await pushIndex(repository, imageOn('3.13.1', { Labels: { version: '1' } }), attestations);
  const content = await rebaseContent(client, { ...request, index }, files);
  if (!content.ok) throw new Error(content.message);
  await pushContent(client, repository, content.value, { mountFrom: [python] });

  const rebased = readContent((await client.getManifest(repository, content.value.index.digest))!.bytes);
  const now = platformsOf(content.value.index.bytes);
  const statements = (rebased.manifests ?? []).slice(images.length);
  expect(statements.map((one) => one.annotations)).toEqual(
    now.map((one) => ({ ...attestation.annotations, 'vnd.docker.reference.digest': one.digest })),
  );
  for (const [place, { digest: named }] of statements.entries()) {
    const { layers = [] } = readContent((await client.getManifest(repository, named))!.bytes);
    const bytes = await client.getBlob(repository, layers[0]!.digest);
    const under = request.base.platforms.find((one) => one.platform === now[place]!.platform)!;
    const hexes = (read: { readonly digest: { readonly sha256: string } }) => read.digest.sha256;
    const statement = JSON.parse(Buffer.from(bytes!).toString()) as {
      subject: { digest: { sha256: string } }[];
      predicate: { materials: { digest: { sha256: string } }[] };
    };
    expect(statement.subject.map(hexes)).toEqual([now[place]!.digest.slice(7)]);
    expect(statement.predicate.materials.map(hexes)).toEqual([
      under.digest.slice(7),
      images[place]!.digest.slice(7),
    ]);
  }
});

const refusals: readonly (readonly [
  string,
  (pushed: Pushed) => RebaseRequest | Promise<RebaseRequest>,
  string,
])[] = [
  [
    'more platforms',
    ({ request }) => ({ ...request, platforms: [...platforms, 'linux/arm64'] }),
    'the image is for linux/amd64, linux/arm/v7, and linux/amd64, linux/arm/v7, linux/arm64 is wanted.',
  ],
  [
    'fewer platforms',
    ({ request }) => ({ ...request, platforms: ['linux/amd64'] }),
    'the image is for linux/amd64, linux/arm/v7, and linux/amd64 is wanted.',
  ],
  [
    'another platform',
    ({ request }) => ({ ...request, platforms: ['linux/amd64', 'linux/arm64'] }),
    'the image is for linux/amd64, linux/arm/v7, and linux/amd64, linux/arm64 is wanted.',
  ],
  [
    'a lone manifest where several platforms are wanted',
    ({ request }) => ({ ...request, index: { ...request.index, mediaType: mediaTypes.ociManifest } }),
    'the image is one for a single platform, and linux/amd64, linux/arm/v7 are wanted.',
  ],
  [
    'a manifest that is neither for a platform nor of one',
    async ({ request, repository }) => ({
      ...request,
      index: await pushIndex(repository, imageOn('3.13.1'), [attestation]),
    }),
    'the image comes with manifests that are neither for a platform nor of its build.',
  ],
  [
    'an attestation that is not there',
    async ({ request, repository }) => {
      const [first] = platformsOf(request.index.bytes);
      const annotations = { ...attestation.annotations, 'vnd.docker.reference.digest': first!.digest };
      return {
        ...request,
        index: await pushIndex(repository, imageOn('3.13.1', { Labels: { version: '1' } }), [
          { ...attestation, annotations },
        ]),
      };
    },
    `linux/amd64: 127.0.0.1/refused/app does not hold the attestation ${attestation.digest} of the image.`,
  ],
  [
    'a new base without one of the platforms',
    ({ request }) => ({
      ...request,
      base: { ...request.base, platforms: request.base.platforms.slice(0, 1) },
    }),
    'linux/arm/v7: 127.0.0.1/refused/python does not hold the image of this platform.',
  ],
  [
    'a reason of one platform',
    async ({ request, repository }) => ({
      ...request,
      index: await pushIndex(repository, imageOn('3.13.1', {}, step('RUN make', time))),
    }),
    'linux/amd64: a layer of the image\'s own was made by "RUN make": only one that was copied does not depend on the base.',
  ],
  [
    'an old base that is gone, where the history does not tell where it ended',
    async ({ request, repository }) => ({
      ...request,
      oldBase: { ...request.oldBase!, digests: { 'linux/amd64': digest(attestation.digest) } },
      index: await pushIndex(repository, imageOn('3.13.1', {}, step('COPY /image /'))),
    }),
    'linux/amd64: the old base is not there any more, and the history of the image does not tell where it ended.',
  ],
];
let refusable: Promise<Pushed> | undefined;
test.each(refusals)('refused: %s', async (_name, change, message) => {
  const content = await rebaseContent(client, await change(await (refusable ??= prepare('refused'))), files);
  expect(content.ok ? '' : content.message.replace(/127\.0\.0\.1:\d+/, '127.0.0.1')).toBe(message);
});
