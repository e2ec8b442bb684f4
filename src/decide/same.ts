/** What else an image is the outcome of: said beside it, where a build came out as what was there already. */
import type { Digest, Repository } from '../names/reference.ts';
import { attach } from '../registry/attach.ts';
import type { RegistryClient } from '../registry/client.ts';
import { RegistryProblem } from '../registry/errors.ts';
import type { Manifest } from '../registry/manifest.ts';
import { type Fingerprint, fingerprintHash, type BuildRecord } from '../plan/fingerprint.ts';
import { readBuildRecord } from '../plan/build-record.ts';

const artifactType = 'application/vnd.python-image-builder.fingerprint.v1';

/** Says of an image that it is the outcome of other inputs too: its index and its tags stay as they are. */
export async function saySame(
  client: RegistryClient,
  repository: Repository,
  index: Manifest,
  annotations: Readonly<Record<string, string>>,
): Promise<void> {
  await attach(client, repository, { subject: index, artifactType, annotations });
}

/**
 * What was said of an image with this fingerprint; undefined where nothing was, or the registry does not tell: then it is
 * built, as it would be without. One request, or two.
 */
export async function sameAs(
  client: RegistryClient,
  repository: Repository,
  index: Digest,
  fingerprint: Fingerprint,
): Promise<BuildRecord | undefined> {
  const wanted = fingerprintHash(fingerprint);
  const said = await client.referrers(repository, index, artifactType).catch((error: unknown) => {
    if (!(error instanceof RegistryProblem)) throw error;
    client.world.log.debug(`What is said beside ${index} could not be read. ${error.message}`);
    return [];
  });
  return said
    .flatMap(({ annotations }) => readBuildRecord(annotations ?? {}) ?? [])
    .find((record) => fingerprintHash(record.fingerprint) === wanted);
}
