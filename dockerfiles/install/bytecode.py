"""Compiles Python files to bytecode so that the same sources always give the same bytes.

    python3 bytecode.py < work.json              groups of installed files, beside their sources
    python3 bytecode.py --library DIR [--pip] [FOLDER...]
                                                 this Python's own library and these folders, into a tree for PYTHONPYCACHEPREFIX

`work.json` is a list of groups, a group a list of [path, path in the image]. Each group is compiled by a child that is
forked from a process that has done nothing yet, with hash randomization off: the bytes that marshal writes depend on
which strings the process made before. That is why this is not `compileall`: chance decides there what a worker process
compiles before a file. Files that do not compile are skipped, as pip does.

The library's bytecode is for verifying: the official images come without it, and under emulation compiling it takes four
fifths of the time of an import. It holds the hashes of its sources, which Python compares when it imports: the target's
base may have another patch release. Before Python 3.8, which has PYTHONPYCACHEPREFIX, DIR stays empty.

It runs on the publish base's own Python, 3.6 or newer, because each Python has its own format of bytecode. It uses the
standard library alone: the base has nothing else that is sure to be there.
"""
import json
import os
import py_compile
import sys

# Parts of the standard library that servers do not import, which take half a second to compile. ENCODINGS are the
# character sets that are compiled nevertheless.
LEFT_OUT = ("__pycache__", "curses", "dbm", "encodings", "ensurepip", "idlelib", "lib2to3", "msilib", "pydoc_data", "site-packages", "test",
            "tests", "tkinter", "turtledemo", "_pydecimal.py", "_pyio.py", "pydoc.py", "turtle.py")
ENCODINGS = ("__init__", "aliases", "ascii", "cp437", "idna", "latin_1", "punycode", "unicode_escape", "utf_8", "utf_8_sig", "utf_16", "utf_32")
# Files for one child.
GROUP = 100


def invalidation(name):
    """The options of py_compile for a way to notice a changed source. Without them SOURCE_DATE_EPOCH would choose the way;
    Python 3.6 has only one."""
    modes = getattr(py_compile, "PycInvalidationMode", None)
    return {"invalidation_mode": getattr(modes, name)} if modes else {}


def compile_group(group, options):
    """`group`: [path, path in the image] or [path, path in the image, path of the bytecode]."""
    for path, place, *target in group:
        try:
            py_compile.compile(path, *target, dfile=place, doraise=True, **options)
        except py_compile.PyCompileError:
            continue


def compile_groups(groups, options):
    """Compiles in as many children as there are processors. Gives an exit code."""
    import warnings
    warnings.simplefilter("ignore")
    running, failed = 0, 0
    for group in groups:
        if running >= (os.cpu_count() or 1):
            failed |= os.wait()[1]
            running -= 1
        if os.fork() == 0:
            status = 1
            try:
                compile_group(group, options)
                status = 0
            finally:
                os._exit(status)
        running += 1
    while running:
        failed |= os.wait()[1]
        running -= 1
    return 1 if failed else 0


def sources(top, left_out=()):
    """Sorted paths of the Python files below `top`."""
    paths = []
    for folder, folders, files in os.walk(top):
        folders[:] = [name for name in folders if name not in left_out]
        paths += [os.path.join(folder, name) for name in files if name.endswith(".py") and name not in left_out]
    return sorted(paths)


def library(target, pip, folders):
    """Compiles the standard library, pip (whole, or what the checks import of it) and `folders` (the checks, where they
    are mounted) into a tree for PYTHONPYCACHEPREFIX. Gives an exit code."""
    os.makedirs(target, exist_ok=True)
    if sys.version_info < (3, 8):
        return 0
    top = os.path.dirname(os.__file__)
    pips = os.path.join(top, "site-packages", "pip")
    paths = sources(top, LEFT_OUT) + [os.path.join(top, "encodings", name + ".py") for name in ENCODINGS]
    paths += [path for folder in folders for path in sources(os.path.abspath(folder))]
    if pip:
        paths += sources(pips)
    else:
        paths += sources(os.path.join(pips, "_vendor", "packaging"))
        paths += [path for path in (os.path.join(pips, "__init__.py"), os.path.join(pips, "_vendor", "__init__.py")) if os.path.exists(path)]
    work = [[path, path, os.path.join(target, path[1:-3] + "." + sys.implementation.cache_tag + ".pyc")] for path in paths]
    return compile_groups([work[start:start + GROUP] for start in range(0, len(work), GROUP)], invalidation("CHECKED_HASH"))


def main(arguments):
    if arguments[:1] == ["--library"]:
        return library(arguments[1], "--pip" in arguments, [argument for argument in arguments[2:] if argument != "--pip"])
    return compile_groups(json.load(sys.stdin), invalidation("TIMESTAMP"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
