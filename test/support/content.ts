/** Images like BuildKit's, with an index, platforms and attestations: in memory, and as an OCI layout. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Digest, Repository } from '../../src/names/reference.ts';
import type { RegistryClient } from '../../src/registry/client.ts';
import type { ImageContent } from '../../src/registry/content.ts';
import { type Descriptor, digestOf, type Manifest, mediaTypes } from '../../src/registry/manifest.ts';
import { bytesOf } from './images.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface MadeContent extends ImageContent {
  /** All manifests, with the index. */
  readonly manifests: ReadonlyMap<Digest, Manifest>;
  readonly blobs: ReadonlyMap<Digest, Bytes>;
  /** Digests of the blobs that were read, in order. */
  readonly taken: Digest[];
}

/** The text of a layer, or the size of a large one in bytes. */
export type Layer = string | number;

const layerBytes = (layer: Layer): Bytes =>
  typeof layer === 'string' ? bytesOf(layer) : new Uint8Array(Buffer.alloc(layer, `layer of ${layer} `));

const attested = { 'vnd.docker.reference.type': 'attestation-manifest' };
const layerType = 'application/vnd.oci.image.layer.v1.tar+gzip';

/** Makes an image with these layers for each platform. One platform without attestations is a lone manifest. */
export function makeContent(
  platforms: Readonly<Record<string, readonly Layer[]>>,
  attestations = true,
): MadeContent {
  const manifests = new Map<Digest, Manifest>();
  const blobs = new Map<Digest, Bytes>();
  const taken: Digest[] = [];
  const keep = (bytes: Bytes, mediaType: string): Descriptor => {
    blobs.set(digestOf(bytes), bytes);
    return { mediaType, digest: digestOf(bytes), size: bytes.length };
  };
  const add = (content: { readonly mediaType: string; readonly [field: string]: unknown }): Descriptor => {
    const [bytes, { mediaType }] = [bytesOf({ schemaVersion: 2, ...content }), content];
    manifests.set(digestOf(bytes), { mediaType, digest: digestOf(bytes), bytes });
    return { mediaType, digest: digestOf(bytes), size: bytes.length };
  };
  const images = Object.entries(platforms).map(([architecture, layers]) => ({
    ...add({
      mediaType: mediaTypes.ociManifest,
      config: keep(bytesOf({ architecture, os: 'linux' }), 'application/vnd.oci.image.config.v1+json'),
      layers: layers.map((layer) => keep(layerBytes(layer), layerType)),
    }),
    platform: { architecture, os: 'linux' },
  }));
  const proofs = (attestations ? images : []).map((subject) => ({
    ...add({
      mediaType: mediaTypes.ociManifest,
      config: keep(bytesOf({}), 'application/vnd.oci.empty.v1+json'),
      layers: [keep(bytesOf({ subject: subject.digest }), 'application/vnd.in-toto+json')],
      subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
    }),
    annotations: { ...attested, 'vnd.docker.reference.digest': subject.digest },
    platform: { architecture: 'unknown', os: 'unknown' },
  }));
  const [lone, ...others] = [...images, ...proofs];
  const top =
    others.length === 0 ? lone! : add({ mediaType: mediaTypes.ociIndex, manifests: [lone, ...others] });
  return {
    index: manifests.get(top.digest)!,
    manifests,
    blobs,
    taken,
    manifest: (digest) => Promise.resolve(manifests.get(digest)!),
    blob: ({ digest }) => {
      taken.push(digest);
      return Promise.resolve({ kind: 'bytes', bytes: blobs.get(digest)! });
    },
  };
}

/** The files of the image's OCI layout, from name to content. */
export function layoutOf({ index, manifests, blobs }: MadeContent): Map<string, Bytes> {
  const { mediaType, digest, bytes } = index;
  const pathOf = (of: Digest) => `blobs/${of.replace(':', '/')}`;
  const list = { schemaVersion: 2, manifests: [{ mediaType, digest, size: bytes.length }] };
  return new Map([
    ...[...manifests.values()].map((manifest) => [pathOf(manifest.digest), manifest.bytes] as const),
    ...[...blobs].map(([of, content]) => [pathOf(of), content] as const),
    ['index.json', bytesOf(list)],
    ['oci-layout', bytesOf({ imageLayoutVersion: '1.0.0' })],
  ]);
}

export async function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [name, content] of files) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Packs files with the machine's `tar`. */
export async function writeTar(
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
  format = 'ustar',
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tar-'));
  await writeFolder(folder, files);
  const names = new Set([...files.keys()].map((name) => name.split('/')[0]!));
  await promisify(execFile)('tar', [`--format=${format}`, '-cf', path, '-C', folder, '--', ...names]);
  await rm(folder, { recursive: true });
}

/** The image's manifests and blobs that a repository has, and the repository's tags. */
export async function heldBy(client: RegistryClient, repository: Repository, image: MadeContent) {
  const digests = await Promise.all([
    ...[...image.manifests.keys()].map(async (of) => (await client.getManifest(repository, of)) && of),
    ...[...image.blobs.keys()].map(async (of) => (await client.getBlob(repository, of)) && of),
  ]);
  return { held: digests.filter((of) => of !== undefined), tags: await client.listTags(repository) };
}

/** All manifests and blobs of an image, without a tag. */
export const wholeOf = ({ manifests, blobs }: MadeContent) => ({
  held: [...manifests.keys(), ...blobs.keys()],
  tags: undefined,
});
