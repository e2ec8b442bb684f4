import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { World } from '../../src/ports.ts';
import { type IndexAuth, readProject } from '../../src/package-index/read.ts';

type Answer = { status: number; body?: string; headers?: Record<string, string> } | Error;

/** A world whose index gives these answers in turn, and records its requests. */
function indexWith(...answers: Answer[]): {
  world: Pick<World, 'fetch' | 'clock' | 'log'>;
  asked: { url: string; authorization: string | null }[];
  slept: number[];
} {
  const asked: { url: string; authorization: string | null }[] = [];
  const slept: number[] = [];
  let now = Date.parse('2026-11-21T10:00:00Z');
  const world: Pick<World, 'fetch' | 'clock' | 'log'> = {
    fetch: async (url, init) => {
      asked.push({ url: String(url), authorization: new Headers(init?.headers).get('authorization') });
      const answer = answers[Math.min(asked.length, answers.length) - 1]!;
      if (answer instanceof Error) throw answer;
      return new Response(answer.body ?? '', { status: answer.status, headers: answer.headers ?? {} });
    },
    clock: {
      now: () => now,
      sleep: async (milliseconds) => {
        slept.push(milliseconds);
        now += milliseconds;
      },
    },
    log: {
      group: async (_, body) => body(),
      info: () => {},
      warn: () => {},
      debug: () => {},
      progress: () => {},
      hide: (text) => text,
    },
  };
  return { world, asked, slept };
}

const page: Answer = {
  status: 200,
  body: '<a href="six-1.0.tar.gz">six</a>',
  headers: { 'content-type': 'text/html' },
};
const auth: IndexAuth = { host: 'packages.example.org', username: 'reader', password: 'hunter2' };
const root = 'https://packages.example.org/simple/';

const problemOf = async (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'no failure',
    (error: unknown) => (error instanceof Failure ? error.problems : error),
  );

describe('readProject', () => {
  it('requests the page of the normalized name', async () => {
    const { world, asked } = indexWith(page);
    const project = await readProject(world, root, 'SIX');
    expect(asked).toEqual([{ url: 'https://packages.example.org/simple/six/', authorization: null }]);
    expect(project?.files.map(({ url }) => url)).toEqual([
      'https://packages.example.org/simple/six/six-1.0.tar.gz',
    ]);
  });

  it.each([404, 410])('takes %i for absent', async (status) => {
    expect(await readProject(indexWith({ status }).world, root, 'six')).toBeUndefined();
  });

  it('sends credentials to their own host only', async () => {
    const { world, asked } = indexWith(page);
    await readProject(world, root, 'six', auth);
    await readProject(world, 'https://packages.example.org:8443/simple', 'six', auth);
    await readProject(world, 'https://elsewhere.example.org/simple', 'six', auth);
    expect(asked.map(({ authorization }) => authorization)).toEqual([
      'Basic cmVhZGVyOmh1bnRlcjI=',
      null,
      null,
    ]);
  });

  it.each<[string, Answer[], number]>([
    ['a busy index', [{ status: 503 }, { status: 429 }, page], 3],
    ['a broken connection', [new TypeError('fetch failed', { cause: new Error('ECONNRESET') }), page], 2],
  ])('retries after %s', async (_, answers, attempts) => {
    const { world, asked } = indexWith(...answers);
    expect((await readProject(world, root, 'six'))?.name).toBe('six');
    expect(asked.length).toBe(attempts);
  });

  it.each([
    ['seconds', '7', 7000],
    ['a date', 'Sat, 21 Nov 2026 10:00:09 GMT', 9000],
  ])('waits as long as Retry-After asks, in %s', async (_, header, least) => {
    const { world, slept } = indexWith({ status: 429, headers: { 'retry-after': header } }, page);
    await readProject(world, root, 'six');
    expect(slept).toEqual([
      expect.toSatisfy((milliseconds: number) => milliseconds >= least && milliseconds < least + 1),
    ]);
  });

  it.each<[string, Answer, IndexAuth | undefined, string]>([
    [
      'no credentials',
      { status: 401 },
      undefined,
      'GET https://packages.example.org/simple/six/: the index answered 401: it wants credentials, and none were given for this host.',
    ],
    [
      'wrong credentials',
      { status: 403 },
      auth,
      'GET https://packages.example.org/simple/six/: the index answered 403: it does not accept the credentials of "reader" for this package.',
    ],
    [
      'a page that is no index',
      { status: 200, body: 'hello' },
      undefined,
      'GET https://packages.example.org/simple/six/: the answer is not a page of a package index: it is neither HTML (PEP 503) nor JSON (PEP 691). index_url is the root of a simple API, often ending in "/simple".',
    ],
    [
      'an index that stays out of order',
      { status: 502 },
      undefined,
      'GET https://packages.example.org/simple/six/: the index answered 502: it is busy or out of order, try again later. Tried 6 times.',
    ],
    [
      'a strange authority',
      new TypeError('fetch failed', { cause: new Error('self-signed certificate in certificate chain') }),
      undefined,
      "GET https://packages.example.org/simple/six/: the index cannot be reached: self-signed certificate in certificate chain; when a company's own authority signed the index's certificate, name its PEM file as ca_bundle.",
    ],
    [
      'no such host',
      new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND packages.example.org') }),
      undefined,
      'GET https://packages.example.org/simple/six/: the index cannot be reached: getaddrinfo ENOTFOUND packages.example.org; look at index_url, the network and the proxy variables. Tried 6 times.',
    ],
  ])('names the fault and the way out: %s', async (_, answer, credentials, message) => {
    const url = 'https://user:secret@packages.example.org/simple?token=1'.replace('?token=1', '');
    expect(await problemOf(readProject(indexWith(answer).world, url, 'six', credentials))).toEqual([
      { station: 'index', message },
    ]);
  });
});
