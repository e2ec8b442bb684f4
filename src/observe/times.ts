/** When images were made, by what they say of themselves. */
import pMap from 'p-map';
import type { Digest, Repository } from '../names/reference.ts';
import { createdKey } from '../plan/fingerprint.ts';
import type { Reader } from '../registry/client.ts';
import { readConfig } from '../registry/image-config.ts';
import type { Descriptor } from '../registry/manifest.ts';
import { concurrency, type HeldRepository } from './repository.ts';

/** The last time that stands for none: builds that are the same every time take the epoch of Unix, or that of ZIP. */
const noTime = Date.UTC(1980, 0, 2);

/**
 * Milliseconds since the epoch: the annotation of the index, else what the configuration of its first image says. Images
 * that say nothing are left out.
 *
 * @throws RegistryProblem.
 */
export async function readTimes(
  reader: Pick<Reader, 'getBlob'>,
  repository: Repository,
  held: HeldRepository,
  digests: Iterable<Digest>,
): Promise<Map<Digest, number>> {
  const times = await pMap(
    new Set(digests),
    async (digest) => [digest, await timeOf(reader, repository, held, digest)] as const,
    { concurrency },
  );
  return new Map(times.flatMap(([digest, time]) => (time === undefined ? [] : [[digest, time] as const])));
}

async function timeOf(
  reader: Pick<Reader, 'getBlob'>,
  repository: Repository,
  { manifests }: HeldRepository,
  digest: Digest,
): Promise<number | undefined> {
  const top = manifests.get(digest);
  const annotated = timeIn(top?.annotations[createdKey]);
  if (top === undefined || annotated !== undefined) return annotated;
  const images = [top, ...top.manifests.map((one) => manifests.get(one.digest))];
  const config = images.map((one) => one?.blobs[0]).find(isConfig);
  if (config === undefined) return undefined;
  const bytes = await reader.getBlob(repository, config.digest);
  if (bytes === undefined) return undefined;
  try {
    return timeIn(readConfig(bytes).created);
  } catch {
    return undefined;
  }
}

/** Whether it is the configuration of an image, and of no other artifact. */
export const isConfig = (blob: Descriptor | undefined): blob is Descriptor =>
  blob !== undefined &&
  /^application\/vnd\.(?:oci\.image\.config|docker\.container\.image)\./.test(blob.mediaType);

/** Milliseconds since the epoch; undefined for what is no time, or stands for none. */
export function timeIn(text: unknown): number | undefined {
  const time = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return time > noTime ? time : undefined;
}
