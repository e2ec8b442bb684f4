/** What `facts.py` reads from a root file system. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, runProgram } from './programs.ts';

type Root = Readonly<Record<string, string | { readonly link: string }>>;

async function root(files: Root): Promise<string> {
  const at = await folder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(at, path)), { recursive: true });
    if (typeof content === 'string') await writeFile(join(at, path), content, 'latin1');
    else await symlink(content.link, join(at, path));
  }
  return at;
}

const site = 'usr/local/lib/python3.13/site-packages';
const python: Root = {
  'usr/local/bin/python3.13': '\x7fELF',
  'usr/local/bin/python3': { link: 'python3.13' },
  'usr/local/include/python3.13/patchlevel.h':
    '#define PY_MICRO_VERSION 9\n#define PY_VERSION             "3.13.9"\n',
};
const debian: Root = {
  lib: { link: '/usr/lib' },
  'usr/lib/arm-linux-gnueabihf/libc.so.6': { link: '/usr/lib/arm-linux-gnueabihf/libc-real' },
  'usr/lib/arm-linux-gnueabihf/libc-real':
    '\0GNU C Library (Debian GLIBC 2.41-12) stable release version 2.41.\n\0',
  'etc/os-release': { link: '/usr/lib/os-release' },
  'usr/lib/os-release':
    'PRETTY_NAME="Debian GNU/Linux 13 (trixie)"\nVERSION_ID="13"\nVERSION_CODENAME=trixie\nID=debian\n',
};
const alpine: Root = {
  'lib/ld-musl-armhf.so.1': '\x7fELF\0musl libc (armhf)\nVersion %s\n\x001.2.5\0\x003.13.9\0',
  'etc/os-release': 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.22.1\n',
};
const dpkg = [
  'Package: libc6\nStatus: install ok installed\nArchitecture: amd64\nSource: glibc\nVersion: 2.41-12\nDescription: GNU C Library\n shared libraries\n',
  'Package: libc-bin\nStatus: install ok installed\nSource: glibc\nVersion: 2.41-12\n',
  'Package: bash\nStatus: install ok installed\nVersion: 5.2.37-2+b5\nSource: bash (5.2.37-2)\n',
  'Package: tzdata\nStatus: hold ok installed\nVersion: 2025b-4\n',
  'Package: libpam0g\nStatus: install ok installed\nSource: pam\nVersion: 1.7.0-5\n',
  'Package: libpam-runtime\nStatus: install ok installed\nSource: pam\nVersion: 1.7.0-4\n',
  'Package: gcc\nStatus: deinstall ok config-files\nVersion: 14\n',
].join('\n');
const apk =
  'C:Q1=\nP:musl\nV:1.2.5-r10\no:musl\nF:lib\nR:ld.so\n\nP:libcrypto3\nV:3.5.4-r0\no:openssl\n\nP:own\nV:1\n\n';
const trixie = { id: 'debian', version: '13', codename: 'trixie' };

const rows: readonly [string, Root, object][] = [
  [
    'Debian, with links that are absolute in the image',
    {
      ...python,
      ...debian,
      [`${site}/pip-25.3.dist-info/METADATA`]:
        'Metadata-Version: 2.4\nName: pip\nVersion: 25.3\n\nName: nothing\n',
      [`${site}/Old_Thing-1.0-py3.13.egg-info/PKG-INFO`]: 'Name: Old.Thing\nVersion: 1.0\n',
      [`${site}/flat.egg-info`]: 'Name: flat\nVersion: 2\n',
      [`${site}/broken-1.dist-info/RECORD`]: '',
      'usr/local/share/man/man1/python3.1': '',
      'usr/local/man': { link: 'share/man' },
      'usr/local/lib64': { link: '/usr/local/lib' },
      'usr/local/share/doc/one': { link: '../../man/man1' },
      'usr/local/out': { link: '/usr/lib' },
      'usr/local/lost': { link: 'nowhere' },
      'usr/local/round': { link: 'round' },
    },
    {
      python: '3.13.9',
      libc: { kind: 'glibc', version: '2.41' },
      distribution: trixie,
      installed: { flat: '2', 'old-thing': '1.0', pip: '25.3' },
      links: { man: 'share/man', lib64: 'lib', 'share/doc/one': 'share/man/man1' },
    },
  ],
  [
    'Alpine',
    { ...python, ...alpine },
    {
      python: '3.13.9',
      libc: { kind: 'musl', version: '1.2.5' },
      distribution: { id: 'alpine', version: '3.22.1', codename: '' },
      installed: {},
      links: {},
    },
  ],
  [
    'a Python without headers, whose library knows its version',
    {
      ...debian,
      'usr/local/bin/python3': { link: '/usr/local/bin/python3.9' },
      'usr/local/bin/python3.9': '\x7fELF',
      'usr/local/lib/libpython3.9.so.1.0': '\x7fELF\x003.9\x003.9.24\0',
    },
    {
      python: '3.9.24',
      libc: { kind: 'glibc', version: '2.41' },
      distribution: trixie,
      installed: {},
      links: {},
    },
  ],
  [
    'a pre-release beside musl in a glibc system',
    {
      ...debian,
      'usr/lib/ld-musl-x86_64.so.1': '\x001.2.3\0',
      'usr/local/bin/python3': { link: 'python3.15' },
      'usr/local/include/python3.15/patchlevel.h': '#define PY_VERSION "3.15.0a2+"\n',
    },
    {
      python: '3.15.0a2',
      libc: { kind: 'glibc', version: '2.41' },
      distribution: trixie,
      installed: {},
      links: {},
    },
  ],
];

test.each(rows)('%s', async (_, files, expected) => {
  const ended = await runProgram('facts.py', [await root(files)]);
  expect({ ...ended, stdout: JSON.parse(ended.stdout) as object }).toEqual({
    code: 0,
    stdout: expected,
    stderr: '',
  });
});

const refused: readonly [string, Root, string][] = [
  ['no Python', debian, 'facts: no Python under /usr/local: is this a variant of the official image?\n'],
  ['no C library', python, "facts: no C library was found: neither glibc's libc.so.6 nor musl's loader\n"],
  [
    'no version',
    { ...debian, 'usr/local/bin/python3': { link: 'python3.12' } },
    'facts: the version of Python 3.12 was not found in its headers or its program\n',
  ],
  [
    'links in a circle',
    { 'usr/local/bin/python3': { link: '/usr/local/bin/python3' } },
    'facts: /usr/local/bin/python3: too many links\n',
  ],
];

test.each(refused)('reports in a line: %s', async (_, files, stderr) => {
  expect(await runProgram('facts.py', [await root(files)])).toEqual({ code: 1, stdout: '', stderr });
});

test.each<[string, Root, object]>([
  [
    'dpkg',
    { ...debian, 'var/lib/dpkg/status': dpkg },
    { glibc: '2.41-12', bash: '5.2.37-2', tzdata: '2025b-4', pam: '1.7.0-4 1.7.0-5' },
  ],
  ['apk', { ...alpine, 'lib/apk/db/installed': apk }, { musl: '1.2.5-r10', openssl: '3.5.4-r0', own: '1' }],
  [
    'apk in its new place',
    { ...alpine, 'usr/lib/apk/db/installed': apk },
    { musl: '1.2.5-r10', openssl: '3.5.4-r0', own: '1' },
  ],
])('reads source packages and their versions: %s', async (_, files, system) => {
  const { stdout } = await runProgram('facts.py', [await root({ ...python, ...files })]);
  expect((JSON.parse(stdout) as { system: object }).system).toEqual(system);
});
