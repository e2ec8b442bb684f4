/** How `sysroot.py` unpacks packages of the distribution. */
import { lstat, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
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
