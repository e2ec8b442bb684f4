/** Small images, made of bytes, for registries in tests. */
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

const describe = (bytes: Uint8Array, mediaType: string): Descriptor => ({
  mediaType,
  digest: digestOf(bytes),
  size: bytes.length,
});

/** A manifest of one configuration and these layers; no request. */
export function makeManifest(
  layers: readonly string[],
  config: object = { architecture: 'amd64', os: 'linux' },
) {
  const blobs = [bytesOf(config), ...layers.map(bytesOf)];
  const bytes = bytesOf({
    schemaVersion: 2,
    mediaType: mediaTypes.ociManifest,
    config: describe(blobs[0]!, 'application/vnd.oci.image.config.v1+json'),
    layers: blobs.slice(1).map((blob) => describe(blob, 'application/vnd.oci.image.layer.v1.tar+gzip')),
  });
  return { bytes, blobs, digest: digestOf(bytes), mediaType: mediaTypes.ociManifest };
}

/** Uploads a manifest with its blobs under a tag or its own digest. */
export async function pushImage(
  client: RegistryClient,
  repository: Repository,
  layers: readonly string[],
  under?: Tag,
) {
  const image = makeManifest(layers);
  for (const bytes of image.blobs) await client.uploadBlob(repository, { kind: 'bytes', bytes });
  await publishTag(client, repository, image.bytes, image.mediaType, under ?? image.digest);
  return image;
}
