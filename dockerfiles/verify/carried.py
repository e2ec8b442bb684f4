"""Finds what an image has that one which only runs can do without: compilers, and what package managers keep.

It is a module of survey.py and interpreter.py, and runs where they do: on Python 3.6 or newer, with the standard library alone.
"""
import os

from facts import Unknown, inside

# Compilers; of those in one row, the first that is there stands for all.
COMPILERS = (("gcc", "clang", "cc"), ("g++", "clang++", "c++"), ("gfortran",), ("rustc",), ("go",))
# Folders of package managers that no container needs; and those in the home of an account.
CACHES = ("/var/lib/apt/lists", "/var/cache/apt", "/var/cache/apk", "/etc/apk/cache", "/var/cache/dnf", "/var/cache/yum",
          "/var/cache/zypp", "/var/cache/pacman")
OWN_CACHES = (".cache/pip", ".cache/uv", ".cache/pypoetry", ".cache/pipenv", ".cache/pdm", ".npm/_cacache", ".cache/yarn",
              ".cargo/registry", ".cache/go-build")
# Less than so many bytes are not worth a word.
LEAST = 1000000
# Files of a folder that are counted: it may hold millions.
MOST = 20000


def carried(image, starts):
    """{"starts": it starts something, "compilers": ["gcc"], "caches": [{"path": "/root/.cache/pip", "bytes": 5000000}]}.
    `starts` is as in checks.json."""
    compilers = [next(name for name in row if image.find(name)) for row in COMPILERS if any(image.find(name) for name in row)]
    homes = ["/root"] + ["/home/" + name for name in names_of(image, "/home")]
    # A link to another one is that one.
    real = {}
    for path in list(CACHES) + [home + "/" + name for home in homes for name in OWN_CACHES]:
        real.setdefault(real_path(image, path), path)
    sizes = [(path, size_of(folder)) for folder, path in real.items()]
    caches = [{"path": path, "bytes": size} for path, size in sizes if size >= LEAST]
    return {"starts": bool(starts.get("entrypoint") or starts.get("cmd")), "compilers": compilers, "caches": caches}


def names_of(image, folder):
    try:
        return sorted(os.listdir(inside(image.root, folder)))
    except (OSError, Unknown):
        return []


def real_path(image, path):
    try:
        return inside(image.root, path)
    except Unknown:
        return path


def size_of(folder):
    """Bytes of the regular files below a folder, of the first MOST."""
    size = count = 0
    for at, _, names in os.walk(folder):
        for name in names:
            count += 1
            path = os.path.join(at, name)
            if count <= MOST and not os.path.islink(path):
                size += os.path.getsize(path)
    return size
