"""The settings by which meson, CMake and cargo compile for another platform, besides the compilers in the environment.

It runs on the build base's own Python, 3.6 or newer, because wheels are built by the Python that they are for. It uses
the standard library alone: a library would have to come from the package index, and a private one may not have it.
"""
import os
import sys

MESON = """[binaries]
c = '%(cc)s'
cpp = '%(cxx)s'
fortran = '%(fortran)s'
ar = '%(ar)s'
strip = '%(strip)s'
pkg-config = 'pkg-config'
numpy-config = 'numpy-config'

[properties]
sys_root = '%(sysroot)s'
needs_exe_wrapper = false
longdouble_format = '%(longdouble)s'

[host_machine]
system = 'linux'
cpu_family = '%(family)s'
cpu = '%(machine)s'
endian = '%(endian)s'
"""

# Programs are looked for on the build machine. A probe can run: the kernel hands it to QEMU.
CMAKE = """set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR %(machine)s)
set(CMAKE_C_COMPILER %(cc)s)
set(CMAKE_CXX_COMPILER %(cxx)s)
set(CMAKE_AR %(ar)s CACHE FILEPATH "")
set(CMAKE_RANLIB %(ranlib)s CACHE FILEPATH "")
set(CMAKE_STRIP %(strip)s CACHE FILEPATH "")
set(CMAKE_LIBRARY_ARCHITECTURE %(triple)s)
set(CMAKE_CROSSCOMPILING_EMULATOR /usr/bin/env)
set(CMAKE_FIND_ROOT_PATH %(sysroot)s)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE BOTH)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE BOTH)
"""


def write_files(target, folder):
    """Writes meson's cross file and CMake's toolchain file; gives their paths by name."""
    os.makedirs(folder, exist_ok=True)
    words = {"sysroot": target.sysroot, "machine": target.machine, "triple": target.triple,
             "family": target.family, "endian": target.endian, "longdouble": target.longdouble,
             "cc": target.command("cc"), "cxx": target.command("c++"), "fortran": target.command("gfortran")}
    words.update((name, target.command(name)) for name in ("ar", "ranlib", "strip"))
    paths = {}
    for name, text in (("meson", MESON), ("cmake", CMAKE)):
        paths[name] = os.path.join(folder, "target." + name)
        with open(paths[name], "w") as file:
            file.write(text % words)
    return paths


def environment(target, paths):
    """The variables that meson, CMake and cargo read. What a build compiles to run it here, as cargo's build scripts, is
    compiled by this machine's compiler."""
    return {
        "CMAKE_TOOLCHAIN_FILE": paths["cmake"],
        "CARGO_BUILD_TARGET": target.rust, linker(target.rust): target.command("cc"),
        linker(os.uname().machine + "-unknown-linux-gnu"): "/usr/bin/gcc",
        "HOST_CC": "/usr/bin/gcc", "HOST_CXX": "/usr/bin/g++", "CC_FOR_BUILD": "/usr/bin/gcc", "CXX_FOR_BUILD": "/usr/bin/g++",
        "PYO3_CROSS_LIB_DIR": os.path.dirname(target.sysconfigdata), "PYO3_CROSS_PYTHON_VERSION": "%d.%d" % sys.version_info[:2],
    }


def linker(triple):
    """The variable that names cargo's linker for a target."""
    return "CARGO_TARGET_%s_LINKER" % triple.upper().replace("-", "_")


def settings(names, paths):
    """The `config_settings` of the hooks, by the names of what the build requires."""
    return {"setup-args": ["--cross-file=" + paths["meson"]]} if "meson-python" in names else None
