/** Puts an image onto the new base of all its platforms without building: layers stay where they are stored. */
import { defined } from '../../defined.ts';
import { type Parsed, gather, parsed, refused } from '../../errors.ts';
import type { Platform } from '../../names/platform.ts';
import { type Digest, type Repository, type Tag, repositoryText } from '../../names/reference.ts';
import type { Files } from '../../ports.ts';
import type { Reader } from '../../registry/client.ts';
import { type Composed, type PlatformSettings, compose } from './compose.ts';
import { type ImageContent, contentOf } from '../../registry/content.ts';
import { goJson, indentOf, sorted } from './go-json.ts';
import { type Manifest, digestOf, isIndex, platformsOf, readContent } from '../../registry/manifest.ts';
import type { ImageBytes } from './own-layers.ts';
import {
  type AttestationDigest,
  type PlatformDigest,
  attest,
  attestationsOf,
  attestedKey,
} from './attestations.ts';
import type { Attested, Material } from './provenance.ts';

export interface RebaseRequest {
  readonly repository: Repository;
  /** What the image's tag points at: an index, or the lone manifest of one platform. */
  readonly index: Manifest;
  readonly platforms: readonly Platform[];
  /** The base as it is today. */
  readonly base: {
    readonly repository: Repository;
    readonly tag?: Tag;
    readonly platforms: readonly PlatformDigest[];
  };
  /** The base that the image was built on, as far as it is known. */
  readonly oldBase?: {
    readonly repository: Repository;
    readonly digests: Readonly<Partial<Record<Platform, Digest>>>;
  };
  readonly wanted: (platform: Platform) => PlatformSettings;
  /** Annotations of the index. A lone manifest has those that are wanted for its platform. */
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * The image on its new base, or why only a build makes it. Manifests and configurations are read, of all platforms at
 * once. Layers are not, until they are asked for: `pushContent` asks for none that the repository has, or can mount
 * from the base's.
 *
 * @throws RegistryProblem.
 */
export async function rebaseContent(
  reader: Reader,
  request: RebaseRequest,
  files: Pick<Files, 'temporary' | 'remove'>,
): Promise<Parsed<ImageContent>> {
  const { repository, index, base, annotations } = request;
  const read = imagesOf(index, request.platforms);
  if (!read.ok) return read;
  const { images, attestations } = read.value;
  const rebased = await gather(images.map((image) => rebaseImage(reader, request, image)));
  const composed = new Map<Digest, Composed>();
  for (const [at, image] of rebased.entries()) {
    if (!image.ok) return image;
    composed.set(images[at]!.digest, image.value);
  }
  const attested = await gather(
    attestations.map((attestation) =>
      attest(reader, attestation, {
        image: composed.get(attestation.of)!.manifest,
        repository,
        materials: [baseOf(base, attestation.platform), { repository, digest: attestation.of }],
      }),
    ),
  );
  const statements = new Map<Digest, Attested>();
  for (const [at, attestation] of attested.entries()) {
    if (!attestation.ok) return attestation;
    statements.set(attestations[at]!.digest, attestation.value);
  }
  const newTop = isIndex(index.mediaType)
    ? newIndex(index, composed, statements, annotations)
    : composed.get(index.digest)!.manifest;
  const all = [...composed.values(), ...statements.values()];
  const manifests = new Map(all.map(({ manifest }) => [manifest.digest, manifest]));
  const newBlobs = [
    ...[...composed.values()].map(({ config }) => config),
    ...[...statements.values()].flatMap(({ blobs }) => blobs),
  ];
  const blobsByDigest = new Map(newBlobs.map((bytes) => [digestOf(bytes), bytes]));
  const ownLayers = new Set(
    [...composed.values()].flatMap(({ layers }) => layers.map(({ digest }) => digest)),
  );
  const imageContent = contentOf(reader, repository, index, files);
  const baseContent = contentOf(reader, base.repository, newTop, files);
  return parsed({
    index: newTop,
    manifest: async (digest) => manifests.get(digest) ?? imageContent.manifest(digest),
    blob: async (descriptor) => {
      const bytes = blobsByDigest.get(descriptor.digest);
      if (bytes !== undefined) return { kind: 'bytes', bytes };
      return (ownLayers.has(descriptor.digest) ? imageContent : baseContent).blob(descriptor);
    },
  });
}

/** The image of each wanted platform, and their attestations; refused where the index holds anything else. */
function imagesOf(
  index: Manifest,
  wanted: readonly Platform[],
): Parsed<{
  readonly images: readonly PlatformDigest[];
  readonly attestations: readonly AttestationDigest[];
}> {
  const [first, ...more] = wanted;
  if (!isIndex(index.mediaType))
    return first !== undefined && more.length === 0
      ? parsed({ images: [{ platform: first, digest: index.digest }], attestations: [] })
      : refused(`the image is one for a single platform, and ${wanted.join(', ')} are wanted.`);
  const images = platformsOf(index.bytes);
  const held = images.map(({ platform }) => platform);
  if (held.length !== wanted.length || !wanted.every((platform) => held.includes(platform)))
    return refused(`the image is for ${held.join(', ')}, and ${wanted.join(', ')} is wanted.`);
  const attestations = attestationsOf(index, images);
  return readContent(index.bytes).manifests?.length === images.length + attestations.length
    ? parsed({ images, attestations })
    : refused('the image comes with manifests that are neither for a platform nor of its build.');
}

async function rebaseImage(
  reader: Reader,
  { repository, base, oldBase, wanted }: RebaseRequest,
  { platform, digest }: PlatformDigest,
): Promise<Parsed<Composed>> {
  const [image, newBase, previousBase] = await gather<(ImageBytes | undefined)[]>([
    imageAt(reader, repository, digest),
    imageAt(reader, base.repository, base.platforms.find((one) => one.platform === platform)?.digest),
    oldBase && imageAt(reader, oldBase.repository, oldBase.digests[platform]),
  ]);
  const absentIn = (holder: Repository) =>
    refused(`${platform}: ${repositoryText(holder)} does not hold the image of this platform.`);
  if (image === undefined) return absentIn(repository);
  if (newBase === undefined) return absentIn(base.repository);
  const composed = compose({
    image,
    base: newBase,
    wanted: wanted(platform),
    ...defined({ oldBase: previousBase }),
  });
  return composed.ok ? composed : refused(`${platform}: ${composed.message}`);
}

async function imageAt(
  reader: Reader,
  repository: Repository,
  digest: Digest | undefined,
): Promise<ImageBytes | undefined> {
  const manifest = digest && (await reader.getManifest(repository, digest));
  const config = manifest && readContent(manifest.bytes).config;
  const bytes = config && (await reader.getBlob(repository, config.digest));
  return manifest && bytes && { manifest: manifest.bytes, config: bytes };
}

/** Descriptors keep their platforms, their order and what is annotated there; attestations name their new image. */
function newIndex(
  { bytes, mediaType }: Manifest,
  composed: ReadonlyMap<Digest, Composed>,
  attested: ReadonlyMap<Digest, Attested>,
  annotations: Readonly<Record<string, string>>,
): Manifest {
  const content = readContent(bytes);
  const manifests = content.manifests?.map((descriptor) => {
    const { manifest } = (composed.get(descriptor.digest) ?? attested.get(descriptor.digest))!;
    const attestedImage = composed.get((descriptor.annotations?.[attestedKey] ?? '') as Digest)?.manifest
      .digest;
    return {
      ...descriptor,
      digest: manifest.digest,
      size: manifest.bytes.length,
      ...(attestedImage && {
        annotations: { ...descriptor.annotations, [attestedKey]: attestedImage },
      }),
    };
  });
  const written = goJson({ ...content, manifests, annotations: sorted(annotations) }, indentOf(bytes));
  return { mediaType, digest: digestOf(written), bytes: written };
}

function baseOf({ repository, tag, platforms }: RebaseRequest['base'], platform: Platform): Material {
  // The platform is there: its image was composed on it.
  const { digest } = platforms.find((one) => one.platform === platform)!;
  return { repository, digest, ...defined({ tag }) };
}
