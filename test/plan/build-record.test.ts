import { expect, test } from 'vitest';
import { canonical } from '../../src/canonical.ts';
import type { BaseFacts } from '../../src/lock/lock.ts';
import type { Digest } from '../../src/names/reference.ts';
import { type Fingerprint, fingerprintHash, type BuildRecord, schema } from '../../src/plan/fingerprint.ts';
import { annotationKeys, annotationsOfRecord, readBuildRecord } from '../../src/plan/build-record.ts';

const digest = (digit: string): Digest => `sha256:${digit.repeat(64)}` as Digest;
const base = 'docker.io/library/python:3.13-slim';

const fingerprint: Fingerprint = {
  schema,
  recipe: { requirements: 'a00000000000', checks: 'b00000000000', attestations: 'c00000000000' },
  bases: { [base]: { 'linux/arm64': digest('2'), 'linux/amd64': digest('1') } },
  requirements: ['demo==1.2.3', 'h11==0.16.0'],
  installs: 'd0',
  platforms: ['linux/amd64', 'linux/arm64'],
};
const facts: BaseFacts = {
  platform: 'linux/amd64',
  python: '3.13.9',
  libc: { kind: 'glibc', version: '2.41' },
  distribution: { id: 'debian', version: '13', codename: 'trixie' },
  installed: { pip: '25.3' },
};
const made: BuildRecord = { fingerprint, facts: [facts], indexes: { [base]: digest('3') } };
/** Images of older releases have no other. */
const neededKeys = Object.values(annotationKeys).filter((key) => key !== annotationKeys.system);
/** Whoever may push can write anything, and the right hash with it. */
const of = (changed: object): BuildRecord => ({ ...made, fingerprint: { ...fingerprint, ...changed } });

test('people can read them too', () => {
  expect(annotationsOfRecord(made)).toEqual({
    'io.github.python-image-builder.fingerprint': fingerprintHash(fingerprint),
    'io.github.python-image-builder.recipe': `{"attestations":"c00000000000","checks":"b00000000000","requirements":"a00000000000","schema":${schema}}`,
    'io.github.python-image-builder.bases': `{"${base}":{"linux/amd64":"${digest('1')}","linux/arm64":"${digest('2')}"}}`,
    'io.github.python-image-builder.requirements': 'demo==1.2.3 h11==0.16.0',
    'io.github.python-image-builder.installs': 'd0',
    'io.github.python-image-builder.platforms': 'linux/amd64,linux/arm64',
    'io.github.python-image-builder.facts':
      '[{"distribution":{"codename":"trixie","id":"debian","version":"13"},"installed":{"pip":"25.3"},"libc":{"kind":"glibc","version":"2.41"},"platform":"linux/amd64","python":"3.13.9"}]',
    'io.github.python-image-builder.indexes': `{"${base}":"${digest('3')}"}`,
  });
});

const layered: BuildRecord = { ...made, layers: [['numpy'], [], ['h11'], ['certifi'], ['demo']] };

test('an image of several layers says what is in which', () => {
  expect(annotationsOfRecord(layered)).toEqual({
    ...annotationsOfRecord(made),
    'io.github.python-image-builder.layers': '[["numpy"],[],["h11"],["certifi"],["demo"]]',
  });
});

test.each<[string, BuildRecord]>([
  ['what was locked', made],
  ['what is divided into layers', layered],
  ['what was not', { ...of({ requirements: [], installs: '' }), facts: [] }],
  [
    'what a newer program made, with a part that is not known here',
    of({ schema: schema + 1, recipe: { ...fingerprint.recipe, novelty: 'e0' } }),
  ],
])('%s comes back as it was', (_, one) => {
  expect(readBuildRecord(annotationsOfRecord(one))).toEqual(one);
});

test('no part of them can be left out or changed, and what others say does not matter', () => {
  const annotations = annotationsOfRecord(made);
  expect(readBuildRecord({ ...annotations, 'org.opencontainers.image.version': '9' })).toEqual(made);
  expect(readBuildRecord({})).toBeUndefined();
  for (const key of neededKeys) {
    const { [key]: value = '', ...rest } = annotations;
    expect(readBuildRecord(rest)).toEqual(key === annotationKeys.layers ? made : undefined);
    expect(readBuildRecord({ ...rest, [key]: '' })).toBeUndefined();
    expect(readBuildRecord({ ...rest, [key]: value.slice(1) })).toBeUndefined();
  }
});

// Annotations are JSON, in which any value may stand.
test.each<[string, unknown]>([
  ['a number', 5],
  ['a list', ['linux/amd64']],
  ['an object', {}],
  ['nothing', null],
])('no annotation of them is %s', (_, value) => {
  const annotations = annotationsOfRecord(made);
  for (const key of neededKeys) {
    expect(readBuildRecord({ ...annotations, [key]: value } as Record<string, string>)).toBeUndefined();
  }
  // What is read besides may be anything.
  expect(readBuildRecord({ ...annotations, other: value } as Record<string, string>)).toEqual(made);
});

test.each<[string, unknown]>([
  ['no recipe', of({ recipe: null })],
  ['a recipe that is a number', of({ recipe: { command: 1 } })],
  ['a schema that is no number', of({ schema: '1' })],
  ['no bases', of({ bases: null })],
  ['bases that are a list', of({ bases: [] })],
  ['a base without digests', of({ bases: { python: null } })],
  ['a base with a digest that is none', of({ bases: { python: { 'linux/amd64': '../../x' } } })],
  ['a platform that is none', of({ platforms: ['linux/amd64', 'linux/pdp11'] })],
  ['a platform that is a path', of({ platforms: ['../../x'] })],
  ['a platform that is written otherwise', of({ platforms: ['Linux/AMD64'] })],
  ['no facts', { ...made, facts: null }],
  ['facts that are no list', { ...made, facts: facts }],
  ['a fact that is nothing', { ...made, facts: [null] }],
  ['facts without a libc', { ...made, facts: [{ ...facts, libc: undefined }] }],
  ['facts of another libc', { ...made, facts: [{ ...facts, libc: { kind: 'bionic', version: '1' } }] }],
  ['facts of a libc without a version', { ...made, facts: [{ ...facts, libc: { kind: 'musl' } }] }],
  ['facts without a Python', { ...made, facts: [{ ...facts, python: 3 }] }],
  ['facts without a distribution', { ...made, facts: [{ ...facts, distribution: 'debian' }] }],
  ['facts of what is installed that are a list', { ...made, facts: [{ ...facts, installed: ['pip'] }] }],
  ['layers that are too few', { ...made, layers: [['numpy']] }],
  ['layers of something else than names', { ...made, layers: [[1], [], [], [], []] }],
  ['indexes that are none', { ...made, indexes: { python: 'latest' } }],
])('what cannot have been written here is not read: %s', (_, wrong) => {
  const record = wrong as BuildRecord;
  const annotations = annotationsOfRecord({ ...record, facts: [] });
  const written = { ...annotations, [annotationKeys.facts]: canonical(record.facts) };
  expect(readBuildRecord(written)).toBeUndefined();
});

const onArm: BaseFacts = { ...facts, platform: 'linux/arm64' };
const withSystem: BuildRecord = {
  ...made,
  facts: [
    { ...facts, system: { glibc: '2.41-12', openssl: '3.5.1-1', grub2: '2.12-9' } },
    { ...onArm, system: { glibc: '2.41-12', openssl: '3.5.1-1+b1' } },
  ],
};

test('what platforms have in common of the distribution is written once', () => {
  const annotations = annotationsOfRecord(withSystem);
  expect(JSON.parse(annotations[annotationKeys.system]!)).toEqual({
    all: { glibc: '2.41-12' },
    'linux/amd64': { grub2: '2.12-9', openssl: '3.5.1-1' },
    'linux/arm64': { openssl: '3.5.1-1+b1' },
  });
  expect(readBuildRecord(annotations)).toEqual(withSystem);
});

test.each(['', '{', '[]', '{}', '{"all":{"glibc":1}}', '{"all":{},"linux/amd64":[]}'])(
  'without a list of the distribution that was written here, the rest is read: %s',
  (text) => {
    const annotations = { ...annotationsOfRecord(withSystem), [annotationKeys.system]: text };
    expect(readBuildRecord(annotations)).toEqual({ ...made, facts: [facts, onArm] });
  },
);
