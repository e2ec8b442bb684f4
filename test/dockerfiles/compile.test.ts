/** What `sources.py` downloads and unpacks, and what `compile.sh` compiles. */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serve } from './files-server.ts';
import { folder, makeWheels, programsFolder, python, run, runProgram } from './programs.ts';

/** Writes an archive. @param make Python that calls `add(path, text)` and `link(path, target)`. */
async function archive(path: string, make: string): Promise<string> {
  const program = `
import io, sys, tarfile, zipfile
path = sys.argv[1]
if path.endswith(".zip"):
    out = zipfile.ZipFile(path, "w"); add = out.writestr
else:
    out = tarfile.open(path, "w:gz")
    def add(name, text):
        item = tarfile.TarInfo(name); item.size = len(text); out.addfile(item, io.BytesIO(text.encode()))
    def link(name, target):
        item = tarfile.TarInfo(name); item.type = tarfile.SYMTYPE; item.linkname = target; out.addfile(item)
${make}
out.close()
`;
  expect(await run(python, ['-c', program, path])).toEqual({ code: 0, stdout: '', stderr: '' });
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

async function fetched(
  filename: string,
  make: string,
  more: readonly string[] = [],
  version = '1.0',
  entry = {},
  lists = {},
) {
  const at = await folder();
  const sha256 = await archive(join(at, filename), make);
  const data = await readFile(join(at, filename));
  const { url, requests } = await serve((_, response) => response.writeHead(200).end(data));
  const list = join(at, 'requirements.json');
  await writeFile(
    list,
    JSON.stringify({
      wheels: [],
      compile: [{ name: 'My.Pkg', version, filename, url: `${url}/${filename}`, sha256, ...entry }],
      ...lists,
    }),
  );
  const ended = await runProgram('sources.py', [
    '--requirements',
    list,
    '--sources',
    join(at, 'sources'),
    ...more,
  ]);
  return { ...ended, at, requests, sources: join(at, 'sources') };
}

describe('sources', () => {
  test.each(['x.tar.gz', 'x.zip'])(
    '%s is unpacked under a name that does not depend on it',
    async (filename) => {
      const { code, stderr, sources } = await fetched(
        filename,
        'add("My_Pkg-1.0/setup.py", "x"); add("My_Pkg-1.0/a/b.c", "y")',
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect((await readdir(sources, { recursive: true })).sort()).toEqual(
        ['list', 'my-pkg-1.0', 'my-pkg-1.0/a', 'my-pkg-1.0/a/b.c', 'my-pkg-1.0/setup.py'].sort(),
      );
      expect(await readFile(join(sources, 'list'), 'utf8')).toBe('My.Pkg 1.0 my-pkg-1.0\n');
    },
  );

  test('all may read what is compiled by a user without rights, where there are credentials', async () => {
    const own = (path: string, mode: number) =>
      `item = tarfile.TarInfo("p-1.0/${path}"); item.mode = ${mode}; item.size = 1; out.addfile(item, io.BytesIO(b"x"))`;
    const make = [own('setup.py', 0o600), own('configure', 0o700)].join('\n');
    const netrc = join(await folder(), 'netrc');
    await writeFile(netrc, '');
    const modes = async (...more: readonly string[]): Promise<string[]> => {
      const { sources } = await fetched('x.tar.gz', make, more);
      const paths = ['my-pkg-1.0', 'my-pkg-1.0/setup.py', 'my-pkg-1.0/configure'];
      const all = await Promise.all(paths.map((path) => stat(join(sources, path))));
      return all.map(({ mode }) => (mode & 0o777).toString(8));
    };
    expect((await modes()).slice(1)).toEqual(['600', '700']);
    expect(await modes('--netrc', netrc)).toEqual(['755', '644', '755']);
  });

  test('lists the modules of a wheel for another platform', async () => {
    const others = await folder();
    const [wheel] = await makeWheels(others, [
      {
        name: 'my_pkg',
        version: '1.0',
        tag: 'cp313-cp313-linux_x86_64',
        files: {
          'a/_b.cpython-313-x86_64-linux-gnu.so': '',
          'c.abi3.so': '',
          'my_pkg.libs/libz.so': '',
          'd.py': '',
        },
      },
    ]);
    const data = await readFile(join(others, wheel!.filename));
    const other = await serve((_, response) => response.writeHead(200).end(data));
    const like = { ...wheel!, url: `${other.url}/${wheel!.filename}` };
    const { code, sources } = await fetched('x.zip', 'add("x/setup.py", "x")', [], '1.0', { like });
    expect({ code, modules: await readFile(join(sources, 'my-pkg-1.0.modules'), 'utf8') }).toEqual({
      code: 0,
      modules: 'a/_b\nc\n',
    });
  });

  test.each([
    ['cannot be fetched', 404, 'like-1.0.whl cannot be compared with: URL/like-1.0.whl: 404 Not Found'],
    ['is no wheel', 200, 'like-1.0.whl cannot be compared with: File is not a zip file'],
  ])('notes that a wheel to compare with %s, and goes on', async (_, status, note) => {
    const other = await serve((_request, response) => response.writeHead(status).end('x'));
    const sha256 = createHash('sha256').update('x').digest('hex');
    const like = { filename: 'like-1.0.whl', url: `${other.url}/like-1.0.whl`, sha256 };
    const { code, stdout, sources } = await fetched('x.zip', 'add("x/setup.py", "x")', [], '1.0', { like });
    expect({
      code,
      stdout: stdout.replace(other.url, 'URL'),
      files: (await readdir(sources)).sort(),
    }).toEqual({
      code: 0,
      stdout: `note: ${note}\n`,
      files: ['list', 'my-pkg-1.0'],
    });
  });

  test('does not fetch what was compiled before', async () => {
    const have = await folder();
    await makeWheels(have, [{ name: 'my_pkg', version: '1.0', tag: 'cp313-cp313-linux_armv7l' }]);
    const { code, requests, sources } = await fetched('x.zip', 'add("x/setup.py", "x")', ['--have', have]);
    expect({ code, requests, list: await readFile(join(sources, 'list'), 'utf8') }).toEqual({
      code: 0,
      requests: [],
      list: '',
    });
  });

  test('brings the wheel of numpy that the image installs, from an earlier build or from the index', async () => {
    const at = await folder();
    const tag = 'cp313-cp313-linux_armv7l';
    const [numpy, other] = await makeWheels(at, [
      { name: 'numpy', version: '2.0', tag },
      { name: 'other', version: '1.0', tag },
    ]);
    const kept = join(at, 'kept', numpy!.sha256);
    await mkdir(kept, { recursive: true });
    await cp(join(at, numpy!.filename), join(kept, numpy!.filename));
    const content = await Promise.all([numpy!, other!].map(({ filename }) => readFile(join(at, filename))));
    const index = await serve(({ path }, response) =>
      response.writeHead(200).end(content[path.includes('numpy') ? 0 : 1]),
    );
    const wheels = [numpy!, other!].map((one) => ({ ...one, url: `${index.url}/${one.filename}` }));
    const brought = async (lists: object, more: readonly string[] = []) => {
      const { code, sources } = await fetched('x.zip', 'add("x/setup.py", "x")', more, '1.0', {}, lists);
      return [code, await readdir(join(sources, 'against')).catch(() => 'none')];
    };
    expect(await brought({ wheels })).toEqual([0, [numpy!.filename]]);
    expect(await brought({ kept: [numpy!] }, ['--kept', join(at, 'kept')])).toEqual([0, [numpy!.filename]]);
    expect(await brought({ wheels: wheels.slice(1) })).toEqual([0, 'none']);
    expect(index.requests).toHaveLength(1);
  });

  const refused: readonly [string, string, string, RegExp][] = [
    ['a path that leads out', 'x.tar.gz', 'add("../evil", "x"); add("p/a", "x")', /cannot be unpacked: /],
    [
      'a link that leads out',
      'x.tar.gz',
      'link("p/l", "../../../etc"); add("p/a", "x")',
      /cannot be unpacked: /,
    ],
    [
      'two top folders',
      'x.tar.gz',
      'add("a/b", "x"); add("c/d", "x")',
      /x\.tar\.gz is no source distribution: it holds 2 top folders, not one/,
    ],
  ];
  test.each(refused)('refuses %s', async (_, filename, make, message) => {
    const { code, stderr, at } = await fetched(filename, make);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^sources: My\.Pkg 1\.0: .*\n$/);
    expect(stderr).toMatch(message);
    expect((await readdir(at)).sort()).toEqual(['requirements.json', 'sources', filename].sort());
  });
});

/** Runs `compile.sh` with a script in the place of `python3`. Gives its calls and results. */
async function compiled(list: string, python3: string, left?: string, more: NodeJS.ProcessEnv = {}) {
  const at = await folder();
  await mkdir(join(at, 'bin'));
  await mkdir(join(at, 'sources/one-1'), { recursive: true });
  await mkdir(join(at, 'sources/two-2'));
  await writeFile(join(at, 'sources/list'), list);
  await writeFile(
    join(at, 'bin/python3'),
    `#!/bin/sh\necho "$*" >>${at}/asked\nmkdir "$6" && echo wheel >"$6/$(basename "$7").whl"\n${python3}`,
    { mode: 0o755 },
  );
  if (left !== undefined) {
    await mkdir(join(at, 'left'));
    await writeFile(join(at, 'left/list'), left);
  }
  const folders = ['sources', 'out', 'left'].map((name) => join(at, name));
  const ended = await run('sh', [join(programsFolder, 'compile.sh'), ...folders], {
    env: { PATH: `${join(at, 'bin')}:${process.env['PATH']}`, ...more },
  });
  const asked = await readFile(join(at, 'asked'), 'utf8').catch(() => '');
  const times = await readFile(join(at, 'out/compiled.json'), 'utf8').catch(() => 'null');
  return {
    ...ended,
    at,
    asked: asked.replaceAll(at, 'AT'),
    times: JSON.parse(times) as { began: number; seconds: number }[],
  };
}

describe('compile.sh', () => {
  test('starts nothing when there is nothing to compile', async () => {
    expect(await compiled('', 'exit 1')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
      asked: '',
      times: null,
    });
  });

  test('compiles only what was not compiled before', async () => {
    const both = 'one 1 one-1\ntwo 2 two-2\n';
    expect(await compiled(both, 'exit 1', '')).toMatchObject({ code: 0, asked: '' });
    expect(await compiled(both, '', 'two 2 two-2\n')).toMatchObject({
      code: 0,
      asked: '-m pip wheel --no-deps --wheel-dir /tmp/compile/wheel /tmp/compile/two-2\n',
    });
  });

  test('makes a wheel of each, and prints how long it took', async () => {
    const ended = await compiled('one 1 one-1\ntwo 2 two-2\n', 'echo building');
    expect(ended).toMatchObject({
      code: 0,
      asked:
        '-m pip wheel --no-deps --wheel-dir /tmp/compile/wheel /tmp/compile/one-1\n-m pip wheel --no-deps --wheel-dir /tmp/compile/wheel /tmp/compile/two-2\n',
      times: [
        { name: 'one', version: '1', way: 'emulated', bytes: 6 },
        { name: 'two', version: '2', way: 'emulated', bytes: 6 },
      ],
    });
    expect(ended.stdout.replaceAll(/\d+ s,/g, 'N s,')).toBe(
      'building\ncompiled one 1: N s, 6 bytes\nbuilding\ncompiled two 2: N s, 6 bytes\n',
    );
    expect(ended.times.every(({ began }) => Math.abs(Date.now() / 1000 - began) < 60)).toBe(true);
    expect(await readFile(join(ended.at, 'out/logs/two-2.log'), 'utf8')).toBe('building\n');
  });

  test('holds build requirements to the build constraints, for older and newer pips', async () => {
    const show = 'cat "$PIP_BUILD_CONSTRAINT" "$PIP_CONSTRAINT"';
    const constrained = await compiled('one 1 one-1\n', show, undefined, {
      BUILD_CONSTRAINTS: 'cython<3\nsetuptools<70',
    });
    expect(constrained.stdout).toMatch(/^(cython<3\nsetuptools<70\n){2}compiled one 1/);
    const free = await compiled('one 1 one-1\n', 'env | grep -c CONSTRAINT || true');
    expect(free.stdout).toMatch(/^0\ncompiled one 1/);
  });

  test('tries all, and fails when one failed', async () => {
    const ended = await compiled(
      'one 1 one-1\ntwo 2 two-2\n',
      'case "$*" in *one-1) echo oh no >&2; exit 3 ;; esac',
    );
    expect(ended).toMatchObject({
      code: 1,
      stderr: 'did not compile: one 1\n',
      times: [{ name: 'two', version: '2' }],
    });
    expect(await readFile(join(ended.at, 'out/logs/one-1.log'), 'utf8')).toBe('oh no\n');
  });
});

describe('the programs', () => {
  test('have the syntax of Python 3.6, and import only the standard library, pip and packaging', async () => {
    const program = `
import ast, glob, os, sys
own = {os.path.basename(path)[:-3] for path in glob.glob(sys.argv[1] + "/*.py")} | {"checks", "pip", "packaging"}
for path in sorted(glob.glob(sys.argv[1] + "/**/*.py", recursive=True)):
    tree = ast.parse(open(path, encoding="utf-8").read(), path, feature_version=(3, 6))
    for node in ast.walk(tree):
        names = [node.module] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            if name.split(".")[0] not in own | set(sys.stdlib_module_names):
                print(os.path.basename(path), name)
`;
    // It installs its front end by itself, on the newer Python of the full base.
    const others = 'project.py build\nproject.py build.env\n';
    expect(await run(python, ['-c', program, programsFolder])).toEqual({
      code: 0,
      stdout: others,
      stderr: '',
    });
  });
});
