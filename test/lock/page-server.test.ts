import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/errors.ts';
import { startPageServer } from '../../src/lock/page-server.ts';
import type { HashedPage } from '../../src/package-index/pages.ts';
import type { Answered, Asked } from '../../src/ports.ts';
import { serveOnLoopback } from '../../src/world/serve.ts';

const indexUrl = 'https://packages.example.org/simple/';
const failure = new Failure([{ station: 'index', message: 'the index answered 503' }]);

/** A server whose index has this page as `lib`, and refuses `broken`. */
async function open(page: Partial<HashedPage> = {}) {
  let answer: (asked: Asked) => Promise<Answered> = () => Promise.reject(new Error('it serves nothing'));
  const whole: HashedPage = {
    body: '{"files":[]}',
    contentType: 'application/vnd.pypi.simple.v1+json',
    url: 'https://mirror.example.org/simple/lib/',
    sha256: 'abc',
    ...page,
  };
  const server = await startPageServer(
    {
      serve: (_, given) => {
        answer = given;
        return Promise.resolve({ host: '127.0.0.1:20000', close: () => Promise.resolve() });
      },
    },
    {
      indexUrl,
      urlOf: (name) => (name.startsWith('own-') ? 'https://own.example.com/simple/' : indexUrl),
      page: (name) =>
        name === 'broken' ? Promise.reject(failure) : Promise.resolve(name === 'lib' ? whole : undefined),
    },
  );
  const served = server.open();
  const { username, password } = new URL(served.url);
  const token = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  return {
    server,
    served,
    ask: (path: string, headers: Asked['headers'] = {}) =>
      answer({ path, headers: { authorization: token, ...headers } }),
  };
}

describe('what uv is answered', () => {
  it.each<{ name: string; page: Partial<HashedPage>; body: string }>([
    {
      name: 'JSON with absolute links, and all else as it is',
      page: {
        body: JSON.stringify({
          meta: { 'api-version': '1.1' },
          files: [
            { url: '../../files/lib-1.0.whl', yanked: 'broken', 'core-metadata': { sha256: '1' } },
            { url: 'https://files.example.org/lib-2.0.whl' },
          ],
        }),
      },
      body: JSON.stringify({
        meta: { 'api-version': '1.1' },
        files: [
          {
            url: 'https://mirror.example.org/files/lib-1.0.whl',
            yanked: 'broken',
            'core-metadata': { sha256: '1' },
          },
          { url: 'https://files.example.org/lib-2.0.whl' },
        ],
      }),
    },
    {
      name: 'HTML with the address that it has on the index',
      page: { contentType: 'text/html', body: '<a href="lib-1.0.whl">1</a>' },
      body: '<base href="https://mirror.example.org/simple/lib/"><a href="lib-1.0.whl">1</a>',
    },
    {
      name: 'HTML with a base of its own',
      page: { contentType: 'text/html', body: "<head><base href='/files/'></head>" },
      body: `<base href="https://mirror.example.org/files/"><head><base href='/files/'></head>`,
    },
    {
      name: 'HTML of an address with a query',
      page: { contentType: 'text/html', body: '<p>', url: 'https://mirror.example.org/lib?a=1&b="2"' },
      body: '<base href="https://mirror.example.org/lib?a=1&amp;b=%222%22"><p>',
    },
  ])('$name', async ({ page, body }) => {
    const { ask } = await open(page);
    expect(await ask('/simple/lib/')).toEqual({
      status: 200,
      headers: {
        'content-type': page.contentType ?? 'application/vnd.pypi.simple.v1+json',
        etag: '"abc"',
        'cache-control': 'no-cache',
      },
      body,
    });
  });

  it.each<[string, string, Asked['headers'], number]>([
    ['a page that it has', '/simple/lib/', { 'if-none-match': '"abc"' }, 304],
    ['a page that it has of another day', '/simple/lib/', { 'if-none-match': '"abd"' }, 200],
    ['a project that there is not', '/simple/other/', {}, 404],
    ['anything else', '/files/lib-1.0.whl', {}, 404],
    ['a page with a query', '/simple/lib/?a=1', {}, 404],
    ['another user of the machine', '/simple/lib/', { authorization: undefined }, 401],
    ['another user of the machine who guesses', '/simple/lib/', { authorization: 'Basic cToxCg==' }, 401],
    ['a page that the index does not give', '/simple/broken/', {}, 400],
  ])('%s', async (_, path, headers, status) => {
    expect((await (await open()).ask(path, headers)).status).toBe(status);
  });

  it('of each resolution is known by itself, and what became of it', async () => {
    const { server, served, ask } = await open();
    const other = server.open();
    for (const name of ['lib', 'other', 'broken']) await ask(`/simple/${name}/`);
    expect([[...served.names], [...other.names]]).toEqual([['lib', 'other', 'broken'], []]);
    expect([served.failure(), other.failure()]).toEqual([failure, undefined]);
  });
});

it('names the index where uv names the server', async () => {
  const { served } = await open();
  expect(
    served.unserved(`error: ${served.url}/lib/ and "http://127.0.0.1:20000/simple" and http://x/simple`),
  ).toBe(
    'error: https://packages.example.org/simple/lib/ and "https://packages.example.org/simple" and http://x/simple',
  );
});

it('names the index of each package where uv names the server', async () => {
  const { served } = await open();
  const lock = (of: (name: string) => string) =>
    ['lib', 'own-lib']
      .map((name) => `[[packages]]\nname = "${name}"\nversion = "1.0"\nindex = "${of(name)}"\n`)
      .join('\n');
  expect(served.unserved(`${lock(() => served.url)}${served.url}/own-lib/`)).toBe(
    `${lock((name) => (name === 'lib' ? indexUrl.replace(/\/$/, '') : 'https://own.example.com/simple'))}https://own.example.com/simple/own-lib/`,
  );
});

describe('a server on loopback', () => {
  it('has the port that it asks for, and another one where that is taken', async () => {
    const answer = ({ path }: Asked): Promise<Answered> => Promise.resolve({ status: 200, body: path });
    const first = await serveOnLoopback(0, answer);
    const port = Number(first.host.slice(first.host.indexOf(':') + 1));
    const second = await serveOnLoopback(port, () => Promise.reject(new Error('a mistake')));
    expect(second.host).not.toBe(first.host);
    expect(await (await fetch(`http://${first.host}/a`)).text()).toBe('/a');
    const statuses = [
      (await fetch(`http://${first.host}/a`, { method: 'POST' })).status,
      (await fetch(`http://${second.host}/a`)).status,
    ];
    expect(statuses).toEqual([405, 500]);
    await first.close();
    await second.close();
    const third = await serveOnLoopback(port, answer);
    expect(third.host).toBe(first.host);
    await third.close();
  });
});
