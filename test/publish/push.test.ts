import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openLayout } from '../../src/build/layout.ts';
import { Failure } from '../../src/errors.ts';
import type { Digest, Repository } from '../../src/names/reference.ts';
import { type Fetch, Interrupted } from '../../src/ports.ts';
import { type Pushed, pushContent } from '../../src/publish/push.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { contentOf, type ImageContent } from '../../src/registry/content.ts';
import { digestOf, mediaTypes, readContent } from '../../src/registry/manifest.ts';
import type { TransportOptions } from '../../src/registry/transport.ts';
import { systemFiles } from '../../src/world/files.ts';
import { heldBy, layoutOf, type MadeContent, makeContent, wholeOf, writeTar } from '../support/content.ts';
import { refusal } from '../support/faults.ts';
import { bytesOf, digest } from '../support/images.ts';
import { type Fault, type Line, startLine } from '../support/line.ts';
import { type TestRegistry, basicUser, startRegistry } from '../support/registry.ts';
import { type TokenServer, startTokenServer, tokenUser } from '../support/tokens.ts';
import { testWorld } from '../support/world.ts';

const running: { stop: () => Promise<void> }[] = [];
let open: TestRegistry;
let basic: TestRegistry;
let tokens: TokenServer;
let token: TestRegistry;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'push-'));
  tokens = await startTokenServer();
  [open, basic, token] = await Promise.all([
    startRegistry(),
    startRegistry({ kind: 'basic' }),
    startRegistry({ kind: 'token', server: tokens }),
  ]);
  running.push(open, basic, token, tokens);
}, 20_000);
afterAll(async () => {
  await Promise.all(running.map((one) => one.stop()));
  await rm(folder, { recursive: true });
});

const lines: Line[] = [];
afterEach(() => Promise.all(lines.splice(0).map((line) => line.stop())));
/** A line to the open registry, and what came over it as counts: `HEAD manifests`, `PUT uploads`. */
async function openLine(faults: Readonly<Record<string, readonly Fault[]>> = {}) {
  const line = await startLine(open, faults);
  lines.push(line);
  return line;
}
const kindOf = (line: string) =>
  line.replace(/ \S*\/(manifests|blobs\/uploads|blobs)\/.*$/, ' $1').replace('blobs/uploads', 'uploads');
function counts(line: Line): Record<string, number> {
  const found: Record<string, number> = {};
  for (const kind of line.lines().map(kindOf)) found[kind] = (found[kind] ?? 0) + 1;
  return found;
}

let names = 0;
/** A repository that nothing was ever put into. */
const fresh = ({ host }: { readonly host: string }, room = 'push'): Repository => ({
  registry: host,
  name: `${room}/app-${(names += 1)}`,
});
const client = (options?: TransportOptions) => new RegistryClient(testWorld(), options);
const straight = (repository: Repository): Repository => ({ ...repository, registry: open.host });

const base = makeContent({ amd64: ['base of amd64'], arm64: ['base of arm64'] }, false);
/** Ten blobs: two configurations, five layers, and what two attestations have. */
const image = makeContent({
  amd64: ['base of amd64', 'shared', 'own of amd64'],
  arm64: ['base of arm64', 'shared', 'own of arm64'],
});
const lone = makeContent({ amd64: ['base of amd64', 'own'] }, false);

const sizes = (some: Iterable<Uint8Array>) => {
  const all = [...some].map(({ length }) => length);
  return { blobs: all.length, bytes: all.reduce((sum, size) => sum + size, 0) };
};
const everything = sizes(image.blobs.values());
const none = { blobs: 0, bytes: 0 };
const rest = (of: typeof none) => ({
  blobs: everything.blobs - of.blobs,
  bytes: everything.bytes - of.bytes,
});
const amd64 = image.manifests.get(readContent(image.index.bytes).manifests![0]!.digest)!;
const ofAmd64 = sizes(
  [readContent(amd64.bytes).config!, ...readContent(amd64.bytes).layers!].map((blob) =>
    image.blobs.get(blob.digest)!,
  ),
);

interface Case {
  readonly of?: MadeContent;
  /** What the registry has before. */
  readonly before?: (repository: Repository) => Promise<unknown>;
  readonly mountFrom?: (line: Line) => readonly Repository[];
  readonly took: Omit<Pushed, 'digest'>;
  readonly requests: Readonly<Record<string, number>>;
}
const library = (name: string) => () => ({ registry: open.host, name });
const hasBase = async () => {
  await pushContent(client(), library('library/python')(), base);
  await pushContent(client(), library('library/other')(), lone);
};
const at = ({ host }: Line, name: string): Repository => ({ registry: host, name });
/** What it takes where nothing is there. */
const full = { 'GET /v2/': 1, 'HEAD manifests': 5, 'HEAD blobs': 10, 'POST uploads': 10 };
const one = { 'GET /v2/': 1, 'HEAD manifests': 5 };

test.each<[string, Case]>([
  [
    'uploads everything to an empty repository',
    {
      took: { there: none, mounted: none, uploaded: everything },
      requests: { ...full, 'PUT uploads': 10, 'PUT manifests': 5 },
    },
  ],
  [
    'asks for each manifest, and nothing else, where all is there',
    {
      before: (repository) => pushContent(client(), repository, image),
      took: { there: everything, mounted: none, uploaded: none },
      requests: one,
    },
  ],
  [
    'asks for no blobs of a platform whose manifest is there',
    {
      before: (repository) => pushContent(client(), repository, { ...image, index: amd64 }),
      took: { there: ofAmd64, mounted: none, uploaded: rest(ofAmd64) },
      requests: { ...one, 'HEAD blobs': 6, 'POST uploads': 6, 'PUT uploads': 6, 'PUT manifests': 4 },
    },
  ],
  [
    'replaces a manifest that a clean-up removed below its index',
    {
      before: async (repository) => {
        await pushContent(client(), repository, image);
        const { registry, name } = repository;
        await fetch(`http://${registry}/v2/${name}/manifests/${amd64.digest}`, { method: 'DELETE' });
      },
      took: { there: everything, mounted: none, uploaded: none },
      // What the other platform shares with it is known to be there.
      requests: { ...one, 'HEAD blobs': 3, 'PUT manifests': 1 },
    },
  ],
  [
    'uploads the blobs that are missing',
    {
      before: (repository) => pushContent(client(), repository, base),
      took: {
        there: { blobs: 4, bytes: sizes(base.blobs.values()).bytes },
        mounted: none,
        uploaded: rest(sizes(base.blobs.values())),
      },
      requests: { ...one, 'HEAD blobs': 10, 'POST uploads': 6, 'PUT uploads': 6, 'PUT manifests': 5 },
    },
  ],
  [
    'mounts what another repository has, and uploads the rest in the session that the mount opened',
    {
      before: hasBase,
      mountFrom: (line) => [at(line, 'library/python')],
      took: { there: none, mounted: sizes(base.blobs.values()), uploaded: rest(sizes(base.blobs.values())) },
      requests: { ...full, 'PUT uploads': 6, 'PUT manifests': 5 },
    },
  ],
  [
    'ends the upload that a failed mount opened, where a second repository has the blob',
    {
      before: hasBase,
      mountFrom: (line) => [at(line, 'library/none'), at(line, 'library/python')],
      took: { there: none, mounted: sizes(base.blobs.values()), uploaded: rest(sizes(base.blobs.values())) },
      requests: { ...full, 'POST uploads': 20, 'DELETE uploads': 10, 'PUT uploads': 6, 'PUT manifests': 5 },
    },
  ],
  [
    'mounts nothing from another registry, although a repository here has the same name',
    {
      before: hasBase,
      mountFrom: () => [{ registry: basic.host, name: 'library/python' }],
      took: { there: none, mounted: none, uploaded: everything },
      requests: { ...full, 'PUT uploads': 10, 'PUT manifests': 5 },
    },
  ],
  [
    'uploads a lone manifest',
    {
      of: lone,
      took: { there: none, mounted: none, uploaded: sizes(lone.blobs.values()) },
      requests: {
        'GET /v2/': 1,
        'HEAD manifests': 1,
        'HEAD blobs': 3,
        'POST uploads': 3,
        'PUT uploads': 3,
        'PUT manifests': 1,
      },
    },
  ],
])('%s', async (_name, { of = image, before, mountFrom = () => [], took, requests }) => {
  const line = await openLine();
  const repository = fresh(line);
  await before?.(straight(repository));
  const pushed = await pushContent(client(), repository, of, { mountFrom: mountFrom(line) });
  expect(counts(line)).toEqual(requests);
  expect(pushed).toEqual({ digest: of.index.digest, ...took });
  expect(await heldBy(client(), straight(repository), of)).toEqual(wholeOf(of));
});

test('uploads blobs first, then manifests, then the index, at most four at once', async () => {
  const line = await openLine();
  const world = testWorld();
  let [now, most] = [0, 0];
  const counted: Fetch = (url, init) => {
    most = Math.max(most, (now += 1));
    return world.fetch(url, init).finally(() => (now -= 1));
  };
  const repository = fresh(line);
  await pushContent(new RegistryClient({ ...world, fetch: counted }), repository, image);
  const steps = line.lines().map((text) => {
    if (text.endsWith(`PUT /v2/${repository.name}/manifests/${image.index.digest}`)) return 'PUT index';
    return /blobs/.test(text) ? 'blobs' : kindOf(text);
  });
  expect(steps.filter((step, place) => step !== steps[place - 1])).toEqual([
    'GET /v2/',
    'HEAD manifests',
    'blobs',
    'PUT manifests',
    'PUT index',
  ]);
  expect(most).toBe(4);
});

test('uploads an index of indexes from below, each manifest once and under the type that its index says', async () => {
  const { mediaType, digest: of, bytes } = image.index;
  const outer = bytesOf({
    schemaVersion: 2,
    mediaType: mediaTypes.ociIndex,
    manifests: [
      { mediaType, digest: of, size: bytes.length },
      { mediaType: amd64.mediaType, digest: amd64.digest, size: amd64.bytes.length },
    ],
  });
  const index = { mediaType: mediaTypes.ociIndex, digest: digestOf(outer), bytes: outer };
  const manifests = new Map([...image.manifests, [index.digest, index]]);
  const read: Digest[] = [];
  const content: ImageContent = {
    ...image,
    index,
    manifest: async (named) => {
      read.push(named);
      return { ...manifests.get(named)!, mediaType: 'application/json' };
    },
  };
  const repository = fresh(open);
  expect((await pushContent(client(), repository, content)).digest).toBe(index.digest);
  expect(await heldBy(client(), repository, { ...image, manifests })).toEqual(
    wholeOf({ ...image, manifests }),
  );
  expect(read.toSorted()).toEqual([...image.manifests.keys()].toSorted());
});

describe('from an archive', () => {
  const large = makeContent({ amd64: [2_500_000, 'own'], arm64: [2_000_000, 'own'] });
  test('uploads layers from their place in the file', async () => {
    const path = join(folder, 'image.tar');
    await writeTar(path, layoutOf(large));
    const repository = fresh(open);
    const pushed = await pushContent(client(), repository, await openLayout(path));
    expect(pushed).toEqual({
      digest: large.index.digest,
      there: none,
      mounted: none,
      uploaded: sizes(large.blobs.values()),
    });
    expect(await heldBy(client(), repository, large)).toEqual(wholeOf(large));
  });
  test('uploads no manifest after a layer with a wrong digest, which the registry refuses', async () => {
    const path = join(folder, 'wrong.tar');
    const [wrong] = [...large.blobs].find(([, { length }]) => length === 2_500_000)!;
    const files = layoutOf(large).set(`blobs/${wrong.replace(':', '/')}`, new Uint8Array(2_500_000));
    await writeTar(path, files);
    const repository = fresh(open);
    const work = pushContent(client(), repository, await openLayout(path));
    await expect(work).rejects.toMatchObject({ status: 400, codes: [{ code: 'DIGEST_INVALID' }] });
    for (const manifest of large.manifests.keys())
      expect(await client().headManifest(repository, manifest)).toBeUndefined();
  });
});

describe('from another repository', () => {
  const large = makeContent({ amd64: [2_500_000, 'own'], arm64: ['base', 'own'] });
  const login = () => ({ logins: [{ registry: basic.host, ...basicUser }] });
  test('copies large layers of another registry through files, and removes those', async () => {
    const own = await mkdtemp(join(folder, 'layers-'));
    const files = systemFiles(own);
    const [from, to] = [fresh(basic), fresh(open)];
    await pushContent(client(login()), from, large);
    const both = client(login());
    const content = contentOf(both, from, (await both.getManifest(from, large.index.digest))!, files);
    const pushed = await pushContent(both, to, content);
    expect(pushed).toEqual({
      digest: large.index.digest,
      there: none,
      mounted: none,
      uploaded: sizes(large.blobs.values()),
    });
    expect(await heldBy(client(), to, large)).toEqual(wholeOf(large));
    const [left] = await readdir(own);
    expect(await readdir(join(own, left!))).toEqual([]);
    files.close();
  });
  test('mounts from the same registry, and reads nothing but manifests', async () => {
    const line = await openLine();
    const [from, to] = [fresh(line), fresh(line)];
    await pushContent(client(), straight(from), large);
    const content = contentOf(client(), from, large.index, testWorld().files);
    const pushed = await pushContent(client(), to, content, { mountFrom: [from] });
    expect(pushed.mounted).toEqual(sizes(large.blobs.values()));
    expect(counts(line)).toEqual({
      'GET /v2/': 2,
      'GET manifests': 4,
      'HEAD manifests': 5,
      'HEAD blobs': 8,
      'POST uploads': 8,
      'PUT manifests': 5,
    });
  });
  test.each([
    ['a manifest', 0, 'manifests'],
    ['a small blob', 1, 'blobs'],
    ['a large layer', 2, 'blobs'],
  ])('that has lost %s', async (_name, which, kind) => {
    const from = fresh(open);
    await pushContent(client(), from, large);
    const [child] = readContent(large.index.bytes).manifests!;
    const { config, layers } = readContent(large.manifests.get(child!.digest)!.bytes);
    const lost = [child!, config!, layers!.find(({ size }) => size > 2_000_000)!][which]!.digest;
    await fetch(`http://${from.registry}/v2/${from.name}/${kind}/${lost}`, { method: 'DELETE' });
    const files = systemFiles(folder);
    const work = pushContent(client(), fresh(open), contentOf(client(), from, large.index, files));
    await expect(work).rejects.toMatchObject({
      problems: [
        {
          station: 'registry',
          about: `${from.registry}/${from.name}`,
          message: `${from.registry}/${from.name} does not hold ${lost}, which its image ${large.index.digest} needs. Push that image anew, or take another one.`,
        },
      ],
    });
    files.close();
  });
});

describe('with tokens', () => {
  const logins = () => [{ registry: token.host, ...tokenUser }];
  test.each([
    ['may be read lends', 'public/base', { mounted: sizes(base.blobs.values()), uploaded: none }],
    [
      'may not be read does not, and the blobs are sent',
      'other/base',
      { mounted: none, uploaded: sizes(base.blobs.values()) },
    ],
  ])('a repository that %s', async (_name, name, took) => {
    const from = { registry: token.host, name };
    const writer = client({ logins: logins() });
    if (name.startsWith('public/')) await pushContent(writer, from, base);
    const to = fresh(token, 'private');
    const pushed = await pushContent(client({ logins: logins() }), to, base, { mountFrom: [from] });
    expect(pushed).toEqual({ digest: base.index.digest, there: none, ...took });
    expect(await heldBy(client({ logins: logins() }), to, base)).toEqual(wholeOf(base));
  });
  test('reports once that a user may not push', async () => {
    const work = pushContent(client({ logins: logins() }), fresh(token, 'other'), image);
    await expect(work).rejects.toMatchObject({ status: 401, problems: [{ station: 'registry' }] });
  });
});

describe('a failing connection', () => {
  const upload = 'PUT /v2/faulty/app/blobs/uploads/';
  const large = makeContent({ amd64: [1_500_000, 'own'], arm64: [2_000_000, 'own'] });
  const manifest = `PUT /v2/faulty/app/manifests/${amd64.digest}`;
  const instead = (status: number, code: string): Fault => ({ kind: 'instead', of: refusal(status, code) });
  test.each<[string, Record<string, Fault[]>, Record<string, number>]>([
    [
      'an upload that is cut in the middle',
      { [upload]: [{ kind: 'cut' }] },
      { 'HEAD blobs': 11, 'POST uploads': 11, 'PUT uploads': 11 },
    ],
    ['an upload whose answer is lost', { [upload]: [{ kind: 'lost' }] }, { 'HEAD blobs': 11 }],
    ['an upload that nothing is heard of', { [upload]: [{ kind: 'silent' }] }, { 'HEAD blobs': 11 }],
    [
      'three uploads that are cut',
      { [upload]: Array<Fault>(3).fill({ kind: 'cut' }) },
      { 'HEAD blobs': 13, 'POST uploads': 13, 'PUT uploads': 13 },
    ],
    [
      'an upload that the registry forgot',
      { [upload]: [instead(404, 'BLOB_UPLOAD_UNKNOWN')] },
      { 'HEAD blobs': 11, 'POST uploads': 11, 'PUT uploads': 11 },
    ],
    [
      'a busy registry',
      { [upload]: [instead(503, 'UNAVAILABLE')], 'POST ': [instead(429, 'TOOMANYREQUESTS')] },
      { 'HEAD blobs': 11, 'POST uploads': 12, 'PUT uploads': 11 },
    ],
    ['a manifest whose answer is lost', { [manifest]: [{ kind: 'lost' }] }, { 'HEAD manifests': 6 }],
    [
      'a manifest that is cut',
      { [manifest]: [{ kind: 'cut' }] },
      { 'HEAD manifests': 6, 'PUT manifests': 6 },
    ],
    [
      'an index whose answer is lost',
      { [`PUT /v2/faulty/app/manifests/${image.index.digest}`]: [{ kind: 'lost' }] },
      { 'HEAD manifests': 6 },
    ],
  ])('%s goes through', async (name, faults, more) => {
    const repository = fresh(open, 'faulty');
    const renamed = Object.entries(faults).map(
      ([start, of]) => [start.replace('faulty/app', repository.name), of] as const,
    );
    const line = await openLine(Object.fromEntries(renamed));
    // Short only where silence is what is tested: a busy machine is slow to answer too.
    const stall = name.endsWith('nothing is heard of') ? 1000 : 30_000;
    const pushed = await pushContent(client({ stall }), { ...repository, registry: line.host }, image);
    expect(pushed).toEqual({ digest: image.index.digest, there: none, mounted: none, uploaded: everything });
    expect(counts(line)).toEqual({ ...full, 'PUT uploads': 10, 'PUT manifests': 5, ...more });
    expect(await heldBy(client(), repository, image)).toEqual(wholeOf(image));
  });

  test('reads a large layer again after its upload was cut', async () => {
    const path = join(folder, 'cut.tar');
    await writeTar(path, layoutOf(large));
    const line = await openLine({ 'PUT ': [{ kind: 'cut' }, { kind: 'cut' }, { kind: 'cut' }] });
    const repository = fresh(line);
    await pushContent(client(), repository, await openLayout(path));
    expect(await heldBy(client(), straight(repository), large)).toEqual(wholeOf(large));
  });

  test('sends a large layer again once its upload stalls, before its time is over', async () => {
    const path = join(folder, 'stuck');
    const bytes = Buffer.alloc(40_000_000, 'more than what stands in the buffers of a connection ');
    await writeFile(path, bytes);
    const line = await openLine({ 'PUT ': [{ kind: 'stuck' }] });
    const repository = fresh(line);
    const part = { path, offset: 0, size: bytes.length };
    const source = { kind: 'file', digest: digestOf(bytes), part } as const;
    expect(await client({ stall: 2000 }).uploadBlob(repository, source)).toBe('uploaded');
    expect(counts(line)).toEqual({ 'GET /v2/': 1, 'HEAD blobs': 2, 'POST uploads': 2, 'PUT uploads': 2 });
    expect(await client().headBlob(repository, digestOf(bytes))).toBe(bytes.length);
  });

  test('gives up an upload that always fails, says what was tried, and leaves no manifest', async () => {
    const line = await openLine({ 'PUT ': Array<Fault>(100).fill({ kind: 'cut' }) });
    const repository = fresh(line);
    const error: unknown = await pushContent(client(), repository, image).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      method: 'PUT',
      message: expect.stringMatching(
        /PUT \S+ got no whole answer: .*\. This was tried 6 times in \d+ s\. The fault is on the way/,
      ),
    });
    expect(counts(line)['PUT manifests']).toBeUndefined();
    expect(counts(line)['PUT uploads']).toBe(24);
  });
});

describe('cut off and run again', () => {
  test.each([1, 4, 7, 15, 24, 33, 37, 40])('after %i requests', async (last) => {
    const repository = fresh(open);
    const world = testWorld();
    let asked = 0;
    const interrupted = () => Promise.reject(new Interrupted('SIGTERM'));
    const ending: Fetch = (url, init) => ((asked += 1) > last ? interrupted() : world.fetch(url, init));
    const dying = { ...world, fetch: ending, clock: { ...world.clock, sleep: interrupted } };
    const killed = pushContent(new RegistryClient(dying), repository, image);
    await expect(killed).rejects.toBeInstanceOf(Interrupted);
    const { there, uploaded } = await pushContent(client(), repository, image);
    expect({ blobs: there.blobs + uploaded.blobs, bytes: there.bytes + uploaded.bytes }).toEqual(everything);
    expect(await heldBy(client(), repository, image)).toEqual(wholeOf(image));
  });
});

describe('content that cannot be read', () => {
  const broken = (bytes: Uint8Array<ArrayBuffer>): ImageContent => ({
    ...image,
    index: { mediaType: mediaTypes.ociIndex, digest: digestOf(bytes), bytes },
  });
  test.each([
    ['no JSON', bytesOf('<html>'), 'Unexpected token'],
    ['no object', bytesOf([]), 'a manifest is a JSON object'],
    ['manifests that are no list', bytesOf({ manifests: 7 }), 'manifests is not iterable'],
    [
      'a digest that is a path',
      bytesOf({ manifests: [{ digest: '../../x' }] }),
      'digest "../../x" is not valid',
    ],
    [
      'a digest of another kind',
      bytesOf({ manifests: [{ digest: `sha512:${'0'.repeat(128)}` }] }),
      'it is "sha256:" and 64',
    ],
  ])('%s', async (_name, bytes, words) => {
    const line = await openLine();
    const work = pushContent(client(), fresh(line), broken(bytes));
    await expect(work).rejects.toMatchObject({
      problems: [
        {
          station: 'registry',
          about: digestOf(bytes),
          message: expect.stringContaining(words),
        },
      ],
    });
    expect(line.lines()).toEqual([]);
  });
  test('throws the interruption rather than an earlier failure', async () => {
    let asked = 0;
    const blob = async () => {
      if ((asked += 1) === 1) throw new Failure([{ station: 'build', message: 'no such blob' }]);
      await new Promise((later) => setTimeout(later, 300));
      throw new Interrupted('SIGTERM');
    };
    const work = pushContent(client(), fresh(open), { ...image, blob });
    await expect(work).rejects.toBeInstanceOf(Interrupted);
  });
  test('pushes no manifest where a blob cannot be read from its source', async () => {
    const line = await openLine();
    const repository = fresh(line);
    const blob = () => Promise.reject(new Error('no such blob'));
    await expect(pushContent(client(), repository, { ...image, blob })).rejects.toThrow('no such blob');
    expect(counts(line)['PUT manifests']).toBeUndefined();
    expect(await client().headManifest(repository, digest(image.index.digest))).toBeUndefined();
  });
});

test('uploads a part of a larger file', async () => {
  const path = join(folder, 'part');
  await writeFile(path, 'before|the part|after');
  const bytes = bytesOf('the part');
  const part = { path, offset: 7, size: bytes.length };
  const repository = fresh(open);
  const source = { kind: 'file', digest: digestOf(bytes), part } as const;
  expect(await client().uploadBlob(repository, source)).toBe('uploaded');
  expect(await client().getBlob(repository, digestOf(bytes))).toEqual(Buffer.from(bytes));
});
