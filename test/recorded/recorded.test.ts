/**
 * The same inputs give the same Dockerfile, bake file, annotations and lock, byte for byte. After a change that is meant,
 * `npx vitest run test/recorded -u` records anew: read the difference before it is committed. Of a dry run that is taken
 * out of the table, remove the file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { readInputs } from '../../src/inputs/read.ts';
import { programsFolder, recordedWorld } from './world.ts';

interface DryRun {
  readonly inputs: Readonly<Record<string, string>>;
  /** Of the working directory, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

const demo = { package: 'demo', package_version: '1.2.3', python_version: '3.13', target_base: 'slim' };
const mixed = { ...demo, package: 'demo[fast]' };
const compiled = { ...demo, package: 'demo[all]' };
const layout = { push: 'false' };

const dryRuns: Readonly<Record<string, DryRun>> = {
  'wheels alone': { inputs: { ...demo, ...layout } },
  'one platform': { inputs: { ...demo, ...layout, platform: 'linux/arm64' } },
  'latest, with aliases': { inputs: { ...demo, package_version: 'latest', image_name: 'example/demo' } },
  'an older version beside the latest': {
    inputs: {
      ...demo,
      package_version: '1.2.2',
      package_latest_version: '1.2.3',
      image_name: 'example/demo',
    },
  },
  'a full base': { inputs: { ...demo, ...layout, target_base: 'full' } },
  'a named distribution': { inputs: { ...demo, ...layout, target_base: 'slim-bookworm' } },
  alpine: { inputs: { ...mixed, ...layout, target_base: 'alpine' } },
  'one platform compiles': { inputs: { ...mixed, ...layout } },
  'cross-compiled or nothing': { inputs: { ...mixed, ...layout, compile: 'cross' } },
  'compiled under emulation': { inputs: { ...mixed, ...layout, compile: 'emulate' } },
  'several layers': { inputs: { ...mixed, ...layout, layers: 'auto' } },
  'no platform has a wheel': { inputs: { ...compiled, ...layout } },
  'packages of the distribution, and constraints of builds': {
    inputs: {
      ...compiled,
      ...layout,
      build_packages: 'libyaml-dev, libffi-dev',
      runtime_packages: 'libyaml-0-2',
      build_constraints: 'setuptools<81\ncython==3.1.0',
    },
  },
  'a newer setuptools than the base has': {
    inputs: { ...demo, ...layout, python_version: '3.11', requirements: 'builder==1.0' },
  },
  'nothing can be locked': {
    inputs: {
      ...demo,
      ...layout,
      package: 'ancient',
      package_version: '0.6.2',
      python_version: '3.7',
      runtime_packages: 'libyaml-0-2',
      build_constraints: 'setuptools<60',
      extra_indexes: 'internal-* our-lib https://internal.example.com/simple',
    },
  },
  'a command and an account': {
    inputs: { ...demo, ...layout, command: '["demo", "--port", "80"]', user: 'demo' },
  },
  'labels and annotations': {
    inputs: {
      ...demo,
      maintainer: 'Ada <ada@example.com>',
      labels: 'com.example.team=web\ncom.example.quote="1=1"',
      annotations: 'com.example.review=yes',
      image_name: 'example/demo',
      tags: 'stable',
    },
  },
  'two registries, attested': {
    inputs: {
      ...demo,
      image_name: 'ghcr.io/example/demo\nregistry.example.com/team/demo',
      provenance: 'mode=max',
      sbom: 'true',
      rebuild: 'always',
    },
  },
  'a private index, and bases of a mirror': {
    inputs: {
      ...mixed,
      ...layout,
      index_url: 'https://packages.example.com/simple',
      extra_indexes: 'internal-* https://internal.example.com/simple',
      secrets: 'id=netrc,env=INDEX_NETRC',
      base_registry: 'mirror.example.com/library',
    },
  },
  'checks of its own': {
    inputs: {
      ...demo,
      ...layout,
      verify: 'strict',
      verify_skip: 'imports:demo.testing',
      verify_command: 'demo --version',
      verify_env: 'DEMO_MODE=test',
    },
  },
  'a Dockerfile of its own': {
    inputs: { ...mixed, ...layout, dockerfile: 'Dockerfile', build_args: 'COLOUR=red' },
    files: {
      Dockerfile: [
        'ARG publish_target',
        'FROM python:$publish_target',
        'ARG COLOUR',
        'COPY --from=packages / /usr/local',
        'COPY start.sh /start.sh',
        'ENV COLOUR=$COLOUR',
        'CMD ["/start.sh"]',
        '',
      ].join('\n'),
      'start.sh': '#!/bin/sh\nexec demo\n',
    },
  },
  'a Dockerfile of its own that runs pip': {
    inputs: { ...compiled, ...layout, dockerfile: 'Dockerfile' },
    files: {
      Dockerfile: [
        'ARG build_target',
        'ARG publish_target',
        'FROM python:$build_target as Builder',
        'ARG TARGETPLATFORM',
        'ARG package',
        'ARG package_version',
        `RUN bash -c 'if [[ "$TARGETPLATFORM" == "linux/arm/v7" ]]; then pip install tool; fi; python -m pip install $package==$package_version'`,
        'FROM python:$publish_target',
        'ARG python_version',
        'COPY --from=Builder /usr/local/lib/python$python_version/site-packages /usr/local/lib/python$python_version/site-packages',
        '',
      ].join('\n'),
    },
  },
};

/** Programs, and what else is the same file in every build. */
const isCopied = (path: string): boolean => /\.(?:py|sh)$|\/programs\/|\/verify\.Dockerfile$/.test(path);

/** What a dry run prints, each part under a heading. The bake file has the labels and annotations. */
async function recordOf({ inputs: raw, files = {} }: DryRun): Promise<string> {
  const env = { INDEX_NETRC: 'machine packages.example.com login ada password none' };
  const { inputs, problems } = readInputs({ ...raw, dry_run: 'true' }, 'cli', env);
  if (inputs === undefined) throw new Error(JSON.stringify(problems));
  const request = { inputs, programs: programsFolder, cache: '/cache' };
  const { report, recipes, runs } = await build(recordedWorld(files, env), request);
  if (report.outcome !== 'planned') throw new Error(JSON.stringify(report.problems));
  const { tags, base, notes } = report;
  const written = runs.flatMap((run) => Object.entries(run.files));
  return [
    ['tags, base and notes', `${JSON.stringify({ tags, base, notes }, null, 2)}\n`],
    ...recipes.flatMap(({ lock }) => (lock === undefined ? [] : [['pylock.toml', lock.text]])),
    ...written.filter(([path]) => !isCopied(path)),
  ]
    .map(([title, text]) => `--- ${title}\n${text}`)
    .join('\n');
}

const folder = join(import.meta.dirname, 'runs');
const nameOf = (title: string): string => `${title.replaceAll(/\W+/g, '-')}.txt`;

const records = new Map<string, string>();
beforeAll(async () => {
  for (const [title, dryRun] of Object.entries(dryRuns)) records.set(title, await recordOf(dryRun));
});

test.for(Object.keys(dryRuns))('%s', async (title) => {
  await expect(records.get(title)).toMatchFileSnapshot(join(folder, nameOf(title)));
});

test('of twenty-two dry runs, and no file is left of another one', () => {
  const names = Object.keys(dryRuns).map(nameOf);
  expect(new Set(names).size).toBe(22);
  expect(readdirSync(folder).filter((name) => !names.includes(name))).toEqual([]);
});

test.each(['Dockerfile', 'plain.Dockerfile'])(
  'every line that dockerfiles/%s gives is in one of them',
  (name) => {
    const [, ...paragraphs] = readFileSync(join('dockerfiles', name), 'utf8').split('\n\n');
    // What stands below these two marks is replaced.
    const template = paragraphs.join('\n').replaceAll(/^#: (?:platforms|config)\n.*?^#: end$/gms, '');
    const recorded = new Set([...records.values()].flatMap((text) => text.split('\n')));
    const lines = template.split('\n').filter((line) => !line.startsWith('#: '));
    expect(lines.filter((line) => !recorded.has(line))).toEqual([]);
  },
);
