import { describe, expect, test } from 'vitest';
import { report } from '../../src/commands/report.ts';
import { Failure } from '../../src/errors.ts';
import { FileFailure } from '../../src/file-failure.ts';
import type { Entry, World } from '../../src/ports.ts';
import { emptyPlanReport, type PlannedImage } from '../../src/report/plan.ts';
import type { RunReport } from '../../src/report/report.ts';
import { planFileText } from '../../src/sources/matrix/plan-file.ts';
import { published } from '../report/sample.ts';
import { testWorld } from '../support/world.ts';

const inputs = { reports: ['reports'], planFile: 'plan.json', planIsNamed: false };

/** Files by path, whose folders are looked into. @param empty folders without a file. */
function worldOf(files: Readonly<Record<string, string>>, empty: readonly string[] = []): World {
  const world = testWorld({ files });
  const folders = [...Object.keys(files).map((path) => path.replace(/[^/]*$/, '')), ...empty];
  return {
    ...world,
    files: {
      ...world.files,
      stat: (path) =>
        Promise.resolve(
          files[path] !== undefined
            ? { kind: 'file', size: files[path].length }
            : folders.some((one) => one === path || one.startsWith(`${path}/`))
              ? { kind: 'folder' }
              : undefined,
        ),
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

/** With one image for each decision, by name. */
const planOf = (decisions: Readonly<Record<string, PlannedImage['decision']>>) => ({
  ...emptyPlanReport,
  images: Object.entries(decisions).map(([name, decision]): PlannedImage => ({
    name,
    subject: { kind: 'package', name, version: '1.0', python: '3.13' },
    reference: `ghcr.io/owner/${name}:1.0`,
    tags: ['1.0'],
    decision,
    reason: 'it does not exist yet',
  })),
});

test('a plan and a folder alone are enough: no job reported anything', async () => {
  const plan = planOf({ a: 'build' });
  const merged = await report(worldOf({ 'plan.json': planFileText(plan) }, ['reports']), { inputs });
  expect(merged.images.map(({ repository, outcome, reason }) => [repository, outcome, reason])).toEqual([
    ['ghcr.io/owner/a', 'failed', 'no job reported it'],
  ]);
  expect(merged.images.map(({ subject }) => subject)).toEqual(plan.images.map(({ subject }) => subject));
  expect(merged.notes).toEqual(['there is no report in the folder "reports"']);
});

test('a report is named in place of its folder', async () => {
  const files = {
    'reports/1.json': JSON.stringify(image('a')),
    'reports/2.json': JSON.stringify(image('b')),
  };
  const merged = await report(worldOf(files), { inputs: { ...inputs, reports: ['reports/1.json'] } });
  expect(merged.images.map(({ repository }) => repository)).toEqual(['ghcr.io/owner/a']);
});

test('without anything to make, no folder is missed', async () => {
  const files = { 'plan.json': planFileText(planOf({ a: 'keep' })) };
  expect((await report(worldOf(files), { inputs })).kept).toHaveLength(1);
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
  const one = { 'reports/one.json': JSON.stringify({ ...published, tags: ['1.0'] }) };
  /** What is written, and the notes. @param files besides the README. */
  async function written(text: string, files: Readonly<Record<string, string>> = one) {
    const writes: [string, unknown][] = [];
    const world = worldOf({ ...files, 'README.md': text }, ['reports']);
    const write = (path: string, content: unknown) => {
      writes.push([path, content]);
      return Promise.resolve();
    };
    const withFiles = { ...world, files: { ...world.files, write } };
    const { notes } = await report(withFiles, { inputs: { ...inputs, readme: 'README.md' } });
    return { writes, notes };
  }

  test('is written into the README', async () => {
    expect((await written(around(''))).writes).toEqual([['README.md', around(list)]]);
  });

  test('is not written where it is there', async () => {
    expect((await written(around(list))).writes).toEqual([]);
  });

  const line = (name: string) => `- ${name} 1.0 on Python 3.13: \`ghcr.io/owner/${name}:1.0\``;
  const jobOf = (name: string) => ({
    'reports/1.json': JSON.stringify({
      ...image(name),
      subject: { kind: 'package', name, version: '1.0', python: '3.13' },
      destinations: [{ ...published.destinations[0], repository: `ghcr.io/owner/${name}` }],
    }),
  });
  const untouched = '"README.md" stays as it is: no job reported an image';
  test.each<
    readonly [string, ReturnType<typeof planOf>, Readonly<Record<string, string>>, string | undefined]
  >([
    ['nobody reported what was to be made', planOf({ a: 'retag', b: 'build', c: 'keep' }), {}, undefined],
    ['jobs reported other images', planOf({ a: 'build' }), jobOf('other'), undefined],
    ['nothing is known of any image', planOf({}), {}, undefined],
    ['nothing was to be made', planOf({ a: 'keep' }), {}, `\n${line('a')}\n`],
    [
      'one was reported, and of others only tags were to move, or they are listed',
      planOf({ a: 'retag', b: 'build', c: 'build', d: 'build' }),
      jobOf('d'),
      `\n${line('a')}\n${line('b')}\n${line('d')}\n`,
    ],
  ])('has what is still there where %s', async (_, plan, jobs, expected) => {
    const files = { 'plan.json': planFileText(plan), ...jobs };
    const { writes, notes } = await written(around(`\n${line('b')}\n`), files);
    expect(writes).toEqual(expected === undefined ? [] : [['README.md', around(expected)]]);
    expect(notes.includes(untouched)).toBe(expected === undefined);
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

test('a README that cannot be written is the mistake of its input', async () => {
  const files = { 'README.md': '<!-- python-images -->\n<!-- /python-images -->\n' };
  const world = worldOf({ ...files, 'reports/one.json': JSON.stringify(published) });
  const requireWritable = (path: string) =>
    Promise.reject(new FileFailure({ path, doing: 'written', code: 'EROFS' }));
  const readOnly = { ...world, files: { ...world.files, requireWritable } };
  await expect(report(readOnly, { inputs: { ...inputs, readme: 'README.md' } })).rejects.toMatchObject({
    problems: [{ station: 'input', about: 'readme' }],
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
    [
      'a folder that is not there, where something was to be made',
      { 'plan.json': planFileText(planOf({ a: 'build' })), 'README.md': '' },
      'reports',
      'reports: There is no folder "reports". Jobs write reports with report_file; actions/download-artifact brings them here, and makes no folder where no job wrote any.',
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
