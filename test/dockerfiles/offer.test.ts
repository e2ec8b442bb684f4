import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, makeWheels, programsFolder, python, run } from './programs.ts';

test('gathers the wheels that are there, and settings that name their folder', async () => {
  const at = await folder();
  await mkdir(join(at, 'made'));
  await makeWheels(join(at, 'made'), [
    { name: 'tide', version: '1.0', files: { 'tide.py': '' } },
    { name: 'other', version: '1.0', files: { 'other.py': '' } },
    { name: 'yaml', version: '1.0', files: { 'yaml.py': '' } },
  ]);
  const made = [
    { name: 'tide', version: '1.0' },
    { name: 'YAML', version: '1.0', lacks: ['yaml/_yaml'] },
  ];
  await writeFile(join(at, 'made', 'cross.json'), JSON.stringify(made));
  const list = { wheels: [], compile: ['tide', 'missing', 'yaml'].map((name) => ({ name, version: '1.0' })) };
  await writeFile(join(at, 'requirements.json'), JSON.stringify(list));
  const options = ['--requirements', join(at, 'requirements.json'), '--compiled', join(at, 'made')];
  const ended = await run(python, [join(programsFolder, 'offer.py'), ...options, '--out', join(at, 'out')]);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(await readdir(join(at, 'out', 'wheels'))).toEqual(['tide-1.0-py3-none-any.whl']);
  expect(await readFile(join(at, 'out', 'pip.conf'), 'utf8')).toBe(
    '[global]\nfind-links = /run/python-image-builder/wheels\n',
  );
  expect(await readFile(join(at, 'out', 'uv.toml'), 'utf8')).toBe(
    'find-links = ["/run/python-image-builder/wheels"]\n',
  );
});

/** Bytecode of another text under the hash of the source: it shows which of the two was run. */
const offering = `
import marshal, importlib.util, os, sys
source, target, hashed = sys.argv[1:]
code = compile("said = 'offered'", source, "exec")
data = importlib.util.MAGIC_NUMBER + (3).to_bytes(4, "little") + importlib.util.source_hash(hashed.encode()) + marshal.dumps(code)
os.makedirs(os.path.dirname(target), exist_ok=True)
with open(target, "wb") as file:
    file.write(data)
`;

const text = "said = 'compiled'\n";

test.each([
  ['is of this source', text, 'offered'],
  ['is of another source', "said = 'older'\n", 'compiled'],
])('bytecode that %s is taken or not, and written as Python does', async (_, hashed, said) => {
  const at = await folder();
  const source = join(at, 'demo.py');
  await writeFile(source, text);
  const startup = await readFile(join(programsFolder, 'startup.py'), 'utf8');
  const library = join(at, 'library');
  await writeFile(
    join(at, 'startup.py'),
    startup.replace('"/run/python-image-builder/library"', JSON.stringify(library)),
  );
  const compiling = 'import py_compile, sys; py_compile.compile(sys.argv[1], sys.argv[2], doraise=True)';
  const compiled = ['-c', compiling, join(at, 'startup.py'), join(at, 'sitecustomize.pyc')];
  expect((await run(python, compiled)).stderr).toBe('');
  const tag = (await run(python, ['-c', 'import sys; print(sys.implementation.cache_tag)'])).stdout.trim();
  expect(
    (await run(python, ['-c', offering, source, `${library}${at}/demo.${tag}.pyc`, hashed])).stderr,
  ).toBe('');
  const show = 'import demo, json; print(json.dumps([demo.said, demo.__cached__]))';
  const first = await run(python, ['-c', show], {
    env: { PYTHONPATH: at, PYTHONDONTWRITEBYTECODE: '' },
  });
  const cached = join(at, '__pycache__', `demo.${tag}.pyc`);
  expect([first.stdout, first.stderr]).toEqual([
    `${JSON.stringify([said, cached]).replace(',', ', ')}\n`,
    '',
  ]);
  // Flags of 0: it has the time and the size of its source, which Python compares.
  expect((await readFile(cached)).readUInt32LE(4)).toBe(0);
  // Without what was offered it is taken as any other; with another source it is not.
  const plain = [
    '-S',
    '-c',
    `import sys; sys.path.insert(0, ${JSON.stringify(at)}); import demo; print(demo.said)`,
  ];
  expect((await run(python, plain)).stdout).toBe(`${said}\n`);
  await writeFile(source, "said = 'changed since'\n");
  expect((await run(python, plain)).stdout).toBe('changed since\n');
});
