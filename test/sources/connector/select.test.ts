import { expect, test } from 'vitest';
import { nameFault, selectConnectors, type WantedConnectors } from '../../../src/sources/connector/select.ts';

const directory = 'airbyte-integrations/connectors';
const folders = {
  connectors: ['source-faker', 'destination-duckdb', 'source-pokeapi', 'source-file'],
  others: ['base', 'source-empty'],
};
const names = (...texts: readonly string[]): WantedConnectors => ({ kind: 'names', names: texts });
const changed = (...paths: readonly string[]): WantedConnectors => ({ kind: 'changed', paths });

test.each<readonly [string, WantedConnectors, readonly string[]]>([
  ['a name', names('source-faker'), ['source-faker']],
  ['names, in their order', names('source-pokeapi', 'source-faker'), ['source-pokeapi', 'source-faker']],
  ['a glob, sorted', names('source-*'), ['source-faker', 'source-file', 'source-pokeapi']],
  [
    'each kind of glob',
    names('*-duckdb', 'source-f?ker', '*-[a-f]ile'),
    ['destination-duckdb', 'source-faker', 'source-file'],
  ],
  ['a name that a glob has, too', names('source-file', 'source-f*'), ['source-file', 'source-faker']],
  [
    'changed files',
    changed(
      `${directory}/source-pokeapi/manifest.yaml`,
      `${directory}/source-faker/source_faker/run.py`,
      `${directory}/source-faker/metadata.yaml`,
      `${directory}/source-file/main.py`,
    ),
    ['source-faker', 'source-file', 'source-pokeapi'],
  ],
  ['a folder that became a link', changed(`${directory}/source-file`), ['source-file']],
  [
    'changes that are none of a connector',
    changed(
      'README.md',
      'source-faker/metadata.yaml',
      `${directory}/poe_tasks.toml`,
      `${directory}/base/x.py`,
      `${directory}/source-removed/metadata.yaml`,
      `${directory}-old/source-faker/metadata.yaml`,
      `other/${directory}/source-faker/metadata.yaml`,
      `${directory}/source-fakery/metadata.yaml`,
    ),
    [],
  ],
  ['no changes', changed(), []],
])('selects %s', (_, wanted, selected) => {
  expect(selectConnectors(folders, directory, wanted)).toEqual({ names: selected, messages: [] });
});

test.each(['./airbyte-integrations/connectors/', 'airbyte-integrations//connectors'])(
  'finds what changed below the directory %s',
  (written) => {
    const wanted = changed(`${directory}/source-file/main.py`);
    expect(selectConnectors(folders, written, wanted)).toEqual({ names: ['source-file'], messages: [] });
  },
);

test('finds what changed where the connectors are at the root', () => {
  const wanted = changed('source-file/main.py', 'README.md');
  expect(selectConnectors(folders, '.', wanted)).toEqual({ names: ['source-file'], messages: [] });
});

test('says all that cannot be selected, beside what can', () => {
  const wanted = names(
    'source-fakre',
    'source-file',
    'postgres',
    'source-z*',
    'source-empty',
    'base-*',
    '../base',
  );
  expect(selectConnectors(folders, directory, wanted)).toEqual({
    names: ['source-file'],
    messages: [
      `There is no connector "source-fakre" in "${directory}". Did you mean "source-faker"?`,
      `There is no connector "postgres" in "${directory}".`,
      `No connector in "${directory}" matches "source-z*".`,
      `"${directory}/source-empty" has no metadata.yaml, which a connector needs.`,
      `No connector in "${directory}" matches "base-*".`,
      wrongName('../base'),
    ],
  });
});

const wrongName = (name: string): string =>
  `${JSON.stringify(name)} cannot name a connector: the name is the last part of its repository, which is lower-case letters and digits, joined by one ".", one or two "_", or "-".`;

test.each([
  '',
  '.',
  '..',
  'a/b',
  '/a',
  'a:1',
  `a@sha256:${'a'.repeat(64)}`,
  'Source-A',
  'source a',
  '-a',
  'a-',
  'a..b',
  'ä',
  'a\n',
])('refuses the name %j', (name) => {
  expect(nameFault(name)).toBe(wrongName(name));
});

test.each(['source-faker', 'source_faker', 'source--v2', 'a', '1.0'])('takes the name %j', (name) => {
  expect(nameFault(name)).toBeUndefined();
});
