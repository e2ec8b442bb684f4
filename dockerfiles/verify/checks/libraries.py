"""Checks that the shared libraries of installed extensions are in the image, and that the loader loads the extensions.

It runs on the image's own Python, as verify.py says: 3.6 or newer, and of the standard library only what starts fast.
"""
import os
import time

from checks import elf
from checks.child import in_child
from checks.findings import finding
from checks.packages import absent_library, hint


def check_libraries(distributions, main, skips, deadline):
    """Looks for the libraries of each extension, and then loads the extensions in a child, since importing a package often
    does not load all of them. Those of the main distribution come first.

    Findings are fatal only for a distribution whose extensions are all for another processor: importing the package
    shows whether it works without one of them."""
    imported, unreadable, bundled, owner = [], set(), set(), {}
    for distribution in sorted(distributions.values(), key=lambda one: (one is not main, one.name)):
        if skips.covers("libraries", distribution.name):
            continue
        for path in distribution.files():
            name = path.rsplit("/", 1)[-1]
            if not name.endswith(".so") and ".so." not in name:
                continue
            bundled.add(name)
            full = os.path.normpath(os.path.join(distribution.site, path))
            owner[full] = distribution
            if not name.endswith(".so") or not os.path.exists(full):
                continue
            try:
                info = elf.read(full)
            except elf.UNREADABLE:
                unreadable.add(full)
                imported.append(full)
                continue
            if info is not None and info["module"]:
                imported.append(full)
    if not imported:
        return [], "no extensions"
    linking = elf.missing([path for path in imported if path not in unreadable], bundled)
    findings, foreign = [], dict(linking["foreign"])
    for path, other in sorted(foreign.items()):
        name = owner[path].name
        alternatives = [one for one in imported if owner[one].name == name and for_this_python(one)]
        all_foreign = alternatives and all(one in foreign for one in alternatives)
        kind = "extension-processor" if all_foreign else "part-processor"
        findings.append(finding(kind, name, "%s is for %s" % (label(path, owner), other)))
    missing = {library: path for library, path in linking["missing"].items() if path not in foreign}
    for library, path in sorted(missing.items()):
        words = "%s needs %s, which is not in the image" % (label(path, owner), library)
        findings.append(finding("extension-library", owner[path].name if path in owner else "", words, hint([library])))
    lacking = set(missing.values())
    loadable = [path for path in imported if path not in foreign and path not in lacking]
    problems, left = load_all(loadable, bundled, deadline)
    # A library that is missing was reported already, for the file that needs it.
    problems = [one for one in problems if absent_library(one[2]) not in missing]
    for path, crashed, problem in problems:
        if path in unreadable:
            kind = "file-damaged"
        elif crashed:
            kind = "extension-crash"
        else:
            # The loader names a missing library that elf.missing could not see.
            kind = "extension-library" if absent_library(problem) else "extension-load"
        findings.append(finding(kind, owner[path].name, "%s: %s" % (label(path, owner), problem)))
    if left:
        findings.append(finding("time-limit", "*", "%d extensions were not loaded: the time for the checks was over" % left))
    count = len(imported) - len({path for path, _, _ in problems} | set(foreign) | lacking)
    return findings, "%d of %d extensions find their libraries" % (count, len(imported)) if findings else "%d extensions find their libraries" % len(imported)


def for_this_python(path):
    """Whether this Python would import a file: its name may be for another platform or version."""
    from importlib.machinery import EXTENSION_SUFFIXES
    name = os.path.basename(path)
    return "." + name.split(".", 1)[1] in EXTENSION_SUFFIXES


def load_all(paths, bundled, deadline):
    """Extensions that cannot be loaded, because of an old C library or an unknown instruction: ([(path, whether the process
    crashed, the loader's words)], how many were not tried)."""
    try:
        from _ctypes import dlopen
    except ImportError:
        return [], 0
    problems, rest = [], list(paths)
    while rest and time.time() < deadline:
        def body(say, rest=tuple(rest)):
            for path in rest:
                say(path)
                try:
                    dlopen(path, os.RTLD_LAZY)
                except OSError as error:
                    say("\t" + str(error))
            say("")

        lines, _, ended = in_child(body, max(1, deadline - time.time()))
        path = None
        for line in lines:
            if not line.startswith("\t"):
                path = line
            elif not may_be_order(line, bundled - {os.path.basename(path)}):
                problems.append((path, False, "cannot be loaded: " + line.strip().replace(path + ": ", "")))
        if not path or path not in rest:
            return problems, 0
        if time.time() >= deadline:
            return problems, len(rest) - rest.index(path)
        problems.append((path, True, "%s while loading it" % (ended or "process ended")))
        rest = rest[rest.index(path) + 1:]
    return problems, len(rest)


def may_be_order(error, bundled):
    """Whether an error of the loader may come from the order: the package itself loads another library first."""
    return "undefined symbol" in error or "symbol not found" in error or any(name in error.split(":")[0] for name in bundled)


def label(path, owner):
    """An extension's path relative to site-packages, with the name of its distribution."""
    distribution = owner.get(path)
    return "%s (%s)" % (os.path.relpath(path, distribution.site), distribution.name) if distribution else path
