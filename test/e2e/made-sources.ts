/** The smallest sources for each way to compile. Each has `bits()`, or prints it. */
import { makeSdist } from './local-index.ts';

/** A module that says what it was compiled for. */
const module = (name: string, init = ''): string => `
#include <Python.h>
static PyObject *bits(PyObject *self, PyObject *none) { return PyLong_FromLong(8 * sizeof(long)); }
static PyMethodDef methods[] = {{"bits", bits, METH_NOARGS, ""}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "${name}", "", -1, methods};
PyMODINIT_FUNC PyInit_${name}(void) { ${init} return PyModule_Create(&module); }
`;

const project = (name: string, backend: string, requires: string): string =>
  `[build-system]\nrequires = [${requires}]\nbuild-backend = "${backend}"\n[project]\nname = "${name}"\nversion = "1.0"\n`;

/**
 * A backend in the source itself, which needs only a compiler: a large one such as setuptools takes a minute to install and
 * import under emulation. @param macros, @param libraries and @param check are Python code: words of the compiler before and
 * after the source, and what is done then.
 */
const smallBackend = (name: string, { macros = '[]', libraries = '[]', check = '' }): string => `
import os, subprocess, sys, sysconfig, zipfile

def build_wheel(folder, config_settings=None, metadata_directory=None):
    module = "${name}" + sysconfig.get_config_var("EXT_SUFFIX")
    compiler = os.environ.get("CC", "cc").split() + ${macros}
    subprocess.run(compiler + ["-shared", "-fPIC", "-I", sysconfig.get_path("include"), "${name}.c", "-o", module] + ${libraries}, check=True)
    ${check}
    tag = "cp%d%d-cp%d%d-" % (sys.version_info[:2] * 2) + sysconfig.get_platform().replace("-", "_")
    wheel = "${name}-1.0-%s.whl" % tag
    info = "${name}-1.0.dist-info/"
    with zipfile.ZipFile(os.path.join(folder, wheel), "w") as archive:
        archive.write(module)
        archive.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: ${name}\\nVersion: 1.0\\n")
        archive.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: false\\nTag: %s\\n" % tag)
        archive.writestr(info + "RECORD", "")
    return wheel
`;

/**
 * A numpy that is small: a header that holds the size of the platform's integers, a static library, and a module, which it
 * imports.
 */
const numpyBackend = `
import os, subprocess, sysconfig, zipfile

def build_wheel(folder, config_settings=None, metadata_directory=None):
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    compiler = os.environ.get("CC", "cc").split() + ["-fPIC", "-I", sysconfig.get_path("include")]
    subprocess.run(compiler + ["-shared", "numpy.c", "-o", "module"], check=True)
    subprocess.run(compiler + ["-c", "library.c", "-o", "library.o"], check=True)
    subprocess.run([os.environ.get("AR", "ar"), "rcs", "library.a", "library.o"], check=True)
    tag = "cp%d%d-cp%d%d-" % (__import__("sys").version_info[:2] * 2) + sysconfig.get_platform().replace("-", "_")
    wheel = "numpy-1.0-%s.whl" % tag
    with zipfile.ZipFile(os.path.join(folder, wheel), "w") as archive:
        archive.write("module", "numpy/bits" + suffix)
        archive.write("library.a", "numpy/_core/lib/libnpymath.a")
        archive.writestr("numpy/__init__.py", "from numpy import bits\\ndef get_include():\\n    return __path__[0] + '/_core/include'\\n")
        archive.writestr("numpy/_core/include/numpy/_numpyconfig.h", "#define NPY_SIZEOF_LONG %d\\n" % sysconfig.get_config_var("SIZEOF_LONG"))
        info = "numpy-1.0.dist-info/"
        archive.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: numpy\\nVersion: 1.0\\n")
        archive.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: false\\nTag: %s\\n" % tag)
        archive.writestr(info + "RECORD", "")
    return wheel
`;

/** The build script of poetry and hatchling, which leave compiling to setuptools. */
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

/** Name to path to content within the sdist. Each has a C module with the name of the distribution as well. */
const files: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mesonmade: {
    'pyproject.toml': project('mesonmade', 'mesonpy', '"meson-python"'),
    'meson.build': meson,
  },
  cmakemade: {
    'pyproject.toml': project(
      'cmakemade',
      'scikit_build_core.build',
      '"scikit-build-core", "cmake", "ninja"',
    ),
    'CMakeLists.txt': cmake,
  },
  poetrymade: {
    'pyproject.toml': poetry,
    'build.py': `${compiling('poetrymade')}compile()\n`,
    'poetrypure/__init__.py': '',
  },
  hatchmade: {
    'pyproject.toml': `${project('hatchmade', 'hatchling.build', '"hatchling", "setuptools"')}
[tool.hatch.build.targets.wheel.hooks.custom]
[tool.hatch.build.targets.wheel]
bypass-selection = true
`,
    'hatch_build.py': hatching,
  },
  flitmade: {
    'pyproject.toml': project('flitmade', 'flit_core.buildapi', '"flit_core"').replace(
      'version = "1.0"\n',
      'version = "1.0"\ndescription = "pure"\n',
    ),
    'flitmade.py': 'bits = lambda: 0\n',
  },
  maturinmade: {
    'pyproject.toml': `${project('maturinmade', 'maturin', '"maturin"')}[tool.maturin]\nbindings = "bin"\n`,
    'Cargo.toml': '[package]\nname = "maturinmade"\nversion = "1.0.0"\nedition = "2021"\n',
    'src/main.rs': 'fn main() { println!("{}", 8 * core::mem::size_of::<usize>()); }\n',
  },
  rustmade: {
    'pyproject.toml': project('rustmade', 'setuptools.build_meta', '"setuptools", "setuptools-rust"'),
    'setup.py':
      'from setuptools import setup\nfrom setuptools_rust import Binding, RustExtension\nsetup(rust_extensions=[RustExtension("rustmade", binding=Binding.NoBinding)], zip_safe=False)\n',
    'Cargo.toml': crate('rustmade'),
    'lib.rs': rust,
  },
  numpy: {
    'backend.py': numpyBackend,
    // clang's name for this conversion on arm is not libgcc's.
    'numpy.c': module(
      'bits',
      `
#if defined(__clang__) && defined(__arm__)
volatile double wide = 1.5; volatile __fp16 half = wide; if (half != 1.5) return NULL;
#endif
`,
    ),
    'library.c': 'int npy_bits(void) { return 8 * sizeof(long); }\n',
  },
  // Compiles against numpy, as pandas does: it asks the one that it can import for its folders.
  againstmade: {
    'pyproject.toml':
      '[build-system]\nrequires = ["numpy"]\nbuild-backend = "backend"\nbackend-path = ["."]\n',
    'backend.py': smallBackend('againstmade', {
      macros:
        '["-I", __import__("numpy").get_include(), "-L", __import__("numpy").__path__[0] + "/_core/lib"]',
      libraries: '["-lnpymath"]',
    }),
    'againstmade.c': `
#include <numpy/_numpyconfig.h>
int npy_bits(void);
${module('againstmade', 'if (NPY_SIZEOF_LONG != sizeof(long) || npy_bits() != 8 * sizeof(long)) return NULL;')}`,
  },
  // Compiles on any platform, and fails when imported if it was not compiled on its own platform.
  fastidious: {
    'backend.py': smallBackend('fastidious', {
      macros: '([] if "_PYTHON_HOST_PLATFORM" in os.environ else ["-DAT_HOME"])',
    }),
    'fastidious.c': module(
      'fastidious',
      `
#ifndef AT_HOME
PyErr_SetString(PyExc_ImportError, "compiled far from home"); return NULL;
#endif
`,
    ),
  },
  // Its build requirement is installed under emulation, too.
  selfrunning: {
    'pyproject.toml':
      '[build-system]\nrequires = ["flit_core"]\nbuild-backend = "backend"\nbackend-path = ["."]\n',
    'backend.py': smallBackend('selfrunning', {
      check:
        'subprocess.run([sys.executable, "-c", "import flit_core, selfrunning; selfrunning.bits()"], check=True)',
    }),
  },
};

/** Makes an sdist, version 1.0, of each. Gives their paths. */
export const makeSources = (folder: string, names: readonly string[]): Promise<string[]> =>
  Promise.all(
    names.map((name) => makeSdist(folder, name, '1.0', { [`${name}.c`]: module(name), ...files[name] })),
  );
