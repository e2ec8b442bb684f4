/**
 * Killed at any station, a publish leaves every tag at a whole image, has moved the exact tag before any other, and
 * completes when it is run again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { type Gate, type Stop, startGate } from './gate.ts';
import {
  fresh,
  imagesOf,
  manifest,
  missingOf,
  moveBase,
  must,
  node,
  probe,
  registry,
  start,
  tagsOf,
} from './support.ts';

/** Where a run is killed: at a request, or when it says something. */
type Station = { readonly name: string; readonly moved?: readonly string[] } & (
  | Omit<Stop, 'act'>
  | { readonly says: RegExp }
);

const put = (tag: string): RegExp => new RegExp(`^PUT \\S+/manifests/py3\\.13-[a-z-]+-${tag} `);
const upload = /^PUT \S+\/blobs\/uploads\/ /;

const lookingUp: Station = { name: 'looking up', at: /^GET \S+-1\.17\.0$/, when: 'asked' };
const resolving: Station = { name: 'resolving', says: /^\S lock$/m };
const building: Station = { name: 'building', says: /^ +#\d+ \[(?:\S+ )*install \d/m };
const verifying: Station = { name: 'verifying', says: /^ +#\d+ \[(?:\S+ )*run \d/m };
const aLayer: Station = { name: 'half of a layer', at: upload, size: 1 << 20, nth: 2, when: 'midway' };
const aBlob: Station = { name: 'half of a blob', at: upload, when: 'midway' };
const aManifest: Station = { name: 'a manifest', at: /^PUT \S+\/sha256:/, nth: 2, when: 'answered' };
const beforeIndex: Station = {
  name: 'before the index',
  at: /^PUT \S+\/sha256:\S+ .*\bindex\b/,
  when: 'asked',
};
const beforeExact: Station = { name: 'before the exact tag', at: put('1\\.17\\.0'), when: 'asked' };
const exact: Station = { name: 'the exact tag', at: put('1\\.17\\.0'), when: 'answered', moved: ['1.17.0'] };
const beforeLatest: Station = { name: 'before LATEST', at: put('LATEST'), when: 'asked', moved: ['1.17.0'] };
const latest: Station = { name: 'LATEST', at: put('LATEST'), when: 'answered', moved: ['1.17.0', 'LATEST'] };
const beforeMinor: Station = {
  name: 'before 1.17',
  at: put('1\\.17'),
  when: 'asked',
  moved: ['1.17.0', 'LATEST'],
};
const beforeMajor: Station = {
  name: 'before 1',
  at: put('1'),
  when: 'asked',
  moved: ['1.17.0', 'LATEST', '1.17'],
};
const beforeReadingBack: Station = {
  name: 'before reading back',
  // It was looked up, and read for the aliases.
  at: /^(?:GET|HEAD) \S+-1\.17\.0$/,
  nth: 3,
  when: 'asked',
  moved: ['1.17.0', 'LATEST', '1.17', '1'],
};

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

/** Its base is behind the gate too, where the image's repository can take layers from it. */
const rebasable = () => [
  ...shared,
  ...asLatest('1.17.0'),
  '--target-base=slim-killed',
  `--base-registry=${gate.host}/library`,
  '--provenance=false',
];

let gate: Gate;
let folder: string;
beforeAll(async () => {
  gate = await startGate(registry);
  // What a run that is killed leaves behind.
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

/** Runs to the end. */
async function complete(repositories: readonly string[], options: readonly string[]): Promise<Report> {
  gate.open();
  const args = ['dist/cli.js', ...command(repositories, options), '--json'];
  return JSON.parse(await must(node, args, { env: { RUNNER_TEMP: folder } })) as Report;
}

async function killAt(station: Station, args: readonly string[]): Promise<void> {
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
}

/** An image's platforms and their digests: attestations of two builds of the same image differ. */
const imagesAt = async (repository: string, reference: string): Promise<string> =>
  JSON.stringify(imagesOf(await manifest(repository, reference)));

/** Tags without what they all begin with, and what each stands for. */
type Tags = Readonly<Record<string, string>>;

interface State {
  readonly tags: Tags;
  /** What is not there although a tag stands for it. */
  readonly missing: readonly string[];
}

/** @param names by the images that they are for. */
async function stateOf(repository: string, names: ReadonlyMap<string, string>): Promise<State> {
  const tags = Object.entries(await tagsOf(repository)).map(async ([tag, digest]) => {
    const name = names.get(await imagesAt(repository, digest)) ?? digest;
    return [tag.replace(/^.*-/, ''), name, await missingOf(repository, tag)] as const;
  });
  const read = await Promise.all(tags);
  return {
    tags: Object.fromEntries(read.map(([tag, name]) => [tag, name])),
    missing: read.flatMap(([, , missing]) => missing),
  };
}

interface Row {
  readonly name: string;
  /** One run after the other is killed there. */
  readonly stations: readonly Station[];
  /** What the run after them has to do, which is not killed. */
  readonly ends: Report['decision'];
}

interface Scenario {
  readonly options: () => readonly string[];
  readonly before: Tags;
  /** Brings repositories into the state before; gives names of images. */
  readonly prepare: (repositories: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly rows: readonly Row[];
}

let repositories = 0;
const another = (): string => fresh(`killed-${(repositories += 1)}`);

function scenario(title: string, { options, before, prepare, rows }: Scenario): void {
  describe(title, () => {
    const places = rows.map((row) => ({ ...row, repository: another() }));
    let names: ReadonlyMap<string, string>;
    beforeAll(async () => {
      names = await prepare(places.map(({ repository }) => repository));
    });
    test.each(places)('$name', async ({ repository, stations, ends }) => {
      const seen = [{ at: 'before', ...(await stateOf(repository, names)) }];
      for (const station of stations) {
        await killAt(station, command([repository], options()));
        seen.push({ at: station.name, ...(await stateOf(repository, names)) });
      }
      const { decision } = await complete([repository], options());
      seen.push({ at: decision, ...(await stateOf(repository, names)) });
      const expected = [
        { name: 'before', moved: [] },
        ...stations,
        { name: ends, moved: ['1.17.0', 'LATEST', '1.17', '1'] },
      ];
      expect(seen).toEqual(
        expected.map(({ name, moved = [] }) => ({
          at: name,
          tags: { ...before, ...Object.fromEntries(moved.map((tag) => [tag, 'newer'])) },
          missing: [],
        })),
      );
    });
  });
}

const older = { '1.16.0': 'older', LATEST: 'older', '1.16': 'older', '1': 'older' };
/** What a run that nobody kills makes of the newest version. */
let whole: Promise<string> | undefined;
const wholeRun = () => (whole ??= newestImages());
async function newestImages(): Promise<string> {
  const repository = another();
  await complete([repository], [...alpine, ...of('1.17.0')]);
  const image = `${registry}/${repository}:py3.13-alpine-1.17.0`;
  expect(await probe(image, 'linux/amd64', ['six'])).toMatchObject({ installed: { six: '1.17.0' } });
  return imagesAt(repository, 'py3.13-alpine-1.17.0');
}

scenario('a new version, with an older one under the aliases', {
  options: newest,
  before: older,
  async prepare(into) {
    await complete(into, [...alpine, ...asLatest('1.16.0')]);
    return new Map([
      [await imagesAt(into[0]!, 'py3.13-alpine-1.16.0'), 'older'],
      [await wholeRun(), 'newer'],
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
        aLayer,
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
  before: {},
  prepare: async () => new Map([[await wholeRun(), 'newer']]),
  rows: [{ name: 'until one tag is there', stations: [aLayer, beforeIndex, beforeLatest], ends: 'retag' }],
});

scenario('another recipe, with all tags at the one before', {
  options: newest,
  before: { '1.17.0': 'older', LATEST: 'older', '1.17': 'older', '1': 'older' },
  async prepare(into) {
    await complete(into, [...alpine, ...asLatest('1.17.0'), '--maintainer=Ada']);
    return new Map([
      [await imagesAt(into[0]!, 'py3.13-alpine-1.17.0'), 'older'],
      [await wholeRun(), 'newer'],
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
  before: { '1.17.0': 'older', LATEST: 'older', '1.17': 'older', '1': 'older' },
  async prepare(into) {
    const reference = another();
    await moveBase('3.13-slim-killed', '3.13-slim');
    await complete([...into, reference], rebasable());
    await moveBase('3.13-slim-killed', '3.13-slim-moved');
    const older = await imagesAt(reference, 'py3.13-slim-killed-1.17.0');
    expect(await complete([reference], rebasable())).toMatchObject({ decision: 'rebase' });
    return new Map([
      [older, 'older'],
      [await imagesAt(reference, 'py3.13-slim-killed-1.17.0'), 'newer'],
    ]);
  },
  rows: [
    {
      name: 'from the first blob to the exact tag',
      stations: [aBlob, aManifest, beforeIndex, verifying, beforeExact, exact],
      ends: 'retag',
    },
    { name: 'between the aliases', stations: [beforeMinor], ends: 'retag' },
    { name: 'before reading back', stations: [beforeReadingBack], ends: 'keep' },
  ],
});

scenario('a version that became the latest: retag', {
  options: newest,
  before: { ...older, '1.17.0': 'newer' },
  async prepare(into) {
    await complete(into, [...alpine, ...asLatest('1.16.0')]);
    await complete(into, [...alpine, ...of('1.17.0')]);
    return new Map([
      [await imagesAt(into[0]!, 'py3.13-alpine-1.16.0'), 'older'],
      [await wholeRun(), 'newer'],
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
