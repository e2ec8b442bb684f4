import { describe, expect, test } from 'vitest';
import { divideIntoLayers, type Layers, type Release, releaseOf } from '../../src/lock/layers.ts';
import type { LockedPackage } from '../../src/lock/lock.ts';
import { parseProject } from '../../src/package-index/simple.ts';

const release = (name: string, megabytes: number, frequency?: number): Release => ({
  name,
  size: megabytes * 1_000_000,
  ...(frequency === undefined ? {} : { frequency }),
});
const data: readonly Release[] = [
  release('app', 0.2, 30),
  release('boto3', 0.14, 200),
  release('click', 0.1, 3),
  release('numpy', 16, 12),
  release('scipy', 35, 5),
  release('pandas', 12, 5),
  release('requests', 0.06, 4),
];
const divided: Layers = [['pandas', 'scipy'], ['numpy'], ['click', 'requests'], ['boto3'], ['app']];
/** The same with another value for one. */
const but = (one: Release): Release[] => data.map((other) => (other.name === one.name ? one : other));

describe('divideIntoLayers', () => {
  test.each<[string, readonly Release[], Layers | undefined, Layers | undefined]>([
    ['by size and by how often', data, undefined, divided],
    ['in any order', data.toReversed(), undefined, divided],
    [
      'without times: by size alone',
      data.map(({ name, size }) => ({ name, size })),
      undefined,
      [['numpy', 'pandas', 'scipy'], [], ['boto3', 'click', 'requests'], [], ['app']],
    ],
    [
      'one layer for what is small as a whole',
      [release('app', 5, 1), release('click', 4.9, 1)],
      undefined,
      undefined,
    ],
    ['one layer without a dependency', [release('app', 50, 1)], undefined, undefined],
    ['one layer without sizes', data.map(({ name }) => release(name, 0)), undefined, undefined],
    [
      'what is new joins the others of its kind',
      [...data, release('pyarrow', 40, 7), release('certifi', 0.16, 9)],
      divided,
      [['pandas', 'pyarrow', 'scipy'], ['numpy'], ['click', 'requests'], ['boto3', 'certifi'], ['app']],
    ],
    [
      'what is gone leaves the others where they are',
      data.filter(({ name }) => name !== 'numpy'),
      divided,
      [['pandas', 'scipy'], [], ['click', 'requests'], ['boto3'], ['app']],
    ],
    [
      'a little more often than the limit stays where it was',
      but(release('scipy', 35, 15)),
      divided,
      divided,
    ],
    [
      'a little more rarely than the limit stays where it was',
      but(release('numpy', 16, 4)),
      divided,
      divided,
    ],
    ['a little larger than the limit stays where it was', but(release('click', 1.9, 3)), divided, divided],
    [
      'twice the limit moves it',
      but(release('click', 2, 16)),
      divided,
      [['pandas', 'scipy'], ['click', 'numpy'], ['requests'], ['boto3'], ['app']],
    ],
    [
      'less than half the limit moves it',
      but(release('numpy', 0.4, 3)),
      divided,
      [['pandas', 'scipy'], [], ['click', 'numpy', 'requests'], ['boto3'], ['app']],
    ],
    [
      'an index that says no times any more moves nothing',
      data.map(({ name, size }) => ({ name, size })),
      divided,
      divided,
    ],
    [
      'an image that had layers keeps them until it is less than half as large as would be worth them',
      [release('app', 0.2, 1), release('scipy', 5, 5)],
      [['scipy'], [], [], [], ['app']],
      [['scipy'], [], [], [], ['app']],
    ],
    [
      'and has one then',
      [release('app', 0.2, 1), release('scipy', 4, 5)],
      [['scipy'], [], [], [], ['app']],
      undefined,
    ],
  ])('%s', (_, releases, before, expected) => {
    expect(divideIntoLayers(releases, 'app', before)).toEqual(expected);
  });

  test('no other distribution decides where one is', () => {
    for (const one of data.filter(({ name }) => name !== 'app')) {
      const others = divideIntoLayers(but(release(one.name, 90, 90)), 'app')!;
      expect(others.map((names) => names.filter((name) => name !== one.name))).toEqual(
        divided.map((names) => names.filter((name) => name !== one.name)),
      );
    }
  });
});

const page = (files: readonly (readonly [string, number, string])[]) =>
  parseProject(
    'Demo',
    JSON.stringify({
      files: files.map(([filename, size, day]) => ({
        filename,
        url: filename,
        size,
        ...(day === '' ? {} : { 'upload-time': `${day}T12:00:00Z` }),
      })),
    }),
    'application/json',
    'https://index.example.org/simple/demo/',
  );
const artifact = (filename: string) => ({ filename, url: filename, sha256: 'a' });
const locked = (...wheels: string[]): LockedPackage => ({
  name: 'demo',
  version: '2.0',
  wheels: wheels.map(artifact),
  sdist: artifact('demo-2.0.tar.gz'),
});
const history = [
  ['demo-1.0-py3-none-any.whl', 5, '2024-01-01'],
  ['demo-1.1-py3-none-any.whl', 5, '2025-07-01'],
  // A file that was added later makes no release.
  ['demo-1.0-cp313-cp313-linux_armv7l.whl', 5, '2025-08-01'],
  ['demo-2.0rc1-py3-none-any.whl', 5, '2025-12-01'],
  ['demo-2.0.tar.gz', 900, '2026-01-01'],
  ['demo-2.0-cp313-cp313-manylinux_2_28_x86_64.whl', 70, '2026-01-02'],
  ['demo-2.0-cp313-cp313-manylinux_2_28_aarch64.whl', 80, '2026-01-02'],
] as const;
const wheels = [
  'demo-2.0-cp313-cp313-manylinux_2_28_x86_64.whl',
  'demo-2.0-cp313-cp313-manylinux_2_28_aarch64.whl',
];
const later = [
  ...history,
  ['demo-2.0-cp314-cp314-manylinux_2_28_x86_64.whl', 500, '2026-02-01'],
  ['demo-2.1-py3-none-any.whl', 5, '2026-02-01'],
] as const;

test.each<[string, Parameters<typeof releaseOf>, Release]>([
  [
    'its largest wheel, and the releases of a year',
    [[locked(...wheels)], page(history)],
    { name: 'demo', size: 80, frequency: 2 },
  ],
  [
    'the same when the index has more',
    [[locked(...wheels)], page(later)],
    { name: 'demo', size: 80, frequency: 2 },
  ],
  [
    'the sdist of what must be compiled',
    [[locked()], page(history)],
    { name: 'demo', size: 900, frequency: 2 },
  ],
  [
    'no times',
    [[locked(...wheels)], page(history.map(([name, size]) => [name, size, '']))],
    { name: 'demo', size: 80 },
  ],
  ['nothing of it in the index', [[locked(...wheels)]], { name: 'demo', size: 0 }],
])('what a release is judged by: %s', (_, given, expected) => {
  expect(releaseOf(...given)).toEqual(expected);
});
