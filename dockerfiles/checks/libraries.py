"""Whether every shared library that an installed extension needs is found, and the loader takes them all."""
import os

from checks import elf
from checks.child import in_child
from checks.packages import PACKAGES


def check_libraries(there, limit):
    """Every shared library that an installed extension needs is found. Then the loader itself is asked, in a child:
    importing a package often leaves its extensions for later."""
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
    if found["foreign"]:
        # Whatever else such a file needs, it does not belong here
        return False, "; ".join("%s is for %s" % (label(path, owner), other) for path, other in sorted(set(found["foreign"])))
    if found["missing"]:
        problems = ["%s needs %s, which is not in the image" % (label(path, owner), library) for library, path in sorted(found["missing"].items())]
        return False, "; ".join(problems) + hint(found["missing"])
    problems = refused(sorted(imported), bundled, limit)
    if problems:
        return False, "; ".join("%s: %s" % (label(path, owner), problem) for path, problem in problems)
    return True, "%d extensions find their libraries" % len(imported)


def refused(paths, bundled, limit):
    """(path, the loader's words) of extensions that cannot be loaded on this system: a C library that is too old, an
    instruction that this processor does not have."""
    try:
        from _ctypes import dlopen
    except ImportError:
        return []

    def body(say):
        for path in paths:
            say(path)
            try:
                dlopen(path, os.RTLD_LAZY)
            except OSError as error:
                say("\t" + str(error))
        say("")

    lines, _, ended = in_child(body, limit)
    problems, path = [], None
    for line in lines:
        if not line.startswith("\t"):
            path = line
        elif not own_affair(line, bundled - {os.path.basename(path)}):
            problems.append((path, "cannot be loaded: " + line.strip().replace(path + ": ", "")))
    if ended and path:
        problems.append((path, "%s while loading it" % ended))
    return problems


def own_affair(error, bundled):
    """Whether a loader's error may only mean that the package itself loads something else before."""
    return "undefined symbol" in error or "symbol not found" in error or any(name in error.split(":")[0] for name in bundled)


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
