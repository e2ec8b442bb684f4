"""Takes the files of an image that patterns of paths name, without running anything of it.

    python3 exports.py ROOT PATTERNS OUT

ROOT is the root of the image's file system, of whatever platform. PATTERNS is a file with a JSON list of absolute paths: in
each part of one `*`, `?` and `[…]` stand for characters, and the part `**` for any number of folders. A name that begins
with a dot is found only where the pattern has the dot.

OUT/files/PATH is a copy of each file that was found, which everybody may read.
OUT/exports.json: {"files": [{"path": "/opt/locks/app.lock", "size": 12, "sha256": "…"}], "faults": ["…"]}
Where there is a fault, no file is copied.

Links are followed as a container would follow them, and so never out of the image. It runs on the build machine, on the
Python of the image that the checks bring along, 3.9 or newer, with the standard library alone.
"""
import fnmatch
import hashlib
import json
import os
import stat
import sys

from facts import Unknown, inside

# What GitHub takes as files of one release, each up to two GiB; the sum is what a runner can be asked to hold.
MOST_FILES = 1000
MOST_BYTES = 2 * 1024 ** 3


def matches(root, pattern):
    """Paths in the image that a pattern names, sorted. Links to folders are not entered by `**`: they may be circles."""
    found = {""}
    for part in [one for one in pattern.split("/") if one not in ("", ".")]:
        if part == "**":
            found |= {below for path in found for below in folders_below(root, path)}
        elif has_signs(part):
            found = {path + "/" + name for path in found for name in names_of(root, path) if fits(name, part)}
        else:
            found = {path + "/" + part for path in found if part in names_of(root, path)}
    return sorted(found - {""})


def has_signs(text):
    return any(sign in text for sign in "*?[")


def fits(name, part):
    return fnmatch.fnmatchcase(name, part) and (part.startswith(".") or not name.startswith("."))


def names_of(root, path):
    try:
        return os.listdir(inside(root, path))
    except (OSError, Unknown):
        return []


def folders_below(root, path):
    for name in names_of(root, path):
        step = os.path.join(inside(root, path), name)
        if not name.startswith(".") and os.path.isdir(step) and not os.path.islink(step):
            yield path + "/" + name
            yield from folders_below(root, path + "/" + name)


def fault_of(root, path):
    """Why a path cannot be taken out; None where it can."""
    if not path.isprintable():
        return "%r has a name that not every system can write" % path
    try:
        real = inside(root, path)
        mode = os.stat(real, follow_symlinks=False).st_mode
    except (OSError, Unknown):
        return "%s is a link that leads to nothing in the image" % path
    if stat.S_ISDIR(mode):
        return "%s is a folder: name files, as %s/* does" % (path, path)
    if not stat.S_ISREG(mode):
        return "%s is no regular file" % path
    return None


def take(root, patterns):
    """Gives ({path in the image: real path}, faults)."""
    paths, faults = [], []
    for pattern in patterns:
        found = matches(root, pattern)
        # Of what a pattern finds besides files, folders are no fault: /opt/** names them too.
        files = [path for path in found if not has_signs(pattern) or not is_folder(root, path)]
        if not files:
            faults.append("nothing in the image is %s" % pattern)
        paths.extend(path for path in files if path not in paths)
    faults.extend(fault for fault in (fault_of(root, path) for path in paths) if fault)
    if faults:
        return {}, faults
    real = {path: inside(root, path) for path in sorted(paths)}
    size = sum(os.path.getsize(place) for place in real.values())
    if len(real) > MOST_FILES:
        return {}, ["%d files are too many: at most %d are taken out" % (len(real), MOST_FILES)]
    if size > MOST_BYTES:
        return {}, ["the files have %d bytes together: at most %d are taken out" % (size, MOST_BYTES)]
    return real, []


def is_folder(root, path):
    try:
        return os.path.isdir(inside(root, path))
    except Unknown:
        return False


def copy(source, target):
    """Gives the size and the hash of what was copied."""
    os.makedirs(os.path.dirname(target), exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with open(source, "rb") as file, open(target, "xb") as to:
        for chunk in iter(lambda: file.read(1 << 20), b""):
            digest.update(chunk)
            size += len(chunk)
            to.write(chunk)
    # Who takes it out need not be who may read it in the image.
    os.chmod(target, 0o644)
    return size, digest.hexdigest()


def main(arguments):
    if len(arguments) != 3:
        print("usage: exports.py ROOT PATTERNS OUT", file=sys.stderr)
        return 2
    root, patterns, out = arguments
    root = os.path.abspath(root)
    with open(patterns, encoding="utf-8") as file:
        real, faults = take(root, json.load(file))
    files = []
    for path, place in real.items():
        size, sha256 = copy(place, os.path.join(out, "files", path.lstrip("/")))
        files.append({"path": path, "size": size, "sha256": sha256})
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, "exports.json"), "w", encoding="utf-8") as file:
        json.dump({"files": files, "faults": faults}, file)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
