/** Small images for registries in tests. */
import { parseDigest, parseTag, type Digest, type Repository, type Tag } from '../../src/names/reference.ts';
import type { RegistryClient } from '../../src/registry/client.ts';
import { type Descriptor, digestOf, mediaTypes } from '../../src/registry/manifest.ts';
import { publishTag } from '../../src/registry/publish-tag.ts';

export const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));

export const tag = (text: string): Tag => {
  const result = parseTag(text);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

export const digest = (text: string): Digest => {
  const result = parseDigest(text);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

const descriptorOf = (bytes: Uint8Array, mediaType: string): Descriptor => ({
  mediaType,
  digest: digestOf(bytes),
  size: bytes.length,
});

/** Makes a manifest with one configuration and these layers. */
export function makeManifest(
  layers: readonly string[],
  config: object = { architecture: 'amd64', os: 'linux' },
) {
  const blobs = [bytesOf(config), ...layers.map(bytesOf)];
  const bytes = bytesOf({
    schemaVersion: 2,
    mediaType: mediaTypes.ociManifest,
    config: descriptorOf(blobs[0]!, 'application/vnd.oci.image.config.v1+json'),
    layers: blobs.slice(1).map((blob) => descriptorOf(blob, 'application/vnd.oci.image.layer.v1.tar+gzip')),
  });
  return { bytes, blobs, digest: digestOf(bytes), mediaType: mediaTypes.ociManifest };
}

/** Uploads a manifest with its blobs under a tag or its own digest. */
export async function pushImage(
  client: RegistryClient,
  repository: Repository,
  layers: readonly string[],
  name?: Tag,
) {
  const image = makeManifest(layers);
  for (const bytes of image.blobs) await client.uploadBlob(repository, { kind: 'bytes', bytes });
  await publishTag(client, repository, image.bytes, image.mediaType, name ?? image.digest);
  return image;
}
