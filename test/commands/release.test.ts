/** A release where a registry lacks something, refuses or fails: from a misbehaving server. */
import { afterEach, describe, expect, test } from 'vitest';
import { release } from '../../src/commands/release.ts';
import { readReleaseInputs } from '../../src/inputs/release.ts';
import { type HostedEvent, Interrupted } from '../../src/ports.ts';
import { digestOf, mediaTypes } from '../../src/registry/manifest.ts';
import type { ReleaseReport } from '../../src/report/release.ts';
import { answer, type Behaviour, type FaultyServer, refusal, reset, startFaulty } from '../support/faults.ts';
import { bytesOf, makeManifest } from '../support/images.ts';
import { testWorld } from '../support/world.ts';

const servers: FaultyServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

/** An index of two platforms with an attestation, and the manifests that it names. */
function indexOf(name: string, annotations: Readonly<Record<string, string>> = {}) {
  const amd64 = makeManifest([`${name} on amd64`]);
  const arm = makeManifest([`${name} on arm`]);
  const attestation = makeManifest([`${name} attested`]);
  const descriptor = ({ digest, bytes }: typeof amd64, platform: object, more: object = {}) => ({
    mediaType: mediaTypes.ociManifest,
    digest,
    size: bytes.length,
    platform,
    ...more,
  });
  const bytes = bytesOf({
    schemaVersion: 2,
    mediaType: mediaTypes.ociIndex,
    annotations,
    manifests: [
      descriptor(amd64, { os: 'linux', architecture: 'amd64' }),
      descriptor(arm, { os: 'linux', architecture: 'arm', variant: 'v7' }),
      descriptor(
        attestation,
        { os: 'unknown', architecture: 'unknown' },
        { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } },
      ),
    ],
  });
  return { name, bytes, digest: digestOf(bytes), children: [amd64, arm, attestation] };
}
type Index = ReturnType<typeof indexOf>;
const [one, two, three] = [indexOf('one'), indexOf('two'), indexOf('three')];
const all = [one, two, three];
const many = Array.from({ length: 12 }, (_, at) => indexOf(`many${at}`));
const other = makeManifest(['another image']);

/** Keeps manifests by tag and digest as a registry does, but for what the routes say. */
async function registryOf(images: readonly Index[], faults: Readonly<Record<string, Behaviour>> = {}) {
  const stored = new Map<string, { readonly type: string; readonly bytes: Uint8Array }>();
  for (const { name, bytes, digest, children } of images) {
    for (const reference of ['main', digest])
      stored.set(`/v2/app/${name}/manifests/${reference}`, { type: mediaTypes.ociIndex, bytes });
    for (const child of children)
      stored.set(`/v2/app/${name}/manifests/${child.digest}`, { type: child.mediaType, bytes: child.bytes });
  }
  const read: Behaviour = (response, asked) => {
    const [method = '', path = ''] = asked.line.split(' ');
    const found = stored.get(path);
    if (found === undefined) return refusal(404, 'MANIFEST_UNKNOWN')(response, asked);
    const headers = { 'content-type': found.type, 'docker-content-digest': digestOf(found.bytes) };
    if (method === 'GET') return answer(200, headers, found.bytes)(response, asked);
    response.writeHead(200, { ...headers, 'content-length': found.bytes.length }).end();
  };
  const write: Behaviour = (response, asked) => {
    const [, path = ''] = asked.line.split(' ');
    const type = String(response.req.headers['content-type']);
    stored.set(path, { type, bytes: Buffer.from(asked.body, 'latin1') });
    answer(201)(response, asked);
  };
  let mended = false;
  const faulty = Object.entries(faults).map(([line, behaviour]): [string, Behaviour] => [
    line,
    (...asked) => (mended ? (line.startsWith('PUT') ? write : read) : behaviour)(...asked),
  ]);
  const server = await startFaulty({
    ...Object.fromEntries(faulty),
    'GET /v2/app/*': read,
    'HEAD /v2/app/*': read,
    'PUT /v2/app/*': write,
    'POST /v2/app/*': answer(202, { location: '/upload' }),
    'DELETE /upload': answer(204),
  });
  servers.push(server);
  return {
    server,
    /** Takes the faults away. */
    mend: () => (mended = true),
    /** Points a tag at another image. */
    setOther: (name: string, tag: string) =>
      stored.set(`/v2/app/${name}/manifests/${tag}`, { type: other.mediaType, bytes: other.bytes }),
    forget: (name: string, reference: string) => stored.delete(`/v2/app/${name}/manifests/${reference}`),
    /** Names of the images that a tag points at, in the repositories that have it. */
    tagged: (tag: string) =>
      Object.fromEntries(
        [...stored].flatMap(([path, { bytes }]) => {
          const [, name] = path.endsWith(`/manifests/${tag}`) ? path.split('/v2/app/') : [];
          const found = [...images].find(({ digest }) => digest === digestOf(bytes));
          return name === undefined ? [] : [[name.split('/')[0], found?.name ?? 'other']];
        }),
      ),
    writes: () => server.lines().filter((line) => line.startsWith('PUT ')),
    probes: () => server.lines().filter((line) => line.startsWith('POST ')).length,
  };
}
type Registry = Awaited<ReturnType<typeof registryOf>>;

const noEvent = () => Promise.resolve(undefined);
const usual = { from: 'main', tag: 'v1', tags: 'stable' };
async function run(
  { server }: Pick<Registry, 'server'>,
  images: readonly Index[],
  raw: Readonly<Record<string, string>> = {},
  world = testWorld(),
  event: () => Promise<HostedEvent | undefined> = noEvent,
) {
  const names = images.map(({ name }) => name).join(' ');
  const { inputs, problems } = readReleaseInputs(
    { registry: server.host, image_name: 'app', images: names, ...usual, ...raw },
    'cli',
  );
  expect(problems).toEqual([]);
  return { world, ...(await release(world, { inputs: inputs!, event, programs: 'dockerfiles' })) };
}

/** What became of each tag: `one: v1 moved, stable left`. */
const states = ({ images }: ReleaseReport): string[] =>
  images.map(
    ({ repository, tags }) =>
      `${repository.replace(/^.*\//, '')}: ${tags.map(({ tag, outcome }) => `${tag} ${outcome}`).join(', ')}`,
  );
const messages = ({ problems }: ReleaseReport): string[] => problems.map(({ message }) => message);

describe('moves', () => {
  test("the release's tag of all images, and then the symbolic ones", async () => {
    const registry = await registryOf(all);
    const { report, world } = await run(registry, all);
    expect(report).toEqual({
      outcome: 'released',
      from: 'main',
      tag: 'v1',
      symbolic: ['stable'],
      images: all.map(({ name, digest }) => ({
        repository: `${registry.server.host}/app/${name}`,
        digest,
        tags: [
          { tag: 'v1', outcome: 'moved' },
          { tag: 'stable', outcome: 'moved' },
        ],
      })),
      files: [],
      notes: [],
      problems: [],
    });
    const places = { one: 'one', two: 'two', three: 'three' };
    expect([registry.tagged('v1'), registry.tagged('stable')]).toEqual([places, places]);
    expect(registry.writes().map((line) => line.replace(/^.*\//, ''))).toEqual([
      ...all.map(() => 'v1'),
      ...all.map(() => 'stable'),
    ]);
    expect(world.lines.filter((line) => line.startsWith('info moved'))).toHaveLength(6);
  });

  test('nothing where all is there, and asks for no permission', async () => {
    const registry = await registryOf(all);
    await run(registry, all);
    const [writes, probes] = [registry.writes().length, registry.probes()];
    const { report } = await run(registry, all);
    expect({ outcome: report.outcome, states: states(report) }).toEqual({
      outcome: 'unchanged',
      states: all.map(({ name }) => `${name}: v1 there, stable there`),
    });
    expect([registry.writes().length, registry.probes()]).toEqual([writes, probes]);
  });

  test('nothing in a dry run, which asks for no permission', async () => {
    const registry = await registryOf(all);
    registry.setOther('two', 'stable');
    const { report } = await run(registry, all, { dry_run: 'true' });
    expect({ outcome: report.outcome, tags: report.images.map(({ tags }) => tags) }).toEqual({
      outcome: 'planned',
      tags: all.map(({ name }) => [
        { tag: 'v1', outcome: 'planned' },
        { tag: 'stable', outcome: 'planned', ...(name === 'two' && { before: other.digest }) },
      ]),
    });
    expect([registry.writes(), registry.probes()]).toEqual([[], 0]);
  });

  test('a released tag with force', async () => {
    const registry = await registryOf(all);
    registry.setOther('two', 'v1');
    const { report } = await run(registry, all, { force: 'true' });
    expect(report.images[1]!.tags[0]).toEqual({ tag: 'v1', outcome: 'moved', before: other.digest });
    expect(registry.tagged('v1')).toEqual({ one: 'one', two: 'two', three: 'three' });
  });

  test('symbolic tags alone, where the images stand under the tag of the release', async () => {
    const registry = await registryOf(all);
    const { report } = await run(registry, all, { tag: 'main' });
    expect(states(report)).toEqual(all.map(({ name }) => `${name}: main there, stable moved`));
  });

  test('an image of one platform', async () => {
    const registry = await registryOf([]);
    registry.setOther('one', 'main');
    const { report } = await run(registry, [one]);
    expect([report.outcome, registry.tagged('v1')]).toEqual(['released', { one: 'other' }]);
  });
});

describe('moves no tag', () => {
  const about = (server: FaultyServer, name: string): string => `${server.host}/app/${name}`;
  const refused = async (
    prepare: (registry: Registry) => unknown,
    faults: Readonly<Record<string, Behaviour>> = {},
  ) => {
    const registry = await registryOf(all, faults);
    prepare(registry);
    const { report } = await run(registry, all);
    expect([report.outcome, registry.writes()]).toEqual(['failed', []]);
    expect(report.problems.map(({ station }) => station)).toEqual(report.problems.map(() => 'registry'));
    return { report, registry, messages: messages(report) };
  };

  test('where an image does not exist', async () => {
    const { report, registry, messages: said } = await refused(({ forget }) => forget('two', 'main'));
    expect(said).toEqual([
      `${about(registry.server, 'two')}:main does not exist. All images of a release must be published under "main" before: build it, or leave it out.`,
    ]);
    expect(states(report)).toEqual(['one: v1 left, stable left', 'two: ', 'three: v1 left, stable left']);
  });

  test('where the tag of the release is another image', async () => {
    const { registry, messages: said } = await refused(({ setOther }) => setOther('two', 'v1'));
    expect(said).toEqual([
      `${about(registry.server, 'two')}:v1 is ${other.digest} already, and "main" is ${two.digest}. A released tag stays where it is: release under another tag, or move this one with force.`,
    ]);
  });

  test('where a clean-up removed what an index is made of', async () => {
    const { registry, messages: said } = await refused(({ forget }) => {
      forget('three', three.children[1]!.digest);
      forget('three', three.children[2]!.digest);
    });
    expect(said).toEqual([
      `${about(registry.server, 'three')}:main is not whole: the registry no longer has ${three.children[1]!.digest} (linux/arm/v7), ${three.children[2]!.digest}. A clean-up of untagged manifests deletes what an index is made of, too: build the image anew with force, and let the clean-up keep what an index names.`,
    ]);
  });

  test('where one of the images may not be written', async () => {
    const { registry, messages: said } = await refused(() => {}, {
      'POST /v2/app/two/*': refusal(403, 'DENIED'),
    });
    expect(said).toEqual([expect.stringContaining(`did not let an anonymous user`) as string]);
    expect(said[0]).toContain(`write ${about(registry.server, 'two')}`);
  });

  test('and says all that is wrong at once', async () => {
    const { messages: said } = await refused(
      ({ forget, setOther }) => {
        forget('one', 'main');
        setOther('two', 'v1');
        forget('two', two.children[0]!.digest);
      },
      { 'GET /v2/app/three/*': refusal(403, 'DENIED'), 'POST /v2/app/two/*': refusal(403, 'DENIED') },
    );
    expect(said).toEqual([
      expect.stringContaining('app/one:main does not exist'),
      expect.stringContaining('app/two:main is not whole'),
      expect.stringContaining('app/two:v1 is'),
      expect.stringContaining('write'),
      expect.stringContaining('answered 403'),
    ]);
  });

  test('where the registry does not answer, which is not asked for every image', async () => {
    const registry = await registryOf(many, { 'GET /v2/app/many*': answer(503) });
    const { report } = await run(registry, many);
    const asked = new Set(registry.server.lines().filter((line) => line.startsWith('GET /v2/app')));
    // What was asked for at once with the first.
    expect([asked.size, report.problems.length, report.images.length]).toEqual([4, 4, many.length]);
    expect(registry.writes()).toEqual([]);
  });

  test('where the file of certificates does not exist', async () => {
    const registry = await registryOf(all);
    const { report } = await run(registry, all, { ca_bundle: '/none.pem' });
    expect([messages(report), registry.server.lines()]).toEqual([
      ['There is no file "/none.pem". ca_bundle is the path of a PEM file.'],
      [],
    ]);
  });

  test('where nothing names the tag', async () => {
    const registry = await registryOf(all);
    const { inputs } = readReleaseInputs(
      { registry: registry.server.host, image_name: 'app', images: 'one', from: 'main', tags: 'stable' },
      'cli',
    );
    const world = testWorld({ run: () => ({ code: 128, stdout: '', stderr: '' }) });
    const { report } = await release(world, { inputs: inputs!, event: noEvent, programs: 'dockerfiles' });
    expect({ ...report, problems: report.problems.map(({ about: input }) => input) }).toEqual({
      outcome: 'failed',
      from: 'main',
      tag: '',
      symbolic: ['stable'],
      images: [],
      files: [],
      notes: [],
      problems: ['tag'],
    });
  });
});

describe('a failure in the middle', () => {
  const manyNames = Object.fromEntries(many.map(({ name }) => [name, name]));

  test('leaves the rest, says what was moved, and is completed by the next run', async () => {
    const faults: Record<string, Behaviour> = {
      'PUT /v2/app/many5/manifests/v1': refusal(403, 'DENIED'),
    };
    const registry = await registryOf(many, faults);
    const { report } = await run(registry, many);
    const found = states(report);
    expect(report.outcome).toBe('partial');
    expect(messages(report)).toEqual([expect.stringContaining('answered 403')]);
    expect(found[0]).toBe('many0: v1 moved, stable left');
    expect(found[5]).toBe('many5: v1 left, stable left');
    expect(found[11]).toBe('many11: v1 left, stable left');
    // What the report says is what the registry holds.
    expect(registry.tagged('v1')).toEqual(
      Object.fromEntries(
        many.filter((_, at) => found[at]!.includes('v1 moved')).map(({ name }) => [name, name]),
      ),
    );
    expect(registry.tagged('stable')).toEqual({});

    registry.mend();
    const again = await run(registry, many);
    expect([again.report.outcome, registry.tagged('v1'), registry.tagged('stable')]).toEqual([
      'released',
      manyNames,
      manyNames,
    ]);
    expect(states(again.report)[0]).toBe('many0: v1 there, stable moved');
  });

  /** Another run gives `two` the tag after it was looked at. */
  async function meanwhile(type: string, digest: string) {
    let asked = 0;
    const head = { 'content-type': type, 'docker-content-digest': digest };
    const registry = await registryOf(all, {
      'HEAD /v2/app/two/manifests/v1': (...request) => {
        asked += 1;
        (asked === 1 ? refusal(404, 'MANIFEST_UNKNOWN') : answer(200, head))(...request);
      },
    });
    return { registry, ...(await run(registry, all)) };
  }

  test('is one where another run releases another image meanwhile, which stays', async () => {
    const { report, registry } = await meanwhile(other.mediaType, other.digest);
    expect(messages(report)).toEqual([
      expect.stringContaining('/app/two:v1 is another image than before this run. Another run may'),
    ]);
    expect(states(report)[1]).toBe('two: v1 left, stable left');
    expect(registry.writes().filter((line) => line.includes('/two/'))).toEqual([]);
  });

  test('is none where another run releases the same image meanwhile', async () => {
    expect((await meanwhile(mediaTypes.ociIndex, two.digest)).report.outcome).toBe('released');
  });

  test('is no failure where the answer alone was lost', async () => {
    const stored: string[] = [];
    const registry = await registryOf([one], {
      'PUT /v2/app/one/manifests/v1': (response, asked) => {
        stored.push(asked.body);
        reset(response, asked);
      },
      'HEAD /v2/app/one/manifests/v1': (response, asked) =>
        (stored.length > 0
          ? answer(200, { 'content-type': mediaTypes.ociIndex, 'docker-content-digest': one.digest })
          : refusal(404, 'MANIFEST_UNKNOWN'))(response, asked),
    });
    const { report } = await run(registry, [one]);
    expect([report.outcome, stored.length]).toEqual(['released', 1]);
  });

  test.each<readonly [string, Behaviour, Behaviour]>([
    ['a write is answered by nothing', reset, refusal(404, 'MANIFEST_UNKNOWN')],
    ['a gateway answers a write, again and again', answer(502), refusal(404, 'MANIFEST_UNKNOWN')],
    [
      'what is read back is another image',
      answer(201),
      answer(200, { 'content-type': other.mediaType, 'docker-content-digest': other.digest }),
    ],
  ])('is one where %s: the tag may have moved', async (_, put, head) => {
    const absent = refusal(404, 'MANIFEST_UNKNOWN');
    const registry: Registry = await registryOf(all, {
      'PUT /v2/app/two/manifests/v1': put,
      'HEAD /v2/app/two/manifests/v1': (response, asked) => {
        const written = registry.writes().some((line) => line.includes('/two/'));
        (written ? head : absent)(response, asked);
      },
    });
    const { report } = await run(registry, all);
    expect([report.outcome, states(report)[1]]).toEqual(['partial', 'two: v1 unsure, stable left']);
  });

  test('says what was moved where a signal ends it', async () => {
    const registry = await registryOf(many);
    const world = testWorld();
    let puts = 0;
    const ended: typeof world = {
      ...world,
      fetch: (url, init) => {
        if (init?.method === 'PUT') puts += 1;
        return puts < 6 ? world.fetch(url, init) : Promise.reject(new Interrupted('SIGTERM'));
      },
      clock: { ...world.clock, sleep: () => Promise.reject(new Interrupted('SIGTERM')) },
    };
    const { report, interrupted } = await run(registry, many, {}, ended);
    expect(interrupted?.exitCode).toBe(143);
    expect(report.outcome).toBe('partial');
    expect(report.problems).toEqual([
      { station: 'interruption', message: 'What was running was ended. Run again to complete it.' },
    ]);
    const found = states(report);
    expect(found[0]).toBe('many0: v1 moved, stable left');
    expect(found[11]).toBe('many11: v1 left, stable left');
    expect(found.filter((state) => state.includes('v1 unsure')).length).toBeGreaterThan(0);
  });
});

describe('files that images export', () => {
  const exporting = indexOf('files', { 'io.github.python-image-builder.exports': '["/opt/*.lock"]' });
  const published: HostedEvent = {
    name: 'release',
    ref: 'refs/tags/v1',
    release: { action: 'published', tag: 'v1', target: 'main', prerelease: false },
  };
  const env = { GITHUB_REPOSITORY: 'example/images', GITHUB_TOKEN: 'token' };
  const none = { GITHUB_REPOSITORY: 'example/images', DOCKER_CONFIG: '/nowhere' };
  test.each<readonly [string, Readonly<Record<string, string>>, HostedEvent | undefined, object, string]>([
    [
      'are attached to no release where there is none',
      env,
      undefined,
      {},
      'files of files (/opt/*.lock) are not attached: this run is of no release of GitHub',
    ],
    [
      'are not attached without a token',
      none,
      published,
      {},
      'files of files (/opt/*.lock) are not attached: there is no token, neither in the variable GITHUB_TOKEN nor a login to ghcr.io',
    ],
    [
      'would be attached, says a dry run',
      env,
      published,
      { dry_run: 'true' },
      'files of files (/opt/*.lock) would be attached to the release v1',
    ],
  ])('%s', async (_, variables, event, raw, note) => {
    const registry = await registryOf([one, exporting]);
    const world = testWorld({ env: variables });
    const { report } = await run(registry, [one, exporting], { ...raw }, world, () => Promise.resolve(event));
    expect([report.notes, report.files, report.problems]).toEqual([[note], [], []]);
    expect(report.outcome).toBe('dry_run' in raw ? 'planned' : 'released');
  });

  test('move no tag where they cannot be taken out', async () => {
    const registry = await registryOf([exporting]);
    const files = { ...testWorld().files, list: () => Promise.resolve([]) };
    const world = { ...testWorld({ env }), files };
    const { report } = await run(registry, [exporting], {}, world, () => Promise.resolve(published));
    expect([report.outcome, states(report), registry.writes()]).toEqual([
      'failed',
      ['files: v1 left, stable left'],
      [],
    ]);
    expect(messages(report)[0]).toContain('which is a part of Python Image Builder');
  });
});
