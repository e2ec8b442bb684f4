/** With a real server: what is asked of an index in a first and in a later run. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPages } from '../../src/package-index/pages.ts';
import { openWorld } from '../../src/world/world.ts';
import { testWorld } from '../support/world.ts';

const opened = openWorld(testWorld().log);
afterAll(() => opened.close());

interface Page {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

let page: Page;
let asked: string[];
let unasked: number;
let server: Server;
let folder: string;
beforeEach(async () => {
  asked = [];
  unasked = 0;
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  server = createServer(({ headers }, answer) => {
    const { etag, 'last-modified': modified } = page.headers ?? {};
    const [match, since] = [headers['if-none-match'], headers['if-modified-since']];
    asked.push([match ?? '-', since ?? '-'].join(' '));
    const same = match === undefined ? since !== undefined && since === modified : match === etag;
    if (same) answer.writeHead(304, page.headers).end();
    else
      answer.writeHead(page.status ?? 200, { 'content-type': 'text/html', ...page.headers }).end(page.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true });
});

/** One run with one cache folder. @param at seconds on the clock. */
async function read(
  username?: string,
  { takesFresh = false, at = 0 }: { readonly takesFresh?: boolean; readonly at?: number } = {},
): Promise<{ body: string; sha256: string } | undefined> {
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const refused: unknown[] = [];
  const clock = { ...opened.world.clock, now: () => at * 1000 };
  const world = { ...opened.world, clock };
  const pages = openPages(world, {
    ...(takesFresh ? { onUnasked: () => void (unasked += 1) } : {}),
    indexUrl: `http://${host}/simple`,
    cache: { folder, refused: (failure) => void refused.push(failure) },
    ...(username === undefined ? {} : { auth: { host, username, password: 'secret' } }),
  });
  const [first, second] = await Promise.all([pages('six'), pages('six')]);
  expect({ same: first === second, refused }).toEqual({ same: true, refused: [] });
  return first && { body: first.body, sha256: first.sha256 };
}

const [one, two] = ['<a href="six-1.0.tar.gz">1</a>', '<a href="six-2.0.tar.gz">2</a>'];
const day = 'Mon, 30 Nov 2026 10:00:00 GMT';

describe('a page that is taken as long as its index says that it holds', () => {
  const etag = '"1"';
  it.each<{ name: string; headers: Page['headers']; after: number; asks: boolean }>([
    {
      name: 'is not asked for',
      headers: { etag, 'cache-control': 'max-age=60, public' },
      after: 59,
      asks: false,
    },
    {
      name: 'is asked for later',
      headers: { etag, 'cache-control': 'max-age=60, public' },
      after: 60,
      asks: true,
    },
    {
      name: 'holds without anything to compare it by',
      headers: { 'cache-control': 'max-age=60' },
      after: 59,
      asks: false,
    },
    {
      name: 'holds for ten minutes at most',
      headers: { etag, 'cache-control': 'max-age=86400' },
      after: 599,
      asks: false,
    },
    {
      name: 'holds no longer than these',
      headers: { etag, 'cache-control': 'max-age=86400' },
      after: 600,
      asks: true,
    },
    {
      name: 'was in a cache on the way before',
      headers: { etag, 'cache-control': 'max-age=60', age: '50' },
      after: 10,
      asks: true,
    },
    {
      name: 'is what a shared cache may take alone',
      headers: { etag, 'cache-control': 's-maxage=60' },
      after: 1,
      asks: true,
    },
    { name: 'has no time', headers: { etag }, after: 1, asks: true },
    {
      name: 'is always to be asked for',
      headers: { etag, 'cache-control': 'no-cache, max-age=60' },
      after: 1,
      asks: true,
    },
    {
      name: 'may not be kept',
      headers: { etag, 'cache-control': 'no-store, max-age=60' },
      after: 1,
      asks: true,
    },
    {
      name: 'is of the future, since the clock was set back',
      headers: { etag, 'cache-control': 'max-age=60' },
      after: -1,
      asks: true,
    },
  ])('$name', async ({ headers, after, asks }) => {
    page = { body: one, ...(headers === undefined ? {} : { headers }) };
    await read(undefined, { takesFresh: true, at: 1000 });
    page = { body: two, headers: { etag: '"2"' } };
    const later = await read(undefined, { takesFresh: true, at: 1000 + after });
    expect([asked.length, unasked, later?.body]).toEqual(asks ? [2, 0, two] : [1, 1, one]);
  });

  it('holds anew when its index said that it is the same', async () => {
    page = { body: one, headers: { etag, 'cache-control': 'max-age=60' } };
    for (const at of [0, 70, 120, 140]) await read(undefined, { takesFresh: true, at });
    expect(asked).toEqual(['- -', '"1" -', '"1" -']);
  });

  it('is taken unasked, whoever asked for it', async () => {
    page = { body: one, headers: { etag, 'cache-control': 'max-age=60' } };
    await read();
    await read(undefined, { takesFresh: true, at: 10 });
    expect(asked).toEqual(['- -']);
  });
});

describe('a page that is asked for in two runs', () => {
  it.each<{ name: string; first: Page; later: Page; sent: string; gives: string }>([
    {
      name: 'with an ETag is compared by it',
      first: { body: one, headers: { etag: '"1"' } },
      later: { body: 'not sent', headers: { etag: '"1"' } },
      sent: '"1" -',
      gives: one,
    },
    {
      name: 'with a time alone is compared by that',
      first: { body: one, headers: { 'last-modified': day } },
      later: { body: 'not sent', headers: { 'last-modified': day } },
      sent: `- ${day}`,
      gives: one,
    },
    {
      name: 'is another one by its ETag',
      first: { body: one, headers: { etag: '"1"' } },
      later: { body: two, headers: { etag: '"2"' } },
      sent: '"1" -',
      gives: two,
    },
    {
      name: 'is asked for within its max-age too: a release of a minute ago must be found',
      first: { body: one, headers: { etag: '"1"', 'cache-control': 'max-age=600' } },
      later: { body: two, headers: { etag: '"2"', 'cache-control': 'max-age=600' } },
      sent: '"1" -',
      gives: two,
    },
    {
      name: 'that may not be kept is fetched whole',
      first: { body: one, headers: { etag: '"1"', 'cache-control': 'private, no-store' } },
      later: { body: two, headers: { etag: '"1"' } },
      sent: '- -',
      gives: two,
    },
    {
      name: 'without anything to compare it by is fetched whole',
      first: { body: one },
      later: { body: two },
      sent: '- -',
      gives: two,
    },
  ])('$name', async ({ first, later, sent, gives }) => {
    page = first;
    const before = await read();
    page = later;
    const after = await read();
    expect({ asked, before: before?.body, after: after?.body }).toEqual({
      asked: ['- -', sent],
      before: one,
      after: gives,
    });
    expect(before?.sha256 === after?.sha256).toBe(gives === one);
  });

  it('is none where the index has it no more', async () => {
    page = { body: one, headers: { etag: '"1"' } };
    await read();
    page = { body: '', status: 404, headers: { etag: '"2"' } };
    expect(await read()).toBeUndefined();
  });

  it('is not that of another user', async () => {
    page = { body: one, headers: { etag: '"1"' } };
    await read('reader');
    await read('writer');
    await read('reader');
    expect(asked).toEqual(['- -', '- -', '"1" -']);
  });

  it('is in a file that other users of the machine cannot read, and without the password', async () => {
    page = { body: one, headers: { etag: '"1"' } };
    await read('reader');
    const at = join(folder, 'pages-1');
    const [file] = readdirSync(at);
    expect((statSync(join(at, file!)).mode & 0o777).toString(8)).toBe('600');
  });

  it.each(['{', '{}', 'null', '{"page":{"body":1,"contentType":"","url":""}}'])(
    'is fetched whole where its file says %s',
    async (text) => {
      page = { body: one, headers: { etag: '"1"' } };
      await read();
      const at = join(folder, 'pages-1');
      writeFileSync(join(at, readdirSync(at)[0]!), text);
      expect((await read())?.body).toBe(one);
      expect(asked).toEqual(['- -', '- -']);
    },
  );
});
