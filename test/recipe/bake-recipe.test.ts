import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Inputs } from '../../src/inputs/inputs.ts';
import type { Lock } from '../../src/lock/lock.ts';
import type { Digest } from '../../src/names/reference.ts';
import {
  compiledThere,
  copiesOnly,
  installsTheSame,
  type PackageSource,
  planPackage,
  sourceDateEpoch,
} from '../../src/recipe/bake-recipe.ts';
import type { BaseImage, Image } from '../../src/plan/recipe.ts';
import { annotationKeys, annotationsOfRecord } from '../../src/plan/build-record.ts';
import { base, cellOf, file, inputsOf, madeOf, mixed } from '../support/cells.ts';

const templates = {
  locked: readFileSync('dockerfiles/Dockerfile', 'utf8'),
  plain: readFileSync('dockerfiles/plain.Dockerfile', 'utf8'),
};
const lock: Lock = {
  text: 'upload-time = 2026-01-02T03:04:05Z\nupload-time = 2025-01-02T03:04:05.5Z\n',
  packages: [],
  resolved: 'host',
};
const locked = { lock, requirements: mixed, native: [], kept: [], replaced: [] };

/** The image of a plan, with what every source has. */
function imageOf(inputs: Inputs, more: Omit<Partial<PackageSource>, 'inputs'> = {}) {
  const cell = cellOf(inputs);
  const source = { cell, inputs, base, made: madeOf(cell, inputs), templates, ...more };
  const [image] = planPackage(source).images as readonly [Image];
  return image;
}

const atLevel = (level: string, annotations: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(annotations).map(([key, value]) => [`${level}:${key}`, value]));

test('a plan holds everything that decides what the image holds', () => {
  const inputs = inputsOf({
    labels: 'a=b',
    annotations: 'x.y=z',
    build_packages: 'libffi-dev',
    verify_command: 'demo --version',
  });
  const { recipe, ...rest } = imageOf(inputs, { locked });
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
    repositories: [{ registry: 'ghcr.io', name: 'team/demo' }],
    tags: { exact: 'py3.13-slim-1.2.3', aliases: ['py3.13-slim-LATEST'] },
    platforms: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
    bases: { publish: base, build: 'docker.io/library/python:3.13' },
    arguments: arguments_,
    packagesArguments: arguments_,
    labels: { python: '3.13', package: 'demo[fast]', maintainer: 'Ada', ...described, a: 'b' },
    annotations: atLevel('index', {
      ...described,
      'x.y': 'z',
      'io.github.python-image-builder.version': '1.2.3',
      ...annotationsOfRecord(madeOf(cellOf(inputs), inputs)),
    }),
    checks: {
      python: '3.13',
      distribution: 'demo',
      version: '1.2.3',
      extras: ['fast'],
      requirements: ['demo', 'fast'],
      scripts: true,
      verify_command: 'demo --version',
      verify_python: null,
      starts: null,
      cmd: null,
      skip: [],
    },
    checksHaveVariables: false,
    lock,
    requirements: mixed,
    replaced: [],
    requested: ['demo'],
    native: [],
    kept: [],
    sourceDateEpoch: 1_767_323_045,
  });
  expect(recipe.kind).toBe('rendered');
});

test.each([
  ['what is pushed says no time', {}, {}],
  [
    'but where images grow old',
    { created: Date.UTC(2026, 0, 2, 3, 4, 5) },
    { 'index:org.opencontainers.image.created': '2026-01-02T03:04:05.000Z' },
  ],
])('%s', (_, more, expected) => {
  const image = imageOf(inputsOf(), { locked, ...more });
  const said = Object.entries(image.annotations).filter(([key]) => key.endsWith('.created'));
  expect(Object.fromEntries(said)).toEqual(expected);
});

const lone = { platform: 'linux/amd64', provenance: 'false' };
test.each([
  ['several platforms', {}, 'index'],
  ['one platform with attestations', { platform: 'linux/amd64' }, 'index'],
  ['one platform alone', lone, 'manifest'],
  ['one platform whose attestation is disabled', { ...lone, provenance: 'mode=min,disabled=1' }, 'manifest'],
  ['one platform with an SBOM', { ...lone, sbom: 'true' }, 'index'],
])('annotations are where the tag points: %s', (_, given, level) => {
  const inputs = inputsOf({ ...given, annotations: 'x=1\nmanifest:y=2\nindex[linux/amd64]:z=3' });
  const { annotations } = imageOf(inputs, { locked });
  const made = annotationsOfRecord(madeOf(cellOf(inputs), inputs));
  expect(annotations).toMatchObject({
    ...atLevel(level, { x: '1', ...made }),
    'manifest:y': '2',
    'index[linux/amd64]:z': '3',
  });
});

test('what an image says that it was made of cannot be written over', () => {
  const key = 'io.github.python-image-builder.fingerprint';
  const inputs = inputsOf({ annotations: `${key}=mine` });
  const { fingerprint } = annotationKeys;
  expect(imageOf(inputs, { locked }).annotations[`index:${fingerprint}`]).toMatch(/^sha256:/);
  expect(fingerprint).toBe(key);
});

test('an own Dockerfile gets the seed’s build arguments, and its packages are rendered beside it', () => {
  const inputs = inputsOf({ build_args: 'MORE=1' });
  const own = {
    path: '/work/Dockerfile',
    context: '/work',
    usesPackages: true,
    pins: { 'python:3': 'python@sha256:0' },
  };
  const image = imageOf(inputs, { locked, own });
  expect(image.arguments).toEqual({
    python_version: '3.13',
    publish_target: '3.13-slim',
    build_target: '3.13',
    package: 'demo[fast]',
    package_version: '1.2.3',
    maintainer: 'Ada',
    MORE: '1',
  });
  expect(image.recipe).toMatchObject({ kind: 'own', path: '/work/Dockerfile', context: '/work' });
  expect(image.recipe.kind === 'own' && image.recipe.packages).toMatch(/AS packages/);
});

test('an own Dockerfile that installs by itself is given no packages', () => {
  const own = { path: '/work/Dockerfile', context: '/work', usesPackages: false, pins: {} };
  expect(imageOf(inputsOf(), { own }).recipe).toEqual({
    kind: 'own',
    path: '/work/Dockerfile',
    context: '/work',
    pins: {},
  });
});

const other: BaseImage = { reference: 'debian:trixie', digest: `sha256:${'c'.repeat(64)}` as Digest };
test.each<[string, BaseImage | undefined]>([
  ['by what is under its last stage', other],
  ['by nothing, where that is not known', undefined],
])('an own Dockerfile is described %s, and not by the cell’s image', (_, standsOn) => {
  const own = { path: '/work/Dockerfile', context: '/work', usesPackages: true, pins: {} };
  const image = imageOf(inputsOf(), { locked, own: { ...own, ...(standsOn && { standsOn }) } });
  const said = (all: Readonly<Record<string, string>>, level = '') =>
    ['name', 'digest'].map((key) => all[`${level}org.opencontainers.image.base.${key}`]);
  const expected = [standsOn?.reference, standsOn?.digest];
  expect([said(image.labels), said(image.annotations, 'index:')]).toEqual([expected, expected]);
  // What is installed for it, and what is looked at, are still the cell's.
  expect([image.bases.publish, image.packagesArguments['PUBLISH_BASE']]).toEqual([
    base,
    `${base.reference}@${base.digest}`,
  ]);
});

test.each<[string, Readonly<Record<string, string>>, readonly string[], boolean]>([
  ['nothing is asked for', {}, [], true],
  ['a user with a number, which needs no account', { user: '1000' }, [], true],
  ['a user and a group with numbers', { user: '1000:1000' }, [], true],
  ['a user with a name', { user: 'app' }, [], false],
  ['a group with a name', { user: '1000:app' }, [], false],
  ['packages to run with', { runtime_packages: 'libpq5' }, [], false],
  ['what the base has and must go', {}, ['setuptools'], false],
  ['packages to build with', { build_packages: 'gcc' }, [], true],
  ['a command', { command: 'demo' }, [], true],
])('whether the last stage only copies: %s', (_, given, replaced, expected) => {
  expect(copiesOnly(inputsOf(given), replaced)).toBe(expected);
});

const native = { name: 'fast', version: '2.0', sdist: file('fast-2.0.tar.gz') };

test.each([
  ['what has no wheel is compiled on the platform', [], ['fast']],
  ['but for what the build machine built for it', [{ ...native, serves: ['linux/arm/v7'] as const }], []],
  ['which is not what it built for itself', [{ ...native, serves: ['linux/amd64'] as const }], ['fast']],
])('%s', (_, built, names) => {
  expect(compiledThere(mixed[2]!, { native: built, kept: [] }).map((one) => one.name)).toEqual(names);
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
  ['the same links in all bases', pure.map((one) => ({ ...one, links: { man: 'share/man' } })), [], true],
  ['another link in one base', [...pure.slice(1), { ...pure[0]!, links: { man: 'share/man' } }], [], false],
  ['a source that gave a pure wheel', source, [{ ...native, serves: all }], true],
  [
    'a source that is compiled on each platform',
    source,
    [{ ...native, serves: ['linux/amd64'] as const }],
    false,
  ],
])('the same everywhere: %s', (_, requirements, built, same) => {
  expect(installsTheSame({ requirements, native: built, kept: [] })).toBe(same);
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
  expect(imageOf(inputsOf(), more).sourceDateEpoch).toBe(expected);
});

test('without a lock, or where an index says no times, files are of 1980', () => {
  expect(sourceDateEpoch(undefined)).toBe(315_532_800);
});
