/** Which cross-compiled wheels `audit.py` refuses, and which platform tag it gives the others. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type SharedLibrary, sharedLibrary } from './elf.ts';
import { type Content, folder, makeWheels, programsFolder, python, run } from './programs.ts';

type Defined = NonNullable<SharedLibrary['symbols']> | null;

/** Audits a wheel with one extension as `compile.py` does. Gives the tag, or the problem. */
async function audited(
  library: SharedLibrary,
  {
    expected = ['demo/_fast'],
    floor = [2, 36],
    glibc = true,
    name = 'demo/_fast.cpython-313-aarch64-linux-gnu.so',
    more = {} as Readonly<Record<string, Content>>,
    /** Symbols that musl, and a library of the sysroot, libz.so.1, define. */
    musl = null as Defined,
    libz = null as Defined,
  } = {},
): Promise<string> {
  const at = await folder();
  const [wheel] = await makeWheels(at, [
    {
      name: 'demo',
      version: '1.0',
      tag: 'cp313-cp313-linux_aarch64',
      pure: false,
      files: {
        [name]: { base64: sharedLibrary({ machine: 183, needed: ['libc.so.6'], ...library }) },
        ...more,
      },
    },
  ]);
  await mkdir(join(at, 'sysroot/usr/lib'), { recursive: true });
  for (const [path, symbols] of [
    ['libc', musl],
    ['sysroot/usr/lib/libz.so.1', libz],
  ] as const)
    if (symbols !== null) await writeFile(join(at, path), sharedLibrary({ symbols }), 'base64');
  const program = `
import json, sys
sys.path.insert(0, sys.argv[1])
import audit, fetch
path, floor, expected, glibc, sysroot, libc = json.loads(sys.argv[2])
target = type("Target", (), {"machine": "aarch64", "elf": (183, 64, 0), "glibc": glibc, "sysroot": sysroot})
try:
    print(audit.audit(path, target, tuple(floor), expected, libc), end="")
except fetch.Problem as problem:
    print(problem, end="")
`;
  const asked = JSON.stringify([
    join(at, wheel!.filename),
    floor,
    expected,
    glibc,
    join(at, 'sysroot'),
    musl === null ? null : join(at, 'libc'),
  ]);
  const ended = await run(python, ['-c', program, programsFolder, asked]);
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: '' });
  return ended.stdout;
}

describe('names the oldest system that the symbols allow', () => {
  type Row = readonly [name: string, library: SharedLibrary, tag: string, floor?: number[]];
  const rows: readonly Row[] = [
    ['the oldest glibc of a tag', { versions: ['GLIBC_2.4'] }, 'manylinux_2_17_aarch64'],
    [
      'the newest of several versions',
      { versions: ['GLIBC_2.34', 'GLIBC_2.17', 'GLIBC_2.9'] },
      'manylinux_2_34_aarch64',
    ],
    [
      'a version of libstdc++',
      { needed: ['libstdc++.so.6', 'libc.so.6'], versions: ['GLIBCXX_3.4.29', 'CXXABI_1.3'] },
      'manylinux_2_34_aarch64',
    ],
    [
      "libgcc's and libstdc++'s of one time",
      { needed: ['libgcc_s.so.1', 'libc.so.6'], versions: ['GCC_7.0.0', 'GLIBCXX_3.4.24', 'GLIBC_2.17'] },
      'manylinux_2_26_aarch64',
    ],
    ['a glibc without a policy', { versions: ['GLIBC_2.99'] }, 'manylinux_2_99_aarch64', [2, 99]],
    ['a version of glibc without a number', { versions: ['GLIBC_ABI_DT_RELR'] }, 'manylinux_2_36_aarch64'],
    ["glibc's private symbols", { versions: ['GLIBC_2.17', 'GLIBC_PRIVATE'] }, 'linux_aarch64'],
    ["another machine's version", { versions: ['GLIBC_2.17', 'CXXABI_FLOAT128'] }, 'linux_aarch64'],
    ["another library's version", { versions: ['GLIBC_2.17', 'OWN_1.0'] }, 'manylinux_2_17_aarch64'],
    ['the loader', { needed: ['ld-linux-aarch64.so.1', 'libc.so.6'] }, 'manylinux_2_17_aarch64'],
    ['a library that only newer glibcs have', { needed: ['libmvec.so.1'] }, 'manylinux_2_24_aarch64'],
    [
      'libatomic, which the policies grant and a slim base lacks',
      { needed: ['libatomic.so.1', 'libc.so.6'], versions: ['LIBATOMIC_1.0'] },
      'linux_aarch64',
    ],
    ['another soname of a library, which no policy grants', { needed: ['libnsl.so.2'] }, 'linux_aarch64'],
    ['a version newer than all policies', { versions: ['GLIBCXX_3.4.99'] }, 'linux_aarch64'],
    ['a library that no policy grants', { needed: ['libffi.so.8'] }, 'linux_aarch64'],
  ];
  test.each(rows.map((row) => ({ row, name: row[0] })))(
    '$name',
    async ({ row: [, library, tag, floor = [2, 36]] }) => {
      expect(await audited(library, { floor })).toBe(tag);
    },
  );

  test('with musl', async () => {
    expect([
      await audited({ needed: ['libc.so'] }, { glibc: false }),
      await audited({ needed: ['libffi.so.8', 'libc.so'] }, { glibc: false }),
    ]).toEqual(['musllinux_1_2_aarch64', 'linux_aarch64']);
  });
});

test('leaves out modules for the instructions of one processor', async () => {
  const at = await folder();
  const names = ['_fast_avx2', '_FAST_SSE4', 'bits_x86_64', '_neon', '_simd', '_ssetup', '_essence'];
  const files = Object.fromEntries(names.map((name) => [`sse/${name}.cpython-313-x86_64-linux-gnu.so`, '']));
  const [wheel] = await makeWheels(at, [{ name: 'demo', version: '1.0', pure: false, files }]);
  const program =
    'import sys; sys.path.insert(0, sys.argv[1]); import audit; print(*audit.modules(sys.argv[2]), end="")';
  const { stdout } = await run(python, ['-c', program, programsFolder, join(at, wheel!.filename)]);
  expect(stdout).toBe('sse/_essence sse/_simd sse/_ssetup');
});

describe('refuses', () => {
  test('a wheel without a module that another platform has', async () => {
    expect(await audited({}, { expected: ['demo/_fast', 'demo/_other'] })).toBe(
      'it lacks demo/_other, which the wheel for another platform has',
    );
  });

  test('a wheel that was compiled for another machine', async () => {
    expect(await audited({ machine: 62 })).toBe(
      'demo/_fast.cpython-313-aarch64-linux-gnu.so is for amd64, with 64 bits and flags 0x0',
    );
  });

  test('a program for another machine, whatever its name', async () => {
    const name = 'demo-1.0.data/scripts/demo';
    expect(await audited({ machine: 62, type: 2 }, { name, expected: [] })).toBe(
      `${name} is for amd64, with 64 bits and flags 0x0`,
    );
  });

  test('a wheel that needs a newer libc than the base has', async () => {
    expect(await audited({ versions: ['GLIBC_2.38'] })).toBe('it needs glibc 2.38, and the base has 2.36');
  });
});

describe('looks for each symbol of a wheel for musl, which has no symbol versions', () => {
  const needs: SharedLibrary = {
    needed: ['libc.so', 'libz.so.1'],
    symbols: {
      PyLong_FromLong: 'wanted',
      _Py_Dealloc: 'wanted',
      __cxa_finalize: 'weak',
      malloc: 'wanted',
      own: 'wanted',
      compress: 'wanted',
    },
  };
  const musl = { malloc: 'defined' } as const;
  const libz = { compress: 'defined' } as const;
  const more = {
    'demo.libs/libown.so': { base64: sharedLibrary({ machine: 183, symbols: { own: 'defined' } }) },
  };
  const lacking = (names: string): string => `it needs ${names}, which the base's C library has not`;
  test.each<readonly [string, SharedLibrary, Parameters<typeof audited>[1], string]>([
    ['all are defined', needs, { musl, libz, more }, 'linux_aarch64'],
    ['one is not in the base', needs, { musl: { free: 'defined' }, libz, more }, lacking('malloc')],
    ['one is not in the sysroot', needs, { musl, more }, lacking('compress')],
    ['one is not in the wheel', needs, { musl, libz }, lacking('own')],
    [
      'one is in a library that the wheel does not name',
      { ...needs, needed: ['libc.so'] },
      { musl, libz, more },
      lacking('compress'),
    ],
  ])('%s', async (_, library, base, said) => {
    expect(await audited(library, { glibc: false, ...base })).toBe(said);
  });
});

/** The header of an ELF file whose rest is missing. */
const cut = {
  base64: Buffer.from(sharedLibrary({ machine: 183 }), 'base64')
    .subarray(0, 100)
    .toString('base64'),
};

test.each([
  ['a library', 'demo/_more.so', 'demo/_more.so is a damaged ELF file'],
  ["something of a package's tests", 'demo/tests/truncated.elf', 'manylinux_2_17_aarch64'],
])('treats %s that is cut off as damaged or as data', async (_, name, said) => {
  expect(await audited({}, { more: { [name]: cut } })).toBe(said);
});

test.each([
  'demo/_fast.abi3.so',
  'demo/_fast.so',
  'demo-1.0.data/platlib/demo/_fast.cpython-313-x86_64-linux-musl.so',
])('takes %s for the module demo/_fast', async (name) => {
  expect(await audited({}, { name })).toBe('manylinux_2_17_aarch64');
});

test('changes the tag in the name of a wheel, in WHEEL and in RECORD', async () => {
  const at = await folder();
  const [wheel] = await makeWheels(at, [
    {
      name: 'demo',
      version: '1.0',
      tag: 'cp313-cp313-linux_armv7l',
      pure: false,
      files: { 'demo.py': 'x = 1' },
    },
  ]);
  const program = `
import sys, zipfile
sys.path.insert(0, sys.argv[1])
import audit
from wheel import digest
with zipfile.ZipFile(audit.retag(sys.argv[2], "manylinux_2_31_armv7l")) as archive:
    text = archive.read("demo-1.0.dist-info/WHEEL")
    print([line for line in text.decode().splitlines() if line.startswith("Tag")])
    print("demo-1.0.dist-info/WHEEL,%s,%d" % (digest(text), len(text)) in archive.read("demo-1.0.dist-info/RECORD").decode().splitlines())
`;
  const ended = await run(python, ['-c', program, programsFolder, join(at, wheel!.filename)]);
  expect(ended).toEqual({
    code: 0,
    stdout: "['Tag: cp313-cp313-manylinux_2_31_armv7l']\nTrue\n",
    stderr: '',
  });
  expect(await readdir(at)).toEqual(['demo-1.0-cp313-cp313-manylinux_2_31_armv7l.whl']);
});
