/**
 * Several images in one run: groups beside each other, and images that stand on each other. Costs 100 s.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BakeFile } from '../../src/build/bake-file.ts';
import type { Raw } from '../../src/inputs/registry.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Report } from '../../src/report/report.ts';
import { type Ended, imageFor, inputsOf, planOf, type PlanRun, runPlanned } from './plans.ts';
import {
  blob,
  copyImage,
  fresh,
  imagesOf,
  machines,
  manifest,
  node,
  probe,
  registry,
  tagsOf,
} from './support.ts';
import { watch, type Watched } from './watched.ts';

const exact = 'py3.13-slim-1.17.0';
let folder = '';
let watched: Watched;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groups-'));
  watched = await watch(folder, ['docker']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is said of an image, as far as it matters whether it was published, and why not. */
const became = ({ outcome, reason, destinations, problems, blockedBy }: Report) => ({
  outcome,
  reason,
  moved: destinations.map(({ moved }) => moved),
  problems: problems.map(({ station, message }) => `${station}: ${message}`),
  ...(blockedBy === undefined ? {} : { blockedBy }),
});

const published = (repository: string, reason?: string) => ({
  outcome: 'published',
  reason: reason ?? `${registry}/${repository}:${exact} did not exist`,
  moved: [[exact]],
  problems: [],
});

const unchanged = 'nothing changed: its recipe, its base and its requirements are those that it was made of';
const unlocked =
  'nothing changed that can be seen: its recipe and its base are those that it was made of, and what it installs is not locked';

/** The targets of each run of buildx that builds images. */
const builds = (): string[][] =>
  watched
    .take()
    .calls.filter((call) => / bake .*--file=docker-bake\.json/.test(call))
    .map((call) => call.split(' ').slice(call.split(' ').indexOf('bake') + 1))
    .map((words) => words.filter((word) => !word.startsWith('--')))
    .filter((targets) => !targets.includes('facts'));

const run = (plan: Plan, more: PlanRun = {}): Promise<Ended> =>
  runPlanned(plan, { ...more, env: { ...process.env, PATH: watched.path } });

/** Digests of the layers of an image of a repository, for one platform. */
async function layersOf(repository: string, platform = 'linux/amd64'): Promise<string[]> {
  const images = imagesOf(await manifest(repository, exact));
  const { digest } = images.find((image) => image.platform === platform)!;
  return (await manifest(repository, digest)).layers.map((layer) => layer.digest);
}

/** The labels of an image, without those of this project. */
async function labelOf(repository: string, name: string): Promise<string | undefined> {
  const [image] = imagesOf(await manifest(repository, exact));
  const { config } = await manifest(repository, image!.digest);
  const read = JSON.parse((await blob(repository, config.digest)).toString()) as {
    readonly config: { readonly Labels?: Readonly<Record<string, string>> };
  };
  return read.config.Labels?.[name];
}

test('of cells at once, those that are right are published, and no other moves a tag', async () => {
  const six = fresh('groups-six');
  const other = fresh('groups-iniconfig');
  const broken = fresh('groups-broken');
  const foreign = fresh('groups-foreign');
  const plan = planOf(
    [
      imageFor('six', inputsOf({ image_name: six })),
      imageFor('iniconfig', inputsOf({ image_name: other, package: 'iniconfig', package_version: '2.1.0' })),
      imageFor('broken', inputsOf({ image_name: broken, tags: 'stable', verify_command: 'exit 3' })),
      imageFor('foreign', inputsOf({ image_name: foreign, platform: 'linux/arm64' })),
    ],
    { verify: 'build-platform' },
  );
  const { reports, events } = await run(plan, { concurrency: 4 });
  expect(Object.fromEntries(Object.entries(reports).map(([id, report]) => [id, became(report)]))).toEqual({
    six: published(six),
    iniconfig: {
      ...published(other),
      reason: `${registry}/${other}:py3.13-slim-2.1.0 did not exist`,
      moved: [['py3.13-slim-2.1.0']],
    },
    broken: {
      outcome: 'failed',
      reason: `${registry}/${broken}:${exact} does not exist yet`,
      moved: [[]],
      problems: [expect.stringMatching(/^verify: linux\/amd64, command: /)],
    },
    foreign: {
      outcome: 'failed',
      reason: `${registry}/${foreign}:${exact} does not exist yet`,
      moved: [[]],
      problems: [expect.stringMatching(/^input: verify is "build-platform", but linux\/amd64/)],
    },
  });
  // Each is on its way before the first is there.
  const decided = events.filter(({ is }) => is === 'decided').map((event) => events.indexOf(event));
  expect(Math.max(...decided)).toBeLessThan(events.findIndex(({ is }) => is === 'moved'));
  const built = builds().map((targets) => targets.join(' '));
  expect(built.toSorted()).toEqual(['broken broken-verify', 'iniconfig iniconfig-verify', 'six six-verify']);
  expect(await tagsOf(broken)).toEqual({});
  expect(await tagsOf(foreign)).toEqual({});
  expect(await tagsOf(six)).toEqual({ [exact]: reports['six']!.digest });
  expect(await probe(`${registry}/${six}:${exact}`, 'linux/amd64', ['six'])).toMatchObject({
    installed: { six: '1.17.0' },
  });
  expect(await probe(`${registry}/${other}:py3.13-slim-2.1.0`, 'linux/amd64', ['iniconfig'])).toMatchObject({
    installed: { iniconfig: '2.1.0' },
  });
});

describe('a parent with two children', () => {
  const parent = fresh('groups-parent');
  const one = fresh('groups-one');
  const two = fresh('groups-two');
  // A Dockerfile may call it as it likes: each name stands for the image of this run.
  const from = `${registry}/${parent}:${exact}`;
  const long = `docker.io/${parent}:${exact}`;

  interface Family {
    readonly parent?: Raw;
    /** Content of the file that the first child adds. */
    readonly greeting?: string;
    /** Instructions of the second child. */
    readonly two?: string;
    readonly platform?: string;
  }

  async function family({
    parent: raw = {},
    greeting = 'good day',
    two: last = 'ENV CHILD=two',
  }: Family = {}) {
    const child = async (name: string, repository: string, under: string, instructions: string) => {
      const context = join(folder, name);
      await mkdir(context, { recursive: true });
      await writeFile(join(context, 'greeting.txt'), `${greeting}\n`);
      await writeFile(join(folder, `${name}.Dockerfile`), `FROM ${under}\n${instructions}\n`);
      const inputs = inputsOf({
        image_name: repository,
        dockerfile: join(folder, `${name}.Dockerfile`),
        docker_build_path: context,
      });
      return imageFor(name, inputs, { [under]: 'parent' });
    };
    return planOf([
      imageFor('parent', inputsOf({ image_name: parent, ...raw })),
      await child('one', one, from, 'COPY greeting.txt /greeting.txt'),
      await child('two', two, long, last),
    ]);
  }

  const all = async () => ({
    parent: await imagesIn(parent),
    one: await imagesIn(one),
    two: await imagesIn(two),
  });
  const whole = ['parent', 'parent-verify', 'one', 'one-verify', 'two', 'two-verify'];

  test('is built with them in one run of buildx, and its layers are in them', async () => {
    watched.take();
    const { reports } = await run(await family());
    expect(became(reports['parent']!)).toEqual(published(parent));
    expect(became(reports['one']!)).toEqual(published(one));
    expect(became(reports['two']!)).toEqual(published(two));
    expect(builds()).toEqual([whole]);
    const layers = await layersOf(parent);
    expect((await layersOf(one)).slice(0, -1)).toEqual(layers);
    expect(await layersOf(two)).toEqual(layers);
    const calls = [['cat', '/greeting.txt']];
    expect(await probe(`${registry}/${one}:${exact}`, 'linux/amd64', ['six'], calls)).toMatchObject({
      installed: { six: '1.17.0' },
      said: ['good day'],
    });
    expect(
      await probe(`${registry}/${two}:${exact}`, 'linux/amd64', ['six'], [['sh', '-c', 'echo $CHILD']]),
    ).toMatchObject({ said: ['two'] });
  });

  test('is kept with them where nothing changed, and no program is started', async () => {
    const before = await all();
    const { reports } = await run(await family());
    const kept = { outcome: 'kept', moved: [[]], problems: [] };
    expect([reports['parent'], reports['one'], reports['two']].map((report) => became(report!))).toEqual([
      { ...kept, reason: unchanged },
      { ...kept, reason: unlocked },
      { ...kept, reason: unlocked },
    ]);
    expect(watched.take().calls).toEqual([]);
    expect(await all()).toEqual(before);
  });

  test('is planned with them in a dry run, and nothing is built', async () => {
    const before = await all();
    const { images } = await family({ parent: { labels: 'shift=late' } });
    const { reports, events } = await run(planOf(images, { dry_run: 'true' }));
    expect(Object.values(reports).map(({ outcome }) => outcome)).toEqual(['planned', 'planned', 'planned']);
    const [files, ...more] = events.filter((event) => event.is === 'files');
    expect({ images: files?.images, more }).toEqual({ images: ['parent', 'one', 'two'], more: [] });
    const { target } = JSON.parse(files!.files['docker-bake.json']!) as BakeFile;
    expect([target['one']?.contexts, target['two']?.contexts]).toEqual([
      { [from]: 'target:parent' },
      { [long.replace('docker.io/', '')]: 'target:parent' },
    ]);
    expect(builds()).toEqual([]);
    expect(await all()).toEqual(before);
  });

  test('has them built anew when it changes', async () => {
    const { reports } = await run(await family({ parent: { labels: 'shift=late' } }));
    expect(became(reports['parent']!)).toEqual(published(parent, 'the recipe changed: labels'));
    const because = 'parent, which it stands on, is built anew';
    expect(became(reports['one']!)).toEqual(published(one, because));
    expect(became(reports['two']!)).toEqual(published(two, because));
    expect(builds()).toEqual([whole]);
    expect(await labelOf(one, 'shift')).toBe('late');
    expect(await labelOf(two, 'shift')).toBe('late');
  });

  test('keeps them from their tags when it fails its checks', async () => {
    const before = await all();
    const { reports } = await run(
      await family({ parent: { labels: 'shift=late', verify_command: 'exit 3' } }),
    );
    expect(became(reports['parent']!)).toEqual({
      outcome: 'failed',
      reason: 'the recipe changed: what is verified',
      moved: [[]],
      problems: [expect.stringMatching(/^verify: linux\/amd64, command: /)],
    });
    const blocked = {
      outcome: 'blocked',
      reason: 'parent, which it stands on, was not published',
      moved: [[]],
      problems: [],
      blockedBy: 'parent',
    };
    expect(became(reports['one']!)).toEqual(blocked);
    expect(became(reports['two']!)).toEqual(blocked);
    expect(await all()).toEqual(before);
  });

  test('is published with the one child where the other cannot be built', async () => {
    const before = await all();
    watched.take();
    const { reports, said } = await run(
      await family({ parent: { labels: 'shift=early' }, two: 'RUN echo no luck >&2; exit 4' }),
    );
    expect(became(reports['parent']!)).toEqual(published(parent, 'the recipe changed: labels'));
    expect(became(reports['one']!)).toEqual(published(one, 'parent, which it stands on, is built anew'));
    expect(became(reports['two']!)).toEqual({
      outcome: 'failed',
      reason: 'the recipe changed: the Dockerfile; parent, which it stands on, is built anew',
      moved: [[]],
      problems: ['build: The image of six could not be built.'],
    });
    expect(reports['two']!.problems[0]?.detail).toEqual(['no luck']);
    expect(builds()).toEqual([
      whole,
      ['parent', 'parent-verify'],
      ['one', 'one-verify'],
      ['two', 'two-verify'],
    ]);
    expect(said.filter((line) => line.startsWith('warning: '))).toEqual([
      'warning: parent, one, two: One of the images could not be built: each is built by itself, so that it keeps no other from its tags.',
    ]);
    expect((await layersOf(one)).slice(0, -1)).toEqual(await layersOf(parent));
    expect(await labelOf(one, 'shift')).toBe('early');
    expect((await all()).two).toEqual(before.two);
  });

  test('is pulled by its digest where a child alone is built', async () => {
    const before = await all();
    watched.take();
    const { reports, events } = await run(await family({ parent: { labels: 'shift=early' } }));
    expect(became(reports['parent']!)).toMatchObject({ outcome: 'kept', reason: unchanged });
    expect(became(reports['one']!)).toMatchObject({ outcome: 'kept', reason: unlocked });
    expect(became(reports['two']!)).toEqual(
      published(two, expect.stringMatching(/^e2e\/groups-parent\S+ moved \(\w+ → \w+\)$/) as string),
    );
    expect(builds()).toEqual([['two', 'two-verify']]);
    const [prepared] = events.filter((event) => event.is === 'prepared');
    expect(prepared?.recipe).toMatchObject({
      source: { parents: {}, pins: { [long]: `${registry}/${parent}@${before.parent[exact]}` } },
    });
    expect(await layersOf(two)).toEqual(await layersOf(parent));
    expect(await labelOf(two, 'shift')).toBe('early');
    expect(await all()).toEqual({ ...before, two: { [exact]: reports['two']!.digest } });
  });

  test('that comes out as it was is what they stand on in the next run too', async () => {
    const before = await all();
    const next = { parent: { labels: 'shift=early', verify_command: 'true' }, greeting: 'good night' };
    const { reports } = await run(await family(next));
    expect(became(reports['parent']!)).toMatchObject({ outcome: 'kept', moved: [[]], problems: [] });
    expect(became(reports['one']!)).toEqual(
      published(
        one,
        'the recipe changed: files of the build context; parent, which it stands on, is built anew',
      ),
    );
    expect(await all()).toEqual({
      ...before,
      one: { [exact]: reports['one']!.digest },
      two: { [exact]: reports['two']!.digest },
    });
    watched.take();
    const again = await run(await family(next));
    expect(Object.values(again.reports).map(({ outcome }) => outcome)).toEqual(['kept', 'kept', 'kept']);
    expect(watched.take().calls).toEqual([]);
  });
});

test('a parent of two platforms is under its child on each of them', async () => {
  const [parent, child] = [fresh('groups-both'), fresh('groups-both-child')];
  const from = `${registry}/${parent}:${exact}`;
  const context = join(folder, 'both');
  await mkdir(context);
  await writeFile(
    join(context, 'Dockerfile'),
    `FROM ${from} AS under\nFROM under\nARG TARGETARCH\nENV MADE_FOR=$TARGETARCH\n`,
  );
  const platform = { platform: 'linux/amd64,linux/arm64' };
  const inputs = inputsOf({
    ...platform,
    image_name: child,
    dockerfile: join(context, 'Dockerfile'),
    docker_build_path: context,
  });
  const { reports } = await run(
    planOf([
      imageFor('parent', inputsOf({ ...platform, image_name: parent })),
      imageFor('child', inputs, { [from]: 'parent' }),
    ]),
  );
  expect(became(reports['parent']!)).toEqual(published(parent));
  expect(became(reports['child']!)).toEqual(published(child));
  for (const [of, architecture] of [
    ['linux/amd64', 'amd64'],
    ['linux/arm64', 'arm64'],
  ] as const) {
    expect(await layersOf(child, of)).toEqual(await layersOf(parent, of));
    const calls = [['sh', '-c', 'echo $MADE_FOR']];
    expect(await probe(`${registry}/${child}:${exact}`, of, ['six'], calls)).toEqual({
      machine: machines[of],
      installed: { six: '1.17.0' },
      said: [architecture],
    });
  }
});

test('a parent that is put onto its new base is under its child as it is then', async () => {
  const [parent, child, bases] = [fresh('groups-moved'), fresh('groups-moved-child'), fresh('groups-bases')];
  const from = `${registry}/${parent}:${exact}`;
  const path = join(folder, 'moved.Dockerfile');
  await writeFile(path, `FROM ${from}\n`);
  const shared = { base_registry: `${registry}/${bases}` };
  const inputs = inputsOf({ ...shared, image_name: child, dockerfile: path, docker_build_path: folder });
  const plan = planOf([
    imageFor('parent', inputsOf({ ...shared, image_name: parent })),
    imageFor('child', inputs, { [from]: 'parent' }),
  ]);
  const base = `${bases}/python`;
  await copyImage('library/python', ['3.13-slim', '3.13-slim-moved'], [base]);
  await run(plan);
  watched.take();
  await moveTag(base, '3.13-slim-moved', '3.13-slim');
  const { reports } = await run(plan);
  const reason = expect.stringMatching(/^127\S+:3\.13-slim moved \(\w+ → \w+\)$/) as string;
  expect(reports['parent']!.decision).toBe('rebase');
  expect(became(reports['parent']!)).toEqual(published(parent, reason));
  expect(became(reports['child']!)).toEqual(published(child, 'parent, which it stands on, is built anew'));
  expect(builds()).toEqual([['parent-verify'], ['child', 'child-verify']]);
  expect(await layersOf(child)).toEqual(await layersOf(parent));
});

describe('a parent that comes out as another one with every build', () => {
  const parent = fresh('groups-other');
  const one = fresh('groups-other-one');
  const two = fresh('groups-other-two');
  const from = `${registry}/${parent}:${exact}`;

  async function family(last: string) {
    const context = join(folder, 'other');
    await mkdir(context, { recursive: true });
    const image = async (name: string, repository: string, dockerfile: string) => {
      const path = join(folder, `other-${name}.Dockerfile`);
      await writeFile(path, dockerfile);
      return imageFor(
        name,
        inputsOf({ image_name: repository, dockerfile: path, docker_build_path: context }),
        name === 'parent' ? {} : { [from]: 'parent' },
      );
    };
    return planOf(
      [
        await image('parent', parent, 'FROM python:3.13-slim\nRUN date +%s%N >/when\n'),
        await image('one', one, `FROM ${from}\nENV CHILD=one\n`),
        await image('two', two, `FROM ${from}\n${last}\n`),
      ],
      { verify: 'off', rebuild: 'always' },
    );
  }

  test.each([
    ['is in its children as it was published', 'ENV CHILD=two', 'published'],
    ['is so too where each of them is built by itself', 'RUN exit 4', 'failed'],
  ])('%s', async (_, last, outcome) => {
    const before = (await tagsOf(parent))[exact];
    const { reports } = await run(await family(last));
    expect(Object.values(reports).map((report) => report.outcome)).toEqual([
      'published',
      'published',
      outcome,
    ]);
    expect((await tagsOf(parent))[exact]).not.toBe(before);
    expect(await layersOf(one)).toEqual(await layersOf(parent));
  });
});

test('without Docker, what needs it fails, and what is right is kept', async () => {
  const [kept, parent, child] = ['kept', 'needs', 'needs-child'].map((name) => fresh(`groups-${name}`));
  const from = `${registry}/${parent}:${exact}`;
  const custom = async (name: string, repository: string, under: string, parents = {}) => {
    const dockerfile = join(folder, `${name}.Dockerfile`);
    await writeFile(dockerfile, `FROM ${under}\n`);
    const inputs = inputsOf({ image_name: repository, dockerfile, docker_build_path: folder });
    return imageFor(name, inputs, parents);
  };
  const images = [imageFor('kept', inputsOf({ image_name: kept! }))];
  await run(planOf(images));
  const folders = process.env['PATH']!.split(':').filter((one) => !existsSync(join(one, 'docker')));
  const { reports } = await runPlanned(
    planOf([
      ...images,
      await custom('parent', parent!, 'python:3.13-slim'),
      await custom('child', child!, from, { [from]: 'parent' }),
    ]),
    { concurrency: 2, env: { ...process.env, PATH: folders.join(':') } },
  );
  expect(became(reports['kept']!)).toMatchObject({ outcome: 'kept', problems: [] });
  expect(became(reports['parent']!)).toMatchObject({
    outcome: 'failed',
    problems: [expect.stringMatching(/^build: The program "docker" was not found\./)],
  });
  expect(became(reports['child']!)).toMatchObject({ outcome: 'blocked', problems: [], blockedBy: 'parent' });
});

test('an interruption ends all, and is said of each image that was not done', async () => {
  const names = ['parent', 'child', 'done', 'other', 'last'] as const;
  const repositories = Object.fromEntries(
    names.map((name) => [name, fresh(`interrupted-${name}`)]),
  ) as Record<(typeof names)[number], string>;
  const of = (name: (typeof names)[number], raw: Raw = {}, parents = {}) =>
    imageFor(name, inputsOf({ image_name: repositories[name], ...raw }), parents);
  const from = `${registry}/${repositories.parent}:${exact}`;
  const path = join(folder, 'child.Dockerfile');
  await writeFile(path, `FROM ${from}\n`);
  const parent = of('parent');
  await run(planOf([parent]));
  // Long enough never to end by itself, and found by its number among all processes of the machine.
  const sleeps = [1, 2].map((number) => `sleep ${number * 90_000 + (process.pid % 4000)}`);
  const plan = planOf([
    parent,
    of(
      'child',
      { dockerfile: path, docker_build_path: folder, verify_command: sleeps[0]! },
      { [from]: 'parent' },
    ),
    of('done'),
    of('other', { verify_command: sleeps[1]! }),
    of('last'),
  ]);
  await writeFile(join(folder, 'plan.json'), JSON.stringify(plan));
  const script = join(import.meta.dirname, 'plan-process.ts');
  const process_ = spawn(node, [script, join(folder, 'plan.json'), '2']);
  let [stdout, stderr] = ['', ''];
  process_.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  process_.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const ended = new Promise<void>((resolve) => process_.once('close', () => resolve()));
  await until(() => process_.exitCode !== null || sleeps.every(isRunning));
  expect(stderr).toBe('');
  process_.kill('SIGTERM');
  await ended;
  const { reports, interrupted } = JSON.parse(stdout) as Pick<Ended, 'reports' | 'interrupted'>;
  expect(interrupted).toBe(true);
  const cut = { outcome: 'failed', problems: ['interruption: Ended.'] };
  const absent = (name: (typeof names)[number]) =>
    `${registry}/${repositories[name]}:${exact} does not exist yet`;
  expect(Object.fromEntries(Object.entries(reports).map(([id, report]) => [id, became(report)]))).toEqual({
    parent: { outcome: 'kept', reason: unchanged, moved: [[]], problems: [] },
    child: { ...cut, reason: absent('child'), moved: [[]] },
    done: published(repositories.done),
    other: { ...cut, reason: absent('other'), moved: [[]] },
    last: {
      outcome: 'skipped',
      reason: 'the run was ended before it was begun: the next run makes it',
      moved: [],
      problems: [],
    },
  });
  await until(() => !sleeps.some(isRunning));
  const tags = await Promise.all(names.map(async (name) => Object.keys(await tagsOf(repositories[name]))));
  expect(tags).toEqual([[exact], [], [exact], [], []]);
});

async function moveTag(repository: string, from: string, to: string): Promise<void> {
  const url = `http://${registry}/v2/${repository}/manifests`;
  const types = ['oci.image.index.v1', 'docker.distribution.manifest.list.v2'];
  const accept = types.map((type) => `application/vnd.${type}+json`).join(', ');
  const index = await fetch(`${url}/${from}`, { headers: { accept } });
  const put = await fetch(`${url}/${to}`, {
    method: 'PUT',
    headers: { 'content-type': index.headers.get('content-type') ?? '' },
    body: await index.text(),
  });
  if (put.status !== 201) throw new Error(`${url}/${to}: ${put.status} ${await put.text()}`);
}

/** The tags of a repository, without those under which something is said of an image. */
const imagesIn = async (repository: string): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(await tagsOf(repository)).filter(([tag]) => !tag.startsWith('sha256-')));

/** Whether a process of this machine has this command line. */
const isRunning = (command: string): boolean =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() === command;
      } catch {
        // Ended in between.
        return false;
      }
    });

async function until(holds: () => boolean, seconds = 120): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    if (holds()) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`not within ${seconds} s`);
}
