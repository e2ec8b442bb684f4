import { describe, expect, test } from 'vitest';
import type { BaseFacts, Requirement } from '../../src/lock/lock.ts';
import { annotationsOfWheel, readWheelAnnotations } from '../../src/wheel-cache/annotations.ts';
import {
  daysSince,
  fitOf,
  keyOfWheel,
  keysOfWanted,
  tagOfWheel,
  type WheelKey,
  type WheelMade,
  type WheelWanted,
} from '../../src/wheel-cache/key.ts';

const requirement: Extract<Requirement, { kind: 'compile' }> = {
  kind: 'compile',
  name: 'gevent',
  version: '26.9.0',
  sdist: { filename: 'gevent-26.9.0.tar.gz', url: 'https://x/gevent-26.9.0.tar.gz', sha256: 'a'.repeat(64) },
  because: 'no wheel for cp313 on linux/arm/v7',
};
const facts: BaseFacts = {
  platform: 'linux/arm/v7',
  python: '3.13.9',
  libc: { kind: 'glibc', version: '2.36' },
  distribution: { id: 'debian', version: '12', codename: 'bookworm' },
  installed: {},
};
const wanted: WheelWanted = {
  requirement,
  facts,
  buildPackages: ['libev-dev', 'libc-ares-dev'],
  buildConstraints: [],
  buildBase: 'docker.io/library/python',
  mayBePure: false,
};
const key: WheelKey = {
  sdist: 'a'.repeat(64),
  python: '3.13',
  abi: 'cp313',
  platform: 'linux/arm/v7',
  libc: 'glibc',
  distribution: '',
  buildPackages: ['libc-ares-dev', 'libev-dev'],
  buildBase: 'docker.io/library/python',
};
const made: WheelMade = {
  name: 'gevent',
  version: '26.9.0',
  key,
  floor: '2.31',
  way: 'cross',
  seconds: 93.4,
  compiled: '2026-11-20',
  used: '2026-11-21',
};
const filename = 'gevent-26.9.0-cp313-cp313-manylinux_2_31_armv7l.whl';

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

const facted = (more: Partial<BaseFacts>): WheelWanted => ({ ...wanted, facts: { ...facts, ...more } });

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

describe('fits', () => {
  const fits = { fits: true };
  const unfit = (why: string) => ({ fits: false, is: 'unfit', why });
  const wrong = (why: string) => ({ fits: false, is: 'wrong', why });
  const glibc = (version: string): WheelWanted => facted({ libc: { kind: 'glibc', version } });
  test.each<readonly [string, WheelWanted, Partial<WheelMade>, string, object]>([
    ['a newer libc', wanted, {}, filename, fits],
    ['the same libc', glibc('2.31'), {}, filename, fits],
    ['an older libc', glibc('2.28'), {}, filename, unfit('needs glibc 2.31, and the base has 2.28')],
    [
      'an older musl',
      facted({ libc: { kind: 'musl', version: '1.2.4' } }),
      { floor: '1.2.5' },
      filename,
      unfit('needs musl 1.2.5, and the base has 1.2.4'),
    ],
    ['numbers, not text', glibc('2.100'), { floor: '2.36' }, filename, fits],
    ['no floor', glibc('2.17'), {}, 'gevent-26.9.0-cp313-cp313-linux_armv7l.whl', fits],
    ['the stable ABI', wanted, {}, 'gevent-26.9.0-cp39-abi3-linux_armv7l.whl', fits],
    [
      'another key',
      wanted,
      { key: { ...key, python: '3.12' } },
      filename,
      wrong('says that it was made of or for something else'),
    ],
    ['another version', wanted, { version: '26.9.1' }, filename, wrong('says that it is gevent 26.9.1')],
    ['another name', wanted, { name: 'greenlet' }, filename, wrong('says that it is greenlet 26.9.0')],
    [
      'a file of another name',
      wanted,
      {},
      'greenlet-26.9.0-cp313-cp313-linux_armv7l.whl',
      wrong('holds a file with the name of something else'),
    ],
    [
      'a path',
      wanted,
      {},
      '../gevent-26.9.0-cp313-cp313-linux_armv7l.whl',
      wrong('holds a file with the name of something else'),
    ],
    [
      'another processor',
      wanted,
      {},
      'gevent-26.9.0-cp313-cp313-linux_aarch64.whl',
      wrong('holds gevent-26.9.0-cp313-cp313-linux_aarch64.whl, which cannot be installed on linux/arm/v7'),
    ],
    [
      'another Python in the name',
      wanted,
      {},
      'gevent-26.9.0-cp312-cp312-linux_armv7l.whl',
      wrong('holds gevent-26.9.0-cp312-cp312-linux_armv7l.whl, which cannot be installed on linux/arm/v7'),
    ],
    [
      'a floor that lies about its name',
      wanted,
      {},
      'gevent-26.9.0-cp313-cp313-manylinux_2_39_armv7l.whl',
      wrong(
        'holds gevent-26.9.0-cp313-cp313-manylinux_2_39_armv7l.whl, which cannot be installed on linux/arm/v7',
      ),
    ],
  ])('%s', (name, one, more, file, expected) => {
    const { floor: _, ...free } = made;
    const said = name === 'no floor' ? free : { ...made, ...more };
    expect(fitOf(one, key, { made: said, filename: file })).toEqual(expected);
  });
});

describe('annotations', () => {
  const { floor: _, ...free } = made;
  test.each<readonly [string, WheelMade]>([
    ['a cross-compiled wheel', made],
    ['one without a floor and without packages', { ...free, key: { ...key, buildPackages: [] } }],
    [
      'one with build constraints',
      { ...made, key: { ...key, buildConstraints: ['cython<3', 'six>1 ; python_version<"3.12"'] } },
    ],
    ['pure Python', { ...free, key: keyOfWheel(wanted, 'nothing'), way: 'native', seconds: 0 }],
    ['one that needs its distribution', { ...made, key: keyOfWheel(wanted, 'distribution') }],
  ])('%s is read back as it was written', (_name, one) => {
    expect(readWheelAnnotations(annotationsOfWheel(one))).toEqual({ ok: true, value: one });
  });

  const said = annotationsOfWheel(made);
  const prefix = 'io.github.python-image-builder.wheel';
  test.each([
    ['none', undefined, 'is of another form than this release keeps (none)'],
    ['schema', '2', 'is of another form than this release keeps (2)'],
    ['platform', 'linux/z80', 'does not say what platform it is for'],
    ['sdist', 'x', 'does not say right what its sdist is'],
    ['build-base', 'a b', 'does not say right what its build-base is'],
    ['libc', 'bionic', 'does not say right what its libc is'],
    ['way', 'magic', 'does not say right what its way is'],
    ['used', 'yesterday', 'does not say right what its used is'],
    ['used', '2026-02-30', 'does not say right what its used is'],
    ['compiled', '2026-13-01', 'does not say right what its compiled is'],
    ['seconds', '9'.repeat(400), 'does not say right what its seconds is'],
    ['seconds', '-1', 'does not say right what its seconds is'],
    ['name', '../x', 'does not say right what its name is'],
  ])('%s that is wrong is refused', (name, value, message) => {
    const changed = value === undefined ? {} : { ...said, [`${prefix}.${name}`]: value };
    expect(readWheelAnnotations(changed)).toEqual({ ok: false, message });
  });
});

test.each([
  ['2026-11-20', '2026-11-20T23:59:59Z', 0],
  ['2026-11-20', '2026-11-21T00:00:01Z', 1],
  ['2026-11-20', '2026-12-20T12:00:00Z', 30],
])('days from %s to %s', (day, now, days) => {
  expect(daysSince(day, Date.parse(now))).toBe(days);
});
