/**
 * Findings in real packages: a package with warnings is published, and the way out of each finding works.
 *
 * Costs about 40 seconds: seven small images of one platform.
 */
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { blob, cli, fresh, imagesOf, manifest, registry, tagsOf } from './support.ts';

interface Ended {
  readonly code: number;
  readonly report: Report;
  readonly said: string;
  readonly repository: string;
}

async function ended(name: string, options: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const repository = fresh(name);
  const done = await cli(
    [
      'build',
      '--json',
      '--push',
      '--registry',
      registry,
      '--image-name',
      repository,
      '--python-version=3.13',
      '--target-base=slim',
      '--platform=linux/amd64',
      ...options,
    ],
    { env },
  );
  const report = JSON.parse(done.stdout) as Report;
  return { code: done.code, report, said: done.stdout + done.stderr, repository };
}

const found = ({ report }: Ended): string[] =>
  report.platforms.flatMap(({ checks }) =>
    checks.flatMap(({ name, findings }) => findings.map((one) => `${name} ${one.severity} ${one.kind}`)),
  );

describe('a console script that needs an extra', () => {
  const dotenv = ['--package=python-dotenv', '--package-version=1.1.0'];
  test('fails if every finding is fatal', async () => {
    const strict = await ended('dotenv-strict', [...dotenv, '--verify=strict']);
    expect([strict.code, found(strict), await tagsOf(strict.repository)]).toEqual([
      6,
      ['scripts fatal script-extra'],
      {},
    ]);
  });
  test('gives no finding if verify_skip names it', async () => {
    const left = await ended('dotenv-left', [...dotenv, '--verify=strict', '--verify-skip=scripts:dotenv']);
    expect([left.code, found(left)]).toEqual([0, []]);
    expect(left.report.platforms[0]?.checks.find(({ name }) => name === 'scripts')?.skipped).toEqual([
      'scripts:dotenv',
    ]);
  });
  test('gives no finding with the extra', async () => {
    const whole = await ended('dotenv-cli', ['--package=python-dotenv[cli]', '--package-version=1.1.0']);
    expect([whole.code, found(whole)]).toEqual([0, []]);
  });
});

test('gives advice that works for a library that a package looks for by name', async () => {
  const magic = ['--package=python-magic', '--package-version=0.4.27'];
  const without = await ended('magic', magic);
  expect([without.code, found(without)]).toEqual([6, ['imports fatal import-library']]);
  expect(without.report.problems[0]?.message).toMatch(/Add to runtime_packages: libmagic1$/);
  const mended = await ended('magic-mended', [...magic, '--runtime-packages=libmagic1']);
  expect([mended.code, found(mended)]).toEqual([0, []]);
});

test('warns of one of two alternative extensions that lacks its library', async () => {
  const mpi = await ended('mpi4py', [
    '--package=mpi4py',
    '--package-version=4.1.0',
    '--runtime-packages=libopenmpi3',
  ]);
  expect([mpi.code, found(mpi)]).toEqual([0, ['libraries warning extension-library']]);
});

test('gives a credential of verify_env to the checks, and not to the image', async () => {
  const kaggle = ['--package=kaggle', '--package-version=1.7.4.5'];
  const key = 'a-key-for-the-checks-alone';
  const given = await ended(
    'kaggle',
    [...kaggle, '--verify-env=KAGGLE_USERNAME=somebody', '--verify-env=KAGGLE_KEY'],
    { KAGGLE_KEY: key },
  );
  expect([given.code, found(given)]).toEqual([0, []]);
  expect(given.said).not.toContain(key);
  const index = await manifest(given.repository, given.report.digest!);
  const image = await manifest(given.repository, imagesOf(index)[0]!.digest);
  const config = await blob(given.repository, image.config!.digest);
  const layer = gunzipSync(await blob(given.repository, image.layers!.at(-1)!.digest));
  expect([config.includes(key), layer.includes(key), layer.includes('kaggle')]).toEqual([false, false, true]);
});
