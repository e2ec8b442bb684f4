import { describe, expect, test } from 'vitest';
import { readBuildInputs } from '../../src/inputs/build.ts';
import { parseShard } from '../../src/inputs/cells.ts';

const env = { GITHUB_REPOSITORY: 'owner/repo', GITHUB_REPOSITORY_OWNER: 'owner' };
const cell = { package: 'six', package_version: '1.17.0', python_version: '3.13', target_base: 'slim' };

describe('cells of a step', () => {
  test('are inputs that win over those of the step', () => {
    const cells = JSON.stringify({
      inputs: { platform: 'linux/amd64' },
      cells: [cell, { ...cell, package: 'h11' }],
    });
    const { inputs, problems } = readBuildInputs(
      {
        cells,
        python_version: '3.11',
        platform: 'linux/arm64',
        registry: 'ghcr.io',
        image_name: 'owner/repo',
        time_budget: '5h',
        concurrency: '4',
      },
      'action',
      env,
    );
    expect(problems).toEqual([]);
    if (inputs?.kind !== 'several' || inputs.from.kind !== 'shard') throw new Error('it is one image');
    const read = inputs.read(inputs.from.shard);
    expect(read.problems).toEqual([]);
    expect(
      read.cells.map(({ package: { name }, python, platforms, variant }) => [
        name,
        python.text,
        platforms,
        variant,
      ]),
    ).toEqual([
      ['six', '3.13', ['linux/amd64'], 'slim'],
      ['h11', '3.13', ['linux/amd64'], 'slim'],
    ]);
    expect([inputs.concurrency, inputs.failFast, inputs.timeBudget]).toEqual([4, false, 18_000]);
  });

  test('or are in the file of a plan', () => {
    const { inputs } = readBuildInputs({ cells: 'python-images-plan.json#12' }, 'cli');
    expect(inputs?.kind === 'several' && inputs.from).toEqual({
      kind: 'file',
      place: { path: 'python-images-plan.json', shard: 12 },
    });
  });

  test('or all of that file, where nothing is to be made', () => {
    const { inputs } = readBuildInputs({ cells: 'python-images-plan.json' }, 'cli');
    expect(inputs?.kind === 'several' && inputs.from).toEqual({
      kind: 'file',
      place: { path: 'python-images-plan.json' },
    });
    expect(readBuildInputs({ cells: 'six' }, 'cli').problems.map(({ about }) => about)).toEqual(['cells']);
  });

  test('without them, a step makes one image, which needs a package', () => {
    expect(
      readBuildInputs({ cells: ' ', package: 'six', package_version: '1.17.0' }, 'cli').inputs?.kind,
    ).toBe('one');
    const { problems } = readBuildInputs({}, 'cli');
    expect(problems.map(({ about }) => about)).toEqual(['package', 'package_version']);
  });

  test('what is wrong with them, and with the step, is said at once', () => {
    const { problems } = readBuildInputs(
      {
        cells: 'plan.json#0',
        platform: 'linux/vax',
        concurrency: '0',
        time_budget: '10s',
        fail_fast: 'maybe',
      },
      'action',
      env,
    );
    expect(problems.map(({ about }) => String(about)).toSorted()).toEqual([
      'cells',
      'concurrency',
      'fail_fast',
      'platform',
      'time_budget',
    ]);
  });

  test('what is no time that a step may take is told in words of its own', () => {
    const { problems } = readBuildInputs({ cells: 'plan.json#1', time_budget: 'banana' }, 'action', env);
    expect(problems.map(({ message }) => message)).toEqual([
      'time_budget: "banana" is not a time that a job may take: it is a whole number and one unit, "m" for minutes, "h" for hours, "d" for days or "w" for weeks, like "5h".',
    ]);
  });

  test('what is wrong with several images is said once', () => {
    const wrong = { ...cell, user: 'No One' };
    const { inputs } = readBuildInputs(
      { cells: JSON.stringify([wrong, { ...wrong, package: 'h11' }]) },
      'cli',
    );
    if (inputs?.kind !== 'several' || inputs.from.kind !== 'shard') throw new Error('it is one image');
    const { cells, problems } = inputs.read(inputs.from.shard);
    expect([cells, problems.map(({ about }) => about)]).toEqual([[], ['user']]);
  });
});

describe('the text of cells', () => {
  test.each<[string, string, RegExp]>([
    ['no JSON', 'six', /^it is no JSON: give a list of images, like \[/],
    ['no list', '{"package": "six"}', /^it has no image/],
    ['an empty list', '[]', /^it has no image/],
    ['what is no object', '["six"]', /^it, image 1: it is no object of inputs/],
    [
      'an input that does not exist',
      '[{"pakage": "six"}]',
      /^it, image 1: "pakage": there is no such input\. Did you mean "package"\?/,
    ],
    [
      'an input of the step',
      '[{}, {"registry_password": "x"}]',
      /^it, image 2: "registry_password": it belongs to the step/,
    ],
    ['a number', '[{"python_version": 3.1}]', /^it, image 1: python_version: its value must be a text/],
    [
      'inputs of all',
      '{"inputs": {"pakage": "six"}, "cells": [{}]}',
      /^it, inputs: "pakage": there is no such input/,
    ],
  ])('%s is refused', (_, text, message) => {
    expect(parseShard(text, 'it')).toEqual({
      value: undefined,
      messages: [expect.stringMatching(message) as unknown],
    });
  });

  test('all that is wrong with it is said at once', () => {
    const { problems } = readBuildInputs(
      { cells: '[{"pakage": "six", "user": 1}, {"package": "six"}, "h11"]' },
      'cli',
    );
    expect(problems.map(({ message }) => message)).toEqual([
      '--cells: the text, image 1: "pakage": there is no such input. Did you mean "package"?',
      '--cells: the text, image 1: user: its value must be a text: write it in quotes.',
      '--cells: the text, image 3: it is no object of inputs and their values.',
    ]);
  });
});

test('a cell without what only an image has is refused, and not passed over', () => {
  const cells = '[{"package": "six"}, {}]';
  const { inputs } = readBuildInputs({ cells, registry: 'ghcr.io', image_name: 'owner/repo' }, 'action', env);
  if (inputs?.kind !== 'several' || inputs.from.kind !== 'shard') throw new Error('it is one image');
  const { cells: read, problems } = inputs.read(inputs.from.shard);
  expect([read, problems.map(({ message }) => message.split('. ')[0])]).toEqual([
    [],
    ['package_version: it is missing', 'package: it is missing'],
  ]);
});

test('on the command line, cells bring their registry', () => {
  const cells = JSON.stringify([{ ...cell, image_name: 'ghcr.io/owner/six' }]);
  const { inputs, problems } = readBuildInputs({ cells, push: 'true' }, 'cli', {});
  expect(problems).toEqual([]);
  if (inputs?.kind !== 'several' || inputs.from.kind !== 'shard') throw new Error('it is one image');
  expect(inputs.read(inputs.from.shard).problems).toEqual([]);
});
