import { expect, test } from 'vitest';
import { cells, wanted } from '../../bench/cells.ts';
import { bytesText, median, secondsText } from '../../bench/figures.ts';
import { ratiosText } from '../../bench/results.ts';

const [cell] = cells;
const side = (seconds: number[], pulled: number, added: number) =>
  seconds.map((one) => ({
    seconds: one,
    pulled,
    added,
    timeline: [{ section: 'verify' as const, name: 'run', start: 0, seconds: one / 2 }],
  }));

test('a ratio is of medians, and one that is missed says by how much and what took longest', () => {
  if (cell === undefined) throw new Error('there is no cell');
  expect(
    ratiosText({
      cells: [{ cell, ours: side([6, 9, 6], 25e6, 1e6), baseline: side([10, 10, 12], 100e6, 4e6) }],
      startups: [{ name: 'action', ours: 0.05, bare: 0.025 }],
      uv: undefined,
      about: {},
    }),
  )
    .toBe(`  0.60  uvicorn 0.54.0, Python 3.13 slim, amd64 arm64 arm/v7, verified, wall time: missed by 0.10, 1.0 s too much; longest: verify run 3.0 s
  0.25  uvicorn 0.54.0, Python 3.13 slim, amd64 arm64 arm/v7, verified, pulled: met
  0.25  uvicorn 0.54.0, Python 3.13 slim, amd64 arm64 arm/v7, verified, added to the base: no target
  2.00  start-up: action, wall time: met
`);
});

test.each([
  [
    'everything',
    [],
    ['uvicorn', 'uvicorn-unverified', 'cryptography-64-bit', 'cryptography-all', 'gunicorn'],
  ],
  ['one', ['gunicorn'], ['gunicorn']],
  ['a group', ['cryptography'], ['cryptography-64-bit', 'cryptography-all']],
  ['one of a group', ['uvicorn-unverified', 'startup'], ['uvicorn-unverified']],
])('--only: %s', (_, only, names) => {
  expect(cells.map(({ name }) => name).filter((name) => wanted(name, only))).toEqual(names);
});

test('figures', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  expect([secondsText(0.0634), secondsText(12.34)]).toEqual(['63 ms', '12.3 s']);
  expect([bytesText(4600), bytesText(123_456_789)]).toEqual(['5 kB', '123.5 MB']);
});
