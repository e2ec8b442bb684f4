"""Adds packages of the target's distribution and architecture to its full base, without running anything of it: the
build machine's own package manager resolves, downloads and unpacks them there.

It runs on the build base's own Python, 3.6 or newer, because wheels are built by the Python that they are for. It uses
the standard library alone: a library would have to come from the package index, and a private one may not have it.
"""
import glob
import os
import shutil
import tempfile

from fetch import Problem
from frontend import run_logged, raise_if_unreachable, retry_once

# Machines and platforms whose programs their kernel runs by itself. QEMU would look for a loader in the sysroot.
RUN_BY_KERNEL = {("x86_64", "386"), ("aarch64", "armv7"), ("aarch64", "armv6")}
# These compilers run on the build machine; the target needs only the standard library of Rust, which is another package.
RUST = {"cargo", "rustc"}


def complete(target, packages, log):
    """Unpacks `packages`, and what they need beyond the base, into the target's system. Raises Problem; Unreachable when
    the distribution's mirror cannot be reached at the second try either."""
    link_inside(target.sysroot)
    if packages:
        retry_once(lambda: add(target, packages, log))
    link_inside(target.sysroot)
    if (os.uname().machine, target.key) in RUN_BY_KERNEL:
        link_loader(target.sysroot, target.triple)


def add(target, packages, log):
    if shutil.which("apt-get"):
        debian(target, packages, log)
    else:
        run(["apk", "add", "--root", target.sysroot, "--no-cache", "--no-scripts"] + packages, log)


def debian(target, packages, log):
    """Has apt work on the target's list of installed packages. The packages' scripts are not run."""
    wanted = [name for name in packages if name not in RUST]
    if len(wanted) < len(packages):
        wanted.append("libstd-rust-dev")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("lists/partial", "archives/partial"):
            os.makedirs(os.path.join(folder, name))
        options = {
            "APT::Architecture": target.debian, "APT::Architectures": target.debian, "APT::Sandbox::User": "root",
            "Dir::State": folder, "Dir::State::lists": folder + "/lists", "Dir::Cache": folder, "Dir::Cache::archives": folder + "/archives",
            "Dir::State::status": target.sysroot + "/var/lib/dpkg/status", "Dir::Etc": target.sysroot + "/etc/apt",
            "Acquire::Retries": "3", "Debug::NoLocking": "1",
        }
        apt = ["apt-get", "--quiet"] + [word for key, value in options.items() for word in ("-o", "%s=%s" % (key, value))]
        updated = run(apt + ["update"], log)
        run(apt + ["install", "--yes", "--no-install-recommends", "--download-only"] + wanted, log, updated)
        for path in sorted(glob.glob(folder + "/archives/*.deb")):
            unpack(path, target.sysroot, log)
    if "gfortran" in packages and target.key != "armv6":  # Debian's compiles for v7 under the same name
        add_fortran(target, log)
    rust = glob.glob(target.sysroot + "/usr/lib/rustlib/%s" % target.rust)
    if rust and not os.path.exists("/usr/lib/rustlib/" + target.rust):
        os.symlink(rust[0], "/usr/lib/rustlib/" + target.rust)


def add_fortran(target, log):
    """Installs the distribution's cross compiler of Fortran on the build machine. Where there is none, a build that calls
    it fails, and says so. Raises Unreachable."""
    code, output = run_logged(["apt-get", "--quiet", "-o", "Acquire::Retries=3", "install", "--yes", "--no-install-recommends",
                               "gfortran-" + target.gnu], log)
    if code:
        raise_if_unreachable(output, "the distribution's mirror")


def unpack(package, root, log):
    """Unpacks with tar, since dpkg would replace a link to a folder, such as /lib to /usr/lib, by a folder. Raises
    Problem."""
    script = 'dpkg-deb --fsys-tarfile "$1" >"$1.tar" && tar --extract --keep-directory-symlink --file="$1.tar" --directory="$2"'
    run(["sh", "-ec", script, "sh", package, root], log)


def run(command, log, before=""):
    """The output of a command. `before` is that of `apt-get update`, which only warns of lists that it could not
    download; the command after it then fails for packages that it does not know. Raises Problem."""
    code, output = run_logged(command, log)
    if code:
        raise_if_unreachable(before + output, "the distribution's mirror")
        telling = [line.strip() for line in output.splitlines() if line.startswith(("E:", "ERROR:", "dpkg", "tar:"))]
        raise Problem("the packages of its architecture cannot be had: %s" % (telling or ["%s failed" % command[0]])[-1])
    return output


def link_loader(sysroot, triple, root="/"):
    """Links the loader of the target, and its libraries, to where a probe that the kernel runs looks for them."""
    for path in glob.glob(sysroot + "/lib/ld-*.so.*") + [sysroot + "/usr/lib/" + triple]:
        place = os.path.join(root, os.path.relpath(path, sysroot))
        if os.path.exists(path) and not os.path.lexists(place):
            os.symlink(path, place)


def link_inside(sysroot):
    """Makes absolute links lead into the sysroot: they mean the target's root, and would lead to this machine's."""
    for folder in glob.glob(sysroot + "/usr/lib/*-linux-*/") + glob.glob(sysroot + "/usr/lib64") + [sysroot + "/usr/lib"]:
        for entry in os.scandir(folder):
            if entry.is_symlink() and os.readlink(entry.path).startswith("/"):
                to = sysroot + os.readlink(entry.path)
                if os.path.exists(to):
                    os.remove(entry.path)
                    os.symlink(to, entry.path)
