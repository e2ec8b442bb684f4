import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shardsOf, type Weighed } from '../../../src/sources/matrix/shards.ts';

/** `a:300` belongs to a, and takes 300 s. */
const items = (text: string): Weighed<string>[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((value) => {
      const [together = '', seconds] = value.split(':');
      return { value, together, seconds: Number(seconds) };
    });

describe('images are spread over jobs', () => {
  test.each([
    ['none', '', 256, []],
    ['a little work is one job', 'a:60 b:60 a:2', 256, ['a:60 b:60 a:2 = 122']],
    ['much is several', 'a:600 b:600', 256, ['a:600 = 600', 'b:600 = 600']],
    [
      'what belongs together stays together',
      'a:200 b:300 a:300 b:200',
      256,
      ['a:200 a:300 = 500', 'b:300 b:200 = 500'],
    ],
    ['unless it is more than the part of a job', 'a:500 a:500', 256, ['a:500 = 500', 'a:500 = 500']],
    ['one that takes longer than any job is one', 'a:5000 b:10', 256, ['a:5000 = 5000', 'b:10 = 10']],
    ['no more jobs than are allowed', 'a:600 b:600 c:600', 2, ['a:600 c:600 = 1200', 'b:600 = 600']],
    ['one job', 'a:600 b:600', 1, ['a:600 b:600 = 1200']],
  ])('%s', (_, text, most, expected) => {
    const shown = shardsOf(items(text), most).map(
      ({ values, seconds }) => `${values.join(' ')} = ${seconds}`,
    );
    expect(shown).toEqual(expected);
  });

  test('each once, in at most so many jobs, whatever they take', () => {
    const item = fc.record({ together: fc.constantFrom('a', 'b', 'c'), seconds: fc.nat(2000) });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (all, most) => {
        const weighed = all.map((one, value) => ({ ...one, value }));
        const shards = shardsOf(weighed, most);
        expect(shards.length).toBeLessThanOrEqual(most);
        expect(shards.flatMap(({ values }) => values).toSorted((a, b) => a - b)).toEqual(
          all.map((__, at) => at),
        );
        for (const { values, seconds } of shards)
          expect(seconds).toBe(values.reduce((sum, at) => sum + all[at]!.seconds, 0));
      }),
    );
  });
});
