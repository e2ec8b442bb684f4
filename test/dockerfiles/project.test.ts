/** `project.py` writes the same files of the same source, whatever the build backend and the machine put into them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, programsFolder, python, run } from './programs.ts';

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Runs lines of Python with the program as `project`. Gives what they print. */
async function withProject(lines: string, ...args: readonly string[]): Promise<string> {
  const ended = await run(python, [
    '-c',
    `import sys\nsys.path.insert(0, sys.argv[1])\nimport project\n${lines}`,
    programsFolder,
    ...args,
  ]);
  if (ended.code !== 0) throw new Error(ended.stderr);
  return ended.stdout;
}

const makeSdist = `
import io, sys, tarfile
path, time, owner, order = sys.argv[2], int(sys.argv[3]), sys.argv[4], sys.argv[5].split(",")
with tarfile.open(path, "w:gz") as archive:
    for name in order:
        member = tarfile.TarInfo("foo-1.0/" + name)
        member.size, member.mtime, member.uname, member.uid = len(name), time, owner, len(owner)
        archive.addfile(member, io.BytesIO(name.encode()))
project.normalize(path, 1700000000)
with tarfile.open(path) as archive:
    for member in archive:
        print(member.name, member.mtime, member.uid, repr(member.uname), archive.extractfile(member).read().decode())
`;

test('an sdist is the same in another order, of another owner, at another time', async () => {
  const into = await folder();
  const [one, other, third] = ['one', 'other', 'third'].map((name) => join(into, `${name}.tar.gz`)) as [
    string,
    string,
    string,
  ];
  const said = await withProject(makeSdist, one, '1', 'ada', 'a.py,b.py');
  expect(said).toBe("foo-1.0/a.py 1700000000 0 '' a.py\nfoo-1.0/b.py 1700000000 0 '' b.py\n");
  await withProject(makeSdist, other, '2', 'root', 'b.py,a.py');
  await withProject(makeSdist, third, '1', 'ada', 'a.py,c.py');
  expect(hashOf(one)).toBe(hashOf(other));
  expect(hashOf(one)).not.toBe(hashOf(third));
});

const makeWheel = `
import sys, zipfile
path, year, order = sys.argv[2], int(sys.argv[3]), sys.argv[4].split(",")
with zipfile.ZipFile(path, "w") as archive:
    for name in order:
        info = zipfile.ZipInfo(name, (year, 1, 2, 3, 4, 6))
        info.external_attr = 0o100755 << 16
        archive.writestr(info, name)
project.normalize_wheel(path, int(sys.argv[5]))
with zipfile.ZipFile(path) as archive:
    for info in archive.infolist():
        print(info.filename, info.date_time, oct(info.external_attr >> 16), archive.read(info).decode())
`;

test('a wheel is the same in another order and at another time, with its metadata last', async () => {
  const into = await folder();
  const [one, other] = ['one', 'other'].map((name) => join(into, `${name}.whl`)) as [string, string];
  const [code, record] = ['foo/a.py', 'foo-1.0.dist-info/RECORD'];
  const said = await withProject(makeWheel, one, '2001', `${record},${code}`, '1700000000');
  const time = '(2023, 11, 14, 22, 13, 20)';
  expect(said).toBe(`${code} ${time} 0o100755 ${code}\n${record} ${time} 0o100755 ${record}\n`);
  await withProject(makeWheel, other, '2002', `${code},${record}`, '1700000000');
  expect(hashOf(one)).toBe(hashOf(other));
});

test('a wheel can hold no time before 1980', async () => {
  const path = join(await folder(), 'old.whl');
  expect(await withProject(makeWheel, path, '2001', 'a', '5')).toBe('a (1980, 1, 1, 0, 0, 0) 0o100755 a\n');
});

test('the metadata stands in files, and in a wheel that holds nothing else', async () => {
  const into = await folder();
  const said = await withProject(
    `
import os, sys, zipfile
out = sys.argv[2]
project.write_metadata({"METADATA": b"Name: foo\\n", "entry_points.txt": b"[console_scripts]\\n", "RECORD": b"x"}, "foo-1.0", out)
print(sorted(os.listdir(out)), os.listdir(out + "/metadata"))
with zipfile.ZipFile(out + "/metadata/foo-1.0-py3-none-any.whl") as bare:
    print(bare.namelist(), bare.read("foo-1.0.dist-info/METADATA"))
`,
    into,
  );
  const info = 'foo-1.0.dist-info';
  expect(said).toBe(
    `['METADATA', 'entry_points.txt', 'metadata'] ['foo-1.0-py3-none-any.whl']\n['${info}/METADATA', '${info}/WHEEL', '${info}/RECORD'] b'Name: foo\\n'\n`,
  );
});
