import { expect, test } from 'vitest';
import type { PlatformRequirements } from '../../src/lock/lock.ts';
import type { Platform } from '../../src/names/platform.ts';
import { type BakeRecipe, compiledOnTarget, installsTheSame, restoredFor } from '../../src/plan/recipe.ts';
import { file, mixed, restored } from '../support/cells.ts';

type Wheels = Pick<BakeRecipe, 'native' | 'restored'>;
const [, , onArm] = mixed;
const none: Wheels = { native: [], restored: [] };
const sdist = file('fast-2.0.tar.gz');
const nativeFor = (...serves: readonly Platform[]): Wheels => ({
  ...none,
  native: [{ name: 'fast', version: '2.0', sdist, serves }],
});

test.each<[string, Wheels, readonly string[]]>([
  ['what has no wheel', none, ['fast']],
  ['not what the build machine built for it', nativeFor('linux/arm/v7'), []],
  ['but what that built for itself', nativeFor('linux/amd64'), ['fast']],
  ['not what was restored for it', { ...none, restored: [restored] }, []],
  [
    'but what was restored for another',
    { ...none, restored: [{ ...restored, serves: ['linux/arm64'] }] },
    ['fast'],
  ],
  [
    'but what was restored in another version',
    { ...none, restored: [{ ...restored, version: '1.9' }] },
    ['fast'],
  ],
])('a platform compiles %s', (_, wheels, names) => {
  expect(compiledOnTarget(onArm!, wheels).map(({ name }) => name)).toEqual(names);
});

const pure = mixed.map(({ platform, requirements }) => ({
  platform,
  requirements: requirements.slice(0, 1),
}));
const source = pure.map(({ platform }) => ({
  platform,
  requirements: [{ kind: 'compile', name: 'fast', version: '2.0', sdist, because: 'only an sdist' } as const],
}));
const all = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'] as const;

test.each<[string, readonly PlatformRequirements[], Wheels, boolean]>([
  ['pure wheels', pure, none, true],
  ['wheels of each platform', mixed, none, false],
  ['the same links in all bases', pure.map((one) => ({ ...one, links: { man: 'share/man' } })), none, true],
  ['another link in one base', [...pure.slice(1), { ...pure[0]!, links: { man: 'share/man' } }], none, false],
  ['a source that gave a pure wheel', source, nativeFor(...all), true],
  ['a source that is compiled on each platform', source, nativeFor('linux/amd64'), false],
  ['a pure wheel that was restored', source, { ...none, restored: [{ ...restored, serves: all }] }, true],
  ['one that was restored for a platform', source, { ...none, restored: [restored] }, false],
])('the same everywhere: %s', (_, requirements, wheels, same) => {
  expect(installsTheSame({ requirements, ...wheels })).toBe(same);
});

test('a platform takes the wheels that were restored for it', () => {
  const wheels = [restored, { ...restored, name: 'pure', serves: all }];
  expect(all.map((platform) => restoredFor(platform, wheels).map(({ name }) => name))).toEqual([
    ['pure'],
    ['pure'],
    ['fast', 'pure'],
  ]);
});
