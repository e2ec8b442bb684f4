"""Reads the Python, libc, distribution and installed packages of a base image, without running anything of it.

    python3 facts.py ROOT

ROOT is the root of the image's file system, of whatever platform. One JSON object is printed:

    {"python": "3.13.9", "libc": {"kind": "glibc", "version": "2.41"},
     "distribution": {"id": "debian", "version": "13", "codename": "trixie"},
     "installed": {"pip": "25.3"},
     "system": {"glibc": "2.41-12+deb13u1"},
     "links": {"man": "share/man"}}

`system` has the packages of the distribution by the name of their source package, which is what advisories name: several
versions of one have a space between them. It is left out where there is no database of dpkg or apk.
`links` are the links to folders below /usr/local, by path there: files that are copied over that folder must follow them.
When something is missing, one line on the standard error says so, and the exit code is 1.

It runs on a base's own Python, 3.6 or newer, because its stage is that base: another Python would be another image to
pull. It uses the standard library alone: the base has nothing else that is sure to be there.
"""
import json
import os
import re
import sys

PREFIX = "/usr/local"


class Unknown(Exception):
    """A base lacks something that every base has."""


def inside(root, path):
    """The real path of `path` for a process with this root: absolute links, which os.path.realpath would follow out of it,
    stay in the root."""
    resolved = []
    parts = [part for part in reversed(path.split("/")) if part]
    links = 0
    while parts:
        part = parts.pop()
        if part == ".":
            continue
        if part == "..":
            del resolved[-1:]
            continue
        step = os.path.join(root, *(resolved + [part]))
        if not os.path.islink(step):
            resolved.append(part)
            continue
        links += 1
        if links > 40:
            raise Unknown("%s: too many links" % path)
        target = os.readlink(step)
        if target.startswith("/"):
            resolved = []
        parts.extend(name for name in reversed(target.split("/")) if name)
    return os.path.join(root, *resolved)


def names(root, folder):
    """Sorted names in a folder of the image; none where there is no such folder."""
    try:
        return sorted(os.listdir(inside(root, folder)))
    except OSError:
        return []


def content(root, path):
    """The bytes of a file of the image; None without such a file."""
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
    versions = [name[6:] for name in names(root, "/usr/local/lib") if re.match(r"python3\.\d+$", name)]
    if not versions:
        raise Unknown("no Python under /usr/local: is this a variant of the official image?")
    return max(versions, key=lambda version: int(version.split(".")[1]))


def python(root, minor):
    """`3.13.9`, from the headers, or else from the constant in the library or the program."""
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
    """Kind and version of the C library. glibc first: some glibc systems have musl's loader too, rarely the reverse."""
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
    """`ID`, `VERSION_ID` and `VERSION_CODENAME` of os-release; empty if they are not in it."""
    data = content(root, "/etc/os-release") or content(root, "/usr/lib/os-release") or b""
    fields = {}
    for line in data.decode("utf-8", "replace").splitlines():
        key, equals, value = line.strip().partition("=")
        if equals:
            fields[key] = value.strip("\"'")
    return {"id": fields.get("ID", ""), "version": fields.get("VERSION_ID", ""), "codename": fields.get("VERSION_CODENAME", "")}


def header(data, name):
    """The first header of that name in a METADATA or PKG-INFO."""
    match = re.search(r"^%s:[ \t]*(\S+)" % name, data.decode("utf-8", "replace").split("\n\n", 1)[0], re.MULTILINE)
    return match.group(1) if match else None


def installed(root, minor):
    """Normalized name (PEP 503) to version of every distribution in site-packages. Not by importlib.metadata, which
    Python has since 3.8 and which follows absolute links out of the image."""
    versions = {}
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
                    versions[re.sub(r"[-_.]+", "-", key).lower()] = version
                break
    return versions


def dpkg(text):
    """(source package, its version) of each installed package in the status file of dpkg (deb-control(5))."""
    for paragraph in text.split("\n\n"):
        fields = dict(re.findall(r"^(Package|Status|Version|Source):[ \t]*(.*?)[ \t]*$", paragraph, re.MULTILINE))
        if not fields.get("Status", "").endswith(" installed") or "Version" not in fields:
            continue
        # `Source: glibc (2.41-12)`, where it is called or numbered otherwise than the package.
        source = re.match(r"(\S+)(?: \(([^)\s]+)\))?$", fields.get("Source", ""))
        yield (source.group(1) if source else fields["Package"],
               (source and source.group(2)) or fields["Version"])


def apk(text):
    """The same of the database of apk, in which a package names its origin (`o:`)."""
    for paragraph in text.split("\n\n"):
        fields = dict(re.findall(r"^([PVo]):(.*)$", paragraph, re.MULTILINE))
        if "P" in fields and "V" in fields:
            yield fields.get("o") or fields["P"], fields["V"]


DATABASES = (("/var/lib/dpkg/status", dpkg), ("/lib/apk/db/installed", apk), ("/usr/lib/apk/db/installed", apk))


def system(root):
    """Source package to its versions; None without a database."""
    for path, read in DATABASES:
        data = content(root, path)
        if data is None:
            continue
        versions = {}
        for name, version in read(data.decode("utf-8", "replace")):
            versions.setdefault(name, set()).add(version)
        return {name: " ".join(sorted(of)) for name, of in versions.items()}
    return None


def links(root):
    """The links to folders below /usr/local: path to real path, both relative to /usr/local. Links that lead out of it
    are left out, because a tree for /usr/local cannot have files there."""
    targets = {}
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
                targets[os.path.relpath(path, inside(root, PREFIX))] = target
    return targets


def facts(root):
    minor = series(root)
    found = {
        "python": python(root, minor),
        "libc": libc(root),
        "distribution": distribution(root),
        "installed": installed(root, minor),
        "links": links(root),
    }
    packages = system(root)
    if packages is not None:
        found["system"] = packages
    return found


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
