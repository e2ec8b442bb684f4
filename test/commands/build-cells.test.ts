import { expect, test } from 'vitest';
import { buildCells } from '../../src/commands/build-cells.ts';
import { readBuildInputs } from '../../src/inputs/build.ts';
import { emptyPlanReport } from '../../src/report/plan.ts';
import { planFileText } from '../../src/sources/matrix/plan-file.ts';
import { commandWorld, type CommandWorldParts } from '../support/command-world.ts';

type Raw = Readonly<Record<string, string>>;

const cell = (name: string, more: Raw = {}): Raw => ({
  package: name,
  package_version: '1.0',
  python_version: '3.13',
  target_base: 'slim',
  image_name: `owner/${name}`,
  ...more,
});

/** @param cells images, or the text of the input. */
async function built(cells: readonly Raw[] | string, step: Raw = {}, parts: CommandWorldParts = {}) {
  const text = typeof cells === 'string' ? cells : JSON.stringify(cells);
  const raw = { registry: 'ghcr.io', push: 'true', rebuild: 'missing', cells: text, ...step };
  const { inputs, problems } = readBuildInputs(raw, 'action');
  expect(problems).toEqual([]);
  if (inputs?.kind !== 'several') throw new Error('these are inputs of one image');
  const world = commandWorld({
    images: ['six', 'h11'].map((name) => `ghcr.io/owner/${name}:py3.13-slim-1.0`),
    ...parts,
  });
  const result = await buildCells(world, { inputs, programs: '/programs', cache: '/cache' });
  const { images, problems: ofRun, notes } = result.report;
  return {
    result,
    notes,
    asked: world.asked(),
    images: images.map(({ subject, outcome }) => `${subject.name} ${outcome}`),
    problems: [...ofRun, ...images.flatMap((one) => one.problems)].map(({ message }) => message),
  };
}

const kept = { images: ['six kept', 'h11 kept'], problems: [] };
const never =
  'ghcr.io/owner/tide:py3.13-slim-1.0 does not exist, and rebuild is "never": nothing may be built. Take "missing" to build it once.';

const pages = { 'https://pypi.org/simple/tide/': ['1.0'] };

const planFile = planFileText({
  ...emptyPlanReport,
  inputs: { rebuild: 'missing' },
  shards: [{ name: '', runner: '', seconds: 1, images: [0, 1], cells: [cell('six'), cell('h11')] }],
});

const nothingPlanned = { files: { 'plan.json': planFileText(emptyPlanReport) } };
const nothing = { images: [], problems: [], notes: ['the plan has nothing to make'], asked: [] };

test.each<readonly [string, Parameters<typeof built>, Partial<Awaited<ReturnType<typeof built>>>]>([
  ['images of a text', [[cell('six'), cell('h11')]], kept],
  ['those of a shard of a plan', ['plan.json#1', {}, { files: { 'plan.json': planFile } }], kept],
  [
    'a shard that is not there',
    ['plan.json#2', {}, { files: { 'plan.json': planFile } }],
    { images: [], problems: ['cells: "plan.json" has 1 shard, and no shard 2.'] },
  ],
  [
    'no shard of several where none is named',
    ['plan.json', {}, { files: { 'plan.json': planFile } }],
    {
      images: [],
      problems: ['cells: "plan.json" has 1 shard: name one by its number, like "plan.json#1".'],
    },
  ],
  ['nothing of a plan that has nothing to make', ['plan.json', {}, nothingPlanned], nothing],
  ['nothing of its first shard either', ['plan.json#1', {}, nothingPlanned], nothing],
  [
    'another shard of a plan that has nothing to make',
    ['plan.json#7', {}, nothingPlanned],
    { images: [], problems: ['cells: "plan.json" has no shard 7: nothing is to be made.'] },
  ],
  [
    'what is wrong with several images, once',
    [[cell('six', { python_version: '3' }), cell('h11', { python_version: '3' })]],
    {
      images: [],
      problems: [
        'python_version: "3" is not a version of Python: Python 3.6 to 3.15 can be built, as "3.12" or "3.12.4".',
      ],
    },
  ],
  [
    'files that images of their own name',
    [[cell('six', { dockerfile: 'a/Dockerfile', docker_build_path: 'a' }), cell('h11')]],
    { images: [], problems: ['There is no folder "a" to build from.'] },
  ],
  [
    'an image that may not be built, and the others all the same',
    [[cell('tide', { rebuild: 'never' }), cell('six')], {}, { pages }],
    { images: ['tide failed', 'six kept'], problems: [never] },
  ],
  [
    'none that comes after one that failed, with fail_fast',
    [[cell('tide', { rebuild: 'never' }), cell('six')], { concurrency: '1', fail_fast: 'true' }, { pages }],
    { images: ['tide failed', 'six skipped'], problems: [never] },
  ],
  [
    'none for which there is no time',
    [[cell('six'), cell('h11')], { time_budget: '1m' }, { tick: 61_000 }],
    { images: ['six skipped', 'h11 skipped'], problems: [] },
  ],
])('makes %s', async (_, of, expected) => {
  expect(await built(...of)).toMatchObject(expected);
});

const two = 'Two images would be ghcr.io/owner/one:';
test.each<readonly [string, readonly Raw[], readonly string[]]>([
  [
    'packages of one repository that move the same tag',
    [
      cell('six', { image_name: 'owner/one', tags: 'stable' }),
      cell('h11', { image_name: 'owner/one', tags: 'stable' }),
    ],
    [
      `${two}py3.13-slim-1.0: six 1.0 on Python 3.13, and h11 1.0 on Python 3.13. Give each package a repository of its own: of a plan, {package} in image_name stands for its name, like "owner/{package}".`,
      `${two}stable: six 1.0 on Python 3.13, and h11 1.0 on Python 3.13. Give each package a repository of its own: of a plan, {package} in image_name stands for its name, like "owner/{package}".`,
    ],
  ],
  [
    'one package with different extras',
    [cell('six', { image_name: 'owner/one' }), cell('six[fast]', { image_name: 'owner/one' })],
    [
      `${two}py3.13-slim-1.0: six 1.0 on Python 3.13, and six[fast] 1.0 on Python 3.13. They are one package with different extras: give one of them an image_name of its own.`,
    ],
  ],
  [
    'an image that is there twice',
    [cell('six', { image_name: 'owner/one' }), cell('six', { image_name: 'owner/one', verify: 'off' })],
    [
      `${two}py3.13-slim-1.0: six 1.0 on Python 3.13, and six 1.0 on Python 3.13. Leave one of them out, or give it an image_name of its own.`,
    ],
  ],
  [
    'images of a package that have an input tag in common',
    [
      cell('six', { image_name: 'owner/one', tags: 'stable' }),
      cell('six', { image_name: 'owner/one', tags: 'stable', python_version: '3.12' }),
    ],
    [
      `${two}stable: six 1.0 on Python 3.13, and six 1.0 on Python 3.12. Leave "stable" out of the input tags, or give it to one image alone.`,
    ],
  ],
])('refuses %s, and says how they are told apart', async (_, cells, problems) => {
  const known = { 'https://pypi.org/simple/six/': ['1.0'], 'https://pypi.org/simple/h11/': ['1.0'] };
  expect((await built(cells, {}, { pages: known })).problems).toEqual(problems);
});

test('looks each image up on the index of its own, and makes it by its own policy', async () => {
  const { result, asked, images } = await built(
    [
      cell('six', { package_version: 'latest', index_url: 'https://one.example.com/simple', verify: 'off' }),
      cell('h11', {
        package_version: 'latest',
        base_registry: 'mirror.example.com/library',
        verify: 'strict',
      }),
    ],
    { index_url: 'https://two.example.com/simple' },
    {
      pages: {
        'https://one.example.com/simple/six/': ['1.0'],
        'https://two.example.com/simple/h11/': ['1.0'],
      },
    },
  );
  expect(images).toEqual(kept.images);
  expect(asked.filter((line) => line.includes('/simple/'))).toEqual([
    'GET https://one.example.com/simple/six/',
    'GET https://two.example.com/simple/h11/',
  ]);
  expect(result.report.images.map(({ verify, base }) => [verify, base.reference])).toEqual([
    ['off', 'docker.io/library/python:3.13-slim'],
    ['strict', 'mirror.example.com/library/python:3.13-slim'],
  ]);
});
