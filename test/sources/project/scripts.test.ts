import { expect, test } from 'vitest';
import { Failure } from '../../../src/errors.ts';
import { chosenScripts, requireNames } from '../../../src/sources/project/scripts.ts';

const said = (body: () => unknown): unknown => {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.problems.map(({ message }) => message);
  }
};

const all = ['foo-manage', 'foo-worker'];
test.each<readonly [string, readonly string[], readonly string[], Readonly<Record<string, string>>, unknown]>(
  [
    ['all', all, [], {}, all],
    ['some, in the order of the project', all, ['foo-worker', 'foo-manage'], {}, all],
    ['one', all, ['foo-worker'], { 'foo-manage': '' }, ['foo-worker']],
    [
      'one that is misspelt',
      all,
      ['foo-manag'],
      {},
      [
        'scripts: the project has no console script "foo-manag". Did you mean "foo-manage"? It has foo-manage, foo-worker.',
      ],
    ],
    [
      'a check of one that is not there',
      all,
      [],
      { other: 'x' },
      ['verify_commands: the project has no console script "other". It has foo-manage, foo-worker.'],
    ],
    [
      'none',
      [],
      [],
      {},
      [
        'The project has no console script, so that there is nothing to make an image of. [project.scripts] in pyproject.toml names them.',
      ],
    ],
  ],
)('chooses %s', (_, known, scripts, verifyCommands, expected) => {
  expect(said(() => chosenScripts(known, { scripts, verifyCommands }))).toEqual(expected);
});

const rule =
  'can be no name of an image: that has letters and digits, parted by single ".", "_", "__" or "-". Leave it out with the input scripts.';
test.each<readonly [string, readonly string[], unknown]>([
  ['names of images', ['foo-base', 'Foo_Worker', 'foo.x'], undefined],
  [
    'names that are none',
    ['foo:run', '-foo', 'foo'],
    [`the console script "foo:run" ${rule}`, `the console script "-foo" ${rule}`],
  ],
  [
    'two of one image',
    ['foo', 'Foo'],
    ['the console script "Foo" and "foo" would both be the image foo: choose one with the input scripts.'],
  ],
])('knows %s', (_, names, expected) => {
  expect(said(() => requireNames(names))).toEqual(expected);
});

const chosenBy = { about: 'name', word: 'NAME' };
test.each<readonly [string, () => unknown, string]>([
  [
    'that is not there',
    () => chosenScripts(all, { scripts: ['other'], verifyCommands: {}, chosenBy }),
    'NAME: the project has no console script "other". It has foo-manage, foo-worker.',
  ],
  [
    'that is no name of an image',
    () => requireNames(['foo..run'], { chosenBy }),
    `the console script "foo..run" ${rule.replace('Leave it out with the input scripts', 'Give it another name in pyproject.toml')}`,
  ],
  [
    'that is called as the base',
    () => requireNames(['foo-base', 'foo-base'], { chosenBy }),
    'the console script "foo-base" and "foo-base" would both be the image foo-base: give one another name in pyproject.toml.',
  ],
])('says what is wrong with a script by the input that named it: one %s', (_, body, message) => {
  let problems: unknown;
  try {
    body();
  } catch (error) {
    problems = (error as Failure).problems;
  }
  expect(problems).toEqual([{ station: 'input', about: 'name', message }]);
});

test('takes as many scripts as a file of the greatest length has, in no time', { timeout: 2000 }, () => {
  const many = Array.from({ length: 50_000 }, (_, at) => `foo-${at}`);
  expect(said(() => chosenScripts(many, { scripts: many, verifyCommands: {} }))).toEqual(many);
  expect(said(() => requireNames(many))).toBeUndefined();
});
