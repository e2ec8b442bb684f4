import { expect, it } from 'vitest';
import { extrasByImage } from '../../../src/sources/project/extras.ts';

it.each([
  [
    'none',
    { project: 'foo', scripts: ['foo'], extras: [] },
    { base: [], scripts: [{ script: 'foo', extras: [] }], others: [] },
  ],
  [
    "pbrx's names",
    {
      project: 'zuul',
      scripts: ['zuul-scheduler', 'zuul-executor'],
      extras: ['zuul_base', 'zuul_executor', 'test'],
    },
    {
      base: ['zuul_base'],
      scripts: [
        { script: 'zuul-scheduler', extras: [] },
        { script: 'zuul-executor', extras: ['zuul_executor'] },
      ],
      others: ['test'],
    },
  ],
  [
    'other spellings of them',
    { project: 'Foo.Bar', scripts: ['foo_Run'], extras: ['foo-bar-base', 'Foo.Run', 'base', 'foo'] },
    {
      base: ['foo-bar-base'],
      scripts: [{ script: 'foo_Run', extras: ['Foo.Run'] }],
      others: ['base', 'foo'],
    },
  ],
  [
    'an extra of two images',
    { project: 'foo', scripts: ['foo-base', 'foo.base'], extras: ['foo_base'] },
    {
      base: ['foo_base'],
      scripts: [
        { script: 'foo-base', extras: ['foo_base'] },
        { script: 'foo.base', extras: ['foo_base'] },
      ],
      others: [],
    },
  ],
])('places %s', (_, given, expected) => {
  expect(extrasByImage(given)).toEqual(expected);
});

it('takes no time for many scripts and extras', { timeout: 2000 }, () => {
  const many = Array.from({ length: 20_000 }, (_, at) => `foo-${at}`);
  const { others } = extrasByImage({ project: 'bar', scripts: many, extras: many });
  expect(others).toEqual([]);
});
