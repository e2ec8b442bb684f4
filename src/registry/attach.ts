import type { Digest, Repository } from '../names/reference.ts';
import type { Attachment } from './attachment.ts';
import type { RegistryClient } from './client.ts';
import { referrersTag } from './lists.ts';
import { type Descriptor, digestOf, mediaTypes, readContent } from './manifest.ts';
import { publishTag } from './publish-tag.ts';

/** The blob of an artifact without content (image specification, "Guidance for an Empty Descriptor"). */
export const empty = new Uint8Array(Buffer.from('{}'));
export const emptyDescriptor = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  digest: digestOf(empty),
  size: empty.length,
};

/**
 * Attaches annotations or a document to a manifest, which must be there already; `RegistryClient.referrers` finds them.
 * Where a registry lacks the referrers API, they are added to the tag in its place. No other tag moves. What is there
 * already is not sent again.
 *
 * @throws RegistryProblem.
 */
export async function attach(
  client: RegistryClient,
  repository: Repository,
  { subject, artifactType, annotations, content }: Attachment,
): Promise<Digest> {
  const layer =
    content === undefined
      ? emptyDescriptor
      : { mediaType: artifactType, digest: digestOf(content), size: content.length };
  const bytes = jsonOf({
    schemaVersion: 2,
    mediaType: mediaTypes.ociManifest,
    artifactType,
    config: emptyDescriptor,
    layers: [layer],
    subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.bytes.length },
    annotations,
  });
  const digest = digestOf(bytes);
  if ((await client.headManifest(repository, digest)) === undefined) {
    for (const blob of content === undefined ? [empty] : [empty, content])
      await client.uploadBlob(repository, { kind: 'bytes', bytes: blob });
    await publishTag(client, repository, bytes, mediaTypes.ociManifest, digest);
  }
  const listed = await client.referrers(repository, subject.digest);
  if (listed.some((referrer) => referrer.digest === digest)) return digest;
  const descriptor = {
    mediaType: mediaTypes.ociManifest,
    digest,
    size: bytes.length,
    artifactType,
    annotations,
  };
  await addToTag(client, repository, subject.digest, descriptor);
  return digest;
}

async function addToTag(
  client: RegistryClient,
  repository: Repository,
  subject: Digest,
  descriptor: Descriptor,
): Promise<void> {
  const tag = referrersTag(subject);
  const existing = await client.getManifest(repository, tag);
  const manifests = existing === undefined ? [] : (readContent(existing.bytes).manifests ?? []);
  const bytes = jsonOf({
    schemaVersion: 2,
    mediaType: mediaTypes.ociIndex,
    manifests: [...manifests, descriptor],
  });
  await publishTag(client, repository, bytes, mediaTypes.ociIndex, tag);
}

const jsonOf = (value: unknown): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(JSON.stringify(value)));
