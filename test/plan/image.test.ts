import { expect, test } from 'vitest';
import { bakeParts, targetOf } from '../../src/build/bake.ts';
import type { Platform } from '../../src/names/platform.ts';
import { imageIds, wantedPlatforms } from '../../src/plan/image.ts';

test.each<[string, readonly string[], readonly string[]]>([
  ['no image', [], []],
  ['one alone, whatever its name', ['ghcr.io/team/demo'], ['image']],
  ['several, in their order', ['demo', 'alone', 'Demo_2'], ['demo', 'alone', 'Demo_2']],
  [
    'what a target of buildx may not have in its name',
    ['ghcr.io/team/demo', 'demo:py3.13-slim', 'größe'],
    ['ghcr-io-team-demo', 'demo-py3-13-slim', 'gr-e'],
  ],
  ['nothing else at the ends', ['.a', 'b/', '--c--'], ['a', 'b', 'c']],
  ['names of which nothing is left', ['', '…', 'demo'], ['image', 'image-2', 'demo']],
  ['names that come out alike', ['a.b', 'a/b', 'a-b'], ['a-b', 'a-b-2', 'a-b-3']],
  ['one that comes out like a numbered one', ['a', 'a-2', 'a'], ['a', 'a-2', 'a-3']],
  ['the numbered one after it', ['a', 'a', 'a-2'], ['a', 'a-2', 'a-2-2']],
  [
    'names that would be targets of another image',
    ['demo', 'demo-verify', 'demo/packages', 'demo-compiled', 'demo-verify'],
    ['demo', 'demo-verify-2', 'demo-packages-2', 'demo-compiled-2', 'demo-verify-3'],
  ],
])('ids of %s', (_, names, ids) => {
  expect(imageIds(names)).toEqual(ids);
});

test.each<[string, readonly Platform[], readonly Platform[], readonly Platform[] | undefined]>([
  [
    'that are among its own',
    ['linux/amd64', 'linux/arm64'],
    ['linux/arm64', 'linux/arm/v7'],
    ['linux/arm64'],
  ],
  ['of which it has none', ['linux/amd64'], ['linux/arm64'], undefined],
  [
    'that are all it has: one of them must be there',
    ['linux/arm/v7'],
    ['linux/arm64', 'linux/arm/v7'],
    undefined,
  ],
])('an image can do without platforms %s', (_, platforms, optional, expected) => {
  expect(wantedPlatforms(platforms, optional)).toEqual({
    platforms,
    ...(expected === undefined ? {} : { optional: expected }),
  });
});

test('no two images share a target, whatever they are called', () => {
  const names = [
    'a',
    'a-verify',
    'a-verify-verify',
    'a verify',
    'verify',
    '-verify',
    'image',
    'image-packages',
    '',
  ];
  const targets = imageIds(names).flatMap((id) => bakeParts.map((part) => targetOf(id, part)));
  expect(new Set(targets).size).toBe(names.length * bakeParts.length);
  expect(targets.filter((target) => !/^[A-Za-z0-9_-]+$/.test(target))).toEqual([]);
});
