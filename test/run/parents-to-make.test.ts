import { expect, test } from 'vitest';
import type { ImageId } from '../../src/plan/image.ts';
import { parentsToMake } from '../../src/run/parents-to-make.ts';

const id = (name: string): ImageId => name as ImageId;

/** `base` carries `middle` and `twin`; `leaf` stands on both. */
const images = Object.entries({ base: [], middle: ['base'], twin: ['base'], leaf: ['middle', 'twin'] }).map(
  ([name, parents]) => ({ id: id(name), parents: parents.map(id) }),
);

test.each<readonly [string, readonly string[], Readonly<Record<string, readonly string[]>>]>([
  ['nothing is made', [], {}],
  ['all are made', ['base', 'middle', 'twin', 'leaf'], {}],
  ['one in the middle is made', ['middle'], { base: ['middle'] }],
  ['the last is made', ['leaf'], { twin: ['leaf'], middle: ['leaf'], base: ['middle', 'twin'] }],
  ['one of the parents is made', ['middle', 'leaf'], { twin: ['leaf'], base: ['middle', 'twin'] }],
])('%s', (_, made, expected) => {
  expect(Object.fromEntries(parentsToMake(images, (one) => made.includes(one)))).toEqual(expected);
});
