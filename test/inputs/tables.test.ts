import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionFile, between, page, pagesWithTables } from '../../scripts/tables.ts';
import { inputTable, outputTable } from '../../src/inputs/table.ts';

const file = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('what is written from the table', () => {
  it('is action.yml, whole', () => {
    expect(file('action.yml')).toBe(actionFile());
  });

  it.each(pagesWithTables)('is the tables of %s', (name) => {
    expect(file(name)).toBe(page(name, file(name)));
  });
});

describe('action.yml, as a runner reads it', () => {
  const action = parse(file('action.yml')) as Record<string, Record<string, unknown>>;

  it('has every input, with the defaults of before', () => {
    const defaults = Object.entries(
      action['inputs'] as Record<string, { default?: string; required: boolean }>,
    );
    expect(defaults.map(([name]) => name)).toEqual(inputTable.map((row) => row.name));
    expect(
      Object.fromEntries(
        defaults.filter(([, row]) => row.default !== undefined).map(([name, row]) => [name, row.default]),
      ),
    ).toEqual({
      python_version: '3.14',
      target_base: 'full',
      platform: 'linux/amd64,linux/arm64,linux/arm/v7',
      image_name: '${{ github.repository }}',
      maintainer: '${{ github.repository_owner }}',
      registry: 'ghcr.io',
      registry_username: '${{ github.repository_owner }}',
      push: 'true',
      output: './image',
      base_registry: 'docker.io/library',
      compile: 'auto',
      docker_build_path: '.',
      provenance: 'mode=min',
      sbom: 'false',
      rebuild: 'stale',
      force: 'false',
      overwrite: 'true',
      verify: 'all',
      dry_run: 'false',
    });
    expect(defaults.filter(([, row]) => row.required).map(([name]) => name)).toEqual([
      'package',
      'package_version',
    ]);
  });

  it('has every output, and runs what is built', () => {
    expect(Object.keys(action['outputs']!)).toEqual(outputTable.map((row) => row.name));
    expect(action['runs']).toEqual({ using: 'node24', main: 'dist/action.js', post: 'dist/post.js' });
  });
});

describe('the table itself', () => {
  it('names each input once, and describes it in whole sentences', () => {
    const names = inputTable.map((row) => row.name);
    expect(names).toEqual([...new Set(names)]);
    expect([...inputTable, ...outputTable].filter((row) => !/^[A-Z].*\.$/.test(row.description))).toEqual([]);
  });
});

describe('between', () => {
  it.each([
    ['replaces', 'a <!-- x -->old<!-- /x --> b', 'a <!-- x -->\n\nnew\n\n<!-- /x --> b'],
    ['fills', '<!-- x --><!-- /x -->', '<!-- x -->\n\nnew\n\n<!-- /x -->'],
  ])('%s', (_, text, expected) => {
    expect(between(text, 'x', 'new')).toBe(expected);
  });

  it.each([
    ['no marker', 'a'],
    ['the wrong order', '<!-- /x --> <!-- x -->'],
  ])('refuses %s', (_, text) => {
    expect(() => between(text, 'x', 'new')).toThrow(
      'The page has no <!-- x --> … <!-- /x -->: put the markers back.',
    );
  });
});
