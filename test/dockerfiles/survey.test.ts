/** What `survey.py` reads in the files of an image that may hold anything, and what it has `run.sh` do. */
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedLibrary } from './elf.ts';
import { folder, programsFolder, run, runProgram, python } from './programs.ts';

type Root = Readonly<Record<string, string | Buffer | { readonly link: string }>>;

interface Given {
  readonly files?: Root;
  readonly env?: Readonly<Record<string, string>>;
  readonly checks?: object;
  readonly platform?: string;
}

interface Check {
  readonly name: string;
  readonly message: string;
  readonly findings: readonly { readonly kind: string; readonly subject: string; readonly message: string }[];
  readonly skipped: readonly string[];
}

interface Surveyed {
  readonly checks: readonly Check[];
  readonly steps: Readonly<Record<string, string>>;
  readonly carries: object;
}

async function write(root: string, files: Root): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const place = join(root, name);
    await mkdir(dirname(place), { recursive: true });
    if (typeof content === 'object' && 'link' in content) await symlink(content.link, place);
    else {
      await writeFile(place, content);
      if (!name.endsWith('.txt')) await chmod(place, 0o755);
    }
  }
}

/** An image of Alpine, as far as it is looked at. */
const alpine: Root = { 'lib/ld-musl-x86_64.so.1': 'loader', 'bin/busybox': 'busybox' };

async function prepared(
  { files = {}, env = {}, checks = {}, platform = 'linux/amd64' }: Given,
  shell = alpine,
) {
  const at = await folder();
  const [root, given, out] = [join(at, 'image'), join(at, 'given'), join(at, 'out')];
  const variables = { PATH: '/usr/local/bin:/usr/bin:/bin', VIRTUAL_ENV: '', LD_LIBRARY_PATH: '', ...env };
  const lines = Object.entries(variables).map((pair) => `${pair.join('=')}\n`);
  await write(root, { ...files, '.python-image-builder/environment': lines.join('') });
  await write(join(at, 'shell'), shell);
  await run('cp', ['-r', programsFolder, given]);
  await writeFile(join(given, 'checks.json'), JSON.stringify(checks));
  const ended = await runProgram('survey.py', [root, given, join(at, 'shell'), out, platform]);
  return { ended, out };
}

async function surveyed(given: Given): Promise<Surveyed> {
  const { ended, out } = await prepared(given);
  expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
  return JSON.parse(await readFile(join(out, 'survey.json'), 'utf8')) as Surveyed;
}

/** Kind and words of all that a check found. */
const findingsOf = ({ checks }: Surveyed, name: string): (readonly [string, string])[] =>
  checks.find((check) => check.name === name)?.findings.map(({ kind, message }) => [kind, message]) ?? [];

const starts = (entrypoint: readonly string[], cmd: readonly string[] = [], workdir = '/') => ({
  starts: { entrypoint, cmd, folder: workdir },
});

const machines = { amd64: 62, arm64: 183, arm: 40, '386': 3 } as const;
const binary = (machine: keyof typeof machines, more: Parameters<typeof sharedLibrary>[0] = {}): Buffer =>
  Buffer.from(sharedLibrary({ machine: machines[machine], type: 2, ...more }), 'base64');

/** A program with the segment that names its loader. */
function loaded(machine: keyof typeof machines, loader: string): Buffer {
  const data = binary(machine);
  const name = Buffer.from(`${loader}\0`);
  const whole = Buffer.concat([data, name]);
  // The first segment becomes PT_INTERP: this program is read and never run.
  whole.writeUInt32LE(3, 64);
  whole.writeBigUInt64LE(BigInt(data.length), 64 + 8);
  return whole;
}

describe('entry', () => {
  test.each<[string, Given, readonly (readonly [string, string])[]]>([
    [
      'a program that is not there, of ENTRYPOINT',
      { checks: starts(['/app', '--serve']) },
      [['entry-missing', 'the image starts /app, which is not in it']],
    ],
    [
      'the same of CMD, which is often replaced',
      { checks: starts([], ['app']) },
      [['cmd-absent', 'the image starts app, which is not in it']],
    ],
    [
      'a file that cannot be executed',
      { files: { 'app.txt': 'text' }, checks: starts(['/app.txt']) },
      [
        [
          'entry-missing',
          'the image starts /app.txt, which may not be executed: make it so, as COPY --chmod=755 does',
        ],
      ],
    ],
    [
      'a script whose program is not there',
      { files: { 'run.sh': '#!/bin/bash -e\n' }, checks: starts(['/run.sh']) },
      [['entry-missing', 'the image starts /run.sh, whose first line names /bin/bash, which is not in it']],
    ],
    [
      'a script whose first line names nothing',
      { files: { 'run.sh': '#!\n' }, checks: starts(['/run.sh']) },
      [['entry-missing', 'the image starts /run.sh, whose first line names nothing, which is not in it']],
    ],
    [
      'a program for another platform',
      { files: { app: binary('amd64') }, checks: starts(['/app']), platform: 'linux/arm64' },
      [
        [
          'entry-processor',
          'the image starts /app, which is a program for amd64, and this platform is arm64',
        ],
      ],
    ],
    [
      'a script that such a program runs',
      {
        files: { 'run.sh': '#!/bin/sh\n', 'bin/sh': binary('amd64') },
        checks: starts(['/run.sh']),
        platform: 'linux/arm/v7',
      },
      [
        [
          'entry-processor',
          'the image starts /run.sh, which is a program for amd64, and this platform is arm',
        ],
      ],
    ],
    [
      'a program of another C library',
      { files: { app: loaded('amd64', '/lib/ld-musl-x86_64.so.1') }, checks: starts(['/app']) },
      [
        [
          'entry-loader',
          'the image starts /app, which is loaded by /lib/ld-musl-x86_64.so.1, and that is not in the image',
        ],
      ],
    ],
  ])('finds %s', async (_, given, findings) => {
    expect(findingsOf(await surveyed(given), 'entry')).toEqual(findings);
  });

  test.each<[string, Given, string, string | undefined]>([
    [
      'a static program needs no library',
      { files: { app: binary('amd64') }, checks: starts(['/app']) },
      '/app is /app, which needs no library',
      undefined,
    ],
    [
      'a program for 32 bits runs on 64',
      { files: { app: binary('386') }, checks: starts(['/app']) },
      '/app is /app, which needs no library',
      undefined,
    ],
    [
      'a loader lists the libraries of a program',
      {
        files: { 'usr/bin/app': loaded('amd64', '/lib/ld.so'), 'lib/ld.so': 'loader' },
        checks: starts([], ['app']),
      },
      'app is /usr/bin/app',
      '/lib/ld.so\n--list\n/usr/bin/app\n',
    ],
    [
      'and those of what runs a script, from its working folder',
      {
        files: {
          'srv/run.sh': '#!/bin/sh\n',
          'bin/sh': loaded('amd64', '/lib/ld.so'),
          'lib/ld.so': 'loader',
        },
        checks: starts(['./run.sh'], [], '/srv'),
      },
      './run.sh is /srv/run.sh',
      '/lib/ld.so\n--list\n/bin/sh\n',
    ],
  ])('%s', async (_, given, message, words) => {
    const { ended, out } = await prepared(given);
    expect(ended.stderr).toBe('');
    const { checks } = JSON.parse(await readFile(join(out, 'survey.json'), 'utf8')) as Surveyed;
    expect(checks[0]).toMatchObject({ name: 'entry', message, findings: [] });
    const step = await readFile(join(out, 'checks/steps/entry'), 'utf8').catch(() => undefined);
    expect(step).toBe(words);
  });

  test('is left out of an image that starts nothing', async () => {
    const { checks } = await surveyed({ checks: { starts: null } });
    expect(checks.map(({ name }) => name)).toEqual(['links', 'programs']);
  });
});

describe('links', () => {
  const files: Root = {
    'usr/bin/vi': { link: '/etc/alternatives/vi' },
    'usr/bin/there': { link: '../../opt/tool' },
    'usr/bin/round': { link: 'round' },
    'usr/bin/stdin': { link: '/proc/self/fd/0' },
    'opt/tool': 'tool',
  };

  test('that lead to nothing or round in a circle are found', async () => {
    const report = await surveyed({ files });
    expect(findingsOf(report, 'links')).toEqual([
      ['link-broken', '/usr/bin/round leads round in a circle'],
      ['link-broken', '/usr/bin/vi leads to /etc/alternatives/vi, which is not in the image'],
    ]);
    expect(report.checks[0]?.message).toBe('4 links in PATH');
  });

  test('are left out by name', async () => {
    const report = await surveyed({ files, checks: { skip: ['links:vi', 'links:other'] } });
    expect(findingsOf(report, 'links').map(([, message]) => message)).toEqual([
      '/usr/bin/round leads round in a circle',
    ]);
    expect(report.checks[0]?.skipped).toEqual(['links:vi']);
  });
});

describe('programs', () => {
  const needing = (...needed: readonly string[]): Buffer => binary('amd64', { needed });
  const lacks = (path: string, library: string): readonly [string, string] => [
    'program-library',
    `${path} needs ${library}, which is not in the image`,
  ];

  test.each<[string, Given, readonly (readonly [string, string])[]]>([
    [
      'of PATH and of own folders',
      {
        files: {
          'usr/bin/tool': needing('libone.so.1'),
          'opt/deep/er/plugin.so': needing('libtwo.so.2'),
          'data/other': needing('libthree.so.3'),
        },
      },
      [lacks('/usr/bin/tool', 'libone.so.1'), lacks('/opt/deep/er/plugin.so', 'libtwo.so.2')],
    ],
    [
      'of the working folder',
      { files: { 'data/tool': needing('libone.so.1') }, checks: starts([], [], '/data') },
      [lacks('/data/tool', 'libone.so.1')],
    ],
    [
      'whose library is found where the loader looks, through links of the image',
      {
        files: {
          'usr/bin/tool': needing('libone.so.1', 'libtwo.so.2'),
          lib: { link: 'usr/lib' },
          'usr/lib/x86_64-linux-gnu/libone.so.1': { link: '/usr/lib/x86_64-linux-gnu/libone.so.1.0' },
          'usr/lib/x86_64-linux-gnu/libone.so.1.0': needing('libfour.so.4'),
          'etc/ld.so.conf': 'include /etc/ld.so.conf.d/*.conf\n',
          'etc/ld.so.conf.d/opt.conf': '/opt/lib\n',
          'opt/lib/libtwo.so.2': needing(),
        },
      },
      [lacks('/lib/x86_64-linux-gnu/libone.so.1', 'libfour.so.4')],
    ],
    [
      'whose library stands beside them',
      {
        files: {
          'opt/app/bin/tool': binary('amd64', { needed: ['libone.so.1'], runpath: '$ORIGIN/../lib' }),
          'opt/app/lib/libone.so.1': needing(),
          'usr/bin/tool': { link: '/opt/app/bin/tool' },
        },
      },
      [],
    ],
    [
      'with LD_LIBRARY_PATH of the image',
      {
        files: { 'usr/bin/tool': needing('libone.so.1'), 'data/libone.so.1': needing() },
        env: { LD_LIBRARY_PATH: '/data' },
      },
      [],
    ],
    [
      'of musl, whose libc has many names',
      {
        files: { 'usr/bin/tool': needing('libc.musl-x86_64.so.1'), 'lib/ld-musl-x86_64.so.1': needing() },
      },
      [],
    ],
    [
      'for another processor, which another program may load',
      { files: { 'usr/bin/tool': binary('arm64', { needed: ['libone.so.1'] }) } },
      [],
    ],
    ['in packages of other programs', { files: { 'opt/app/node_modules/x.so': needing('libone.so.1') } }, []],
    [
      'in the parts of Python that its official slim images ship without their libraries',
      { files: { 'usr/local/lib/python3.11/lib-dynload/x.so': needing('libone.so.1') } },
      [],
    ],
    [
      'that are left out by name',
      {
        files: { 'usr/bin/tool': needing('libone.so.1'), 'opt/plugin.so': needing('libtwo.so.2') },
        checks: { skip: ['programs:plugin.so'] },
      },
      [lacks('/usr/bin/tool', 'libone.so.1')],
    ],
  ])('%s', async (_, given, findings) => {
    const found = findingsOf(await surveyed(given), 'programs');
    expect(new Map(found.map(([kind, message]) => [message, kind]))).toEqual(
      new Map(findings.map(([kind, message]) => [message, kind])),
    );
  });

  test('do not reach the files of the machine that looks', async () => {
    const report = await surveyed({
      files: { 'usr/bin/tool': needing('libc.so.6'), 'usr/lib': { link: '/elsewhere' } },
    });
    expect(findingsOf(report, 'programs')).toEqual([lacks('/usr/bin/tool', 'libc.so.6')]);
  });
});

describe('what is run', () => {
  const shell: Root = { 'bin/sh': binary('amd64') };

  test('a command and a test, by the shell that is brought along', async () => {
    const { ended, out } = await prepared({
      files: shell,
      checks: { verify_command: 'tool --version', test: 'tool && other\n' },
    });
    expect(ended.stderr).toBe('');
    const { steps } = JSON.parse(await readFile(join(out, 'survey.json'), 'utf8')) as Surveyed;
    expect(steps).toEqual({ command: 'tool --version', test: 'test.sh' });
    expect(await readFile(join(out, 'checks/steps/command'), 'utf8')).toBe('tool --version\n');
    expect(await readFile(join(out, 'checks/steps/test'), 'utf8')).toBe('#!/bin/sh\ntool && other\n');
    expect((await stat(join(out, 'checks/steps/test'))).mode & 0o777).toBe(0o755);
    expect((await readdir(join(out, 'checks/shell'))).toSorted()).toEqual(['busybox', 'loader']);
    expect((await stat(join(out, 'image/.python-image-builder'))).mode & 0o777).toBe(0o777);
  });

  test('a test by the program that its first line names', async () => {
    const { out } = await prepared({ checks: { test: '#!/usr/bin/env tool\n' } });
    expect(await readFile(join(out, 'checks/steps/test'), 'utf8')).toBe('#!/usr/bin/env tool\n');
  });

  test('no command where the image has no shell', async () => {
    const report = await surveyed({ checks: { verify_command: 'tool' } });
    expect(findingsOf(report, 'command')).toEqual([
      ['command-failed', '`tool` needs a shell, and this image has no /bin/sh: leave verify_command empty'],
    ]);
    expect(report.steps).toEqual({});
  });

  test("the checks of the image's Python, where it has one, with bytecode where it is emulated", async () => {
    const version = (await run(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2], end="")']))
      .stdout;
    const series = `python${version}`;
    const machine = process.arch === 'arm64' ? 'amd64' : 'arm64';
    const files: Root = {
      [`usr/local/bin/${series}`]: binary(machine),
      'usr/local/bin/python3': { link: series },
      [`usr/local/lib/${series}/os.py`]: 'import sys\n',
      [`usr/local/lib/${series}/json/__init__.py`]: 'VALUE = 1\n',
    };
    const { ended, out } = await prepared({ files, platform: `linux/${machine}`, checks: { test: null } });
    expect(ended.stderr).toBe('');
    const { steps } = JSON.parse(await readFile(join(out, 'survey.json'), 'utf8')) as Surveyed;
    expect(steps).toEqual({ python: '/usr/local/bin/python3' });
    const program = await readFile(join(out, 'checks/verify.py'), 'utf8');
    expect(program.split('\n')[0]).toBe('#!/usr/local/bin/python3 -B');
    const library = join(out, 'checks/library');
    const tag = `cpython-${version.replace('.', '')}`;
    expect((await readdir(join(library, 'usr/local/lib', series))).toSorted()).toEqual([
      'json',
      `os.${tag}.pyc`,
    ]);
    expect(await readdir(join(library, 'checks/checks'))).toContain(`metadata.${tag}.pyc`);
  });

  test('nothing can be checked without the shell', async () => {
    const { ended } = await prepared({}, {});
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: 'interpreter: linux/amd64: the image of the checks is none of Alpine: it has no /bin/busybox\n',
    });
  });

  test('a Python that verify_python names must be there', async () => {
    const { ended } = await prepared({ checks: { verify_python: '/opt/python' } });
    expect([ended.code, ended.stderr]).toEqual([
      1,
      'interpreter: linux/amd64: verify_python names /opt/python, which is no program in this image\n',
    ]);
  });
});

describe('what an image carries that only runs', () => {
  const big = Buffer.alloc(1_000_000);
  test('compilers of PATH, and what package managers keep of some size', async () => {
    const { carries } = await surveyed({
      files: {
        'usr/bin/gcc': { link: '/usr/bin/x86_64-linux-gnu-gcc-14' },
        'usr/bin/x86_64-linux-gnu-gcc-14': 'gcc',
        'usr/bin/cc': { link: 'gcc' },
        'usr/bin/c++': { link: '/nowhere' },
        'opt/go/bin/go': 'go',
        'usr/local/bin/rustc': 'rustc',
        'var/lib/apt/lists/one': big,
        'var/lib/apt/lists/more/two': big,
        'var/cache/apt/small.bin': 'small',
        'root/.cache/pip/http/big': big,
        'home/app/.cache/uv': { link: '/var/lib/apt/lists' },
        'home/app/.npm/_cacache/link': { link: '/var/lib/apt/lists/one' },
        'home/app/.cache/pip/big': big,
      },
      checks: starts([], ['/usr/bin/gcc']),
    });
    expect(carries).toEqual({
      starts: true,
      compilers: ['gcc', 'rustc'],
      caches: [
        { path: '/var/lib/apt/lists', bytes: 2_000_000 },
        { path: '/root/.cache/pip', bytes: 1_000_000 },
        { path: '/home/app/.cache/pip', bytes: 1_000_000 },
      ],
    });
  });

  test('nothing', async () => {
    const { carries } = await surveyed({ files: { 'usr/bin/tool': 'tool' } });
    expect(carries).toEqual({ starts: false, compilers: [], caches: [] });
  });
});
