import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bakeFile, type BakeOptions, bakeText, verifyFile, workFiles } from '../../src/build/bake.ts';
import { readPrograms } from '../../src/build/programs.ts';
import { type PackageSource, planPackage } from '../../src/recipe/bake-recipe.ts';
import type { Image } from '../../src/plan/recipe.ts';
import { systemFiles } from '../../src/world/files.ts';
import { base, cellOf, inputsOf, madeOf, mixed } from '../support/cells.ts';
import { testWorld } from '../support/world.ts';

const templates = { locked: readFileSync('dockerfiles/Dockerfile', 'utf8'), plain: '' };
const locked = {
  lock: { text: '', packages: [], resolved: 'host' as const },
  requirements: mixed,
  native: [],
  kept: [],
  replaced: [],
};
const options: BakeOptions = {
  verify: ['linux/amd64'],
  secrets: ['id=netrc,env=NETRC'],
  provenance: 'mode=min',
  sbom: 'false',
};
const platforms = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];
const inputs = inputsOf();
const cell = cellOf(inputs);
const source = { cell, inputs, base, made: madeOf(cell, inputs), templates };
const [rendered] = planPackage({ ...source, locked }).images as readonly [Image];
const own = {
  path: '/work/Dockerfile',
  context: '/work',
  usesPackages: true,
  pins: { 'python:3': 'python@sha256:0' },
};
const [owned] = planPackage({ ...source, locked, own }).images as readonly [Image];
const [plain] = planPackage({ ...source, own: { ...own, usesPackages: false } }).images as readonly [Image];

const [unlocked] = planPackage(source).images as readonly [Image];

const args = {
  PUBLISH_BASE: `${base.reference}@${base.digest}`,
  BUILD_BASE: 'docker.io/library/python:3.13',
  SOURCE_DATE_EPOCH: '315532800',
};
const annotationsOf = ({ annotations }: Image) =>
  Object.entries(annotations).map(([key, value]) => `${key}=${value}`);
const published = {
  platforms,
  secret: ['id=netrc,env=NETRC'],
  labels: rendered.labels,
  annotations: annotationsOf(rendered),
  attest: ['type=provenance,mode=min', 'type=sbom,disabled=true'],
  output: ['type=oci,dest=image.tar,name=ghcr.io/team/demo:py3.13-slim-1.2.3'],
};
const contexts = { lock: './lock', programs: './programs' };
const verify = {
  context: './verify',
  dockerfile: '../verify.Dockerfile',
  target: 'verify',
  platforms: ['linux/amd64'],
  contexts: { image: 'target:image', checks: './verify' },
  args: { PUBLISH_BASE: args.PUBLISH_BASE },
  'no-cache-filter': ['run'],
  output: ['type=local,dest=verified'],
};

const compiled = {
  context: '.',
  dockerfile: 'Dockerfile',
  contexts,
  args,
  target: 'attempts',
  platforms: ['linux/arm/v7'],
  secret: published.secret,
  output: ['type=local,dest=compiled'],
};

test('a rendered image is verified, and exported from the same build', () => {
  expect(bakeFile(rendered, options)).toEqual({
    target: {
      image: { context: '.', dockerfile: 'Dockerfile', contexts, args, target: 'image', ...published },
      compiled,
      verify,
    },
  });
});

test('without a lock, pip installs, and the programs are there for what follows', () => {
  const { contexts: given } = bakeFile(unlocked, options).target['image']!;
  expect(given).toEqual({ programs: './programs' });
});

test('an own Dockerfile takes the packages as a context', () => {
  expect(bakeFile(owned, { ...options, verify: [] })).toEqual({
    target: {
      packages: {
        context: '.',
        dockerfile: 'Dockerfile',
        contexts,
        args,
        target: 'packages',
        platforms,
        secret: published.secret,
        output: ['type=cacheonly'],
      },
      image: {
        context: '/work',
        dockerfile: '/work/Dockerfile',
        contexts: { 'python:3': 'docker-image://python@sha256:0', packages: 'target:packages' },
        args: { ...owned.arguments, SOURCE_DATE_EPOCH: '315532800' },
        ...published,
        labels: owned.labels,
        annotations: annotationsOf(owned),
      },
      compiled,
    },
  });
});

test.each([
  [
    'attestations as buildx takes them',
    { provenance: 'true', sbom: 'generator=me/it' },
    'attest',
    ['type=provenance', 'type=sbom,generator=me/it'],
  ],
  [
    'no attestations',
    { provenance: 'false', sbom: 'false' },
    'attest',
    ['type=provenance,disabled=true', 'type=sbom,disabled=true'],
  ],
  ['no secrets', { secrets: [] }, 'secret', undefined],
])('%s', (_, more, field, expected) => {
  const image = bakeFile(rendered, { ...options, ...more }).target['image'];
  expect(Object.entries(image!).find(([name]) => name === field)?.[1]).toEqual(expected);
});

const anew = { 'no-cache': true };
const lastStage = { 'no-cache-filter': ['image'] };
const runtime = inputsOf({ runtime_packages: 'libpq5' });
const imageWith = (more: Omit<Partial<PackageSource>, 'cell'>) =>
  planPackage({ ...source, ...more }).images[0]!;
// Files of a lock are the same today: they are what the builder may remember.
test.each<[string, Image, Readonly<Record<string, object>>]>([
  ['nothing of what is locked', rendered, {}],
  [
    'the last stage, where a distribution’s packages go',
    imageWith({ locked, inputs: runtime }),
    { image: lastStage },
  ],
  ['all that is not locked', imageWith({}), { image: anew }],
  ['all that is not locked, a distribution’s packages too', imageWith({ inputs: runtime }), { image: anew }],
  ['an own Dockerfile, and not its packages', owned, { image: anew }],
  [
    'an own Dockerfile, and not its packages, whatever goes into other images',
    imageWith({ locked, own, inputs: inputsOf({ build_args: 'RUNTIME_PACKAGES=libpq5' }) }),
    { image: anew },
  ],
  [
    'an own Dockerfile, with packages that are not locked',
    imageWith({ own }),
    { image: anew, packages: anew },
  ],
  ['an own Dockerfile without packages', plain, { image: anew }],
])('made anew: %s', (_, image, expected) => {
  const cachedOf = (fresh: boolean) =>
    Object.fromEntries(
      Object.entries(bakeFile(image, { ...options, fresh, verify: [] }).target).flatMap(([name, target]) => {
        const said = Object.entries(target).filter(([key]) => key.startsWith('no-cache'));
        return said.length === 0 ? [] : [[name, Object.fromEntries(said)]];
      }),
    );
  expect([cachedOf(true), cachedOf(false)]).toEqual([expected, {}]);
});

test('what is to be kept comes out with what it needs', () => {
  const { target } = bakeFile(rendered, { ...options, keep: true });
  expect(target['compiled']).toEqual({ ...compiled, target: 'made' });
});

const taken = {
  name: 'fast',
  version: '2.0',
  filename: 'fast-2.0-cp313-cp313-linux_armv7l.whl',
  sha256: 'c'.repeat(64),
  size: 7,
  serves: ['linux/arm/v7'],
  way: 'cross',
  seconds: 93,
  compiled: '2026-11-20',
} as const;

test('what was compiled before is a file of the lock, and nothing is compiled', async () => {
  const [image] = planPackage({ ...source, locked: { ...locked, kept: [taken] } }).images as readonly [Image];
  const bake = bakeFile(image, options);
  expect(Object.keys(bake.target)).toEqual(['image', 'verify']);
  const files = workFiles(
    image,
    bake,
    await readPrograms({ ...testWorld(), files: systemFiles() }, 'dockerfiles'),
  );
  const { compile, kept } = JSON.parse(files['lock/armv7/requirements.json']!) as Record<string, unknown>;
  const { name, version, filename, sha256 } = taken;
  expect({ compile, kept }).toEqual({ compile: [], kept: [{ name, version, filename, sha256 }] });
  expect(files['Dockerfile']).not.toMatch(/AS (?:builder|compile|sources)/);
  expect(image.annotations).toEqual(rendered.annotations);
});

test('an image of several repositories is built once, under the first name', () => {
  const [first] = rendered.repositories;
  const image = {
    ...rendered,
    repositories: [first, { registry: 'docker.io', name: 'library/demo' }],
  } as const;
  expect(bakeFile(image, options)).toEqual(bakeFile(rendered, options));
});

const reference = `ghcr.io/team/demo@${base.digest}`;
test('checks run in an image that a registry holds', () => {
  expect(verifyFile(rendered, ['linux/amd64'], reference)).toEqual({
    target: { verify: { ...verify, contexts: { ...verify.contexts, image: `docker-image://${reference}` } } },
  });
});

const programs = await readPrograms({ ...testWorld(), files: systemFiles() }, 'dockerfiles');
/** Names of files, those of programs as the folder that they are in. */
const named = (image: Image, bake: Parameters<typeof workFiles>[1]) => [
  ...new Set(
    Object.keys(workFiles(image, bake, programs)).map((name) => name.replace(/\/[^/]*\.(?:py|sh)$/, '/')),
  ),
];

const checking = ['verify.Dockerfile', 'verify/', 'verify/checks/', 'verify/checks.json'];
const staged = ['programs/', 'programs/checks/', 'programs/symbol-versions.json', 'programs/tools.txt'];
const locks = ['amd64', 'arm64', 'armv7'].map((key) => `lock/${key}/requirements.json`);
test.each([
  [
    'a rendered image',
    named(rendered, bakeFile(rendered, options)),
    ['Dockerfile', ...staged, ...locks, ...checking],
  ],
  [
    'one that is not run',
    named(rendered, bakeFile(rendered, { ...options, verify: [] })),
    ['Dockerfile', ...staged, ...locks],
  ],
  ['an own Dockerfile without packages', named(plain, bakeFile(plain, options)), checking],
  [
    'an image without a lock',
    named(unlocked, bakeFile(unlocked, options)),
    ['Dockerfile', 'programs/', ...checking],
  ],
  ['one that is only run', named(rendered, verifyFile(rendered, ['linux/amd64'], reference)), checking],
])('files beside the bake file: %s', (_, files, expected) => {
  expect(files.toSorted()).toEqual(['docker-bake.json', ...expected].toSorted());
});

test('what users write is no template of bake’s', () => {
  const text = bakeText({ target: { a: { labels: { x: '${HOME} %{if} $HOME' } } } });
  expect(JSON.parse(text)).toEqual({ target: { a: { labels: { x: '$${HOME} %%{if} $HOME' } } } });
});
