import { describe, expect, test } from 'vitest';
import { report } from '../../src/commands/report.ts';
import { Failure } from '../../src/errors.ts';
import type { Entry, World } from '../../src/ports.ts';
import { emptyPlanReport } from '../../src/report/plan.ts';
import type { RunReport } from '../../src/report/report.ts';
import { planFileText } from '../../src/sources/matrix/plan-file.ts';
import { published } from '../report/sample.ts';
import { testWorld } from '../support/world.ts';

const inputs = { reports: ['reports'], planFile: 'plan.json', planIsNamed: false };

/** Files by path, whose folders are looked into. */
function worldOf(files: Readonly<Record<string, string>>): World {
  const world = testWorld({ files });
  return {
    ...world,
    files: {
      ...world.files,
      entries(folder) {
        const inside = Object.keys(files).filter((path) => path.startsWith(`${folder}/`));
        const names = new Set(inside.map((path) => path.slice(folder.length + 1).replace(/\/.*/, '')));
        return Promise.resolve(
          [...names].toSorted().map((name): Entry => ({
            name,
            kind: files[`${folder}/${name}`] === undefined ? 'folder' : 'file',
            mode: 0o644,
          })),
        );
      },
    },
  };
}

const image = (name: string) => ({ ...published, repository: `ghcr.io/owner/${name}`, tags: ['1.0'] });
const run = (...names: readonly string[]): RunReport => ({
  images: names.map(image),
  problems: [],
  notes: [],
  timeline: [],
});

test('the reports of jobs are read, in the folder and in folders in it', async () => {
  const merged = await report(
    worldOf({
      'reports/one.json': JSON.stringify(image('a')),
      'reports/report-2/report.json': JSON.stringify(run('b', 'c')),
      'reports/report-2/log.txt': 'no report',
      'reports/1/2/3/deep.json': 'not looked at',
    }),
    { inputs },
  );
  expect(merged.images.map(({ repository }) => repository)).toEqual([
    'ghcr.io/owner/a',
    'ghcr.io/owner/b',
    'ghcr.io/owner/c',
  ]);
});

test('the reports of jobs are read in several folders', async () => {
  const files = { 'one/a.json': JSON.stringify(image('a')), 'two/b.json': JSON.stringify(image('b')) };
  const merged = await report(worldOf(files), { inputs: { ...inputs, reports: ['one', 'two'] } });
  expect(merged.images.map(({ repository }) => repository)).toEqual(['ghcr.io/owner/a', 'ghcr.io/owner/b']);
});

test('a plan alone is enough: no job reported anything', async () => {
  const plan = {
    ...emptyPlanReport,
    images: [
      {
        name: 'a',
        subject: { kind: 'package', name: 'a', version: '1.0', python: '3.13' },
        reference: 'ghcr.io/owner/a:1.0',
        tags: ['1.0'],
        decision: 'build',
        reason: 'it does not exist yet',
      },
    ],
  } as const;
  const merged = await report(worldOf({ 'plan.json': planFileText(plan) }), { inputs });
  expect(merged.images.map(({ repository, outcome, reason }) => [repository, outcome, reason])).toEqual([
    ['ghcr.io/owner/a', 'failed', 'no job reported it'],
  ]);
  expect(merged.images.map(({ subject }) => subject)).toEqual(plan.images.map(({ subject }) => subject));
  expect(merged.notes).toEqual(['there is no report in the folder "reports"']);
});

test('a plan that was named must be there', async () => {
  const world = worldOf({ 'reports/one.json': JSON.stringify(image('a')) });
  const message =
    'plan_file: There is no file "plan.json". The command "plan" writes it; another job gets it with actions/upload-artifact and actions/download-artifact.';
  await expect(report(world, { inputs: { ...inputs, planIsNamed: true } })).rejects.toEqual(
    new Failure([{ station: 'input', about: 'plan_file', message }]),
  );
  expect((await report(world, { inputs })).images).toHaveLength(1);
});

test('every file that is no report is named', async () => {
  const world = worldOf({ 'reports/a.json': '{', 'reports/b.json': '{}', 'reports/c/d.json': '[]' });
  const failure: unknown = await report(world, { inputs }).catch((error: unknown) => error);
  expect(
    failure instanceof Failure && failure.problems.map(({ message }) => message.split(' is no')[0]),
  ).toEqual(['reports: "reports/a.json"', 'reports: "reports/b.json"', 'reports: "reports/c/d.json"']);
});

describe('the list of tags', () => {
  const around = (list: string) => `<!-- python-images -->\n${list}\n<!-- /python-images -->\n`;
  const list = '\n- tool 1.2.3 on Python 3.13: `ghcr.io/acme/tool:1.0`\n';
  /** What is written. */
  async function written(text: string): Promise<readonly (readonly [string, unknown])[]> {
    const writes: [string, unknown][] = [];
    const world = worldOf({
      'reports/one.json': JSON.stringify({ ...published, tags: ['1.0'] }),
      'README.md': text,
    });
    const write = (path: string, content: unknown) => {
      writes.push([path, content]);
      return Promise.resolve();
    };
    const withFiles = { ...world, files: { ...world.files, write } };
    await report(withFiles, { inputs: { ...inputs, readme: 'README.md' } });
    return writes;
  }

  test('is written into the README', async () => {
    expect(await written(around(''))).toEqual([['README.md', around(list)]]);
  });

  test('is not written where it is there', async () => {
    expect(await written(around(list))).toEqual([]);
  });

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['there is no README', {}, 'readme: there is no file "README.md".'],
    [
      'it has no place for the list',
      { 'README.md': '# Tool\n' },
      'readme: "README.md" has no place for the list of tags: it must have the lines "<!-- python-images -->" and "<!-- /python-images -->", in this order.',
    ],
  ])('is refused where %s', async (_, files, message) => {
    const world = worldOf({ ...files, 'reports/one.json': JSON.stringify(published) });
    await expect(report(world, { inputs: { ...inputs, readme: 'README.md' } })).rejects.toEqual(
      new Failure([{ station: 'input', about: 'readme', message }]),
    );
  });
});

describe('refuses', () => {
  const other = '"reports/x.json" is no report: the folder must hold nothing else that ends in .json.';
  test.each<readonly [string, Readonly<Record<string, string>>, string, string]>([
    [
      'neither reports nor a plan',
      {},
      'reports',
      'reports: There is neither a report in the folder "reports" nor the plan "plan.json". Jobs write reports with report_file; actions/download-artifact brings them here.',
    ],
    ['what is no JSON', { 'reports/x.json': '{' }, 'reports', `reports: ${other}`],
    [
      'a plan among the reports',
      { 'reports/x.json': planFileText(emptyPlanReport) },
      'reports',
      `reports: ${other}`,
    ],
    [
      'what another command wrote',
      { 'reports/x.json': '{"problems": [], "images": []}' },
      'reports',
      `reports: ${other}`,
    ],
    ['problems alone', { 'reports/x.json': '{"problems": []}' }, 'reports', `reports: ${other}`],
    [
      'a plan that is no JSON',
      { 'plan.json': '{' },
      'plan_file',
      'plan_file: "plan.json" is no JSON: it must be the file that the command "plan" writes.',
    ],
    [
      'a plan of another release',
      { 'plan.json': '{"schema": 2, "shards": []}' },
      'plan_file',
      'plan_file: "plan.json" is no plan that this release can read: make the plan with the same release.',
    ],
  ])('%s', async (_, files, about, message) => {
    await expect(report(worldOf(files), { inputs })).rejects.toEqual(
      new Failure([{ station: 'input', about, message }]),
    );
  });
});
