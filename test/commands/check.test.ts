/** Repositories that are whole, and such that a clean-up took something from: in a real registry. */
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import type { Digest, Repository } from '../../src/names/reference.ts';
import { pushContent } from '../../src/publish/push.ts';
import { attach } from '../../src/registry/attach.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { digestOf, mediaTypes, readContent } from '../../src/registry/manifest.ts';
import { publishTag } from '../../src/registry/publish-tag.ts';
import { checkText } from '../../src/report/check.ts';
import { type MadeContent, makeContent } from '../support/content.ts';
import { answer, type FaultyServer, refusal, startFaulty } from '../support/faults.ts';
import { bytesOf, makeManifest, pushImage, tag } from '../support/images.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry();
}, 20_000);
afterAll(() => registry.stop());

const client = new RegistryClient(testWorld());
let names = 0;
const fresh = (): Repository => ({ registry: registry.host, name: `check/app-${(names += 1)}` });
const image = makeContent({ amd64: ['base', 'amd64'], arm64: ['base', 'arm64'] });
const [, arm64, ofAmd64] = readContent(image.index.bytes).manifests!.map(({ digest }) => digest) as [
  Digest,
  Digest,
  Digest,
];

async function push(repository: Repository, content: MadeContent, ...tags: readonly string[]): Promise<void> {
  await pushContent(client, repository, content);
  const { bytes, mediaType } = content.index;
  for (const name of tags) await publishTag(client, repository, bytes, mediaType, tag(name));
}

const attachTo = (repository: Repository, of: MadeContent): Promise<Digest> =>
  attach(client, repository, {
    subject: of.index,
    artifactType: 'application/vnd.example.signature',
    annotations: { signed: 'yes' },
  });

const checked = async (repository: Repository) => {
  const { repositories, problems } = await check(testWorld(), { repositories: [repository] });
  return {
    missing: repositories[0]?.missing,
    problems: problems.map(({ station, message }) => `${station}: ${message}`),
  };
};
const notWhole = ({ registry: host, name }: Repository, tags: string): string =>
  `registry: ${host}/${name}: ${tags} to something that is not whole, which a pull or the next build may fail for. Build those images anew ("deep" finds them), or remove their tags.`;

test('a whole repository, with one HEAD a tag and a blob, and one GET a manifest', async () => {
  const repository = fresh();
  await push(repository, image, '1.0', 'latest');
  await attachTo(repository, image);
  await pushImage(client, repository, ['lone'], tag('lone'));
  const before = registry.requests().length;
  const report = await check(testWorld(), { repositories: [repository] });
  expect(report).toEqual({
    repositories: [
      {
        where: `${registry.host}/${repository.name}`,
        tags: 4,
        // An index, two images, their attestations; a lone image; an index of what is attached, and that.
        manifests: 8,
        blobs: 9,
        missing: [],
      },
    ],
    problems: [],
  });
  const paths = registry
    .requests()
    .slice(before)
    .map((line) => line.replace(`/v2/${repository.name}/`, ''));
  expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([]);
  expect(paths.filter((path) => path.includes(' 404'))).toEqual([expect.stringContaining('GET referrers/')]);
});

describe('what is missing', () => {
  test('a platform and its attestation, which a clean-up of untagged manifests deleted', async () => {
    const repository = fresh();
    await push(repository, image, '1.0', 'latest');
    await client.deleteManifest(repository, arm64);
    await client.deleteManifest(repository, ofAmd64);
    await pushImage(client, repository, ['whole'], tag('whole'));
    const tags = ['1.0', 'latest'];
    expect(await checked(repository)).toEqual({
      missing: [
        { kind: 'manifest', digest: arm64, neededBy: image.index.digest, platform: 'linux/arm64', tags },
        { kind: 'manifest', digest: ofAmd64, neededBy: image.index.digest, tags },
      ],
      problems: [notWhole(repository, '2 of 3 tags lead')],
    });
  });

  test.each([
    ['configuration', 0],
    ['layer', 1],
  ] as const)('a %s', async (kind, at) => {
    const repository = fresh();
    // Blobs of one repository are those of all: only this test has these.
    const own = makeContent({ riscv64: [`${kind} of its own`], s390x: [kind] }, false);
    await push(repository, own, '1.0');
    const [first] = readContent(own.index.bytes).manifests!;
    const { config, layers } = readContent(own.manifests.get(first!.digest)!.bytes);
    const blob = [config!, ...layers!][at]!.digest;
    await rm(registry.blobPath(blob));
    const { missing } = await checked(repository);
    expect(missing).toEqual([
      { kind, digest: blob, neededBy: first!.digest, platform: 'linux/riscv64', tags: ['1.0'] },
    ]);
  });

  test('what was attached', async () => {
    const repository = fresh();
    await push(repository, image, '1.0');
    const attached = await attachTo(repository, image);
    await client.deleteManifest(repository, attached);
    const scheme = image.index.digest.replace(':', '-');
    const { missing } = await checked(repository);
    expect(missing).toEqual([
      {
        kind: 'attached',
        digest: attached,
        neededBy: image.index.digest,
        tags: ['1.0'],
      },
      {
        kind: 'manifest',
        digest: attached,
        neededBy: expect.any(String) as unknown,
        tags: [scheme],
      },
    ]);
  });

  test('a repository, while another one is checked', async () => {
    const [there, absent] = [fresh(), fresh()];
    await push(there, image, '1.0');
    const { repositories, problems } = await check(testWorld(), { repositories: [absent, there] });
    expect(repositories.map(({ where, missing }) => [where, missing])).toEqual([
      [`${registry.host}/${there.name}`, []],
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      `There is no repository ${registry.host}/${absent.name}: check the name, which is without a tag.`,
    ]);
  });
});

describe('a registry', () => {
  let server: FaultyServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });
  const lone = makeManifest(['one']);
  const type = { 'content-type': lone.mediaType };
  const served = {
    'HEAD /v2/app/manifests/1.0': answer(200, { ...type, 'docker-content-digest': lone.digest }),
    [`GET /v2/app/manifests/${lone.digest}`]: answer(200, type, lone.bytes),
    'HEAD /v2/app/blobs/*': answer(200),
  };
  const tagsOf = (...tags: readonly string[]) => ({
    'GET /v2/app/tags/list*': answer(200, {}, JSON.stringify({ name: 'app', tags })),
  });
  const checkServer = () => checked({ registry: server!.host, name: 'app' });

  test('that lists a tag without a manifest', async () => {
    server = await startFaulty({ ...served, ...tagsOf('1.0', 'lost') });
    expect(await checkServer()).toEqual({
      missing: [{ kind: 'tag', tags: ['lost'] }],
      problems: [notWhole({ registry: server.host, name: 'app' }, '1 of 2 tags leads')],
    });
  });

  test('with the referrers API, which names what is not there', async () => {
    const gone = makeManifest(['gone']).digest;
    const listed = { schemaVersion: 2, manifests: [{ mediaType: lone.mediaType, digest: gone, size: 2 }] };
    server = await startFaulty({
      ...served,
      ...tagsOf('1.0'),
      [`GET /v2/app/referrers/${lone.digest}`]: answer(200, {}, bytesOf(listed)),
      'GET /v2/app/referrers/*': answer(200, {}, bytesOf({ schemaVersion: 2, manifests: [] })),
    });
    expect((await checkServer()).missing).toEqual([
      { kind: 'attached', digest: gone, neededBy: lone.digest, tags: ['1.0'] },
    ]);
  });

  test('with a strange index: what can be read of it is looked at', async () => {
    const type = { 'content-type': mediaTypes.ociIndex };
    const gone = makeManifest(['gone']).digest;
    const foreign = {
      mediaType: 'application/vnd.oci.image.layer.nondistributable.v1.tar',
      digest: makeManifest(['foreign']).digest,
    };
    const bytes = bytesOf({
      schemaVersion: 2,
      annotations: { 'org.opencontainers.image.base.name': 3 },
      subject: null,
      layers: [foreign],
      manifests: [null, 1, { digest: 'sha512:0' }, { digest: gone, platform: null }],
    });
    const digest = digestOf(bytes);
    server = await startFaulty({
      ...tagsOf('1.0'),
      'HEAD /v2/app/manifests/1.0': answer(200, { ...type, 'docker-content-digest': digest }),
      [`GET /v2/app/manifests/${digest}`]: answer(200, type, bytes),
    });
    expect((await checkServer()).missing).toEqual([
      { kind: 'manifest', digest: gone, neededBy: digest, tags: ['1.0'] },
    ]);
  });

  test('that refuses one manifest: nothing is said to be missing', async () => {
    server = await startFaulty({
      ...tagsOf('1.0'),
      ...served,
      [`GET /v2/app/manifests/${lone.digest}`]: refusal(403, 'DENIED'),
    });
    const { missing, problems } = await checkServer();
    expect({ missing, problems }).toEqual({
      missing: undefined,
      problems: [expect.stringContaining('did not let an anonymous user')],
    });
  });
});

test('is not begun where the file of certificates does not exist', async () => {
  const report = await check(testWorld(), { repositories: [fresh()], caBundle: '/none.pem' });
  expect(report).toEqual({
    repositories: [],
    problems: [
      {
        station: 'input',
        about: 'ca_bundle',
        message: 'There is no file "/none.pem". ca_bundle is the path of a PEM file.',
      },
    ],
  });
});

test('shows what is missing in a table, and a line for each repository', () => {
  const base = { tags: 3, manifests: 7, blobs: 1 };
  expect(
    checkText({
      repositories: [
        {
          ...base,
          where: 'ghcr.io/a/b',
          missing: [
            { kind: 'tag', tags: [tag('lost')] },
            {
              kind: 'manifest',
              digest: arm64,
              neededBy: image.index.digest,
              platform: 'linux/arm64',
              tags: [tag('1.0'), tag('latest')],
            },
          ],
        },
        { ...base, where: 'ghcr.io/a/c', missing: [] },
        { where: 'ghcr.io/a/d', tags: 0, manifests: 0, blobs: 0, missing: [] },
      ],
      problems: [],
    }),
  ).toBe(`  Missing       Platform     Digest               Needed by            Tags
  its manifest                                                         lost
  manifest      linux/arm64  ${arm64.slice(0, 19)}  ${image.index.digest.slice(0, 19)}  1.0, latest
ghcr.io/a/b: 3 tags, 7 manifests, 1 blob; 2 parts missing, of 3 tags
ghcr.io/a/c: 3 tags, 7 manifests, 1 blob; all that they need is there
ghcr.io/a/d: no tags, so there is nothing to check
`);
});
