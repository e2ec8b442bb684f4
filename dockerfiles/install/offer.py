"""Gathers what a custom Dockerfile's pip is offered: wheels that were compiled, and settings that name their folder.

    python3 offer.py --requirements requirements.json --out DIR [--compiled DIR] [--native DIR] [--kept DIR]
    python3 offer.py --library DIR

requirements.json is that of install.py. DIR gets `wheels`, `pip.conf` and `uv.toml`, for mounts of one instruction. A wheel
that is not there, because it could not be compiled here, or that is incomplete, is left out: pip then does what it would
do without.

With --library, DIR gets bytecode of the standard library and of pip by bytecode.py, and `sitecustomize.pyc`, which is
startup.py without a source: importing it leaves no bytecode behind.

It runs on the publish base's own Python, 3.6 or newer, and uses the standard library alone.
"""
import argparse
import json
import os
import py_compile
import shutil
import subprocess
import sys

from install import compiled_wheels, kept_wheels

# Where the mounts are: no folder of any image.
PLACE = "/run/python-image-builder"
HERE = os.path.dirname(os.path.abspath(__file__))


def gather(options):
    with open(options.requirements, encoding="utf-8") as file:
        wanted = json.load(file)
    wheels = os.path.join(options.out, "wheels")
    os.makedirs(wheels, exist_ok=True)
    pairs = []
    for folder, entries in ((options.compiled, "compile"), (options.native, "native")):
        lacking = incomplete(folder)
        pairs += [pair for pair in compiled_wheels(folder, wanted.get(entries, []))[0] if release(pair[0]) not in lacking]
    pairs += kept_wheels(options.kept, wanted.get("kept", []))[0]
    for _, path in pairs:
        shutil.copy(path, wheels)
    for name, text in (("pip.conf", "[global]\nfind-links = %s/wheels\n"), ("uv.toml", 'find-links = ["%s/wheels"]\n')):
        with open(os.path.join(options.out, name), "w", encoding="utf-8") as file:
            file.write(text % PLACE)
    readable(options.out)


def incomplete(folder):
    """The releases that were compiled with fewer modules than their wheels for other platforms have. A step of the
    Dockerfile may have installed the library that was missing here."""
    paths = [os.path.join(folder or "", name) for name in ("cross.json", "compiled.json")]
    results = []
    for path in paths:
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                results += json.load(file)
    return {release(result) for result in results if result.get("lacks")}


def release(entry):
    return entry["name"].lower().replace("_", "-"), entry["version"]


def library(folder):
    done = subprocess.run([sys.executable, os.path.join(HERE, "bytecode.py"), "--library", os.path.join(folder, "library"), "--pip"], check=False)
    if done.returncode:
        return done.returncode
    py_compile.compile(os.path.join(HERE, "startup.py"), os.path.join(folder, "sitecustomize.pyc"), dfile="startup.py", doraise=True)
    readable(folder)
    return 0


def readable(top):
    """The step that it is mounted in may run as any user."""
    for folder, _, files in os.walk(top):
        os.chmod(folder, 0o755)
        for name in files:
            os.chmod(os.path.join(folder, name), 0o644)


def main(arguments):
    parser = argparse.ArgumentParser(description="Gathers what pip is offered.")
    for name in ("--requirements", "--out", "--compiled", "--native", "--kept", "--library"):
        parser.add_argument(name)
    options = parser.parse_args(arguments)
    if options.library:
        return library(options.library)
    gather(options)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
