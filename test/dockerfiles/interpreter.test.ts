/** Which Python `interpreter.py` finds in the files of an image, and what it writes into the checks. */
import { access, chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, runProgram } from './programs.ts';

type Root = Readonly<Record<string, string | { readonly link: string }>>;

/** A program that needs no loader. */
const elf = '\x7fELF';
const base: Root = {
  'usr/local/bin/python3.13': elf,
  'usr/local/bin/python3': { link: 'python3.13' },
  'usr/local/bin/python': { link: 'python3' },
  'usr/bin/env': elf,
  'bin/sh': elf,
  'sbin/tini': elf,
};
const venv: Root = {
  'opt/venv/bin/python': { link: '/usr/local/bin/python3.13' },
  'opt/venv/bin/app': '#!/opt/venv/bin/python\nimport app\n',
};
const path = '/usr/local/bin:/usr/bin:/bin:/sbin';

interface Given {
  readonly files?: Root;
  readonly env?: Readonly<Record<string, string>>;
  readonly checks?: object;
}

async function prepared({ files = {}, env = {}, checks = {} }: Given) {
  const at = await folder();
  const [root, given, out] = [join(at, 'image'), join(at, 'given'), join(at, 'out')];
  const lines = Object.entries({ PATH: path, VIRTUAL_ENV: '', ...env }).map((pair) => pair.join('='));
  const all: Root = { ...files, '.python-image-builder/environment': `${lines.join('\n')}\n` };
  for (const [name, content] of Object.entries(all)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    if (typeof content === 'string') await writeFile(join(root, name), content, 'latin1');
    else await symlink(content.link, join(root, name));
    if (typeof content === 'string' && !name.endsWith('.txt')) await chmod(join(root, name), 0o755);
  }
  await mkdir(given);
  await writeFile(join(given, 'verify.py'), '"""Checks."""\n');
  await writeFile(join(given, 'checks.json'), JSON.stringify(checks));
  const ended = await runProgram('interpreter.py', [root, given, out, 'linux/arm/v7']);
  return { ended, out };
}

/** The commands of a Dockerfile. */
const starts = (entrypoint: readonly string[], cmd: readonly string[] = [], workdir = '/') => ({
  starts: { entrypoint, cmd, folder: workdir },
});
const both = { ...base, ...venv };
const inVenv = ['/opt/venv/bin/python', 'ENTRYPOINT'] as const;
const inVenvByCmd = ['/opt/venv/bin/python', 'CMD'] as const;
const onPath = ['/usr/local/bin/python3', 'PATH'] as const;

test.each<[string, Given, readonly [path: string, through: string]]>([
  ['the first on PATH without commands', { files: base }, onPath],
  ['ENTRYPOINT names it', { files: both, checks: starts(['/opt/venv/bin/python', '-m', 'app']) }, inVenv],
  ['ENTRYPOINT names a script', { files: both, checks: starts(['/opt/venv/bin/app']) }, inVenv],
  [
    'ENTRYPOINT names a script that PATH leads to',
    { files: both, env: { PATH: `/opt/venv/bin:${path}` }, checks: starts(['app']) },
    inVenv,
  ],
  ['a path from WORKDIR', { files: both, checks: starts(['venv/bin/app'], [], '/opt') }, inVenv],
  [
    'one behind a program that starts it',
    { files: both, checks: starts(['tini', '--', '/opt/venv/bin/app']) },
    inVenv,
  ],
  [
    'CMD, where ENTRYPOINT starts something else',
    { files: both, checks: starts(['tini', '--'], ['/opt/venv/bin/app']) },
    inVenvByCmd,
  ],
  ['ENTRYPOINT before CMD', { files: both, checks: starts(['/opt/venv/bin/app'], ['python3']) }, inVenv],
  ['a name in CMD', { files: both, checks: starts([], ['python3']) }, ['/usr/local/bin/python3', 'CMD']],
  [
    'one in a script for a shell',
    {
      files: both,
      checks: starts([], ['/bin/sh', '-c', 'cd /opt && LEVEL=1 exec "/opt/venv/bin/app" --serve;']),
    },
    inVenvByCmd,
  ],
  [
    'one in a script that uses VIRTUAL_ENV',
    {
      files: both,
      env: { VIRTUAL_ENV: '/opt/venv' },
      checks: starts([], ['sh', '-c', '${VIRTUAL_ENV}/bin/python -m app']),
    },
    inVenvByCmd,
  ],
  [
    'one in a script with broken quotes',
    { files: both, checks: starts([], ['sh', '-c', "/opt/venv/bin/app it's"]) },
    inVenvByCmd,
  ],
  [
    'a script for the Python of PATH',
    { files: { ...base, app: '#!/usr/bin/env python3\n' }, checks: starts(['/app']) },
    ['/usr/local/bin/python3', 'ENTRYPOINT'],
  ],
  [
    'the same with options',
    { files: { ...base, app: '#!/usr/bin/env -S A=b python3 -u\n' }, checks: starts(['/app']) },
    ['/usr/local/bin/python3', 'ENTRYPOINT'],
  ],
  [
    'a script that pip wrote for a long path',
    {
      files: { ...both, app: "#!/bin/sh\n'''exec' /opt/venv/bin/python \"$0\" \"$@\"\n' '''\n" },
      checks: starts(['/app']),
    },
    inVenv,
  ],
  [
    'a script that stands beside its Python',
    {
      files: {
        ...both,
        'opt/venv/bin/moved':
          '#!/bin/sh\n\'\'\'exec\' "$(dirname -- "$(realpath -- "$0")")"/\'python\' "$0" "$@"\n\' \'\'\'\n',
        'usr/bin/moved': { link: '/opt/venv/bin/moved' },
      },
      checks: starts(['moved']),
    },
    inVenv,
  ],
  [
    'the one on PATH behind a shell script',
    { files: { ...both, 'run.sh': '#!/bin/sh\nexec /opt/venv/bin/app\n' }, checks: starts(['/run.sh']) },
    onPath,
  ],
  [
    'PATH, without what only has the name',
    { files: { ...base, 'shims/python3': '#!/bin/sh\n' }, env: { PATH: `/shims:relative:${path}` } },
    onPath,
  ],
  [
    'VIRTUAL_ENV, where PATH leads to none',
    { files: both, env: { PATH: '/bin', VIRTUAL_ENV: '/opt/venv' } },
    ['/opt/venv/bin/python', 'VIRTUAL_ENV'],
  ],
  ['PATH as containers have it, where an image sets none', { files: base, env: { PATH: '' } }, onPath],
  [
    'verify_python before all others',
    { files: both, checks: { verify_python: '/opt/venv/bin/python', ...starts(['python3']) } },
    ['/opt/venv/bin/python', 'verify_python'],
  ],
])('finds %s', async (_, given, [place, through]) => {
  const { ended, out } = await prepared(given);
  expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
  const program = join(out, 'checks/verify.py');
  expect(await readFile(program, 'utf8')).toBe(`#!${place} -B\n"""Checks."""\n`);
  expect((await stat(program)).mode & 0o777).toBe(0o755);
  expect(JSON.parse(await readFile(join(out, 'checks/checks.json'), 'utf8'))).toEqual({
    ...given.checks,
    interpreter: { path: place, through },
    architecture: 'arm',
    // Of an image whose start is known, what it carries: see carried.py.
    ...('starts' in (given.checks ?? {})
      ? { carries: { starts: expect.any(Boolean) as boolean, compilers: [], caches: [] } }
      : {}),
  });
});

test('says what an image of a custom Dockerfile carries', async () => {
  const files = { ...base, 'usr/bin/gcc': 'gcc' };
  const { out } = await prepared({
    files,
    checks: starts([], ['python3']),
    env: { PATH: `/usr/bin:${path}` },
  });
  expect(JSON.parse(await readFile(join(out, 'checks/checks.json'), 'utf8'))).toMatchObject({
    carries: { starts: true, compilers: ['gcc'], caches: [] },
  });
});

/** A 64-bit program whose only segment is the name of its loader. */
const loaded = (by: string): string => {
  const head = Buffer.alloc(64 + 56);
  head.write('\x7fELF\x02\x01\x01', 'latin1');
  head.writeUInt32LE(64, 32);
  head.writeUInt16LE(56, 54);
  head.writeUInt16LE(1, 56);
  head.writeUInt32LE(3, 64);
  head.writeUInt32LE(120, 64 + 8);
  return `${head.toString('latin1')}${by}\0`;
};
const long = `/${'a'.repeat(120)}/python`;

test.each<[string, Given, string]>([
  [
    'no Python',
    { files: { 'bin/sh': elf } },
    'the image has no Python that ENTRYPOINT, CMD, PATH or VIRTUAL_ENV leads to. Name its path in verify_python, or leave the checks out with verify: off',
  ],
  [
    'a Python that cannot be executed',
    { files: { 'x.txt': elf }, checks: { verify_python: '/x.txt' } },
    'verify_python names /x.txt, which is no program in this image',
  ],
  [
    'a Python without its loader',
    { files: { 'usr/bin/python3': loaded('/lib/ld-linux.so.2') } },
    'its Python, /usr/bin/python3, cannot be started: it is loaded by /lib/ld-linux.so.2, which is not in the image. Copy the C library of the image that this Python is from, too',
  ],
  [
    'a path that is too long',
    { files: { [long.slice(1)]: elf }, checks: { verify_python: long } },
    `${long} cannot be started: a path with blanks, or longer than 122 bytes, is none that a kernel takes from a script. Name a link to it in verify_python`,
  ],
])('refuses %s', async (_, given, message) => {
  const { ended } = await prepared(given);
  expect(ended).toEqual({ code: 1, stdout: '', stderr: `interpreter: linux/arm/v7: ${message}\n` });
});

test('takes a Python whose loader is in the image', async () => {
  const files = { 'usr/bin/python3': loaded('/lib/ld.so'), 'lib/ld.so': elf };
  expect((await prepared({ files })).ended.code).toBe(0);
});

test('makes a folder for the result, and lists of accounts for an image without', async () => {
  const bare = await prepared({ files: base });
  expect((await stat(join(bare.out, 'image/.python-image-builder'))).mode & 0o7777).toBe(0o1777);
  expect(await readFile(join(bare.out, 'image/etc/passwd'), 'utf8')).toBe('');
  const full = await prepared({ files: { ...base, 'etc/passwd': 'root:x:0:0', 'etc/group': 'root:x:0:' } });
  await expect(access(join(full.out, 'image/etc'))).rejects.toThrow('ENOENT');
});
