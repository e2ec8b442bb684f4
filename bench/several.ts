/** Measures commands that make several images at once: a tree of which one leaf changed, and the scripts of a project. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { RunReport } from '../src/report/report.ts';
import { must, node } from '../test/e2e/support.ts';
import { startRegistry } from '../test/support/registry.ts';
import { scriptsProject, tree } from './cells.ts';
import { withFreshBuilder } from './engine.ts';
import type { Built } from './sides.ts';

type Timed = Pick<Built, 'seconds' | 'started' | 'timeline'>;

export interface Tree {
  readonly all: readonly Timed[];
  readonly changed: readonly Timed[];
}

export interface Project {
  readonly together: readonly Timed[];
  /** Seconds of one plain build a script: with a new builder for each, and with one builder for all. */
  readonly apart: readonly number[];
  readonly inTurn: readonly number[];
}

interface Around {
  readonly env: NodeJS.ProcessEnv;
  readonly tools: string;
  /** `host:port` that the images are pushed to. */
  readonly registry: string;
  /** The Git repository. */
  readonly folder: string;
}

/** @param tools as for `measure`. @param tell is called after each run. */
export async function measureTree(
  env: NodeJS.ProcessEnv,
  tools: string,
  rounds: number,
  tell: (what: string, seconds: number) => void,
): Promise<Tree> {
  const [all, changed]: [Timed[], Timed[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    await withRepository(env, tools, treeFiles(env['REGISTRY'] ?? ''), async (around) => {
      const words = [
        'tree',
        '--image-name=bench',
        `--base-registry=${env['REGISTRY']}/library`,
        `--platform=${tree.platforms.join(',')}`,
      ];
      const whole = await ours(around, words, tree.images);
      all.push(whole);
      tell('all', whole.seconds);
      await commit(around.folder, { 'leaf-1/app.py': 'print("changed")\n' });
      const one = await ours(around, [...words, '--changed=HEAD~1'], 1);
      changed.push(one);
      tell('changed', one.seconds);
    });
  }
  return { all, changed };
}

/** Measures both ways of building the scripts apart: a matrix of jobs has a new builder for each, one job has one. */
export async function measureProject(
  env: NodeJS.ProcessEnv,
  tools: string,
  rounds: number,
  tell: (what: string, seconds: number) => void,
): Promise<Project> {
  const result = { together: [] as Timed[], apart: [] as number[], inTurn: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    await withRepository(env, tools, projectFiles(env['REGISTRY'] ?? ''), async (around) => {
      const words = [
        'project',
        '--image-name=bench',
        `--python-version=${scriptsProject.python}`,
        '--target-base=slim',
        `--base-registry=${env['REGISTRY']}/library`,
        `--platform=${scriptsProject.platforms.join(',')}`,
      ];
      const together = await ours(around, words, scripts.length + 1);
      result.together.push(together);
      tell('together', together.seconds);
      let apart = 0;
      for (const script of scripts)
        apart += await withNewBuilder(around, (builder) => plainBuild(around, builder, script, 'apart'));
      result.apart.push(apart);
      tell('apart', apart);
      const inTurn = await withNewBuilder(around, async (builder) => {
        let seconds = 0;
        for (const script of scripts) seconds += await plainBuild(around, builder, script, 'in-turn');
        return seconds;
      });
      result.inTurn.push(inTurn);
      tell('in turn', inTurn);
    });
  }
  return result;
}

/** Our side, with a new builder and a new cache folder, as a job has them. @param count images that it must publish. */
async function ours(around: Around, words: readonly string[], count: number): Promise<Timed> {
  const { env, tools, registry, folder } = around;
  const cache = await mkdtemp(join(tmpdir(), 'bench-cache-'));
  await cp(tools, cache, { recursive: true });
  try {
    return await withNewBuilder(around, async (builder) => {
      const [started, before] = [Date.now(), performance.now()];
      const output = await must(
        node,
        [
          resolve('dist/cli.js'),
          ...words,
          '--json',
          '--push',
          `--registry=${registry}`,
          `--builder=${builder}`,
        ],
        { cwd: folder, env: { ...env, XDG_CACHE_HOME: cache, RUNNER_TOOL_CACHE: undefined } },
      );
      const seconds = (performance.now() - before) / 1000;
      const { images } = JSON.parse(output) as RunReport;
      const published = images.filter(({ outcome }) => outcome === 'published');
      if (published.length !== count)
        throw new Error(`${count} images were due, and ${published.length} were published`);
      return { seconds, started, timeline: published.flatMap(({ timeline }) => timeline) };
    });
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}

/** Gives seconds. */
async function plainBuild(
  { env, registry, folder }: Around,
  builder: string,
  script: string,
  repository: string,
): Promise<number> {
  const before = performance.now();
  await must(
    'docker',
    [
      'buildx',
      'build',
      `--builder=${builder}`,
      '--progress=plain',
      '--push',
      `--tag=${registry}/${repository}/${script}:built`,
      `--platform=${scriptsProject.platforms.join(',')}`,
      '--provenance=mode=min',
      `--build-arg=SCRIPT=${script}`,
      '.',
    ],
    { cwd: folder, env },
  );
  return (performance.now() - before) / 1000;
}

const withNewBuilder = <T>({ env, registry }: Around, use: (builder: string) => Promise<T>): Promise<T> =>
  withFreshBuilder(env, [env['REGISTRY'] ?? '', registry], use);

async function withRepository(
  env: NodeJS.ProcessEnv,
  tools: string,
  files: Readonly<Record<string, string>>,
  use: (around: Around) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-several-'));
  const registry = await startRegistry();
  try {
    await git(folder, 'init', '--quiet', '--initial-branch=main');
    await commit(folder, files);
    await use({ env, tools, registry: registry.host, folder });
  } finally {
    await registry.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const git = (folder: string, ...args: readonly string[]): Promise<string> =>
  must('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], { cwd: folder });

async function commit(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '--message=change');
}

/** One image for all, three that stand on it, and the others on these; each installs a small package. */
function treeFiles(bases: string): Record<string, string> {
  const middles = ['middle-1', 'middle-2', 'middle-3'];
  const leaves = Array.from({ length: tree.images - 1 - middles.length }, (_, at) => `leaf-${at + 1}`);
  const standing = (name: string, on: string, requirement: string): [string, string][] => [
    [
      `${name}/Dockerfile`,
      `ARG REPOSITORY=ghcr.io/example/images\nFROM \${REPOSITORY}/${on}\nRUN pip install --no-cache-dir ${requirement}\nCOPY app.py /${name}/\nCMD ["python", "/${name}/app.py"]\n`,
    ],
    [`${name}/app.py`, `print("${name}")\n`],
  ];
  return Object.fromEntries([
    [
      'base/Dockerfile',
      `FROM ${bases}/library/python:3.13-alpine\nRUN pip install --no-cache-dir click==8.5.1\n`,
    ],
    ...middles.flatMap((name) => standing(name, 'base', 'h11==0.16.0')),
    ...leaves.flatMap((name, at) => standing(name, middles[at % middles.length]!, 'six==1.17.0')),
  ]) as Record<string, string>;
}

const scripts = Array.from({ length: scriptsProject.scripts }, (_, at) => `foo-${at + 1}`);

function projectFiles(bases: string): Record<string, string> {
  const entries = scripts.map((script) => `${script} = "foo:main"`).join('\n');
  return {
    'pyproject.toml': `[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"
[project]
name = "foo"
version = "1.2.0"
dependencies = ["click==8.5.1", "h11==0.16.0"]
[project.scripts]
${entries}
[tool.setuptools]
packages = ["foo"]
`,
    'foo/__init__.py': 'import click, h11\ndef main(): print(h11.__version__)\n',
    Dockerfile: `FROM ${bases}/library/python:${scriptsProject.python}-slim
COPY . /src
RUN pip install --no-cache-dir /src
ARG SCRIPT
ENV SCRIPT=$SCRIPT
CMD exec $SCRIPT
`,
  };
}
