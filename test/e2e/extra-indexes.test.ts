/** Packages of a company's index beside the public one: whose they are, and who sees the credentials. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { makeWheels } from '../dockerfiles/programs.ts';
import { type Company, expectNoCredentials, startCompany } from './company.ts';
import { serveIndex } from './local-index.ts';
import { makeSources } from './made-sources.ts';
import { cli, failing, fresh, registry, runImage } from './support.ts';

let company: Company;
beforeAll(async () => {
  company = await startCompany();
});
afterAll(() => company.stop());

/** Compiled under emulation, and the build of a project: every week. */
test('what is cross-compiled comes from its own index, and finds no credentials', () =>
  expectNoCredentials(company, 'auto', 'cross'));

test('an index that is down ends it for what it owns, and the other is not asked', async () => {
  const { code, report } = await failing([
    ...company.options('internal-* http://127.0.0.1:9/simple'),
    '--platform=linux/amd64',
    '--dry-run',
  ]);
  expect({ code, problems: report.problems }).toEqual({
    code: 3,
    problems: [
      {
        station: 'index',
        message: expect.stringMatching(
          /^GET http:\/\/127\.0\.0\.1:9\/simple\/internal-lib\/: .*By extra_indexes, internal-lib comes from there alone\.$/,
        ),
      },
    ],
  });
});

test('a built wheel of another index is taken in place of compiling, of the version that the main one has', async () => {
  const [source] = await makeSources(company.folder, ['fastidious']);
  const { folder } = company;
  const [own, ...wheels] = await makeWheels(
    folder,
    [
      ['1.0', 'manylinux_2_17_x86_64'],
      ['1.0', 'linux_armv7l'],
      ['2.0', 'linux_armv7l'],
    ].map(([version, platform]) => ({
      name: 'fastidious',
      version: version!,
      tag: `cp313-cp313-${platform}`,
      pure: false,
      files: { 'fastidious.py': 'def main():\n    print("built elsewhere")\n' },
      entry_points: '[console_scripts]\nfastidious = fastidious:main\n',
    })),
  );
  const [sources, built] = await Promise.all([
    serveIndex([source!, join(folder, own!.filename)]),
    serveIndex(
      wheels.map(({ filename }) => join(folder, filename)),
      undefined,
      { alone: true },
    ),
  ]);
  const repository = fresh('extra-wheels');
  const build = (...options: readonly string[]) =>
    cli([
      'build',
      '--json',
      '--package=fastidious',
      '--package-version=latest',
      '--python-version=3.13',
      '--target-base=slim',
      '--platform=linux/arm/v7',
      `--base-registry=${registry}/library`,
      `--index-url=${sources.url}`,
      `--extra-indexes=pi = wheels linux/arm/v7 ${built.url}`,
      `--registry=${registry}`,
      `--image-name=${repository}`,
      ...options,
    ]);
  try {
    const done = await build('--push');
    const { problems, compiled, tags } = JSON.parse(done.stdout) as Report;
    expect({ problems, compiled, tags }, done.stderr).toEqual({
      problems: [],
      compiled: [
        {
          platform: 'linux/arm/v7',
          name: 'fastidious',
          version: '1.0',
          because: 'no wheel for cp313 on linux/arm/v7',
          way: 'wheel',
          from: 'pi',
        },
      ],
      tags: expect.arrayContaining(['py3.13-slim-1.0']),
    });
    const image = `${registry}/${repository}:py3.13-slim-1.0`;
    expect(await runImage(image, 'linux/arm/v7', ['fastidious'])).toBe('built elsewhere');
    await built.stop();
    // What is published stays as it is; what is made anew is compiled.
    const [kept, again] = [await build('--dry-run', '--push'), await build('--dry-run', '--force')];
    const after = JSON.parse(again.stdout) as Report;
    const { decision, reason } = JSON.parse(kept.stdout) as Report;
    expect({ decision, reason }).toEqual({
      decision: 'keep',
      reason: expect.stringMatching(/^nothing changed: /) as string,
    });
    expect(after.compiled.map(({ name, way, from }) => [name, way, from])).toEqual([
      ['fastidious', 'cross', undefined],
    ]);
    expect(again.stdout).toMatch(/no wheels are taken from pi, and what has none is compiled: GET http/);
  } finally {
    await sources.stop();
  }
});
