import { expect, test } from 'vitest';
import { type LocalFind, type LocalStays, selectLocal } from '../../src/decide/clean-local.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
const hours = (count: number): number => now - count * 3_600_000;

test.each<readonly [string, Omit<LocalFind, 'names'>, number | undefined, LocalStays | undefined]>([
  ['a builder of an ended run', { kind: 'builder', run: 'ended', used: now }, undefined, undefined],
  [
    'a builder of a run that goes on',
    { kind: 'builder', run: 'goes on', used: hours(99) },
    undefined,
    'in use',
  ],
  [
    'a builder of a job, used today',
    { kind: 'builder', run: 'unknown', used: hours(23) },
    undefined,
    'recent',
  ],
  [
    'a builder of a job, used before',
    { kind: 'builder', run: 'unknown', used: hours(25) },
    undefined,
    undefined,
  ],
  ['a builder of which nothing is known', { kind: 'builder', run: 'unknown' }, undefined, 'recent'],
  ['an image', { kind: 'image', containers: [] }, undefined, undefined],
  ['an image that a container has', { kind: 'image', containers: ['web'] }, undefined, 'container'],
  ['an image that somebody built', { kind: 'image', stays: 'derived' }, undefined, 'derived'],
  ['a cache that a run uses', { kind: 'facts', run: 'goes on' }, undefined, 'in use'],
  ['a cache', { kind: 'facts', used: now }, undefined, undefined],
  ['what is as old as is asked for', { kind: 'wheels', used: hours(2) }, 3600, undefined],
  ['what is just not older', { kind: 'wheels', used: hours(1) }, 3600, 'young'],
  ['what has no time, where an age is asked for', { kind: 'image' }, 3600, 'young'],
])('%s', (_, found, older, stays) => {
  const one: LocalFind = { names: ['x'], ...found };
  expect(selectLocal([one], older, now)).toEqual([{ ...one, ...(stays !== undefined && { stays }) }]);
});

test('is listed by kind, what goes before what stays, then by name', () => {
  const found: LocalFind[] = [
    { kind: 'log', names: ['/tmp/b'] },
    { kind: 'image', names: ['b'] },
    { kind: 'image', names: ['a'], containers: ['web'] },
    { kind: 'image', names: ['c'] },
    { kind: 'builder', names: ['z'], run: 'ended' },
  ];
  expect(selectLocal(found, undefined, now).map(({ names }) => names[0])).toEqual([
    'z',
    'b',
    'c',
    'a',
    '/tmp/b',
  ]);
});
