/** The table of packages in docs/compiling.md, and what is read of a build that was to be cross-compiled. */
import { expect, test } from 'vitest';
import { knownPackages, packageRows, reasonOf } from '../../bench/packages.ts';

test('shows how each package is had, and what was not measured as nothing', () => {
  const day = '2026-11-30';
  expect(
    packageRows({
      pillow: { kind: 'C', version: '12.0', way: 'wheel', day },
      cffi: { kind: 'C', version: '2.1', way: 'cross', seconds: 4.25, day },
      scipy: {
        kind: 'Fortran',
        version: '1.18',
        way: 'emulated',
        buildPackages: 'gfortran',
        why: 'no compiler',
        day,
      },
      numpy: { kind: 'C', version: '2.5', way: 'cross', seconds: 281.6, atMost: true, day },
      uwsgi: { kind: 'C', version: '2.0', way: 'not', why: 'a.h: not found', day },
    }).slice(1),
  ).toEqual([
    ['pillow 12.0', 'C', 'wheel', '', '', ''],
    ['cffi 2.1', 'C', 'cross-compiled', '4.3 s', '', ''],
    ['scipy 1.18', 'Fortran', 'emulated', '', '`gfortran`', '_no compiler_'],
    ['numpy 2.5', 'C', 'cross-compiled', '≤ 282 s', '', ''],
    ['uwsgi 2.0', 'C', 'not', '', '', '_a.h: not found_'],
  ]);
});

test.each([
  [
    'its own verdict',
    'not cross-compiled numpy 2.5 for armv7: 3.0 s, no numpy\nnot cross-compiled scipy 1.18.1 for armv7: 23.1 s, ERROR: Unknown compiler(s)\nmore',
    'ERROR: Unknown compiler(s)',
  ],
  ['none, where something else failed', 'not cross-compiled numpy 2.5 for armv7: 3.0 s, no numpy', undefined],
])('finds why a package was not cross-compiled: %s', (_, text, why) => {
  const problem = { station: 'build', about: 'image', message: 'The image could not be built.' } as const;
  expect(reasonOf({ problems: [{ ...problem, detail: [text] }] }, 'scipy')).toBe(why);
});

test('knows forty packages, each once', () => {
  expect(new Set(knownPackages.map(({ name }) => name)).size).toBe(knownPackages.length);
  expect(knownPackages.length).toBeGreaterThanOrEqual(40);
});
