/** Blobs in and out: streamed to a file, uploaded in one piece. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type Budget, withRetries } from '../http.ts';
import type { Digest, Repository } from '../names/reference.ts';
import type { Clock } from '../ports.ts';
import { digestOf } from './manifest.ts';
import { type Answer, type Transport, temporaryPut } from './transport.ts';

/** Bytes, or a file's content with its digest (`openAsBlob` of node:fs reads it while it is sent). */
export type BlobSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'file'; readonly digest: Digest; readonly blob: Blob };

export async function saveBlob(
  transport: Transport,
  repository: Repository,
  digest: Digest,
  path: string,
): Promise<boolean> {
  const file = await open(path, 'w');
  let hash = createHash('sha256');
  try {
    const answer = await transport({
      method: 'GET',
      repository,
      path: `blobs/${digest}`,
      action: 'pull',
      expect: [200, 404],
      sink: async () => {
        // Each attempt begins the file anew; where in it to write is counted here, not by the handle.
        hash = createHash('sha256');
        let position = 0;
        await file.truncate(0);
        return async (chunk) => {
          hash.update(chunk);
          await file.write(chunk, 0, chunk.length, position);
          position += chunk.length;
        };
      },
      check: ({ status }) => {
        if (status !== 200) return undefined;
        const got = `sha256:${hash.digest('hex')}`;
        return got === digest ? undefined : `sent a blob with the digest ${got} where ${digest} was due`;
      },
    });
    return answer.status === 200;
  } finally {
    await file.close();
  }
}

/**
 * POST, then PUT of the whole (distribution specification, "Monolithic upload"). An upload that failed midway is
 * begun anew; whether one whose answer was lost has arrived, the blob itself says.
 */
export async function uploadBlob(
  transport: Transport,
  clock: Clock,
  repository: Repository,
  source: BlobSource,
  budget: Budget | undefined,
): Promise<void> {
  const digest = source.kind === 'bytes' ? digestOf(source.bytes) : source.digest;
  const body = source.kind === 'bytes' ? source.bytes : source.blob;
  await withRetries(
    async () => {
      const path = `blobs/${digest}`;
      const there = await transport({
        method: 'HEAD',
        repository,
        path,
        action: 'pull,push',
        expect: [200, 404],
      });
      if (there.status === 200) return;
      const started = await transport({
        method: 'POST',
        repository,
        path: 'blobs/uploads/',
        action: 'pull,push',
        expect: [202],
        check: (answer) => (locationOf(answer) ? undefined : 'started an upload without saying where'),
      });
      const location = locationOf(started)!;
      location.searchParams.set('digest', digest);
      await transport({
        method: 'PUT',
        repository,
        path: location,
        action: 'pull,push',
        headers: { 'content-type': 'application/octet-stream' },
        body,
        expect: [201, 204],
        once: true,
      });
    },
    { clock, again: temporaryPut, ...(budget && { budget }) },
  );
}

/** Ends an upload that was only a question. Registries forget it by themselves too, so a refusal is no matter. */
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

function locationOf(answer: Answer): URL | undefined {
  const location = answer.headers.get('location');
  return location === null ? undefined : new URL(location, answer.url);
}
