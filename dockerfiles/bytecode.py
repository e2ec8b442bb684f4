"""Compiles Python files to bytecode so that the same sources always give the same bytes.

    python3 bytecode.py < work.json

`work.json` is a list of groups, a group a list of [path, path in the image]. Each group is compiled by a child that is
forked from a process that has done nothing yet, with hash randomization off: what the marshal format writes
depends on which strings other code made before. Files that do not compile are left alone, as pip does.

Python 3.6 or newer, standard library only.
"""
import json
import os
import py_compile
import sys


def compile_group(group):
    options = {}
    if hasattr(py_compile, "PycInvalidationMode"):
        # With SOURCE_DATE_EPOCH set the default would be another one, slower at every start.
        options["invalidation_mode"] = py_compile.PycInvalidationMode.TIMESTAMP
    for path, place in group:
        try:
            py_compile.compile(path, dfile=place, doraise=True, **options)
        except py_compile.PyCompileError:
            continue


def main():
    import warnings
    warnings.simplefilter("ignore")
    groups = json.load(sys.stdin)
    running, failed = 0, 0
    for group in groups:
        if running >= (os.cpu_count() or 1):
            failed |= os.wait()[1]
            running -= 1
        if os.fork() == 0:
            status = 1
            try:
                compile_group(group)
                status = 0
            finally:
                os._exit(status)
        running += 1
    while running:
        failed |= os.wait()[1]
        running -= 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
