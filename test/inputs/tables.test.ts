import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionFiles, between, page, pagesWithTables } from '../../scripts/tables.ts';
import { inputsOf, outputsOfCommand, whyForeign, wordsFor } from '../../src/inputs/command-inputs.ts';
import { outputTable } from '../../src/inputs/outputs.ts';
import { type CommandName, commandNames } from '../../src/inputs/row.ts';
import { inputTable } from '../../src/inputs/table.ts';

const file = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('files that the table writes', () => {
  it('every action.yml is up to date', () => {
    expect(Object.keys(actionFiles())).toEqual([
      'action.yml',
      'plan/action.yml',
      'merge/action.yml',
      'project/action.yml',
      'tree/action.yml',
      'connector/action.yml',
      'release/action.yml',
      'report/action.yml',
    ]);
    for (const [name, text] of Object.entries(actionFiles())) expect(file(name)).toBe(text);
  });

  it.each(pagesWithTables)('the tables of %s are up to date', (name) => {
    expect(file(name)).toBe(page(name, file(name)));
  });
});

describe('action.yml, as a runner reads it', () => {
  const action = parse(file('action.yml')) as Record<string, Record<string, unknown>>;

  it('has every input with its default', () => {
    const defaults = Object.entries(
      action['inputs'] as Record<string, { default?: string; required: boolean }>,
    );
    expect(defaults.map(([name]) => name)).toEqual(inputsOf('build').map((row) => row.name));
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
      push: 'auto',
      output: './image',
      base_registry: 'docker.io/library',
      compile: 'auto',
      layers: 'one',
      docker_build_path: '.',
      accelerate: 'true',
      provenance: 'mode=min',
      sbom: 'false',
      sign: 'auto',
      sign_failure: 'publish',
      base_signature: 'off',
      rebuild: 'stale',
      force: 'false',
      lowercase_latest: 'false',
      revision_tags: 'false',
      deep: 'false',
      overwrite: 'true',
      verify: 'all',
      advisories: 'off',
      advisories_url: 'https://api.osv.dev',
      severity: 'high',
      concurrency: '4',
      fail_fast: 'false',
      dry_run: 'false',
    });
    // With cells, none is needed.
    expect(defaults.filter(([, row]) => row.required)).toEqual([]);
  });

  it('has every output, and runs the bundle', () => {
    expect(Object.keys(action['outputs']!)).toEqual(outputsOfCommand('build').map((row) => row.name));
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

describe('the commands of the table', () => {
  it.each(inputTable.map((row) => [row.name, row] as const))('%s belongs to at least one', (_, row) => {
    expect(row.commands.length).toBeGreaterThan(0);
    expect(row.commands).toEqual(commandNames.filter((command) => row.commands.includes(command)));
    expect(row.commands).toEqual(expect.arrayContaining(Object.keys(row.wordsOf ?? {})));
  });

  it('take only inputs that belong to them', () => {
    const wheels = inputsOf('wheels').map(({ name }) => name);
    expect(wheels).toEqual([
      'registry_username',
      'registry_password',
      'wheel_store',
      'unused_for',
      'ca_bundle',
      'dry_run',
    ]);
    const names = inputTable.map(({ name }) => name);
    const ofOthers = inputTable.filter(({ commands }) => !commands.includes('build')).map(({ name }) => name);
    expect(ofOthers).toEqual([
      'packages',
      'package_versions',
      'python_versions',
      'target_bases',
      'include',
      'images_file',
      'max_jobs',
      'runners',
      'plan_file',
      'reports',
      'readme',
      'name',
      'source',
      'path',
      'scripts',
      'context',
      'images',
      'exclude',
      'pins',
      'update',
      'default_branch',
      'connector-name',
      'connectors-dir',
      'dockerfile-templates',
      'extra-prereqs-script',
      'release-type',
      'tag-override',
      'push-latest',
      'from',
      'tag',
      'prerelease_tags',
      'exports_dir',
      'docker-hub-username',
      'docker-hub-password',
      'dry-run',
      'out',
      'unused_for',
      'force-publish',
      'image',
      'identity',
      'public_key',
      'local',
      'keep',
      'older',
      'untagged',
      'keep_tags',
      'yes',
      'verify_commands',
      'changed',
      'publish',
      'env',
      'env_from',
      'volume',
      'mount',
      'workdir',
      'network',
      'arguments',
    ]);
    expect(inputsOf('build').map(({ name }) => name)).toEqual(
      names.filter((name) => !ofOthers.includes(name)),
    );
  });

  it.each<readonly [CommandName, string, string | undefined]>([
    ['build', 'package', undefined],
    ['wheels', 'wheel_store', undefined],
    ['build', 'pakage', undefined],
    ['build', 'unused_for', 'the command "build" does not take it, only "wheels" does.'],
    ['wheels', 'package', 'the command "wheels" does not take it, only "build" does.'],
  ])('say why %s does not take %s', (command, name, why) => {
    expect(whyForeign(command, name)).toBe(why);
  });

  it('have words of their own for a shared input', () => {
    const [row] = inputsOf('wheels');
    expect((['build', 'wheels'] as const).map((command) => wordsFor(command, row!).description)).toEqual([
      'The user of `registry` that the password belongs to. Without a password it is not used.',
      'The user of the store that the password belongs to.',
    ]);
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
