/**
 * Images that are published without a platform that they can do without: one whose checks fail there, and two of a tree, of
 * which one cannot be built for it. Costs 40 s, mostly of emulated checks.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report, RunReport } from '../../src/report/report.ts';
import { type LocalIndex, makeWheel, serveIndex } from './local-index.ts';
import { all, cli, fresh, imagesOf, manifest, registry, tagsOf } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'e2e-optional-'));
const tag = 'py3.13-slim-1.0';
let index: LocalIndex;
beforeAll(async () => {
  const wheel = { name: 'tide-gate', version: '1.0', script: 'print("open")' };
  index = await serveIndex([await makeWheel(folder, wheel)]);
});
afterAll(async () => {
  await index.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly report: Report;
  /** Warnings for GitHub. */
  readonly platforms: readonly string[];
  readonly missing: readonly string[];
}

async function ended(repository: string, options: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const done = await cli(
    [
      'build',
      '--json',
      '--push',
      '--package=tide-gate',
      '--package-version=1.0',
      '--python-version=3.13',
      '--target-base=slim',
      '--provenance=false',
      `--index-url=${index.url}`,
      `--registry=${registry}`,
      `--image-name=${repository}`,
      ...options,
    ],
    { env },
  );
  expect(done.code, done.stdout.slice(-4000) + done.stderr.slice(-4000)).toBe(0);
  const report = JSON.parse(done.stdout) as Report;
  return {
    report,
    platforms: report.platforms.map(({ platform }) => platform),
    missing: (report.missing ?? []).map(
      ({ platform, problems }) => `${platform}: ${problems.map(({ message }) => message).join(' ')}`,
    ),
  };
}

const missingIn = async (repository: string, of = tag): Promise<string | undefined> =>
  (await manifest(repository, of)).annotations?.['io.github.python-image-builder.missing'];

describe('an image whose checks fail on arm/v7 alone', () => {
  const repository = fresh('optional');
  const run = (gate: string): Promise<Ended> =>
    ended(
      repository,
      [
        `--platform=${all.join(',')}`,
        '--platform-optional=linux/arm/v7',
        // BuildKit says armv8l where the emulated platform is one of a 64-bit machine.
        '--verify-command=[ "$GATE" = open ] || case $(uname -m) in armv[78]l) echo shut; exit 1;; esac',
        '--verify-env=GATE',
      ],
      { GATE: gate },
    );
  const platforms = all.slice(0, 2);
  const because = [expect.stringMatching(/^linux\/arm\/v7: linux\/arm\/v7, command: .*: exit code 1$/)];
  const reason = `${registry}/${repository}:${tag} has no image for linux/arm/v7`;
  let first: Ended;

  test('is published for the other two, and says what is missing', async () => {
    first = await run('shut');
    expect([first.report.outcome, first.platforms]).toEqual(['published', platforms]);
    expect(first.missing).toEqual(because);
    expect(imagesOf(await manifest(repository, tag)).map(({ platform }) => platform)).toEqual(platforms);
    expect(await missingIn(repository)).toBe('linux/arm/v7');
    expect(await tagsOf(repository)).toEqual({ [tag]: first.report.digest });
  });

  test('is tried again, and stays the very same where it fails again', async () => {
    const { report, missing } = await run('shut');
    expect([report.outcome, report.digest, missing]).toEqual(['kept', first.report.digest, because]);
    expect(report.reason).toBe(`${reason}; but what was built is the very image that is there already`);
    expect(await tagsOf(repository)).toEqual({ [tag]: first.report.digest });
  });

  test('is published whole once it passes', async () => {
    const { report, platforms: made, missing } = await run('open');
    expect([report.outcome, report.reason, made, missing]).toEqual([
      'published',
      reason.replace(' has ', ' had '),
      all,
      [],
    ]);
    expect(imagesOf(await manifest(repository, tag)).map(({ platform }) => platform)).toEqual(all);
    expect(await missingIn(repository)).toBeUndefined();
  });
});

test('an image of a tree that cannot be built for it is made without it, and so is what stands on it', async () => {
  const prefix = fresh('optional-tree');
  const contents = {
    base: 'FROM python:3.13-alpine\nRUN case $(uname -m) in armv[78]l) echo "error: no such machine"; exit 1;; esac\n',
    top: `FROM ${registry}/${prefix}/base\nRUN uname -m > /machine\n`,
  };
  for (const [name, text] of Object.entries(contents)) {
    await mkdir(join(folder, 'container', name), { recursive: true });
    await writeFile(join(folder, 'container', name, 'Dockerfile'), text);
  }
  const words = ['tree', '--json', '--push', '--path=container', '--verify=off', '--provenance=false'];
  const places = ['--registry', registry, '--image-name', prefix, '--tags=1.0'];
  const platforms = ['--platform=linux/amd64,linux/arm/v7', '--platform-optional=linux/arm/v7'];
  const done = await cli([...words, ...places, ...platforms], { cwd: folder });
  expect(done.code, done.stdout.slice(-4000) + done.stderr.slice(-4000)).toBe(0);
  const { images } = JSON.parse(done.stdout) as RunReport;
  expect(
    images.map(({ subject, outcome, platforms: made, missing }) => ({
      name: subject.name,
      outcome,
      made: made.map(({ platform }) => platform),
      missing: missing?.map(({ platform, problems: [problem] }) => [
        platform,
        problem?.message,
        problem?.detail,
      ]),
    })),
  ).toEqual([
    {
      name: 'base',
      outcome: 'published',
      made: ['linux/amd64'],
      missing: [['linux/arm/v7', expect.stringContaining('could not be built'), ['error: no such machine']]],
    },
    {
      name: 'top',
      outcome: 'published',
      made: ['linux/amd64'],
      missing: [['linux/arm/v7', expect.stringContaining('base, which it stands on'), undefined]],
    },
  ]);
  for (const name of ['base', 'top']) {
    const repository = `${prefix}/${name}`;
    // Of one platform that was wanted alone there would be no index.
    expect(imagesOf(await manifest(repository, '1.0')).map(({ platform }) => platform)).toEqual([
      'linux/amd64',
    ]);
    expect(await missingIn(repository, '1.0')).toBe('linux/arm/v7');
  }
});
