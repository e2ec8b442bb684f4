/** What `needs.py` says that a wheel needs of a system. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type SharedLibrary, sharedLibrary } from './elf.ts';
import { folder, type Distribution, makeWheels, runProgram } from './programs.ts';

const extension = (
  library: SharedLibrary,
  more: Distribution['files'] = {},
  platform = 'linux_x86_64',
): Distribution => ({
  name: 'demo',
  version: '1.0',
  tag: `cp313-cp313-${platform}`,
  pure: false,
  files: { 'demo/_fast.so': { base64: sharedLibrary(library) }, ...more },
});

test.each<readonly [string, Distribution, { readonly glibc: string | null; readonly free: boolean }]>([
  ['pure Python', { name: 'demo', version: '1.0', files: { 'demo.py': '' } }, { glibc: null, free: true }],
  [
    'a glibc of the oldest policy',
    extension({ needed: ['libc.so.6'], versions: ['GLIBC_2.4'] }),
    { glibc: '2.17', free: true },
  ],
  [
    'a newer glibc',
    extension({ needed: ['libm.so.6'], versions: ['GLIBC_2.35', 'GLIBC_2.17'] }),
    { glibc: '2.35', free: true },
  ],
  [
    'a libstdc++ that a policy grants',
    extension({ needed: ['libstdc++.so.6'], versions: ['GLIBCXX_3.4.29', 'GLIBC_2.17'] }),
    { glibc: '2.34', free: true },
  ],
  ...(
    [
      ['linux_x86_64', '2.27'],
      ['manylinux2014_x86_64', '2.27'],
      ['manylinux_2_31_armv7l', '2.26'],
      ['linux_armv6l', null],
    ] as const
  ).map(
    ([platform, glibc]) =>
      [
        `a version of libstdc++ for ${platform}`,
        extension({ needed: ['libc.so.6'], versions: ['GLIBCXX_3.4.24', 'GLIBC_2.17'] }, {}, platform),
        { glibc, free: glibc !== null },
      ] as const,
  ),
  [
    'libatomic',
    extension({ needed: ['libatomic.so.1', 'libc.so.6'], versions: ['LIBATOMIC_1.0', 'GLIBC_2.17'] }),
    { glibc: null, free: false },
  ],
  [
    'a library of its distribution',
    extension({ needed: ['libffi.so.8', 'libc.so.6'], versions: ['GLIBC_2.17'] }),
    { glibc: null, free: false },
  ],
  [
    'a library that the wheel brings',
    extension(
      { needed: ['libown.so.1', 'libc.so.6'], versions: ['GLIBC_2.17'] },
      { 'demo.libs/libown.so.1': { base64: sharedLibrary({ versions: [] }) } },
    ),
    { glibc: '2.17', free: true },
  ],
  ['musl', extension({ needed: ['libc.musl-x86_64.so.1'] }), { glibc: null, free: true }],
  ['musl by the name that zig writes', extension({ needed: ['libc.so'] }), { glibc: null, free: true }],
  [
    'musl and a library',
    extension({ needed: ['libc.musl-x86_64.so.1', 'libffi.so.8'] }),
    { glibc: null, free: false },
  ],
])('%s', async (_, made, expected) => {
  const at = await folder();
  const [wheel] = await makeWheels(at, [made]);
  await writeFile(join(at, 'compiled.json'), '[]');
  await writeFile(join(at, 'log'), '');
  const out = join(at, 'made');
  expect(await runProgram('needs.py', [at, out])).toEqual({ code: 0, stdout: '', stderr: '' });
  const { filename, sha256 } = wheel!;
  expect((await readdir(out)).sort()).toEqual(['compiled.json', filename, 'wheels.json'].sort());
  const size = (await readFile(join(out, filename))).length;
  expect(JSON.parse(await readFile(join(out, 'wheels.json'), 'utf8'))).toEqual([
    { filename, sha256, size, ...expected },
  ]);
});

test('lists nothing when nothing was compiled', async () => {
  const at = await folder();
  expect((await runProgram('needs.py', [join(at, 'wheels'), join(at, 'made')])).code).toBe(0);
  expect(JSON.parse(await readFile(join(at, 'made/wheels.json'), 'utf8'))).toEqual([]);
});

test('does not list a wheel with a damaged file', async () => {
  const at = await folder();
  const cut = Buffer.from(sharedLibrary({}), 'base64').subarray(0, 100).toString('base64');
  const [wheel] = await makeWheels(at, [
    { name: 'demo', version: '1.0', files: { 'demo/tests/truncated.elf': { base64: cut } } },
  ]);
  const out = join(at, 'made');
  expect(await runProgram('needs.py', [at, out])).toEqual({
    code: 0,
    stdout: `note: ${wheel!.filename} is not kept: demo/tests/truncated.elf is a damaged ELF file\n`,
    stderr: '',
  });
  expect((await readdir(out)).sort()).toEqual([wheel!.filename, 'wheels.json']);
  expect(JSON.parse(await readFile(join(out, 'wheels.json'), 'utf8'))).toEqual([]);
});
