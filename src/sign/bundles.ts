/** Bundles beside an image: artifacts that have it as their subject (cosign, "Bundle Specification"). */
import type { Digest, Repository } from '../names/reference.ts';
import { attach } from '../registry/attach.ts';
import type { RegistryClient } from '../registry/client.ts';
import { type Descriptor, readContent } from '../registry/manifest.ts';
import { type Attestation, predicateTypes } from './statement.ts';

export const bundleMediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const contentKey = 'dev.sigstore.bundle.content';
const predicateTypeKey = 'dev.sigstore.bundle.predicateType';

/** @param now milliseconds since the epoch. @throws RegistryProblem. */
export const attachBundle = (
  client: RegistryClient,
  repository: Repository,
  { subject, predicateType }: Attestation,
  bytes: Uint8Array<ArrayBuffer>,
  now: number,
): Promise<Digest> =>
  attach(client, repository, {
    subject,
    artifactType: bundleMediaType,
    content: bytes,
    annotations: {
      [contentKey]: 'dsse-envelope',
      [predicateTypeKey]: predicateType,
      'org.opencontainers.image.created': new Date(now).toISOString(),
    },
  });

/** Artifacts with a bundle about a manifest; those of version 0.1 and 0.2, too. @throws RegistryProblem. */
export const listBundles = async (
  client: Pick<RegistryClient, 'referrers'>,
  repository: Repository,
  subject: Digest,
): Promise<readonly Descriptor[]> =>
  (await client.referrers(repository, subject)).filter(({ artifactType = '' }) =>
    /^application\/vnd\.dev\.sigstore\.bundle\b/.test(artifactType),
  );

/** Those of them that say that the manifest is signed, by their annotations. @throws RegistryProblem. */
export const listSignatures = async (
  client: Pick<RegistryClient, 'referrers'>,
  repository: Repository,
  subject: Digest,
): Promise<readonly Descriptor[]> =>
  (await client.referrers(repository, subject, bundleMediaType)).filter(
    ({ annotations }) => annotations?.[predicateTypeKey] === predicateTypes.signature,
  );

/** Undefined where the artifact or its bundle is gone. @throws RegistryProblem. */
export async function fetchBundle(
  client: Pick<RegistryClient, 'getManifest' | 'getBlob'>,
  repository: Repository,
  artifact: Pick<Descriptor, 'digest'>,
): Promise<Uint8Array | undefined> {
  const manifest = await client.getManifest(repository, artifact.digest);
  const [layer] = manifest === undefined ? [] : (readContent(manifest.bytes).layers ?? []);
  return layer && client.getBlob(repository, layer.digest);
}
