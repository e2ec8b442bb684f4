"""Installs locked wheels into a tree that is copied over /usr/local of an image, of whatever platform.

    python3 install.py --requirements requirements.json --tree DIR [--compiled DIR] [--native DIR] [--kept DIR]
                       [--downloads DIR] [--cert FILE] [--netrc FILE] [--index-url URL] [--removed FILE] [--layers DIR]

It runs on the build machine's own platform, and executes nothing of what it installs. The result is what `pip install`
makes in the base (pip list, check, show and uninstall work), except that every file has the time SOURCE_DATE_EPOCH, so
that the same lock gives the same layer. pip itself takes wheels of another platform only with --target, which has not
the layout of a Python.

requirements.json: {"wheels": [{"name", "version", "filename", "url", "sha256"}], "compile": [the same, of an sdist],
                    "native": [the same], "kept": [{"name", "version", "filename", "sha256"}], "requested": [names that
                    the user asked for], "links": {links of the base, as facts.py gives them},
                    "layers": [{"names": [distributions], "time": seconds since the epoch}], from the base up};
                    all but "wheels" may be absent
--compiled   wheels made of the `compile` part, matched by name and version
--native     wheels made of the `native` part, on the build machine's own platform
--kept       wheels of the `kept` part, compiled in an earlier build: SHA256/FILENAME
--downloads  a folder that keeps the downloaded files (a cache mount); without it they are removed
--cert       a PEM file that is trusted besides the system's; the default is the build secret ca_bundle
--netrc      credentials for private indexes, each used for its host alone; the default is the build secret netrc
--index-url  used for the credentials that stand in it
--layers     where requirements.json has layers, each is a tree of its own below this folder, DIR/0/usr/local and so on, and
             `--tree` stays empty. All files of a distribution are in its layer, with the time of that; what is in none of
             them is in the last.
--removed    a file that gets the paths of other versions in the base, each ended by a NUL, for `xargs -0 rm -rf`

Problems are printed as one line each; then the exit code is 1.

It runs on the publish base's own Python, 3.6 or newer, because the paths and the bytecode of what it installs are that
Python's. It uses the standard library alone: the base has nothing else that is sure to be there.
"""
import argparse
import concurrent.futures
import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from importlib.util import cache_from_source

from fetch import Problem, add_arguments, fetch_all, opener
from links import follow
from wheel import PREFIX, Wheel, below, normalized, schemes, wheel_in

# 1980-01-01, the earliest time in a zip file.
EARLIEST = 315532800
# Files for one child: few, so that a large package is shared out, and always as many, since the bytes depend on it.
GROUP = 100


def compiled_wheels(folder, wanted):
    """Pairs of requirement and path of its wheel in `folder`, and a line for each that has none."""
    pairs, problems = [], []
    for requirement in wanted:
        path = wheel_in(folder, requirement)
        if path:
            pairs.append((requirement, path))
        else:
            where = "is not in " + folder if folder else "was not asked for"
            problems.append("%s %s: it has no wheel, and one that was made here %s" % (requirement["name"], requirement["version"], where))
    return pairs, problems


def kept_wheels(folder, wanted):
    """Pairs of requirement and path of its wheel from an earlier build, and a line for each that is missing or changed."""
    pairs, problems = [], []
    for requirement in wanted:
        path = os.path.join(folder or "", requirement["sha256"], requirement["filename"])
        if folder and os.path.exists(path) and sha256_of(path) == requirement["sha256"]:
            pairs.append((requirement, path))
        else:
            problems.append("%s %s: the wheel that was kept is not %s" % (requirement["name"], requirement["version"], path))
    return pairs, problems


def sha256_of(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def owners(wheels):
    """The wheel that owns each place. Of several the last does, as with pip, and a note says so."""
    owner = {}
    shared = {}
    for wheel in wheels:
        for place in wheel.files:
            if place in owner:
                shared.setdefault((owner[place].name, wheel.name), []).append(place)
            owner[place] = wheel
    for (first, last), places in sorted(shared.items()):
        more = " and %d more" % (len(places) - 1) if len(places) > 1 else ""
        print("note: %s and %s both have %s%s: the file of %s stays" % (first, last, min(places), more, last))
    return owner


def place_wheels(wheels, layers, options, seconds):
    """Gives each wheel its tree and the time of its files. The trees with their times, the last the topmost."""
    if not (layers and options.layers):
        trees, layer_of = [(options.tree, seconds)], {}
    else:
        trees = [(os.path.join(options.layers, str(number), PREFIX[1:]), max(layer["time"], EARLIEST))
                 for number, layer in enumerate(layers)]
        layer_of = {normalized(name): number for number, layer in enumerate(layers) for name in layer["names"]}
    for wheel in wheels:
        wheel.tree, wheel.seconds = trees[layer_of.get(normalized(wheel.name), -1)]
    return trees


def byte_compile(wheels, owner):
    """Compiles all sources in a new process, since bytecode.py forks from one that has done nothing. Raises Problem."""
    groups = []
    for wheel in wheels:
        pairs = [[below(wheel.tree, place), place] for place in wheel.sources() if owner[place] is wheel]
        groups.extend(pairs[start:start + GROUP] for start in range(0, len(pairs), GROUP))
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bytecode.py")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment["PYTHONHASHSEED"] = "0"
    done = subprocess.run([sys.executable, "-S", program], input=json.dumps(groups).encode(), env=environment, check=False)
    if done.returncode:
        raise Problem("the bytecode compiler ended with exit code %d" % done.returncode)


def write_records(wheels):
    """Writes the RECORD of every wheel, with the bytecode that exists: some sources do not compile."""
    for wheel in wheels:
        bytecode = [cache_from_source(place) for place in wheel.sources()]
        path = below(wheel.tree, "%s/%s/RECORD" % (wheel.site, wheel.info))
        with open(path, "wb") as file:
            file.write(wheel.record([place for place in bytecode if os.path.exists(below(wheel.tree, place))]))
        os.chmod(path, 0o644)


def settle(tree, seconds):
    """Sets all times, and the modes of folders and bytecode. From the leaves up: a change in a folder changes its time."""
    for folder, _, files in os.walk(tree, topdown=False):
        for name in files:
            path = os.path.join(folder, name)
            if name.endswith(".pyc"):
                os.chmod(path, 0o644)
            os.utime(path, (seconds, seconds))
        os.chmod(folder, 0o755)
        os.utime(folder, (seconds, seconds))


def replaced(wheels, root="/"):
    """The paths in the base of other versions of what is installed, except those that are written over: copying a tree
    over the base removes nothing. `root` is the root of the base."""
    new = {normalized(wheel.name): wheel for wheel in wheels}
    site = schemes()["purelib"]
    folder = os.path.join(root, site.lstrip("/"))
    paths = set()
    for info in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        stem, ending = os.path.splitext(info)
        wheel = new.get(normalized(stem.rsplit("-", 1)[0])) if ending == ".dist-info" else None
        if wheel is None or info == wheel.info:
            continue
        print("note: %s %s replaces %s of the base" % (wheel.name, wheel.version, stem.rsplit("-", 1)[1]))
        with open(os.path.join(folder, info, "RECORD"), encoding="utf-8") as file:
            paths.update(os.path.normpath(os.path.join(site, row[0])) for row in csv.reader(file) if row)
        paths.add(os.path.join(site, info))
    written = {place for wheel in wheels for place in wheel.files}
    written.update(cache_from_source(place) for place in list(written) if place.endswith(".py"))
    return sorted(path for path in paths - written if path.startswith(PREFIX + "/"))


def install(options):
    """Installs everything. Gives a line for each problem."""
    with open(options.requirements, encoding="utf-8") as file:
        wanted = json.load(file)
    seconds = max(int(os.environ.get("SOURCE_DATE_EPOCH") or 0), EARLIEST)
    started = time.time()
    client = opener(options.cert, options.netrc, [options.index_url] + [wheel["url"] for wheel in wanted["wheels"]])
    compiled, compiled_problems = compiled_wheels(options.compiled, wanted.get("compile", []))
    native, native_problems = compiled_wheels(options.native, wanted.get("native", []))
    kept, kept_problems = kept_wheels(options.kept, wanted.get("kept", []))

    def opened(requirement, path):
        return Wheel(path, requirement["name"], requirement["version"])

    with tempfile.TemporaryDirectory() as temporary:
        folder = options.downloads or temporary
        os.makedirs(folder, exist_ok=True)
        wheels, problems = fetch_all(client, wanted["wheels"], folder, opened)
        problems += compiled_problems + native_problems + kept_problems
        for requirement, path in compiled + native + kept:
            try:
                wheels.append(opened(requirement, path))
            except Problem as problem:
                problems.append("%s %s: %s" % (requirement["name"], requirement["version"], problem))
        if problems:
            return problems
        wheels.sort(key=lambda wheel: normalized(wheel.name))
        fetched = time.time()
        for wheel in wheels:
            if normalized(wheel.name) in map(normalized, wanted.get("requested", [])):
                wheel.requested()
        owner = owners(wheels)
        trees = place_wheels(wheels, wanted.get("layers"), options, seconds)
        for tree in [options.tree] + [tree for tree, _ in trees]:
            os.makedirs(tree, exist_ok=True)
        unpack_all(wheels, owner)
        unpacked = time.time()
    try:
        byte_compile(wheels, owner)
    except Problem as problem:
        return [str(problem)]
    write_records(wheels)
    for tree, time_of_tree in trees:
        # RECORD keeps the paths of the packages, as with pip.
        follow(tree, wanted.get("links", {}))
        settle(tree, time_of_tree)
        if tree != options.tree:
            # The layer begins at /usr.
            os.utime(os.path.dirname(tree), (time_of_tree, time_of_tree))
    if options.removed:
        with open(options.removed, "w", encoding="utf-8") as file:
            file.writelines(path + "\0" for path in replaced(wheels))
    print("installed %d: download %.1f s, unpack %.1f s, bytecode %.1f s"
          % (len(wheels), fetched - started, unpacked - fetched, time.time() - unpacked))
    return []


def unpack_all(wheels, owner):
    """Unpacks in as many threads as there are processors: decompressing releases the interpreter's lock."""
    def unpack(wheel):
        wheel.unpack(wheel.tree, lambda place: owner[place] is wheel, wheel.seconds)

    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        for done in [pool.submit(unpack, wheel) for wheel in wheels]:
            done.result()


def main(arguments):
    parser = argparse.ArgumentParser(description="Installs locked wheels into a tree that is laid over /usr/local.")
    parser.add_argument("--requirements", required=True)
    parser.add_argument("--tree", required=True)
    for name in ("--compiled", "--native", "--kept", "--downloads", "--removed", "--layers"):
        parser.add_argument(name)
    add_arguments(parser)
    try:
        problems = install(parser.parse_args(arguments))
    except (OSError, zipfile.BadZipFile) as error:
        # A full disk or an unreadable file is no mistake of this program: its traceback would tell the user nothing.
        problems = [str(error)]
    for problem in problems:
        print("install: " + problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
