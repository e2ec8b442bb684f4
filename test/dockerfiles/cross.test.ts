/** Cross-compiling: what a build sees of its target, and what is left to emulation. */
import { chmod, cp, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedLibrary } from './elf.ts';
import { serve } from './files-server.ts';
import { type Ended, folder, makeWheels, programsFolder, python, run, runProgram } from './programs.ts';
import { lasting, passing } from '../support/network-words.ts';

/** A backend without requirements that calls `CC` and records what it sees. Its wheel is a file of the project. */
const backend = `
import importlib.util, json, os, platform, shutil, subprocess, sys, sysconfig, zipfile
def get_requires_for_build_wheel(config_settings=None):
    return []
def build_wheel(folder, config_settings=None, metadata_directory=None):
    print("error: the first thing that went wrong" if os.path.exists("broken") else "building")
    if os.path.exists("broken"):
        raise RuntimeError("broken on purpose")
    if "CC" not in os.environ:
        return reference(folder)
    subprocess.run([os.environ["CC"], "-I/usr/include/x", "-L", "/usr/lib", "-O1", "a b.c", "-isystem", "/opt"], check=True)
    with open(os.environ["SEEN"], "w") as file:
        json.dump({"machine": platform.machine(), "platform": sysconfig.get_platform(), "suffix": sysconfig.get_config_var("EXT_SUFFIX"),
                   "bits": sys.maxsize.bit_length() + 1, "settings": config_settings,
                   "header": header(),
                   "found": [name for name in ("helper", "pip") if importlib.util.find_spec(name)],
                   "installed": open(os.environ["AT"] + "/installed").read().split() if os.path.exists(os.environ["AT"] + "/installed") else [],
                   "caches": sorted(os.environ[key] for key in os.environ if "_CACHE_" in key)}, file)
    shutil.copy("made.zip", os.path.join(folder, "demo-1.0-cp313-cp313-linux_armv7l.whl"))
    return "demo-1.0-cp313-cp313-linux_armv7l.whl"

def header():
    path = sysconfig.get_path("platlib") + "/numpy/_core/include/numpy/_numpyconfig.h"
    return open(path).read() if os.path.exists(path) else None

def reference(folder):
    with open("reference") as file, zipfile.ZipFile(os.path.join(folder, "demo-1.0-cp313-cp313-linux_x86_64.whl"), "w") as archive:
        for name in file.read().split():
            archive.writestr(name + ".cpython-313-x86_64-linux-gnu.so", "")
    return "demo-1.0-cp313-cp313-linux_x86_64.whl"
`;

const metadata = {
  METADATA: 'Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n',
  WHEEL: 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: false\nTag: cp313-cp313-linux_armv7l\n',
  RECORD: 'demo-1.0.dist-info/WHEEL,,\n',
};

const { stdout: stdlib } = await run(python, [
  '-c',
  'import sysconfig; print(sysconfig.get_path("stdlib"), end="")',
]);

/** The wheel that the backend copies. */
const madeWheel = Buffer.from(
  (
    await run(python, [
      '-c',
      `
import base64, io, json, sys, zipfile
file = io.BytesIO()
with zipfile.ZipFile(file, "w") as archive:
    for name, text in json.loads(sys.argv[1]):
        archive.writestr(name, text)
    # arm's own: 32 bits would need another layout, and the header alone is looked at
    archive.writestr("demo/_fast.cpython-313-arm-linux-gnueabihf.so", base64.b64decode(sys.argv[2]))
print(base64.b64encode(file.getvalue()).decode())
`,
      JSON.stringify(Object.entries(metadata).map(([name, text]) => [`demo-1.0.dist-info/${name}`, text])),
      sharedLibrary({ machine: 183, needed: ['libc.so.6'], versions: ['GLIBC_2.28'] }),
    ])
  ).stdout,
  'base64',
);

interface Project {
  /** Modules of a wheel for another platform; null without such a wheel. */
  readonly expected?: string | null;
  /** Modules of a build for this machine, which fails if this is absent. */
  readonly reference?: string;
  readonly requires?: readonly string[];
  /** Shell commands by which uv installs \`$*\` into the site-packages \`$site\`. */
  readonly uv?: string;
  readonly broken?: boolean;
  /** The backend's wheel is not a zip file. */
  readonly noWheel?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly options?: readonly string[];
  readonly withoutCompiler?: boolean;
  /** A header of the numpy that the image installs. */
  readonly numpy?: string;
}

/** A uv that makes environments with venv. @param install shell commands. */
const fakeUv = (install: string): string => `#!/bin/sh
set -e
case "$1" in
  venv) for environment; do :; done; exec ${python} -m venv --without-pip "$environment" ;;
  *) site=$(echo "$(dirname "$4")"/../lib/python*/site-packages); shift 5; ${install} ;;
esac
`;

/** Compiles a project for a foreign platform with a compiler that only records its arguments. */
async function compiled(project: Project) {
  const {
    expected = 'demo/_fast\n',
    reference,
    requires = [],
    uv,
    broken,
    noWheel,
    options = [],
    env = {},
    withoutCompiler,
    numpy,
  } = project;
  const at = await folder();
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(at, path)), { recursive: true });
    await writeFile(join(at, path), text);
  };
  const variables = {
    EXT_SUFFIX: '.cpython-313-arm-linux-gnueabihf.so',
    MULTIARCH: 'arm-linux-gnueabihf',
    SIZEOF_VOID_P: 4,
    SOABI: 'cpython-313-arm-linux-gnueabihf',
  };
  await write(
    `sysroot${stdlib}/_sysconfigdata__linux_arm-linux-gnueabihf.py`,
    `build_time_vars = ${JSON.stringify(variables)}`,
  );
  await write(
    'sysroot/lib/arm-linux-gnueabihf/libc.so.6',
    'GNU C Library (Debian GLIBC 2.36-9) stable release version 2.36.',
  );
  await mkdir(join(at, 'sysroot/usr/lib'), { recursive: true });
  if (withoutCompiler !== true) {
    await write('tools/ziglang/ziglang/zig', `#!/bin/sh\nfor word; do echo "$word"; done >${at}/asked\n`);
    await chmod(join(at, 'tools/ziglang/ziglang/zig'), 0o755);
  }
  if (uv !== undefined) {
    await write('tools/uv/bin/uv', fakeUv(uv));
    await chmod(join(at, 'tools/uv/bin/uv'), 0o755);
  }
  await write('sources/list', 'demo 1.0 demo-1.0\n');
  if (expected !== null) await write('sources/demo-1.0.modules', expected);
  if (reference !== undefined) await write('sources/demo-1.0/reference', reference);
  await write('sources/demo-1.0/backend.py', backend);
  await write(
    'sources/demo-1.0/pyproject.toml',
    `[build-system]\nrequires = ${JSON.stringify(requires)}\nbuild-backend = "backend"\nbackend-path = ["."]\n`,
  );
  if (numpy !== undefined) {
    await mkdir(join(at, 'sources/against'));
    const files = { 'numpy/_core/include/numpy/_numpyconfig.h': numpy };
    await makeWheels(join(at, 'sources/against'), [
      { name: 'numpy', version: '2.0', tag: 'cp313-cp313-linux_aarch64', files },
    ]);
  }
  if (broken === true) await write('sources/demo-1.0/broken', '');
  await writeFile(join(at, 'sources/demo-1.0/made.zip'), madeWheel);
  if (noWheel === true) await write('sources/demo-1.0/made.zip', 'nothing');
  const folders = ['sources', 'wheels', 'tools', 'sysroot', 'left'].flatMap((name) => [
    `--${name}`,
    join(at, name),
  ]);
  const key = options.includes('--target') ? [] : ['--target', 'arm64'];
  const ended: Ended = await runProgram('compile.py', [...folders, ...key, ...options], {
    env: { SEEN: join(at, 'seen'), AT: at, TMPDIR: at, ...env },
  });
  const text = (path: string): Promise<string> => readFile(join(at, path), 'utf8').catch(() => '');
  return {
    code: ended.code,
    stdout: ended.stdout.replaceAll(at, 'AT'),
    stderr: ended.stderr,
    left: await text('left/list'),
    wheels: await readdir(join(at, 'wheels')),
    results: JSON.parse((await text('wheels/cross.json')) || 'null') as Record<string, unknown>[],
    seen: JSON.parse((await text('seen')).replaceAll(at, 'AT') || 'null') as Record<string, unknown> | null,
    remains: (await readdir(at)).filter(
      (name) => !/^(?:sources|wheels|tools|sysroot|left|seen|asked)$/.test(name),
    ),
    asked: (await text('asked')).replaceAll(at, 'AT').split('\n'),
  };
}

test('shows hooks the target, and gives the compiler paths of its system', async () => {
  const { code, stdout, left, results, seen, asked, remains } = await compiled({});
  expect({ code, left, remains, seen }).toEqual({
    code: 0,
    left: '',
    remains: [],
    seen: {
      machine: 'aarch64',
      platform: 'linux-aarch64',
      suffix: '.cpython-313-arm-linux-gnueabihf.so',
      bits: 32,
      settings: null,
      header: null,
      found: [],
      installed: [],
      // of uv, XDG, and two of zig
      caches: ['AT/compile/cache', 'AT/compile/cache/uv', 'AT/compile/cache/zig', 'AT/compile/cache/zig'],
    },
  });
  expect(asked.slice(0, 2)).toEqual(['clang', '--driver-mode=gcc']);
  expect(asked.slice(-9)).toEqual([
    '-IAT/sysroot/usr/include/x',
    '-L',
    'AT/sysroot/usr/lib',
    '-O1',
    'a b.c',
    '-isystem',
    '/opt',
    '-g0',
    '',
  ]);
  expect(results).toEqual([
    {
      name: 'demo',
      version: '1.0',
      way: 'cross',
      began: expect.any(Number),
      seconds: expect.any(Number),
      bytes: expect.any(Number),
    },
  ]);
  const ago = Date.now() / 1000 - Number(results[0]?.['began']);
  expect({ whole: Number.isInteger(results[0]?.['began']), now: ago > 0 && ago < 60 }).toEqual({
    whole: true,
    now: true,
  });
  expect(stdout).toMatch(/^cross-compiled demo 1\.0 for \w+: \d+\.\d s, \d+ bytes\n$/);
});

test('names a module that a build for this machine lacks, too, and does not fail', async () => {
  const { code, left, results } = await compiled({
    expected: 'demo/_fast\ndemo/_more\n',
    reference: 'demo/_fast',
  });
  expect({ code, left, lacks: results[0]?.['lacks'] }).toEqual({ code: 0, left: '', lacks: ['demo/_more'] });
});

const leaves: readonly (readonly [string, Project, string])[] = [
  ['a build that fails', { broken: true }, 'error: the first thing that went wrong'],
  [
    'a wheel that lacks a module',
    { expected: 'demo/_fast\ndemo/_more\n' },
    'it lacks demo/_more, which the wheel for another platform has',
  ],
  [
    'a wheel that lacks a module of other wheels and of a build for this machine',
    { expected: 'demo/_fast\ndemo/_more\n', reference: 'demo/_fast demo/_more' },
    'it lacks demo/_more, which the wheel for another platform has',
  ],
  [
    'a wheel that lacks a module of a build for this machine',
    { expected: null, reference: 'demo/_fast demo/_more' },
    'it lacks demo/_more, which the wheel for another platform has',
  ],
  [
    'a wheel without another one to compare its modules with',
    { expected: null },
    "there is nothing to compare its modules with: FileNotFoundError: [Errno 2] No such file or directory: 'reference'",
  ],
  [
    'a build against a numpy with other integers, whatever requires it',
    { requires: ['indirect'], uv: 'mkdir "$site/numpy-2.0.dist-info"', options: ['--target', 'armv7'] },
    'it compiles against numpy, of which there is no wheel for the target: the image does not install it, or it was not cross-compiled',
  ],
  [
    'a wheel for another machine',
    { options: ['--target', 'armv7'] },
    'demo/_fast.cpython-313-arm-linux-gnueabihf.so is for arm64, with 64 bits and flags 0x0',
  ],
  [
    'an index without the compiler',
    { withoutCompiler: true },
    'the package index has no cross compiler (ziglang)',
  ],
  [
    'a build requirement that the index lacks',
    { requires: ['absent'], uv: 'echo "error: absent was not found" >&2; exit 1' },
    'error: absent was not found',
  ],
  ['an unforeseen error', { noWheel: true }, 'BadZipFile: File is not a zip file'],
];
test.each(leaves)('leaves %s to emulation, with the reason', async (_, project, why) => {
  const { code, left, results } = await compiled(project);
  const { began, seconds, ...rest } = results[0] ?? {};
  expect({ code, left, kinds: [typeof began, typeof seconds], count: results.length, rest }).toEqual({
    code: 0,
    left: 'demo 1.0 demo-1.0\n',
    kinds: ['number', 'number'],
    count: 1,
    rest: { name: 'demo', version: '1.0', way: 'cross', why },
  });
});

test('holds build requirements, and the requirements to build those, to the build constraints, with uv and pip', async () => {
  const variables = ['UV_CONSTRAINT', 'UV_BUILD_CONSTRAINT', 'PIP_CONSTRAINT', 'PIP_BUILD_CONSTRAINT'];
  const options = { requires: ['x'], env: { BUILD_CONSTRAINTS: 'cython<3\nsetuptools<70' } };
  // The stand-in for uv fails without these variables.
  const reads = variables.map((name) => `[ "$(cat "$${name}")" = "$WANTED" ]`).join(' && ');
  const wanted = { ...options.env, WANTED: options.env.BUILD_CONSTRAINTS };
  const constrained = await compiled({ ...options, env: wanted, uv: reads });
  const free = await compiled({ requires: ['x'], uv: '! env | grep -q CONSTRAINT' });
  expect([constrained.results, free.results]).toEqual([
    [expect.not.objectContaining({ why: expect.anything() })],
    [expect.not.objectContaining({ why: expect.anything() })],
  ]);
});

test('does not keep the build for this machine, which is only compared with', async () => {
  const { left, wheels } = await compiled({ expected: null, reference: 'demo/_fast' });
  expect({ left, wheels }).toEqual({
    left: '',
    wheels: ['cross.json', 'demo-1.0-cp313-cp313-manylinux_2_28_aarch64.whl', 'logs'],
  });
});

test('compiles against numpy when its integers have the same width', async () => {
  const { left } = await compiled({ requires: ['numpy'], uv: 'mkdir "$site/$1-2.0.dist-info"' });
  expect(left).toBe('');
});

test('compiles against the numpy that the image installs, with that version for the build machine', async () => {
  const { left, seen } = await compiled({
    requires: ['indirect'],
    // The build alone would take 2.1.
    uv: 'echo "$@" >>"$AT/installed"; mkdir -p "$site/numpy-2.1.dist-info"',
    numpy: 'of the target',
  });
  expect({ left, header: seen?.['header'], installed: seen?.['installed'] }).toEqual({
    left: '',
    header: 'of the target',
    installed: ['indirect', 'numpy==2.0'],
  });
});

test.each<readonly [string, Project, string]>([
  ['when all is to be emulated', { options: ['--compile', 'emulate'] }, ''],
  [
    'when all is to be emulated, and the index has none of the tools',
    { options: ['--compile', 'emulate'], withoutCompiler: true },
    '',
  ],
  [
    'for a platform without a cross compiler',
    { options: ['--target', 'armv5'] },
    'nothing is cross-compiled: there is no cross compiler for armv5 here, only for 386, amd64, arm64, armv6, armv7, ppc64le, riscv64, s390x\n',
  ],
])('tries nothing %s', async (_, project, said) => {
  const { code, stdout, left, results } = await compiled(project);
  expect({ code, stdout, left, results }).toEqual({
    code: 0,
    stdout: said,
    left: 'demo 1.0 demo-1.0\n',
    results: [],
  });
});

test.each([
  ['fails', {}, 1],
  ['does not fail, where part of it does,', { PARTLY: 'true' }, 0],
])('%s with compile=cross when something is not cross-compiled', async (_, env, expected) => {
  const { code, stdout, stderr } = await compiled({ broken: true, options: ['--compile', 'cross'], env });
  expect({ code, stderr }).toEqual({
    code: expected,
    stderr:
      'did not compile: demo 1.0. Set compile to auto: what cannot be cross-compiled is then compiled under emulation.\n',
  });
  expect(stdout).toMatch(
    /^not cross-compiled demo 1\.0 for \w+: .* s, error: the first thing that went wrong\n[^]*error: the first thing that went wrong\n/,
  );
});

describe('an index that does not answer', () => {
  test('is a failure, and leaves nothing to emulation', async () => {
    const line = 'cause: HTTP status server error (503 Service Unavailable) for url (http://127.0.0.1/x/)';
    const { code, stderr, left, results } = await compiled({
      requires: ['x'],
      uv: `echo "error: Failed to fetch"; echo "  ${line}"; exit 1`,
    });
    expect({ code, stderr, left, results }).toEqual({
      code: 1,
      stderr: `error: the package index cannot be reached: ${line}. It was asked twice. See whether this machine can reach it, and build again.\n`,
      left: '',
      results: null,
    });
  });

  test.each<readonly [string, readonly string[]]>([
    ['passing', passing],
    ['lasting', lasting],
  ])('is told from one that lacks something by its words: %s', async (kind, lines) => {
    const program = `
import json, sys
sys.path.insert(0, sys.argv[1])
from frontend import UNREACHABLE
print(json.dumps(["passing" if UNREACHABLE.search(line) else "lasting" for line in json.loads(sys.argv[2])]))
`;
    const { stdout } = await run(python, ['-c', program, programsFolder, JSON.stringify(lines)]);
    expect(JSON.parse(stdout)).toEqual(lines.map(() => kind));
  });

  test('is asked a second time', async () => {
    const { code, left, remains } = await compiled({
      requires: ['x'],
      uv: 'if [ ! -e "$AT/once" ]; then echo >"$AT/once"; echo Connection refused; exit 1; fi',
    });
    expect({ code, left, remains }).toEqual({ code: 0, left: '', remains: ['once'] });
  });
});

test.each([
  ["this Python's pip", {}, ['helper']],
  ["the environment's pip, if this Python's pip is too old", { pip: '22.2.2' }, ['helper', 'pip']],
] as const)('without uv, build requirements come by %s', async (_, { pip }: { pip?: string }, found) => {
  const others = await folder();
  const [wheel] = await makeWheels(others, [{ name: 'helper', version: '1.0', files: { 'helper.py': '' } }]);
  const { filename } = wheel!;
  const data = await readFile(join(others, filename));
  const { url } = await serve(({ path }, response) =>
    response
      .writeHead(200, { 'content-type': path.endsWith('.whl') ? 'application/zip' : 'text/html' })
      .end(path.endsWith('.whl') ? data : `<a href="/${filename}">${filename}</a>`),
  );
  if (pip !== undefined) {
    await mkdir(join(others, 'pip'));
    await writeFile(join(others, 'pip/__init__.py'), `__version__ = "${pip}"`);
  }
  const { left, seen } = await compiled({
    requires: ['helper'],
    options: ['--index-url', url],
    env: pip === undefined ? {} : { PYTHONPATH: others },
  });
  expect({ left, found: seen?.['found'] }).toEqual({ left: '', found });
});

/** Completes a sysroot of arm/v7 with stand-ins for a package manager's programs. */
async function completed(
  programs: Readonly<Record<string, string>>,
  packages: readonly string[] = ['libffi-dev'],
) {
  const at = await folder();
  const root = join(at, 'sysroot');
  await mkdir(join(at, 'bin'));
  for (const [name, text] of Object.entries(programs))
    await writeFile(join(at, 'bin', name), `#!/bin/sh\necho ${name} "$@" >>${at}/asked\n${text}\n`, {
      mode: 0o755,
    });
  await mkdir(join(root, 'usr/lib/arm-linux-gnueabihf'), { recursive: true });
  await mkdir(join(root, 'lib'));
  await writeFile(join(root, 'lib/libz.so.1'), '');
  await symlink('/lib/libz.so.1', join(root, 'usr/lib/arm-linux-gnueabihf/libz.so'));
  await mkdir(join(root, 'usr/lib64'));
  await symlink('/lib/libz.so.1', join(root, 'usr/lib64/ld64.so.2'));
  await symlink('/lib/absent', join(root, 'usr/lib/absent.so'));
  await symlink('libm.so.6', join(root, 'usr/lib/libm.so'));
  const program = `
import os, sys
sys.path.insert(0, sys.argv[1])
import frontend, sysroot
frontend.PAUSE = 0
os.environ["PATH"] = sys.argv[2] + "/bin"
target = type("Target", (), {"key": "armv7", "gnu": "arm-linux-gnueabihf", "sysroot": sys.argv[2] + "/sysroot", "debian": "armhf", "rust": "armv7-unknown-linux-gnueabihf"})
try:
    sysroot.complete(target, sys.argv[3:], sys.argv[2] + "/log")
except sysroot.Problem as problem:
    print(type(problem).__name__, problem, sep=": ", end="")
`;
  const { stdout, stderr } = await run(python, ['-c', program, programsFolder, at, ...packages]);
  const asked = await readFile(join(at, 'asked'), 'utf8');
  return {
    said: stdout + stderr,
    asked: asked
      .replaceAll(at, 'AT')
      .replaceAll(/AT\/tmp\w+|\/tmp\/tmp\w+/g, 'TMP')
      .trim()
      .split('\n'),
    link: (name: string): Promise<string> =>
      readlink(join(root, 'usr', name)).then((to) => to.replaceAll(at, 'AT')),
  };
}

describe('the sysroot', () => {
  test('gets links to its own files, and packages by apk', async () => {
    const { said, asked, link } = await completed({ apk: '' });
    expect({ said, asked }).toEqual({
      said: '',
      asked: ['apk add --root AT/sysroot --no-cache --no-scripts libffi-dev'],
    });
    expect([
      await link('lib/arm-linux-gnueabihf/libz.so'),
      await link('lib64/ld64.so.2'),
      await link('lib/absent.so'),
      await link('lib/libm.so'),
    ]).toEqual(['AT/sysroot/lib/libz.so.1', 'AT/sysroot/lib/libz.so.1', '/lib/absent', 'libm.so.6']);
  });

  test("gets packages of the target's architecture by apt, and Rust's library in place of its compiler", async () => {
    const { said, asked } = await completed({ 'apt-get': '', dpkg: '' }, ['libffi-dev', 'cargo']);
    expect(said).toBe('');
    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatch(/^apt-get --quiet -o APT::Architecture=armhf .* update$/);
    expect(asked[1]).toMatch(
      / install --yes --no-install-recommends --download-only libffi-dev libstd-rust-dev$/,
    );
  });

  test.each([
    ['is installed on the build machine', ''],
    [
      'may be missing in the distribution',
      'case "$*" in *gfortran-arm*) echo E: Unable to locate package; exit 100 ;; esac',
    ],
  ])('the cross compiler of Fortran %s', async (_, apt) => {
    const { said, asked } = await completed({ 'apt-get': apt, dpkg: '' }, ['gfortran']);
    expect(said).toBe('');
    expect(asked).toHaveLength(3);
    expect(asked[1]).toMatch(/ -o APT::Architecture=armhf .* --download-only gfortran$/);
    expect(asked[2]).toBe(
      'apt-get --quiet -o Acquire::Retries=3 install --yes --no-install-recommends gfortran-arm-linux-gnueabihf',
    );
  });

  const install = (said: string): string => `case "$*" in *install*) echo "${said}"; exit 100 ;; esac`;
  test.each<readonly [string, Readonly<Record<string, string>>, string, number]>([
    [
      'a package that the distribution lacks',
      { 'apt-get': install('E: Unable to locate package libffi-dev') },
      'Problem: the packages of its architecture cannot be had: E: Unable to locate package libffi-dev',
      2,
    ],
    [
      'lists that apt could not download, of which it only warns',
      {
        'apt-get': `case "$*" in *update) echo "W: Failed to fetch http://d/x  Temporary failure resolving 'd'" ;; esac\n${install('E: Unable to locate package libffi-dev')}`,
      },
      "Unreachable: the distribution's mirror cannot be reached: W: Failed to fetch http://d/x  Temporary failure resolving 'd'",
      4,
    ],
    [
      'lists that came in part, of which apt says only that they were passed over',
      {
        'apt-get': `case "$*" in *update) echo "W: Some index files failed to download. They have been ignored, or old ones used instead." ;; esac\n${install('E: Unable to locate package libffi-dev')}`,
      },
      "Unreachable: the distribution's mirror cannot be reached: W: Some index files failed to download. They have been ignored, or old ones used instead.",
      4,
    ],
    [
      'a mirror that apk cannot reach',
      { apk: 'echo "WARNING: fetching https://d/x: temporary error (try again later)"; exit 1' },
      "Unreachable: the distribution's mirror cannot be reached: WARNING: fetching https://d/x: temporary error (try again later)",
      2,
    ],
  ])('cannot be completed: %s', async (_, programs, expected, times) => {
    const { said, asked } = await completed(programs);
    expect({ said, times: asked.length }).toEqual({ said: expected, times });
  });
});

const toolFiles: Readonly<Record<string, readonly string[]>> = {
  uv: ['uv-1.0.data/scripts/uv', 'uv-1.0.data/scripts/uvx', 'uv/__init__.py'],
  ziglang: [
    'ziglang/__init__.py',
    'ziglang/zig',
    'ziglang/lib/docs/index.html',
    'ziglang/lib/include/stddef.h',
    'ziglang/lib/libc/glibc/abilists',
    'ziglang/lib/libc/include/any-linux-any/linux/fs.h',
    'ziglang/lib/libc/include/any-windows-any/windows.h',
    'ziglang/lib/libc/include/arm-linux-musl/bits/stat.h',
    'ziglang/lib/libc/include/generic-glibc/stdio.h',
    'ziglang/lib/libc/include/generic-musl/stdio.h',
    'ziglang/lib/libc/musl/src/stdio/printf.c',
    'ziglang/lib/std/std.zig',
  ],
};

/**
 * Runs `tools.py` with an index that has these pages and wheels.
 *
 * @param twice a second time as well, when the index has nothing any more.
 */
async function tooled(
  pages: Readonly<Record<string, number | readonly string[]>>,
  { machine = 'x86_64', libc = 'glibc', twice = false } = {},
): Promise<Ended & { readonly there: readonly string[] }> {
  const at = await folder();
  await cp(programsFolder, join(at, 'programs'), { recursive: true });
  const offered = Object.entries(pages).flatMap(([name, page]) =>
    typeof page === 'number'
      ? []
      : page.map((tag) => ({
          name,
          version: '1.0',
          tag,
          files: Object.fromEntries((toolFiles[name] ?? []).map((file) => [file, ''])),
        })),
  );
  const wheels = await makeWheels(at, offered);
  const lines = Object.keys(pages).map((name) => {
    const hashes = wheels
      .filter((wheel) => wheel.name === name)
      .map(({ sha256 }) => `--hash=sha256:${sha256}`);
    return `${name}==1.0 ${['--hash=sha256:'.padEnd(78, '0'), ...hashes].join(' \\\n  ')}\n`;
  });
  await writeFile(join(at, 'programs/tools.txt'), `# Tools.\n${lines.join('')}`);
  let isGone = false;
  const { url } = await serve(({ path }, response) => {
    const name = path.replaceAll('/', '');
    const page = isGone ? 503 : pages[name];
    const wheel = isGone ? undefined : wheels.find(({ filename }) => path === `/${filename}`);
    if (wheel !== undefined)
      void readFile(join(at, wheel.filename)).then((data) => response.writeHead(200).end(data));
    else if (typeof page === 'number' || page === undefined) response.writeHead(page ?? 404).end();
    else
      response.writeHead(200, { 'content-type': 'text/html' }).end(
        wheels
          .filter((one) => one.name === name)
          .map(({ filename }) => `<a href="/${filename}">${filename}</a>`)
          .join('\n'),
      );
  });
  const program = `
import os, sys
sys.path.insert(0, sys.argv[1])
import tools
uname = os.uname()
os.uname = lambda: os.uname_result(uname[:4] + (sys.argv[2],))
tools.musl_of = lambda root: "/lib/ld-musl-x86_64.so.1" if sys.argv[3] == "musl" else None
sys.exit(tools.main(sys.argv[4:]))
`;
  const runTo = (tools: string): Promise<Ended> =>
    run(
      python,
      [
        ...['-c', program, join(at, 'programs'), machine, libc],
        ...['--tools', tools, '--kept', join(at, 'kept'), '--index-url', url],
      ],
      { env: { PIP_INDEX_URL: url, PIP_RETRIES: '0', PIP_DISABLE_PIP_VERSION_CHECK: '1' } },
    );
  let tools = join(at, 'tools');
  let ended = await runTo(tools);
  if (twice) {
    isGone = true;
    tools = join(at, 'again');
    ended = await runTo(tools);
  }
  const entries = await readdir(tools, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const runs = async (path: string): Promise<string> => ((await stat(path)).mode & 0o111 ? ' runs' : '');
  const there = await Promise.all(
    files
      .map(({ name, parentPath }) => join(parentPath, name))
      .map(async (path) => relative(tools, path) + (await runs(path))),
  );
  return { ...ended, there: there.toSorted() };
}

describe('downloads each tool by itself, and unpacks what builds read', () => {
  const uv = (why: string): string => `note: ${why}: pip makes the environments of builds\n`;
  const ziglang = (why: string): string => `note: ${why}: nothing is cross-compiled\n`;
  const uvProgram = 'uv/bin/uv runs';
  const zigFiles = ['ziglang/ziglang/lib/include/stddef.h', 'ziglang/ziglang/zig runs'];
  test.each<readonly [string, Parameters<typeof tooled>, string, readonly string[]]>([
    ['both', [{ uv: ['py3-none-any'], ziglang: ['py3-none-any'] }], '', [uvProgram, ...zigFiles]],
    [
      'with the sources and headers of musl on musl',
      [{ uv: ['py3-none-any'], ziglang: ['py3-none-any'] }, { libc: 'musl' }],
      '',
      [
        uvProgram,
        'ziglang/ziglang/lib/include/stddef.h',
        'ziglang/ziglang/lib/libc/include/any-linux-any/linux/fs.h',
        'ziglang/ziglang/lib/libc/include/arm-linux-musl/bits/stat.h',
        'ziglang/ziglang/lib/libc/include/generic-musl/stdio.h',
        'ziglang/ziglang/lib/libc/musl/src/stdio/printf.c',
        'ziglang/ziglang/lib/std/std.zig',
        'ziglang/ziglang/zig runs',
      ],
    ],
    [
      'without the index where an earlier build has downloaded them',
      [{ uv: ['py3-none-any'], ziglang: ['py3-none-any'] }, { twice: true }],
      '',
      [uvProgram, ...zigFiles],
    ],
    [
      'not one that the index has for other Pythons only',
      [{ uv: ['py2-none-any'], ziglang: ['py3-none-any'] }],
      uv('the package index has no uv for this Python and machine'),
      zigFiles,
    ],
    [
      'not one that the index lacks',
      [{ uv: ['py3-none-any'], ziglang: 404 }],
      ziglang('the package index has no ziglang'),
      [uvProgram],
    ],
    [
      'none on another processor',
      [{ uv: ['py3-none-any'], ziglang: ['py3-none-any'] }, { machine: 'ppc64le' }],
      uv('there is no uv for ppc64le') + ziglang('there is no ziglang for ppc64le'),
      [],
    ],
  ])('%s', async (_, asked, stdout, there) => {
    expect(await tooled(...asked)).toEqual({ code: 0, stdout, stderr: '', there });
  });

  test('fails when the index does not answer, so that the builder caches nothing', async () => {
    const { code, there } = await tooled({ uv: 503, ziglang: 503 });
    expect({ code, there }).toEqual({ code: 1, there: [] });
    const at = await folder();
    const index = 'http://127.0.0.1:9';
    const ended = await runProgram('tools.py', ['--tools', join(at, 'tools'), '--index-url', index], {
      env: { PIP_INDEX_URL: index, PIP_RETRIES: '0' },
    });
    expect(ended.code).toBe(1);
  });
});

test('keeps no cache of a build that runs the code of packages', async () => {
  const stages = (await readFile(join(programsFolder, 'Dockerfile'), 'utf8')).split(/^FROM /m);
  const cached = stages.filter((stage) => stage.includes('type=cache'));
  expect(cached.map((stage) => stage.split('\n', 1)[0])).toEqual([
    '--platform=$BUILDPLATFORM ${PUBLISH_BASE} AS tools',
  ]);
  expect(cached[0]).toContain('--mount=type=cache,id=python-image-builder-tools,target=/kept');
});
