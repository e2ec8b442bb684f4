import { describe, expect, test } from 'vitest';
import {
  keyOfWheel,
  keysOfWanted,
  tagOfWheel,
  type WheelKey,
  type WheelWanted,
} from '../../src/wheel-cache/key.ts';
import { facted, facts, key, requirement, wanted } from './wheels.ts';

describe('the key', () => {
  test.each<readonly [string, Parameters<typeof keyOfWheel>[1], WheelKey]>([
    ['of what needs a libc', 'libc', key],
    ['of what needs its distribution', 'distribution', { ...key, distribution: 'debian 12' }],
    ['of pure Python', 'nothing', { ...key, abi: 'none', platform: 'any', libc: 'any', buildBase: '' }],
  ])('%s', (_, needs, expected) => {
    expect(keyOfWheel(wanted, needs)).toEqual(expected);
  });

  test('build constraints are a part of it where there are any: keys of earlier releases have none', () => {
    const constrained = { ...wanted, buildConstraints: ['setuptools<70', 'cython<3'] };
    expect(keyOfWheel(constrained, 'libc')).toEqual({
      ...key,
      buildConstraints: ['cython<3', 'setuptools<70'],
    });
    expect(tagOfWheel('gevent', keyOfWheel(wanted, 'libc'))).toBe('wheels-gevent-485dc863084a664e');
  });

  test('up to Python 3.7 the ABI says the allocator', () => {
    const old = { ...wanted, facts: { ...facts, python: '3.7.17' } };
    expect(keyOfWheel(old, 'libc')).toMatchObject({ python: '3.7', abi: 'cp37m' });
  });

  test('what may be pure is looked for so too, and first', () => {
    const platforms = (one: WheelWanted) =>
      keysOfWanted(one).map(({ platform, distribution }) => [platform, distribution]);
    expect(platforms(wanted)).toEqual([
      ['linux/arm/v7', ''],
      ['linux/arm/v7', 'debian 12'],
    ]);
    expect(platforms({ ...wanted, mayBePure: true })[0]).toEqual(['any', '']);
  });
});

/** Every change of what decides is another tag; what does not decide is the same. */
test.each<readonly [string, WheelWanted, boolean]>([
  ['the same', wanted, true],
  ['a patch of Python', facted({ python: '3.13.10' }), true],
  ['a newer libc', facted({ libc: { kind: 'glibc', version: '2.41' } }), true],
  [
    'another distribution',
    facted({ distribution: { id: 'debian', version: '13', codename: 'trixie' } }),
    true,
  ],
  ['packages in another order', { ...wanted, buildPackages: ['libc-ares-dev', 'libev-dev'] }, true],
  ['another Python', facted({ python: '3.12.1' }), false],
  ['another platform', facted({ platform: 'linux/arm64' }), false],
  ['another libc', facted({ libc: { kind: 'musl', version: '1.2.5' } }), false],
  ['another image to compile in', { ...wanted, buildBase: 'mirror.example.com/python' }, false],
  ['a build constraint', { ...wanted, buildConstraints: ['cython<3'] }, false],
  ['fewer packages', { ...wanted, buildPackages: [] }, false],
  [
    'another source',
    { ...wanted, requirement: { ...requirement, sdist: { ...requirement.sdist, sha256: 'b'.repeat(64) } } },
    false,
  ],
])('the tag, with %s', (_, other, same) => {
  const tagOf = (one: WheelWanted) => tagOfWheel('gevent', keyOfWheel(one, 'libc'));
  expect(tagOf(wanted)).toMatch(/^wheels-gevent-[0-9a-f]{16}$/);
  expect(tagOf(other) === tagOf(wanted)).toBe(same);
});
