import { expect, test } from 'vitest';
import { defined } from '../src/defined.ts';

test('undefined fields are left out, all others stay in their order', () => {
  const fields = defined({ last: 1, none: undefined, empty: '', off: false, nothing: null, first: 0 });
  expect(Object.entries(fields)).toEqual([
    ['last', 1],
    ['empty', ''],
    ['off', false],
    ['nothing', null],
    ['first', 0],
  ]);
});
