import { expect, test } from 'vitest';
import { bakeFile, type BakeOptions, bakeText } from '../../src/build/bake.ts';
import { planPackage } from '../../src/sources/package.ts';
import { readFileSync } from 'node:fs';
import { base, cellOf, inputsOf, mixed } from '../sources/support.ts';

const templates = { locked: readFileSync('dockerfiles/Dockerfile', 'utf8'), plain: '' };
const locked = {
  lock: { text: '', packages: [], resolved: 'host' as const },
  requirements: mixed,
  native: [],
  replaced: [],
};
const options: BakeOptions = {
  destination: { kind: 'registry' },
  verify: ['linux/amd64'],
  secrets: ['id=netrc,env=NETRC'],
  provenance: 'mode=min',
  sbom: 'false',
};
const platforms = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];
const inputs = inputsOf();
const cell = cellOf(inputs);
const [rendered] = planPackage({ cell, inputs, base, locked, templates }).images;
const own = {
  path: '/work/Dockerfile',
  context: '/work',
  usesPackages: true,
  pins: { 'python:3': 'python@sha256:0' },
};
const [owned] = planPackage({ cell, inputs, base, locked, templates, own }).images;

const args = {
  PUBLISH_BASE: `${base.reference}@${base.digest}`,
  BUILD_BASE: 'docker.io/library/python:3.13',
  SOURCE_DATE_EPOCH: '315532800',
};
const published = {
  platforms,
  secret: ['id=netrc,env=NETRC'],
  labels: rendered!.labels,
  annotations: Object.entries(rendered!.annotations).map(([key, value]) => `${key}=${value}`),
  attest: ['type=provenance,mode=min', 'type=sbom,disabled=true'],
  output: ['type=image,name=ghcr.io/team/demo:py3.13-slim-1.2.3,push=true'],
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

test('a rendered image is verified and pushed', () => {
  expect(bakeFile(rendered!, options)).toEqual({
    target: {
      image: { context: '.', dockerfile: 'Dockerfile', contexts, args, target: 'image', ...published },
      compiled,
      verify,
    },
  });
});

test('an own Dockerfile takes the packages as a context', () => {
  expect(bakeFile(owned!, { ...options, verify: [] })).toEqual({
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
        args: { ...owned!.arguments, SOURCE_DATE_EPOCH: '315532800' },
        ...published,
      },
      compiled,
    },
  });
});

test.each([
  [
    'a layout',
    { destination: { kind: 'layout', archive: '/tmp/image.tar' } as const },
    'output',
    ['type=oci,dest=/tmp/image.tar,name=ghcr.io/team/demo:py3.13-slim-1.2.3'],
  ],
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
  const image = bakeFile(rendered!, { ...options, ...more }).target['image'];
  expect(Object.entries(image!).find(([name]) => name === field)?.[1]).toEqual(expected);
});

test('what users write is no template of bake’s', () => {
  const text = bakeText({ target: { a: { labels: { x: '${HOME} %{if} $HOME' } } } });
  expect(JSON.parse(text)).toEqual({ target: { a: { labels: { x: '$${HOME} %%{if} $HOME' } } } });
});
