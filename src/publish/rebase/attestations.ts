/** Attestations in an index, as BuildKit puts them there: one manifest for each image, which names it. */
import { type Parsed, gather, refused } from '../../errors.ts';
import type { Digest, Repository } from '../../names/reference.ts';
import { repositoryText } from '../../names/reference.ts';
import type { Reader } from '../../registry/client.ts';
import { type Manifest, type PlatformManifest, readContent } from '../../registry/manifest.ts';
import {
  type Attested,
  keptLayers,
  type Material,
  rebaseProvenance,
  type StatementRules,
} from './provenance.ts';

export type PlatformDigest = Pick<PlatformManifest, 'platform' | 'digest'>;

/** An attestation of an image. */
export interface AttestationDigest extends PlatformDigest {
  /** The image that is attested. */
  readonly of: Digest;
}

/** Annotation of an attestation's descriptor: the digest of what is attested. */
export const attestedKey = 'vnd.docker.reference.digest';

export const attestationsOf = (index: Manifest, images: readonly PlatformDigest[]): AttestationDigest[] =>
  (readContent(index.bytes).manifests ?? []).flatMap(({ digest, annotations = {} }) => {
    const image = images.find((one) => one.digest === annotations[attestedKey]);
    const isAttestation = annotations['vnd.docker.reference.type'] === 'attestation-manifest';
    return isAttestation && image !== undefined
      ? [{ digest, platform: image.platform, of: image.digest }]
      : [];
  });

export interface AttestRequest extends StatementRules {
  /** Repository of the attestation. */
  readonly repository: Repository;
  /** The new image, which is attested. */
  readonly image: Manifest;
  readonly materials: readonly Material[];
}

/** The same attestation for the image on its new base: see {@link rebaseProvenance}. Throws RegistryProblem. */
export async function attest(
  reader: Reader,
  { platform, digest }: AttestationDigest,
  { repository, ...rebased }: AttestRequest,
): Promise<Parsed<Attested>> {
  const manifest = await reader.getManifest(repository, digest);
  const content = manifest === undefined ? {} : readContent(manifest.bytes);
  const { config } = content;
  const layers = keptLayers(content, rebased);
  const blobs = await gather(
    [...(config ? [config] : []), ...layers].map((one) => reader.getBlob(repository, one.digest)),
  );
  const [configuration, ...statements] = blobs.filter((blob) => blob !== undefined);
  if (manifest === undefined || configuration === undefined || statements.length !== layers.length) {
    return refused(
      `${platform}: ${repositoryText(repository)} does not hold the attestation ${digest} of the image.`,
    );
  }
  const attested = rebaseProvenance(
    { manifest: manifest.bytes, config: configuration, statements },
    { platform, ...rebased },
  );
  return attested.ok ? attested : refused(`${platform}: ${attested.message}`);
}
