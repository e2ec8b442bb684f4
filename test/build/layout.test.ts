import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLayout } from '../../src/build/layout.ts';
import { Failure } from '../../src/errors.ts';
import type { Digest } from '../../src/names/reference.ts';
import { type ImageContent, manifestsOf } from '../../src/registry/content.ts';
import { readPart } from '../../src/registry/file-part.ts';
import { type Descriptor, digestOf, mediaTypes, readContent } from '../../src/registry/manifest.ts';
import { layoutOf, type MadeContent, makeContent, writeFolder, writeTar } from '../support/content.ts';
import { bytesOf } from '../support/images.ts';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  path = join(folder, 'image.tar');
});
afterAll(() => rm(folder, { recursive: true }));

const large = 1_500_000;
const image = makeContent({ amd64: ['base', large], arm64: ['base for arm', large] });
const lone = makeContent({ amd64: ['base'] }, false);

/** All that an archive gives: manifests, and the digests of blobs as they are named and as they are. */
async function all(content: ImageContent) {
  const nodes = await manifestsOf(content);
  const blobs = new Map<Digest, Digest>();
  for (const descriptor of nodes.flatMap((node) => node.blobs)) {
    const source = await content.blob(descriptor);
    const bytes = source.kind === 'bytes' ? source.bytes : await readPart(source.part);
    blobs.set(descriptor.digest, digestOf(bytes));
  }
  const manifests = new Map(nodes.map(({ manifest }) => [manifest.digest, manifest]));
  return { index: content.index, manifests, blobs };
}

test.each([
  ['an index of two platforms with attestations', image],
  ['a lone manifest', lone],
])('%s is given as it is', async (_name, made) => {
  const { index, manifests } = made;
  const blobs = new Map([...made.blobs.keys()].map((digest) => [digest, digest]));
  await writeTar(path, layoutOf(made));
  expect(await all(await openLayout(path))).toEqual({ index, manifests, blobs });
  const unpacked = await mkdtemp(join(folder, 'unpacked-'));
  await writeFolder(unpacked, layoutOf(made));
  expect(await all(await openLayout(unpacked))).toEqual({ index, manifests, blobs });
});

test('a folder that lacks a layer is a failure with words', async () => {
  const files = layoutOf(image);
  const [, , layer] = (await manifestsOf(image))[0]!.blobs;
  files.delete(named(layer!.digest));
  const unpacked = await mkdtemp(join(folder, 'unpacked-'));
  await writeFolder(unpacked, files);
  expect(await failure(async () => all(await openLayout(unpacked)))).toEqual(
    broken(`does not hold ${layer!.digest}, which its image needs`, unpacked),
  );
});

test('large blobs are parts of the file, small ones bytes', async () => {
  await writeTar(path, layoutOf(image));
  const content = await openLayout(path);
  const [{ blobs } = { blobs: [] }] = await manifestsOf(content);
  const sources = await Promise.all(blobs.map((descriptor) => content.blob(descriptor)));
  expect(sources.map((source) => (source.kind === 'file' ? source.part.size : source.bytes.length))).toEqual(
    blobs.map(({ size }) => size),
  );
  expect(sources.map(({ kind }) => kind)).toEqual(['bytes', 'bytes', 'file']);
});

test('an image with two names is one image', async () => {
  const [{ mediaType, digest, bytes }, files] = [image.index, layoutOf(image)];
  const entry = { mediaType, digest, size: bytes.length };
  const manifests = ['1', '2'].map((name) => ({ ...entry, annotations: { name } }));
  await writeTar(path, files.set('index.json', bytesOf({ schemaVersion: 2, manifests })));
  expect((await openLayout(path)).index).toEqual(image.index);
});

/** The same image, its index or its lone manifest written without a media type. */
function untyped({ index, ...made }: MadeContent): Map<string, Uint8Array<ArrayBuffer>> {
  const bytes = bytesOf({ ...readContent(index.bytes), mediaType: undefined });
  const digest = digestOf(bytes);
  const files = layoutOf({ ...made, index: { ...index, digest, bytes } });
  return files.set(`blobs/${digest.replace(':', '/')}`, bytes);
}
test.each([
  ['an index', image, mediaTypes.ociIndex],
  ['a manifest', lone, mediaTypes.ociManifest],
])('%s without a media type is known by what it names', async (_name, made, mediaType) => {
  await writeTar(path, untyped(made));
  expect((await openLayout(path)).index.mediaType).toBe(mediaType);
});

const named = (digest: Digest) => `blobs/${digest.replace(':', '/')}`;
const first = readContent(image.index.bytes).manifests![0]!;
const ofFirst = readContent(image.manifests.get(first.digest)!.bytes);
const [config, layer] = [ofFirst.config!, ofFirst.layers!.find(({ size }) => size === large)!];
const list = (manifests: readonly Partial<Descriptor>[]) => bytesOf({ schemaVersion: 2, manifests });

test.each<[string, Record<string, Uint8Array<ArrayBuffer> | undefined>, string]>([
  ['no index.json', { 'index.json': undefined }, 'has no index.json: it is not an OCI image layout'],
  [
    'an index.json that is cut',
    { 'index.json': bytesOf('{"mani') },
    'holds index.json, which is not a JSON object',
  ],
  ['no image', { 'index.json': list([]) }, 'holds 0 images where one is due'],
  ['an index.json of nothing', { 'index.json': bytesOf({}) }, 'holds 0 images where one is due'],
  ['two images', { 'index.json': list([first, image.index]) }, 'holds 2 images where one is due'],
  [
    'no index',
    { [named(image.index.digest)]: undefined },
    `does not hold ${image.index.digest}, which its image needs`,
  ],
  [
    'no manifest',
    { [named(first.digest)]: undefined },
    `does not hold ${first.digest}, which its image needs`,
  ],
  [
    'another manifest',
    { [named(first.digest)]: bytesOf('{}') },
    `holds something else under the name of ${first.digest}`,
  ],
  [
    'no configuration',
    { [named(config.digest)]: undefined },
    `does not hold ${config.digest}, which its image needs`,
  ],
  [
    'another configuration of the same size',
    { [named(config.digest)]: bytesOf('x'.repeat(config.size)) },
    `holds something else under the name of ${config.digest}`,
  ],
  ['no layer', { [named(layer.digest)]: undefined }, `does not hold ${layer.digest}, which its image needs`],
  [
    'a layer that is cut',
    { [named(layer.digest)]: bytesOf('short') },
    `holds 5 bytes of ${layer.digest}, which has ${large}`,
  ],
])('%s is a failure with words', async (_name, changes, what) => {
  const files = layoutOf(image);
  for (const [name, bytes] of Object.entries(changes))
    if (bytes === undefined) files.delete(name);
    else files.set(name, bytes);
  await writeTar(path, files);
  expect(await failure(async () => all(await openLayout(path)))).toEqual(broken(what));
});

const broken = (what: string, where = path) => [
  {
    station: 'build',
    about: 'image',
    message: `The image in ${where}, which the builder wrote, ${what}. Mostly a disk was full or a build was cut off: make room, and build again.`,
  },
];
const failure = (work: () => Promise<unknown>) =>
  work().then(
    () => 'none',
    (error: unknown) => (error instanceof Failure ? error.problems : error),
  );

test.each<[string, () => Promise<unknown>, string]>([
  [
    'that is cut off in a file',
    async () => truncate(path, (await readFile(path)).length >> 1),
    'in the middle of',
  ],
  [
    'that is cut off at its end',
    async () => truncate(path, 1024),
    'ends after 1024 bytes without the mark of a tar',
  ],
  [
    'that is something else',
    () => writeFile(path, Buffer.alloc(4096, 'x')),
    'has no header of a tar at byte 0',
  ],
  ['that is not there', () => rm(path), 'cannot be read (ENOENT)'],
])('an archive %s', async (_name, change, words) => {
  await writeTar(path, layoutOf(image));
  await change();
  const problems = await failure(() => openLayout(path));
  expect(problems).toMatchObject([{ station: 'build', message: expect.stringContaining(words) }]);
});

test('an archive that is gone before its layers are read', async () => {
  await writeTar(path, layoutOf(image));
  const content = await openLayout(path);
  await rm(path);
  expect(await failure(() => content.blob(config))).toEqual(broken('cannot be read (ENOENT)'));
});
