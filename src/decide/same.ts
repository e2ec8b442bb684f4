/** What else an image is the outcome of: said beside it, where a build came out as what was there already. */
import type { Digest, Repository } from '../names/reference.ts';
import { attach } from '../registry/attach.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { Manifest } from '../registry/manifest.ts';
import { type Fingerprint, fingerprintHash, type Made } from '../sources/fingerprint.ts';
import { readMade } from '../sources/made.ts';

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

/** What was said of an image with this fingerprint; undefined where nothing was. One request, or two. */
export async function sameAs(
  client: RegistryClient,
  repository: Repository,
  index: Digest,
  fingerprint: Fingerprint,
): Promise<Made | undefined> {
  const wanted = fingerprintHash(fingerprint);
  const said = await client.referrers(repository, index, artifactType);
  return said
    .flatMap(({ annotations = {} }) => readMade(annotations) ?? [])
    .find((made) => fingerprintHash(made.fingerprint) === wanted);
}
