import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Lock } from '../../src/lock/lock.ts';
import { compiledThere, installsTheSame, planPackage, sourceDateEpoch } from '../../src/sources/package.ts';
import { base, cellOf, file, inputsOf, mixed } from './support.ts';

const templates = {
  locked: readFileSync('dockerfiles/Dockerfile', 'utf8'),
  plain: readFileSync('dockerfiles/plain.Dockerfile', 'utf8'),
};
const lock: Lock = {
  text: 'upload-time = 2026-01-02T03:04:05Z\nupload-time = 2025-01-02T03:04:05.5Z\n',
  packages: [],
  resolved: 'host',
};
const locked = { lock, requirements: mixed, native: [], replaced: [] };

test('a plan holds everything that decides what the image holds', () => {
  const inputs = inputsOf({
    labels: 'a=b',
    annotations: 'x.y=z',
    build_packages: 'libffi-dev',
    verify_command: 'demo --version',
  });
  const [image] = planPackage({ cell: cellOf(inputs), inputs, base, locked, templates }).images;
  const { recipe, ...rest } = image!;
  const described = {
    'org.opencontainers.image.title': 'demo[fast]',
    'org.opencontainers.image.version': '1.2.3',
    'org.opencontainers.image.base.name': base.reference,
    'org.opencontainers.image.base.digest': base.digest,
  };
  const arguments_ = {
    PUBLISH_BASE: `${base.reference}@${base.digest}`,
    BUILD_BASE: 'docker.io/library/python:3.13',
    BUILD_PACKAGES: 'libffi-dev',
  };
  expect(rest).toEqual({
    repository: { registry: 'ghcr.io', name: 'team/demo' },
    tags: { exact: 'py3.13-slim-1.2.3', aliases: ['py3.13-slim-LATEST'] },
    platforms: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
    bases: { publish: base, build: 'docker.io/library/python:3.13' },
    arguments: arguments_,
    packagesArguments: arguments_,
    labels: { python: '3.13', package: 'demo[fast]', maintainer: 'Ada', ...described, a: 'b' },
    annotations: {
      ...Object.fromEntries(Object.entries(described).map(([key, value]) => [`index:${key}`, value])),
      'index:x.y': 'z',
    },
    checks: {
      python: '3.13',
      distribution: 'demo',
      version: '1.2.3',
      extras: ['fast'],
      requirements: ['demo', 'fast'],
      scripts: true,
      verify_command: 'demo --version',
      cmd: null,
    },
    lock,
    requirements: mixed,
    replaced: [],
    requested: ['demo'],
    native: [],
    sourceDateEpoch: 1_767_323_045,
  });
  expect(recipe.kind).toBe('rendered');
});

test('an own Dockerfile gets the seed’s build arguments, and its packages are rendered beside it', () => {
  const inputs = inputsOf({ build_args: 'MORE=1' });
  const own = {
    path: '/work/Dockerfile',
    context: '/work',
    usesPackages: true,
    pins: { 'python:3': 'python@sha256:0' },
  };
  const [image] = planPackage({ cell: cellOf(inputs), inputs, base, locked, templates, own }).images;
  expect(image!.arguments).toEqual({
    python_version: '3.13',
    publish_target: '3.13-slim',
    build_target: '3.13',
    package: 'demo[fast]',
    package_version: '1.2.3',
    maintainer: 'Ada',
    MORE: '1',
  });
  expect(image!.recipe).toMatchObject({ kind: 'own', path: '/work/Dockerfile', context: '/work' });
  expect(image!.recipe.kind === 'own' && image!.recipe.packages).toMatch(/AS packages/);
});

test('an own Dockerfile that installs by itself is given no packages', () => {
  const inputs = inputsOf();
  const own = { path: '/work/Dockerfile', context: '/work', usesPackages: false, pins: {} };
  const [image] = planPackage({ cell: cellOf(inputs), inputs, base, templates, own }).images;
  expect(image!.recipe).toEqual({ kind: 'own', path: '/work/Dockerfile', context: '/work', pins: {} });
});

const native = { name: 'fast', version: '2.0', sdist: file('fast-2.0.tar.gz') };

test.each([
  ['what has no wheel is compiled on the platform', [], ['fast']],
  ['but for what the build machine built for it', [{ ...native, serves: ['linux/arm/v7'] as const }], []],
  ['which is not what it built for itself', [{ ...native, serves: ['linux/amd64'] as const }], ['fast']],
])('%s', (_, built, names) => {
  expect(compiledThere(mixed[2]!, built).map((one) => one.name)).toEqual(names);
});

const pure = mixed.map(({ platform, requirements }) => ({
  platform,
  requirements: requirements.slice(0, 1),
}));
const source = pure.map(({ platform }) => ({
  platform,
  requirements: [{ kind: 'compile' as const, ...native, because: 'only an sdist' }],
}));
const all = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'] as const;

test.each([
  ['pure wheels', pure, [], true],
  ['wheels of each platform', mixed, [], false],
  ['a source that gave a pure wheel', source, [{ ...native, serves: all }], true],
  [
    'a source that is compiled on each platform',
    source,
    [{ ...native, serves: ['linux/amd64'] as const }],
    false,
  ],
])('the same everywhere: %s', (_, requirements, built, same) => {
  expect(installsTheSame({ requirements, native: built })).toBe(same);
});

test.each([
  ['the lock’s newest file', { locked }, 1_767_323_045],
  ['the environment’s, where it says one', { locked, sourceDateEpoch: 1_700_000_000 }, 1_700_000_000],
  [
    'none, where an own Dockerfile installs by itself',
    { own: { path: 'D', context: '.', usesPackages: false, pins: {} } },
    undefined,
  ],
])('the time of files: %s', (_, more, expected) => {
  const inputs = inputsOf();
  const [image] = planPackage({ cell: cellOf(inputs), inputs, base, templates, ...more }).images;
  expect(image!.sourceDateEpoch).toBe(expected);
});

test('without a lock, or where an index says no times, files are of 1980', () => {
  expect(sourceDateEpoch(undefined)).toBe(315_532_800);
});
