/** A glance at a registry, which is only worth a word. */
import { afterEach, expect, test } from 'vitest';
import type { Digest, Tag } from '../../src/names/reference.ts';
import { openRegistries } from '../../src/session/registries.ts';
import { answer, type Behaviour, type FaultyServer, refusal, reset, startFaulty } from '../support/faults.ts';
import { testWorld } from '../support/world.ts';

const servers: FaultyServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

const digest = `sha256:${'a'.repeat(64)}` as Digest;
const head = { 'content-type': 'application/vnd.oci.image.index.v1+json', 'docker-content-digest': digest };

test.each<readonly [string, Behaviour, Digest | undefined]>([
  ['gives the digest', answer(200, head), digest],
  ['gives nothing of a tag that does not exist', refusal(404, 'MANIFEST_UNKNOWN'), undefined],
  ['gives nothing of a registry that is down', refusal(503, 'UNAVAILABLE'), undefined],
  ['gives nothing of a registry that refuses', refusal(401, 'UNAUTHORIZED'), undefined],
  ['gives nothing where the connection breaks', reset, undefined],
])('%s, and waits for nothing', async (_, behaviour, expected) => {
  const server = await startFaulty({ 'HEAD /v2/library/base/manifests/1': behaviour });
  servers.push(server);
  const world = testWorld();
  const { glance } = await openRegistries(world, {});
  const repository = { registry: server.host, name: 'library/base' };
  expect(await glance(repository, '1' as Tag)).toBe(expected);
  expect(world.waits).toEqual([]);
});
