/** Saved wheels in a real registry and in a folder: what is put is taken, and what was tampered with is not. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Digest, Repository, Tag } from '../../src/names/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { folderStore } from '../../src/wheel-cache/folder.ts';
import { tagOfWheel } from '../../src/wheel-cache/key.ts';
import type { WheelRecord } from '../../src/wheel-cache/wheel.ts';
import { readWheelManifest, wheelManifest } from '../../src/wheel-cache/manifest.ts';
import { repositoryStore } from '../../src/wheel-cache/repository.ts';
import type { WheelStore } from '../../src/wheel-cache/store.ts';
import { systemFiles } from '../../src/world/files.ts';
import { answer, refusal, startFaulty } from '../support/faults.ts';
import { bytesOf, pushImage, tag } from '../support/images.ts';
import { basicUser, startRegistry, type TestRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';

const record: WheelRecord = {
  name: 'gevent',
  version: '26.9.0',
  key: {
    sdist: 'a'.repeat(64),
    python: '3.13',
    abi: 'cp313',
    platform: 'linux/arm/v7',
    libc: 'glibc',
    distribution: '',
    buildPackages: ['libev-dev'],
    buildBase: 'docker.io/library/python',
  },
  floor: '2.31',
  way: 'cross',
  seconds: 93,
  compiled: '2026-11-20',
  used: '2026-11-20',
};
const wheel = bytesOf('the bytes of a wheel');
const file = {
  filename: 'gevent-26.9.0-cp313-cp313-linux_armv7l.whl',
  digest: digestOf(wheel),
  size: wheel.length,
};
const manifest = wheelManifest(record, file);
const savedTag = tagOfWheel(record.name, record.key);

const files = systemFiles();
let registry: TestRegistry;
let folder: string;
let path: string;
beforeAll(async () => {
  registry = await startRegistry();
  folder = await mkdtemp(join(tmpdir(), 'wheel-store-'));
  path = join(folder, 'made.whl');
  await writeFile(path, wheel);
}, 20_000);
afterAll(async () => {
  await registry.stop();
  await rm(folder, { recursive: true });
});

const repositoryOf = (name: string): Repository => ({ registry: registry.host, name });
const stores = {
  'a repository': (name: string) => repositoryStore(new RegistryClient(testWorld()), repositoryOf(name)),
  'a folder': (name: string) => folderStore(files, join(folder, name)),
};

async function taken(store: WheelStore, digest: Digest): Promise<Buffer | undefined> {
  const to = join(folder, 'taken');
  return (await store.fetch(digest, to)) ? readFile(to) : undefined;
}

describe.each(Object.entries(stores))('%s', (_, open) => {
  test('gives back what was put, byte for byte, and lists it', async () => {
    const store = open('round');
    expect(await store.manifest(savedTag)).toBeUndefined();
    expect(await store.tags()).toBeUndefined();
    await store.put(savedTag, manifest, path);
    const found = (await store.manifest(savedTag))!;
    expect(found.digest).toBe(digestOf(manifest));
    expect(readWheelManifest(found.bytes)).toEqual({ ok: true, value: { record, ...file } });
    expect(await taken(store, file.digest)).toEqual(Buffer.from(wheel));
    expect(await store.tags()).toEqual([savedTag]);
  });

  test('of two that put at once one stays, whole', async () => {
    const store = open('twice');
    const wheels = await Promise.all(
      'abcdefgh'.split('').map(async (letter, at) => {
        const content = bytesOf(letter.repeat(100_000));
        const source = join(folder, `twice-${letter}.whl`);
        await writeFile(source, content);
        const digest = digestOf(content);
        // Of very different lengths: what is written over another one shows.
        const buildPackages = [letter.repeat(200_000 >> at)];
        const said = { ...record, key: { ...record.key, buildPackages } };
        return {
          source,
          content,
          digest,
          manifest: wheelManifest(said, { ...file, digest, size: content.length }),
        };
      }),
    );
    await Promise.all(wheels.map((one) => open('twice').put(savedTag, one.manifest, one.source)));
    const found = (await store.manifest(savedTag))!;
    const stayed = wheels.find((one) => digestOf(one.manifest) === found.digest)!;
    expect(Buffer.from(found.bytes)).toEqual(Buffer.from(stayed.manifest));
    expect(await taken(store, stayed.digest)).toEqual(Buffer.from(stayed.content));
    expect(await store.tags()).toEqual([savedTag]);
  });

  test('a use is written down without the file', async () => {
    const store = open('touched');
    await store.put(savedTag, manifest, path);
    await store.put(savedTag, wheelManifest({ ...record, used: '2026-11-28' }, file));
    const found = readWheelManifest((await store.manifest(savedTag))!.bytes);
    expect(found.ok && found.value.record.used).toBe('2026-11-28');
  });

  test('a manifest is not saved without the file that it names', async () => {
    const store = open('fileless');
    await expect(store.put(savedTag, manifest)).rejects.toThrow(Failure);
    expect(await store.manifest(savedTag)).toBeUndefined();
  });

  test('what came in between is not removed', async () => {
    const store = open('moved');
    await store.put(savedTag, manifest, path);
    const newer = wheelManifest({ ...record, used: '2026-11-28' }, file);
    await store.put(savedTag, newer);
    await store.remove(savedTag, digestOf(manifest));
    expect((await store.manifest(savedTag))?.digest).toBe(digestOf(newer));
    expect(await taken(store, file.digest)).toEqual(Buffer.from(wheel));
  });

  test('forgets what is removed, and keeps the rest', async () => {
    const store = open('removed');
    const other = `${savedTag}-2` as Tag;
    await store.put(savedTag, manifest, path);
    await store.put(other, wheelManifest({ ...record, used: '2026-11-28' }, file));
    await store.remove(savedTag, digestOf(manifest));
    expect(await store.manifest(savedTag)).toBeUndefined();
    expect(await store.tags()).toEqual([other]);
    expect(await taken(store, file.digest)).toEqual(Buffer.from(wheel));
  });

  test('a file that is not there is none', async () => {
    expect(await taken(open('empty'), digestOf(bytesOf('another')))).toBeUndefined();
  });
});

describe('a folder keeps no file that nothing names', () => {
  const open = stores['a folder'];
  const other = `${savedTag}-2` as Tag;
  const newer = wheelManifest({ ...record, used: '2026-11-28' }, file);
  const another = bytesOf('the bytes of another wheel');
  const anotherFile = { ...file, digest: digestOf(another), size: another.length };
  const anotherManifest = wheelManifest(record, anotherFile);
  let anotherPath: string;
  beforeAll(async () => {
    anotherPath = join(folder, 'another.whl');
    await writeFile(anotherPath, another);
  });
  const blobsIn = (name: string): Promise<string[]> => readdir(join(folder, name, 'blobs/sha256'));
  const nameOf = (digest: Digest): string => digest.slice('sha256:'.length);

  test('when the last that named it is removed', async () => {
    const store = open('last');
    await store.put(savedTag, manifest, path);
    await store.remove(savedTag, digestOf(manifest));
    expect(await blobsIn('last')).toEqual([]);
  });

  test('when it is replaced', async () => {
    const store = open('replaced');
    await store.put(savedTag, manifest, path);
    await store.put(savedTag, anotherManifest, anotherPath);
    expect(await blobsIn('replaced')).toEqual([nameOf(anotherFile.digest)]);
    expect(await taken(store, anotherFile.digest)).toEqual(Buffer.from(another));
  });

  test('but what another one names stays', async () => {
    const store = open('shared');
    await store.put(savedTag, manifest, path);
    await store.put(other, newer);
    await store.put(savedTag, anotherManifest, anotherPath);
    expect(await blobsIn('shared')).toEqual([nameOf(file.digest), nameOf(anotherFile.digest)].toSorted());
  });

  /** The store as one process has it, while another does something just before a file is replaced or removed. */
  function interrupted(
    name: string,
    verb: 'replace' | 'remove',
    end: string,
    meanwhile: () => Promise<void>,
  ) {
    let done = false;
    const before = async (at: string): Promise<void> => {
      if (done || !at.endsWith(end)) return;
      done = true;
      await meanwhile();
    };
    return folderStore(
      {
        ...files,
        [verb]: async (at: string, content: Uint8Array) => {
          await before(at);
          return files[verb](at, content);
        },
      },
      join(folder, name),
    );
  }

  test('and what another one names since it was looked for', async () => {
    const name = 'named-meanwhile';
    await open(name).put(savedTag, manifest, path);
    const put = (): Promise<void> => open(name).put(other, newer);
    await interrupted(name, 'remove', nameOf(file.digest), put).remove(savedTag, digestOf(manifest));
    expect(await open(name).tags()).toEqual([other]);
    expect(await taken(open(name), file.digest)).toEqual(Buffer.from(wheel));
  });

  test('and what was removed before it was named is written again', async () => {
    const name = 'removed-meanwhile';
    await open(name).put(savedTag, manifest, path);
    const remove = (): Promise<void> => open(name).remove(savedTag, digestOf(manifest));
    await interrupted(name, 'replace', `${other}.json`, remove).put(other, newer, path);
    expect(await open(name).tags()).toEqual([other]);
    expect(await taken(open(name), file.digest)).toEqual(Buffer.from(wheel));
  });

  test('and where it cannot be, nothing names it', async () => {
    const name = 'gone-meanwhile';
    await open(name).put(savedTag, manifest, path);
    const remove = (): Promise<void> => open(name).remove(savedTag, digestOf(manifest));
    await expect(interrupted(name, 'replace', `${other}.json`, remove).put(other, newer)).rejects.toThrow(
      `${nameOf(file.digest)}, which ${join(folder, name, other)}.json names, is not there: the wheel must be compiled anew.`,
    );
    expect([await open(name).tags(), await blobsIn(name)]).toEqual([[], []]);
  });
});

describe('in a folder', () => {
  const open = stores['a folder'];
  const blob = (name: string): string => join(folder, name, 'blobs', file.digest.replace(':', '/'));

  test('a file that is there is not written again, and one that was changed is', async () => {
    const store = open('again');
    await store.put(savedTag, manifest, path);
    const { ino } = await stat(blob('again'));
    await store.put(savedTag, manifest, path);
    expect((await stat(blob('again'))).ino).toBe(ino);
    await writeFile(blob('again'), 'something else');
    await store.put(savedTag, manifest, path);
    expect(await readFile(blob('again'))).toEqual(Buffer.from(wheel));
    expect([await readdir(join(folder, 'again')), await readdir(dirname(blob('again')))]).toEqual([
      ['blobs', `${savedTag}.json`],
      [basename(blob('again'))],
    ]);
  });

  test('what is not what was compiled is not saved', async () => {
    const other = join(folder, 'other.whl');
    await writeFile(other, 'something else');
    await expect(open('other').put(savedTag, manifest, other)).rejects.toThrow(
      `${other} is not what was compiled (${file.digest})`,
    );
    expect(await open('other').tags()).toBeUndefined();
  });

  test('that cannot be used, the way out is said', async () => {
    const store = folderStore(files, join(path, 'below'));
    await expect(store.put(savedTag, manifest, path)).rejects.toThrow(
      /^".*" could not be written: a file stands where a folder above it should be \(ENOTDIR\)\. wheel_store names another folder, or is "off"\.$/,
    );
  });

  test.each<readonly [string, (store: WheelStore) => Promise<unknown>]>([
    ['put into', (store) => store.put(savedTag, manifest, path)],
    ['looked into', (store) => store.manifest(savedTag)],
    ['listed', (store) => store.tags()],
  ])('that is a file, that is said where it is %s', async (_, work) => {
    await expect(work(folderStore(files, path))).rejects.toThrow(
      `${path} is a file: wheel_store names a folder, a repository, or is "off".`,
    );
  });
});

describe('a file that was replaced', () => {
  test('in a repository is refused for its digest', async () => {
    const store = stores['a repository']('tampered');
    await store.put(savedTag, manifest, path);
    await writeFile(registry.blobPath(file.digest), Buffer.from(wheel).reverse());
    await expect(taken(store, file.digest)).rejects.toThrow(`where ${file.digest} was due`);
    await writeFile(registry.blobPath(file.digest), wheel);
  });

  test('in a folder too', async () => {
    const store = stores['a folder']('tampered');
    await store.put(savedTag, manifest, path);
    await writeFile(join(folder, 'tampered/blobs', file.digest.replace(':', '/')), 'something else');
    await expect(taken(store, file.digest)).rejects.toThrow(
      /sha256\/[0-9a-f]{64} has other bytes than its name says: it was changed$/,
    );
  });
});

/** What a manifest under the tag of a saved wheel may hold. */
const said = JSON.parse(Buffer.from(manifest).toString()) as Record<string, unknown> & { layers: object[] };
test.each<readonly [string, unknown, string]>([
  ['an image', { ...said, artifactType: undefined }, 'is not a saved wheel'],
  ['no layer', { ...said, layers: [] }, 'does not name one file'],
  ['no list of layers', { ...said, layers: { length: 1 } }, 'does not name one file'],
  ['a number of layers', { ...said, layers: 1 }, 'does not name one file'],
  ['an empty layer', { ...said, layers: [null] }, 'does not name one file'],
  [
    'a digest that is no text',
    { ...said, layers: [{ ...said.layers[0], digest: { toString: 1 } }] },
    'does not name one file',
  ],
  ...[-1, 1.5, 2 ** 53, '20', null].map(
    (size) =>
      [
        `the size ${size}`,
        { ...said, layers: [{ ...said.layers[0], size }] },
        'does not say right what the size of its file is',
      ] as const,
  ),
  ['two layers', { ...said, layers: [...said.layers, ...said.layers] }, 'does not name one file'],
  [
    'a layer without a name',
    { ...said, layers: [{ ...said.layers[0], annotations: {} }] },
    'does not name one file',
  ],
  [
    'a layer without a digest',
    { ...said, layers: [{ ...said.layers[0], digest: 'x' }] },
    'does not name one file',
  ],
  [
    'no annotations',
    { ...said, annotations: undefined },
    'is of another form than this release writes (none)',
  ],
  ['no manifest', [], 'is no manifest'],
])('%s is refused', (_, value, message) => {
  expect(readWheelManifest(bytesOf(value))).toEqual({ ok: false, message });
});

test('an entry is named as one finds it', () => {
  const names = Object.values(stores).map((open) => open('named').named(savedTag));
  expect(names).toEqual([`${registry.host}/named:${savedTag}`, join(folder, 'named', `${savedTag}.json`)]);
});

test('tags of images are not listed, and are not forgotten', async () => {
  const repository = repositoryOf('beside');
  const client = new RegistryClient(testWorld());
  const image = await pushImage(client, repository, ['a layer'], tag('py3.13-1.0'));
  const store = repositoryStore(client, repository);
  await store.put(savedTag, manifest, path);
  expect(await store.tags()).toEqual([savedTag]);
  await store.remove(savedTag, digestOf(manifest));
  expect((await client.headManifest(repository, tag('py3.13-1.0')))?.digest).toBe(image.digest);
});

describe('a registry that refuses', () => {
  test('reading, where nobody is logged in', async () => {
    const closed = await startRegistry({ kind: 'basic' });
    const client = new RegistryClient(testWorld());
    const store = repositoryStore(client, { registry: closed.host, name: 'app' });
    await expect(store.manifest(savedTag)).rejects.toThrow(/did not let an anonymous user .* read/);
    const login = { registry: closed.host, ...basicUser };
    const known = repositoryStore(new RegistryClient(testWorld(), { logins: [login] }), {
      registry: closed.host,
      name: 'app',
    });
    expect(await known.manifest(savedTag)).toBeUndefined();
    await closed.stop();
  });

  test('deletion, as GHCR does', async () => {
    const server = await startFaulty({ 'DELETE /v2/app/manifests/*': refusal(405, 'UNSUPPORTED') });
    const store = repositoryStore(new RegistryClient(testWorld()), { registry: server.host, name: 'app' });
    await expect(store.remove(savedTag, file.digest)).rejects.toThrow(
      "does not allow deletion over the registry's API",
    );
    await server.stop();
  });

  test('for some time: it is not waited for as long as for an image', async () => {
    const world = testWorld();
    const server = await startFaulty({ 'GET /v2/app/manifests/*': answer(503) });
    const store = repositoryStore(new RegistryClient(world), { registry: server.host, name: 'app' });
    await expect(store.manifest(savedTag)).rejects.toThrow('answered 503');
    expect(server.lines().filter((line) => line.includes('manifests'))).toHaveLength(3);
    await server.stop();
  });
});
