import { expect, test } from 'vitest';
import type { Platform } from '../../src/names/platform.ts';
import { annotationsAt, annotationsOf, exportsOf, labelsOf } from '../../src/plan/labels.ts';
import { base, imageOfInputs, inputsOf, policyOfInputs, recordOf } from '../support/cells.ts';

const created = Date.UTC(2026, 0, 2, 3, 4, 5);

/** Those whose keys end in one word, for an image that is made now. */
function said(word: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const inputs = inputsOf(given);
  const all = annotationsOf(imageOfInputs(inputs), policyOfInputs(inputs), {
    base,
    record: recordOf(inputs),
    created,
  });
  return Object.fromEntries(Object.entries(all).filter(([key]) => key.endsWith(`.${word}`)));
}

test('what the user calls the version is shown, and what tags are compared by is the package’s', () => {
  expect(said('version', { annotations: 'org.opencontainers.image.version=2026-01' })).toEqual({
    'index:org.opencontainers.image.version': '2026-01',
    'index:io.github.python-image-builder.version': '1.2.3',
  });
  expect(said('version', { annotations: 'index:io.github.python-image-builder.version=9' })).toEqual({
    'index:org.opencontainers.image.version': '1.2.3',
    'index:io.github.python-image-builder.version': '1.2.3',
  });
});

test('an image that grows old says its true age', () => {
  const time = '2020-01-01T00:00:00Z';
  expect(said('created', { annotations: `org.opencontainers.image.created=${time}` })).toEqual({
    'index:org.opencontainers.image.created': '2026-01-02T03:04:05.000Z',
  });
});

test('an index says which platforms are missing, where any is', () => {
  const inputs = inputsOf();
  const told = (missing?: readonly Platform[]) =>
    annotationsOf(imageOfInputs(inputs), policyOfInputs(inputs), {
      base,
      record: recordOf(inputs),
      ...(missing === undefined ? {} : { missing }),
    });
  expect(told(['linux/arm64', 'linux/arm/v7'])).toEqual({
    ...told(),
    'index:io.github.python-image-builder.missing': 'linux/arm64,linux/arm/v7',
  });
  expect(told([])).toEqual(told());
});

test('labels are the user’s in the end', () => {
  const inputs = inputsOf({ labels: 'maintainer=Grace\nvendor=Team' });
  expect(labelsOf(imageOfInputs(inputs), base)).toEqual({
    python: '3.13',
    package: 'demo[fast]',
    maintainer: 'Grace',
    'org.opencontainers.image.title': 'demo[fast]',
    'org.opencontainers.image.version': '1.2.3',
    'org.opencontainers.image.base.name': base.reference,
    'org.opencontainers.image.base.digest': base.digest,
    vendor: 'Team',
  });
});

test('what stands on nothing that is known says of no base', () => {
  const inputs = inputsOf();
  const image = imageOfInputs(inputs);
  const about = [
    labelsOf(image, undefined),
    annotationsOf(image, policyOfInputs(inputs), { base: undefined, record: recordOf(inputs) }),
  ];
  expect(about.flatMap(Object.keys).filter((key) => key.includes('image.base'))).toEqual([]);
  expect(about.map((all) => Object.keys(all).filter((key) => key.endsWith('image.title')))).toEqual([
    ['org.opencontainers.image.title'],
    ['index:org.opencontainers.image.title'],
  ]);
});

const levels = {
  'index:a': '1',
  'manifest:b': '2',
  'manifest[linux/amd64]:c': '3',
  'index,manifest[linux/arm64]:d': '4',
  'index-descriptor:e': '5',
};

test.each([
  ['of the index', annotationsAt(levels, 'index'), { a: '1', d: '4' }],
  ['of a manifest', annotationsAt(levels, 'manifest', 'linux/amd64'), { b: '2', c: '3' }],
  ['of another manifest', annotationsAt(levels, 'manifest', 'linux/arm64'), { b: '2', d: '4' }],
])('annotations %s', (_, found, expected) => {
  expect(found).toEqual(expected);
});

test('an index says which files are to be taken out of its image', () => {
  const inputs = inputsOf();
  const image = { ...imageOfInputs(inputs), exports: ['/opt/locks/*.lock', '/etc/demo.conf'] };
  const record = recordOf(inputs);
  const written = annotationsAt(annotationsOf(image, policyOfInputs(inputs), { base, record }), 'index');
  expect(exportsOf(written)).toEqual(image.exports);
});

test.each([
  ['none', undefined],
  ['no JSON', '/opt/x'],
  ['no list', '{"a": "/opt/x"}'],
  ['a list with a relative path', '["/opt/x", "opt/y"]'],
  ['null', 'null'],
])('%s exports nothing', (_, text) => {
  expect(exportsOf(text === undefined ? {} : { 'io.github.python-image-builder.exports': text })).toEqual([]);
});
