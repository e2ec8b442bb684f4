/** A clean-up of 10,000 manifests: how long it takes, and that what stays is whole. */
import { afterAll, expect, test } from 'vitest';
import { now, randomManifests } from '../decide/repositories.ts';
import { lackingIn, startMemoryRegistry } from '../support/memory-registry.ts';
import { cli } from './support.ts';

const server = await startMemoryRegistry(randomManifests(10_000, 7));
afterAll(() => server.stop());

test('takes a minute at most, and what stays lacks nothing that it did not lack before', async () => {
  const [size, lacked] = [server.manifests.size, lackingIn(server)];
  expect(size).toBeGreaterThan(9_500);
  const days = Math.ceil((Date.now() - now) / 86_400_000);
  const begun = performance.now();
  const { code, stdout, stderr } = await cli([
    'clean',
    '--json',
    '--yes',
    `--image-name=${server.host}/owner/app`,
    '--keep=200',
    `--older=${days + 30}d`,
  ]);
  const seconds = (performance.now() - begun) / 1000;
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const { repositories } = JSON.parse(stdout) as { repositories: { removed: string[] }[] };
  expect(repositories[0]!.removed.length).toBe(size - server.manifests.size);
  expect(repositories[0]!.removed.length).toBeGreaterThan(5_000);
  expect([...lackingIn(server)].filter((digest) => !lacked.has(digest))).toEqual([]);
  expect(seconds).toBeLessThan(60);
});
