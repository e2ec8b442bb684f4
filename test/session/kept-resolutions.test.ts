/** With the real uv and an index on loopback: when a resolution of an earlier run still holds. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findUv, pinnedUv } from '../../src/lock/uv.ts';
import { defaultIndexUrl } from '../../src/package-index/read.ts';
import type { Packages } from '../../src/plan/image.ts';
import type { World } from '../../src/ports.ts';
import { openJournal } from '../../src/report/journal.ts';
import { openIndexes } from '../../src/session/package-index.ts';
import { openResolver } from '../../src/session/resolver.ts';
import { openWorld } from '../../src/world/world.ts';
import { type MadeIndex, type Release, startMadeIndex } from '../support/made-index.ts';
import { testWorld } from '../support/world.ts';

const opened = openWorld(testWorld().log);
afterAll(() => opened.close());
const tools = readFileSync('dockerfiles/compile/tools.txt', 'utf8');
let uv: string;
beforeAll(async () => {
  const request = { indexUrl: defaultIndexUrl, pin: pinnedUv(tools), cache: { refused: () => {} } };
  uv = (await findUv(opened.world, request)).program;
}, 60_000);

let folder: string;
let index: MadeIndex;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'resolver-'));
  index = await startMadeIndex();
});
afterEach(async () => {
  await index.stop();
  rmSync(folder, { recursive: true });
});

/** `app` takes the older `lib` where the newer one has no `part` that fits. */
const releases: readonly Release[] = [
  { name: 'app', version: '1.0', requires: ['lib'] },
  { name: 'lib', version: '1.0' },
  { name: 'lib', version: '2.0', requires: ['part>=5'] },
  { name: 'part', version: '1.0' },
  { name: 'other', version: '1.0' },
];

interface Ran {
  /** `name==version` of the lock. */
  readonly lock: readonly string[];
  readonly text: string;
  readonly resolvers: number;
  readonly pages: readonly string[];
}

/** One run: the same question twice, with what earlier runs left in the folder. */
async function run({
  env = {},
  indexUrl = `http://${index.host}/simple`,
  isKept = true,
  refused,
}: {
  env?: Record<string, string>;
  indexUrl?: string;
  isKept?: boolean;
  /** The project whose page the index refuses. */
  refused?: string;
} = {}): Promise<Ran> {
  let resolvers = 0;
  const pages: string[] = [];
  const world: World = {
    ...opened.world,
    env: { ...opened.world.env, ...env },
    run: (command, options) => {
      if (command.args.includes('compile')) resolvers += 1;
      const program = command.program === 'uv' ? uv : command.program;
      const more = { UV_CACHE_DIR: join(folder, 'uv'), ...command.env, ...env };
      return opened.world.run({ ...command, program, env: { ...more, ...command.env } }, options);
    },
    fetch: (url, init) => {
      pages.push(new URL(url).pathname);
      if (String(url).endsWith(`/simple/${refused}/`))
        return Promise.resolve(new Response('', { status: 403 }));
      return opened.world.fetch(url, init);
    },
    tools: { find: () => Promise.resolve(uv.replace(/\/uv$/, '')), save: () => Promise.reject(new Error()) },
  };
  const cache = { folder: join(folder, 'cache'), refused: () => undefined };
  const access = { authOf: () => undefined, secrets: [] };
  const resolver = openResolver(world, openJournal(world.clock).of(), {
    access,
    programs: { 'tools.txt': tools },
    cache,
    indexOf: openIndexes(world, access, cache, { say: () => undefined }),
    keepsResolutions: isKept,
    builder: () => Promise.reject(new Error('this test opens no builder')),
  });
  try {
    const packages = {
      distribution: 'app',
      requirements: ['app==1.0'],
      python: { text: '3.13', minor: '3.13' },
      base: { publish: 'python:3.13-slim', build: 'python:3.13' },
      buildPackages: [],
      buildConstraints: [],
      indexUrl,
    } satisfies Packages;
    const [lock] = await Promise.all([
      resolver.resolve({ packages, constraints: [] }),
      resolver.resolve({
        packages: { ...packages, base: { publish: 'python:3.13', build: 'python:3.13' } },
        constraints: [],
      }),
    ]);
    return {
      lock: lock!.packages.map(({ name, version }) => `${name}==${version}`),
      text: lock!.text,
      resolvers,
      pages: pages.toSorted(),
    };
  } finally {
    await resolver.close();
  }
}

const ofPages = ['/simple/app/', '/simple/lib/', '/simple/part/'];

describe('a resolution of an earlier run', { timeout: 60_000 }, () => {
  it('is the one that uv gives without this process between it and the index, and asks for each page once', async () => {
    index.offer(releases);
    const direct = await run({ isKept: false });
    const first = await run();
    expect(first).toEqual({
      lock: ['app==1.0', 'lib==1.0'],
      text: direct.text,
      resolvers: 1,
      pages: ofPages,
    });
    // Nothing of it names the server of this process.
    expect(first.text.match(/http:\/\/[^/"]+/g)).toEqual([`http://${index.host}`, `http://${index.host}`]);
  });

  it.each<{ name: string; later: readonly Release[]; resolvers: number; lock: readonly string[] }>([
    { name: 'holds while no page changes', later: releases, resolvers: 0, lock: ['app==1.0', 'lib==1.0'] },
    {
      name: 'holds when a package is released that it never looked at',
      later: [...releases, { name: 'other', version: '2.0' }],
      resolvers: 0,
      lock: ['app==1.0', 'lib==1.0'],
    },
    {
      name: 'holds when a later version of what is required at one is released',
      later: [...releases, { name: 'app', version: '2.0' }],
      resolvers: 0,
      lock: ['app==1.0', 'lib==1.0'],
    },
    {
      name: 'is made again when a file is added to the version that is required',
      later: [...releases.slice(1), { ...releases[0]!, isNative: true }],
      resolvers: 1,
      lock: ['app==1.0', 'lib==1.0'],
    },
    {
      name: 'is made again when what it installs is released',
      later: [...releases, { name: 'lib', version: '1.5' }],
      resolvers: 1,
      lock: ['app==1.0', 'lib==1.5'],
    },
    {
      name: 'is made again when something that it looked at, and does not install, is released',
      later: [...releases, { name: 'part', version: '5.0' }],
      resolvers: 1,
      lock: ['app==1.0', 'lib==2.0', 'part==5.0'],
    },
    {
      name: 'is made again when a project that was not there comes to be',
      later: [...releases.filter(({ name }) => name !== 'part'), { name: 'part', version: '6.0' }],
      resolvers: 1,
      lock: ['app==1.0', 'lib==2.0', 'part==6.0'],
    },
  ])('$name', async ({ name, later, resolvers, lock }) => {
    const isNew = name.includes('comes to be');
    index.offer(isNew ? releases.filter((one) => one.name !== 'part') : releases);
    expect((await run()).resolvers).toBe(1);
    index.offer(later);
    const second = await run();
    expect({ lock: second.lock, resolvers: second.resolvers }).toEqual({ lock, resolvers });
    expect(second.pages).toEqual(ofPages);
  });

  it('is made again with another day, and each time with days before today', async () => {
    index.offer(releases);
    await run();
    const counts = [];
    for (const UV_EXCLUDE_NEWER of ['2026-06-01', '2026-06-01', '1 day', '1 day'])
      counts.push((await run({ env: { UV_EXCLUDE_NEWER } })).resolvers);
    expect(counts).toEqual([1, 0, 1, 1]);
  });

  it.each(['', '{', '{"pages":{},"resolution":{"kind":"lock"}}', '{"pages":{"app":"1"},"resolution":{}}'])(
    'is made again where its file says %j',
    async (text) => {
      index.offer(releases);
      await run();
      const at = join(folder, 'cache/resolutions-1');
      writeFileSync(join(at, readdirSync(at)[0]!), text);
      expect(await run()).toMatchObject({ lock: ['app==1.0', 'lib==1.0'], resolvers: 1 });
    },
  );

  it('fails where the index refuses a page, as without this process between', async () => {
    index.offer(releases);
    await expect(run({ refused: 'lib' })).rejects.toThrow(
      /GET http:\/\/127\.0\.0\.1:\d+\/simple\/lib\/: the index answered 403/,
    );
  });

  it('is made again where a page that it read is refused and not needed any more', async () => {
    index.offer(releases);
    await run();
    index.offer(releases.slice(0, 2));
    expect(await run({ refused: 'part' })).toMatchObject({ lock: ['app==1.0', 'lib==1.0'], resolvers: 1 });
  });

  it('fails where the index lacks what is required, and is not kept', async () => {
    index.offer(releases.filter(({ name }) => name !== 'lib'));
    await expect(run()).rejects.toThrow(/lib/);
    index.offer(releases);
    expect(await run()).toMatchObject({ lock: ['app==1.0', 'lib==1.0'], resolvers: 1 });
  });
});
