"""The platform that is compiled for: what it is called, its system, and the compiler commands that make files for it.

With glibc, clang and lld compile against the target's own full base, as a compiler there would: its headers, its libc,
its libstdc++. With musl, zig brings these itself, since Alpine has no image that holds them.

It runs on the build base's own Python, 3.6 or newer, because wheels are built by the Python that they are for. It uses
the standard library alone: a library would have to come from the package index, and a private one may not have it.
"""
import glob
import os
import subprocess
import sysconfig

import facts
from fetch import Problem

# The names of each platform: of the kernel, of Debian, of compilers; the processor that distributions compile for, as
# clang and zig are told it; cargo's name; what meson asks. `elf` is what its files say of themselves: machine, class, flags.
TARGETS = {
    "amd64": {"machine": "x86_64", "debian": "amd64", "triple": "x86_64-linux-gnu", "clang": [], "bits": 64,
              "zig": ["-target", "x86_64-linux-musl", "-mcpu=x86_64"], "rust": "x86_64-unknown-linux-", "elf": (62, 64, 0),
              "family": "x86_64", "endian": "little", "longdouble": "INTEL_EXTENDED_16_BYTES_LE"},
    "arm64": {"machine": "aarch64", "debian": "arm64", "triple": "aarch64-linux-gnu", "clang": [], "bits": 64,
              "zig": ["-target", "aarch64-linux-musl", "-mcpu=generic"], "rust": "aarch64-unknown-linux-", "elf": (183, 64, 0),
              "family": "aarch64", "endian": "little", "longdouble": "IEEE_QUAD_LE"},
    "armv7": {"machine": "armv7l", "debian": "armhf", "triple": "arm-linux-gnueabihf", "bits": 32,
              "clang": ["-march=armv7-a", "-mfpu=vfpv3-d16", "-mfloat-abi=hard"],
              "zig": ["-target", "arm-linux-musleabihf", "-mcpu=generic+v7a+vfp3d16"], "rust": "armv7-unknown-linux-",
              # EABI version 5, floating-point arguments in registers (EF_ARM_ABI_FLOAT_HARD)
              "elf": (40, 32, 0x05000400), "family": "arm", "endian": "little", "longdouble": "IEEE_DOUBLE_LE"},
    # The first Raspberry Pi.
    "armv6": {"machine": "armv6l", "debian": "armhf", "triple": "arm-linux-gnueabihf", "bits": 32,
              "clang": ["-march=armv6", "-mfpu=vfpv2", "-mfloat-abi=hard"],
              "zig": ["-target", "arm-linux-musleabihf", "-mcpu=arm1176jzf_s"], "rust": "arm-unknown-linux-",
              "elf": (40, 32, 0x05000400), "family": "arm", "endian": "little", "longdouble": "IEEE_DOUBLE_LE"},
    "386": {"machine": "i686", "debian": "i386", "triple": "i386-linux-gnu", "clang": ["-march=i686"], "bits": 32,
            "zig": ["-target", "x86-linux-musl", "-mcpu=i686"], "rust": "i686-unknown-linux-", "elf": (3, 32, 0),
            "family": "x86", "endian": "little", "longdouble": "INTEL_EXTENDED_12_BYTES_LE"},
    "ppc64le": {"machine": "ppc64le", "debian": "ppc64el", "triple": "powerpc64le-linux-gnu", "clang": [], "bits": 64,
                "zig": ["-target", "powerpc64le-linux-musl", "-mcpu=ppc64le"], "rust": "powerpc64le-unknown-linux-",
                # ABI version 2
                "elf": (21, 64, 2), "family": "ppc64", "endian": "little", "longdouble": "IBM_DOUBLE_DOUBLE_LE"},
    "riscv64": {"machine": "riscv64", "debian": "riscv64", "triple": "riscv64-linux-gnu", "bits": 64,
                "clang": ["-march=rv64gc", "-mabi=lp64d"],
                "zig": ["-target", "riscv64-linux-musl", "-mcpu=baseline_rv64"], "rust": "riscv64gc-unknown-linux-",
                # floating-point arguments in registers of double precision (EF_RISCV_FLOAT_ABI_DOUBLE)
                "elf": (243, 64, 4), "family": "riscv64", "endian": "little", "longdouble": "IEEE_QUAD_LE"},
    "s390x": {"machine": "s390x", "debian": "s390x", "triple": "s390x-linux-gnu", "clang": ["-march=zEC12"], "bits": 64,
              "zig": ["-target", "s390x-linux-musl", "-mcpu=zEC12"], "rust": "s390x-unknown-linux-", "elf": (22, 64, 0),
              "family": "s390x", "endian": "big", "longdouble": "IEEE_QUAD_BE"},
}

# What clang calls by another name than libgcc has it, for conversions to numbers of 16 bits.
ARM_HELPERS = """unsigned short __gnu_d2h_ieee(unsigned long long);
__attribute__((visibility("hidden"))) unsigned short __aeabi_d2h(unsigned long long bits) { return __gnu_d2h_ieee(bits); }
"""

# A compiler that takes paths of the system for the target's. Every other argument stays as it is.
WRAPPER = """#!/bin/sh
for argument; do
  shift
  case "$path$argument" in
    -[IL]/usr/* | -[IL]/lib/*) argument="${argument%%%%/*}%(sysroot)s/${argument#*/}" ;;
    path/usr/* | path/lib/*) argument="%(sysroot)s$argument" ;;
  esac
  case "$argument" in -I | -L | -isystem | -idirafter) path=path ;; *) path='' ;; esac
  set -- "$@" "$argument"
done
exec %(command)s "$@" -g0
"""


def glibc_of(root):
    """The version of the glibc in a root file system, as numbers; None where there is none."""
    try:
        libc = facts.libc(root)
    except facts.Unknown:
        return None
    return tuple(int(part) for part in libc["version"].split(".")) if libc["kind"] == "glibc" else None


def musl_of(root):
    """The path of the musl in a root file system; None where there is none."""
    return next(iter(glob.glob(root + "/lib/ld-musl-*.so.1")), None)


class Target:
    """A foreign platform: `key` is BuildKit's TARGETARCH and TARGETVARIANT, one of TARGETS; `sysroot` its full base,
    `tools` the folder that tools.py made, `folder` where its commands are written to. Raises Problem when nothing can be
    compiled for it."""

    def __init__(self, key, sysroot, tools, folder):
        self.key, self.sysroot, self.folder = key, sysroot, folder
        self.__dict__.update(TARGETS[key])
        self.glibc = glibc_of(sysroot)
        self.stdlib = sysconfig.get_path("stdlib")
        data = glob.glob("%s%s/_sysconfigdata__linux*.py" % (sysroot, self.stdlib))
        if len(data) != 1:
            raise Problem("the full base of %s has not this Python under %s" % (key, self.stdlib))
        self.sysconfigdata = data[0]
        self.rust += ("gnu" if self.glibc else "musl") + ("eabihf" if self.family == "arm" else "")
        # The name of the GNU compilers, which is another one for a 386 alone.
        self.gnu = self.triple.replace("i386", "i686")
        self.zig_program = os.path.join(tools, "ziglang", "ziglang", "zig")
        if not os.path.exists(self.zig_program):
            raise Problem("the package index has no cross compiler (ziglang)")
        self.write_commands()

    def write_commands(self):
        """Writes the compilers and their tools, under every name that a build may call."""
        os.makedirs(self.folder, exist_ok=True)
        zig = self.zig_program
        if self.glibc:
            # meson takes an argument for unknown when clang warns of an unused one, of which these must not remind it.
            form = "%s clang --driver-mode=%%s --start-no-unused-arguments --target=%s %s --sysroot=%s -resource-dir %s --ld-path=%s -O2 %s" % (
                zig, self.triple, " ".join(self.clang), self.sysroot, os.path.join(os.path.dirname(zig), "lib"), self.command("ld"),
                "--end-no-unused-arguments")
            drivers = form % "gcc", form % "g++"
        else:
            # zig enables its sanitizer by default
            form = "%s %%s %s -O2 -fno-sanitize=undefined -Wno-unused-command-line-argument -idirafter %s/usr/include -L%s/usr/lib" % (
                zig, " ".join(self.zig), self.sysroot, self.sysroot)
            drivers = form % "cc", form % "c++"
        for names, driver in zip((("cc", "gcc", "clang"), ("c++", "g++", "clang++")), drivers):
            for name in names:
                self.write(name, WRAPPER % {"sysroot": self.sysroot, "command": driver})
        # clang has no Fortran. This is the distribution's cross compiler, if sysroot.py found one.
        for name in ("gfortran", "f77", "f95"):
            self.write(name, WRAPPER % {"sysroot": self.sysroot, "command": "/usr/bin/%s-gfortran -O2" % self.gnu})
        for names, tool in ((("ld",), "ld.lld"), (("ar", "gcc-ar"), "ar"), (("ranlib", "gcc-ranlib"), "ranlib")):
            for name in names:
                self.write(name, '#!/bin/sh\nexec %s %s "$@"\n' % (zig, tool))
        if self.glibc and self.family == "arm":
            self.write("ld", '#!/bin/sh\nexec %s ld.lld "$@" %s\n' % (zig, self.helpers()))
        # The wrapper's -g0 leaves nothing to strip, and the build machine's strip does not know the target's format.
        self.write("strip", "#!/bin/sh\n")

    def helpers(self):
        """The path of a static library of ARM_HELPERS."""
        source, compiled, library = (self.command("helpers" + suffix) for suffix in (".c", ".o", ".a"))
        with open(source, "w") as file:
            file.write(ARM_HELPERS)
        subprocess.run([self.command("cc"), "-fPIC", "-c", source, "-o", compiled], check=True)
        subprocess.run([self.command("ar"), "rcs", library, compiled], check=True)
        return library

    def write(self, name, text):
        for alias in (name, "%s-%s" % (self.triple, name)):
            path = self.command(alias)
            with open(path, "w") as file:
                file.write(text)
            os.chmod(path, 0o755)

    def command(self, name):
        return os.path.join(self.folder, name)

    def environment(self):
        """The variables by which a build backend compiles for the target."""
        cc, cxx = self.command("cc"), self.command("c++")
        triple = self.triple if self.glibc else self.rust.replace("-unknown", "")
        folders = ["/usr/lib/" + triple, "/usr/lib", "/usr/share", "/usr/local/lib"]
        # Where the scripts of Debian's packages link the chosen one of several, such as OpenBLAS among all BLAS.
        alternatives = sorted(glob.glob("%s/usr/lib/%s/*/pkgconfig" % (self.sysroot, triple)))
        return {
            "CC": cc, "CXX": cxx, "LDSHARED": cc + " -shared", "LDCXXSHARED": cxx + " -shared", "AR": self.command("ar"),
            "RANLIB": self.command("ranlib"), "STRIP": self.command("strip"), "LD": self.command("ld"),
            "FC": self.command("gfortran"), "F77": self.command("gfortran"), "F90": self.command("gfortran"),
            "_PYTHON_HOST_PLATFORM": "linux-" + self.machine,
            "_PYTHON_SYSCONFIGDATA_NAME": os.path.basename(self.sysconfigdata)[:-3],
            "PKG_CONFIG_SYSROOT_DIR": self.sysroot,
            "PKG_CONFIG_LIBDIR": ":".join(["%s%s/pkgconfig" % (self.sysroot, folder) for folder in folders] + alternatives),
            # For probes that run what they compiled: the kernel hands them to QEMU, which looks for their loader there.
            "QEMU_LD_PREFIX": self.sysroot,
            # The only setting that reaches libuv's configure in a build of uvloop.
            "LIBUV_CONFIGURE_HOST": triple,
        }


def machine():
    """The build machine's key in TARGETS, or None."""
    return next((key for key, row in TARGETS.items() if row["machine"] == os.uname().machine), None)
