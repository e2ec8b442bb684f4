import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Repository } from '../../src/names/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import type { TransportOptions } from '../../src/registry/transport.ts';
import { digestOf, mediaTypes } from '../../src/registry/manifest.ts';
import { publishTag } from '../../src/registry/publish-tag.ts';
import { imageSize } from '../../src/registry/size.ts';
import { bytesOf, digest, makeManifest, pushImage, tag } from '../support/images.ts';
import { type TestRegistry, basicUser, startRegistry } from '../support/registry.ts';
import { type TokenServer, identityToken, startTokenServer, tokenUser } from '../support/tokens.ts';
import { testWorld } from '../support/world.ts';

const running: { stop: () => Promise<void> }[] = [];
let open: TestRegistry;
let basic: TestRegistry;
let tokens: TokenServer;
let token: TestRegistry;
beforeAll(async () => {
  tokens = await startTokenServer();
  [open, basic, token] = await Promise.all([
    startRegistry(),
    startRegistry({ kind: 'basic' }),
    startRegistry({ kind: 'token', server: tokens }),
  ]);
  running.push(open, basic, token, tokens);
}, 20_000);
afterAll(() => Promise.all(running.map((one) => one.stop())));

const nowhere = digest(`sha256:${'0'.repeat(64)}`);
const client = (options?: TransportOptions) => new RegistryClient(testWorld(), options);
const at = (registry: TestRegistry, name: string): Repository => ({ registry: registry.host, name });

describe('an open registry', () => {
  test('returns a manifest byte for byte, by tag and by digest', async () => {
    const repository = at(open, 'owner/app');
    const image = await pushImage(client(), repository, ['a layer'], tag('1.0'));
    const reader = client();
    const [head, byTag, byDigest] = [
      await reader.headManifest(repository, tag('1.0')),
      await reader.getManifest(repository, tag('1.0')),
      await reader.getManifest(repository, image.digest),
    ];
    const { mediaType, bytes } = image;
    expect(head).toEqual({ mediaType, digest: image.digest, size: bytes.length });
    expect(byTag).toEqual({ mediaType, digest: image.digest, bytes });
    expect(byDigest).toEqual(byTag);
  });

  test('returns each of the four media types unchanged', async () => {
    const repository = at(open, 'four/types');
    const writer = client();
    const image = await pushImage(writer, repository, ['x']);
    const child = { mediaType: image.mediaType, digest: image.digest, size: image.bytes.length };
    const results = [];
    for (const [name, mediaType] of Object.entries(mediaTypes)) {
      const content = name.endsWith('Manifest')
        ? { ...JSON.parse(Buffer.from(image.bytes).toString()), mediaType }
        : {
            schemaVersion: 2,
            mediaType,
            manifests: [{ ...child, platform: { os: 'linux', architecture: 'amd64' } }],
          };
      const put = await publishTag(writer, repository, bytesOf(content), mediaType, tag(name));
      const [head, got] = [
        await writer.headManifest(repository, tag(name)),
        await writer.getManifest(repository, tag(name)),
      ];
      results.push([head?.mediaType, head?.digest === put, got?.mediaType, got?.digest === put]);
    }
    expect(results).toEqual(Object.values(mediaTypes).map((mediaType) => [mediaType, true, mediaType, true]));
  });

  test('gives undefined for absent tags, digests, repositories and blobs', async () => {
    await pushImage(client(), at(open, 'owner/app'), ['a layer'], tag('1.0'));
    const reader = client();
    expect([
      await reader.headManifest(at(open, 'owner/app'), tag('2.0')),
      await reader.getManifest(at(open, 'owner/app'), nowhere),
      await reader.getManifest(at(open, 'nobody/nothing'), tag('1.0')),
      await reader.headBlob(at(open, 'owner/app'), nowhere),
      await reader.getBlob(at(open, 'owner/app'), nowhere),
      await reader.listTags(at(open, 'nobody/nothing')),
    ]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
  });

  test('writes an alias with one PUT of the same bytes', async () => {
    const repository = at(open, 'alias/app');
    const image = await pushImage(client(), repository, ['layer'], tag('1.2.3'));
    const before = open.requests().length;
    await publishTag(client(), repository, image.bytes, image.mediaType, tag('1.2'));
    expect(open.requests().slice(before)).toEqual(['GET /v2/ 200', 'PUT /v2/alias/app/manifests/1.2 201']);
  });

  test('lists all tags', async () => {
    const repository = at(open, 'tags/app');
    const { bytes, mediaType } = await pushImage(client(), repository, ['x'], tag('2'));
    for (const name of ['1', '3.0-rc.1', 'Latest'])
      await publishTag(client(), repository, bytes, mediaType, tag(name));
    expect((await client().listTags(repository))?.toSorted()).toEqual(['1', '2', '3.0-rc.1', 'Latest']);
  });

  test('uploads a blob from a file and downloads it to a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'blobs-'));
    const repository = at(open, 'large/blob');
    const content = Buffer.alloc(9_000_000, 'some bytes that repeat ');
    await writeFile(join(folder, 'in'), content);
    const source = {
      kind: 'file',
      digest: digestOf(content),
      part: { path: join(folder, 'in'), offset: 0, size: content.length },
    } as const;
    await client().uploadBlob(repository, source);
    await client().uploadBlob(repository, source);
    const saved = await client().saveBlob(repository, source.digest, join(folder, 'out'));
    const missing = await client().saveBlob(repository, nowhere, join(folder, 'none'));
    expect({
      saved,
      missing,
      size: await client().headBlob(repository, source.digest),
      same: content.equals(await readFile(join(folder, 'out'))),
      puts: open.requests().filter((line) => line.startsWith('PUT /v2/large/blob/blobs')).length,
    }).toEqual({ saved: true, missing: false, size: content.length, same: true, puts: 1 });
    await rm(folder, { recursive: true });
  });

  test.each([
    ['a device', '/dev/full', '"/dev/full" could not be written: the system refuses it (EINVAL)'],
    ['a folder', '/etc', '"/etc" could not be written: it is a folder (EISDIR)'],
  ])(
    'a blob that is saved to %s: no fault of the registry, and not asked for again',
    async (_, path, fact) => {
      const bytes = bytesOf(`to be saved to ${path}`);
      await client().uploadBlob(at(open, 'save/app'), { kind: 'bytes', bytes });
      const before = open.requests().length;
      await expect(client().saveBlob(at(open, 'save/app'), digestOf(bytes), path)).rejects.toMatchObject({
        exitCode: 7,
        fact,
      });
      const gets = open
        .requests()
        .slice(before)
        .filter((line) => line.startsWith('GET /v2/save/app/blobs'));
      expect(gets.length).toBeLessThan(2);
    },
  );

  test('blames the file system where the file was removed before it was sent', async () => {
    const digest = digestOf(bytesOf('gone'));
    const source = { kind: 'file', digest, part: { path: '/proc/none', offset: 0, size: 4 } } as const;
    await expect(client().uploadBlob(at(open, 'gone/app'), source)).rejects.toMatchObject({
      exitCode: 7,
      fact: '"/proc/none" could not be read: it is not there (ENOENT)',
    });
  });

  test('mounts a blob from a repository that has it, and from no other', async () => {
    const bytes = bytesOf('to be mounted');
    const writer = client();
    await writer.uploadBlob(at(open, 'mount/from'), { kind: 'bytes', bytes });
    expect([
      await writer.mountBlob(at(open, 'mount/to'), at(open, 'mount/from'), digestOf(bytes)),
      await writer.mountBlob(at(open, 'mount/to'), at(open, 'mount/from'), nowhere),
      await writer.mountBlob(at(open, 'mount/to'), { registry: 'elsewhere.example', name: 'a' }, nowhere),
      Buffer.from((await writer.getBlob(at(open, 'mount/to'), digestOf(bytes)))!).toString(),
    ]).toEqual([true, false, false, 'to be mounted']);
  });

  test('leaves neither upload nor repository behind after probing for write access', async () => {
    await client().probeWrite(at(open, 'probe/app'));
    const lines = open.requests().filter((line) => line.includes('probe/app'));
    expect(lines.map((line) => line.replace(/uploads\/\S+/, 'uploads/…'))).toEqual(
      ['POST /v2/probe/app/blobs/uploads/… 202', 'DELETE /v2/probe/app/blobs/uploads/… 204'].map((line) =>
        line.replace('uploads/… 202', 'uploads/ 202'),
      ),
    );
    expect(await client().listTags(at(open, 'probe/app'))).toBeUndefined();
  });

  test('finds referrers by the tag in place of the API, of one type or all', async () => {
    const repository = at(open, 'signed/app');
    const writer = client();
    const image = await pushImage(writer, repository, ['layer'], tag('1'));
    const reference = await pushImage(writer, repository, ['signature']);
    const entry = {
      mediaType: mediaTypes.ociManifest,
      digest: reference.digest,
      size: reference.bytes.length,
    };
    const listed = { ...entry, artifactType: 'application/x.signature' };
    const index = bytesOf({ schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: [listed] });
    await publishTag(writer, repository, index, mediaTypes.ociIndex, tag(image.digest.replace(':', '-')));
    expect([
      await writer.referrers(repository, image.digest),
      await writer.referrers(repository, image.digest, 'application/x.signature'),
      await writer.referrers(repository, image.digest, 'application/x.other'),
      await writer.referrers(repository, reference.digest),
    ]).toEqual([[listed], [listed], [], []]);
  });

  test('sums compressed layers, and those above the base', async () => {
    const writer = client();
    const base = await pushImage(writer, at(open, 'library/base'), ['first', 'second layer']);
    const image = await pushImage(writer, at(open, 'sized/app'), ['first', 'second layer', 'mine']);
    const [of, on] = [
      { repository: at(open, 'sized/app'), digest: image.digest },
      { repository: at(open, 'library/base'), digest: base.digest },
    ];
    expect([
      await imageSize(writer, of, on),
      await imageSize(writer, of),
      await imageSize(writer, on, of),
      await imageSize(writer, { ...of, digest: nowhere }),
    ]).toEqual([
      { size: 21, layers: 3, added: 4, baseLayers: 2 },
      { size: 21, layers: 3, added: 21, baseLayers: 0 },
      { size: 17, layers: 2, added: 0, baseLayers: 2 },
      undefined,
    ]);
  });

  test('asks for access once for two hundred manifests at once', async () => {
    const repository = at(open, 'many/app');
    await pushImage(client(), repository, ['x'], tag('1'));
    const before = open.requests().length;
    const reader = client();
    await Promise.all(Array.from({ length: 200 }, () => reader.headManifest(repository, tag('1'))));
    expect(open.requests().length - before).toBe(201);
  });
});

describe('a registry with Basic', () => {
  const login = () => ({ registry: basic.host, ...basicUser });
  test('accepts the credentials of the inputs', async () => {
    const image = await pushImage(client({ logins: [login()] }), at(basic, 'owner/app'), ['x'], tag('1'));
    const reader = client({ logins: [login()] });
    expect(await reader.listTags(at(basic, 'owner/app'))).toEqual(['1']);
    expect((await reader.headManifest(at(basic, 'owner/app'), tag('1')))?.digest).toBe(image.digest);
    expect(await reader.headManifest(at(basic, 'owner/app'), tag('2'))).toBeUndefined();
  });
  const pair = Buffer.from(`${basicUser.username}:${basicUser.password}`).toString('base64');
  const wrong = (host: string) => ({
    auths: { [host]: { auth: Buffer.from('no:body').toString('base64') } },
  });
  test.each<[string, (host: string) => object]>([
    ['auths', (host) => ({ auths: { [host]: { auth: pair } } })],
    ['auths by an address', (host) => ({ auths: { [`http://${host}/v2/`]: { auth: pair } } })],
    ['credHelpers, before auths', (host) => ({ ...wrong(host), credHelpers: { [host]: 'test' } })],
    ['credsStore, before auths', (host) => ({ ...wrong(host), credsStore: 'test' })],
    [
      'auths, where the store has nothing',
      (host) => ({ auths: { [host]: { auth: pair } }, credsStore: 'none' }),
    ],
  ])('accepts the credentials of config.json in DOCKER_CONFIG: %s', async (_name, config) => {
    await pushImage(client({ logins: [login()] }), at(basic, 'owner/app'), ['x'], tag('1'));
    const world = testWorld({
      env: { DOCKER_CONFIG: '/config' },
      files: { '/config/config.json': JSON.stringify(config(basic.host)) },
      run: ({ program, input }) =>
        program === 'docker-credential-test' && input === basic.host
          ? {
              code: 0,
              stdout: JSON.stringify({ Username: basicUser.username, Secret: basicUser.password }),
              stderr: '',
            }
          : { code: 1, stdout: 'credentials not found in native keychain', stderr: '' },
    });
    expect(await new RegistryClient(world).listTags(at(basic, 'owner/app'))).toEqual(['1']);
  });
  test.each([
    ['no login', [], 'an anonymous user (neither'],
    [
      'a wrong password',
      [{ username: 'reader', password: 'no' }],
      'the user "reader" (credentials from the inputs)',
    ],
    ['a login for another port', [{ registry: '127.0.0.1:1', ...basicUser }], 'an anonymous user (neither'],
  ] as const)('is unknown, not absent, with %s', async (_name, logins, words) => {
    const reader = client({
      logins: logins.map((one) => ({ registry: basic.host, ...one }) as ReturnType<typeof login>),
    });
    await expect(reader.headManifest(at(basic, 'owner/app'), tag('1'))).rejects.toMatchObject({
      status: 401,
      temporary: false,
      message: expect.stringContaining(words),
    });
  });
});

describe('a registry with tokens', () => {
  const logins = () => [{ registry: token.host, ...tokenUser }];
  test('uses one token for all requests of a scope: one to read, one to write', async () => {
    const before = tokens.requests.length;
    const writer = client({ logins: logins() });
    const image = await pushImage(writer, at(token, 'private/app'), ['x'], tag('1'));
    await writer.headManifest(at(token, 'private/app'), tag('1'));
    await writer.getManifest(at(token, 'private/app'), image.digest);
    expect(tokens.requests.slice(before)).toEqual([
      'GET owner repository:private/app:pull,push',
      'GET owner repository:private/app:pull',
    ]);
  });
  test('requests at once share one token, also when its time is over', async () => {
    const world = testWorld();
    const reader = new RegistryClient(world, { logins: logins() });
    const askAtOnce = () =>
      Promise.all(Array.from({ length: 5 }, () => reader.listTags(at(token, 'private/at-once'))));
    const before = tokens.requests.length;
    await askAtOnce();
    await world.clock.sleep(400_000);
    await askAtOnce();
    expect(tokens.requests.slice(before)).toEqual([
      'GET owner repository:private/at-once:pull',
      'GET owner repository:private/at-once:pull',
    ]);
  });
  test('reads public repositories anonymously, and believes their 404', async () => {
    await pushImage(client({ logins: logins() }), at(token, 'public/app'), ['x'], tag('1'));
    expect(await client().listTags(at(token, 'public/app'))).toEqual(['1']);
    expect(await client().headManifest(at(token, 'public/app'), tag('2'))).toBeUndefined();
    expect(await client().headManifest(at(token, 'public/none'), tag('2'))).toBeUndefined();
  });
  test('tells an anonymous user that existence in a private repository cannot be known', async () => {
    for (const name of ['private/app', 'private/none'])
      await expect(client().headManifest(at(token, name), tag('1'))).rejects.toMatchObject({ status: 401 });
  });
  test('refuses a write with the user and the missing grant', async () => {
    await expect(client({ logins: logins() }).probeWrite(at(token, 'other/app'))).rejects.toMatchObject({
      status: 401,
      message: expect.stringContaining(
        `did not let the user "owner" (credentials from the inputs) write ${token.host}/other/app. Use an account that may push there`,
      ),
    });
  });
  test('fails where the token service refuses the credentials', async () => {
    const reader = client({ logins: [{ registry: token.host, username: 'owner', password: 'no' }] });
    await expect(reader.listTags(at(token, 'public/app'))).rejects.toMatchObject({
      status: 401,
      codes: [{ code: 'UNAUTHORIZED', message: 'bad credentials' }],
    });
  });
  test('exchanges an identity token from config.json', async () => {
    const before = tokens.requests.length;
    const config = JSON.stringify({ auths: { [token.host]: { identitytoken: identityToken } } });
    const world = testWorld({ env: { DOCKER_CONFIG: '/config' }, files: { '/config/config.json': config } });
    await new RegistryClient(world).probeWrite(at(token, 'private/app'));
    // This registry wants the right to delete for cancelling the upload.
    expect(tokens.requests.slice(before)).toEqual([
      'POST owner repository:private/app:pull,push',
      'POST owner repository:private/app:delete,pull,push',
    ]);
  });
  test('exchanges an identity token from a helper', async () => {
    const before = tokens.requests.length;
    const world = testWorld({
      env: { DOCKER_CONFIG: '/config' },
      files: { '/config/config.json': JSON.stringify({ credsStore: 'test' }) },
      run: () => ({
        code: 0,
        stdout: JSON.stringify({ Username: '<token>', Secret: identityToken }),
        stderr: '',
      }),
    });
    await new RegistryClient(world).listTags(at(token, 'private/app'));
    expect(tokens.requests.slice(before)).toEqual(['POST owner repository:private/app:pull']);
  });
  test('mounts with a token that may also read the other repository', async () => {
    const writer = client({ logins: logins() });
    const bytes = bytesOf('mounted with a token');
    await writer.uploadBlob(at(token, 'public/from'), { kind: 'bytes', bytes });
    expect(await writer.mountBlob(at(token, 'private/to'), at(token, 'public/from'), digestOf(bytes))).toBe(
      true,
    );
    expect(tokens.requests.at(-1)).toBe(
      'GET owner repository:private/to:pull,push repository:public/from:pull',
    );
  });
  test('renews a token once that expired early, and repeats the request', async () => {
    const reader = client({ logins: logins() });
    await pushImage(reader, at(token, 'private/early'), ['x'], tag('1'));
    const fresh = client({ logins: logins() });
    // The registry's leeway is a minute: this token is over before it is used.
    tokens.life.true = -120;
    const over = fresh.headManifest(at(token, 'private/early'), tag('1'));
    await expect(over).rejects.toMatchObject({ status: 401 });
    tokens.life.true = 300;
    const before = tokens.requests.length;
    expect((await fresh.headManifest(at(token, 'private/early'), tag('1')))?.digest).toBe(
      makeManifest(['x']).digest,
    );
    expect(tokens.requests.length - before).toBe(1);
  });
  test('asks for a new token when the old one has expired', async () => {
    const world = testWorld();
    const reader = new RegistryClient(world, { logins: logins() });
    const before = tokens.requests.length;
    await reader.listTags(at(token, 'public/app'));
    await world.clock.sleep(200_000);
    await reader.listTags(at(token, 'public/app'));
    await world.clock.sleep(100_000);
    await reader.listTags(at(token, 'public/app'));
    expect(tokens.requests.length - before).toBe(2);
  });
});
