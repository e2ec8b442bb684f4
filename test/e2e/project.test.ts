/**
 * Projects: one of setuptools with an extension and extras, on three platforms, and one of pbr on Alpine, whose version is that
 * of its Git tags and whose requirements are locked. Costs 260 s.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report, RunReport } from '../../src/report/report.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { blob, cli, fresh, imagesOf, manifest, must, registry, runImage, tagsOf } from './support.ts';

const workspace = mkdtempSync(join(tmpdir(), 'e2e-project-'));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

const git = (folder: string, ...args: readonly string[]): Promise<string> =>
  must('git', ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com', ...args], { cwd: folder });

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

async function commit(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await write(folder, files);
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '--message=change');
}

interface Ran {
  readonly code: number;
  readonly report: RunReport;
  readonly byName: Readonly<Record<string, Report>>;
}

async function project(folder: string, prefix: string, ...more: readonly string[]): Promise<Ran> {
  const places = ['--registry', registry, '--image-name', prefix, '--python-version=3.13'];
  const done = await cli(['project', '--push', '--json', ...places, ...more], { cwd: folder });
  if (!done.stdout.startsWith('{')) throw new Error(done.stdout + done.stderr);
  // What is refused for its inputs is said without images.
  const said = JSON.parse(done.stdout) as Omit<RunReport, 'images'> & Partial<Pick<RunReport, 'images'>>;
  const report = { ...said, images: said.images ?? [] };
  const byName = Object.fromEntries(report.images.map((image) => [image.subject.name, image]));
  return { code: done.code, report, byName };
}

/** Name and outcome, with what is wrong. */
const became = ({ report }: Ran) =>
  Object.fromEntries(
    report.images.map(({ subject, outcome, problems }) => [
      subject.name,
      [outcome, ...problems.map(({ message }) => message)],
    ]),
  );

const messages = ({ report }: Ran): string[] => report.problems.map(({ message }) => message);

const imageOf = async (repository: string, tag: string, platform: string) => {
  const { digest } = imagesOf(await manifest(repository, tag)).find((one) => one.platform === platform)!;
  return manifest(repository, digest);
};

const cmdOf = async (repository: string, tag: string): Promise<unknown> => {
  const { config } = await imageOf(repository, tag, 'linux/amd64');
  const read = JSON.parse((await blob(repository, config.digest)).toString()) as { config: { Cmd: unknown } };
  return read.config.Cmd;
};

/** Folders and modules in site-packages that a layer adds. */
async function modulesIn(repository: string, digest: string): Promise<string[]> {
  const path = join(workspace, digest.slice(-12));
  await writeFile(path, await blob(repository, digest));
  const list = await must('tar', ['--list', '--file', path]);
  const names = [...list.matchAll(/^usr\/local\/lib\/python3\.13\/site-packages\/([^/\n]+)/gm)];
  return [...new Set(names.map(([, name = '']) => name))].toSorted();
}

describe('a project of setuptools, with an extension, extras and packages of the distribution', () => {
  const folder = join(workspace, 'foo');
  const prefix = fresh('project-foo');
  const [base, manage, executor] = ['foo-base', 'foo-manage', 'foo-executor'].map(
    (name) => `${prefix}/${name}`,
  ) as [string, string, string];
  const options = ['--target-base=slim', '--platform=linux/amd64,linux/arm64,linux/arm/v7'];

  beforeAll(async () => {
    await mkdir(folder);
    await git(folder, 'init', '--quiet', '--initial-branch=main');
    await commit(folder, {
      'pyproject.toml': `[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"
[project]
name = "foo"
version = "1.2.0"
dependencies = ["six"]
[project.optional-dependencies]
foo_base = ["toml"]
foo_executor = ["itsdangerous"]
test = ["pytest"]
[project.scripts]
foo-manage = "foo:manage"
foo-executor = "foo:executor"
[tool.setuptools]
packages = ["foo"]
ext-modules = [{ name = "foo._hash", sources = ["hash.c"] }]
`,
      'bindep.txt':
        'uthash-dev [compile platform:dpkg]\nno-such-package [test]\nnone-either [platform:apk]\n',
      'foo/__init__.py': `import platform, toml
from foo._hash import version
def manage(): print("manage", version(), platform.machine())
def executor():
    import itsdangerous
    print("executor", itsdangerous.__name__)
`,
      'hash.c': `#include <Python.h>
#include <uthash.h>
#define TEXT(number) #number
#define TEXT_OF(macro) TEXT(macro)
static PyObject *version(PyObject *self, PyObject *none) { return PyUnicode_FromString(TEXT_OF(UTHASH_VERSION)); }
static PyMethodDef methods[] = {{"version", version, METH_NOARGS, ""}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_hash", "", -1, methods};
PyMODINIT_FUNC PyInit__hash(void) { return PyModule_Create(&module); }
`,
    });
  });

  test('prints in a dry run what would be made, and why', async () => {
    const command = commandOn('docs/project.md', /^python-image-builder /, {
      'ghcr.io': registry,
      'example/foo': prefix,
    });
    const more = ['--target-base=slim', '--python-version=3.13', '--platform=linux/amd64', '--json'];
    const done = await cli([...argumentsOf(command), ...more], { cwd: folder });
    const planned = JSON.parse(done.stdout) as RunReport;
    expect(planned.problems).toEqual([]);
    expect(planned.images.map(({ subject, outcome, reason }) => [subject.name, outcome, reason])).toEqual(
      ['foo-base', 'foo-manage', 'foo-executor'].map((name) => [
        name,
        'planned',
        `${registry}/${prefix}/${name}:1.2.0 does not exist yet`,
      ]),
    );
    expect(await tagsOf(base)).toEqual({});
  });

  test('gives images that run on each platform, those of scripts with what is only theirs', async () => {
    const ran = await project(folder, prefix, ...options);
    expect(became(ran)).toEqual({
      'foo-base': ['published'],
      'foo-executor': ['published'],
      'foo-manage': ['published'],
    });
    expect(ran.byName['foo-base']!.compiled.map(({ name, way }) => [name, way])).toEqual([
      ['foo', 'native'],
      ['foo', 'cross'],
      ['foo', 'cross'],
    ]);
    for (const [platform, machine] of [
      ['linux/amd64', 'x86_64'],
      ['linux/arm64', 'aarch64'],
      ['linux/arm/v7', 'armv7l'],
    ] as const) {
      expect(await runImage(`${registry}/${manage}:1.2.0`, platform, [])).toMatch(
        new RegExp(`^manage 2\\.\\d\\.\\d ${machine}$`),
      );
      expect(await runImage(`${registry}/${executor}:latest`, platform, [])).toBe('executor itsdangerous');
      const [under, plain, more] = await Promise.all(
        [base, manage, executor].map(async (name) => (await imageOf(name, '1.2.0', platform)).layers),
      );
      expect(plain).toEqual(under);
      expect(more!.slice(0, -1)).toEqual(under);
      expect(await modulesIn(executor, more!.at(-1)!.digest)).toEqual([
        'itsdangerous',
        expect.stringMatching(/^itsdangerous-.*\.dist-info$/),
      ]);
    }
    expect(await cmdOf(manage, '1.2.0')).toEqual(['foo-manage']);
    expect(await cmdOf(executor, '1.2.0')).toEqual(['foo-executor']);
    const tags = await tagsOf(manage);
    expect(tags).toEqual({ '1.2.0': ran.byName['foo-manage']!.digest, latest: tags['1.2.0'] });
  });

  test('keeps all where nothing changed, also where the sdist is built again', async () => {
    // Another Git folder, so that the builder's cache has no answer.
    await git(folder, 'gc', '--quiet');
    const ran = await project(folder, prefix, ...options);
    expect(became(ran)).toEqual({
      'foo-base': ['kept'],
      'foo-executor': ['kept'],
      'foo-manage': ['kept'],
    });
  });

  test('says of packages that the distribution lacks, or has in another version, where they are asked for, before a build', async () => {
    await write(folder, {
      'bindep.txt':
        'uthash-dev [compile platform:dpkg] >=99\n\nno-such-package [platform:dpkg]\nlibffi8 [platform:dpkg] >=3,<99\n',
    });
    const ran = await project(folder, fresh('project-bindep'), ...options);
    expect(messages(ran)).toEqual([
      expect.stringMatching(/^bindep\.txt, line 1: Debian 1\d has uthash-dev 2\.\d.*, and >=99 is wanted\. /),
      expect.stringMatching(/^bindep\.txt, line 3: Debian 1\d has no package no-such-package/),
    ]);
    expect(ran.report.images).toEqual([]);
    await git(folder, 'checkout', '--quiet', 'bindep.txt');
  });
});

describe('a project of pbr, whose requirements are locked', () => {
  const folder = join(workspace, 'bar');
  const options = ['--platform=linux/amd64'];
  const sixHash = '8abb2f1d86890a2dfb989f9a77cfcfd3e47c2a354b01111771326f8aa26e0254';

  beforeAll(async () => {
    await mkdir(folder);
    await git(folder, 'init', '--quiet', '--initial-branch=main');
    await commit(folder, {
      'setup.cfg': `[metadata]
name = bar-project
[files]
packages = bar
[entry_points]
console_scripts =
    bar-api = bar:api
    bar_worker = bar:worker
`,
      'setup.py': "import setuptools\nsetuptools.setup(setup_requires=['pbr'], pbr=True)\n",
      'pyproject.toml': '[build-system]\nrequires = ["setuptools", "pbr"]\nbuild-backend = "pbr.build"\n',
      'bindep.txt': 'tini [platform:dpkg]\n',
      '.dockerignore': '.git\nbar\n',
      'requirements.txt': 'six\n',
      'pylock.toml': `lock-version = "1.0"
created-by = "e2e"
[[packages]]
name = "six"
version = "1.16.0"
wheels = [{ name = "six-1.16.0-py2.py3-none-any.whl", url = "https://example.com/six.whl", hashes = { sha256 = "${sixHash}" } }]
`,
      'bar/__init__.py': `import sys, six
def api(): print("api", six.__version__)
def worker(): sys.exit("worker takes no argument" if sys.argv[1:] else 0)
`,
    });
    await git(folder, 'tag', '-a', '2.1.0', '-m', 'release');
    await commit(folder, { 'bar/more.py': '' });
  });

  test('has the version of its history, and the locked requirement', async () => {
    const prefix = fresh('project-bar');
    const ran = await project(folder, prefix, ...options);
    expect(became(ran)).toEqual({
      'bar-project-base': ['published'],
      'bar-api': ['published'],
      bar_worker: ['published'],
    });
    const tag = '2.1.1.dev1';
    expect(await tagsOf(`${prefix}/bar-api`)).toEqual({ [tag]: ran.byName['bar-api']!.digest });
    expect(await runImage(`${registry}/${prefix}/bar-api:${tag}`, 'linux/amd64', [])).toBe('api 1.16.0');
    expect(await cmdOf(`${prefix}/bar_worker`, tag)).toEqual(['bar_worker']);
    // Nobody asked for this check.
    const checks = ran.byName['bar_worker']!.platforms[0]!.checks.filter(({ name }) => name === 'command');
    expect(checks).toMatchObject([{ ok: true, findings: [{ kind: 'trial-failed', severity: 'warning' }] }]);
    expect(ran.byName['bar-project-base']!.lock).toBe('project');
  });

  test('publishes what is right, where a script fails the check that was asked for', async () => {
    const prefix = fresh('project-failing');
    const ran = await project(
      folder,
      prefix,
      ...options,
      '--target-base=slim',
      '--verify-commands=bar_worker=bar_worker now',
    );
    expect(ran.code).toBe(6);
    expect(became(ran)).toEqual({
      'bar-project-base': ['published'],
      'bar-api': ['published'],
      bar_worker: ['failed', expect.stringMatching(/^linux\/amd64, command: `bar_worker now`: exit code 1/)],
    });
    expect(await tagsOf(`${prefix}/bar_worker`)).toEqual({});
    // The package of the distribution, which the line names for Debian alone.
    const said = await runImage(`${registry}/${prefix}/bar-api:2.1.1.dev1`, 'linux/amd64', [
      'tini',
      '--version',
    ]);
    expect(said).toMatch(/^tini version /);
  });
});
