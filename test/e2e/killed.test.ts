/**
 * A run that is killed at any station leaves every tag at a whole image, and has moved the exact tag before all others.
 * The next run completes it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { type Gate, startGate } from './gate.ts';
import {
  type Station,
  aBlob,
  aLayer,
  aManifest,
  beforeExact,
  beforeIndex,
  beforeLatest,
  beforeMajor,
  beforeMinor,
  beforeReadingBack,
  building,
  exact,
  latest,
  lookingUp,
  resolving,
  verifying,
} from './stations.ts';
import {
  copyImage,
  fresh,
  imagesOf,
  manifest,
  missingOf,
  must,
  node,
  probe,
  registry,
  start,
  tagsOf,
} from './support.ts';

const shared = [
  '--package=six',
  '--python-version=3.13',
  '--platform=linux/amd64,linux/arm64',
  '--verify=build-platform',
];
const of = (version: string) => [`--package-version=${version}`];
const asLatest = (version: string) => [...of(version), `--package-latest-version=${version}`];
const alpine = [...shared, '--target-base=alpine', `--base-registry=${registry}/library`];
const newest = () => [...alpine, ...asLatest('1.17.0')];

const bases = fresh('killed-bases');
/** The base is behind the gate too, so that its layers can be mounted. */
const rebasable = () => [
  ...shared,
  ...asLatest('1.17.0'),
  '--target-base=slim',
  `--base-registry=${gate.host}/${bases}`,
  '--provenance=false',
];
/** Points the base to another tag of the test registry. */
const moveBase = (to: string) =>
  must('docker', [
    'buildx',
    'imagetools',
    'create',
    `--tag=${registry}/${bases}/python:3.13-slim`,
    `${registry}/library/python:${to}`,
  ]);

let gate: Gate;
let folder: string;
beforeAll(async () => {
  gate = await startGate(registry);
  // For the files that killed runs leave behind.
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
});
afterAll(async () => {
  await gate.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const command = (repositories: readonly string[], options: readonly string[]) => [
  'build',
  '--push',
  `--registry=${gate.host}`,
  ...repositories.map((repository) => `--image-name=${repository}`),
  ...options,
];

async function complete(repositories: readonly string[], options: readonly string[]): Promise<Report> {
  gate.open();
  const args = ['dist/cli.js', ...command(repositories, options), '--json'];
  return JSON.parse(await must(node, args, { env: { RUNNER_TEMP: folder } })) as Report;
}

/** Kills a run at a station. Gives its decision, if it had decided. */
async function killAt(station: Station, args: readonly string[]): Promise<string | undefined> {
  gate.open(
    'says' in station
      ? undefined
      : {
          ...station,
          act: () => {
            running.kill();
            return 'shut';
          },
        },
  );
  const running = start(args, { RUNNER_TEMP: folder }, (stderr) => {
    if ('says' in station && station.says.test(stderr)) running.kill();
  });
  const { code, stdout, stderr } = await running.ended;
  if (code !== null)
    throw new Error(`${station.name}: it ended without, with ${code}:\n${stderr}\n${stdout}`);
  return /^(build|rebase|retag|keep) /m.exec(stderr)?.[1];
}

/** Tag, without its common prefix, to the name of its image. */
type Tags = Readonly<Record<string, string>>;
/** Names of images: by index, or by {@link imagesAt} for an image that each run builds anew. */
type Names = ReadonlyMap<string, string>;

const digestAt = async (repository: string, tag: string): Promise<string> =>
  (await tagsOf(repository))[tag] ?? '';

/** Platforms and digests of an image, without attestations, which differ from build to build. */
const imagesAt = async (repository: string, reference: string): Promise<string> =>
  JSON.stringify(imagesOf(await manifest(repository, reference)));

/** The image of each tag, by name or else by digest, and the blobs that are missing. */
async function stateOf(repository: string, names: Names): Promise<{ tags: Tags; missing: string[] }> {
  const held = await tagsOf(repository);
  const exactDigest = Object.entries(held).find(([tag]) => tag.endsWith('-1.17.0'))?.[1];
  const read = Object.entries(held).map(async ([tag, digest]) => {
    // An image that was built anew is right only if the exact tag points to it.
    const anew = digest === exactDigest ? names.get(await imagesAt(repository, digest)) : undefined;
    const name = names.get(digest) ?? anew ?? digest;
    return { tag: tag.replace(/^.*-/, ''), name, missing: await missingOf(repository, tag) };
  });
  const all = await Promise.all(read);
  return {
    tags: Object.fromEntries(all.map(({ tag, name }) => [tag, name])),
    missing: all.flatMap(({ missing }) => missing),
  };
}

interface Row {
  readonly name: string;
  /** A run is killed at each of these. */
  readonly stations: readonly Station[];
  /** The decision of the last run, which is not killed. */
  readonly ends: Report['decision'];
}

interface Scenario {
  readonly options: () => readonly string[];
  /** The decision of each killed run. */
  readonly does: Report['decision'];
  readonly before: Tags;
  /** Brings repositories into the state `before`. Gives names of images. */
  readonly prepare: (repositories: readonly string[]) => Promise<Names>;
  readonly rows: readonly Row[];
}

let repositories = 0;
const another = (): string => fresh(`killed-${(repositories += 1)}`);

function scenario(title: string, { options, does, before, prepare, rows }: Scenario): void {
  describe(title, () => {
    const places = rows.map((row) => ({ ...row, repository: another() }));
    let names: Names;
    beforeAll(async () => {
      names = await prepare(places.map(({ repository }) => repository));
    });
    test.each(places)('$name', async ({ repository, stations, ends }) => {
      const seen: unknown[] = [await stateOf(repository, names)];
      for (const station of stations) {
        const decided = await killAt(station, command([repository], options()));
        seen.push({ at: station.name, decided, ...(await stateOf(repository, names)) });
      }
      const { decision } = await complete([repository], options());
      seen.push({ decided: decision, ...(await stateOf(repository, names)) });
      const after = (moved: readonly string[] = []) => ({
        tags: { ...before, ...Object.fromEntries(moved.map((tag) => [tag, 'newer'])) },
        missing: [],
      });
      expect(seen).toEqual([
        after([]),
        ...stations.map((station) => ({
          at: station.name,
          decided: station === lookingUp ? undefined : does,
          ...after(station.moved),
        })),
        { decided: ends, ...after(['1.17.0', 'LATEST', '1.17', '1']) },
      ]);
    });
  });
}

const older = { '1.16.0': 'older', LATEST: 'older', '1.16': 'older', '1': 'older' };
/** Images of runs that were not killed: an older version with its aliases, and the newest. */
const wholes = { older: another(), newest: another() };
beforeAll(async () => {
  await complete([wholes.older], [...alpine, ...asLatest('1.16.0')]);
  await complete([wholes.newest], [...alpine, ...of('1.17.0')]);
  const image = `${registry}/${wholes.newest}:py3.13-alpine-1.17.0`;
  expect(await probe(image, 'linux/amd64', ['six'])).toMatchObject({ installed: { six: '1.17.0' } });
});
const newestImages = () => imagesAt(wholes.newest, 'py3.13-alpine-1.17.0');
const olderTags = ['1.16.0', 'LATEST', '1.16', '1'].map((end) => `py3.13-alpine-${end}`);

scenario('a new version, with an older one under the aliases', {
  options: newest,
  does: 'build',
  before: older,
  async prepare(into) {
    await copyImage(wholes.older, olderTags, into);
    return new Map([
      [await digestAt(into[0]!, 'py3.13-alpine-1.16.0'), 'older'],
      [await newestImages(), 'newer'],
    ]);
  },
  rows: [
    {
      name: 'from the beginning to the exact tag',
      stations: [
        lookingUp,
        resolving,
        building,
        verifying,
        aBlob,
        aManifest,
        beforeIndex,
        beforeExact,
        exact,
      ],
      ends: 'retag',
    },
  ],
});

scenario('a version of which nothing is there', {
  options: newest,
  does: 'build',
  before: {},
  prepare: async () => new Map([[await newestImages(), 'newer']]),
  rows: [{ name: 'until one tag is there', stations: [aLayer, beforeIndex, beforeLatest], ends: 'retag' }],
});

scenario('another recipe, with all tags at the one before', {
  options: newest,
  does: 'build',
  before: { '1.17.0': 'older', LATEST: 'older', '1.17': 'older', '1': 'older' },
  async prepare(into) {
    await complete(into, [...alpine, ...asLatest('1.17.0'), '--maintainer=Ada']);
    return new Map([
      [await digestAt(into[0]!, 'py3.13-alpine-1.17.0'), 'older'],
      [await newestImages(), 'newer'],
    ]);
  },
  rows: [
    { name: 'between the aliases', stations: [beforeMinor], ends: 'retag' },
    { name: 'before the last alias', stations: [beforeMajor], ends: 'retag' },
    { name: 'before reading back', stations: [beforeReadingBack], ends: 'keep' },
  ],
});

scenario('a base that has moved: rebase', {
  options: rebasable,
  does: 'rebase',
  before: { '1.17.0': 'older', LATEST: 'older', '1.17': 'older', '1': 'older' },
  async prepare(into) {
    const reference = another();
    await moveBase('3.13-slim');
    await complete([...into, reference], rebasable());
    await moveBase('3.13-slim-moved');
    const was = await digestAt(reference, 'py3.13-slim-1.17.0');
    expect(await complete([reference], rebasable())).toMatchObject({ decision: 'rebase' });
    return new Map([
      [was, 'older'],
      [await imagesAt(reference, 'py3.13-slim-1.17.0'), 'newer'],
    ]);
  },
  rows: [
    {
      name: 'from the beginning to the exact tag',
      stations: [lookingUp, resolving, aBlob, aManifest, beforeIndex, verifying, beforeExact, exact],
      ends: 'retag',
    },
    { name: 'between the aliases', stations: [beforeMinor], ends: 'retag' },
    { name: 'before reading back', stations: [beforeReadingBack], ends: 'keep' },
  ],
});

scenario('a version that became the latest: retag', {
  options: newest,
  does: 'retag',
  before: { ...older, '1.17.0': 'newer' },
  async prepare(into) {
    await copyImage(wholes.older, olderTags, into);
    await copyImage(wholes.newest, ['py3.13-alpine-1.17.0'], into);
    return new Map([
      [await digestAt(into[0]!, 'py3.13-alpine-1.16.0'), 'older'],
      [await newestImages(), 'newer'],
    ]);
  },
  rows: [
    {
      name: 'alias by alias',
      stations: [lookingUp, beforeLatest, latest, beforeMinor, beforeMajor, beforeReadingBack],
      ends: 'keep',
    },
  ],
});
