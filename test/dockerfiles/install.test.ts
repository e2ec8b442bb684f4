/** The tree that `install.py` makes of wheels, and how it fails. */
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serve } from './files-server.ts';
import {
  folder,
  type Distribution,
  makeSite,
  makeWheels,
  programsFolder,
  python,
  run,
  runProgram,
  type WheelFile,
} from './programs.ts';

const minor = (await run(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'])).stdout.trim();
const tag = (await run(python, ['-c', 'import sys; print(sys.implementation.cache_tag)'])).stdout.trim();
const site = `lib/python${minor}/site-packages`;

const hello: Distribution = {
  name: 'hello-there',
  version: '1.0',
  headers: ['Requires-Dist: nothing'],
  files: {
    'hello_there/__init__.py': 'VALUES = {"a", "b", "c", "d"}\n\ndef main():\n    return 0\n',
    'hello_there/broken.py': 'print "two"\n',
    'hello_there/run.sh': { text: '#!/bin/sh\n', mode: 0o755 },
    'hello_there-1.0.data/scripts/greet': { text: '#!python\nprint("hi")\n', mode: 0o755 },
    'hello_there-1.0.data/scripts/plain.sh': { text: '#!/bin/sh\n', mode: 0o755 },
    'hello_there-1.0.data/scripts/hello': { text: '#!python\nan older launcher\n', mode: 0o755 },
    'hello_there-1.0.data/headers/hello.h': '#define HELLO\n',
    'hello_there-1.0.data/data/share/hello/hello.txt': 'hello\n',
    'hello_there-1.0.data/purelib/hello_more.py': 'MORE = 1\n',
    'hello_there-1.0.data/platlib/hello_native.py': 'NATIVE = 1\n',
  },
  entry_points:
    '[console_scripts]\nhello = hello_there:main\n\n[gui_scripts]\nhello-gui = hello_there.gui:App.run [gui]\n',
};

/** Writes requirements.json for wheels that a server offers under their file names. */
async function requirements(
  at: string,
  url: string,
  wheels: readonly WheelFile[],
  more: object = {},
): Promise<string> {
  const path = join(at, 'requirements.json');
  const entries = wheels.map((wheel) => ({ ...wheel, url: `${url}/${wheel.filename}` }));
  await writeFile(path, JSON.stringify({ wheels: entries, ...more }));
  return path;
}

async function offered(made: readonly Distribution[], more: object = {}) {
  const at = await folder();
  const wheels = await makeWheels(at, made);
  const server = await serve(async ({ path }, response) => {
    const data = await readFile(join(at, path)).catch(() => undefined);
    response.writeHead(data === undefined ? 404 : 200).end(data);
  });
  return {
    at,
    wheels,
    tree: join(at, 'tree'),
    server,
    requirements: await requirements(at, server.url, wheels, more),
  };
}

/** Path to mode, and seconds since the epoch. */
async function listing(tree: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const { mode, mtimeMs } = await stat(path);
    found[relative(tree, path)] = `${(mode & 0o7777).toString(8)} ${mtimeMs / 1000}`;
  }
  return found;
}

async function contents(tree: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found[relative(tree, path)] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  }
  return found;
}

const hash = (text: string): string => `sha256=${createHash('sha256').update(text).digest('base64url')}`;
const row = (path: string, text: string): string => `${path},${hash(text)},${Buffer.byteLength(text)}`;

describe('the tree', () => {
  test('has every file where pip puts it, with one time and normal modes', async () => {
    const { tree, requirements: list } = await offered([hello]);
    const ended = await runProgram('install.py', ['--requirements', list, '--tree', tree], {
      env: { SOURCE_DATE_EPOCH: '1700000000' },
    });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const file = '644 1700000000';
    const runs = '755 1700000000';
    expect(await listing(tree)).toEqual({
      bin: runs,
      'bin/greet': runs,
      'bin/hello': runs,
      'bin/hello-gui': runs,
      'bin/plain.sh': runs,
      include: runs,
      [`include/python${minor}`]: runs,
      [`include/python${minor}/hello-there`]: runs,
      [`include/python${minor}/hello-there/hello.h`]: file,
      lib: runs,
      [`lib/python${minor}`]: runs,
      [site]: runs,
      [`${site}/__pycache__`]: runs,
      [`${site}/__pycache__/hello_more.${tag}.pyc`]: file,
      [`${site}/__pycache__/hello_native.${tag}.pyc`]: file,
      [`${site}/hello_more.py`]: file,
      [`${site}/hello_native.py`]: file,
      [`${site}/hello_there`]: runs,
      [`${site}/hello_there/__init__.py`]: file,
      [`${site}/hello_there/__pycache__`]: runs,
      [`${site}/hello_there/__pycache__/__init__.${tag}.pyc`]: file,
      [`${site}/hello_there/broken.py`]: file,
      [`${site}/hello_there/run.sh`]: runs,
      [`${site}/hello_there-1.0.dist-info`]: runs,
      [`${site}/hello_there-1.0.dist-info/INSTALLER`]: file,
      [`${site}/hello_there-1.0.dist-info/METADATA`]: file,
      [`${site}/hello_there-1.0.dist-info/RECORD`]: file,
      [`${site}/hello_there-1.0.dist-info/WHEEL`]: file,
      [`${site}/hello_there-1.0.dist-info/entry_points.txt`]: file,
      share: runs,
      'share/hello': runs,
      'share/hello/hello.txt': file,
    });
  });

  test('has scripts for the interpreter of the official images', async () => {
    const { tree, requirements: list } = await offered([hello]);
    await runProgram('install.py', ['--requirements', list, '--tree', tree]);
    const scripts = ['greet', 'hello', 'hello-gui', 'plain.sh'];
    expect(await Promise.all(scripts.map((name) => readFile(join(tree, 'bin', name), 'utf8')))).toEqual([
      `#!/usr/local/bin/python${minor}\nprint("hi")\n`,
      `#!/usr/local/bin/python${minor}\nimport sys\nfrom hello_there import main\nif __name__ == '__main__':\n    sys.exit(main())\n`,
      `#!/usr/local/bin/python${minor}\nimport sys\nfrom hello_there.gui import App\nif __name__ == '__main__':\n    sys.exit(App.run())\n`,
      '#!/bin/sh\n',
    ]);
  });

  test("has pip's RECORD: new hashes of changed files, and none of bytecode", async () => {
    const { tree, requirements: list } = await offered([hello], { requested: ['Hello.There'] });
    await runProgram('install.py', ['--requirements', list, '--tree', tree]);
    const read = (path: string): Promise<string> => readFile(join(tree, path), 'utf8');
    const info = `${site}/hello_there-1.0.dist-info`;
    const expected = [
      row('../../../bin/greet', await read('bin/greet')),
      row('../../../bin/hello', await read('bin/hello')),
      row('../../../bin/hello-gui', await read('bin/hello-gui')),
      row('../../../bin/plain.sh', '#!/bin/sh\n'),
      row(`../../../include/python${minor}/hello-there/hello.h`, '#define HELLO\n'),
      row('../../../share/hello/hello.txt', 'hello\n'),
      `__pycache__/hello_more.${tag}.pyc,,`,
      `__pycache__/hello_native.${tag}.pyc,,`,
      row('hello_more.py', 'MORE = 1\n'),
      row('hello_native.py', 'NATIVE = 1\n'),
      row('hello_there-1.0.dist-info/INSTALLER', 'pip\n'),
      row('hello_there-1.0.dist-info/METADATA', await read(`${info}/METADATA`)),
      'hello_there-1.0.dist-info/RECORD,,',
      row('hello_there-1.0.dist-info/REQUESTED', ''),
      row('hello_there-1.0.dist-info/WHEEL', await read(`${info}/WHEEL`)),
      row('hello_there-1.0.dist-info/entry_points.txt', await read(`${info}/entry_points.txt`)),
      row('hello_there/__init__.py', await read(`${site}/hello_there/__init__.py`)),
      `hello_there/__pycache__/__init__.${tag}.pyc,,`,
      row('hello_there/broken.py', 'print "two"\n'),
      row('hello_there/run.sh', '#!/bin/sh\n'),
    ];
    const lines = (await read(`${info}/RECORD`)).split('\r\n').filter((line) => line !== '');
    // The wheel's own launcher is not installed; pip keeps its line, too.
    expect(lines.filter((line) => !line.includes('.data/scripts/hello,'))).toEqual(expected);
  });

  test('is the same, byte for byte, in every run', async () => {
    const { at, requirements: list } = await offered([hello]);
    for (const seed of ['0', '1', '77'])
      await runProgram('install.py', ['--requirements', list, '--tree', join(at, seed)], {
        env: { PYTHONHASHSEED: seed, [`SOMETHING_${seed}`]: 'x'.repeat(100) },
      });
    const first = await contents(join(at, '0'));
    expect(Object.keys(first)).toHaveLength(19);
    expect([await contents(join(at, '1')), await contents(join(at, '77'))]).toEqual([first, first]);
    expect(await listing(join(at, '1'))).toEqual(await listing(join(at, '0')));
  });

  test('has files where links of the base lead, and records them as pip does', async () => {
    const { tree, requirements: list } = await offered(
      [
        {
          name: 'nose',
          version: '1',
          files: {
            'nose.py': '',
            'nose-1.data/data/man/man1/nose.1': 'manual',
            'nose-1.data/data/share/other/man/x': '',
            'nose-1.data/data/old/deep/x': '',
          },
        },
      ],
      { links: { man: 'share/man', 'share/man/man1': 'share/man/en', old: 'new', 'new/deep': 'deep' } },
    );
    const ended = await runProgram('install.py', ['--requirements', list, '--tree', tree]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const laid = Object.keys(await contents(tree)).filter((path) => !path.startsWith('lib/'));
    expect(laid.sort()).toEqual(['deep/x', 'share/man/en/nose.1', 'share/other/man/x']);
    expect((await readdir(tree)).sort()).toEqual(['deep', 'lib', 'share']);
    const record = await readFile(join(tree, site, 'nose-1.dist-info/RECORD'), 'utf8');
    expect(record).toContain(row('../../../man/man1/nose.1', 'manual'));
  });

  test('has the last file of two packages that own the same one, and notes that', async () => {
    const { tree, requirements: list } = await offered([
      { name: 'one', version: '1', files: { 'shared.py': 'OWNER = "one"\n', 'both/a.txt': 'one' } },
      { name: 'two', version: '2', files: { 'shared.py': 'OWNER = "two"\n', 'both/a.txt': 'two' } },
    ]);
    const ended = await runProgram('install.py', ['--requirements', list, '--tree', tree]);
    expect(ended.code).toBe(0);
    expect(ended.stdout.split('\n')[0]).toBe(
      `note: one and two both have /usr/local/${site}/both/a.txt and 1 more: the file of two stays`,
    );
    expect(await readFile(join(tree, site, 'shared.py'), 'utf8')).toBe('OWNER = "two"\n');
  });

  test('is a tree for each layer, of which another requirement changes only its own', async () => {
    const small = (version: string): Distribution => ({
      name: 'small',
      version,
      files: { 'small.py': `V = "${version}"\n`, 'shared/small.py': '' },
      entry_points: '[console_scripts]\nsmall = small:main\n',
    });
    const large: Distribution = {
      name: 'Lar.Ge',
      version: '1',
      files: { 'large.py': '', 'shared/large.py': '' },
    };
    const top: Distribution = { name: 'top', version: '3', files: { 'top.py': '' } };
    const laid = async (version: string, time: number, names: readonly string[] = ['small']) => {
      const {
        at,
        tree,
        requirements: list,
      } = await offered([top, large, small(version)], {
        layers: [
          { names: ['lar-ge'], time: 1_600_000_000 },
          { names, time },
          { names: ['top'], time: 1_500_000_000 },
        ],
      });
      const layers = join(at, 'layers');
      const ended = await runProgram('install.py', [
        '--requirements',
        list,
        '--tree',
        tree,
        '--layers',
        layers,
      ]);
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(await readdir(tree)).toEqual([]);
      const of = async (layer: number) => ({
        files: await contents(join(layers, String(layer))),
        listing: await listing(join(layers, String(layer))),
      });
      return { layers: [await of(0), await of(1), await of(2)], at };
    };
    const before = await laid('1.0', 1_700_000_000);
    const after = await laid('1.1', 1_710_000_000);
    const infos = ['INSTALLER', 'METADATA', 'RECORD', 'WHEEL'];
    const in1 = (path: string): string => `usr/local/${site}/${path}`;
    expect(Object.keys(before.layers[1]!.files).toSorted()).toEqual(
      [
        'usr/local/bin/small',
        in1(`__pycache__/small.${tag}.pyc`),
        in1('small.py'),
        in1(`shared/__pycache__/small.${tag}.pyc`),
        in1('shared/small.py'),
        ...[...infos, 'entry_points.txt'].map((name) => in1(`small-1.0.dist-info/${name}`)),
      ].toSorted(),
    );
    expect(new Set(Object.values(before.layers[1]!.listing).map((one) => one.split(' ')[1]))).toEqual(
      new Set(['1700000000']),
    );
    expect(before.layers[0]!.listing['usr']).toBe('755 1600000000');
    expect([after.layers[0], after.layers[2]]).toEqual([before.layers[0], before.layers[2]]);
    expect(after.layers[1]).not.toEqual(before.layers[1]);
    // What no layer names is on top.
    const unnamed = await laid('1.0', 1_700_000_000, []);
    expect(Object.keys(unnamed.layers[2]!.files)).toContain(in1('small.py'));
  });

  test("comes with a list of the base's files that another version replaces", async () => {
    const at = await folder();
    const base = join(at, 'base/usr/local', site);
    await mkdir(base, { recursive: true });
    await makeSite(base, '', [
      {
        name: 'my_tool',
        version: '1.0',
        files: { 'tool/__init__.py': '', 'tool/old (dev).txt': '', '../../../bin/tool-1': '' },
      },
      { name: 'other', version: '1.0', files: { 'other.py': '' } },
    ]);
    const [wheel] = await makeWheels(at, [
      { name: 'my-tool', version: '2.0', files: { 'tool/__init__.py': '' } },
    ]);
    const program = [
      'import json, sys',
      `sys.path.insert(0, ${JSON.stringify(programsFolder)})`,
      'import install, wheel',
      `wheels = [wheel.Wheel(${JSON.stringify(join(at, wheel!.filename))}, "my-tool", "2.0")]`,
      `print("\\n".join(install.replaced(wheels, ${JSON.stringify(join(at, 'base'))})))`,
    ];
    const ended = await run(python, ['-c', program.join('\n')]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout.trim().split('\n')).toEqual([
      'note: my-tool 2.0 replaces 1.0 of the base',
      '/usr/local/bin/tool-1',
      `/usr/local/${site}/my_tool-1.0.dist-info`,
      `/usr/local/${site}/my_tool-1.0.dist-info/METADATA`,
      `/usr/local/${site}/my_tool-1.0.dist-info/RECORD`,
      `/usr/local/${site}/my_tool-1.0.dist-info/WHEEL`,
      `/usr/local/${site}/tool/old (dev).txt`,
    ]);
  });

  test('has compiled wheels, whatever their platform', async () => {
    const { at, tree, server } = await offered([]);
    await mkdir(join(at, 'compiled'));
    await mkdir(join(at, 'native'));
    await makeWheels(join(at, 'compiled'), [
      {
        name: 'my.ext',
        version: '1.0',
        tag: 'cp313-cp313-linux_armv7l',
        pure: false,
        files: { 'my_ext.py': '' },
        info: 'my_ext-1.0.dist-info',
      },
    ]);
    await makeWheels(join(at, 'native'), [{ name: 'pure', version: '2+local.1', files: { 'pure.py': '' } }]);
    const list = await requirements(at, server.url, [], {
      compile: [{ name: 'my-ext', version: '1.0.0', filename: 'x', url: 'x', sha256: 'x' }],
      native: [{ name: 'pure', version: '2+local.1', filename: 'x', url: 'x', sha256: 'x' }],
    });
    const ended = await runProgram('install.py', [
      '--requirements',
      list,
      '--tree',
      tree,
      '--compiled',
      join(at, 'compiled'),
      '--native',
      join(at, 'native'),
    ]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect((await readdir(join(tree, site))).sort()).toEqual(
      ['__pycache__', 'my_ext-1.0.dist-info', 'my_ext.py', 'pure-2+local.1.dist-info', 'pure.py'].sort(),
    );
  });

  test.each([
    ['takes wheels that an earlier build compiled', 'as it was', { code: 0, stderr: '' }],
    [
      'refuses one that is not as it was',
      'changed',
      {
        code: 1,
        stderr: expect.stringMatching(/^install: tide 1\.0: the wheel that was kept is not \/.*\n$/),
      },
    ],
  ])('%s', async (_, how, expected) => {
    const { at, tree, server } = await offered([]);
    const [made] = await makeWheels(at, [{ name: 'tide', version: '1.0', files: { 'tide.py': '' } }]);
    const { name, version, filename, sha256 } = made!;
    const place = join(at, 'kept', sha256);
    await mkdir(place, { recursive: true });
    const bytes = await readFile(join(at, filename));
    await writeFile(join(place, filename), how === 'changed' ? Buffer.concat([bytes, bytes]) : bytes);
    const list = await requirements(at, server.url, [], { kept: [{ name, version, filename, sha256 }] });
    const options = ['--requirements', list, '--tree', tree, '--kept', join(at, 'kept')];
    expect(await runProgram('install.py', options)).toMatchObject(expected);
    if (expected.code === 0) expect(await readdir(join(tree, site))).toContain('tide.py');
  });
});

const digest = 'a'.repeat(64);
const rows: readonly [string, Partial<Distribution>, string][] = [
  ['another name', { metadata_name: 'other' }, "the wheel's metadata says it is other 1.0"],
  ['another version', { metadata_version: '1.1' }, "the wheel's metadata says it is x 1.1"],
  ['a format of the future', { wheel_version: '2.0' }, 'wheel format 2.0 is not known, only 1.x'],
  [
    'a path that leads out',
    { files: { '../evil.py': '' } },
    `../evil.py would be written outside /usr/local/${site}`,
  ],
  [
    'an absolute path',
    { files: { '/etc/evil': '' } },
    `/etc/evil would be written outside /usr/local/${site}`,
  ],
  [
    'data in no known place',
    { files: { 'x-1.0.data/etc/a': '' } },
    'x-1.0.data/etc/a is in no known place: purelib, platlib, scripts, headers, data',
  ],
  [
    'an entry point that is none',
    { entry_points: '[console_scripts]\nx = $(touch y)\n' },
    "its entry point 'x = $(touch y)' is not one: `name = module:function`",
  ],
  [
    'an entry point that leads out',
    { entry_points: '[console_scripts]\n../x = a:b\n' },
    "its entry point '../x = a:b' is not one: `name = module:function`",
  ],
  [
    'two .dist-info folders',
    { files: { 'y-1.dist-info/METADATA': '' } },
    'a wheel has one .dist-info folder, this one has 2',
  ],
];

describe('refuses a wheel that has', () => {
  test.each(rows)('%s', async (_, wrong, message) => {
    const { tree, requirements: list } = await offered([{ name: 'x', version: '1.0', ...wrong }]);
    const ended = await runProgram('install.py', ['--requirements', list, '--tree', tree]);
    expect(ended).toEqual({ code: 1, stdout: '', stderr: `install: x 1.0: ${message}\n` });
    await expect(readdir(tree)).rejects.toThrow('ENOENT');
  });
});

describe('downloading', () => {
  test('reports all problems, each in a line, and installs nothing', async () => {
    const { at, tree, server, wheels } = await offered([
      { name: 'good', version: '1' },
      { name: 'bad', version: '1' },
    ]);
    await writeFile(join(at, 'no-1-py3-none-any.whl'), 'not a zip file');
    const text = createHash('sha256').update('not a zip file').digest('hex');
    const list = await requirements(
      at,
      server.url,
      [
        wheels[0]!,
        { ...wheels[1]!, sha256: digest },
        { name: 'gone', version: '1', filename: 'gone-1-py3-none-any.whl', sha256: digest },
        { name: 'no', version: '1', filename: 'no-1-py3-none-any.whl', sha256: text },
      ],
      { compile: [{ name: 'c', version: '3', filename: 'c', url: 'c', sha256: 'c' }] },
    );
    const ended = await runProgram('install.py', ['--requirements', list, '--tree', tree, '--compiled', at]);
    expect(ended.code).toBe(1);
    expect(ended.stderr.split('\n')).toEqual([
      `install: bad 1: sha256 differs: ${server.url}/bad-1-py3-none-any.whl is ${wheels[1]!.sha256}, the lock says ${digest}`,
      `install: gone 1: ${server.url}/gone-1-py3-none-any.whl: 404 Not Found`,
      'install: no 1: no-1-py3-none-any.whl is not a wheel: it is no zip file',
      `install: c 3: it has no wheel, and one that was made here is not in ${at}`,
      '',
    ]);
    await expect(readdir(tree)).rejects.toThrow('ENOENT');
  });

  test('fails with one line when the tree cannot be written', async () => {
    const { tree, requirements: list } = await offered([hello]);
    await writeFile(tree, 'a file');
    const ended = await runProgram('install.py', ['--requirements', list, '--tree', join(tree, 'below')]);
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: `install: [Errno 20] Not a directory: '${join(tree, 'below')}'\n`,
    });
  });

  test('fails with one line when a member of a wheel is broken', async () => {
    const { at, tree, server } = await offered([]);
    const [wheel] = await makeWheels(at, [{ name: 'x', version: '1', files: { 'x.txt': 'x'.repeat(99) } }]);
    const data = await readFile(join(at, wheel!.filename));
    data.writeUInt8(0xff, 30 + 'x.txt'.length + 2);
    await writeFile(join(at, wheel!.filename), data);
    const sha256 = createHash('sha256').update(data).digest('hex');
    const list = await requirements(at, server.url, [{ ...wheel!, sha256 }]);
    const ended = await runProgram('install.py', ['--requirements', list, '--tree', tree]);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^install: .*\n$/);
  });

  test('refuses addresses other than http and https', async () => {
    const { at, tree } = await offered([]);
    const list = await requirements(at, 'file:///etc', [
      { name: 'x', version: '1', filename: 'passwd', sha256: digest },
    ]);
    const ended = await runProgram('install.py', ['--requirements', list, '--tree', tree]);
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: 'install: x 1: file:///etc/passwd is no address of the web\n',
    });
  });

  test('tries again after temporary errors and a connection that ends early', async () => {
    const { at, tree, wheels } = await offered([{ name: 'x', version: '1' }]);
    const data = await readFile(join(at, wheels[0]!.filename));
    const server = await serve((_, response, count) => {
      if (count === 1) response.writeHead(503, { 'retry-after': '0' }).end('busy');
      else if (count === 2)
        response
          .writeHead(200, { 'content-length': data.length })
          .write(data.subarray(0, 9), () => response.destroy());
      else response.writeHead(200).end(data);
    });
    const list = await requirements(at, server.url, wheels);
    const ended = await runProgram('install.py', ['--requirements', list, '--tree', tree]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(server.requests).toHaveLength(3);
  });

  test('sends credentials of a netrc to their host alone, and prints none', async () => {
    const { at, tree, wheels, server: other } = await offered([{ name: 'x', version: '1' }]);
    const asked = await serve(({ headers }, response) => {
      const welcome = headers.authorization === `Basic ${Buffer.from('me:s3cret').toString('base64')}`;
      response
        .writeHead(welcome ? 302 : 401, {
          location: `${other.url.replace('127.0.0.1', 'localhost')}/${wheels[0]!.filename}`,
        })
        .end();
    });
    const list = await requirements(at, asked.url, wheels);
    await writeFile(join(at, 'netrc'), 'machine 127.0.0.1 login me password s3cret\n');
    await chmod(join(at, 'netrc'), 0o600);
    const refused = await runProgram('install.py', ['--requirements', list, '--tree', tree]);
    expect(refused.stderr).toBe(
      `install: x 1: ${asked.url}/${wheels[0]!.filename}: 401 Unauthorized: the package index wants credentials for this host, or others\n`,
    );
    const ended = await runProgram('install.py', [
      '--requirements',
      list,
      '--tree',
      tree,
      '--netrc',
      join(at, 'netrc'),
    ]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).not.toContain('s3cret');
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  test('takes credentials out of URLs, and prints none', async () => {
    const { at, tree, wheels } = await offered([{ name: 'x', version: '1' }]);
    const server = await serve((_, response) => response.writeHead(404).end());
    const url = server.url.replace('//', '//me:s3cret@');
    const list = await requirements(at, url, wheels);
    const ended = await runProgram('install.py', ['--requirements', list, '--tree', tree]);
    expect(ended.stderr).toBe(`install: x 1: ${server.url}/${wheels[0]!.filename}: 404 Not Found\n`);
    expect(server.requests[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('me:s3cret').toString('base64')}`,
    );
  });

  test('uses a file in --downloads if its content is right', async () => {
    const {
      at,
      tree,
      wheels,
      server,
      requirements: list,
    } = await offered([
      { name: 'x', version: '1' },
      { name: 'y', version: '1' },
    ]);
    await mkdir(join(at, 'kept'));
    await copyFile(join(at, wheels[0]!.filename), join(at, 'kept', wheels[0]!.filename));
    await writeFile(join(at, 'kept', wheels[1]!.filename), 'half of it');
    const ended = await runProgram('install.py', [
      '--requirements',
      list,
      '--tree',
      tree,
      '--downloads',
      join(at, 'kept'),
    ]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(server.requests.map(({ path }) => path)).toEqual([`/${wheels[1]!.filename}`]);
    expect((await readdir(join(at, 'kept'))).sort()).toEqual(wheels.map(({ filename }) => filename).sort());
  });
});
