/** The list of saved wheels where the store fails in part, or is not there: from a misbehaving server and from folders. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { wheels, type WheelsRequest } from '../../src/commands/wheels.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { tagOfWheel } from '../../src/wheel-cache/key.ts';
import type { WheelRecord } from '../../src/wheel-cache/wheel.ts';
import { wheelManifest } from '../../src/wheel-cache/manifest.ts';
import { systemFiles } from '../../src/world/files.ts';
import { answer, type Behaviour, type FaultyServer, refusal, startFaulty } from '../support/faults.ts';
import { bytesOf } from '../support/images.ts';
import { testWorld } from '../support/world.ts';

let server: FaultyServer | undefined;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wheels-'));
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(() => rm(folder, { recursive: true }));

/** A saved wheel that nobody used for years. */
function savedOf(name: string) {
  const record: WheelRecord = {
    name,
    version: '1.0',
    key: {
      sdist: 'a'.repeat(64),
      python: '3.13',
      abi: 'cp313',
      platform: 'linux/arm/v7',
      libc: 'glibc',
      distribution: '',
      buildPackages: [],
      buildBase: 'docker.io/library/python',
    },
    way: 'cross',
    seconds: 93,
    compiled: '2020-01-01',
    used: '2020-01-01',
  };
  const file = {
    filename: `${name}-1.0-cp313-cp313-linux_armv7l.whl`,
    digest: digestOf(bytesOf(name)),
    size: 9,
  };
  const bytes = wheelManifest(record, file);
  return { name, bytes, tag: tagOfWheel(name, record.key), digest: digestOf(bytes) };
}
type Saved = ReturnType<typeof savedOf>;
const ofMany = Array.from({ length: 20 }, (_, at) => savedOf(`many${String(at).padStart(2, '0')}`));
const byTag = (a: { readonly tag: string }, b: { readonly tag: string }): number => (a.tag < b.tag ? -1 : 1);
const all = [savedOf('one'), savedOf('two'), savedOf('three')].toSorted(byTag);
const [one, two, three] = all as [Saved, Saved, Saved];
const month = { unusedFor: 30 };

const tagsRoute = 'GET /v2/app/tags/list*';
/** A repository that keeps these, but for what the routes say. */
async function list(
  saved: readonly Saved[],
  faults: Readonly<Record<string, Behaviour>>,
  more: Partial<WheelsRequest> = {},
) {
  const served = saved.map(({ tag, bytes }): [string, Behaviour] => [
    `GET /v2/app/manifests/${tag}`,
    answer(200, { 'content-type': 'application/vnd.oci.image.manifest.v1+json' }, bytes),
  ]);
  const tags = saved.map(({ tag }) => tag);
  // The first that fits holds.
  server = await startFaulty({
    ...faults,
    ...Object.fromEntries(served.filter(([route]) => faults[route] === undefined)),
    ...(faults[tagsRoute] === undefined && {
      [tagsRoute]: answer(200, {}, JSON.stringify({ name: 'app', tags })),
    }),
  });
  const report = await wheels(testWorld(), {
    wheelStore: { kind: 'repository', repository: { registry: server.host, name: 'app' } },
    dryRun: false,
    cache: folder,
    ...more,
  });
  return {
    rows: report.wheels.map(({ name, unused }) => (unused === undefined ? name : `${name} ${unused}`)),
    problems: report.problems.map(({ message }) => message),
    report,
    asked: (start: string) => server!.lines().filter((line) => line.startsWith(start)).length,
  };
}
describe('a repository', () => {
  test('lists the other wheels where one manifest cannot be read, which is a problem', async () => {
    const { rows, problems } = await list(all, {
      [`GET /v2/app/manifests/${two.tag}`]: refusal(400, 'UNKNOWN'),
    });
    expect({ rows, problems }).toEqual({
      rows: [one.name, three.name],
      problems: [expect.stringContaining(`/manifests/${two.tag} answered 400`)],
    });
  });

  test('removes the other wheels where one cannot be removed, which is a problem', async () => {
    const { rows, problems } = await list(
      all,
      {
        [`DELETE /v2/app/manifests/${one.digest}`]: refusal(400, 'UNKNOWN'),
        'DELETE /v2/app/manifests/*': answer(202),
      },
      month,
    );
    expect({ rows, problems }).toEqual({
      rows: [`${one.name} not removed`, `${two.name} removed`, `${three.name} removed`],
      problems: [expect.stringContaining(`/manifests/${one.digest} answered 400`)],
    });
  });

  test.each<readonly [string, Behaviour, string]>([
    ['allows no deletion', refusal(405, 'UNSUPPORTED'), "does not allow deletion over the registry's API"],
    [
      'allows no removal and says so in an error code',
      refusal(400, 'UNSUPPORTED'),
      "does not allow deletion over the registry's API",
    ],
    ['lets this user remove nothing', refusal(403, 'DENIED'), 'did not let an anonymous user'],
  ])('that %s is asked once, and all wheels are listed', async (_, behaviour, words) => {
    const { rows, problems, asked } = await list(all, { 'DELETE /v2/app/manifests/*': behaviour }, month);
    expect({ rows, problems, asked: asked('DELETE') }).toEqual({
      rows: all.map(({ name }) => `${name} not removed`),
      problems: [expect.stringContaining(words)],
      asked: 1,
    });
  });

  test('that refuses every request is not asked for all wheels', async () => {
    const { rows, asked } = await list(ofMany, { 'GET /v2/app/manifests/*': refusal(403, 'DENIED') });
    // What was asked for at once with the first.
    expect({ rows, asked: asked('GET /v2/app/manifests') }).toEqual({ rows: [], asked: 8 });
  });

  test('with other tags that look like saved wheels: they are listed apart, and stay', async () => {
    const type = { 'content-type': 'application/vnd.oci.image.manifest.v1+json' };
    const tags = [...all.map(({ tag }) => tag), 'wheels-index', 'wheels-newer', 'wheels-gone', 'py3.13-1.0'];
    const newer = Buffer.from(one.bytes).toString().replace('.wheel.v1', '.wheel.v2');
    const { rows, report, asked } = await list(
      all,
      {
        [tagsRoute]: answer(200, {}, JSON.stringify({ name: 'app', tags })),
        'GET /v2/app/manifests/wheels-index': answer(
          200,
          { 'content-type': 'application/vnd.oci.image.index.v1+json' },
          JSON.stringify({ schemaVersion: 2, manifests: [] }),
        ),
        'GET /v2/app/manifests/wheels-newer': answer(200, type, newer),
        'DELETE /v2/app/manifests/*': answer(202),
      },
      month,
    );
    expect({ rows, others: report.others, problems: report.problems, deleted: asked('DELETE') }).toEqual({
      rows: all.map(({ name }) => `${name} removed`),
      others: ['wheels-index', 'wheels-newer'],
      problems: [],
      deleted: 3,
    });
  });

  test('without unused wheels: the report says the time that was asked for, and the one that counts', async () => {
    const { rows, report } = await list(all, {}, { unusedFor: 36_500 });
    expect({ rows, unusedFor: report.unusedFor }).toEqual({
      rows: all.map(({ name }) => name),
      unusedFor: { days: 36_500, counted: 36_507 },
    });
  });

  test('that does not exist is a problem', async () => {
    const { report, problems } = await list([], { [tagsRoute]: refusal(404, 'NAME_UNKNOWN') });
    expect({ absent: report.absent, problems }).toEqual({
      absent: true,
      problems: [
        `There is no repository "${server!.host}/app": wheel_store names the one that builds save their wheels in.`,
      ],
    });
  });

  test('is not asked where the file of certificates does not exist', async () => {
    const { problems, asked } = await list(all, {}, { caBundle: '/none.pem' });
    expect({ problems, asked: asked('GET') }).toEqual({
      problems: ['There is no file "/none.pem". ca_bundle is the path of a PEM file.'],
      asked: 0,
    });
  });
});

describe('a folder', () => {
  const world = () => ({ ...testWorld(), files: systemFiles() });
  const options = { dryRun: false };

  test('that does not exist is a problem', async () => {
    const path = join(folder, 'none');
    expect(
      await wheels(world(), { ...options, wheelStore: { kind: 'folder', path }, cache: folder }),
    ).toEqual({
      kind: 'folder',
      where: path,
      wheels: [],
      others: [],
      absent: true,
      problems: [
        {
          station: 'input',
          about: 'wheel_store',
          message: `There is no folder "${path}": wheel_store names the one that builds save their wheels in.`,
        },
      ],
    });
  });

  test('of the cache may not exist: the first saved wheel makes it', async () => {
    expect(await wheels(world(), { ...options, wheelStore: { kind: 'cache' }, cache: folder })).toEqual({
      kind: 'folder',
      where: join(folder, 'wheels'),
      wheels: [],
      others: [],
      absent: true,
      problems: [],
    });
  });

  test('that is no store lists nothing', async () => {
    const path = join(folder, 'other');
    await mkdir(path);
    await writeFile(join(path, 'hosts'), '');
    await writeFile(join(path, 'wheels-x.json'), 'not JSON');
    expect(
      await wheels(world(), { ...options, wheelStore: { kind: 'folder', path }, cache: folder }),
    ).toEqual({ kind: 'folder', where: path, wheels: [], others: ['wheels-x'], problems: [] });
  });

  test('that is a file is a problem', async () => {
    const path = join(folder, 'file');
    await writeFile(path, '');
    const { problems } = await wheels(world(), {
      ...options,
      wheelStore: { kind: 'folder', path },
      cache: folder,
    });
    expect(problems.map(({ message }) => message)).toEqual([
      `${path} is a file: wheel_store names a folder, a repository, or is "off".`,
    ]);
  });
});
