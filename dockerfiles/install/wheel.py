"""Unpacks one wheel as pip does: places, modes and RECORD.

Rules: the binary distribution format (PEP 427, PEP 491) and the recording of installed projects (PEP 376, PEP 627).
Compatibility tags are not looked at, so that wheels for another platform can be unpacked.

It runs on the publish base's own Python, 3.6 or newer, because the paths of a wheel's files depend on the Python that it
is installed for. `installer` 1.1 does not replace it: it wants Python 3.10, and fixes neither the times of files nor the
bytes of bytecode.
"""
import base64
import csv
import hashlib
import io
import os
import re
import stat
import sys
import sysconfig
import zipfile

from fetch import Problem

PREFIX = "/usr/local"


def normalized(name):
    """PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def same_version(one, other):
    """Whether two texts are one version: `1.0` and `1.0.0` are."""
    if one == other:
        return True
    try:
        from pip._vendor.packaging.version import Version
        return Version(one) == Version(other)
    except (ImportError, ValueError):
        return False


def wheel_in(folder, requirement):
    """The path in a folder of the wheel with a requirement's name and version, or None."""
    for filename in sorted(os.listdir(folder)) if folder and os.path.isdir(folder) else []:
        parts = filename[:-4].split("-")
        if filename.endswith(".whl") and len(parts) in (5, 6) and normalized(parts[0]) == normalized(requirement["name"]):
            if same_version(parts[1].replace("_", "+"), requirement["version"]):
                return os.path.join(folder, filename)
    return None


def schemes():
    """The absolute paths in the image of the parts of a wheel."""
    base = {"base": PREFIX, "platbase": PREFIX, "installed_base": PREFIX, "installed_platbase": PREFIX, "platlibdir": "lib"}
    paths = sysconfig.get_paths("posix_prefix", base)
    return {"purelib": paths["purelib"], "platlib": paths["platlib"], "scripts": paths["scripts"],
            "data": paths["data"], "headers": paths["include"]}


def interpreter():
    """The interpreter in the first line of scripts, as pip writes it in the official images."""
    return "%s/bin/python%d.%d" % ((PREFIX,) + sys.version_info[:2])


def headers(text):
    """The headers of METADATA and WHEEL. Of several with one name the first counts."""
    values = {}
    for line in text.replace("\r\n", "\n").split("\n\n", 1)[0].split("\n"):
        name, colon, value = line.partition(":")
        if colon and not line[:1].isspace():
            values.setdefault(name.strip().lower(), value.strip())
    return values


def entry_points(text):
    """Sorted (script name, module, attribute) of the console_scripts and gui_scripts in an entry_points.txt."""
    targets, section = {}, ""
    for line in text.splitlines():
        line = line.strip()
        if not line or line[0] in "#;":
            continue
        if line.startswith("["):
            section = line.strip("[] ")
        elif section in ("console_scripts", "gui_scripts"):
            name, equals, target = line.partition("=")
            match = re.match(r"\s*([\w.]+)\s*:\s*([\w.]+)\s*(\[.*\])?$", target)
            if not match or "/" in name or name.strip() in ("", ".", ".."):
                raise Problem("its entry point %r is not one: `name = module:function`" % line)
            targets[name.strip()] = match.group(1), match.group(2)
    return [(name,) + target for name, target in sorted(targets.items())]


def launcher(module, attribute):
    """The content of a console script."""
    lines = ["#!" + interpreter(), "import sys", "from %s import %s" % (module, attribute.split(".")[0]),
             "if __name__ == '__main__':", "    sys.exit(%s())" % attribute, ""]
    return "\n".join(lines).encode()


def digest(data):
    """A hash in the form of RECORD."""
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")


class Wheel:
    """An opened wheel: `files` maps absolute paths in the image to members of the archive, or to bytes that the
    installation adds. Raises Problem when it is not the wheel of `name` and `version`."""

    def __init__(self, path, name, version):
        self.name, self.version = name, version
        try:
            self.archive = zipfile.ZipFile(path)
        except zipfile.BadZipFile:
            raise Problem("%s is not a wheel: it is no zip file" % os.path.basename(path)) from None
        members = [item for item in self.archive.infolist() if not item.filename.endswith("/")]
        tops = sorted({item.filename.split("/")[0] for item in members if "/" in item.filename})
        infos = [top for top in tops if top.endswith(".dist-info")]
        if len(infos) != 1:
            raise Problem("a wheel has one .dist-info folder, this one has %d" % len(infos))
        self.info = infos[0]
        self.check()
        self.root = "purelib" if self.metadata("WHEEL").get("root-is-purelib", "").lower() == "true" else "platlib"
        self.places = dict(schemes(), headers=schemes()["headers"] + "/" + name)
        self.site = self.places[self.root]
        self.scripts = entry_points(self.read("entry_points.txt"))
        self.changed = set()
        self.files = {}
        self.moved = {}
        for item in members:
            place = self.place(item.filename)
            if place is not None:
                self.files[place] = item
                self.moved[item.filename] = place
        for script, module, attribute in self.scripts:
            self.add("%s/%s" % (self.places["scripts"], script), launcher(module, attribute))
        self.add("%s/%s/INSTALLER" % (self.site, self.info), b"pip\n")

    def requested(self):
        """Adds the file that marks a distribution as asked for by name (PEP 376)."""
        self.add("%s/%s/REQUESTED" % (self.site, self.info), b"")

    def add(self, place, data):
        self.files[place] = data
        self.changed.add(place)

    def read(self, name):
        """A text of the .dist-info folder; empty without such a file."""
        try:
            return self.archive.read(self.info + "/" + name).decode("utf-8", "replace")
        except KeyError:
            return ""

    def metadata(self, name):
        return headers(self.read(name))

    def check(self):
        """Raises Problem when the metadata names another release, or a format newer than 1.x."""
        metadata = self.metadata("METADATA")
        if normalized(metadata.get("name", "")) != normalized(self.name) or not same_version(metadata.get("version", ""), self.version):
            raise Problem("the wheel's metadata says it is %s %s" % (metadata.get("name") or "nameless", metadata.get("version") or "without version"))
        form = self.metadata("WHEEL").get("wheel-version", "")
        if not form.startswith("1."):
            raise Problem("wheel format %s is not known, only 1.x" % (form or "without a version"))

    def place(self, member):
        """The absolute path in the image of a member; None for one that is not installed."""
        scheme, rest = self.root, member
        top, _, below = member.partition("/")
        if top.endswith(".data"):
            scheme, _, rest = below.partition("/")
            if scheme not in self.places or not rest:
                raise Problem("%s is in no known place: purelib, platlib, scripts, headers, data" % member)
            # Old setuptools put scripts of entry points into wheels; pip writes its own in their place.
            if scheme == "scripts" and re.sub(r"(-script\.py|\.exe)$", "", rest) in [name for name, _, _ in self.scripts]:
                return None
        base = self.places[scheme]
        place = os.path.normpath(os.path.join(base, rest))
        if not place.startswith(base + "/"):
            raise Problem("%s would be written outside %s" % (member, base))
        return place

    def content(self, place):
        """The bytes and the mode of a file in the image."""
        item = self.files[place]
        if isinstance(item, bytes):
            return item, 0o755 if place.startswith(self.places["scripts"] + "/") else 0o644
        data = self.archive.read(item)
        mode = item.external_attr >> 16
        runs = stat.S_ISREG(mode) and mode & 0o111
        if item.filename.split("/")[0].endswith(".data") and place.startswith(self.places["scripts"] + "/"):
            first, newline, rest = data.partition(b"\n")
            if first.startswith(b"#!python"):
                data, runs = b"#!" + interpreter().encode() + b"\n" + rest, True
                self.changed.add(place)
        return data, 0o755 if runs else 0o644

    def unpack(self, tree, mine, seconds):
        """Writes the files for which `mine(place)` holds below `tree`, which stands for PREFIX, with this time."""
        self.digests = {}
        for place in sorted(self.files):
            data, mode = self.content(place)
            if place in self.changed:
                self.digests[place] = digest(data), str(len(data))
            if mine(place):
                path = below(tree, place)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as file:
                    file.write(data)
                os.chmod(path, mode)
                os.utime(path, (seconds, seconds))

    def sources(self):
        """The places of Python sources, sorted."""
        return [place for place in sorted(self.files) if place.endswith(".py")]

    def record(self, compiled):
        """The bytes of RECORD; `compiled` are the places of bytecode."""
        rows = {}
        for row in csv.reader(self.read("RECORD").splitlines()):
            if row:
                place = self.moved.get(row[0])
                rows[self.relative(place) if place else row[0]] = tuple((row + ["", ""])[1:3])
        for place in list(self.files) + list(compiled):
            rows.setdefault(self.relative(place), ("", ""))
        for place in self.changed:
            rows[self.relative(place)] = self.digests[place]
        text = io.StringIO(newline="")
        csv.writer(text).writerows(sorted((path,) + rest for path, rest in rows.items()))
        return text.getvalue().encode()

    def relative(self, place):
        return os.path.relpath(place, self.site)


def below(tree, place):
    """The path in the tree of a place in the image."""
    return os.path.join(tree, os.path.relpath(place, PREFIX))
