import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { matrixSchemaText } from '../../../scripts/tables.ts';
import { matrixSchema } from '../../../src/sources/matrix/json-schema.ts';
import { blocksOf } from '../../support/pages.ts';

const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(matrixSchema);

test('it is the file that is published', () => {
  expect(readFileSync('schema/python-images.schema.json', 'utf8')).toBe(matrixSchemaText);
});

const [page] = blocksOf('docs/plan.md').filter(({ text }) => text.startsWith('# yaml-language-server'));

describe('the schema', () => {
  test.each([
    ['the file of the page', page!.text],
    [
      'a package with everything of its own',
      "packages: [{ package: six, labels: { a: '1' }, force: true, verify: strict }]",
    ],
    ['inputs for packages of the step', "python_versions: '3.12'"],
    ['versions in a list', "python_versions: ['3.10', '3.12']"],
  ])('takes %s', (_, text) => {
    expect([isValid(parse(text)), isValid.errors]).toEqual([true, null]);
  });

  test.each([
    ['a version that YAML may change', 'python_versions: 3.12'],
    ['such a version in a list', 'packages: [{ package: six, package_versions: [1.10] }]'],
    ['such a version of a row', 'exclude: [{ python_version: 3.10 }]'],
    ['a key that does not exist', 'pythons: [3.12]'],
    ['a package without a name', 'packages: [{ user: app }]'],
    ['no package', 'packages: []'],
    ['another word than there are', 'verify: most'],
    ['a row of exclude with an input', 'exclude: [{ user: app }]'],
    ['the password', 'registry_password: secret'],
  ])('refuses %s', (_, text) => {
    expect(isValid(parse(text))).toBe(false);
  });
});
