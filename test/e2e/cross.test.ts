/**
 * What has no wheel for a foreign platform is compiled on the build machine's own architecture, and used where it belongs.
 * What cannot be is compiled under emulation, and the report says why.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { notesOf } from '../../src/report/words.ts';
import { type LocalIndex, makeSdist, serveIndex } from './local-index.ts';
import {
  all,
  build,
  cli,
  failing,
  fresh,
  hasBase,
  inFolder,
  machines,
  must,
  probe,
  registry,
} from './support.ts';

interface Row {
  readonly name: string;
  readonly options: readonly string[];
  /** What arm/v7 must compile, and a program that uses it there: it prints what amd64 prints. */
  readonly compiled: readonly string[];
  readonly uses: string;
  readonly prints: string;
  readonly base?: string;
}

const served = `
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"hi"})
import asyncio, uvicorn, uvloop, httptools, yaml
async def main():
    server = uvicorn.Server(uvicorn.Config(app, port=8999, loop="uvloop", http="httptools", lifespan="off", log_level="error"))
    task = asyncio.ensure_future(server.serve())
    while not server.started:
        await asyncio.sleep(0.1)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8999)
    writer.write(b"GET / HTTP/1.0\\r\\n\\r\\n")
    answer = await reader.read()
    server.should_exit = True
    await task
    print(type(asyncio.get_running_loop()).__module__, answer[-2:].decode(), yaml.__with_libyaml__)
uvloop.run(main())`;

const switching = `
import gevent, gevent.queue, setproctitle
queue = gevent.queue.Queue()
def take(): return [queue.get() for _ in range(3)]
taker = gevent.spawn(take)
gevent.joinall([gevent.spawn(lambda: [queue.put(n) or gevent.sleep(0) for n in range(3)]), taker])
setproctitle.setproctitle("renamed")
print(taker.value, setproctitle.getproctitle(), gevent.get_hub().loop.__class__.__module__)`;

const working = `
from celery import Celery
from celery.concurrency.gevent import TaskPool
app = Celery("tide", broker="memory://", backend="cache+memory://")
app.conf.task_always_eager = True
@app.task
def double(n): return 2 * n
import gevent
print([job.get().get() for job in [gevent.spawn(double.delay, n) for n in (1, 2, 3)]], TaskPool.__name__)`;

const throwing = `
from greenlet import greenlet
def run(n):
    try:
        greenlet.getcurrent().parent.switch(n + 1)
    except ValueError as error:
        return str(error)
one = greenlet(run)
first = one.switch(2)
print(one.throw(ValueError("thrown into it")), first)`;

/**
 * Imports every compiled module of the distributions that it is given, each in a process of its own. That one wants a
 * distribution which is not there (gevent's other loop wants cffi, greenlet's tests want psutil) is no fault of it.
 */
const importing = `
import importlib, importlib.metadata, os, sys
count, failed = 0, []
for name in sys.argv[1:]:
    for file in importlib.metadata.files(name):
        if file.suffix != ".so" or ".libs" in str(file):
            continue
        module = str(file).split(".")[0].replace("/", ".")
        count += 1
        child = os.fork()
        if child == 0:
            try:
                importlib.import_module(module)
            except ModuleNotFoundError:
                pass
            except BaseException as error:
                print(module, repr(error), flush=True)
                os._exit(1)
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            failed.append(module)
print(count > 0, failed)`;

const rows: readonly Row[] = [
  {
    name: 'uvicorn[standard]: Cython, a library that autotools configure, and one of the distribution',
    options: [
      '--package=uvicorn[standard]',
      '--package-version=0.35.0',
      '--python-version=3.13',
      '--target-base=slim',
      '--build-packages=libyaml-dev',
      '--runtime-packages=libyaml-0-2',
    ],
    compiled: ['httptools', 'pyyaml', 'uvloop'],
    uses: served,
    prints: 'uvloop hi True',
  },
  {
    name: 'gunicorn[gevent,setproctitle]: C++, cffi, and probes that run',
    options: [
      '--package=gunicorn[gevent,setproctitle]',
      '--package-version=23.0.0',
      '--python-version=3.11',
      '--target-base=slim',
    ],
    compiled: ['gevent', 'greenlet', 'setproctitle', 'zope-interface'],
    uses: switching,
    prints: '[0, 1, 2] renamed gevent.libev.corecext',
  },
  {
    name: 'cffi against the libffi of the base',
    options: ['--package=cffi', '--package-version=2.1.1', '--python-version=3.13', '--target-base=slim'],
    compiled: ['cffi'],
    uses: 'import cffi; f = cffi.FFI(); f.cdef("int abs(int);"); print(f.dlopen(None).abs(-7), f.callback("int(int)", lambda n: n * 2)(21))',
    prints: '7 42',
  },
  {
    name: 'celery[gevent]: what a worker of it needs',
    options: [
      '--package=celery[gevent]',
      '--package-version=5.5.3',
      '--python-version=3.13',
      '--target-base=slim',
    ],
    compiled: ['gevent', 'greenlet', 'zope-interface'],
    uses: working,
    prints: '[2, 4, 6] TaskPool',
  },
  {
    name: 'greenlet: C++, with exceptions that cross a switch',
    options: ['--package=greenlet', '--package-version=3.5.6', '--python-version=3.13', '--target-base=slim'],
    compiled: ['greenlet'],
    uses: throwing,
    prints: 'thrown into it 3',
  },
  {
    name: 'httptools on alpine, for musl',
    options: [
      '--package=httptools',
      '--package-version=0.9.0',
      '--python-version=3.13',
      '--target-base=alpine3.20-build',
    ],
    base: '3.13-alpine3.20-build',
    compiled: ['httptools'],
    uses: 'import httptools; print(httptools.parse_url(b"http://a:8/b?c").port)',
    prints: '8',
  },
];

const there = new Map(
  await Promise.all(
    rows.flatMap(({ base }) => base ?? []).map(async (tag) => [tag, await hasBase(tag)] as const),
  ),
);
const shown = rows.filter(({ base }) => base === undefined || there.get(base) === true);

const ways = (report: Report): string[] =>
  report.compiled.map(({ name, platform, way }) => `${name} on ${platform}, ${way}`);

describe.each(shown)('$name', ({ options, compiled, uses, prints }) => {
  test('is cross-compiled, and does on every platform what it does on amd64', async () => {
    const repository = fresh(`cross-${compiled[0]}`);
    const report = await build(repository, [...options, `--platform=${all.join(',')}`, '--compile=cross']);
    expect({ outcome: report.outcome, notes: report.notes, ways: ways(report) }).toEqual({
      outcome: 'published',
      notes: [],
      ways: compiled.map((name) => `${name} on linux/arm/v7, cross`),
    });
    expect(report.compiled.every(({ seconds = 0, size = 0 }) => seconds > 0 && size > 0)).toBe(true);
    for (const platform of all) {
      const found = await probe(
        `${registry}/${repository}@${report.digest}`,
        platform,
        [],
        [
          ['python3', '-c', uses],
          ['python3', '-c', importing, ...compiled],
        ],
      );
      expect({ machine: found.machine, said: found.said }).toEqual({
        machine: machines[platform],
        said: [prints, 'True []'],
      });
    }
  });
});

/** The smallest module that says what it was compiled for. */
const module = (name: string, init = ''): string => `
#include <Python.h>
static PyObject *bits(PyObject *self, PyObject *none) { return PyLong_FromLong(8 * sizeof(long)); }
static PyMethodDef methods[] = {{"bits", bits, METH_NOARGS, ""}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "${name}", "", -1, methods};
PyMODINIT_FUNC PyInit_${name}(void) { ${init} return PyModule_Create(&module); }
`;

const project = (name: string, backend: string, requires: string): string =>
  `[build-system]\nrequires = [${requires}]\nbuild-backend = "${backend}"\n[project]\nname = "${name}"\nversion = "1.0"\n`;

const selfRunning = `
import subprocess, sys
from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
class run(build_ext):
    def run(self):
        super().run()
        subprocess.run([sys.executable, "-c", "import selfrunning; selfrunning.bits()"], cwd=self.build_lib, check=True)
setup(ext_modules=[Extension("selfrunning", ["selfrunning.c"])], cmdclass={"build_ext": run})
`;

/** What poetry runs, and hatchling: both leave the compiling to setuptools. */
const compiling = (name: string): string => `
from setuptools import Distribution, Extension
from setuptools.command.build_ext import build_ext
def compile():
    command = build_ext(Distribution({"name": "${name}", "ext_modules": [Extension("${name}", ["${name}.c"])]}))
    command.inplace = True
    command.ensure_finalized()
    command.run()
    return command.get_outputs()
`;

const poetry = `
[build-system]
requires = ["poetry-core", "setuptools"]
build-backend = "poetry.core.masonry.api"
[tool.poetry]
name = "poetrymade"
version = "1.0"
description = ""
authors = []
packages = [{ include = "poetrypure" }]
include = [{ path = "poetrymade*.so", format = "wheel" }]
[tool.poetry.build]
script = "build.py"
generate-setup-file = false
`;

const hatching = `
import os
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
${compiling('hatchmade')}
class CustomBuildHook(BuildHookInterface):
    def initialize(self, version, build_data):
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        for path in compile():
            build_data["force_include"][path] = os.path.basename(path)
`;

const crate = (name: string, more = ''): string =>
  `[package]\nname = "${name}"\nversion = "1.0.0"\nedition = "2021"\n[lib]\npath = "lib.rs"\ncrate-type = ["cdylib"]\n${more}`;
const rust = '#[no_mangle]\npub extern "C" fn bits() -> i32 { 8 * core::mem::size_of::<usize>() as i32 }\n';

/** Compiles anywhere, and says only when it is imported that it was not compiled on its platform. */
const fastidious = `
import os
from setuptools import Extension, setup
macros = [] if "_PYTHON_HOST_PLATFORM" in os.environ else [("AT_HOME", None)]
setup(ext_modules=[Extension("fastidious", ["fastidious.c"], define_macros=macros)])
`;

const meson = `
project('mesonmade', 'c', version: '1.0')
# What a probe finds that must run where it is compiled for.
probed = meson.get_compiler('c').run('#include <stdio.h>\\nint main(void) { printf("%d", (int)(8 * sizeof(long))); }')
assert(probed.returncode() == 0)
import('python').find_installation(pure: false).extension_module('mesonmade', 'mesonmade.c',
  c_args: '-DPROBED=' + probed.stdout(), install: true)
`;

const cmake = `
cmake_minimum_required(VERSION 3.20)
project(cmakemade LANGUAGES C)
find_package(Python REQUIRED COMPONENTS Interpreter Development.Module)
include(CheckCSourceRuns)
check_c_source_runs("int main(void) { return sizeof(long) < 4; }" RUNS)
if(NOT RUNS)
  message(FATAL_ERROR "the probe did not run")
endif()
python_add_library(cmakemade MODULE cmakemade.c WITH_SOABI)
install(TARGETS cmakemade DESTINATION .)
`;

describe('made for the test', () => {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-cross-'));
  let index: LocalIndex;
  beforeAll(async () => {
    const made = (name: string, files: Readonly<Record<string, string>>): Promise<string> =>
      makeSdist(folder, name, '1.0', { [`${name}.c`]: module(name), ...files });
    index = await serveIndex([
      await made('mesonmade', {
        'pyproject.toml': project('mesonmade', 'mesonpy', '"meson-python"'),
        'meson.build': meson,
      }),
      await made('cmakemade', {
        'pyproject.toml': project(
          'cmakemade',
          'scikit_build_core.build',
          '"scikit-build-core", "cmake", "ninja"',
        ),
        'CMakeLists.txt': cmake,
      }),
      await made('poetrymade', {
        'pyproject.toml': poetry,
        'build.py': `${compiling('poetrymade')}compile()\n`,
        'poetrypure/__init__.py': '',
      }),
      await made('hatchmade', {
        'pyproject.toml': `${project('hatchmade', 'hatchling.build', '"hatchling", "setuptools"')}
[tool.hatch.build.targets.wheel.hooks.custom]
[tool.hatch.build.targets.wheel]
bypass-selection = true
`,
        'hatch_build.py': hatching,
      }),
      await made('flitmade', {
        'pyproject.toml': project('flitmade', 'flit_core.buildapi', '"flit_core"').replace(
          'version = "1.0"\n',
          'version = "1.0"\ndescription = "pure"\n',
        ),
        'flitmade.py': 'bits = lambda: 0\n',
      }),
      await made('maturinmade', {
        'pyproject.toml': `${project('maturinmade', 'maturin', '"maturin"')}[tool.maturin]\nbindings = "bin"\n`,
        'Cargo.toml': '[package]\nname = "maturinmade"\nversion = "1.0.0"\nedition = "2021"\n',
        'src/main.rs': 'fn main() { println!("{}", 8 * core::mem::size_of::<usize>()); }\n',
      }),
      await made('rustmade', {
        'pyproject.toml': project('rustmade', 'setuptools.build_meta', '"setuptools", "setuptools-rust"'),
        'setup.py':
          'from setuptools import setup\nfrom setuptools_rust import Binding, RustExtension\nsetup(rust_extensions=[RustExtension("rustmade", binding=Binding.NoBinding)], zip_safe=False)\n',
        'Cargo.toml': crate('rustmade'),
        'lib.rs': rust,
      }),
      await made('fastidious', {
        'pyproject.toml': project('fastidious', 'setuptools.build_meta', '"setuptools"'),
        'setup.py': fastidious,
        'fastidious.c': module(
          'fastidious',
          `
#ifndef AT_HOME
PyErr_SetString(PyExc_ImportError, "compiled far from home"); return NULL;
#endif
`,
        ),
      }),
      await made('selfrunning', {
        'pyproject.toml': project('selfrunning', 'setuptools.build_meta', '"setuptools"'),
        'setup.py': selfRunning,
      }),
    ]);
  });
  afterAll(async () => {
    await index.stop();
    rmSync(folder, { recursive: true });
  });

  const options = (): string[] => [
    '--package=mesonmade',
    '--package-version=1.0',
    '--python-version=3.13',
    '--target-base=slim',
    `--index-url=${index.url}`,
  ];

  test('every build backend is given its own way to cross-compile; a build that runs what it compiled is emulated, with the reason', async () => {
    const repository = fresh('cross-made');
    const platforms = ['linux/amd64', 'linux/arm/v7'];
    const report = await build(repository, [
      ...options(),
      ...['cmakemade', 'poetrymade', 'hatchmade', 'flitmade', 'selfrunning'].map(
        (name) => `--requirements=${name}`,
      ),
      `--platform=${platforms.join(',')}`,
    ]);
    const crossed = ['cmakemade', 'hatchmade', 'mesonmade', 'poetrymade'];
    const on = (platform: string, way: string): string[] => [
      `cmakemade on ${platform}, ${way}`,
      `flitmade on ${platform}, once`,
      ...crossed.slice(1).map((name) => `${name} on ${platform}, ${way}`),
      `selfrunning on ${platform}, ${way === 'cross' ? 'emulated' : way}`,
    ];
    expect(ways(report)).toEqual([...on('linux/amd64', 'native'), ...on('linux/arm/v7', 'cross')]);
    expect(notesOf(report)).toEqual([
      expect.stringMatching(
        /^selfrunning 1\.0 could not be cross-compiled for linux\/arm\/v7 \(.* s\): .*(?:ImportError|ModuleNotFoundError).* It was compiled under emulation \(.*\)$/,
      ),
    ]);
    for (const [platform, bits] of [
      ['linux/amd64', '64'],
      ['linux/arm/v7', '32'],
    ] as const) {
      const modules = [...crossed, 'selfrunning'].join(', ');
      const uses = `import flitmade, ${modules}; print({module.bits() for module in (${modules})})`;
      const found = await probe(
        `${registry}/${repository}@${report.digest}`,
        platform,
        [],
        [['python3', '-c', uses]],
      );
      expect(found.said).toEqual([`{${bits}}`]);
    }
  });

  test('what fails its checks is compiled under emulation, and only that is kept', async () => {
    const repository = fresh('cross-doubted');
    const run = (...more: readonly string[]): Promise<Report> =>
      build(repository, [
        ...options().map((option) => option.replace('=mesonmade', '=fastidious')),
        '--platform=linux/amd64,linux/arm/v7',
        ...more,
      ]);
    const first = await run();
    expect([first.outcome, ...ways(first)]).toEqual([
      'published',
      'fastidious on linux/amd64, native',
      'fastidious on linux/arm/v7, emulated',
    ]);
    expect(notesOf(first)).toEqual([
      expect.stringMatching(
        /^fastidious 1\.0 could not be cross-compiled for linux\/arm\/v7 \(.* s\): with it the image failed a check on linux\/arm\/v7 \(imports: .*compiled far from home.*\)\. It was compiled under emulation \(.* s\)$/,
      ),
    ]);
    const again = await run('--force');
    expect([...ways(again), again.compiled[1]?.kept?.way]).toEqual([
      'fastidious on linux/amd64, kept',
      'fastidious on linux/arm/v7, kept',
      'emulated',
    ]);
  });

  test('Rust is cross-compiled with the standard library of the distribution', async () => {
    const repository = fresh('cross-rust');
    const report = await build(repository, [
      ...options().map((option) => option.replace('=mesonmade', '=maturinmade')),
      '--requirements=rustmade',
      '--build-packages=cargo rustc',
      '--platform=linux/arm/v7',
      '--compile=cross',
    ]);
    expect(ways(report)).toEqual(['maturinmade on linux/arm/v7, cross', 'rustmade on linux/arm/v7, cross']);
    const uses =
      'import ctypes, importlib.util; print(ctypes.CDLL(importlib.util.find_spec("rustmade").origin).bits())';
    const image = `${registry}/${repository}@${report.digest}`;
    const found = await probe(image, 'linux/arm/v7', [], [['python3', '-c', uses], ['maturinmade']]);
    expect(found.said).toEqual(['32', '32']);
  });

  test('the files of a dry run cross-compile with plain docker buildx build', () =>
    inFolder(async (work) => {
      const dry = [...options(), '--platform=linux/arm/v7', '--wheel-store=off', '--dry-run'];
      const { stdout } = await cli(['build', '--json', ...dry]);
      const { files } = JSON.parse(stdout) as { readonly files: Readonly<Record<string, string>> };
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(work, name)), { recursive: true });
        writeFileSync(join(work, name), text);
      }
      const image = `localhost/${fresh('cross-plain')}`;
      const given = ['PUBLISH_BASE=python:3.13-slim', 'BUILD_BASE=python:3.13', `INDEX_URL=${index.url}`];
      const how = [
        '--platform=linux/arm/v7',
        '--build-context=lock=lock',
        '--build-context=programs=programs',
        ...[...given, 'COMPILE=cross'].map((one) => `--build-arg=${one}`),
        '--target=image',
        `--tag=${image}`,
        '--load',
      ];
      await must('docker', ['buildx', 'build', ...how, '.'], { cwd: work });
      try {
        const uses = ['python3', '-c', 'import mesonmade; print(mesonmade.bits())'];
        const options = ['--rm', '--platform=linux/arm/v7', image];
        expect(await must('docker', ['run', ...options, ...uses])).toBe('32\n');
      } finally {
        await must('docker', ['image', 'rm', '--force', image]);
      }
    }));

  test('with compile=cross it is a failure that says so', async () => {
    const { code, report } = await failing([
      ...options().map((option) => option.replace('=mesonmade', '=selfrunning')),
      '--push',
      `--registry=${registry}`,
      `--image-name=${fresh('cross-failing')}`,
      '--platform=linux/arm/v7',
      '--compile=cross',
    ]);
    expect({ code, detail: report.problems[0]?.detail?.join('\n') }).toEqual({
      code: 5,
      detail: expect.stringMatching(/selfrunning/),
    });
  });
});
