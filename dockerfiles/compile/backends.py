"""What single build systems must be told to compile for another platform, besides the compilers in the environment.

It runs on the Python of the base, whatever that is: 3.6 or newer, standard library only.
"""
import os
import struct
import sys

from fetch import Problem

MESON = """[binaries]
c = '%(cc)s'
cpp = '%(cxx)s'
ar = '%(ar)s'
strip = '%(strip)s'
pkg-config = 'pkg-config'

[properties]
sys_root = '%(sysroot)s'
needs_exe_wrapper = false

[host_machine]
system = 'linux'
cpu_family = '%(family)s'
cpu = '%(machine)s'
endian = 'little'
"""

# Programs are the build machine's. A probe that must run does: the kernel hands it to QEMU.
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
             "family": "arm" if target.machine.startswith("arm") else target.machine, "cc": target.command("cc"), "cxx": target.command("c++")}
    words.update((name, target.command(name)) for name in ("ar", "ranlib", "strip"))
    paths = {}
    for name, text in (("meson", MESON), ("cmake", CMAKE)):
        paths[name] = os.path.join(folder, "target." + name)
        with open(paths[name], "w") as file:
            file.write(text % words)
    return paths


def environment(target, paths):
    """What CMake and cargo read. What cargo makes to run while it builds is linked by the machine's own compiler."""
    return {
        "CMAKE_TOOLCHAIN_FILE": paths["cmake"],
        "CARGO_BUILD_TARGET": target.rust, linker(target.rust): target.command("cc"),
        linker(os.uname().machine + "-unknown-linux-gnu"): "/usr/bin/gcc",
        "HOST_CC": "/usr/bin/gcc", "HOST_CXX": "/usr/bin/g++",
        "PYO3_CROSS_LIB_DIR": os.path.dirname(target.sysconfigdata), "PYO3_CROSS_PYTHON_VERSION": "%d.%d" % sys.version_info[:2],
    }


def linker(triple):
    """The variable that names cargo's linker for a target."""
    return "CARGO_TARGET_%s_LINKER" % triple.upper().replace("-", "_")


def settings(names, paths):
    """The `config_settings` of the hooks, by the names of what the build requires."""
    return {"setup-args": ["--cross-file=" + paths["meson"]]} if "meson-python" in names else None


def check(site, target):
    """Raises Problem where the build environment, whose site-packages is `site`, is known to hold what depends on the
    machine that it was built for."""
    if target.bits != 8 * struct.calcsize("P") and os.path.isdir(os.path.join(site, "numpy")):
        raise Problem("it compiles against numpy, whose headers are those of the machine that builds")
