import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tags } from '../../src/plan/tags.ts';
import {
  observeAlias,
  observeBase,
  type ObservedAlias,
  type ObservedImage,
  observeImage,
} from '../../src/observe/observe.ts';
import { Failure } from '../../src/errors.ts';
import type { Digest, Repository } from '../../src/names/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { type Manifest, digestOf, mediaTypes } from '../../src/registry/manifest.ts';
import { publishTag } from '../../src/registry/publish-tag.ts';
import { createdKey, type BuildRecord } from '../../src/plan/fingerprint.ts';
import { packageVersionKey, versionKey } from '../../src/plan/labels.ts';
import { annotationsOfRecord } from '../../src/plan/build-record.ts';
import { answer, startFaulty } from '../support/faults.ts';
import { bytesOf, pushImage, tag } from '../support/images.ts';
import { type Line, startLine } from '../support/line.ts';
import { startRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';
import { record as fingerprint, versionOf } from '../decide/values.ts';

/** Everything goes over a line, which counts. */
let line: Line;
const running: { readonly stop: () => Promise<void> }[] = [];
beforeAll(async () => {
  const registry = await startRegistry();
  line = await startLine(registry);
  running.push(line, registry);
}, 20_000);
afterAll(() => Promise.all(running.map((one) => one.stop())));

const client = () => new RegistryClient(testWorld());
const at = (name: string, { host }: { readonly host: string } = line): Repository => ({
  registry: host,
  name,
});
let names = 0;
const fresh = (): Repository => at(`demo/${(names += 1)}`);

type Annotations = Readonly<Record<string, string>>;
const amd64 = { os: 'linux', architecture: 'amd64' };
const arm64 = { os: 'linux', architecture: 'arm64', variant: 'v8' };

/** Pushes an index of one image under each platform, with an attestation, as BuildKit does. */
async function pushIndex(
  repository: Repository,
  under: string,
  annotations?: Annotations,
  platforms: readonly object[] = [arm64, amd64],
): Promise<{ readonly index: Manifest; readonly child: Digest }> {
  const { bytes: image, digest: child, mediaType } = await pushImage(client(), repository, ['a layer']);
  const descriptor = { mediaType, digest: child, size: image.length };
  const attestation = {
    ...descriptor,
    platform: { os: 'unknown', architecture: 'unknown' },
    annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
  };
  const bytes = bytesOf({
    schemaVersion: 2,
    mediaType: mediaTypes.ociIndex,
    manifests: [...platforms.map((platform) => ({ ...descriptor, platform })), attestation],
    annotations,
  });
  await publishTag(client(), repository, bytes, mediaTypes.ociIndex, tag(under));
  return { index: { mediaType: mediaTypes.ociIndex, digest: digestOf(bytes), bytes }, child };
}

/** Pushes a manifest that is no part of an index. */
async function pushLone(repository: Repository, under: string, annotations: Annotations): Promise<Manifest> {
  const { bytes: plain, mediaType } = await pushImage(client(), repository, ['a layer']);
  const bytes = bytesOf({ ...JSON.parse(Buffer.from(plain).toString('utf8')), annotations });
  await publishTag(client(), repository, bytes, mediaType, tag(under));
  return { mediaType, digest: digestOf(bytes), bytes };
}

const exact = tag('py3.13-slim-1.2.3');
const latest = tag('py3.13-slim-LATEST');
const minor = tag('py3.13-slim-1.2');
const major = tag('py3.13-slim-1');
const alone: Tags = { exact, aliases: [] };
const record: BuildRecord = { fingerprint, facts: [], indexes: {} };
const observe = (repository: Repository, tags: Tags): Promise<ObservedImage> =>
  observeImage(client(), repository, tags);

/** What the registry is asked while something is done. */
async function asked<T>(work: () => Promise<T>): Promise<readonly [T, readonly string[]]> {
  const before = line.lines().length;
  const result = await work();
  return [result, line.lines().slice(before)];
}

describe('an image', () => {
  test('that is not there, in a repository that is not', async () => {
    const [observed, requests] = await asked(() =>
      observe(at('absent/demo'), { exact, aliases: [latest, major] }),
    );
    expect(observed).toEqual({ is: 'absent', aliases: [{ tag: latest }, { tag: major }] });
    expect(requests.toSorted()).toEqual([
      'GET /v2/',
      'GET /v2/absent/demo/manifests/py3.13-slim-1.2.3',
      'HEAD /v2/absent/demo/manifests/py3.13-slim-1',
      'HEAD /v2/absent/demo/manifests/py3.13-slim-LATEST',
    ]);
  });

  test('that is not there, although its aliases are', async () => {
    const repository = fresh();
    const { index } = await pushIndex(repository, latest, { [packageVersionKey]: '1.2.3' });
    expect(await observe(repository, { exact, aliases: [latest] })).toEqual({
      is: 'absent',
      aliases: [{ tag: latest, digest: index.digest, version: versionOf('1.2.3') }],
    });
  });

  test('that another tool made', async () => {
    const repository = fresh();
    const { index } = await pushIndex(repository, exact);
    expect(await observe(repository, alone)).toEqual({
      is: 'present',
      aliases: [],
      index,
      platforms: ['linux/amd64', 'linux/arm64'],
    });
  });

  test('that was made here, with its age', async () => {
    const repository = fresh();
    const annotations = { ...annotationsOfRecord(record), [createdKey]: '2026-01-02T03:04:05.000Z' };
    const { index } = await pushIndex(repository, exact, annotations);
    expect(await observe(repository, alone)).toEqual({
      is: 'present',
      aliases: [],
      index,
      platforms: ['linux/amd64', 'linux/arm64'],
      record,
      created: Date.UTC(2026, 0, 2, 3, 4, 5),
    });
  });

  test('whose platforms are those of the index, and not those that it was made for', async () => {
    const repository = fresh();
    await pushIndex(repository, exact, annotationsOfRecord(record), [amd64]);
    expect(await observe(repository, alone)).toMatchObject({ platforms: ['linux/amd64'], record });
  });

  test.each<[string, Annotations, object]>([
    [
      'of one platform, made here',
      annotationsOfRecord({ ...record, fingerprint: { ...fingerprint, platforms: ['linux/arm64'] } }),
      {
        platforms: ['linux/arm64'],
        record: { ...record, fingerprint: { ...fingerprint, platforms: ['linux/arm64'] } },
      },
    ],
    ['of one platform, made by another tool', { [versionKey]: '1.2.3' }, { platforms: [] }],
    [
      'with annotations that were changed by hand, and no time in `created`',
      {
        ...annotationsOfRecord(record),
        'io.github.python-image-builder.platforms': 'linux/s390x',
        [createdKey]: 'now',
      },
      { platforms: [] },
    ],
  ])('that is a manifest without an index: %s', async (_, annotations, expected) => {
    const repository = fresh();
    const index = await pushLone(repository, exact, annotations);
    expect(await observe(repository, alone)).toEqual({ is: 'present', aliases: [], index, ...expected });
  });
});

describe('aliases', () => {
  test('each with its digest and the version that it stands for, in the order given', async () => {
    const repository = fresh();
    const ours = await pushIndex(repository, exact, {
      ...annotationsOfRecord(record),
      [packageVersionKey]: '1.2.3',
    });
    await publishTag(client(), repository, ours.index.bytes, mediaTypes.ociIndex, minor);
    const newer = await pushIndex(repository, latest, {
      [packageVersionKey]: '1.10.0',
      [versionKey]: '2026-01',
    });
    const [observed, requests] = await asked(() =>
      observe(repository, { exact, aliases: [latest, minor, major] }),
    );
    expect(observed).toEqual({
      is: 'present',
      index: ours.index,
      platforms: ['linux/amd64', 'linux/arm64'],
      record,
      aliases: [
        { tag: latest, digest: newer.index.digest, version: versionOf('1.10.0') },
        { tag: minor, digest: ours.index.digest },
        { tag: major },
      ],
    });
    // One to learn how to authenticate, one for each tag, and what stands for something else is read.
    const manifests = `/v2/${repository.name}/manifests`;
    expect(requests.toSorted()).toEqual([
      'GET /v2/',
      `GET ${manifests}/${exact}`,
      `GET ${manifests}/${newer.index.digest}`,
      `HEAD ${manifests}/${major}`,
      `HEAD ${manifests}/${minor}`,
      `HEAD ${manifests}/${latest}`,
    ]);
  });

  test.each<[string, boolean, (at: string, other: Digest) => string[]]>([
    ['of what is known is only asked for its digest', true, (where) => [`HEAD ${where}/${latest}`]],
    [
      'of something else is asked for its digest, and then read by it',
      false,
      (where, other) => [`HEAD ${where}/${latest}`, `GET ${where}/${other}`],
    ],
  ])('one alone %s', async (_, same, requests) => {
    const repository = fresh();
    const { index } = await pushIndex(repository, latest, { [packageVersionKey]: '1.2.3' });
    const known = same ? index.digest : digestOf(bytesOf('another'));
    const [alias, lines] = await asked(() => observeAlias(client(), repository, latest, known));
    expect(alias).toEqual({
      tag: latest,
      digest: index.digest,
      ...(same ? {} : { version: versionOf('1.2.3') }),
    });
    expect(lines.slice(1)).toEqual(requests(`/v2/${repository.name}/manifests`, index.digest));
  });

  test('one that is not there is not read', async () => {
    const repository = fresh();
    const [alias, lines] = await asked(() =>
      observeAlias(client(), repository, latest, digestOf(bytesOf('another'))),
    );
    expect(alias).toEqual({ tag: latest });
    expect(lines.slice(1)).toEqual([`HEAD /v2/${repository.name}/manifests/${latest}`]);
  });

  // Registries check annotations, but who serves files as a registry does not.
  test.each<[string, unknown]>([
    ['a number', { [packageVersionKey]: 1 }],
    ['a list', { [packageVersionKey]: ['1.2.3'] }],
    ['nothing at all', null],
  ])('that say %s where a version is due', async (_, annotations) => {
    const bytes = bytesOf({ mediaType: mediaTypes.ociIndex, manifests: [], annotations });
    const headers = { 'content-type': mediaTypes.ociIndex, 'docker-content-digest': digestOf(bytes) };
    const server = await startFaulty({
      'HEAD *': answer(200, headers),
      'GET /v2/demo/*': answer(200, headers, bytes),
    });
    running.push(server);
    const expected: ObservedAlias = { tag: latest, digest: digestOf(bytes) };
    const found = observeAlias(client(), at('demo', server), latest, digestOf(bytesOf('another')));
    expect(await found).toEqual(expected);
  });

  test.each<[string, Annotations | undefined, string | undefined]>([
    ['what another tool calls its version', { [versionKey]: '1.0' }, '1.0'],
    ['no version', { [versionKey]: 'main' }, undefined],
    [
      'no version here, whatever else it is called',
      { [packageVersionKey]: '?', [versionKey]: '1.0' },
      undefined,
    ],
    ['nothing', {}, undefined],
    ['no annotations', undefined, undefined],
  ])('that say %s', async (_, annotations, version) => {
    const repository = fresh();
    const { index } = await pushIndex(repository, latest, annotations);
    const { aliases } = (await observe(repository, { exact, aliases: [latest] })) as { aliases: unknown };
    expect(aliases).toEqual([
      {
        tag: latest,
        digest: index.digest,
        ...(version === undefined ? {} : { version: versionOf(version) }),
      },
    ]);
  });
});

test('each of several destinations is observed for itself', async () => {
  const other = await startRegistry();
  running.push(other);
  await pushIndex(at('two/demo'), exact, annotationsOfRecord(record));
  const reader = client();
  const places = [at('two/demo'), at('two/elsewhere'), at('two/demo', other)];
  const found = await Promise.all(places.map((place) => observeImage(reader, place, alone)));
  expect(found.map(({ is }) => is)).toEqual(['present', 'absent', 'absent']);
});

test('what is no answer is not taken for absent', async () => {
  const { stop, host } = await startRegistry();
  await stop();
  await expect(observe({ registry: host, name: 'team/demo' }, alone)).rejects.toThrow(Failure);
});

describe('a base', () => {
  const image = 'library/python';
  const reference = (under: string): string => `${line.host}/${image}:${under}`;
  let index: Manifest;
  let child: Digest;
  beforeAll(async () => {
    ({ index, child } = await pushIndex(at(image), '3.13-slim'));
  });
  const whole = () => ({
    reference: reference('3.13-slim'),
    repository: at(image),
    tag: tag('3.13-slim'),
    digest: index.digest,
    platforms: [
      { platform: 'linux/arm64', digest: child },
      { platform: 'linux/amd64', digest: child },
    ],
  });
  /** What an image says that was built on a base of these digests. */
  const on = (whole_: Digest, platform: Digest): BuildRecord => ({
    fingerprint: {
      ...fingerprint,
      bases: { [reference('3.13-slim')]: { 'linux/amd64': platform, 'linux/arm64': platform } },
    },
    facts: [],
    indexes: { [reference('3.13-slim')]: whole_ },
  });

  test('is what its index says today', async () => {
    const [base, requests] = await asked(() =>
      observeBase(client(), reference('3.13-slim'), ['linux/arm64']),
    );
    expect(base).toMatchObject(whole());
    expect(requests).toEqual(['GET /v2/', `GET /v2/${image}/manifests/3.13-slim`]);
  });

  test('that an image stands on already is only asked for its digest', async () => {
    const [base, requests] = await asked(() =>
      observeBase(
        client(),
        reference('3.13-slim'),
        ['linux/amd64', 'linux/arm64'],
        [on(digestOf(bytesOf('older')), digestOf(bytesOf('older'))), on(index.digest, child)],
      ),
    );
    expect(base).toEqual({ ...whole(), platforms: whole().platforms.toReversed() });
    expect(requests).toEqual(['GET /v2/', `HEAD /v2/${image}/manifests/3.13-slim`]);
  });

  test('that has moved since is read', async () => {
    const older = digestOf(bytesOf('older'));
    const [base, requests] = await asked(() =>
      observeBase(client(), reference('3.13-slim'), ['linux/amd64', 'linux/arm64'], [on(older, older)]),
    );
    expect(base).toMatchObject(whole());
    expect(requests.slice(1)).toEqual([
      `HEAD /v2/${image}/manifests/3.13-slim`,
      `GET /v2/${image}/manifests/3.13-slim`,
    ]);
  });

  test('is read where the image was not made for a platform that is wanted', async () => {
    const [base, requests] = await asked(() =>
      observeBase(
        client(),
        reference('3.13-slim'),
        ['linux/amd64', 'linux/arm64'],
        [{ ...on(index.digest, child), fingerprint }],
      ),
    );
    expect(base).toMatchObject(whole());
    expect(requests.slice(1)).toEqual([`GET /v2/${image}/manifests/3.13-slim`]);
  });

  test('that is a lone manifest stands for every platform', async () => {
    const { digest } = await pushLone(at(image), 'lone', {});
    expect(await observeBase(client(), reference('lone'), ['linux/arm64'])).toEqual({
      reference: reference('lone'),
      repository: at(image),
      tag: tag('lone'),
      digest,
      platforms: [{ platform: 'linux/arm64', digest }],
    });
  });

  test.each<[string, (digest: Digest) => readonly BuildRecord[]]>([
    ['looked at', () => []],
    [
      'that an image says it stands on',
      (digest) => [
        {
          fingerprint: {
            ...fingerprint,
            bases: { [reference('lone')]: { 'linux/amd64': digest, 'linux/arm64': digest } },
          },
          facts: [],
          indexes: { [reference('lone')]: digest },
        },
      ],
    ],
  ])('that is a lone manifest stands for no more than one: %s', async (_, by) => {
    const { digest } = await pushLone(at(image), 'lone', {});
    const wanted = ['linux/amd64', 'linux/arm64'] as const;
    const looking = observeBase(client(), reference('lone'), wanted, by(digest));
    await expect(looking).rejects.toThrow(Failure);
    await expect(looking).rejects.toThrow(
      `The base image ${reference('lone')} is for one platform only, and it is wanted for linux/amd64, linux/arm64. Leave all but its own out of the input platform, or take another target_base.`,
    );
  });

  test('of platforms that no official image is made for is a failure', async () => {
    await pushIndex(at(image), 'windows', {}, [{ os: 'windows', architecture: 'amd64' }]);
    await expect(observeBase(client(), reference('windows'), ['linux/amd64'])).rejects.toThrow(
      `The base image ${reference('windows')} does not exist for linux/amd64: it has no platform that is known here.`,
    );
  });

  test.each<
    [
      string,
      () => string,
      readonly ('linux/amd64' | 'linux/arm/v7' | 'linux/386')[],
      (name: string) => string,
    ]
  >([
    [
      'that does not exist',
      () => reference('9.99'),
      ['linux/amd64'],
      (name) =>
        `The base image ${name} does not exist. Its name is made from base_registry, python_version and target_base: look at which tags the official Python image has there.`,
    ],
    [
      'without a platform',
      () => reference('3.13-slim'),
      ['linux/amd64', 'linux/arm/v7'],
      (name) =>
        `The base image ${name} does not exist for linux/arm/v7: it has linux/arm64, linux/amd64. Leave it out of the input platform, or take another target_base.`,
    ],
    [
      'without two platforms',
      () => reference('3.13-slim'),
      ['linux/386', 'linux/arm/v7'],
      (name) =>
        `The base image ${name} does not exist for linux/386, linux/arm/v7: it has linux/arm64, linux/amd64. Leave them out of the input platform, or take another target_base.`,
    ],
  ])('%s is a failure', async (_, name, wanted, message) => {
    const looking = observeBase(client(), name(), wanted);
    await expect(looking).rejects.toThrow(Failure);
    await expect(looking).rejects.toThrow(message(name()));
  });

  test('whose reference is none is a failure', async () => {
    await expect(observeBase(client(), 'Python:3', ['linux/amd64'])).rejects.toThrow(Failure);
  });
});
