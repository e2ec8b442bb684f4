import { expect, test } from 'vitest';
import { licenceOf } from '../../src/attest/licence.ts';

const osi = (name: string): string => `License :: OSI Approved :: ${name}`;

test.each([
  [
    'an expression',
    { expression: 'MIT OR Apache-2.0', license: 'GPL', classifiers: [] },
    { expression: 'MIT OR Apache-2.0' },
  ],
  [
    'an expression that is none',
    { expression: 'MIT or so', license: 'ISC', classifiers: [] },
    { expression: 'ISC' },
  ],
  ['a field that is an id', { license: 'BSD-3-Clause', classifiers: [] }, { expression: 'BSD-3-Clause' }],
  ['an id and a word', { license: 'MIT License', classifiers: [] }, { expression: 'MIT' }],
  [
    'a usual spelling',
    { license: 'Apache License, Version 2.0', classifiers: [] },
    { expression: 'Apache-2.0' },
  ],
  [
    'a classifier',
    { classifiers: ['Topic :: X', osi('Mozilla Public License 2.0 (MPL 2.0)')] },
    { expression: 'MPL-2.0' },
  ],
  [
    'a classifier before a field without meaning',
    { license: 'see LICENSE', classifiers: [osi('MIT License')] },
    { expression: 'MIT' },
  ],
  ['a classifier of several licences', { classifiers: [osi('BSD License')] }, { text: 'BSD License' }],
  [
    'two classifiers',
    { classifiers: [osi('MIT License'), osi('ISC License (ISCL)')] },
    { text: 'MIT License, ISC License (ISCL)' },
  ],
  ['a field of one word that is none', { license: 'BSD', classifiers: [] }, { text: 'BSD' }],
  ['the text of a licence', { license: 'Permission is\nhereby granted', classifiers: [] }, {}],
  ['nothing', { license: 'UNKNOWN', classifiers: [] }, {}],
])('%s', (_, metadata, licence) => {
  expect(licenceOf(metadata)).toEqual(licence);
});
