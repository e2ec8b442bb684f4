import type { Digest, Repository, Tag } from '../names/reference.ts';
import type { RegistryClient } from './client.ts';
import { type Descriptor, type Manifest, digestOf, mediaTypes, readContent } from './manifest.ts';
import { publishTag } from './publish-tag.ts';

/** The blob of an artifact without content (image specification, "Guidance for an Empty Descriptor"). */
export const empty = new Uint8Array(Buffer.from('{}'));
export const emptyDescriptor = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  digest: digestOf(empty),
  size: empty.length,
};

export interface Attachment {
  readonly subject: Pick<Manifest, 'mediaType' | 'digest' | 'bytes'>;
  readonly artifactType: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * Attaches annotations to an image; `RegistryClient.referrers` finds them. Where a registry lacks the referrers API, they
 * are added to the tag in its place (distribution specification, "Referrers Tag Schema"). No other tag moves.
 *
 * @throws RegistryProblem.
 */
export async function attach(
  client: RegistryClient,
  repository: Repository,
  { subject, artifactType, annotations }: Attachment,
): Promise<Digest> {
  await client.uploadBlob(repository, { kind: 'bytes', bytes: empty });
  const bytes = jsonOf({
    schemaVersion: 2,
    mediaType: mediaTypes.ociManifest,
    artifactType,
    config: emptyDescriptor,
    layers: [emptyDescriptor],
    subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.bytes.length },
    annotations,
  });
  const digest = digestOf(bytes);
  await publishTag(client, repository, bytes, mediaTypes.ociManifest, digest);
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
  const tag = subject.replace(':', '-') as Tag;
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
