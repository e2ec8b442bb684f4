/** Puts a blob into a repository: it is there already, is mounted from another repository, or is uploaded in one piece. */
import { type Budget, usualBudget } from '../http.ts';
import type { Digest, Repository } from '../names/reference.ts';
import type { Clock } from '../ports.ts';
import { RegistryProblem } from './errors.ts';
import { sendingTime } from './exchange.ts';
import type { FilePart } from './file-part.ts';
import type { Descriptor } from './manifest.ts';
import { withPutRetries } from './retries.ts';
import type { Answer, Transport } from './transport.ts';

export type BlobSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly kind: 'file';
      readonly digest: Digest;
      readonly part: FilePart;
      /** Removes a temporary file. Called when the blob is no longer needed, whether it was sent or not. */
      readonly discard?: () => Promise<void>;
    };

/** How a blob came into a repository; `there`: it was there before. */
export type Placed = 'there' | 'mounted' | 'uploaded';

export interface Placing extends Pick<Descriptor, 'digest' | 'size'> {
  readonly source: () => Promise<BlobSource>;
  readonly mountFrom?: readonly Repository[];
}

/**
 * Sends HEAD; a POST that mounts or starts an upload; PUT of the whole (distribution specification, "Mounting a blob
 * from another repository", "Monolithic upload"). A failed upload starts again with the HEAD, which also finds a blob
 * that arrived although the answer to its PUT was lost.
 */
export async function placeBlob(
  transport: Transport,
  { clock, budget = usualBudget }: { readonly clock: Clock; readonly budget?: Budget | undefined },
  repository: Repository,
  { digest, size, source, mountFrom = [] }: Placing,
): Promise<Placed> {
  const common = { repository, action: 'pull,push' } as const;
  const opened: { source?: Promise<BlobSource> } = {};
  // A large blob takes long to send, and gets as many attempts as a small one.
  const time = budget.time + sendingTime(size);
  try {
    return await withPutRetries(clock, { ...budget, time }, async (attempt) => {
      const path = `blobs/${digest}`;
      const existing = await transport({ ...common, method: 'HEAD', path, expect: [200, 404] });
      if (existing.status === 200) return attempt === 1 ? 'there' : 'uploaded';
      const upload =
        (await mountFirst(transport, repository, digest, mountFrom)) ??
        (await startUpload(transport, repository));
      if (upload.status === 201) return 'mounted';
      const location = locationOf(upload)!;
      location.searchParams.set('digest', digest);
      const sent = await (opened.source ??= source());
      await transport({
        ...common,
        method: 'PUT',
        path: location,
        headers: { 'content-type': 'application/octet-stream' },
        body: sent.kind === 'bytes' ? sent.bytes : sent.part,
        expect: [201, 204],
        once: true,
      }).catch(retryForgottenUpload);
      return 'uploaded';
    });
  } finally {
    const sent = await opened.source?.catch(() => undefined);
    if (sent?.kind === 'file') await sent.discard?.();
  }
}

export const startUpload = (transport: Transport, repository: Repository): Promise<Answer> =>
  transport({
    method: 'POST',
    repository,
    path: 'blobs/uploads/',
    action: 'pull,push',
    expect: [202],
    check: requireLocation,
  });

/** Asks to mount a blob: 201 where it was mounted, 202 where the registry started an upload instead. */
export const requestMount = (
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

/** Cancels an upload. A refusal is ignored, since registries expire uploads by themselves. */
export async function cancelUpload(
  transport: Transport,
  repository: Repository,
  started: Answer,
): Promise<void> {
  const location = locationOf(started);
  if (location === undefined) return;
  const common = { method: 'DELETE', repository, path: location, action: 'pull,push', once: true } as const;
  await transport({ ...common, expect: [200, 202, 204] }).catch(() => undefined);
}

async function mountFirst(
  transport: Transport,
  repository: Repository,
  digest: Digest,
  neighbours: readonly Repository[],
): Promise<Answer | undefined> {
  let upload: Answer | undefined;
  for (const from of neighbours) {
    if (from.registry !== repository.registry || from.name === repository.name) continue;
    if (upload) await cancelUpload(transport, repository, upload);
    upload = await requestMount(transport, repository, from, digest).catch(undefinedIfRefused);
    if (upload?.status === 201) return upload;
  }
  return upload;
}

/** A mount may be refused: this user may not read the other repository, or the registry does not mount. */
function undefinedIfRefused(error: unknown): undefined {
  if (!(error instanceof RegistryProblem) || error.temporary || error.status === undefined) throw error;
}

/** Makes a PUT temporary that failed because the registry no longer knows the upload (BLOB_UPLOAD_UNKNOWN). */
function retryForgottenUpload(error: unknown): never {
  const forgotten = error instanceof RegistryProblem && error.method === 'PUT' && error.status === 404;
  throw forgotten ? new RegistryProblem({ ...error.request, temporary: true }) : error;
}

const requireLocation = (answer: Answer): string | undefined =>
  locationOf(answer) ? undefined : 'started an upload without saying where';

function locationOf(answer: Answer): URL | undefined {
  const location = answer.headers.get('location');
  return location === null ? undefined : new URL(location, answer.url);
}
