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

/** Compiles on any platform, and fails when imported if it was not compiled on its own platform. */
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
  fastidious: {
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
  },
  selfrunning: {
    'pyproject.toml': project('selfrunning', 'setuptools.build_meta', '"setuptools"'),
    'setup.py': selfRunning,
  },
};

/** Makes an sdist, version 1.0, of each. Gives their paths. */
export const makeSources = (folder: string, names: readonly string[]): Promise<string[]> =>
  Promise.all(
    names.map((name) => makeSdist(folder, name, '1.0', { [`${name}.c`]: module(name), ...files[name] })),
  );
