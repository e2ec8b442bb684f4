/** Pushes an image into a repository: blobs, manifests by digest, the index by digest. No tag moves. */
import { Failure } from '../errors.ts';
import type { Digest, Repository } from '../names/reference.ts';
import { attach } from '../registry/attach.ts';
import type { Attachment } from '../registry/attachment.ts';
import type { RegistryClient } from '../registry/client.ts';
import { type ImageContent, manifestsOf, type Node } from '../registry/content.ts';
import { RegistryProblem } from '../registry/errors.ts';
import { type Descriptor, isIndex, readContent } from '../registry/manifest.ts';
import { publishTag } from '../registry/publish-tag.ts';
import type { Placed } from '../registry/uploads.ts';

export interface PushOptions {
  /** Repositories that may have some of the blobs, such as the base's; only those of the same registry are asked. */
  readonly mountFrom?: readonly Repository[];
  /** Blobs that the repository has lost, although it holds manifests that name them. */
  readonly lacking?: readonly Digest[];
}

export interface Amount {
  readonly blobs: number;
  readonly bytes: number;
}

/** The pushed digest, and what the push took. A blob that several platforms share counts once. */
export interface Pushed extends Readonly<Record<Placed, Amount>> {
  readonly digest: Digest;
}

/** Requests at once: more gain little, and registries count them. */
const concurrency = 4;

/**
 * Puts an image and everything below it into a repository, in the order in which registries take it: blobs, manifests,
 * the index, then what refers to them. What the repository holds already is not sent. With a manifest it holds the blobs too, since registries take
 * none without; but an index may have lost manifests to a clean-up of untagged ones, so each is asked for.
 *
 * Nothing depends on an earlier run: cut off at any point and run again, it completes.
 *
 * @throws Failure of the registry or of the content.
 */
export async function pushContent(
  client: RegistryClient,
  repository: Repository,
  content: ImageContent,
  { mountFrom = [], lacking = [] }: PushOptions = {},
): Promise<Pushed> {
  const nodes = await manifestsOf(content);
  const held = new Set<Digest>();
  await forEachConcurrently(nodes, async ({ manifest: { digest } }) => {
    if (await client.headManifest(repository, digest)) held.add(digest);
  });
  const heldBlobs = new Set(
    nodes.filter(({ manifest }) => held.has(manifest.digest)).flatMap(({ blobs }) => blobs.map(digestOf)),
  );
  for (const digest of lacking) heldBlobs.delete(digest);
  const amounts = { there: none, mounted: none, uploaded: none };
  const blobs = new Map(nodes.flatMap((node) => node.blobs.map((blob) => [blob.digest, blob])));
  const place = (descriptor: Descriptor): Promise<Placed> =>
    client.placeBlob(repository, {
      digest: descriptor.digest,
      size: descriptor.size,
      source: () => content.blob(descriptor),
      mountFrom,
    });
  await forEachConcurrently([...blobs.values()], async (descriptor) => {
    const { digest, size } = descriptor;
    const placed = heldBlobs.has(digest) ? 'there' : await place(descriptor);
    const { blobs: count, bytes } = amounts[placed];
    amounts[placed] = { blobs: count + 1, bytes: bytes + size };
  });
  const put = async ({ manifest, blobs: ownBlobs }: Node): Promise<void> => {
    const { bytes, mediaType, digest } = manifest;
    try {
      await publishTag(client, repository, bytes, mediaType, digest);
    } catch (error) {
      if (!isBlobUnknown(error)) throw error;
      // Another run uploaded the same blob at the same moment, and the registry lost sight of it.
      for (const descriptor of ownBlobs) await place(descriptor);
      await publishTag(client, repository, bytes, mediaType, digest);
    }
  };
  const absent = nodes.filter(({ manifest }) => !held.has(manifest.digest));
  const manifests = absent.filter(({ manifest }) => !isIndex(manifest.mediaType));
  // Some registries refuse what refers to a manifest that they do not have.
  for (const refers of [false, true]) {
    await forEachConcurrently(
      manifests.filter(({ manifest }) => (readContent(manifest.bytes).subject !== undefined) === refers),
      put,
    );
  }
  for (const node of absent.filter(({ manifest }) => isIndex(manifest.mediaType))) await put(node);
  await attachAll(client, repository, content.attached ?? []);
  return { digest: content.index.digest, ...amounts };
}

/** Of one manifest after each other: where a tag stands for the referrers API, each reads it before it writes. */
async function attachAll(
  client: RegistryClient,
  repository: Repository,
  attached: readonly Attachment[],
): Promise<void> {
  const subjects = new Set(attached.map(({ subject }) => subject.digest));
  await forEachConcurrently([...subjects], async (digest) => {
    for (const one of attached) if (one.subject.digest === digest) await attach(client, repository, one);
  });
}

const isBlobUnknown = (error: unknown): boolean =>
  error instanceof RegistryProblem && error.codes.some(({ code }) => code === 'MANIFEST_BLOB_UNKNOWN');

const none: Amount = { blobs: 0, bytes: 0 };
const digestOf = ({ digest }: Descriptor): Digest => digest;

/** After a failure no item is begun, and those that were begun are waited for: p-map would not wait for them. */
async function forEachConcurrently<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const errors: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (errors.length > 0) return;
      await work(item).catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  // What failed first is what is wrong; the others mostly say the same. An interruption goes before all.
  if (errors.length > 0) throw errors.find((error) => !(error instanceof Failure)) ?? errors[0];
}
