/** The commands of docs/registry-care.md, as a reader runs them, over images in a registry of their own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Repository } from '../../src/names/reference.ts';
import { pushContent } from '../../src/publish/push.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { digestOf, readContent } from '../../src/registry/manifest.ts';
import { publishTag } from '../../src/registry/publish-tag.ts';
import type { CleanReport } from '../../src/report/clean.ts';
import { makeContent } from '../support/content.ts';
import { bytesOf, tag } from '../support/images.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';
import { cli, type Done, tagsOf } from './support.ts';

const page = 'docs/registry-care.md';
const client = new RegistryClient(testWorld());
let registry: TestRegistry;
let repository: Repository;

/** Twelve images of two platforms, one a year from 2001: all have the first platform. */
beforeAll(async () => {
  registry = await startRegistry();
  repository = { registry: registry.host, name: 'care' };
  for (let year = 2001; year <= 2012; year += 1) {
    const made = makeContent({ amd64: ['shared'], arm64: [`of ${year}`] });
    const annotations = { 'org.opencontainers.image.created': `${year}-06-01T00:00:00Z` };
    const bytes = bytesOf({ ...readContent(made.index.bytes), annotations });
    const index = { ...made.index, bytes, digest: digestOf(bytes) };
    await pushContent(client, repository, { ...made, index });
    await publishTag(client, repository, bytes, index.mediaType, tag(`v${year}`));
  }
});
afterAll(() => registry.stop());

const onPage = (pattern: RegExp, ...more: readonly string[]): Promise<Done> =>
  cli([
    ...argumentsOf(
      commandOn(page, pattern, { 'ghcr.io/example/uvicorn': `${registry.host}/${repository.name}` }),
    ),
    ...more,
  ]);
const years = async (): Promise<string[]> => Object.keys(await tagsOf('care', registry.host)).toSorted();

test('a whole repository is whole', async () => {
  const { code, stdout } = await onPage(/ check /);
  expect([code, stdout]).toEqual([
    0,
    `${registry.host}/care: 12 tags, 38 manifests, 29 blobs; all that they need is there\n`,
  ]);
});

test('a list says what would go, and all stays', async () => {
  const { code, stdout } = await onPage(/ clean .* --dry-run$/);
  expect([code, stdout.split('\n').at(-2), (await years()).length]).toEqual([
    0,
    `${registry.host}/care: 2 of 12 images go; besides 4 manifests that only they need`,
    12,
  ]);
});

test('without a terminal nothing is removed that was not agreed to', async () => {
  const { code, stderr } = await cli(['clean', `--image-name=${registry.host}/care`, '--keep=1']);
  expect([code, (await years()).length]).toEqual([2, 12]);
  expect(stderr).toContain('There is no terminal to ask at');
});

test('old images go with what only they need, and the others are whole', async () => {
  const { code, stdout } = await onPage(/ clean .* --yes$/, '--json');
  const { outcome, repositories } = JSON.parse(stdout) as CleanReport;
  expect([code, outcome, repositories[0]?.removed.length]).toEqual([0, 'removed', 6]);
  expect(await years()).toEqual(Array.from({ length: 10 }, (_, at) => `v${2003 + at}`));
  expect((await onPage(/ check /)).code).toBe(0);
});

test('an image that lost a platform is found', async () => {
  const index = await client.getManifest(repository, tag('v2005'));
  await client.deleteManifest(repository, readContent(index!.bytes).manifests![1]!.digest);
  const { code, stdout, stderr } = await onPage(/ check /);
  expect(code).toBe(4);
  expect(stdout).toMatch(/^ +manifest +linux\/arm64 .* v2005$/m);
  expect(stderr).toContain(`${registry.host}/care: 1 of 10 tags leads to something that is not whole`);
});
