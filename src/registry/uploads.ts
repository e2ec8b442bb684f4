/** Blobs in: the repository has it, another one lends it, or it is sent in one piece. */
import { type Budget, usualBudget } from '../http.ts';
import type { Digest, Repository } from '../names/reference.ts';
import type { Clock } from '../ports.ts';
import { RegistryProblem } from './errors.ts';
import { sendingTime } from './exchange.ts';
import type { FilePart } from './file-part.ts';
import type { Descriptor } from './manifest.ts';
import { withPutRetries } from './retries.ts';
import type { Answer, Transport } from './transport.ts';

/** Bytes, or a part of a file with its digest, which is read while it is sent. */
export type BlobSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly kind: 'file';
      readonly digest: Digest;
      readonly part: FilePart;
      /** Called when the blob is not needed any more, sent or not: removes a file that was made for sending. */
      readonly discard?: () => Promise<void>;
    };

/** How a repository came to have a blob. */
export type Placed = 'there' | 'mounted' | 'uploaded';

export interface Placing extends Pick<Descriptor, 'digest' | 'size'> {
  /** Called once, and only when the blob must be sent. */
  readonly source: () => Promise<BlobSource>;
  /** Repositories that may have it; those of other registries are passed over. */
  readonly mountFrom?: readonly Repository[];
}

/**
 * HEAD; a POST that mounts or begins an upload; PUT of the whole (distribution specification, "Mounting a blob from
 * another repository", "Monolithic upload"). An upload that failed midway is begun anew; whether one whose answer was
 * lost has arrived, the blob itself says.
 */
export async function placeBlob(
  transport: Transport,
  { clock, budget = usualBudget }: { readonly clock: Clock; readonly budget?: Budget | undefined },
  repository: Repository,
  { digest, size, source, mountFrom = [] }: Placing,
): Promise<Placed> {
  const ask = { repository, action: 'pull,push' } as const;
  const taken: { source?: Promise<BlobSource> } = {};
  // What is large takes long to be sent, and has no less right to be sent again.
  const time = budget.time + sendingTime(size);
  try {
    return await withPutRetries(clock, { ...budget, time }, async (attempt) => {
      const path = `blobs/${digest}`;
      const there = await transport({ ...ask, method: 'HEAD', path, expect: [200, 404] });
      if (there.status === 200) return attempt === 1 ? 'there' : 'uploaded';
      const begun =
        (await mountOrBegin(transport, repository, digest, mountFrom)) ??
        (await begin(transport, repository));
      if (begun.status === 201) return 'mounted';
      const location = locationOf(begun)!;
      location.searchParams.set('digest', digest);
      const sent = await (taken.source ??= source());
      await transport({
        ...ask,
        method: 'PUT',
        path: location,
        headers: { 'content-type': 'application/octet-stream' },
        body: sent.kind === 'bytes' ? sent.bytes : sent.part,
        expect: [201, 204],
        once: true,
      }).catch(askAnew);
      return 'uploaded';
    });
  } finally {
    const sent = await taken.source?.catch(() => undefined);
    if (sent?.kind === 'file') await sent.discard?.();
  }
}

/** POST that starts an upload. */
export const begin = (transport: Transport, repository: Repository): Promise<Answer> =>
  transport({
    method: 'POST',
    repository,
    path: 'blobs/uploads/',
    action: 'pull,push',
    expect: [202],
    check: requireLocation,
  });

/** POST that asks to mount: 201 where the blob is there now, 202 where an upload was started instead. */
export const mount = (
  transport: Transport,
  repository: Repository,
  from: Repository,
  digest: Digest,
): Promise<Answer> =>
  transport({
    method: 'POST',
    repository,
    path: `blobs/uploads/?${new URLSearchParams({ mount: digest, from: from.name }).toString()}`,
    action: 'pull,push',
    alsoPull: from.name,
    expect: [201, 202],
    check: (answer) => (answer.status === 202 ? requireLocation(answer) : undefined),
  });

/** Ends an upload that is not wanted. Registries forget it by themselves too, so a refusal is no matter. */
export async function cancelUpload(
  transport: Transport,
  repository: Repository,
  started: Answer,
): Promise<void> {
  const location = locationOf(started);
  if (location === undefined) return;
  const ask = { method: 'DELETE', repository, path: location, action: 'pull,push', once: true } as const;
  await transport({ ...ask, expect: [200, 202, 204] }).catch(() => undefined);
}

/** Asks one repository after the other. What the last started instead of mounting is the upload to go on with. */
async function mountOrBegin(
  transport: Transport,
  repository: Repository,
  digest: Digest,
  neighbours: readonly Repository[],
): Promise<Answer | undefined> {
  let begun: Answer | undefined;
  for (const from of neighbours) {
    if (from.registry !== repository.registry || from.name === repository.name) continue;
    if (begun) await cancelUpload(transport, repository, begun);
    begun = await mount(transport, repository, from, digest).catch(unlessRefused);
    if (begun?.status === 201) return begun;
  }
  return begun;
}

/** Who may not read the other repository, or asks a registry that does not mount, sends the blob. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof RegistryProblem) || error.temporary || error.status === undefined) throw error;
}

/** An upload that the registry has forgotten (BLOB_UPLOAD_UNKNOWN) is begun anew. */
function askAnew(error: unknown): never {
  const forgotten = error instanceof RegistryProblem && error.method === 'PUT' && error.status === 404;
  throw forgotten ? new RegistryProblem({ ...error.trouble, temporary: true }) : error;
}

const requireLocation = (answer: Answer): string | undefined =>
  locationOf(answer) ? undefined : 'started an upload without saying where';

function locationOf(answer: Answer): URL | undefined {
  const location = answer.headers.get('location');
  return location === null ? undefined : new URL(location, answer.url);
}
