/** Failed runs: all of their problems, the exit code, and that no tag moved. */
import { expect, test } from 'vitest';
import type { Problem } from '../../src/errors.ts';
import { build, failing, fresh, registry, tagsOf } from './support.ts';

interface Row {
  readonly name: string;
  readonly options: readonly string[];
  readonly code: number;
  readonly problems: readonly { readonly [key in keyof Problem]: unknown }[];
}

const six = ['--package=six', '--package-version=1.17.0'];
const slim = ['--python-version=3.13', '--target-base=slim'];
const says = (pattern: RegExp): unknown => expect.stringMatching(pattern);

const rows: readonly Row[] = [
  {
    name: 'offers the nearest name for a package that the index lacks',
    options: ['--package=uvicron', '--package-version=latest', ...slim],
    code: 3,
    problems: [
      {
        station: 'index',
        about: 'package',
        message: says(/^The index \S+ has no package "uvicron"\. Did you mean "uvicorn"\?$/),
      },
    ],
  },
  {
    name: 'offers the nearest versions for one that the index lacks',
    options: ['--package=six', '--package-version=1.16.5', ...slim],
    code: 3,
    problems: [
      {
        station: 'index',
        about: 'package_version',
        message: says(/^Six has no version 1\.16\.5 on the index\. Nearest: .*1\.16\.0, 1\.17\.0/),
      },
    ],
  },
  {
    name: 'names the newest version that allows the Python',
    options: ['--package=uvicorn', '--package-version=0.35.0', '--python-version=3.8', '--target-base=slim'],
    code: 3,
    problems: [
      {
        station: 'index',
        about: 'package_version',
        message:
          'Uvicorn 0.35.0 does not allow Python 3.8: it requires Python ">=3.9". The newest version that allows Python 3.8 is 0.33.0.',
      },
    ],
  },
  {
    name: 'names a base image that does not exist',
    options: [
      ...six,
      '--python-version=3.13',
      '--target-base=slim-warty',
      `--base-registry=${registry}/library`,
    ],
    code: 4,
    problems: [
      {
        station: 'registry',
        about: 'base image',
        message: says(/^The base image \S+\/library\/python:3\.13-slim-warty does not exist\. /),
      },
    ],
  },
  {
    name: 'names a platform that the base image lacks',
    options: [...six, ...slim, '--platform=linux/amd64,linux/s390x', `--base-registry=${registry}/library`],
    code: 4,
    problems: [
      {
        station: 'registry',
        about: 'base image',
        message: says(
          /^The base image \S+\/library\/python:3\.13-slim does not exist for linux\/s390x: it has linux\/amd64, .*Leave it out of the input platform, or take another target_base\.$/,
        ),
        platforms: ['linux/s390x'],
      },
    ],
  },
  {
    name: 'names a registry that cannot be reached',
    options: [...six, ...slim, '--registry=127.0.0.1:47999'],
    code: 4,
    problems: [
      {
        station: 'registry',
        about: says(/^127\.0\.0\.1:47999\/e2e\/wrong-/),
        host: '127.0.0.1:47999',
        message: says(/ http:\/\/127\.0\.0\.1:47999\/v2\/.* tried \d times/),
      },
    ],
  },
  {
    name: 'shows the output of a verify_command that fails on one platform',
    options: [
      ...six,
      ...slim,
      '--platform=linux/amd64,linux/arm64',
      '--verify-command=echo looked at $(uname -m); test "$(uname -m)" = x86_64',
    ],
    code: 6,
    problems: [
      {
        station: 'verify',
        about: 'linux/arm64',
        message: says(
          /^linux\/arm64, command: `echo looked at .*` ended with exit code 1|^linux\/arm64, command: .*exit code 1/,
        ),
        detail: ['looked at aarch64'],
      },
    ],
  },
  {
    name: 'names a further requirement that the index lacks',
    options: [...six, ...slim, '--platform=linux/amd64', '--requirements=no-such-package-of-anyone==1.0'],
    code: 3,
    problems: [
      {
        station: 'index',
        about: 'requirements',
        message: says(/no-such-package-of-anyone/),
        detail: expect.arrayContaining([says(/no-such-package-of-anyone==1\.0/)]),
      },
    ],
  },
];

test.each(rows)('$name', async ({ options, code, problems }) => {
  const repository = fresh('wrong');
  const registryOption = options.some((option) => option.startsWith('--registry='))
    ? []
    : [`--registry=${registry}`];
  const failed = await failing(['--push', ...registryOption, `--image-name=${repository}`, ...options]);
  expect({
    code: failed.code,
    outcome: failed.report.outcome,
    problems: failed.report.problems,
    tags: await tagsOf(repository),
  }).toEqual({
    code,
    outcome: 'failed',
    problems,
    tags: {},
  });
});

test.each([
  ['off', []],
  ['build-platform', ['linux/amd64']],
])('reports what verify: %s checked', async (verify, checked) => {
  const repository = fresh(`verify-${verify}`);
  const report = await build(repository, [
    ...six,
    ...slim,
    '--platform=linux/amd64,linux/arm64',
    `--verify=${verify}`,
  ]);
  expect({
    verify: report.verify,
    checked: report.platforms.filter(({ checks }) => checks.length > 0).map(({ platform }) => platform),
  }).toEqual({
    verify,
    checked,
  });
  expect(await tagsOf(repository)).toEqual({ 'py3.13-slim-1.17.0': report.digest });
});
