import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Inputs } from '../../src/inputs/inputs.ts';
import type { Lock } from '../../src/lock/lock.ts';
import type { Digest } from '../../src/names/reference.ts';
import { annotationKeys, annotationsOfRecord, readBuildRecord } from '../../src/plan/build-record.ts';
import type { ImageId } from '../../src/plan/image.ts';
import type { Policy } from '../../src/plan/policy.ts';
import type { BaseImage } from '../../src/plan/recipe.ts';
import {
  bakeRecipe,
  copiesOnly,
  type CustomSource,
  type Locked,
  rebaseRecipe,
  type RecipeQuestion,
  sourceDateEpoch,
} from '../../src/recipe/bake-recipe.ts';
import {
  base,
  custom,
  file,
  imageOfInputs,
  inputsOf,
  locked as lockedMixed,
  mixed,
  questionOfInputs,
  recipeOfInputs,
  recordOf,
  restored,
} from '../support/cells.ts';

const templates = {
  locked: readFileSync('dockerfiles/Dockerfile', 'utf8'),
  plain: readFileSync('dockerfiles/plain.Dockerfile', 'utf8'),
};
const lock: Lock = {
  text: 'upload-time = 2026-01-02T03:04:05Z\nupload-time = 2025-01-02T03:04:05.5Z\n',
  packages: [],
  resolved: 'host',
};
const locked: Locked = { ...lockedMixed, lock };
const recipeOf = (inputs: Inputs, more: Partial<RecipeQuestion> = {}) =>
  recipeOfInputs(inputs, { templates, ...more });
const withDockerfile = inputsOf({ dockerfile: 'Dockerfile' });
const alone: CustomSource = { ...custom, usesPackages: false, pins: {} };

const atLevel = (level: string, annotations: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(annotations).map(([key, value]) => [`${level}:${key}`, value]));

const asked = inputsOf({
  labels: 'a=b',
  annotations: 'x.y=z',
  build_packages: 'libffi-dev',
  verify_command: 'demo --version',
});
const described = {
  'org.opencontainers.image.title': 'demo[fast]',
  'org.opencontainers.image.version': '1.2.3',
  'org.opencontainers.image.base.name': base.reference,
  'org.opencontainers.image.base.digest': base.digest,
};
/** What the image, its index and its checks say, however it is made. */
const prepared = {
  image: imageOfInputs(asked),
  bases: { publish: base, build: 'docker.io/library/python:3.13' },
  labels: {
    python: '3.13',
    package: 'demo[fast]',
    maintainer: 'Ada',
    ...described,
    a: 'b',
    'io.github.python-image-builder.steps': '1 2026-01-02T03:04:05Z',
  },
  annotations: atLevel('index', {
    ...described,
    'x.y': 'z',
    'io.github.python-image-builder.version': '1.2.3',
    ...annotationsOfRecord(recordOf(asked)),
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
  sourceDateEpoch: 1_767_323_045,
};

test('a recipe holds everything that decides what the image holds', () => {
  const { source, ...rest } = recipeOf(asked, { locked });
  const given = {
    PUBLISH_BASE: `${base.reference}@${base.digest}`,
    BUILD_BASE: 'docker.io/library/python:3.13',
    BUILD_PACKAGES: 'libffi-dev',
  };
  expect(rest).toEqual({
    do: 'bake',
    platforms: asked.platforms,
    ...prepared,
    arguments: given,
    packagesArguments: given,
    replaced: [],
    requested: ['demo'],
    native: [],
    restored: [],
  });
  expect(source.kind).toBe('rendered');
});

test('an image of several layers copies each, and says the same when it is put onto another base', () => {
  const record = { ...recordOf(asked), layers: [['fast'], [], [], [], ['demo']] };
  const dated: Locked = {
    ...locked,
    lock: {
      ...lock,
      text: '[[packages]]\nname = "fast"\nwheels = [{ upload-time = 2025-01-02T03:04:05Z }]\n',
    },
  };
  const recipe = recipeOf(asked, { locked: dated, record });
  expect(recipe.layers).toEqual([
    { names: ['fast'], time: 1_735_787_045 },
    { names: ['demo'], time: 315_532_800 },
  ]);
  const { source, labels, annotations } = recipe;
  expect(source.kind === 'rendered' ? source.dockerfile.match(/^COPY --link.*/gm) : undefined).toEqual([
    'COPY --link --from=install /layers/0 /',
    'COPY --link --from=install /layers/1 /',
  ]);
  const place = { image: 'image' as ImageId, repository: { registry: 'ghcr.io', name: 'team/demo' } };
  expect(rebaseRecipe(questionOfInputs(asked, { templates, locked: dated, record }), place)).toMatchObject({
    labels,
    annotations,
  });
});

test('an image that is put onto another base says and is checked for the same', () => {
  const place = { image: 'image' as ImageId, repository: { registry: 'ghcr.io', name: 'team/demo' } };
  expect(rebaseRecipe(questionOfInputs(asked, { templates, locked }), place)).toEqual({
    do: 'rebase',
    place,
    platforms: asked.platforms,
    ...prepared,
  });
});

type Raw = Readonly<Record<string, string>>;
const build: BaseImage = {
  reference: 'docker.io/library/python:3.13',
  digest: `sha256:${'d'.repeat(64)}` as Digest,
};

test.each<[string, Raw, Locked | undefined, Raw]>([
  ['nothing but the bases', {}, locked, {}],
  [
    'the image with a compiler by its digest, where it was looked at',
    {},
    { ...locked, build },
    { BUILD_BASE: `${build.reference}@${build.digest}` },
  ],
  ['how everything is compiled', { compile: 'emulate' }, locked, { COMPILE: 'emulate' }],
  [
    'for which platforms nothing is cross-compiled',
    {},
    { ...locked, emulated: ['linux/arm/v7', 'linux/arm64'] },
    { EMULATED: 'armv7 arm64' },
  ],
  [
    'what building and running need',
    {
      build_packages: 'gcc make',
      build_constraints: 'cython<3\nsetuptools<80',
      runtime_packages: 'curl libpq5',
    },
    locked,
    {
      BUILD_PACKAGES: 'gcc make',
      BUILD_CONSTRAINTS: 'cython<3\nsetuptools<80',
      RUNTIME_PACKAGES: 'curl libpq5',
    },
  ],
  ['as whom it runs', { user: 'app' }, locked, { RUN_AS: 'app' }],
  [
    'another index',
    { index_url: 'https://packages.example.com/simple' },
    locked,
    { INDEX_URL: 'https://packages.example.com/simple' },
  ],
  [
    'what pip is to install, where nothing is locked',
    { requirements: 'h11' },
    undefined,
    { REQUIREMENTS: 'demo[fast]==1.2.3\nh11' },
  ],
])('a rendered Dockerfile is told %s', (_, given, of, expected) => {
  const recipe = recipeOf(inputsOf(given), of === undefined ? {} : { locked: of });
  const told = {
    PUBLISH_BASE: `${base.reference}@${base.digest}`,
    BUILD_BASE: 'docker.io/library/python:3.13',
    ...expected,
  };
  expect([recipe.arguments, recipe.packagesArguments]).toEqual([told, told]);
});

test('what was prepared for the requirements goes on with the recipe', () => {
  const native = [
    { name: 'fast', version: '2.0', sdist: file('fast-2.0.tar.gz'), serves: ['linux/arm/v7'] },
  ] as const;
  const replaced = ['setuptools'];
  expect(
    recipeOf(inputsOf(), { locked: { ...locked, native, restored: [restored], replaced } }),
  ).toMatchObject({
    native,
    restored: [restored],
    replaced,
  });
});

test('what was asked for is known by normalized names', () => {
  const inputs = inputsOf({ requirements: 'Foo_Bar>=1; python_version > "3"\nh11[x]==1' });
  expect(recipeOf(inputs).requested).toEqual(['demo', 'foo-bar', 'h11']);
});

test.each([
  ['what is pushed says no time', {}, {}],
  [
    'but where images grow old',
    { created: Date.UTC(2026, 0, 2, 3, 4, 5) },
    { 'index:org.opencontainers.image.created': '2026-01-02T03:04:05.000Z' },
  ],
])('%s', (_, more, expected) => {
  const { annotations } = recipeOf(inputsOf(), { locked, ...more });
  const said = Object.entries(annotations).filter(([key]) => key.endsWith('.created'));
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
  const { annotations } = recipeOf(inputs, { locked });
  const record = annotationsOfRecord(recordOf(inputs));
  expect(annotations).toMatchObject({
    ...atLevel(level, { x: '1', ...record }),
    'manifest:y': '2',
    'index[linux/amd64]:z': '3',
  });
});

test('what an image says that it was made of cannot be written over', () => {
  const key = 'io.github.python-image-builder.fingerprint';
  const inputs = inputsOf({ annotations: `${key}=mine` });
  const { fingerprint } = annotationKeys;
  expect(recipeOf(inputs, { locked }).annotations[`index:${fingerprint}`]).toMatch(/^sha256:/);
  expect(fingerprint).toBe(key);
});

test('a custom Dockerfile gets the seed’s build arguments, and its packages are rendered beside it', () => {
  const inputs = inputsOf({ dockerfile: 'Dockerfile', build_args: 'MORE=1' });
  const { arguments: given, source } = recipeOf(inputs, { locked, custom });
  expect(given).toEqual({
    python_version: '3.13',
    publish_target: '3.13-slim',
    build_target: '3.13',
    package: 'demo[fast]',
    package_version: '1.2.3',
    maintainer: 'Ada',
    MORE: '1',
  });
  const { usesPackages: _, text: __, ...read } = custom;
  expect(source).toEqual({
    kind: 'custom',
    ...read,
    // Without the last stage, which is the custom one.
    packages: expect.stringMatching(/AS packages\nCOPY .+\n$/) as string,
  });
});

test('a custom Dockerfile that installs by itself is given no packages', () => {
  const { usesPackages: _, text: __, ...read } = alone;
  expect(recipeOf(withDockerfile, { custom: alone }).source).toEqual({ kind: 'custom', ...read });
});

test('an image for the engine says in its labels what it was made of, and no other does', () => {
  const question = questionOfInputs(inputsOf(), { locked });
  const labelsFor = (target: Policy['target']) =>
    bakeRecipe({ ...question, policy: { ...question.policy, target } }).labels;
  expect(readBuildRecord(labelsFor({ kind: 'engine' }))).toEqual(question.record);
  expect(readBuildRecord(labelsFor({ kind: 'push' }))).toBeUndefined();
});

test('which images of a custom Dockerfile are built in the same run goes on with the recipe', () => {
  const parents = { 'team/parent': 'parent' as ImageId };
  const { source } = recipeOf(withDockerfile, { custom: { ...alone, parents } });
  expect(source).toMatchObject({ kind: 'custom', pins: {}, parents });
});

const other: BaseImage = { reference: 'debian:trixie', digest: `sha256:${'c'.repeat(64)}` as Digest };
test.each<[string, BaseImage | undefined]>([
  ['by what is under its last stage', other],
  ['by nothing, where that is not known', undefined],
])('a custom Dockerfile is described %s, and not by the base of its packages', (_, standsOn) => {
  const recipe = recipeOf(withDockerfile, {
    locked,
    custom: { ...custom, ...(standsOn && { standsOn }) },
  });
  const said = (all: Raw, level = '') =>
    ['name', 'digest'].map((key) => all[`${level}org.opencontainers.image.base.${key}`]);
  const expected = [standsOn?.reference, standsOn?.digest];
  expect([said(recipe.labels), said(recipe.annotations, 'index:')]).toEqual([expected, expected]);
  // What is installed for it is still for the base of its packages.
  expect([recipe.bases.publish, recipe.packagesArguments['PUBLISH_BASE']]).toEqual([
    base,
    `${base.reference}@${base.digest}`,
  ]);
});

const [amd64, ...foreign] = mixed;
const without = { ...amd64!, requirements: amd64!.requirements.slice(0, 1) };
const starts = { entrypoint: ['demo'], cmd: [], folder: '/srv' };
test.each<[string, Inputs, Partial<RecipeQuestion>, object]>([
  [
    'a command that was asked for',
    inputsOf({ command: 'demo --serve' }),
    { locked },
    { cmd: ['demo', '--serve'] },
  ],
  [
    'which Python runs them',
    inputsOf({ verify_python: '/opt/python' }),
    { locked },
    { verify_python: '/opt/python' },
  ],
  ['what they leave out', inputsOf({ verify_skip: 'imports:demo' }), { locked }, { skip: ['imports:demo'] }],
  [
    'of requirements that every platform installs',
    inputsOf(),
    { locked: { ...locked, requirements: [without, ...foreign] } },
    { requirements: ['demo'] },
  ],
  ['of no requirements, where nothing is locked', inputsOf(), {}, { requirements: [] }],
  [
    'what a custom Dockerfile’s image starts, and of no scripts',
    withDockerfile,
    { locked, custom: { ...custom, starts } },
    { scripts: false, starts },
  ],
])('the checks are told %s', (_, inputs, more, expected) => {
  expect(recipeOf(inputs, more).checks).toEqual({ ...prepared.checks, verify_command: null, ...expected });
});

test('the checks are given variables where some are named', () => {
  expect(recipeOf(inputsOf({ verify_env: 'TOKEN' })).checksHaveVariables).toBe(true);
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
  ['a custom Dockerfile, which may run anything', { dockerfile: 'Dockerfile' }, [], false],
])('whether the last stage only copies: %s', (_, given, replaced, expected) => {
  expect(copiesOnly(imageOfInputs(inputsOf(given)), replaced)).toBe(expected);
});

test.each([
  ['the lock’s newest file', inputsOf(), { locked }, 1_767_323_045],
  [
    'the environment’s, where it says one',
    inputsOf(),
    { locked, sourceDateEpoch: 1_700_000_000 },
    1_700_000_000,
  ],
  ['none, where a custom Dockerfile installs by itself', withDockerfile, { custom: alone }, undefined],
])('the time of files: %s', (_, inputs, more, expected) => {
  expect(recipeOf(inputs, more).sourceDateEpoch).toBe(expected);
});

test('without a lock, or where an index says no times, files are of 1980', () => {
  expect(sourceDateEpoch(undefined)).toBe(315_532_800);
});
