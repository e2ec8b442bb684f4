import { describe, expect, test } from 'vitest';
import { annotationsOfWheel, readWheelAnnotations } from '../../src/wheel-cache/annotations.ts';
import { keyOfWheel } from '../../src/wheel-cache/key.ts';
import type { WheelRecord } from '../../src/wheel-cache/wheel.ts';
import { key, record, wanted } from './wheels.ts';

describe('annotations', () => {
  const { floor: _, ...free } = record;
  test.each<readonly [string, WheelRecord]>([
    ['a cross-compiled wheel', record],
    ['one without a floor and without packages', { ...free, key: { ...key, buildPackages: [] } }],
    [
      'one with build constraints',
      { ...record, key: { ...key, buildConstraints: ['cython<3', 'six>1 ; python_version<"3.12"'] } },
    ],
    ['pure Python', { ...free, key: keyOfWheel(wanted, 'nothing'), way: 'native', seconds: 0 }],
    ['one that needs its distribution', { ...record, key: keyOfWheel(wanted, 'distribution') }],
  ])('%s is read back as it was written', (_name, one) => {
    expect(readWheelAnnotations(annotationsOfWheel(one))).toEqual({ ok: true, value: one });
  });

  const said = annotationsOfWheel(record);
  const prefix = 'io.github.python-image-builder.wheel';
  test.each([
    ['none', undefined, 'is of another form than this release writes (none)'],
    ['schema', '2', 'is of another form than this release writes (2)'],
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
