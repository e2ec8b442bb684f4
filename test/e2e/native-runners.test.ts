/**
 * One image whose platforms two jobs make, each as on a runner of its own, and `merge`, which puts them together. Costs
 * 95 s.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlanReport, planOutputs } from '../../src/report/plan.ts';
import type { Report, RunReport } from '../../src/report/report.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { copyBase, openStage, type Stage } from './rebuilding.ts';
import { cli, manifest, must, runImage, tagsOf } from './support.ts';

let stage: Stage;
let folder: string;
beforeAll(async () => {
  stage = await openStage();
  folder = mkdtempSync(join(tmpdir(), 'e2e-runners-'));
  await copyBase(stage, 'bases', '3.13-slim', '3.13-slim');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await stage.stop();
});

const tag = 'py3.13-slim-1.1.0';
const platforms = ['linux/amd64', 'linux/arm64'] as const;
const planFile = (): string => join(folder, 'plan.json');
const reports = (): string => join(folder, 'reports');
const machine = (): string[] => [`--registry=${stage.registry.host}`, '--json'];

/** Inputs of the image, for `plan` and for `build`. */
const image = (name: string): string[] => [
  `--image-name=${name}`,
  `--platform=${platforms.join(',')}`,
  `--base-registry=${stage.registry.host}/bases`,
  `--index-url=${stage.index.url}`,
];

/** @param more attestations, mostly: without any, a part of one platform is no index where it is built. */
async function plan(name: string, ...more: readonly string[]): Promise<PlanReport> {
  rmSync(reports(), { recursive: true, force: true });
  mkdirSync(reports());
  const text = await must(
    ...command(
      'plan',
      '--packages=tide-table',
      '--package-versions=1.1.0',
      '--python-versions=3.13',
      '--target-bases=slim',
      '--runners=linux/arm64=ubuntu-24.04-arm',
      `--plan-file=${planFile()}`,
      ...image(name),
      ...more,
    ),
  );
  return JSON.parse(text) as PlanReport;
}

const command = (...args: readonly string[]): [string, string[]] => [
  process.execPath,
  [join(process.cwd(), 'dist/cli.js'), ...args, ...machine()],
];

/** What a job of the plan does. @param shard from 1. */
async function makes(shard: number): Promise<Report> {
  const file = join(reports(), `${shard}.json`);
  const words = onPage(/ build .* --report-file /, {
    'python-images-plan.json#1': `${planFile()}#${shard}`,
    'reports/1.json': file,
    'ghcr.io': stage.registry.host,
  });
  const { code, stderr } = await cli(words);
  if (code !== 0) throw new Error(stderr);
  return (JSON.parse(readFileSync(file, 'utf8')) as RunReport).images[0]!;
}

async function merge(): Promise<{ readonly code: number; readonly report: RunReport }> {
  const words = onPage(/^python-image-builder merge /, {
    ' reports': ` ${reports()}`,
    'ghcr.io': stage.registry.host,
  });
  const { code, stdout } = await cli([...words, `--plan-file=${planFile()}`, '--json']);
  return { code, report: JSON.parse(stdout) as RunReport };
}

/** A command of the page, with names of this test. */
const onPage = (which: RegExp, names: Readonly<Record<string, string>>): string[] =>
  argumentsOf(commandOn('docs/plan.md', which, names));

const problemsOf = ({ images }: RunReport): string[] =>
  images.flatMap(({ problems }) => problems.map(({ message }) => message));

test.each([
  ['without attestations', '--provenance=false'],
  ['with provenance', '--provenance=true'],
])('two jobs and merge make what one job makes, %s', async (_, attestations) => {
  const name = `split/${attestations.endsWith('true') ? 'attested' : 'plain'}`;
  const first = await plan(name, attestations);
  expect(first.shards.map(({ runner, cells }) => [runner, cells[0]!['part']])).toEqual([
    ['ubuntu-latest', 'linux/amd64'],
    ['ubuntu-24.04-arm', 'linux/arm64'],
  ]);
  expect(planOutputs(first)['split']).toBe('1');
  const parts = [await makes(1), await makes(2)];
  expect(parts.map(({ outcome, part }) => [outcome, part])).toEqual([
    ['pushed', ['linux/amd64']],
    ['pushed', ['linux/arm64']],
  ]);
  const { host } = stage.registry;
  expect(await tagsOf(name, host)).toEqual({});

  const { code, report } = await merge();
  expect([code, report.images.map(({ outcome }) => outcome)]).toEqual([0, ['published']]);
  const [merged] = report.images;
  expect(merged!.platforms.map(({ platform, checks }) => [platform, checks.length > 0])).toEqual([
    ['linux/amd64', true],
    ['linux/arm64', true],
  ]);
  const tags = await tagsOf(name, host);
  expect(Object.keys(tags)).toEqual(['py3.13-slim-1', 'py3.13-slim-1.1', tag, 'py3.13-slim-LATEST']);
  expect(new Set(Object.values(tags))).toEqual(new Set([merged!.digest]));
  for (const [platform, uname] of [
    ['linux/amd64', 'x86_64'],
    ['linux/arm64', 'aarch64'],
  ] as const) {
    const print = 'import platform, tide_table; print(platform.machine())';
    expect(await runImage(`${host}/${name}:${tag}`, platform, ['python', '-c', print])).toBe(uname);
  }
  // Put together once, it stays; and so says the next plan.
  const again = await merge();
  expect([again.code, again.report.images.map(({ outcome }) => outcome)]).toEqual([0, ['kept']]);
  const second = await plan(name, attestations);
  expect([second.shards, planOutputs(second)['split']]).toEqual([[], '0']);

  if (attestations.endsWith('true')) {
    const { manifests } = await manifest(name, tag, host);
    expect(manifests.map(({ annotations }) => annotations !== undefined)).toEqual([false, false, true, true]);
    return;
  }
  // A provenance says when it was made; without one, one job makes the very same.
  await must(
    ...command(
      'build',
      '--package=tide-table',
      '--package-version=1.1.0',
      '--python-version=3.13',
      '--target-base=slim',
      '--push',
      attestations,
      ...image(`${name}-whole`),
    ),
  );
  expect((await tagsOf(`${name}-whole`, host))[tag]).toBe(merged!.digest);
});

test('an image of which a platform is missing is not published, and the report says why', async () => {
  const name = 'split/missing';
  await plan(name, '--provenance=false');
  await makes(1);
  const { code, report } = await merge();
  expect([code, problemsOf(report)]).toEqual([
    5,
    [
      'No job reported linux/arm64: it was cancelled, or ended before it could. Look at its log. The next plan makes the image again.',
    ],
  ]);
  expect(await tagsOf(name, stage.registry.host)).toEqual({});
  const whole = JSON.parse(
    (
      await cli([
        ...onPage(/^python-image-builder report /, { ' reports': ` ${reports()}` }),
        `--plan-file=${planFile()}`,
        '--json',
      ])
    ).stdout,
  ) as RunReport;
  expect(problemsOf(whole)).toEqual([
    'Its platforms were made, and no job put them together. Look at the log of the job of "merge"; the next plan has the image again.',
  ]);
  // The other job is run again, and after it this one.
  await makes(2);
  expect((await merge()).code).toBe(0);
});

test('parts of different versions are no image', async () => {
  const name = 'split/moved';
  await plan(name, '--provenance=false');
  await makes(1);
  await stage.offer('tide-table 1.1.0', 'tide-clock 1.0', 'tide-clock 1.1');
  await makes(2);
  const { code, report } = await merge();
  expect([code, problemsOf(report)]).toEqual([
    5,
    [
      'linux/amd64 and linux/arm64 were made of different things: tide-clock 1.0 and 1.1. Something was released while the jobs ran: the next plan makes the image again.',
    ],
  ]);
  expect(await tagsOf(name, stage.registry.host)).toEqual({});
});

test('what was removed before it got its tag is missed, and a file that is no report', async () => {
  const name = 'split/removed';
  await plan(name, '--provenance=false');
  await makes(1);
  const { digest } = await makes(2);
  const { host } = stage.registry;
  await fetch(`http://${host}/v2/${name}/manifests/${digest}`, { method: 'DELETE' });
  const { code, report } = await merge();
  expect([code, problemsOf(report)]).toEqual([
    4,
    [
      `The part of ${host}/${name}:${tag} for linux/arm64 is gone, ${digest}: something removes what has no tag while images are made. The next plan makes the image again.`,
    ],
  ]);
  writeFileSync(join(reports(), '3.json'), '{}');
  const wrong = await merge();
  expect([wrong.code, wrong.report.problems.map(({ message }) => message)]).toEqual([
    2,
    [
      `reports: "${join(reports(), '3.json')}" is no report: the folder must hold nothing else that ends in .json.`,
    ],
  ]);
});
