import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type SymbolVersions, symbolVersions, symbolVersionsFile } from '../../scripts/symbol-versions.ts';

const policy = (
  name: string,
  versions: Record<string, readonly string[]>,
  libraries: readonly string[] = [],
) => ({
  name,
  symbol_versions: { x86_64: versions },
  lib_whitelist: ['libc.so.6', ...libraries],
});

test('puts each name under the oldest policy that grants it', () => {
  const policies = [
    { name: 'linux', symbol_versions: {}, lib_whitelist: [] },
    policy('manylinux_2_34', { GLIBCXX: ['3.4.9', '3.4.29'], GLIBC: ['2.17', '2.34'], GCC: ['14.0.0'] }),
    policy('manylinux_2_5', { GLIBCXX: ['3.4.8'], LIBATOMIC: [], ZLIB: ['1.2.0'] }, ['libz.so.1']),
    policy('manylinux_2_17', { GLIBCXX: ['3.4.10', '3.4.9', '3.4.8'], LIBATOMIC: ['1.0'] }, [
      'libatomic.so.1',
      'libmvec.so.1',
      'libX11.so.6',
    ]),
    {
      ...policy('manylinux_2_31', { GLIBCXX: ['3.4.10'] }, ['libstdc++.so.6']),
      symbol_versions: { aarch64: { CXXABI: ['1.3', 'TM_1'], GLIBC: ['2.31', 'ABI_DT_RELR'] } },
    },
  ];
  expect(symbolVersions(policies)).toEqual({
    libraries: { '2.17': ['libc.so.6', 'libmvec.so.1'], '2.31': ['libstdc++.so.6'] },
    versions: {
      aarch64: { '2.31': ['CXXABI_1.3', 'CXXABI_TM_1', 'GLIBC_ABI_DT_RELR'] },
      x86_64: {
        '2.17': ['GLIBCXX_3.4.8', 'GLIBCXX_3.4.9', 'GLIBCXX_3.4.10'],
        '2.34': ['GCC_14.0.0', 'GLIBCXX_3.4.29'],
      },
    },
  });
});

test('writes the file as it is committed, with a line for each glibc', () => {
  const text = readFileSync('dockerfiles/compile/symbol-versions.json', 'utf8');
  const content = JSON.parse(text) as SymbolVersions;
  expect(symbolVersionsFile(content)).toBe(text);
  expect(text).toContain(`
    "2.24": ["libmvec.so.1"]
`);
  expect(content.versions['x86_64']?.['2.35']).toEqual(['GCC_12.0.0', 'GLIBCXX_3.4.30']);
  expect(text).not.toMatch(/atomic/i);
});
