"""Whether every shared library that an installed extension needs is found."""
import os

from checks import elf
from checks.packages import PACKAGES


def check_libraries(there):
    """Every shared library that an installed extension needs is found."""
    imported, bundled, owner = [], set(), {}
    for distribution in there.values():
        for path in distribution.files():
            name = path.rsplit("/", 1)[-1]
            if not name.endswith(".so") and ".so." not in name:
                continue
            bundled.add(name)
            full = os.path.normpath(os.path.join(distribution.site, path))
            owner[full] = distribution
            info = elf.read(full) if name.endswith(".so") and os.path.exists(full) else None
            if info is not None and info["module"]:
                imported.append(full)
    if not imported:
        return True, "no extensions"
    found = elf.missing(imported, bundled)
    problems = ["%s needs %s, which is not in the image" % (label(path, owner), library) for library, path in sorted(found["missing"].items())]
    problems += ["%s is for %s, not for this platform" % (label(path, owner), machine) for path, machine in sorted(found["foreign"])]
    if problems:
        return False, "; ".join(problems) + hint(found["missing"])
    return True, "%d extensions find their libraries" % len(imported)


def label(path, owner):
    """An extension's path below its site-packages, with the distribution."""
    distribution = owner.get(path)
    return "%s (%s)" % (os.path.relpath(path, distribution.site), distribution.name) if distribution else path


def package(library):
    """The package of this distro that usually has a library, or None."""
    found = PACKAGES.get(library)
    return (found[1 if os.path.exists("/etc/alpine-release") else 0] or None) if found else None


def hint(libraries):
    """What to write into `runtime_packages`, as far as it is known."""
    packages = sorted({found for found in map(package, libraries) if found})
    return ". Add to runtime_packages: %s" % " ".join(packages) if packages else ""
