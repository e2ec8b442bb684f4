"""Reads what a base image offers, without running anything of it.

    python3 facts.py ROOT

ROOT is the root of the image's file system, of whatever platform. One JSON object is printed:

    {"python": "3.13.9", "libc": {"kind": "glibc", "version": "2.41"},
     "distribution": {"id": "debian", "version": "13", "codename": "trixie"},
     "installed": {"pip": "25.3"},
     "links": {"man": "share/man"}}

`links` are the links to folders below /usr/local, by path there: whatever is laid over that folder must follow them.
What is missing is said in one line on the standard error, and the exit code is 1.
It runs on the Python of the base, whatever that is: 3.6 or newer, standard library only.
"""
import json
import os
import re
import sys

PREFIX = "/usr/local"


class Unknown(Exception):
    """Something that a base must have was not found."""


def inside(root, path):
    """The real path of `path` as a process with this root would see it: absolute links stay in the root."""
    found = []
    parts = [part for part in reversed(path.split("/")) if part]
    links = 0
    while parts:
        part = parts.pop()
        if part == ".":
            continue
        if part == "..":
            del found[-1:]
            continue
        here = os.path.join(root, *(found + [part]))
        if not os.path.islink(here):
            found.append(part)
            continue
        links += 1
        if links > 40:
            raise Unknown("%s: too many links" % path)
        target = os.readlink(here)
        if target.startswith("/"):
            found = []
        parts.extend(step for step in reversed(target.split("/")) if step)
    return os.path.join(root, *found)


def names(root, folder):
    """Sorted names in a folder of the image; none where there is no such folder."""
    try:
        return sorted(os.listdir(inside(root, folder)))
    except OSError:
        return []


def content(root, path):
    """The bytes of a file of the image, or None."""
    try:
        with open(inside(root, path), "rb") as file:
            return file.read()
    except OSError:
        return None


def series(root):
    """`3.13`: the Python that `/usr/local/bin/python3` leads to."""
    real = os.path.basename(inside(root, "/usr/local/bin/python3"))
    match = re.match(r"python(3\.\d+)$", real)
    if match:
        return match.group(1)
    found = [name[6:] for name in names(root, "/usr/local/lib") if re.match(r"python3\.\d+$", name)]
    if not found:
        raise Unknown("no Python under /usr/local: is this a variant of the official image?")
    return max(found, key=lambda version: int(version.split(".")[1]))


def python(root, minor):
    """`3.13.9`, from the headers; where a base has none, from the constant in the program or its library."""
    header = content(root, "/usr/local/include/python%s/patchlevel.h" % minor)
    if header is not None:
        match = re.search(br'#define\s+PY_VERSION\s+"([^"+]+)', header)
        if match:
            return match.group(1).decode()
    constant = re.compile(br"\0(" + re.escape(minor).encode() + br"\.\d+(?:(?:a|b|rc)\d+)?)\+?\0")
    for path in ("lib/libpython%s.so.1.0", "lib/libpython%sm.so.1.0", "bin/python%s"):
        match = constant.search(content(root, "/usr/local/" + path % minor) or b"")
        if match:
            return match.group(1).decode()
    raise Unknown("the version of Python %s was not found in its headers or its program" % minor)


def libc(root):
    """Kind and version of the C library. glibc first: a glibc system may hold musl's loader too, rarely the reverse."""
    folders = [folder for top in ("/lib", "/lib64", "/usr/lib", "/usr/lib64")
               for folder in [top] + [top + "/" + name for name in names(root, top) if name.endswith(("-gnu", "-gnueabihf", "-gnueabi"))]]
    for folder in folders:
        data = content(root, folder + "/libc.so.6")
        match = re.search(br"GNU C Library [^\n\0]*release version (\d+\.\d+)", data or b"")
        if match:
            return {"kind": "glibc", "version": match.group(1).decode()}
    for name in names(root, "/lib"):
        if re.match(r"ld-musl-.*\.so\.1$|libc\.musl-.*\.so\.1$", name):
            match = re.search(br"\0(1\.\d+\.\d+)[^\0]{0,40}\0", content(root, "/lib/" + name) or b"")
            if match:
                return {"kind": "musl", "version": match.group(1).decode()}
    raise Unknown("no C library was found: neither glibc's libc.so.6 nor musl's loader")


def distribution(root):
    """`ID`, `VERSION_ID` and `VERSION_CODENAME` of os-release; empty where it does not say."""
    data = content(root, "/etc/os-release") or content(root, "/usr/lib/os-release") or b""
    said = {}
    for line in data.decode("utf-8", "replace").splitlines():
        key, equals, value = line.strip().partition("=")
        if equals:
            said[key] = value.strip("\"'")
    return {"id": said.get("ID", ""), "version": said.get("VERSION_ID", ""), "codename": said.get("VERSION_CODENAME", "")}


def header(data, name):
    """The first header of that name in a METADATA or PKG-INFO."""
    match = re.search(r"^%s:[ \t]*(\S+)" % name, data.decode("utf-8", "replace").split("\n\n", 1)[0], re.MULTILINE)
    return match.group(1) if match else None


def installed(root, minor):
    """Normalized name (PEP 503) to version of every distribution in site-packages."""
    found = {}
    site = "/usr/local/lib/python%s/site-packages" % minor
    for name in names(root, site):
        if name.endswith(".dist-info"):
            places = [name + "/METADATA"]
        elif name.endswith(".egg-info"):
            places = [name + "/PKG-INFO", name]
        else:
            continue
        for place in places:
            data = content(root, site + "/" + place)
            if data is not None:
                key, version = header(data, "Name"), header(data, "Version")
                if key and version:
                    found[re.sub(r"[-_.]+", "-", key).lower()] = version
                break
    return found


def links(root):
    """Where links to folders below /usr/local lead: path to real path, both relative to /usr/local. Those that lead out
    of it are left out: what is laid over /usr/local cannot follow them."""
    found = {}
    for folder, folders, files in os.walk(inside(root, PREFIX)):
        for name in folders + files:
            path = os.path.join(folder, name)
            if not os.path.islink(path):
                continue
            try:
                real = inside(root, path[len(root.rstrip("/")):])
            except Unknown:
                continue
            target = os.path.relpath(real, inside(root, PREFIX))
            if os.path.isdir(real) and target != "." and not target.startswith(".."):
                found[os.path.relpath(path, inside(root, PREFIX))] = target
    return found


def facts(root):
    """Everything that is known about the base with this root."""
    minor = series(root)
    return {
        "python": python(root, minor),
        "libc": libc(root),
        "distribution": distribution(root),
        "installed": installed(root, minor),
        "links": links(root),
    }


def main(arguments):
    if len(arguments) != 1:
        print("usage: facts.py ROOT", file=sys.stderr)
        return 2
    try:
        print(json.dumps(facts(os.path.abspath(arguments[0])), sort_keys=True))
    except Unknown as problem:
        print("facts: %s" % problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
