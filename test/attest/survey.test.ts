import { describe, expect, test } from 'vitest';
import { compilersOf } from '../../src/attest/elf-comment.ts';
import { readRecord, readWheelDocument } from '../../src/attest/distribution.ts';
import { readApk, readOsRelease } from '../../src/attest/databases.ts';
import { overlay, surveyLayer } from '../../src/attest/survey.ts';
import { elf } from './elf.ts';
import { packings, survey, tarOf } from './layers.ts';

const distribution = (name: string, version: string) => ({
  kind: 'distribution',
  distribution: { name, version },
});

describe('a layer', () => {
  const long = `srv/${'deep/'.repeat(30)}late-1.dist-info/METADATA`;
  const files = {
    './a/big': Buffer.alloc(70_000),
    './a/early-1.dist-info/METADATA': 'Name: Early\nVersion: 1\n',
    [long]: 'Name: late\nVersion: 1\n',
    'b/.wh.old-1.dist-info': '',
    'c/.wh..wh..opq': '',
    'etc/os-release': 'nothing',
  };
  const seen = {
    found: {
      'a/early-1.dist-info/METADATA': distribution('early', '1'),
      [long]: distribution('late', '1'),
    },
    removed: ['b/old-1.dist-info', 'etc/os-release'],
    emptied: ['c'],
  };

  test.each(Object.keys(packings) as (keyof typeof packings)[])(
    'is read as %s, in any pieces',
    async (packing) => {
      for (const size of [1, 511, 513, 100_000]) expect(await survey(files, packing, size)).toEqual(seen);
    },
  );

  test.each([
    ['no tar', Buffer.alloc(1024, 'x'), 'it is no tar archive'],
    [
      'one that ends early',
      tarOf({ 'x.dist-info/METADATA': 'Name: x' }).subarray(0, 600),
      'it ends in the middle',
    ],
  ])('is refused where it is %s', async (_, bytes, message) => {
    const chunks = (async function* () {
      yield bytes;
    })();
    await expect(surveyLayer(chunks, packings.tar(bytes).type)).rejects.toThrow(message);
  });
});

test('a layer hides, replaces and removes what is below it', async () => {
  const metadata = (name: string) => `Name: ${name}\nVersion: 1\n`;
  const layers = [
    await survey({
      's/a.dist-info/METADATA': metadata('a'),
      's/b.dist-info/METADATA': metadata('b'),
      'c/x/c.dist-info/METADATA': metadata('c'),
      'd/d.dist-info/METADATA': metadata('d'),
      'e/e.dist-info/METADATA': metadata('e'),
      'f/f.dist-info/METADATA': metadata('f'),
    }),
    await survey({
      's/a.dist-info/METADATA': metadata('a2'),
      's/.wh.b.dist-info': '',
      'c/.wh..wh..opq': '',
      'c/y/c.dist-info/METADATA': metadata('c2'),
      '.wh.d': '',
      'f/f.dist-info/.wh.METADATA': '',
    }),
  ];
  const names = [...overlay(layers)].map(([path, one]) => [
    path,
    one.kind === 'distribution' && one.distribution.name,
  ]);
  expect(Object.fromEntries(names)).toEqual({
    's/a.dist-info/METADATA': 'a2',
    'c/y/c.dist-info/METADATA': 'c2',
    'e/e.dist-info/METADATA': 'e',
  });
});

test('a database of apk', () => {
  const text =
    'C:Q1x=\nP:musl\nV:1.2.5-r1\nA:x86_64\nL:MIT\no:musl\nF:lib\n\nP:libssl3\nV:3.5.4-r0\nA:x86_64\no:openssl\n';
  expect(readApk(text)).toEqual([
    { name: 'musl', version: '1.2.5-r1', architecture: 'x86_64', licence: 'MIT' },
    { name: 'libssl3', version: '3.5.4-r0', architecture: 'x86_64', source: 'openssl' },
  ]);
});

test('os-release with single quotes, and one of a rolling release', () => {
  expect(readOsRelease("ID='alpine'\nVERSION_ID=3.20.1\n")).toEqual({
    id: 'alpine',
    version: '3.20.1',
    name: 'alpine',
  });
  expect(readOsRelease('ID=arch\n')).toEqual({ id: 'arch', version: '', name: 'arch' });
  expect(readOsRelease('NAME=x\n')).toBeUndefined();
});

test('a RECORD lists compiled code and metadata of others; names may be quoted', () => {
  const hash = Buffer.alloc(32, 7).toString('base64url');
  const record = `"a,b/c.so",sha256=${hash},1\r\na/b.py,,\r\na/_vendor/x-1.dist-info/METADATA,,\r\na-1.dist-info/METADATA,,\r\n`;
  expect(readRecord(record)).toEqual([
    { path: 'a,b/c.so', sha256: '07'.repeat(32) },
    { path: 'a/_vendor/x-1.dist-info/METADATA' },
    { path: 'a-1.dist-info/METADATA' },
  ]);
});

test.each([
  [
    'CycloneDX',
    {
      bomFormat: 'CycloneDX',
      components: [
        {
          name: 'outer',
          version: '1',
          hashes: [{ alg: 'SHA-256', content: 'ab' }],
          licenses: [{ license: { id: 'MIT' } }],
          components: [{ name: 'inner', licenses: [{ expression: 'no licence' }], purl: 'no purl' }],
        },
      ],
    },
    [{ name: 'outer', version: '1', licence: 'MIT', sha256: 'ab' }, { name: 'inner' }],
  ],
  [
    'SPDX',
    {
      spdxVersion: 'SPDX-2.3',
      relationships: [{ relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-wheel' }],
      packages: [
        { SPDXID: 'SPDXRef-wheel', name: 'wheel' },
        {
          SPDXID: 'SPDXRef-z',
          name: 'zlib',
          versionInfo: '1.3',
          licenseDeclared: 'Zlib',
          externalRefs: [{ referenceType: 'purl', referenceLocator: 'pkg:generic/zlib@1.3' }],
        },
      ],
    },
    [{ name: 'zlib', version: '1.3', licence: 'Zlib', purl: 'pkg:generic/zlib@1.3' }],
  ],
  ['another form', { name: 'x' }, undefined],
])('a document of a wheel: %s', (_, document, components) => {
  expect(readWheelDocument(JSON.stringify(document))).toEqual(components);
});

test.each([
  ['64 bits', elf(['GCC: 14', 'clang 21', 'GCC: 14']), ['GCC: 14', 'clang 21']],
  ['32 bits', elf(['GCC: 14'], 32), ['GCC: 14']],
  ['one that is cut off', elf(['GCC: 14']).subarray(0, 100), []],
  ['a text', Buffer.from('#!/bin/sh\n'.repeat(20)), []],
])('compilers in a file of %s', (_, file, compilers) => {
  expect(compilersOf(file)).toEqual(compilers);
});
