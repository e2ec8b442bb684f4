/** Downloads a blob to a file. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { onFile } from '../file-failure.ts';
import type { Digest, Repository } from '../names/reference.ts';
import type { Transport } from './transport.ts';

export async function saveBlob(
  transport: Transport,
  repository: Repository,
  digest: Digest,
  path: string,
): Promise<boolean> {
  const written = <T>(work: () => Promise<T>): Promise<T> => onFile(path, 'written', work);
  const file = await written(() => open(path, 'w'));
  let hash = createHash('sha256');
  try {
    const answer = await transport({
      method: 'GET',
      repository,
      path: `blobs/${digest}`,
      action: 'pull',
      expect: [200, 404],
      sink: async () => {
        // Each attempt overwrites the file from its start; the handle's own position would go on from the last one.
        hash = createHash('sha256');
        let position = 0;
        await written(() => file.truncate(0));
        return async (chunk) => {
          hash.update(chunk);
          const at = position;
          await written(() => file.write(chunk, 0, chunk.length, at));
          position += chunk.length;
        };
      },
      check: ({ status }) => {
        if (status !== 200) return undefined;
        const received = `sha256:${hash.digest('hex')}`;
        return received === digest
          ? undefined
          : `sent a blob with the digest ${received} where ${digest} was due`;
      },
    });
    return answer.status === 200;
  } finally {
    await written(() => file.close());
  }
}
