import { expect, test } from 'vitest';
import { readMergeInputs } from '../../src/inputs/merge.ts';
import { readPlanInputs } from '../../src/inputs/plan.ts';
import { readInputs } from '../../src/inputs/read.ts';

const raw = { package: 'six', package_version: '1.17.0', image_name: 'owner/repo' };
const messages = ({ problems }: { problems: readonly { message: string }[] }) =>
  problems.map(({ message }) => message);

test.each<[string, readonly string[] | undefined]>([
  ['', undefined],
  ['linux/arm64', ['linux/arm64']],
  ['linux/arm/v7, linux/amd64', ['linux/amd64', 'linux/arm/v7']],
  // All of them are the whole image.
  ['linux/arm/v7 linux/arm64 linux/amd64', undefined],
])('part %s', (part, expected) => {
  const read = readInputs({ ...raw, part }, 'action');
  expect(messages(read)).toEqual([]);
  expect(read.inputs?.part).toEqual(expected);
});

test('a part is of the platforms of the image', () => {
  expect(
    messages(readInputs({ ...raw, part: 'linux/s390x linux/386', platform: 'linux/amd64' }, 'action')),
  ).toEqual([
    'part: linux/s390x, linux/386 are not among the platforms of the image, which are linux/amd64: name some of those.',
  ]);
});

test('runners are read', () => {
  const { inputs } = readPlanInputs(
    {
      packages: 'six',
      image_name: 'owner/repo',
      runners: 'linux/arm64=ubuntu-24.04-arm\nlinux/aarch64=ubuntu-24.04-arm, linux/arm/v7=own_1',
    },
    'action',
  );
  expect(inputs?.runners).toEqual({ 'linux/arm64': 'ubuntu-24.04-arm', 'linux/arm/v7': 'own_1' });
});

test('what is wrong with a matrix is said beside what is wrong with its jobs', () => {
  const read = readPlanInputs(
    {
      packages: 'six[',
      package_versions: 'last three',
      python_versions: '2.7 suported',
      target_bases: 'slimm',
      max_jobs: '99999',
      concurrency: '0',
    },
    'cli',
  );
  expect(messages(read).map((message) => message.replace(/^(\S+ [^"]*"[^"]*").*/, '$1'))).toEqual([
    '--packages: package "six["',
    '--package-versions: "last three"',
    '--python-versions: "2.7"',
    '--python-versions: "suported"',
    '--target-bases: "slimm"',
    '--max-jobs: "99999"',
    '--concurrency: "0"',
  ]);
});

test('all that is wrong with runners is said at once', () => {
  const read = readPlanInputs(
    {
      packages: 'six',
      image_name: 'owner/repo',
      runners: 'linux/arm64 linux/amd=x linux/arm64=a linux/arm64=b linux/amd64=${{',
      max_jobs: '1',
    },
    'action',
  );
  expect(messages(read).map((message) => message.replace(/ made for\. .*/, ''))).toEqual([
    'max_jobs: images are made on 2 runners (ubuntu-latest, a), each of which needs a job of its own: allow at least 2.',
    'runners: "linux/arm64" is no platform and label of a runner, like "linux/arm64=ubuntu-24.04-arm".',
    'runners: platform "linux/amd" is not one that the official Python images are',
    'runners: linux/arm64 has two runners, a and b: name one.',
    'runners: "linux/amd64=${{" is no platform and label of a runner, like "linux/arm64=ubuntu-24.04-arm".',
  ]);
});

test('merge is told of the plan, the reports, and an account', () => {
  const read = readMergeInputs({ registry: 'ghcr.io', registry_username: 'ada', reports: 'out' }, 'action', {
    GITHUB_REPOSITORY: 'owner/repo',
  });
  expect(messages(read)).toEqual([]);
  const { planFile, reports, registry, concurrency, step } = read.inputs!;
  expect([planFile, reports, registry, concurrency, step.push]).toEqual([
    'python-images-plan.json',
    ['out'],
    'ghcr.io',
    4,
    true,
  ]);
});
