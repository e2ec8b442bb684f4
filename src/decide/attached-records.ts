/** Build records of other inputs, attached to an image that a build from them turned out to be identical to. */
import type { Digest, Repository } from '../names/reference.ts';
import { attach } from '../registry/attach.ts';
import type { RegistryClient } from '../registry/client.ts';
import { RegistryProblem } from '../registry/errors.ts';
import type { Manifest } from '../registry/manifest.ts';
import { type Fingerprint, fingerprintHash, type BuildRecord } from '../plan/fingerprint.ts';
import { readBuildRecord } from '../plan/build-record.ts';

const artifactType = 'application/vnd.python-image-builder.fingerprint.v1';

/** Attaches the record of other inputs that give this image too: its index and its tags stay as they are. */
export async function attachRecord(
  client: RegistryClient,
  repository: Repository,
  index: Manifest,
  annotations: Readonly<Record<string, string>>,
): Promise<void> {
  await attach(client, repository, { subject: index, artifactType, annotations });
}

/**
 * The attached record with this fingerprint. Undefined where there is none, or the registry does not list what is
 * attached: then the image is built, as it would be without. One request, or two.
 */
export async function findAttachedRecord(
  client: RegistryClient,
  repository: Repository,
  index: Digest,
  fingerprint: Fingerprint,
): Promise<BuildRecord | undefined> {
  const wanted = fingerprintHash(fingerprint);
  const attached = await client.referrers(repository, index, artifactType).catch((error: unknown) => {
    if (!(error instanceof RegistryProblem)) throw error;
    client.world.log.debug(`What is said beside ${index} could not be read. ${error.message}`);
    return [];
  });
  return attached
    .flatMap(({ annotations }) => readBuildRecord(annotations ?? {}) ?? [])
    .find((record) => fingerprintHash(record.fingerprint) === wanted);
}
