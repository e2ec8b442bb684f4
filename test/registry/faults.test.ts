import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Repository } from '../../src/names/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import type { RegistryProblem } from '../../src/registry/errors.ts';
import { digestOf, mediaTypes } from '../../src/registry/manifest.ts';
import { publishTag } from '../../src/registry/publish-tag.ts';
import {
  type Behaviour,
  type FaultyServer,
  answer,
  hang,
  hangMidway,
  refusal,
  reset,
  resetMidway,
  routed,
  shortened,
  startFaulty,
  truncated,
} from '../support/faults.ts';
import { bytesOf, makeManifest, tag } from '../support/images.ts';
import { testWorld } from '../support/world.ts';

const servers: FaultyServer[] = [];
const start = async (routes: Parameters<typeof startFaulty>[0]) => {
  const server = await startFaulty(routes);
  servers.push(server);
  return server;
};
afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

const image = makeManifest(['a layer']);
const headers = { 'content-type': image.mediaType, 'docker-content-digest': image.digest };
const right = answer(200, headers, image.bytes);
const path = '/v2/owner/app/manifests/1';
const at = (server: FaultyServer): Repository => ({ registry: server.host, name: 'owner/app' });
const problem = (work: Promise<unknown>): Promise<RegistryProblem> =>
  work.then(
    () => Promise.reject(new Error('this should have failed')),
    (error: RegistryProblem) => error,
  );

describe('retries a request after a temporary fault', () => {
  const inThreeSeconds = () => new Date(Date.now() + 3500).toUTCString();
  test.each<[string, Behaviour, number]>([
    ['429 with seconds', refusal(429, 'TOOMANYREQUESTS', 'slow', { 'retry-after': '7' }), 7000],
    [
      '429 with a date',
      (response, asked) =>
        refusal(429, 'TOOMANYREQUESTS', 'slow', { 'retry-after': inThreeSeconds() })(response, asked),
      2000,
    ],
    [
      '403 that is a rate limit',
      refusal(403, 'DENIED', 'You have exceeded a secondary rate limit', { 'retry-after': '2' }),
      2000,
    ],
    ['503 with seconds', answer(503, { 'retry-after': '5' }), 5000],
    ['408', answer(408), 0],
    ['425', answer(425), 0],
    ['500', answer(500), 0],
    ['502 with a page of a proxy', answer(502, {}, '<html>bad gateway</html>'), 0],
    ['503', answer(503), 0],
    ['504', answer(504), 0],
    ['a reset before the answer', reset, 0],
    ['a reset in the body', resetMidway(headers, image.bytes), 0],
    ['a truncated body', truncated(headers, image.bytes), 0],
    ['a shortened body without a length', shortened(headers, image.bytes), 0],
    ['another body than the digest says', answer(200, headers, 'something else'), 0],
    ['a hang before the answer', hang, 0],
    ['a hang in the body', hangMidway(headers, image.bytes), 0],
  ])('%s', async (name, fault, atLeast) => {
    const server = await start({ [`GET ${path}`]: [fault, right] });
    const world = testWorld();
    // Short only where silence is what is tested: a busy machine is slow to answer too.
    const stall = name.startsWith('a hang') ? 500 : 30_000;
    const manifest = await new RegistryClient(world, { stall }).getManifest(at(server), tag('1'));
    expect(manifest).toEqual({ mediaType: image.mediaType, digest: image.digest, bytes: image.bytes });
    expect(server.lines()).toEqual(['GET /v2/', `GET ${path}`, `GET ${path}`]);
    expect(world.waits.map((wait) => wait >= atLeast && wait <= atLeast + 1500)).toEqual([true]);
  });
});

describe('downloads a blob again that did not arrive whole', () => {
  // Larger than what one chunk holds, so that a part of it is on the disk already.
  const blob = Buffer.alloc(300_000, 'content of a blob ');
  const longer = Buffer.alloc(400_000, 'something that is longer ');
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'faults-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const targets = {
    'in memory': (client: RegistryClient, from: Repository) => client.getBlob(from, digestOf(blob)),
    'to a file': async (client: RegistryClient, from: Repository) =>
      (await client.saveBlob(from, digestOf(blob), join(folder, 'blob'))) && readFile(join(folder, 'blob')),
  };
  const faults: Record<string, Behaviour> = {
    'a reset before it': reset,
    'a reset in it': resetMidway({}, blob),
    'a truncated one': truncated({}, blob),
    'a shortened one without a length': shortened({}, blob),
    'another one, which is longer': answer(200, {}, longer),
    'a hang before it': hang,
    'a hang in it': hangMidway({}, blob),
    '500': answer(500),
    '429 with seconds': answer(429, { 'retry-after': '1' }),
  };
  test.each(
    Object.entries(faults).flatMap(([name, fault]) =>
      Object.entries(targets).map(([target, get]) => [`${name}, ${target}`, fault, get] as const),
    ),
  )('%s', async (name, fault, get) => {
    const server = await start({ 'GET /v2/owner/app/blobs/*': [fault, answer(200, {}, blob)] });
    const stall = name.startsWith('a hang') ? 500 : 30_000;
    const got = await get(new RegistryClient(testWorld(), { stall }), at(server));
    expect(got && blob.equals(got)).toBe(true);
    expect(server.lines().length).toBe(3);
  });
  test('fails where the blob never matches its digest', async () => {
    const server = await start({ 'GET /v2/owner/app/blobs/*': answer(200, {}, 'else') });
    const error = await problem(new RegistryClient(testWorld()).getBlob(at(server), digestOf(blob)));
    expect(error.message.replace(/in \d+ s/, 'in N s')).toBe(
      `${server.host}/owner/app: GET ${server.origin}/v2/owner/app/blobs/${digestOf(blob)} answered 200 sent 4 bytes with the digest ${digestOf(bytesOf('else'))} where ${digestOf(blob)} was due. This was tried 6 times in N s. The fault is on the way to the registry or in it: run again later.`,
    );
  });
});

describe('gives up on a lasting fault, and says how often it tried', () => {
  test('tries six times where the answer is always 503', async () => {
    const server = await start({ [`HEAD ${path}`]: answer(503) });
    const error = await problem(new RegistryClient(testWorld()).headManifest(at(server), tag('1')));
    expect({ message: error.message.replace(/in \d+ s/, 'in N s'), exitCode: error.exitCode }).toEqual({
      message: `${server.host}/owner/app: HEAD ${server.origin}${path} answered 503. This was tried 6 times in N s. The fault is on the way to the registry or in it: run again later.`,
      exitCode: 4,
    });
    expect(server.lines().length).toBe(7);
  });
  test('tries six times where nothing listens', async () => {
    const server = await start({});
    await server.stop();
    const error = await problem(new RegistryClient(testWorld()).listTags(at(server)));
    expect({
      temporary: error.temporary,
      tried: error.request.tried?.attempts,
      status: error.status,
    }).toEqual({
      temporary: true,
      tried: 6,
      status: undefined,
    });
    expect(error.message).toContain('got no whole answer: ECONNREFUSED');
    expect(error.message).toContain('and where it lasts, check whether the name of the registry is right');
  });
  test('tries once a port that HTTP clients refuse', async () => {
    const repository = { registry: '127.0.0.1:6000' as Repository['registry'], name: 'team/app' };
    const error = await problem(new RegistryClient(testWorld()).listTags(repository as Repository));
    expect({ temporary: error.temporary, tried: error.request.tried?.attempts }).toEqual({
      temporary: false,
      tried: 1,
    });
    expect(error.message).toContain('its port is one that HTTP clients refuse');
  });
  test('gives up at once where the registry asks to wait beyond the budget', async () => {
    const server = await start({
      [`GET ${path}`]: refusal(429, 'TOOMANYREQUESTS', 'later', { 'retry-after': '3600' }),
    });
    const world = testWorld();
    const error = await problem(new RegistryClient(world).getManifest(at(server), tag('1')));
    expect(error.message).toContain('It asks to wait 3600 s. 127.0.0.1');
    expect(world.waits).toEqual([]);
  });
  test('limits the time of all attempts together', async () => {
    const server = await start({ [`GET ${path}`]: answer(503, { 'retry-after': '50' }) });
    const world = testWorld();
    await problem(new RegistryClient(world).getManifest(at(server), tag('1')));
    expect(world.waits).toEqual([50_000, 50_000]);
  });
  test.each([
    ['400', answer(400)],
    ['410 after a redirect', answer(307, { location: '/elsewhere' })],
    ['501', answer(501)],
  ])('does not retry after %s', async (_name, fault) => {
    const server = await start({ [`GET ${path}`]: fault, 'GET /elsewhere': answer(410) });
    const world = testWorld();
    await problem(new RegistryClient(world).getManifest(at(server), tag('1')));
    expect(world.waits).toEqual([]);
  });
  test('stops reading an endless body at the limit', async () => {
    const server = await start({
      [`GET ${path}`]: (response) => {
        response.writeHead(200, { 'content-type': image.mediaType });
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(1 << 20)));
        };
        response.on('drain', more);
        more();
      },
    });
    const error = await problem(new RegistryClient(testWorld()).getManifest(at(server), tag('1')));
    expect(error.message).toContain('sent more than 33554432 bytes');
  });
});

describe('sends credentials to their own host only', () => {
  const blob = bytesOf('content of a blob');
  const login = (server: FaultyServer) => ({
    logins: [{ registry: server.host, username: 'me', password: 'secret' }],
  });
  const basic = answer(401, { 'www-authenticate': 'Basic realm="x"' });
  test.each<[string, (tokens: FaultyServer) => Behaviour, string[]]>([
    ['Basic', () => basic, ['Basic bWU6c2VjcmV0']],
    [
      'Bearer',
      (tokens) => answer(401, { 'www-authenticate': `Bearer realm="${tokens.origin}/token"` }),
      ['Bearer abc'],
    ],
  ])('fetches a blob on another host without credentials: %s', async (_name, challenge, expected) => {
    const tokens = await start({ 'GET /token*': answer(200, {}, '{"token":"abc"}') });
    const store = await start({ 'GET /signed?signature=hidden': answer(200, {}, blob) });
    const server = await start({
      'GET /v2/': challenge(tokens),
      'GET /v2/owner/app/blobs/*': answer(307, { location: `${store.origin}/signed?signature=hidden` }),
    });
    const client = new RegistryClient(testWorld(), login(server));
    expect(await client.getBlob(at(server), digestOf(blob))).toEqual(Buffer.from(blob));
    expect([server, store].map(({ asked }) => asked.map(({ authorization }) => authorization))).toEqual([
      [undefined, ...expected],
      [undefined],
    ]);
  });
  test('asks for a new signed address after the old one expired, and shows the query of neither', async () => {
    const store = await start({
      'GET /*': [answer(403, {}, '<Error>expired</Error>'), answer(200, {}, blob)],
    });
    const server = await start({
      'GET /v2/owner/app/blobs/*': [1, 2].map((n) =>
        answer(307, { location: `${store.origin}/signed?n=${n}` }),
      ),
    });
    const world = testWorld();
    expect(await new RegistryClient(world).getBlob(at(server), digestOf(blob))).toEqual(Buffer.from(blob));
    expect(store.lines()).toEqual(['GET /signed?n=1', 'GET /signed?n=2']);
    expect(world.lines.join()).toContain('/signed?… answered 403');
  });
  test('does not take a 404 of the blob store for an absent blob', async () => {
    const store = await start({});
    const server = await start({
      'GET /v2/owner/app/blobs/*': answer(307, { location: `${store.origin}/gone` }),
    });
    const error = await problem(new RegistryClient(testWorld()).getBlob(at(server), digestOf(blob)));
    expect({ url: error.url, status: error.status }).toEqual({ url: `${store.origin}/gone`, status: 404 });
  });
  test('uploads to another host without credentials', async () => {
    const store = await start({ 'PUT /put*': answer(201) });
    const server = await start({
      'GET /v2/': basic,
      'POST /v2/owner/app/blobs/uploads/': answer(202, { location: `${store.origin}/put?state=1` }),
    });
    await new RegistryClient(testWorld(), login(server)).uploadBlob(at(server), {
      kind: 'bytes',
      bytes: blob,
    });
    const encoded = encodeURIComponent(digestOf(blob));
    expect(store.asked).toEqual([
      { line: `PUT /put?state=1&digest=${encoded}`, authorization: undefined, body: 'content of a blob' },
    ]);
  });
  test('does not follow a redirect that would turn a PUT into a GET', async () => {
    const server = await start({ [`PUT ${path}`]: answer(302, { location: '/elsewhere' }) });
    const error = await problem(
      publishTag(new RegistryClient(testWorld()), at(server), image.bytes, image.mediaType, tag('1')),
    );
    expect([error.status, server.lines()]).toEqual([302, ['GET /v2/', `PUT ${path}`]]);
  });
  test('holds no secret in any field of an error', async () => {
    const server = await start({ 'GET /v2/': basic, [`HEAD ${path}`]: answer(403) });
    const error = await problem(
      new RegistryClient(testWorld(), login(server)).headManifest(at(server), tag('1')),
    );
    const printed = inspect(error, { depth: 9, showHidden: true });
    expect([/secret|bWU6/.test(printed), /the user "me"/.test(printed)]).toEqual([false, true]);
  });
  test('fails after five redirects in a circle', async () => {
    const server = await start({ [`GET ${path}`]: answer(307, { location: path }) });
    const error = await problem(new RegistryClient(testWorld()).getManifest(at(server), tag('1')));
    expect(error.message).toContain('was redirected more than five times');
  });
  test('does not follow a redirect from https to http', async () => {
    const server = await start({
      'GET ghcr.io/v2/owner/app/*': answer(302, { location: 'http://ghcr.io/x' }),
    });
    const client = new RegistryClient(routed(testWorld(), server));
    const error = await problem(client.getManifest({ registry: 'ghcr.io', name: 'owner/app' }, tag('1')));
    expect(error.message).toContain('was redirected from https to http://ghcr.io');
    expect(server.lines()).toEqual(['GET ghcr.io/v2/', 'GET ghcr.io/v2/owner/app/manifests/1']);
  });
  test('sends nothing to a token service without https', async () => {
    const server = await start({
      'GET ghcr.io/v2/': answer(401, {
        'www-authenticate': 'Bearer realm="http://ghcr.io/token",service="x"',
      }),
    });
    const client = new RegistryClient(routed(testWorld(), server), {
      logins: [{ registry: 'ghcr.io', username: 'me', password: 'secret' }],
    });
    const error = await problem(client.listTags({ registry: 'ghcr.io', name: 'owner/app' }));
    expect(error.message).toContain('wants its tokens asked for at http://ghcr.io, which is not https');
    expect(server.lines()).toEqual(['GET ghcr.io/v2/']);
  });
});

describe('reads the tag back after a PUT whose answer was lost', () => {
  const put = `PUT ${path}`;
  const head = `HEAD ${path}`;
  const stored = answer(201, { 'docker-content-digest': image.digest });
  const present = answer(200, headers);
  const other = answer(200, { ...headers, 'docker-content-digest': `sha256:${'1'.repeat(64)}` });
  const absent = refusal(404, 'MANIFEST_UNKNOWN');
  test.each<[string, Record<string, Behaviour[]>, string[]]>([
    ['the manifest arrived', { [put]: [reset], [head]: [present] }, [put, head]],
    ['the manifest did not arrive', { [put]: [reset, stored], [head]: [absent] }, [put, head, put]],
    ['the tag is still at the old digest', { [put]: [reset, stored], [head]: [other] }, [put, head, put]],
    ['the PUT hung, and the manifest arrived', { [put]: [hang], [head]: [present] }, [put, head]],
    ['502, and the manifest arrived', { [put]: [answer(502)], [head]: [present] }, [put, head]],
    ['429, then accepted', { [put]: [answer(429), stored], [head]: [absent] }, [put, head, put]],
  ])('%s', async (_name, routes, lines) => {
    const server = await start(routes);
    const client = new RegistryClient(testWorld(), { stall: 500 });
    const digest = await publishTag(client, at(server), image.bytes, image.mediaType, tag('1'));
    expect([digest, server.lines()]).toEqual([image.digest, ['GET /v2/', ...lines]]);
  });
  test('looks for a blob before it sends it again', async () => {
    const blob = bytesOf('content');
    const server = await start({
      'HEAD /v2/owner/app/blobs/*': [absent, answer(200)],
      'POST /v2/owner/app/blobs/uploads/': answer(202, { location: '/put' }),
      'PUT /put*': reset,
    });
    await new RegistryClient(testWorld()).uploadBlob(at(server), { kind: 'bytes', bytes: blob });
    expect(server.lines().map((line) => line.split(/[ /?]/)[0])).toEqual([
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'HEAD',
    ]);
  });
  test('does not repeat the PUT where reading back has spent its budget', async () => {
    const server = await start({ [put]: reset, [head]: answer(503) });
    const error = await problem(
      publishTag(new RegistryClient(testWorld()), at(server), image.bytes, image.mediaType, tag('1')),
    );
    expect([error.method, server.lines().slice(1)]).toEqual(['HEAD', [put, ...Array<string>(6).fill(head)]]);
    expect(error.message).toContain('answered 503. This was tried 6 times');
  });
  test('gives up after six attempts', async () => {
    const server = await start({ [put]: reset });
    const error = await problem(
      publishTag(new RegistryClient(testWorld()), at(server), image.bytes, image.mediaType, tag('1')),
    );
    expect({ method: error.method, attempts: error.request.tried?.attempts }).toEqual({
      method: 'PUT',
      attempts: 6,
    });
    expect(error.message).toMatch(/got no whole answer: .*\. This was tried 6 times in \d+ s\. The fault is/);
  });
});

describe('believes only an authenticated 404', () => {
  const ghcr: Repository = { registry: 'ghcr.io', name: 'owner/app' };
  const hub: Repository = { registry: 'docker.io', name: 'owner/app' };
  const logins = [ghcr, hub].map(({ registry }) => ({ registry, username: 'me', password: 'secret' }));
  const challenge = {
    'GET ghcr.io/v2/': answer(401, {
      'www-authenticate':
        'Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="repository:user/image:pull"',
    }),
    'GET registry-1.docker.io/v2/': answer(401, {
      'www-authenticate': 'Bearer realm="https://auth.docker.io/token",service="registry.docker.io"',
    }),
  };
  const granted = answer(200, {}, JSON.stringify({ token: 'abc' }));
  const unauthorized = refusal(401, 'UNAUTHORIZED', 'authentication required', {
    'www-authenticate':
      'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:owner/app:pull",error="insufficient_scope"',
  });
  const hubPath = 'registry-1.docker.io/v2/owner/app/manifests/1';

  test.each([
    ['GHCR', ghcr, { 'GET ghcr.io/token*': granted }],
    ['Docker Hub', hub, { 'GET auth.docker.io/token*': granted }],
  ])('%s says 404 to a token: the manifest is absent', async (_name, repository, routes) => {
    const server = await start({ ...challenge, ...routes });
    const client = new RegistryClient(routed(testWorld(), server), { logins: logins });
    expect(await client.headManifest(repository, tag('1'))).toBeUndefined();
    expect(server.asked.map(({ authorization }) => authorization)).toEqual([
      undefined,
      'Basic bWU6c2VjcmV0',
      'Bearer abc',
    ]);
    expect(server.lines()[1]).not.toContain('user');
  });

  const grantPull = 'A private package needs "permissions: packages: read" in the workflow';
  const grantPush =
    '(and allow writing under the settings of Actions, where an organization forbids it). When the package was first pushed by hand';
  test.each<[string, Repository, typeof logins, 'read' | 'write', Record<string, Behaviour>, string[]]>([
    [
      'GHCR: private or missing, anonymous (its token service says 401)',
      ghcr,
      [],
      'read',
      { 'GET ghcr.io/token*': refusal(401, 'UNAUTHORIZED', 'authentication required') },
      ['(UNAUTHORIZED authentication required)', 'an anonymous user', 'cannot be known', grantPull],
    ],
    [
      'GHCR: forbidden, with a login (its token service says 403)',
      ghcr,
      logins,
      'read',
      { 'GET ghcr.io/token*': refusal(403, 'DENIED', 'requested access to the resource is denied') },
      ['answered 403', 'the user "me" (credentials from the inputs)', 'cannot be known', grantPull],
    ],
    [
      'GHCR: a token that lacks the scope (the package says 403)',
      ghcr,
      logins,
      'read',
      {
        'GET ghcr.io/token*': granted,
        'HEAD *': refusal(
          403,
          'DENIED',
          'permission_denied: The token provided does not match expected scopes.',
        ),
      },
      ['answered 403', 'the user "me" (credentials from the inputs)', 'cannot be known', grantPull],
    ],
    [
      'Docker Hub: a wrong password (its token service says 401)',
      hub,
      logins,
      'read',
      { 'GET auth.docker.io/token*': answer(401, {}, '{"details":"incorrect username or password"}') },
      [
        'GET https://auth.docker.io/token?… answered 401',
        'docker.io did not accept the credentials of the user "me" (from the inputs): check the name and the password, and whether an access token has run out.',
      ],
    ],
    [
      'Docker Hub: private or missing, with a login that may not',
      hub,
      logins,
      'read',
      { 'GET auth.docker.io/token*': granted, [`HEAD ${hubPath}`]: unauthorized },
      ['answered 401', 'the user "me"', 'answers alike for private and for missing repositories'],
    ],
    [
      'GHCR: a package that was first pushed by hand',
      ghcr,
      logins,
      'write',
      { 'GET ghcr.io/token*': granted, 'POST *': refusal(403, 'DENIED', 'permission_denied: write_package') },
      [
        '(DENIED permission_denied: write_package)',
        'let the user "me" (credentials from the inputs) write ghcr.io/owner/app',
        'Give the job "permissions: packages: write"',
        grantPush,
        'add this repository with the role Write under "Manage Actions access" in the package\'s settings',
      ],
    ],
    ...[405, 501].map(
      (status): [string, Repository, typeof logins, 'write', Record<string, Behaviour>, string[]] => [
        `a registry that takes no writes, which says ${status}`,
        ghcr,
        logins,
        'write',
        { 'GET ghcr.io/token*': granted, 'POST *': answer(status) },
        [
          `answered ${status}`,
          'ghcr.io takes no writes: it is read-only, in maintenance, or a mirror that only serves pulls.',
        ],
      ],
    ),
    [
      'Docker Hub: private or missing, anonymous',
      hub,
      [],
      'read',
      { 'GET auth.docker.io/token*': granted, [`HEAD ${hubPath}`]: unauthorized },
      [
        'answered 401',
        'an anonymous user',
        'Docker Hub answers alike for private and for missing repositories',
      ],
    ],
    [
      'Docker Hub: a token that may only read',
      hub,
      logins,
      'write',
      { 'GET auth.docker.io/token*': granted, 'POST *': unauthorized },
      ['(UNAUTHORIZED authentication required)', 'access token with the scope "Read & Write"'],
    ],
    [
      'Docker Hub: the limit of anonymous pulls',
      hub,
      [],
      'read',
      {
        'GET auth.docker.io/token*': granted,
        [`HEAD ${hubPath}`]: answer(429, { 'retry-after': '21600' }),
      },
      ['answered 429', 'asks to wait 21600 s', 'log in, or use a mirror'],
    ],
    [
      'GHCR: a rate limit of a user',
      ghcr,
      logins,
      'read',
      {
        'GET ghcr.io/token*': granted,
        'HEAD *': answer(403, { 'x-ratelimit-remaining': '0', 'retry-after': '3600' }),
      },
      ['answered 403', 'ghcr.io limits how often the user "me" (credentials from the inputs) may ask'],
    ],
    [
      'a web server that is no registry',
      ghcr,
      logins,
      'read',
      { 'GET ghcr.io/v2/': answer(404), 'HEAD *': answer(404) },
      ['answered 404', 'Check the name of the registry and of the repository.'],
    ],
  ])('%s', async (_name, repository, logins, access, routes, words) => {
    const server = await start({ ...challenge, ...routes });
    const client = new RegistryClient(routed(testWorld(), server), { logins });
    const error = await problem(
      access === 'read' ? client.headManifest(repository, tag('1')) : client.probeWrite(repository),
    );
    expect(words.filter((word) => !error.message.includes(word))).toEqual([]);
    expect(error.problems).toEqual([
      { station: 'registry', about: `${repository.registry}/owner/app`, message: error.message },
    ]);
  });

  test('renews a token that the registry no longer accepts, and uses the new one from then on', async () => {
    const server = await start({
      ...challenge,
      'GET ghcr.io/token*': ['first', 'second'].map((token) => answer(200, {}, JSON.stringify({ token }))),
      'HEAD *': (response, asked) =>
        (asked.authorization === 'Bearer second' || server.asked.length < 4
          ? answer(200, headers)
          : answer(401, {
              'www-authenticate':
                'Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="repository:owner/app:pull",error="invalid_token"',
            }))(response, asked),
    });
    const client = new RegistryClient(routed(testWorld(), server), { logins: logins });
    for (const name of ['1', '2', '3']) await client.headManifest(ghcr, tag(name));
    expect(
      server.asked.map(({ line, authorization }) => `${line.split(/[ ?]/)[1]} ${authorization}`),
    ).toEqual([
      'ghcr.io/v2/ undefined',
      'ghcr.io/token Basic bWU6c2VjcmV0',
      'ghcr.io/v2/owner/app/manifests/1 Bearer first',
      'ghcr.io/v2/owner/app/manifests/2 Bearer first',
      'ghcr.io/token Basic bWU6c2VjcmV0',
      'ghcr.io/v2/owner/app/manifests/2 Bearer second',
      'ghcr.io/v2/owner/app/manifests/3 Bearer second',
    ]);
  });
});

describe('a part of a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'part-'));
    await writeFile(join(folder, 'file'), 'before|content|after');
  });
  afterAll(() => rm(folder, { recursive: true }));
  const source = () => ({
    kind: 'file' as const,
    digest: digestOf(bytesOf('content')),
    part: { path: join(folder, 'file'), offset: 7, size: 7 },
  });
  const uploadStarted = answer(202, { location: '/put' });
  test('is sent with its length, since some stores accept no chunks', async () => {
    const server = await start({
      'POST *': uploadStarted,
      'PUT *': (response, asked) => {
        const { 'content-length': length, 'transfer-encoding': coding } = response.req.headers;
        answer(length === '7' && coding === undefined ? 201 : 411)(response, asked);
      },
    });
    await new RegistryClient(testWorld()).uploadBlob(at(server), source());
    expect(server.asked.at(-1)?.body).toBe('content');
  });
  test('is sent again, whole, where the token expired during the upload', async () => {
    const tokens = await start({
      'GET /token*': ['first', 'second'].map((token) => answer(200, {}, JSON.stringify({ token }))),
    });
    const header = { 'www-authenticate': `Bearer realm="${tokens.origin}/token",error="invalid_token"` };
    const server = await start({
      'GET /v2/': answer(401, header),
      'POST *': uploadStarted,
      'PUT *': (response, asked) =>
        (asked.authorization === 'Bearer second' ? answer(201) : answer(401, header))(response, asked),
    });
    await new RegistryClient(testWorld()).uploadBlob(at(server), source());
    expect(server.asked.slice(-2)).toEqual(
      ['first', 'second'].map((token) => ({
        line: `PUT /put?digest=${encodeURIComponent(source().digest)}`,
        authorization: `Bearer ${token}`,
        body: 'content',
      })),
    );
  });
  test('is not sent again after a refusal', async () => {
    const server = await start({ 'POST *': uploadStarted, 'PUT *': refusal(403, 'DENIED') });
    const error = await problem(new RegistryClient(testWorld()).uploadBlob(at(server), source()));
    expect([error.status, error.temporary]).toEqual([403, false]);
  });
  test('gets a longer budget for retries the larger it is', async () => {
    const path = join(folder, 'large');
    const large = Buffer.alloc(12_000_000);
    await writeFile(path, large);
    const busy = [answer(503, { 'retry-after': '200' }), answer(201)];
    const server = await start({ 'POST *': uploadStarted, 'PUT *': busy });
    const world = testWorld();
    const part = { path, offset: 0, size: large.length };
    await new RegistryClient(world).uploadBlob(at(server), { kind: 'file', digest: digestOf(large), part });
    expect(world.waits).toEqual([200_000]);
    const other = await start({ 'POST *': uploadStarted, 'PUT *': busy });
    const error = await problem(new RegistryClient(testWorld()).uploadBlob(at(other), source()));
    expect(error.message).toContain('answered 503. It asks to wait 200 s.');
  });
  test('fails where the file ends before the part', async () => {
    const server = await start({ 'POST *': uploadStarted, 'PUT *': answer(201) });
    const missing = { ...source(), part: { ...source().part, offset: 18 } };
    const error = await problem(new RegistryClient(testWorld()).uploadBlob(at(server), missing));
    expect(error.message).toContain('got no whole answer');
  });
});

describe('requests for access', () => {
  const challenge = (server: FaultyServer) =>
    answer(401, { 'www-authenticate': `Bearer realm="${server.origin}/token",service="x"` });
  test('are retried where the registry is busy', async () => {
    const server = await start({ 'GET /v2/': [answer(503), answer(200)] });
    expect(await new RegistryClient(testWorld()).headManifest(at(server), tag('1'))).toBeUndefined();
    expect(server.lines()).toEqual(['GET /v2/', 'GET /v2/', `HEAD ${path}`]);
  });
  test('are retried where the token service is busy, for a PUT too', async () => {
    const tokens = await start({ 'GET /token*': [answer(502), reset, answer(200, {}, '{"token":"abc"}')] });
    const server = await start({ 'GET /v2/': challenge(tokens), [`PUT ${path}`]: answer(201) });
    await publishTag(new RegistryClient(testWorld()), at(server), image.bytes, image.mediaType, tag('1'));
    expect(server.lines().filter((line) => line.startsWith('PUT'))).toEqual([`PUT ${path}`]);
  });
  test('are named by the message where the token service stays busy', async () => {
    const tokens = await start({ 'GET /token*': answer(502) });
    const server = await start({ 'GET /v2/': challenge(tokens) });
    const error = await problem(new RegistryClient(testWorld()).headManifest(at(server), tag('1')));
    expect(error.message).toContain(`GET ${tokens.origin}/token?… answered 502. This was tried 6 times`);
  });
});

describe('lists', () => {
  test('reads all pages of tags, with relative links too', async () => {
    const page = (tags: string[] | null, link?: string) =>
      answer(200, link === undefined ? {} : { link }, JSON.stringify({ name: 'owner/app', tags }));
    const server = await start({
      'GET /v2/owner/app/tags/list?n=1000': page(['1', '2'], '</v2/owner/app/tags/list?last=2>; rel="next"'),
      'GET /v2/owner/app/tags/list?last=2': page(['3', 'not/a tag'], '<?last=3>; rel=next'),
      'GET /v2/owner/app/tags/list?last=3': page(null),
    });
    expect(await new RegistryClient(testWorld()).listTags(at(server))).toEqual(['1', '2', '3']);
  });
  test('stops where a page links to one that was read', async () => {
    const server = await start({
      'GET /v2/owner/app/tags/list*': answer(200, { link: '<?n=1000>; rel="next"' }, '{"tags":["1"]}'),
    });
    expect(await new RegistryClient(testWorld()).listTags(at(server))).toEqual(['1']);
    expect(server.lines().length).toBeLessThan(5);
  });
  test('fails where a later page of tags cannot be read', async () => {
    const server = await start({
      'GET /v2/owner/app/tags/list?n=1000': answer(200, { link: '<?last=1>; rel="next"' }, '{"tags":["1"]}'),
      'GET /v2/owner/app/tags/list?last=1': answer(502),
    });
    const error = await problem(new RegistryClient(testWorld()).listTags(at(server)));
    expect(error.message).toContain('tags/list?… answered 502. This was tried 6 times');
  });
  test('reads referrers from the API where the registry has it', async () => {
    const index = { schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: [{ digest: image.digest }] };
    const server = await start({ 'GET /v2/owner/app/referrers/*': answer(200, {}, JSON.stringify(index)) });
    const referrers = await new RegistryClient(testWorld()).referrers(at(server), image.digest);
    expect(referrers).toEqual([{ digest: image.digest }]);
  });

  const listed = answer(200, {}, JSON.stringify({ manifests: [{ digest: image.digest }] }));
  const api = `GET /v2/owner/app/referrers/${image.digest}`;
  const page = answer(200, { 'content-type': 'text/html; charset=utf-8' }, '<html>welcome</html>');
  test.each<[string, (other: FaultyServer) => Behaviour]>([
    ['404', () => refusal(404, 'NOT_FOUND')],
    ['400', () => refusal(400, 'UNSUPPORTED')],
    ['405', () => answer(405)],
    ['406', () => answer(406)],
    ['501', () => answer(501)],
    ['a page of its own', () => page],
    ['303 to a page of another host', (other) => answer(303, { location: `${other.origin}/page` })],
    ['303 to another host that says 404', (other) => answer(303, { location: `${other.origin}/gone` })],
    ['303 in a circle', () => answer(303, { location: api.slice(4) })],
  ])('reads the tag where the registry answers the referrers API with %s', async (name, says) => {
    const other = await start({ 'GET /page': page });
    const server = await start({
      [api]: says(other),
      [`GET /v2/owner/app/manifests/${image.digest.replace(':', '-')}`]: listed,
    });
    const world = testWorld();
    const referrers = await new RegistryClient(world).referrers(at(server), image.digest);
    expect(referrers).toEqual([{ digest: image.digest }]);
    expect([server.lines().length, world.waits]).toEqual([name === '303 in a circle' ? 8 : 3, []]);
  });
  test('reads the tag where the registry redirects the referrers API to plain HTTP', async () => {
    const tagged = `GET ghcr.io/v2/owner/app/manifests/${image.digest.replace(':', '-')}`;
    const server = await start({
      'GET ghcr.io/v2/owner/app/referrers/*': answer(303, { location: 'http://pages.example.org/' }),
      [tagged]: listed,
    });
    const client = new RegistryClient(routed(testWorld(), server));
    const referrers = await client.referrers({ registry: 'ghcr.io', name: 'owner/app' }, image.digest);
    expect([referrers, server.lines().at(-1)]).toEqual([[{ digest: image.digest }], tagged]);
  });
  test.each([
    ['429', answer(429)],
    ['503', answer(503)],
    ['a list that cannot be read', answer(200, { 'content-type': mediaTypes.ociIndex }, '{')],
  ])('does not take a temporary fault for a missing referrers API: %s', async (_, says) => {
    const server = await start({
      [api]: says,
      [`GET /v2/owner/app/manifests/${image.digest.replace(':', '-')}`]: listed,
    });
    const error = await problem(new RegistryClient(testWorld()).referrers(at(server), image.digest));
    expect([error.temporary, error.request.tried?.attempts]).toEqual([true, 6]);
    expect(server.lines().slice(1)).toEqual(Array<string>(6).fill(api));
  });
  test('sends a GET where the answer to a HEAD has no digest', async () => {
    const type = { 'content-type': `${image.mediaType}; charset=utf-8` };
    const server = await start({
      [`HEAD ${path}`]: answer(200, type),
      [`GET ${path}`]: answer(200, type, image.bytes),
    });
    expect(await new RegistryClient(testWorld()).headManifest(at(server), tag('1'))).toEqual({
      mediaType: image.mediaType,
      digest: image.digest,
      size: image.bytes.length,
    });
  });
});
