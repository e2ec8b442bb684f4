"""Reads the installed distributions from site-packages. Not by importlib.metadata: Python 3.6 and 3.7 lack it, and it
imports slowly.

It runs on the image's own Python, as verify.py says: 3.6 or newer, and of the standard library only what starts fast.
"""
import os
import sys

# Names of tests and build files that some distributions install at the top by mistake.
NOT_API = ("test", "tests", "doc", "docs", "example", "examples", "benchmark", "benchmarks", "setup", "conftest", "noxfile")


def normalized(name):
    """PEP 503, without regular expressions."""
    return "-".join(part for part in name.replace("_", "-").replace(".", "-").lower().split("-") if part)


class Distribution:
    """An installed distribution: `site` is its site-packages, `info` the name of its metadata folder there."""

    def __init__(self, site, info):
        self.site, self.info = site, info
        self.headers = {}
        for line in (self.read("METADATA") or self.read("PKG-INFO")).split("\n\n", 1)[0].splitlines():
            name, colon, value = line.partition(":")
            if colon and not line[:1].isspace():
                self.headers.setdefault(name.lower(), []).append(value.strip())
        self.name = normalized(self.first("name"))
        self.version = self.first("version")
        self.requires = self.headers.get("requires-dist", [])
        self.recorded = None

    def first(self, name):
        return self.headers.get(name, [""])[0]

    def read(self, name):
        try:
            with open(os.path.join(self.site, self.info, name), encoding="utf-8", errors="replace") as file:
                return file.read()
        except OSError:
            return ""

    def files(self):
        """Paths of RECORD relative to site-packages."""
        if self.recorded is None:
            lines = self.read("RECORD").splitlines()
            self.recorded = [line[1:].split('"')[0] if line.startswith('"') else line.rsplit(",", 2)[0] for line in lines if line]
        return self.recorded

    def scripts(self):
        """(name, module, attribute, extras) of console_scripts and gui_scripts."""
        scripts, section = [], ""
        for line in self.read("entry_points.txt").splitlines():
            line = line.strip()
            if line.startswith("["):
                section = line.strip("[] ")
            elif section in ("console_scripts", "gui_scripts") and "=" in line and line[0] not in "#;":
                name, _, target = line.partition("=")
                target, _, extras = target.partition("[")
                module, _, attribute = target.partition(":")
                wanted = [normalized(extra) for extra in extras.rstrip("] ").split(",") if extra.strip()]
                scripts.append((name.strip(), module.strip(), attribute.strip(), wanted))
        return scripts


def installed():
    """Normalized name to Distribution, of all folders on sys.path. Of several the first counts, as for imports."""
    distributions = {}
    for site in sys.path:
        try:
            infos = sorted(os.listdir(site))
        except OSError:
            continue
        for info in infos:
            if info.endswith((".dist-info", ".egg-info")):
                distribution = Distribution(site, info)
                distributions.setdefault(distribution.name, distribution)
    return distributions


def modules(distribution, most):
    """(the names to import, how many there are): top-level modules and packages, and the first packages below namespaces.

    Of more than `most`, those nearest to the top are taken, packages before single files: a folder of plugins without
    `__init__.py` can have thousands."""
    paths = [path for path in distribution.files() if not path.startswith(("..", "/")) and "__pycache__" not in path]
    paths = [path for path in paths if not path.split("/")[0].endswith((".dist-info", ".egg-info", ".data", ".libs"))]
    if not distribution.files():
        names = distribution.read("top_level.txt").split() or [distribution.name.replace("-", "_")]
        return names[:most], len(names)
    packages = {path.rsplit("/", 1)[0] for path in paths if "/" in path and path.rsplit("/", 1)[1].split(".")[0] == "__init__" and not path.endswith(".pyi")}
    kinds = {}
    for path in paths:
        folders = path.split("/")[:-1]
        stem, _, suffix = path.rsplit("/", 1)[-1].partition(".")
        is_extension = suffix.endswith("so") and (suffix == "so" or "cpython" in suffix or "abi3" in suffix)
        if suffix != "py" and not is_extension:
            continue
        package = next((folders[:depth] for depth in range(1, len(folders) + 1) if "/".join(folders[:depth]) in packages), None)
        if package is not None:
            name = ".".join(package)
        elif not folders or suffix == "py":
            # A file in a folder without __init__ is a module of a namespace.
            name = ".".join(folders + [stem])
        else:
            continue
        extension, is_package = kinds.get(name, (False, False))
        kinds[name] = extension or (is_extension and package is None), is_package or package is not None
    names = [name for name in kinds if all(part.isidentifier() for part in name.split(".")) and name.split(".")[0] not in NOT_API]
    names = names or [name for name in kinds if all(part.isidentifier() for part in name.split("."))]
    public = [name for name in names if kinds[name][0] or not any(part.startswith("_") for part in name.split("."))]
    chosen = public or names
    nearest = sorted(chosen, key=lambda name: (name.count("."), not kinds[name][1], name))
    return sorted(nearest[:most]), len(chosen)
