import { expect, test } from 'vitest';
import { readAnswers } from '../../src/build/system.ts';

test('what a distribution says of packages', () => {
  expect(readAnswers('missing nope\nmissing other\nversion tini >=1:1 0.19.0-1\n')).toEqual({
    missing: ['nope', 'other'],
    unfit: [{ name: 'tini', constraint: '>=1:1', version: '0.19.0-1' }],
  });
  expect(readAnswers('')).toEqual({ missing: [], unfit: [] });
});
