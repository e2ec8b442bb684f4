/** Several indexes, as the images of one process ask them. */
import { expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Indexes } from '../../src/names/extra-index.ts';
import type { World } from '../../src/ports.ts';
import { openIndexes } from '../../src/session/package-index.ts';
import { testWorld } from '../support/world.ts';

const extraIndexes = [
  { kind: 'packages', name: 'ours', url: 'https://ours.example.com/simple', patterns: ['internal-*', 'lib'] },
  { kind: 'packages', name: 'all', url: 'https://all.example.com/simple', patterns: ['int*'] },
  { kind: 'wheels', name: 'pi', url: 'https://pi.example.com/simple', platforms: ['linux/arm/v7'] },
] as const satisfies Indexes['extraIndexes'];

/** @param down hosts that do not answer; all others have every project but those whose name ends in `-none`. */
function open(down: readonly string[] = []) {
  const asked: string[] = [];
  const notes: string[] = [];
  const world: World = {
    ...testWorld(),
    fetch: (url) => {
      const { host, pathname } = new URL(String(url));
      asked.push(`${host}${pathname}`);
      if (down.includes(host)) return Promise.resolve(new Response('', { status: 403 }));
      if (pathname.endsWith('-none/')) return Promise.resolve(new Response('', { status: 404 }));
      return Promise.resolve(
        new Response('{"files":[]}', { headers: { 'content-type': 'application/vnd.pypi.simple.v1+json' } }),
      );
    },
  };
  const cache = { folder: '/cache', refused: () => undefined };
  const indexes = openIndexes(world, { authOf: () => undefined }, cache, {
    say: (text) => notes.push(text),
  });
  return { asked, notes, index: indexes({ extraIndexes }) };
}

test.each([
  ['requests', 'pypi.org'],
  ['internal-a', 'ours.example.com'],
  ['lib', 'ours.example.com'],
  ['library', 'pypi.org'],
  ['interest', 'all.example.com'],
])('%s is asked of %s alone', async (name, host) => {
  const { asked, index } = open();
  await index.project(name);
  await index.page(name);
  expect([asked, new URL(index.urlOf(name)).host]).toEqual([[`${host}/simple/${name}/`], host]);
});

test('what its owner does not have is nowhere', async () => {
  const { asked, index } = open();
  expect(await index.project('internal-none')).toBeUndefined();
  expect(asked).toEqual(['ours.example.com/simple/internal-none/']);
});

test('an owner that does not answer is a failure, which says why no other is asked', async () => {
  const { asked, index } = open(['ours.example.com']);
  await expect(index.project('lib')).rejects.toEqual(
    new Failure([
      {
        station: 'index',
        message:
          'GET https://ours.example.com/simple/lib/: the index answered 403: it wants credentials, and none were given for this host. By extra_indexes, lib comes from there alone.',
      },
    ]),
  );
  expect(asked).toEqual(['ours.example.com/simple/lib/']);
});

test('an index of wheels is asked for its platforms, and never for what another index owns', () => {
  const { index } = open();
  const names = (name: string, platform: 'linux/arm/v7' | 'linux/arm64') =>
    index.wheelIndexes(name, platform).map((one) => one.name);
  expect([
    names('numpy', 'linux/arm/v7'),
    names('numpy', 'linux/arm64'),
    names('lib', 'linux/arm/v7'),
  ]).toEqual([['pi'], [], []]);
});

test('an index of wheels that does not answer is asked once, and one note says so', async () => {
  const { asked, notes, index } = open(['pi.example.com']);
  const [pi] = index.wheelIndexes('numpy', 'linux/arm/v7');
  const found = await Promise.all(['numpy', 'pandas', 'scipy'].map((name) => pi!.project(name)));
  expect({ found, asked, notes }).toEqual({
    found: [undefined, undefined, undefined],
    asked: ['pi.example.com/simple/numpy/'],
    notes: [
      'no wheels are taken from pi, and what has none is compiled: GET https://pi.example.com/simple/numpy/: the index answered 403: it wants credentials, and none were given for this host.',
    ],
  });
});
