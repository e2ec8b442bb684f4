import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findAttachedRecord, attachRecord } from '../../src/decide/attached-records.ts';
import { Interrupted } from '../../src/ports.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { mediaTypes } from '../../src/registry/manifest.ts';
import type { BuildRecord } from '../../src/plan/fingerprint.ts';
import { annotationKeys, annotationsOfRecord } from '../../src/plan/build-record.ts';
import { answer, type FaultyServer, refusal, startFaulty } from '../support/faults.ts';
import { pushImage, tag } from '../support/images.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';
import { digestOfOnly, record as fingerprint } from './values.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry();
}, 20_000);
afterAll(() => registry.stop());
const servers: FaultyServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

const record: BuildRecord = { fingerprint, facts: [], indexes: {} };
const index = digestOfOnly('1');
const artifactType = 'application/vnd.python-image-builder.fingerprint.v1';
const api = 'GET /v2/same/app/referrers/*';
const byTag = `GET /v2/same/app/manifests/${index.replace(':', '-')}`;

/** What is known of an image at a registry that answers as it is told. */
async function known(routes: Parameters<typeof startFaulty>[0], world = testWorld()) {
  const server = await startFaulty(routes);
  servers.push(server);
  const repository = { registry: server.host, name: 'same/app' };
  const found = await findAttachedRecord(new RegistryClient(world), repository, index, fingerprint);
  return { found, lines: world.lines };
}
const listing = (...descriptors: object[]) =>
  answer(200, { 'content-type': mediaTypes.ociIndex }, JSON.stringify({ manifests: descriptors }));
const said = listing({ digest: digestOfOnly('2'), artifactType, annotations: annotationsOfRecord(record) });

test('finds the record of other inputs that an image is the outcome of', async () => {
  const client = new RegistryClient(testWorld());
  const repository = { registry: registry.host, name: 'same/app' };
  const image = await pushImage(client, repository, ['one'], tag('v1'));
  expect(await findAttachedRecord(client, repository, image.digest, fingerprint)).toBeUndefined();
  await attachRecord(client, repository, image, annotationsOfRecord(record));
  expect(await findAttachedRecord(client, repository, image.digest, fingerprint)).toEqual(record);
  expect(
    await findAttachedRecord(client, repository, image.digest, { ...fingerprint, recipe: {} }),
  ).toBeUndefined();
});

test.each([
  ['400', refusal(400, 'UNSUPPORTED')],
  ['405', answer(405)],
  ['406', answer(406)],
  ['501', answer(501)],
  ['a page for people', answer(200, { 'content-type': 'text/html' }, '<html></html>')],
])('finds a record by the fallback tag where there is no referrers API: %s', async (_, says) => {
  expect(await known({ [api]: says, [byTag]: said })).toEqual({ found: record, lines: [] });
});

test.each([
  ['429', { [api]: answer(429) }, 429],
  ['500', { [api]: answer(500) }, 500],
  ['503', { [api]: answer(503) }, 503],
  ['a refusal of both', { [api]: answer(403), [byTag]: answer(403) }, 403],
])('builds where a registry does not answer: %s', async (_, routes, status) => {
  const { found, lines } = await known({ [byTag]: said, ...routes });
  expect(found).toBeUndefined();
  const told = new RegExp(
    `^debug What is said beside ${index} could not be read\\. .* answered ${status}\\.`,
  );
  expect(lines.at(-1)).toMatch(told);
});

test('throws an interruption on', async () => {
  const world = testWorld();
  const sleep = () => Promise.reject(new Interrupted('SIGTERM'));
  const looking = known({ [api]: answer(503) }, { ...world, clock: { ...world.clock, sleep } });
  await expect(looking).rejects.toThrow(Interrupted);
});

test.each<[string, object[]]>([
  ['nothing', [{ artifactType }, { artifactType, annotations: null }]],
  [
    'what was changed by hand',
    [{ artifactType, annotations: { ...annotationsOfRecord(record), [annotationKeys.installs]: 5 } }],
  ],
  ['something of another kind', [{ artifactType: 'another', annotations: annotationsOfRecord(record) }]],
])('ignores what others attached to an image: %s', async (_, descriptors) => {
  expect(await known({ [api]: listing(...descriptors) })).toEqual({ found: undefined, lines: [] });
});
