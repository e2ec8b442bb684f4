/**
 * A tree of Dockerfiles in a Git repository: built, left alone, built in part after a change, and on a branch. Costs 40 s, and
 * 10 s more for the files that one of its images exports: taken out, attached to a release, and refused.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { BakeFile } from '../../src/build/bake-file.ts';
import type { BuildxRun } from '../../src/report/fold.ts';
import type { Report, RunReport } from '../../src/report/report.ts';
import type { ReleaseReport } from '../../src/report/release.ts';
import { startGitHub } from '../support/github.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { cli, fresh, imagesOf, manifest, must, registry, runImage, tagsOf } from './support.ts';
import { watch, type Watched } from './watched.ts';

const prefix = fresh('tree');
const nameOf = (image: string): string => `${prefix}/${image}`;
const platforms = ['linux/amd64', 'linux/arm64'];

/** `left` and `right` stand on `base`, which has each copy its own files; `right` has no program at all. */
const contents = {
  'images.yml': '- {name: right, exports: /marks/*.txt}\n',
  'base/Dockerfile': 'FROM python:3.13-alpine\nCOPY *.txt /base/\nONBUILD COPY marks/ /marks/\n',
  'base/kept.txt': '',
  'base/private.txt': '',
  'base/Dockerfile.dockerignore': 'private.txt\n',
  'base/test.sh': 'ls /base\n',
  'left/Dockerfile': `ARG REPOSITORY=ghcr.io/example/images\nARG BASE_TAG=latest\nFROM \${REPOSITORY}/base:\${BASE_TAG}\n`,
  'left/marks/left.txt': 'left\n',
  'right/Dockerfile': 'FROM base AS made\nFROM scratch\nCOPY --from=made /marks /marks\n',
  'right/marks/right.txt': 'right\n',
  'leaf/Dockerfile': `ARG REPOSITORY=ghcr.io/example/images
FROM \${REPOSITORY}/left
COPY --from=${registry}/${nameOf('right')} /marks/right.txt /marks/
CMD ["cat", "/marks/left.txt", "/marks/right.txt"]
`,
  'leaf/test.sh': '#!/bin/sh\nset -e\ncat /marks/*.txt\nuname -m\n',
};

const workspace = mkdtempSync(join(tmpdir(), 'e2e-tree-'));
let watched: Watched;
afterAll(() => rmSync(workspace, { recursive: true, force: true }));
beforeAll(async () => {
  watched = await watch(workspace, ['docker']);
  await git('init', '--quiet', '--initial-branch=main');
  await commit(contents);
});

const git = (...args: readonly string[]): Promise<string> =>
  must('git', ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com', ...args], { cwd: workspace });

async function commit(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const place = join(workspace, 'container', path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
  }
  await git('add', 'container');
  await git('commit', '--quiet', '--message=images');
}

interface Ran {
  readonly report: RunReport;
  readonly byName: Readonly<Record<string, Report>>;
  /** The targets of each run of buildx. */
  readonly built: readonly (readonly string[])[];
}

async function tree(...more: readonly string[]): Promise<Ran> {
  const places = ['--path=container', '--registry', registry, '--image-name', prefix];
  const words = ['tree', ...places, `--platform=${platforms.join(',')}`, '--push', '--json', ...more];
  const env = { ...process.env, PATH: watched.path };
  const done = await cli(words, { cwd: workspace, env });
  expect(done.code, done.stdout.slice(-4000) + done.stderr.slice(-4000)).toBe(0);
  const report = JSON.parse(done.stdout) as RunReport;
  const calls = watched.take().calls.filter((call) => / bake .*--file=docker-bake\.json/.test(call));
  return {
    report,
    byName: Object.fromEntries(report.images.map((image) => [image.subject.name, image])),
    built: calls.map((call) =>
      call
        .slice(call.indexOf(' bake ') + 6)
        .split(' ')
        .filter((word) => !word.startsWith('--')),
    ),
  };
}

/** Name, outcome and reason, in the order of the report. */
const became = ({ report }: Ran): (readonly [string, string, string])[] =>
  report.images.map(({ subject, outcome, reason }) => [subject.name, outcome, reason]);

const absent = (name: string, tag: string): string => `${registry}/${nameOf(name)}:${tag} does not exist yet`;
const wasAbsent = (name: string, tag: string): string => `${registry}/${nameOf(name)}:${tag} did not exist`;

/** Of each check of an image on a platform its name, and what it says of a program's output. */
const checksOf = (report: Report | undefined, platform: string): string[] =>
  report?.platforms
    .find((one) => one.platform === platform)
    ?.checks.filter(({ ok }) => ok)
    .map(({ name, message }) => (name === 'test' ? `${name}: ${message}` : name)) ?? [];

const layersOf = async (name: string, tag: string, platform: string): Promise<string[]> => {
  const { digest } = imagesOf(await manifest(nameOf(name), tag)).find((one) => one.platform === platform)!;
  return (await manifest(nameOf(name), digest)).layers.map((layer) => layer.digest);
};

test('prints in a dry run what would be made, in which order and why', async () => {
  const command = commandOn('docs/tree.md', /^python-image-builder tree /, {
    'ghcr.io': registry,
    'example/images': prefix,
  });
  const more = [`--platform=${platforms.join(',')}`, '--json'];
  const done = await cli([...argumentsOf(command), ...more], { cwd: join(workspace, 'container') });
  const planned = JSON.parse(done.stdout) as RunReport & { readonly runs: readonly BuildxRun[] };
  expect(planned.images.map(({ subject, outcome, reason }) => [subject.name, outcome, reason])).toEqual([
    ['base', 'planned', absent('base', 'main')],
    ['left', 'planned', absent('left', 'main')],
    ['right', 'planned', absent('right', 'main')],
    ['leaf', 'planned', absent('leaf', 'main')],
  ]);
  expect(planned.runs.map(({ images }) => images)).toEqual([['base', 'left', 'right', 'leaf']]);
  const { target } = JSON.parse(planned.runs[0]!.files['docker-bake.json']!) as BakeFile;
  expect(target['leaf']?.contexts).toEqual({
    'ghcr.io/example/images/left': 'target:left',
    [`${registry}/${nameOf('right')}`]: 'target:right',
  });
  expect(await tagsOf(nameOf('leaf'))).toEqual({});
});

test('builds all in one run of buildx, checks each on both platforms, and publishes them', async () => {
  const ran = await tree();
  expect(became(ran)).toEqual(
    ['base', 'left', 'right', 'leaf'].map((name) => [name, 'published', wasAbsent(name, 'main')]),
  );
  expect(ran.built).toEqual([
    [
      'base',
      'base-checked',
      'base-verify',
      'left',
      'left-verify',
      'right',
      'right-exports',
      'right-verify',
      'leaf',
      'leaf-verify',
    ],
  ]);
  expect(ran.report.notes).toEqual([
    `ghcr.io/example/images/ is taken as what stands before the names of this tree's images: container/leaf/Dockerfile has "\${REPOSITORY}/left", which is "ghcr.io/example/images/left"`,
  ]);
  const { base, right, leaf } = ran.byName;
  for (const [platform, machine] of [
    ['linux/amd64', 'x86_64'],
    ['linux/arm64', 'aarch64'],
  ] as const) {
    const read = ['entry', 'links', 'programs'];
    const python = ['interpreter', 'metadata', 'libraries'];
    // The checks stand on the image without its ONBUILD, which takes the same files.
    expect(checksOf(base, platform)).toEqual([...read, ...python, 'test: kept.txt']);
    expect(checksOf(right, platform)).toEqual(['links', 'programs']);
    expect(checksOf(leaf, platform)).toEqual([...read, ...python, `test: left\nright\n${machine}`]);
    expect(await runImage(`${registry}/${nameOf('leaf')}@${leaf!.digest}`, platform, [])).toBe('left\nright');
    expect((await layersOf('leaf', 'main', platform)).slice(0, -1)).toEqual(
      await layersOf('left', 'main', platform),
    );
  }
  // Its Dockerfile calls it by a prefix of another owner.
  const { annotations } = await manifest(nameOf('left'), 'main');
  expect(annotations?.['org.opencontainers.image.base.name']).toBe(`${registry}/${nameOf('base')}:main`);
  expect(leaf!.base.reference).toBe(`${registry}/${nameOf('left')}:main`);
  const over = leaf!.platforms.map(({ added = 0, size = 0 }) => added > 0 && added < size / 100);
  expect(over).toEqual([true, true]);
  expect(right!.exports?.files.map(({ platform, path, size }) => [platform, path, size])).toEqual(
    platforms.map((platform) => [platform, '/marks/right.txt', 6]),
  );
  for (const { file } of right!.exports?.files ?? []) expect(await readFile(file, 'utf8')).toBe('right\n');
  expect(right!.exports?.files.map(({ file }) => file)).toEqual([
    join(workspace, 'exports/right/linux_amd64/marks/right.txt'),
    join(workspace, 'exports/right/linux_arm64/marks/right.txt'),
  ]);
  for (const name of ['base', 'left', 'right', 'leaf'])
    expect(await tagsOf(nameOf(name))).toEqual({ main: ran.byName[name]!.digest });
});

test('keeps all where nothing changed, and starts no builder', async () => {
  const ran = await tree();
  expect(ran.report.images.map(({ subject, outcome }) => [subject.name, outcome])).toEqual([
    ['base', 'kept'],
    ['left', 'kept'],
    ['right', 'kept'],
    ['leaf', 'kept'],
  ]);
  expect(ran.built).toEqual([]);
});

test('makes after a commit the image whose file changed and what stands on it, and asks for no other', async () => {
  await commit({ 'right/marks/right.txt': 'right again\n', 'README.md': 'Images\n' });
  const ran = await tree('--changed=HEAD~1');
  const left = 'none of its files changed, and nothing that it stands on';
  expect(became(ran)).toEqual([
    ['right', 'published', 'the recipe changed: files of the build context'],
    ['leaf', 'published', 'right, which it stands on, is built anew'],
    ['base', 'skipped', left],
    ['left', 'skipped', left],
  ]);
  expect(ran.built).toEqual([['right', 'right-exports', 'right-verify', 'leaf', 'leaf-verify']]);
  expect(ran.report.notes.slice(1)).toEqual([
    'right: files changed: container/right/marks/right.txt',
    'leaf: parent-rebuilt: right',
  ]);
  expect(await runImage(`${registry}/${nameOf('leaf')}:main`, 'linux/amd64', [])).toBe('left\nright again');
  // What was made on published parents is what a run of all images would make.
  const all = await tree();
  expect(all.report.images.map(({ outcome }) => outcome)).toEqual(['kept', 'kept', 'kept', 'kept']);
});

test('attaches the files of published images to a release of GitHub, before any tag moves', async () => {
  const github = await startGitHub('v1');
  onTestFinished(github.stop);
  const event = join(workspace, 'event.json');
  const published = { tag_name: 'v1', target_commitish: 'main', prerelease: false };
  await writeFile(event, JSON.stringify({ action: 'published', release: published }));
  const env = {
    ...process.env,
    GITHUB_EVENT_NAME: 'release',
    GITHUB_EVENT_PATH: event,
    GITHUB_REF: 'refs/tags/v1',
    GITHUB_REPOSITORY: 'example/images',
    GITHUB_TOKEN: 'token',
    GITHUB_API_URL: github.origin,
  };
  const release = async (): Promise<ReleaseReport> => {
    const words = ['release', '--images=left right', '--registry', registry, '--image-name', prefix];
    return JSON.parse((await cli([...words, '--json'], { cwd: workspace, env })).stdout) as ReleaseReport;
  };
  github.fail((line) => (line.startsWith('POST ') ? { status: 403, message: 'no' } : undefined));
  expect((await release()).outcome).toBe('failed');
  expect(Object.keys(await tagsOf(nameOf('right')))).toEqual(['main']);
  github.fail(() => undefined);
  const done = await release();
  expect([done.outcome, done.files.map(({ outcome }) => outcome)]).toEqual([
    'released',
    ['attached', 'attached'],
  ]);
  expect(github.files()).toEqual({
    'right-linux-amd64-right.txt': 'right again\n',
    'right-linux-arm64-right.txt': 'right again\n',
  });
  expect((await tagsOf(nameOf('right')))['v1']).toBe((await tagsOf(nameOf('right')))['main']);
  const again = await release();
  expect([again.outcome, again.files.map(({ outcome }) => outcome)]).toEqual([
    'unchanged',
    ['there', 'there'],
  ]);
});

test('stands on a branch on what the default branch has published', async () => {
  await git('switch', '--quiet', '--create=fix/issue-1');
  await commit({ 'leaf/Dockerfile': `${contents['leaf/Dockerfile']}ENV LEAF=branch\n` });
  const before = await tagsOf(nameOf('leaf'));
  const ran = await tree('--images=leaf');
  expect(became(ran)).toEqual([
    ['leaf', 'published', wasAbsent('leaf', 'fix-issue-1')],
    ['base', 'skipped', 'it was not asked for'],
    ['left', 'skipped', 'it was not asked for'],
    ['right', 'skipped', 'it was not asked for'],
  ]);
  expect(ran.built).toEqual([['image', 'image-verify']]);
  expect(await tagsOf(nameOf('leaf'))).toEqual({ ...before, 'fix-issue-1': ran.byName['leaf']!.digest });
  expect(Object.keys(await tagsOf(nameOf('left'))).toSorted()).toEqual(['main', 'v1']);
  expect((await layersOf('leaf', 'fix-issue-1', 'linux/arm64')).slice(0, -1)).toEqual(
    await layersOf('left', 'main', 'linux/arm64'),
  );
  expect(await runImage(`${registry}/${nameOf('leaf')}:fix-issue-1`, 'linux/amd64', ['env'])).toMatch(
    /^LEAF=branch$/m,
  );
});

test('publishes no image that does not hold the files which it exports', async () => {
  await commit({ 'images.yml': '- {name: right, exports: [/marks/*.txt, /marks/*.lock]}\n' });
  const before = await tagsOf(nameOf('right'));
  const places = ['--path=container', '--registry', registry, '--image-name', prefix];
  const words = ['tree', ...places, '--platform=linux/amd64', '--images=right', '--verify=off', '--push'];
  const done = await cli([...words, '--json'], { cwd: workspace });
  const { images } = JSON.parse(done.stdout) as RunReport;
  expect(images[0]?.problems.map(({ message }) => message)).toEqual([
    'right on linux/amd64, exports: nothing in the image is /marks/*.lock. Mend "exports" in the row of the image, or the image.',
  ]);
  expect(await tagsOf(nameOf('right'))).toEqual(before);
});
