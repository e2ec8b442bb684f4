import { describe, expect, test } from 'vitest';
import { fitOf } from '../../src/wheel-cache/fit.ts';
import type { WheelWanted } from '../../src/wheel-cache/key.ts';
import type { WheelRecord } from '../../src/wheel-cache/wheel.ts';
import { facted, filename, key, record, wanted } from './wheels.ts';

describe('fits', () => {
  const fits = { fits: true };
  const unfit = (why: string) => ({ fits: false, is: 'unfit', why });
  const wrong = (why: string) => ({ fits: false, is: 'wrong', why });
  const glibc = (version: string): WheelWanted => facted({ libc: { kind: 'glibc', version } });
  test.each<readonly [string, WheelWanted, Partial<WheelRecord>, string, object]>([
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
    const { floor: _, ...free } = record;
    const said = name === 'no floor' ? free : { ...record, ...more };
    expect(fitOf(one, key, { record: said, filename: file })).toEqual(expected);
  });
});
