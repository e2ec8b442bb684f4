/**
 * Puts documents about an image where tools look for them: as in-toto statements into its index, in the form of BuildKit
 * (https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md), and as referrers of the
 * manifest of each platform.
 */
import type { Platform } from '../names/platform.ts';
import type { Digest } from '../names/reference.ts';
import { combinedIndex } from '../publish/combined-index.ts';
import { attestationsOf, attestedKey } from '../publish/rebase/attestations.ts';
import { goJson, indentOf } from '../publish/rebase/go-json.ts';
import { predicateKey } from '../publish/rebase/provenance.ts';
import type { Attachment } from '../registry/attachment.ts';
import { type ImageContent, readBlob } from '../registry/content.ts';
import {
  type Descriptor,
  descriptorOf,
  digestOf,
  isIndex,
  type Manifest,
  mediaTypes,
  platformsOf,
  readContent,
} from '../registry/manifest.ts';

export interface Statement {
  readonly predicateType: string;
  readonly predicate: unknown;
}

/** The documents about the image of one platform. */
export interface PlatformDocuments {
  readonly platform: Platform;
  /** Of its manifest. */
  readonly image: Digest;
  /** Its name as a package URL. */
  readonly subject: string;
  readonly statements: readonly Statement[];
  /** Documents that are referrers of its manifest as well. */
  readonly referrers: readonly Pick<Required<Attachment>, 'artifactType' | 'content'>[];
}

const imageConfig = 'application/vnd.oci.image.config.v1+json';

/**
 * The same image with the documents about its platforms. One platform that had no index gets one.
 *
 * @param annotations of an index that is made.
 */
export async function withDocuments(
  content: ImageContent,
  all: readonly PlatformDocuments[],
  annotations: Readonly<Record<string, string>>,
): Promise<ImageContent> {
  const { index } = isIndex(content.index.mediaType)
    ? content
    : {
        index: combinedIndex(
          [{ index: content.index, platforms: platformsIn(all) }],
          platformsIn(all),
          annotations,
        ),
      };
  const attestations = attestationsOf(index, platformsOf(index.bytes));
  const blobs = new Map<Digest, Uint8Array<ArrayBuffer>>();
  const manifests = new Map<Digest, Manifest>();
  const replaced = new Map<Digest, Manifest>();
  const added: Descriptor[] = [];
  for (const one of all) {
    const before = attestations.find(({ of }) => of === one.image);
    const attested = await attest(content, before?.digest, one);
    for (const bytes of attested.blobs) blobs.set(digestOf(bytes), bytes);
    manifests.set(attested.manifest.digest, attested.manifest);
    if (before !== undefined) replaced.set(before.digest, attested.manifest);
    else
      added.push({
        ...descriptorOf(attested.manifest),
        annotations: { [attestedKey]: one.image, 'vnd.docker.reference.type': 'attestation-manifest' },
        platform: { architecture: 'unknown', os: 'unknown' },
      });
  }
  const top = readContent(index.bytes);
  const listed = (top.manifests ?? []).map((descriptor) => {
    const manifest = replaced.get(descriptor.digest);
    return manifest === undefined ? descriptor : { ...descriptor, ...descriptorOf(manifest) };
  });
  const { annotations: own, ...rest } = top;
  const written = goJson(
    { ...rest, manifests: [...listed, ...added], ...(own && { annotations: own }) },
    indentOf(index.bytes),
  );
  const newIndex = { mediaType: index.mediaType, digest: digestOf(written), bytes: written };
  const images = new Map<Digest, Manifest>();
  for (const { image } of all) images.set(image, await content.manifest(image));
  return {
    index: newIndex,
    manifest: async (digest) => manifests.get(digest) ?? content.manifest(digest),
    blob: async (descriptor) => {
      const bytes = blobs.get(descriptor.digest);
      return bytes === undefined ? content.blob(descriptor) : { kind: 'bytes', bytes };
    },
    attached: all.flatMap(({ image, referrers }) =>
      referrers.map((one) => ({ ...one, subject: images.get(image)!, annotations: {} })),
    ),
  };
}

const platformsIn = (all: readonly PlatformDocuments[]): Platform[] => all.map(({ platform }) => platform);

/** @param before the attestation that the image has, whose statements stay. */
async function attest(
  content: ImageContent,
  before: Digest | undefined,
  { image, subject, statements }: PlatformDocuments,
): Promise<{ readonly manifest: Manifest; readonly blobs: readonly Uint8Array<ArrayBuffer>[] }> {
  const old = before === undefined ? undefined : await content.manifest(before);
  const held = old === undefined ? { mediaType: mediaTypes.ociManifest } : readContent(old.bytes);
  const bytes = statements.map(({ predicateType, predicate }) =>
    goJson({
      _type: 'https://in-toto.io/Statement/v0.1',
      predicateType,
      subject: [{ name: subject, digest: { sha256: image.replace('sha256:', '') } }],
      predicate,
    }),
  );
  const layers = [
    ...(held.layers ?? []),
    ...bytes.map((one, at) => ({
      mediaType: 'application/vnd.in-toto+json',
      digest: digestOf(one),
      size: one.length,
      annotations: { [predicateKey]: statements[at]!.predicateType },
    })),
  ];
  // The configuration of an artifact says nothing of its layers.
  const isArtifact = held.config !== undefined && held.config.mediaType !== imageConfig;
  const config = isArtifact
    ? await readBlob(content, held.config!)
    : goJson({
        architecture: 'unknown',
        os: 'unknown',
        config: {},
        rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
      });
  const written = goJson(
    {
      schemaVersion: 2,
      ...held,
      config: { mediaType: imageConfig, ...held.config, digest: digestOf(config), size: config.length },
      layers,
    },
    old === undefined ? '' : indentOf(old.bytes),
  );
  return {
    manifest: { mediaType: mediaTypes.ociManifest, digest: digestOf(written), bytes: written },
    blobs: [config, ...bytes],
  };
}
