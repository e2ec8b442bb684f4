"""Adds packages of the target's distribution and architecture to its full base, without running anything of it: the
build machine's own package manager resolves, downloads and unpacks them there.

It runs on the Python of the base, whatever that is: 3.6 or newer, standard library only.
"""
import glob
import os
import shutil
import tempfile

from fetch import Problem
from frontend import logged, refuse_passing, twice

# The compilers of these are the build machine's own; their libraries for the target are packages of their own.
RUST = {"cargo", "rustc"}


def complete(target, packages, log):
    """Unpacks `packages`, and what they need and the base has not, into the target's system. Raises Problem;
    Unreachable where the distribution's mirror cannot be reached, twice."""
    link_inside(target.sysroot)
    if packages:
        twice(lambda: add(target, packages, log))
    link_inside(target.sysroot)


def add(target, packages, log):
    if shutil.which("apt-get"):
        debian(target, packages, log)
    else:
        run(["apk", "add", "--root", target.sysroot, "--no-cache", "--no-scripts"] + packages, log)


def debian(target, packages, log):
    """apt takes the target's list of installed packages for its own, and the packages' scripts are left unrun."""
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
    rust = glob.glob(target.sysroot + "/usr/lib/rustlib/%s" % target.rust)
    if rust and not os.path.exists("/usr/lib/rustlib/" + target.rust):
        os.symlink(rust[0], "/usr/lib/rustlib/" + target.rust)


def unpack(package, root, log):
    """Raises Problem. dpkg's own unpacking would put a folder where the root has a link to one, as /lib is to /usr/lib."""
    script = 'dpkg-deb --fsys-tarfile "$1" >"$1.tar" && tar --extract --keep-directory-symlink --file="$1.tar" --directory="$2"'
    run(["sh", "-ec", script, "sh", package, root], log)


def run(command, log, before=""):
    """What the command said. apt only warns of lists that it could not download, and then knows no package: `before` is
    what was said of them."""
    code, said = logged(command, log)
    if code:
        refuse_passing(before + said, "the distribution's mirror")
        telling = [line.strip() for line in said.splitlines() if line.startswith(("E:", "ERROR:", "dpkg", "tar:"))]
        raise Problem("the packages of its architecture cannot be had: %s" % (telling or ["%s failed" % command[0]])[-1])
    return said


def link_inside(sysroot):
    """Links that begin at the root mean the target's root."""
    for folder in glob.glob(sysroot + "/usr/lib/*-linux-*/") + [sysroot + "/usr/lib"]:
        for entry in os.scandir(folder):
            if entry.is_symlink() and os.readlink(entry.path).startswith("/"):
                to = sysroot + os.readlink(entry.path)
                if os.path.exists(to):
                    os.remove(entry.path)
                    os.symlink(to, entry.path)
