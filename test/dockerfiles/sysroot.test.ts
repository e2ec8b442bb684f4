/** How `sysroot.py` unpacks packages of the distribution. */
import { lstat, mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, programsFolder, python, run } from './programs.ts';

const program = 'import sys; sys.path.insert(0, sys.argv[1]); import sysroot; sysroot.unpack(*sys.argv[2:])';

test("puts a package's folder where the sysroot's link of that name leads", async () => {
  const at = await folder();
  const library = 'lib/arm-linux-gnueabihf/libdemo.so.1';
  await mkdir(join(at, 'demo/DEBIAN'), { recursive: true });
  await mkdir(join(at, 'demo/lib/arm-linux-gnueabihf'), { recursive: true });
  await writeFile(
    join(at, 'demo/DEBIAN/control'),
    'Package: demo\nVersion: 1\nArchitecture: armhf\nMaintainer: nobody <nobody@example.org>\nDescription: demo\n',
  );
  await writeFile(join(at, 'demo', library), 'new');
  expect((await run('dpkg-deb', ['--build', join(at, 'demo'), join(at, 'demo.deb')])).code).toBe(0);
  await mkdir(join(at, 'root/usr/lib/arm-linux-gnueabihf'), { recursive: true });
  await writeFile(join(at, 'root/usr', library), 'old');
  await symlink('usr/lib', join(at, 'root/lib'));
  const unpacked = ['-c', program, programsFolder, join(at, 'demo.deb'), join(at, 'root'), join(at, 'log')];
  expect(await run(python, unpacked)).toMatchObject({ code: 0, stderr: '' });
  expect({
    link: (await lstat(join(at, 'root/lib'))).isSymbolicLink(),
    library: await readFile(join(at, 'root/usr', library), 'utf8'),
  }).toEqual({ link: true, library: 'new' });
});

test('links the loader and the libraries of a target to where programs look for them that the kernel runs', async () => {
  const at = await folder();
  for (const path of ['sysroot/lib', 'sysroot/usr/lib/i386-linux-gnu', 'root/lib', 'root/usr/lib'])
    await mkdir(join(at, path), { recursive: true });
  for (const path of [
    'sysroot/lib/ld-linux.so.2',
    'sysroot/lib/ld-linux-x86-64.so.2',
    'root/lib/ld-linux-x86-64.so.2',
  ])
    await writeFile(join(at, path), path);
  const linking =
    'import sys; sys.path.insert(0, sys.argv[1]); import sysroot; sysroot.link_loader(sys.argv[2] + "/sysroot", "i386-linux-gnu", sys.argv[2] + "/root")';
  expect(await run(python, ['-c', linking, programsFolder, at])).toMatchObject({ code: 0, stderr: '' });
  expect({
    loader: await readlink(join(at, 'root/lib/ld-linux.so.2')),
    own: await readFile(join(at, 'root/lib/ld-linux-x86-64.so.2'), 'utf8'),
    library: await readlink(join(at, 'root/usr/lib/i386-linux-gnu')),
    all: await readdir(join(at, 'root/lib')),
  }).toEqual({
    loader: join(at, 'sysroot/lib/ld-linux.so.2'),
    own: 'root/lib/ld-linux-x86-64.so.2',
    library: join(at, 'sysroot/usr/lib/i386-linux-gnu'),
    all: ['ld-linux-x86-64.so.2', 'ld-linux.so.2'],
  });
});
