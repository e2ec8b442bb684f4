/**
 * A matrix from its first plan to one with nothing to do: three packages on two Pythons and two bases, made in shards; then
 * a new version, a base that moved, and the commands of docs/plan.md. Costs 110 s.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanReport } from '../../src/report/plan.ts';
import type { RunReport } from '../../src/report/report.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { copyBase, moveBase, openStage, type Stage } from './rebuilding.ts';
import { all, cli, runImage, tagsOf } from './support.ts';

let stage: Stage;
let folder: string;
beforeAll(async () => {
  stage = await openStage();
  folder = mkdtempSync(join(tmpdir(), 'e2e-matrix-'));
  for (const tag of ['3.13-slim', '3.11-slim']) {
    await copyBase(stage, 'bases', tag, tag);
    // Another tag of the same image: what it is called is all that matters here.
    await copyBase(stage, 'bases', tag, `${tag}-trixie`);
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await stage.stop();
});

/** One image is for all platforms. */
const everywhere = `--include=- { package: six, python_version: '3.13', target_base: slim, platform: '${all.join(' ')}' }`;

/** Everything but what is wanted is the same for both commands. */
const machine = (): string[] => [`--registry=${stage.registry.host}`, '--json'];

async function plan(
  more: readonly string[],
  packages = 'tide-table tide-clock six',
  versions = 'last 1',
): Promise<PlanReport> {
  const done = await cli(
    [
      'plan',
      `--packages=${packages}`,
      `--package-versions=${versions}`,
      '--python-versions=3.13 3.11',
      '--target-bases=slim slim-trixie',
      '--image-name=set/{package}',
      '--platform=linux/amd64',
      '--provenance=false',
      `--base-registry=${stage.registry.host}/bases`,
      `--index-url=${stage.index.url}`,
      `--plan-file=${join(folder, 'plan.json')}`,
      ...machine(),
      ...more,
    ],
    { cwd: process.cwd() },
  );
  const report = JSON.parse(done.stdout) as PlanReport;
  if (done.code !== 0) throw new Error(JSON.stringify(report.problems, null, 2));
  return report;
}

const makes = async (shard: number, ...more: readonly string[]): Promise<RunReport> => {
  const done = await cli([
    'build',
    `--cells=${join(folder, 'plan.json')}#${shard}`,
    '--push',
    ...machine(),
    ...more,
  ]);
  const report = JSON.parse(done.stdout) as RunReport;
  if (done.code !== 0) throw new Error(JSON.stringify(report, null, 2));
  return report;
};

/** `six 3.13 slim: absent`, of what is to be made. */
const stale = ({ images }: PlanReport): string[] =>
  images
    .filter(({ decision }) => decision !== 'keep')
    .map(({ name, decision }) => `${decision} ${name}`)
    .toSorted();

const names = (which: string, versions: Readonly<Record<string, string>>): string[] =>
  Object.entries(versions)
    .flatMap(([name, version]) =>
      ['3.11', '3.13'].flatMap((python) =>
        ['slim', 'slim-trixie'].map((base) => `${which} ${name} ${version} on Python ${python} ${base}`),
      ),
    )
    .toSorted();

let newest: string;

test('the first plan makes all, in as many jobs as are allowed', async () => {
  const first = await plan(['--max-jobs=2', everywhere]);
  newest = first.images.find(({ name }) => name.startsWith('six '))!.name.split(' ')[1]!;
  expect(stale(first)).toEqual(names('build', { six: newest, 'tide-clock': '1.0', 'tide-table': '1.1.0' }));
  expect(first.shards.map(({ cells }) => cells.length)).toEqual([6, 6]);
  expect(first.shards.flatMap(({ images }) => images)).toEqual(Array.from({ length: 12 }, (_, at) => at));
});

test('each job makes its images, and the next plan has nothing to do', async () => {
  const made = [await makes(1, '--concurrency=3'), await makes(2, '--concurrency=3')];
  expect(made.flatMap(({ images }) => images.map(({ outcome }) => outcome))).toEqual(
    Array<string>(12).fill('published'),
  );
  const { host } = stage.registry;
  expect(Object.keys(await tagsOf('set/tide-clock', host)).filter((tag) => !tag.includes('trixie'))).toEqual([
    'py3.11-slim-1',
    'py3.11-slim-1.0',
    'py3.11-slim-LATEST',
    'py3.13-slim-1',
    'py3.13-slim-1.0',
    'py3.13-slim-LATEST',
  ]);
  expect(
    await runImage(`${host}/set/six:py3.13-slim-LATEST`, 'linux/arm/v7', [
      'python',
      '-c',
      'import six, platform; print(six.__version__, platform.machine())',
    ]),
  ).toBe(`${newest} armv7l`);
  const second = await plan([everywhere]);
  expect([stale(second), second.shards, second.images.length]).toEqual([[], [], 12]);
});

test('a new version makes its own images, and moves tags to them', async () => {
  await stage.offer('tide-table 1.0.0', 'tide-table 1.1.0', 'tide-clock 1.0', 'tide-clock 1.1');
  const third = await plan([], 'tide-clock', 'last 2');
  expect(stale(third)).toEqual(names('build', { 'tide-clock': '1.1' }));
  await makes(1);
  const tags = await tagsOf('set/tide-clock', stage.registry.host);
  expect([tags['py3.13-slim-LATEST'], tags['py3.13-slim-1']]).toEqual([
    tags['py3.13-slim-1.1'],
    tags['py3.13-slim-1.1'],
  ]);
  expect(tags['py3.13-slim-1.0']).not.toBe(tags['py3.13-slim-1.1']);
});

test('a base that moved makes its own images, as a rebase', async () => {
  await moveBase(stage, 'bases', all);
  const fourth = await plan([], 'tide-clock', 'last 2');
  expect(stale(fourth)).toEqual([
    'rebase tide-clock 1.0 on Python 3.13 slim',
    'rebase tide-clock 1.1 on Python 3.13 slim',
  ]);
  const { images } = await makes(1);
  expect(images.map(({ decision, outcome }) => [decision, outcome])).toEqual([
    ['rebase', 'published'],
    ['rebase', 'published'],
  ]);
});

test('an image that fails keeps no other from being published, and no image is begun that has no time left', async () => {
  const cells = (texts: readonly Readonly<Record<string, string>>[]): string =>
    JSON.stringify({
      inputs: {
        python_version: '3.13',
        target_base: 'slim',
        platform: 'linux/amd64',
        base_registry: `${stage.registry.host}/bases`,
        index_url: stage.index.url,
      },
      cells: texts,
    });
  const broken = {
    package: 'tide-table',
    package_version: '1.0.0',
    image_name: 'fault/a',
    verify_command: 'false',
  };
  const sound = { package: 'tide-clock', package_version: '1.0', image_name: 'fault/b' };
  const run = async (...options: readonly string[]): Promise<[number, string[]]> => {
    const done = await cli(['build', '--push', '--concurrency=1', ...machine(), ...options]);
    const { images } = JSON.parse(done.stdout) as RunReport;
    return [done.code, images.map(({ outcome }) => outcome)];
  };
  const both = `--cells=${cells([broken, sound])}`;
  expect(await run(both, '--fail-fast')).toEqual([6, ['failed', 'skipped']]);
  expect(await run(both)).toEqual([6, ['failed', 'published']]);
});

test('the commands of the page plan and make one of the jobs', async () => {
  const work = join(folder, 'page');
  mkdirSync(work);
  writeFileSync(
    join(work, 'python-images.yml'),
    `python_versions: '3.13'\nplatform: linux/amd64\nbase_registry: ${stage.registry.host}/bases\nindex_url: ${stage.index.url}\n`,
  );
  const registry = { 'ghcr.io': stage.registry.host };
  const wanted = {
    ...registry,
    'example/uvicorn': 'page/{package}',
    uvicorn: 'tide-clock',
    'full slim alpine': 'slim',
  };
  const planned = await cli(argumentsOf(commandOn('docs/plan.md', /^python-image-builder plan /, wanted)), {
    cwd: work,
  });
  expect([planned.code, planned.stdout.split('\n')[0]]).toEqual([
    0,
    '2 images: 2 to make in 1 job, 0 to keep',
  ]);
  const made = await cli(argumentsOf(commandOn('docs/plan.md', / build .* --push$/, registry)), {
    cwd: work,
  });
  expect([made.code, made.stdout.split('\n')[0]]).toEqual([0, '2 images: 2 published']);
  expect(JSON.parse(readFileSync(join(work, 'python-images-plan.json'), 'utf8'))).toMatchObject({
    schema: 1,
  });
});
