/** Compiling on the build machine: what a build sees of the platform that it is compiled for, and what is left to emulation. */
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sharedLibrary } from './elf.ts';
import { serve } from './files-server.ts';
import { type Ended, folder, programsFolder, python, run, runProgram } from './programs.ts';

/** A backend that needs nothing, compiles with `CC` and writes down what it sees. It gives the wheel that it finds. */
const backend = `
import json, os, platform, shutil, subprocess, sys, sysconfig, zipfile
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
                   "caches": sorted(os.environ[key] for key in os.environ if "_CACHE_" in key)}, file)
    shutil.copy("made.zip", os.path.join(folder, "demo-1.0-cp313-cp313-linux_armv7l.whl"))
    return "demo-1.0-cp313-cp313-linux_armv7l.whl"

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

interface Made {
  /** Modules that a wheel for another platform has; null where there is no such wheel. */
  readonly expected?: string | null;
  /** Modules that a build for this machine makes; it fails when absent. */
  readonly reference?: string;
  readonly requires?: readonly string[];
  /** What uv does to install \`$*\` into the site-packages \`$site\`. */
  readonly uv?: string;
  readonly broken?: boolean;
  readonly options?: readonly string[];
  readonly withoutCompiler?: boolean;
}

/** Makes environments as uv does, and installs what it is told to. */
const fakeUv = (install: string): string => `#!/bin/sh
set -e
case "$1" in
  venv) for environment; do :; done; exec ${python} -m venv --without-pip "$environment" ;;
  *) site=$(echo "$(dirname "$4")"/../lib/python*/site-packages); shift 5; ${install} ;;
esac
`;

/** Compiles one project for arm/v7 with a compiler that only writes down how it was called. */
async function compiled(made: Made) {
  const {
    expected = 'demo/_fast\n',
    reference,
    requires = [],
    uv,
    broken,
    options = [],
    withoutCompiler,
  } = made;
  const at = await folder();
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(at, path)), { recursive: true });
    await writeFile(join(at, path), text);
  };
  const stdlib = (await run(python, ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"), end="")']))
    .stdout;
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
    await write('tools/ziglang/zig', `#!/bin/sh\nfor word; do echo "$word"; done >${at}/asked\n`);
    await chmod(join(at, 'tools/ziglang/zig'), 0o755);
  }
  if (uv !== undefined) {
    await write('tools/bin/uv', fakeUv(uv));
    await chmod(join(at, 'tools/bin/uv'), 0o755);
  }
  await write('sources/list', 'demo 1.0 demo-1.0\n');
  if (expected !== null) await write('sources/demo-1.0.modules', expected);
  if (reference !== undefined) await write('sources/demo-1.0/reference', reference);
  await write('sources/demo-1.0/backend.py', backend);
  await write(
    'sources/demo-1.0/pyproject.toml',
    `[build-system]\nrequires = ${JSON.stringify(requires)}\nbuild-backend = "backend"\nbackend-path = ["."]\n`,
  );
  if (broken === true) await write('sources/demo-1.0/broken', '');
  const library = sharedLibrary({ machine: 183, needed: ['libc.so.6'], versions: ['GLIBC_2.28'] });
  const files = Object.entries(metadata).map(([name, text]) => [`demo-1.0.dist-info/${name}`, text]);
  const zip = `
import base64, json, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as archive:
    for name, text in json.loads(sys.argv[2]):
        archive.writestr(name, text)
    # arm's own: 32 bits would need another layout, and the header alone is looked at
    archive.writestr("demo/_fast.cpython-313-arm-linux-gnueabihf.so", base64.b64decode(sys.argv[3]))
`;
  await run(python, ['-c', zip, join(at, 'sources/demo-1.0/made.zip'), JSON.stringify(files), library]);
  const folders = ['sources', 'wheels', 'tools', 'sysroot', 'left'].flatMap((name) => [
    `--${name}`,
    join(at, name),
  ]);
  const key = options.includes('--target') ? [] : ['--target', 'arm64'];
  const ended: Ended = await runProgram('compile.py', [...folders, ...key, ...options], {
    env: { SEEN: join(at, 'seen'), TMPDIR: at },
  });
  const text = (path: string): Promise<string> => readFile(join(at, path), 'utf8').catch(() => '');
  return {
    code: ended.code,
    stdout: ended.stdout.replaceAll(at, 'AT'),
    stderr: ended.stderr,
    left: await text('left/list'),
    wheels: await readdir(join(at, 'wheels')),
    results: JSON.parse((await text('wheels/cross.json')) || 'null') as Record<string, unknown>[],
    seen: JSON.parse((await text('seen')).replaceAll(at, 'AT') || 'null') as unknown,
    remains: (await readdir(at)).filter(
      (name) => !/^(?:sources|wheels|tools|sysroot|left|seen|asked)$/.test(name),
    ),
    asked: (await text('asked')).replaceAll(at, 'AT').split('\n'),
  };
}

test('hooks see the target, and the compiler the paths of its system', async () => {
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
      // uv's, the general one, and zig's two
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
    { name: 'demo', version: '1.0', way: 'cross', seconds: expect.any(Number), bytes: expect.any(Number) },
  ]);
  expect(stdout).toMatch(/^cross-compiled demo 1\.0: \d+\.\d s, \d+ bytes\n$/);
});

const leaves: readonly (readonly [string, Made, string])[] = [
  ['a build that fails', { broken: true }, 'error: the first thing that went wrong'],
  [
    'a wheel that lacks a module',
    { expected: 'demo/_fast\ndemo/_more\n' },
    'it lacks demo/_more, which the wheel for another platform has',
  ],
  [
    'a wheel that lacks a module of a build for this machine',
    { expected: null, reference: 'demo/_fast demo/_more' },
    'it lacks demo/_more, which the wheel for another platform has',
  ],
  [
    'a wheel that nothing can be compared with',
    { expected: null },
    "there is nothing to compare its modules with: FileNotFoundError: [Errno 2] No such file or directory: 'reference'",
  ],
  [
    'what compiles against a numpy of other bits, whatever asked for it',
    { requires: ['indirect'], uv: 'mkdir "$site/numpy"', options: ['--target', 'armv7'] },
    'it compiles against numpy, whose headers are those of the machine that builds',
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
    'a platform that nobody has tried',
    { options: ['--target', 'riscv64'] },
    'there is no cross compiler for riscv64 here, only for amd64, arm64, armv7',
  ],
];
test.each(leaves)('%s is left to emulation, with the reason', async (_, made, why) => {
  const { code, left, results } = await compiled(made);
  expect({ code, left, whys: results.map((result) => result['why']) }).toEqual({
    code: 0,
    left: 'demo 1.0 demo-1.0\n',
    whys: [why],
  });
});

test('a build for this machine is only compared with', async () => {
  const { left, wheels } = await compiled({ expected: null, reference: 'demo/_fast' });
  expect({ left, wheels }).toEqual({
    left: '',
    wheels: ['cross.json', 'demo-1.0-cp313-cp313-manylinux_2_28_aarch64.whl', 'logs'],
  });
});

test('numpy of the same bits has the same headers', async () => {
  const { left } = await compiled({ requires: ['numpy'], uv: 'mkdir "$site/$1"' });
  expect(left).toBe('');
});

test('nothing is tried where everything is to be emulated', async () => {
  const { code, stdout, left, results } = await compiled({ options: ['--compile', 'emulate'] });
  expect({ code, stdout, left, results }).toEqual({
    code: 0,
    stdout: '',
    left: 'demo 1.0 demo-1.0\n',
    results: [],
  });
});

test('what was to be cross-compiled and is not fails where nothing else is wanted', async () => {
  const { code, stdout, stderr } = await compiled({ broken: true, options: ['--compile', 'cross'] });
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'did not compile: demo 1.0\n' });
  expect(stdout).toMatch(/not cross-compiled demo 1\.0: .* s, error: the first thing that went wrong\n$/);
});

test('an index that does not have the tools leaves none, and one that cannot be reached is a failure', async () => {
  const at = await folder();
  const { url } = await serve((_, response) => response.writeHead(404).end());
  const ask = (index: string): Promise<Ended> =>
    runProgram('tools.py', ['--tools', join(at, 'tools'), '--index-url', index], {
      env: { PIP_INDEX_URL: index, PIP_RETRIES: '0' },
    });
  expect(await ask(url)).toEqual({
    code: 0,
    stdout: 'note: the package index has no uv: nothing is cross-compiled\n',
    stderr: '',
  });
  expect((await ask('http://127.0.0.1:9')).code).toBe(1);
});

test('no cache outlives a build that runs the code of packages', async () => {
  const stages = (await readFile(join(programsFolder, 'Dockerfile'), 'utf8')).split(/^FROM /m);
  const cached = stages.filter((stage) => stage.includes('type=cache'));
  expect(cached.map((stage) => stage.split('\n', 1)[0])).toEqual([
    '--platform=$BUILDPLATFORM ${PUBLISH_BASE} AS tools',
  ]);
  expect(cached[0]).toContain('--mount=type=cache,id=python-image-builder-tools,target=/root/.cache');
});
