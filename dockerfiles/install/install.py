"""Installs locked wheels into a tree that is laid over /usr/local of an image, of whatever platform.

    python3 install.py --requirements requirements.json --tree DIR [--compiled DIR] [--native DIR] [--kept DIR]
                       [--downloads DIR] [--cert FILE] [--netrc FILE] [--index-url URL] [--removed FILE] [--bytecode DIR]

It runs in the publish base on the build machine's own platform. Nothing is executed of what is installed. The
result is what `pip install` makes in that base (pip list, check, show and uninstall work), but for the times:
every file has the time SOURCE_DATE_EPOCH, so that the same lock gives the same layer.

requirements.json: {"wheels": [{"name", "version", "filename", "url", "sha256"}], "compile": [the same, of an sdist],
                    "native": [the same], "kept": [{"name", "version", "filename", "sha256"}], "requested": [names that
                    were asked for, not needed by another package], "links": {links of the base, as facts.py has them}};
                    all but "wheels" may be absent
--compiled   wheels made of the `compile` part, matched by name and version
--native     wheels made of the `native` part, on the build machine's own platform
--kept       wheels of the `kept` part, compiled in an earlier build: SHA256/FILENAME
--downloads  keep downloaded files there (a cache mount), else they are gone afterwards
--cert       a PEM file that is trusted besides the system's; the build secret ca_bundle by itself
--netrc      credentials for private indexes, each used for its host alone; the build secret netrc by itself
--index-url  used for the credentials that stand in it
--removed    write the paths of the image that another version left, each ended by a NUL: `xargs -0 rm -rf` there

Problems are printed as one line each; then the exit code is 1.

It runs on the Python of the base, whatever that is: 3.6 or newer, standard library only.
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

# Zip files, and tools that make them, know no earlier time: 1980-01-01.
EARLIEST = 315532800
# Files that one child compiles: small enough to share out a large package, fixed so that the bytes are too.
GROUP = 100


def made_wheels(folder, wanted):
    """Pairs of requirement and path of its wheel in `folder`, and lines for those that have none."""
    found, problems = [], []
    for requirement in wanted:
        path = wheel_in(folder, requirement)
        if path:
            found.append((requirement, path))
        else:
            where = "is not in " + folder if folder else "was not asked for"
            problems.append("%s %s: it has no wheel, and one that was made here %s" % (requirement["name"], requirement["version"], where))
    return found, problems


def kept_wheels(folder, wanted):
    """Pairs of requirement and path for what an earlier build compiled, and lines for what is not as it was."""
    found, problems = [], []
    for requirement in wanted:
        path = os.path.join(folder or "", requirement["sha256"], requirement["filename"])
        if folder and os.path.exists(path) and sha256_of(path) == requirement["sha256"]:
            found.append((requirement, path))
        else:
            problems.append("%s %s: the wheel that was kept is not %s" % (requirement["name"], requirement["version"], path))
    return found, problems


def sha256_of(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def owners(wheels):
    """Which wheel's file stays where several have one at the same place: the last, as with pip. Says so."""
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


def byte_compile(wheels, owner, tree):
    """Compiles everything in a fresh process. Raises Problem when that process fails."""
    groups = []
    for wheel in wheels:
        pairs = [[below(tree, place), place] for place in wheel.sources() if owner[place] is wheel]
        groups.extend(pairs[start:start + GROUP] for start in range(0, len(pairs), GROUP))
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bytecode.py")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment["PYTHONHASHSEED"] = "0"
    done = subprocess.run([sys.executable, "-S", program], input=json.dumps(groups).encode(), env=environment, check=False)
    if done.returncode:
        raise Problem("the bytecode compiler ended with exit code %d" % done.returncode)


def write_records(wheels, tree):
    """RECORD of every wheel, with the bytecode that is really there."""
    for wheel in wheels:
        bytecode = [cache_from_source(place) for place in wheel.sources()]
        path = below(tree, "%s/%s/RECORD" % (wheel.site, wheel.info))
        with open(path, "wb") as file:
            file.write(wheel.record([place for place in bytecode if os.path.exists(below(tree, place))]))
        os.chmod(path, 0o644)


def settle(tree, seconds):
    """Times of everything and modes of folders and bytecode, from the leaves to the root."""
    for folder, _, files in os.walk(tree, topdown=False):
        for name in files:
            path = os.path.join(folder, name)
            if name.endswith(".pyc"):
                os.chmod(path, 0o644)
            os.utime(path, (seconds, seconds))
        os.chmod(folder, 0o755)
        os.utime(folder, (seconds, seconds))


def replaced(wheels, root="/"):
    """Paths of other versions that the base brings of what is installed, without those that are written over.
    Laying a tree over the base cannot remove them. `root` is where the base's file system is."""
    new = {normalized(wheel.name): wheel for wheel in wheels}
    site = schemes()["purelib"]
    here = os.path.join(root, site.lstrip("/"))
    paths = set()
    for info in sorted(os.listdir(here)) if os.path.isdir(here) else []:
        stem, ending = os.path.splitext(info)
        wheel = new.get(normalized(stem.rsplit("-", 1)[0])) if ending == ".dist-info" else None
        if wheel is None or info == wheel.info:
            continue
        print("note: %s %s replaces %s of the base" % (wheel.name, wheel.version, stem.rsplit("-", 1)[1]))
        with open(os.path.join(here, info, "RECORD"), encoding="utf-8") as file:
            paths.update(os.path.normpath(os.path.join(site, row[0])) for row in csv.reader(file) if row)
        paths.add(os.path.join(site, info))
    written = {place for wheel in wheels for place in wheel.files}
    written.update(cache_from_source(place) for place in list(written) if place.endswith(".py"))
    return sorted(path for path in paths - written if path.startswith(PREFIX + "/"))


def install(options):
    """Installs everything; gives the lines of what went wrong."""
    with open(options.requirements, encoding="utf-8") as file:
        wanted = json.load(file)
    seconds = max(int(os.environ.get("SOURCE_DATE_EPOCH") or 0), EARLIEST)
    started = time.time()
    client = opener(options.cert, options.netrc, [options.index_url] + [wheel["url"] for wheel in wanted["wheels"]])
    compiled, missing = made_wheels(options.compiled, wanted.get("compile", []))
    native, absent = made_wheels(options.native, wanted.get("native", []))
    kept, gone = kept_wheels(options.kept, wanted.get("kept", []))

    def opened(requirement, path):
        return Wheel(path, requirement["name"], requirement["version"])

    with tempfile.TemporaryDirectory() as temporary:
        folder = options.downloads or temporary
        os.makedirs(folder, exist_ok=True)
        wheels, problems = fetch_all(client, wanted["wheels"], folder, opened)
        problems += missing + absent + gone
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
        os.makedirs(options.tree, exist_ok=True)
        unpack_all(wheels, owner, options.tree, seconds)
        unpacked = time.time()
    try:
        byte_compile(wheels, owner, options.tree)
    except Problem as problem:
        return [str(problem)]
    write_records(wheels, options.tree)
    # After RECORD, which has the paths as the packages wrote them: so it is with pip.
    follow(options.tree, wanted.get("links", {}))
    settle(options.tree, seconds)
    if options.removed:
        with open(options.removed, "w", encoding="utf-8") as file:
            file.writelines(path + "\0" for path in replaced(wheels))
    print("installed %d: download %.1f s, unpack %.1f s, bytecode %.1f s"
          % (len(wheels), fetched - started, unpacked - fetched, time.time() - unpacked))
    return []


def unpack_all(wheels, owner, tree, seconds):
    """Unpacks in as many threads as there are processors: decompressing and writing run beside each other."""
    def unpack(wheel):
        wheel.unpack(tree, lambda place: owner[place] is wheel, seconds)

    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        for done in [pool.submit(unpack, wheel) for wheel in wheels]:
            done.result()


def main(arguments):
    parser = argparse.ArgumentParser(description="Installs locked wheels into a tree that is laid over /usr/local.")
    parser.add_argument("--requirements", required=True)
    parser.add_argument("--tree", required=True)
    for name in ("--compiled", "--native", "--kept", "--downloads", "--removed"):
        parser.add_argument(name)
    add_arguments(parser)
    try:
        problems = install(parser.parse_args(arguments))
    except (OSError, zipfile.BadZipFile) as error:
        # A full disk, a file that cannot be read: nobody needs to see where in this program
        problems = [str(error)]
    for problem in problems:
        print("install: " + problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
