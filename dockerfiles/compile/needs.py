"""Lists what compiled wheels need of a system, so that they can be kept for later builds.

    python3 needs.py WHEELS OUT

OUT gets the wheels and the JSON files of WHEELS, and wheels.json: [{"filename", "sha256", "size", "glibc", "free"}].
`glibc` is the oldest that the wheel runs with ("2.31"), null where it needs none; `free` is whether it needs nothing
but a libc of its kind, so that it runs on other distributions too. A wheel with a damaged file is not listed: it is used
in this build, and not kept.

It runs on the publish base's own Python, 3.6 or newer, because its stage is that base: another Python would be another
image to pull. It uses the standard library alone: the base has nothing else that is sure to be there.
"""
import hashlib
import json
import os
import re
import shutil
import sys

from audit import MUSL, needs, oldest_policy
from fetch import Problem

# The end of a platform tag: x86_64 of linux_x86_64, manylinux2014_x86_64 and manylinux_2_17_x86_64.
MACHINE = re.compile(r"linux(?:_?\d+)*_([a-z]\w*)\.whl$")


def describe(path):
    with open(path, "rb") as file:
        data = file.read()
    needed, versions = needs(path)
    machine = MACHINE.search(path)
    policy = None
    if machine and any(name.startswith("GLIBC_") for name in versions):
        policy = oldest_policy(needed, versions, machine.group(1))
    musl = all(MUSL.match(name) for name in needed)
    return {"filename": os.path.basename(path), "sha256": hashlib.sha256(data).hexdigest(), "size": len(data),
            "glibc": "%d.%d" % policy if policy else None, "free": policy is not None or musl}


def main(wheels, out):
    os.makedirs(out, exist_ok=True)
    names = sorted(os.listdir(wheels)) if os.path.isdir(wheels) else []
    for name in names:
        if name.endswith((".whl", ".json")):
            shutil.copy(os.path.join(wheels, name), os.path.join(out, name))
    listed = []
    for name in names:
        if name.endswith(".whl"):
            try:
                listed.append(describe(os.path.join(wheels, name)))
            except Problem as problem:
                print("note: %s is not kept: %s" % (name, problem))
    with open(os.path.join(out, "wheels.json"), "w", encoding="utf-8") as file:
        json.dump(listed, file, indent=2)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
