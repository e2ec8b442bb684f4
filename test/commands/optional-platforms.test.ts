/** Dry runs of images that can do without a platform, which cannot be prepared for it. */
import { expect, test } from 'vitest';
import type { BakeFile } from '../../src/build/bake-file.ts';
import { build } from '../../src/commands/build.ts';
import { readInputs } from '../../src/inputs/read.ts';
import { programsFolder, recordedWorld } from '../recorded/world.ts';

const demo = { package: 'demo', package_version: '1.2.3', python_version: '3.13', target_base: 'slim' };
const three = 'linux/amd64,linux/arm64,linux/arm/v7';

async function planned(raw: Readonly<Record<string, string>>) {
  const given = { ...demo, push: 'false', dry_run: 'true' };
  const { inputs, problems } = readInputs({ ...given, ...raw }, 'cli', {});
  if (inputs === undefined) throw new Error(JSON.stringify(problems));
  const request = { inputs, programs: programsFolder, cache: '/cache' };
  const { report, runs } = await build(recordedWorld({}, {}), request);
  const file = runs.flatMap(({ files }) => files['docker-bake.json'] ?? [])[0];
  const target = file === undefined ? undefined : (JSON.parse(file) as BakeFile).target['image'];
  return {
    outcome: report.outcome,
    platforms: target?.platforms,
    missing: (report.missing ?? []).map(({ platform, problems: [problem] }) => [platform, problem?.message]),
    annotated: (target?.annotations ?? []).filter((one) => one.includes('.missing=')),
    problems: report.problems.map(({ message }) => message),
  };
}

const noWheel =
  'swift 5.0 cannot be installed on linux/arm/v7: no wheel for cp313 on linux/arm/v7, and the index has no source distribution to compile. Leave the platform out, or choose another version.';
const noBase =
  'The base image docker.io/library/python:3.13-slim does not exist for linux/riscv64: it has linux/amd64, linux/arm64, linux/arm/v7. Leave it out of the input platform, or take another target_base.';

test.each([
  [
    'a requirement has neither wheel nor source for it',
    { platform: three, platform_optional: 'linux/arm/v7', requirements: 'swift==5.0' },
    {
      outcome: 'planned',
      platforms: ['linux/amd64', 'linux/arm64'],
      missing: [['linux/arm/v7', noWheel]],
      annotated: ['index:io.github.python-image-builder.missing=linux/arm/v7'],
      problems: [],
    },
  ],
  [
    'the base does not exist for it',
    { platform: 'linux/amd64,linux/riscv64', platform_optional: 'linux/riscv64' },
    {
      outcome: 'planned',
      platforms: ['linux/amd64'],
      missing: [['linux/riscv64', noBase]],
      annotated: ['index:io.github.python-image-builder.missing=linux/riscv64'],
      problems: [],
    },
  ],
  [
    'the one fails at the base and the other at a requirement',
    {
      platform: `${three},linux/riscv64`,
      platform_optional: 'linux/riscv64,linux/arm/v7',
      requirements: 'swift==5.0',
    },
    {
      outcome: 'planned',
      platforms: ['linux/amd64', 'linux/arm64'],
      missing: [
        ['linux/arm/v7', noWheel],
        ['linux/riscv64', noBase],
      ],
      annotated: ['index:io.github.python-image-builder.missing=linux/arm/v7,linux/riscv64'],
      problems: [],
    },
  ],
  [
    'nothing fails',
    { platform: three, platform_optional: 'linux/arm/v7' },
    {
      outcome: 'planned',
      platforms: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
      missing: [],
      annotated: [],
      problems: [],
    },
  ],
  [
    'another one fails',
    { platform: three, platform_optional: 'linux/arm64', requirements: 'swift==5.0' },
    { outcome: 'failed', platforms: undefined, missing: [], annotated: [], problems: [noWheel] },
  ],
])('where %s', async (_, raw, expected) => {
  expect(await planned(raw)).toEqual(expected);
});
