import { expect, test } from 'vitest';
import { Failure, type Station } from '../../src/errors.ts';
import { NoSolution } from '../../src/lock/uv-errors.ts';
import { orNothing } from '../../src/recipe/offers.ts';

const problem = (station: Station) => ({ station, message: `a fault of ${station}` });

test.each<[string, Error, readonly string[]]>([
  ['that nothing satisfies', new NoSolution([problem('index')]), ['a fault of index']],
  ['that does not build', new Failure([problem('build')]), ['a fault of build']],
])('an offer %s is none, and the reason is said', async (_, error, said) => {
  const heard: string[] = [];
  expect(
    await orNothing(
      () => Promise.reject(error),
      (why) => heard.push(why),
    ),
  ).toBeUndefined();
  expect(heard).toEqual(said);
});

test.each<[string, Error]>([
  ['of an index', new Failure([problem('index')])],
  ['of a registry beside one of the build', new Failure([problem('build'), problem('registry')])],
  ['of this program', new Error('a mistake')],
])('a fault %s is thrown', async (_, error) => {
  await expect(
    orNothing(
      () => Promise.reject(error),
      () => {},
    ),
  ).rejects.toBe(error);
});
