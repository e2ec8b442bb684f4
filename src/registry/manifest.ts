/** Manifests and indexes, as bytes and as values. The digest is of the bytes, so a value is never serialised again. */
import { createHash } from 'node:crypto';
import { type Digest, parseDigest } from '../names/reference.ts';
import { type Platform, platformOfDescriptor } from '../names/platform.ts';

export const mediaTypes = {
  ociIndex: 'application/vnd.oci.image.index.v1+json',
  ociManifest: 'application/vnd.oci.image.manifest.v1+json',
  dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
} as const;

/** The Accept header. It names all four media types: a registry converts or denies a manifest of one that is missing. */
export const acceptManifests = Object.values(mediaTypes).join(', ');

/** A pointer to content (OCI image specification, "Descriptor"). */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly artifactType?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string };
}

export interface Manifest {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const descriptorOf = ({ mediaType, digest, bytes }: Manifest): Descriptor => ({
  mediaType,
  digest,
  size: bytes.length,
});

/** The fields of manifests and indexes that are read here. */
export interface ManifestContent {
  readonly mediaType?: string;
  readonly artifactType?: string;
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
  readonly manifests?: readonly Descriptor[];
  /** The manifest that it refers to. */
  readonly subject?: Descriptor;
  readonly annotations?: Readonly<Record<string, string>>;
}

export const digestOf = (bytes: Uint8Array): Digest =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}` as Digest;

export const isIndex = (mediaType: string): boolean =>
  mediaType === mediaTypes.ociIndex || mediaType === mediaTypes.dockerList;

/** Parses a manifest or an index. @throws SyntaxError where the bytes are no JSON object. */
export function readContent(bytes: Uint8Array): ManifestContent {
  const content: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new SyntaxError('a manifest is a JSON object');
  return content;
}

export interface PlatformManifest {
  readonly platform: Platform;
  readonly digest: Digest;
  readonly mediaType: string;
  /** Bytes of the manifest itself. */
  readonly size: number;
}

/**
 * The images of an index, in its order. Attestations (BuildKit's, marked by `vnd.docker.reference.type`) and
 * platforms that no official Python image is made for (Windows) are left out. Empty for a plain manifest.
 */
export function platformsOf(bytes: Uint8Array): PlatformManifest[] {
  return (readContent(bytes).manifests ?? []).flatMap((descriptor) => {
    if (descriptor.annotations?.['vnd.docker.reference.type'] !== undefined) return [];
    const platform = descriptor.platform && platformOfDescriptor(descriptor.platform);
    const digest = parseDigest(descriptor.digest);
    if (platform === undefined || !digest.ok) return [];
    return [{ platform, digest: digest.value, mediaType: descriptor.mediaType, size: descriptor.size }];
  });
}
