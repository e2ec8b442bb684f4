import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  bestWheel,
  compareLibcs,
  compatibilityTags,
  type WheelTarget,
  whyNoWheel,
} from '../../src/lock/wheel-tags.ts';

/** Written by wheel-tags.py with Python's `packaging`. */
const fixture = JSON.parse(readFileSync(new URL('wheel-tags.json', import.meta.url), 'utf8')) as {
  tags: (WheelTarget & { count: number; sha256: string })[];
  wheels: string[];
  chosen: (WheelTarget & { best_first: string[] })[];
};

const named = (target: WheelTarget): string =>
  `${target.platform} Python ${target.python} ${target.libc.kind} ${target.libc.version}`;

describe('compatibilityTags', () => {
  it.each(fixture.tags.map((row) => [named(row), row] as const))('%s', (_, { count, sha256, ...target }) => {
    const tags = compatibilityTags(target);
    expect({
      count: tags.length,
      sha256: createHash('sha256').update(tags.join('\n')).digest('hex'),
    }).toEqual({
      count,
      sha256,
    });
  });
});

describe('bestWheel', () => {
  it.each(fixture.chosen.map((row) => [named(row), row] as const))('%s', (_, { best_first, ...target }) => {
    let left = fixture.wheels.map((filename) => ({ filename }));
    const order: string[] = [];
    for (let best = bestWheel(left, target); best !== undefined; best = bestWheel(left, target)) {
      order.push(best.filename);
      left = left.filter((wheel) => wheel !== best);
    }
    // No two wheels of this list are equal by the rules, so the order is unique.
    expect(order).toEqual(best_first);
  });
});

describe('compareLibcs', () => {
  it.each([
    ['2.36', '2.41', -1],
    ['2.100', '2.36', 1],
    ['2.36', '2.36', 0],
    ['3.0', '2.99', 1],
    ['1.2.4', '1.2.5', -1],
    ['1.2', '1.2.0', 0],
    ['1.2', '1.2.1', -1],
  ])('%s and %s', (one, other, order) => {
    expect([Math.sign(compareLibcs(one, other)), Math.sign(compareLibcs(other, one))]).toEqual([
      order,
      0 - order,
    ]);
  });
});

describe('whyNoWheel', () => {
  const glibc = {
    platform: 'linux/arm/v7',
    python: '3.13.9',
    libc: { kind: 'glibc', version: '2.28' },
  } as const;
  const musl = { ...glibc, libc: { kind: 'musl', version: '1.2.5' } } as const;
  it.each([
    ['nothing', [], glibc, 'only an sdist'],
    [
      'other Pythons',
      ['x-1.0-cp312-cp312-manylinux_2_17_armv7l.whl'],
      glibc,
      'no wheel for cp313 on linux/arm/v7',
    ],
    [
      'other machines',
      ['x-1.0-cp313-cp313-manylinux_2_17_x86_64.whl'],
      glibc,
      'no wheel for cp313 on linux/arm/v7',
    ],
    [
      'newer ones of glibc',
      [
        'x-1.0-cp313-cp313-manylinux_2_36_armv7l.whl',
        'x-1.0-cp313-abi3-manylinux_2_39_armv7l.manylinux_2_31_armv7l.whl',
      ],
      glibc,
      'its wheel needs glibc 2.31, the base has 2.28',
    ],
    [
      'another libc',
      ['x-1.0-cp313-cp313-manylinux_2_17_armv7l.whl'],
      musl,
      'no wheel for cp313 on linux/arm/v7 with musl',
    ],
    [
      'a newer musl',
      ['x-1.0-cp313-cp313-musllinux_1_3_armv7l.whl'],
      musl,
      'its wheel needs musl 1.3, the base has 1.2.5',
    ],
  ])('%s', (_, filenames, target, words) => {
    expect(
      whyNoWheel(
        filenames.map((filename) => ({ filename })),
        target,
      ),
    ).toBe(words);
  });
});
