"""Checks an image from the inside, in one process: under emulation, starting Python is what costs.

    python3 -B verify.py checks.json result.json

checks.json: {"python": "3.13", "distribution": "uvicorn", "version": "0.30.1", "extras": ["standard"],
              "requirements": ["click", …], "verify_command": "uvicorn --version" or null, "scripts": true,
              "time_limit": 300}
result.json: {"python": "3.13.9", "machine": "armv7l", "checks": [{"name": "interpreter", "ok": true, "seconds": 0.1,
              "message": "…"}, …]}

The checks: interpreter, metadata, imports, libraries, scripts, command. What runs code of the packages runs in a
forked child, so that a crash is a finding and not an end. The exit code is 0 whatever was found.

Python 3.6 or newer; of the standard library only what starts fast.
"""
import json
import os
import select
import signal
import sys
import time

import elf

HERE = os.path.dirname(os.path.abspath(__file__))
LIMIT = 300
# What a distribution's own tests and build files are called, where it installs them at the top by mistake.
NOT_API = ("test", "tests", "doc", "docs", "example", "examples", "benchmark", "benchmarks", "setup", "conftest", "noxfile")
# Modules that newer Pythons or setuptools no longer have, and what brings them.
GONE = {"pkg_resources": "setuptools<81", "distutils": "setuptools", "imp": None, "asyncore": "pyasyncore", "asynchat": "pyasynchat",
        "telnetlib": "standard-telnetlib", "cgi": "legacy-cgi"}


def normalized(name):
    """PEP 503, without regular expressions."""
    return "-".join(part for part in name.replace("_", "-").replace(".", "-").lower().split("-") if part)


class Distribution:
    """What site-packages says of one installed distribution."""

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
        paths = []
        for line in self.read("RECORD").splitlines():
            if line.startswith('"'):
                paths.append(line[1:].split('"')[0])
            elif line:
                paths.append(line.rsplit(",", 2)[0])
        return paths

    def scripts(self):
        """(name, module, attribute, extras) of console_scripts and gui_scripts."""
        found, section = [], ""
        for line in self.read("entry_points.txt").splitlines():
            line = line.strip()
            if line.startswith("["):
                section = line.strip("[] ")
            elif section in ("console_scripts", "gui_scripts") and "=" in line and line[0] not in "#;":
                name, _, target = line.partition("=")
                target, _, extras = target.partition("[")
                module, _, attribute = target.partition(":")
                wanted = [normalized(extra) for extra in extras.rstrip("] ").split(",") if extra.strip()]
                found.append((name.strip(), module.strip(), attribute.strip(), wanted))
        return found


def installed():
    """Normalized name to Distribution, of every folder on sys.path; the first counts, as for imports."""
    found = {}
    for site in sys.path:
        try:
            infos = sorted(os.listdir(site))
        except OSError:
            continue
        for info in infos:
            if info.endswith((".dist-info", ".egg-info")):
                distribution = Distribution(site, info)
                found.setdefault(distribution.name, distribution)
    return found


def in_child(body, limit):
    """Runs `body(say)` in a forked child; gives (lines said, its output, how it ended: None is well).

    `say` sends a line at once. What the child prints is kept apart. Ends the child's whole process group after
    `limit` seconds."""
    said_read, said_write = os.pipe()
    out_read, out_write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.setsid()
            null = os.open(os.devnull, os.O_RDONLY)
            os.dup2(null, 0)
            os.dup2(out_write, 1)
            os.dup2(out_write, 2)
            for descriptor in (null, said_read, out_read, out_write):
                if descriptor > 2:
                    os.close(descriptor)
            body(lambda line: os.write(said_write, line.replace("\n", " ").encode("utf-8", "replace") + b"\n"))
            sys.stdout.flush()
            sys.stderr.flush()
        except BaseException as error:
            os.write(2, ("%s: %s\n" % (type(error).__name__, error)).encode("utf-8", "replace"))
            os._exit(1)
        os._exit(0)
    os.close(said_write)
    os.close(out_write)
    data = {said_read: b"", out_read: b""}
    open_ends, ended, status, until = set(data), None, None, time.time() + limit
    while True:
        ready = select.select(list(open_ends), [], [], 0.05)[0] if open_ends else []
        for descriptor in ready:
            block = os.read(descriptor, 65536)
            if block:
                data[descriptor] = (data[descriptor] + block)[-1000000:]
            else:
                open_ends.discard(descriptor)
        if status is not None:
            # what it left running may keep the pipes open for ever
            if not ready or not open_ends:
                break
            continue
        done, result = os.waitpid(pid, os.WNOHANG if open_ends else 0)
        if done:
            status = result
        elif time.time() > until:
            ended = "did not end in %d seconds" % limit
            os.killpg(pid, signal.SIGKILL)
            status = os.waitpid(pid, 0)[1]
    try:
        os.killpg(pid, signal.SIGKILL)
    except OSError:
        pass
    os.close(said_read)
    os.close(out_read)
    if ended is None and status:
        ended = "process ended by signal %d" % (status & 127) if status & 127 else "exit code %d" % (status >> 8)
    texts = [data[end].decode("utf-8", "replace") for end in (said_read, out_read)]
    return texts[0].splitlines(), texts[1], ended


def tail(text, count=20):
    return "\n".join(text.rstrip().splitlines()[-count:])


def check_interpreter(wanted):
    found = "%d.%d.%d" % sys.version_info[:3]
    if (found + ".").startswith(wanted.split("rc")[0].split("a")[0].split("b")[0] + "."):
        return True, "Python %s" % found
    return False, "the image runs Python %s, wanted is %s" % (found, wanted)


def check_metadata(wanted, there):
    """What `pip check` checks, and besides that the wanted extras and their extras are complete."""
    main = there.get(normalized(wanted["distribution"]))
    if main is None:
        return False, "%s is not installed" % wanted["distribution"]
    problems = []
    for name in wanted.get("requirements", []):
        if normalized(name) not in there:
            problems.append("%s is not installed" % name)
    try:
        from pip._vendor.packaging.requirements import InvalidRequirement, Requirement
        from pip._vendor.packaging.version import InvalidVersion, Version
    except ImportError:
        try:
            from packaging.requirements import InvalidRequirement, Requirement
            from packaging.version import InvalidVersion, Version
        except ImportError:
            if main.version != wanted["version"]:
                problems.append("%s is %s, wanted is %s" % (main.name, main.version, wanted["version"]))
            if problems:
                return False, "; ".join(problems)
            return True, "%d installed; their requirements were not compared: this image has neither pip nor packaging" % len(there)

    from_text = {}

    def version(text):
        if text not in from_text:
            try:
                from_text[text] = Version(text)
            except InvalidVersion:
                from_text[text] = None
        return from_text[text]

    if main.version != wanted["version"] and (version(main.version) is None or version(main.version) != version(wanted["version"])):
        problems.append("%s is %s, wanted is %s" % (main.name, main.version, wanted["version"]))
    extras = {name: {""} for name in there}
    extras[main.name] |= {normalized(extra) for extra in wanted.get("extras", [])}
    parsed, rest = {}, sorted(there)
    while rest:
        distribution = there[rest.pop(0)]
        if distribution.name not in parsed:
            parsed[distribution.name] = lines = []
            for line in distribution.requires:
                try:
                    lines.append(Requirement(line))
                except InvalidRequirement:
                    problems.append("%s %s has a requirement that is not one: %s" % (distribution.name, distribution.version, line))
        for requirement in parsed[distribution.name]:
            asked = extras[distribution.name]
            marker = requirement.marker
            if marker is not None and not any(marker.evaluate({"extra": extra}) for extra in sorted(asked)):
                continue
            other = there.get(normalized(requirement.name))
            if other is None:
                problems.append("%s %s requires %s, which is not installed" % (distribution.name, distribution.version, requirement.name))
                continue
            found = version(other.version)
            if found is None or not requirement.specifier.contains(found, prereleases=True):
                problems.append("%s %s has requirement %s, but %s is %s" % (
                    distribution.name, distribution.version, requirement, other.name, other.version))
            new = {normalized(extra) for extra in requirement.extras} - extras[other.name]
            if new:
                extras[other.name] |= new
                rest.append(other.name)
    problems = sorted(set(problems))
    if problems:
        return False, "; ".join(problems)
    return True, "%d distributions, all requirements met" % len(there)


def modules(distribution):
    """The names to import: top-level modules and packages, and below namespaces the first packages."""
    paths = [path for path in distribution.files() if not path.startswith(("..", "/")) and "__pycache__" not in path]
    paths = [path for path in paths if not path.split("/")[0].endswith((".dist-info", ".egg-info", ".data", ".libs"))]
    if not distribution.files():
        return distribution.read("top_level.txt").split() or [distribution.name.replace("-", "_")]
    packages = {path.rsplit("/", 1)[0] for path in paths if "/" in path and path.rsplit("/", 1)[1].split(".")[0] == "__init__" and not path.endswith(".pyi")}
    found = {}
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
            # A file in a folder that is no package: a namespace's module
            name = ".".join(folders + [stem])
        else:
            continue
        found[name] = found.get(name, False) or (is_extension and package is None)
    names = [name for name in found if all(part.isidentifier() for part in name.split(".")) and name.split(".")[0] not in NOT_API]
    names = names or [name for name in found if all(part.isidentifier() for part in name.split("."))]
    public = [name for name in names if found[name] or not any(part.startswith("_") for part in name.split("."))]
    return sorted(public or names)


def load(module, attribute):
    """Imports a module and gets what an entry point names in it."""
    found = __import__(module, fromlist=["_"])
    for part in attribute.split(".") if attribute else []:
        found = getattr(found, part)
    return found


def words(error):
    """An exception of foreign code in one line, with a way out where one is known."""
    text = "%s: %s" % (type(error).__name__, error)
    if isinstance(error, ImportError):
        name = (getattr(error, "name", None) or "").split(".")[0]
        if name in GONE:
            text += ". Python or setuptools no longer has it: " + (
                "add to requirements: %s" % GONE[name] if GONE[name] else "only a newer version of the package can help")
        library = str(error).split(": cannot open shared object file")[0]
        if library != str(error):
            text += hint([library])
    return text


def hint(libraries):
    """What to write into `runtime_packages`, as far as it is known."""
    alpine = os.path.exists("/etc/alpine-release")
    packages = sorted({package for package in (elf.package(library, alpine) for library in libraries) if package})
    return ". Add to runtime_packages: %s" % " ".join(packages) if packages else ""


def run_imports(main, scripts, limit):
    """Imports and loads in one child. Gives the two checks (ok, message, seconds) of imports and scripts' loading."""
    names = modules(main)

    def body(say):
        import faulthandler
        faulthandler.enable(2, all_threads=False)
        for kind, name, attribute in [("import", name, "") for name in names] + [("load", module, attribute) for _, module, attribute, _ in scripts]:
            began = time.time()
            say("begin\t%s\t%s\t%s" % (kind, name, attribute))
            try:
                load(name, attribute)
                said = "fine"
            except BaseException as error:
                said = words(error)
            say("end\t%s\t%.3f\t%s" % (kind, time.time() - began, said))

    lines, output, ended = in_child(body, limit)
    problems, seconds, begun = {"import": [], "load": []}, {"import": 0.0, "load": 0.0}, None
    for line in lines:
        parts = line.split("\t", 3)
        if parts[0] == "begin":
            begun = parts[1:]
            continue
        seconds[parts[1]] += float(parts[2])
        if parts[3] != "fine":
            problems[parts[1]].append("%s: %s" % (":".join(part for part in begun[1:] if part), parts[3]))
        begun = None
    if begun is not None:
        # Python's own report of where it was, when it could still write one
        frames = [line.strip() for line in output.splitlines() if line.startswith('  File "') and "importlib" not in line]
        where = ", in " + frames[0].replace('File "', "").replace('"', "") if frames else ""
        problems[begun[0]].append("%s while importing %s%s" % (ended or "process ended", begun[1], where))
    elif ended is not None:
        problems["import"].append(ended + "\n" + tail(output, 5))
    if names:
        fine = "imported " + ", ".join(names)
    else:
        fine = "%s has no modules%s" % (main.name, ": only type stubs" if any(path.endswith(".pyi") for path in main.files()) else "")
    bad = problems["import"]
    return (not bad, "failed: " + "; ".join(bad) if bad else fine, seconds["import"]), (problems["load"], seconds["load"])


def check_libraries(there):
    """Every shared library that an installed extension needs is found."""
    extensions, bundled = [], set()
    for distribution in there.values():
        for path in distribution.files():
            name = path.rsplit("/", 1)[-1]
            if name.endswith(".so") or ".so." in name:
                bundled.add(name)
                full = os.path.normpath(os.path.join(distribution.site, path))
                if name.endswith(".so") and os.path.exists(full):
                    extensions.append((full, distribution))
    imported = []
    for path, distribution in extensions:
        info = elf.read(path)
        if info is not None and info["module"]:
            imported.append((path, distribution))
    if not imported:
        return True, "no extensions"
    owner = dict(imported)
    found = elf.missing([path for path, _ in imported], bundled)
    problems = ["%s needs %s, which is not in the image" % (label(path, owner), library) for library, path in sorted(found["missing"].items())]
    problems += ["%s is for %s, not for this platform" % (label(path, owner), machine) for path, machine in sorted(found["foreign"])]
    if problems:
        return False, "; ".join(problems) + hint(found["missing"])
    return True, "%d extensions find their libraries" % len(imported)


def label(path, owner):
    """An extension's path below its site-packages, with the distribution."""
    distribution = owner.get(path)
    return "%s (%s)" % (os.path.relpath(path, distribution.site), distribution.name) if distribution else path


def check_scripts(main, there, extras, load_problems):
    """Scripts of all: the file is there, runs with an interpreter that exists, and leads to a module. Those of the
    main distribution were loaded before."""
    problems, count = list(load_problems), 0
    for distribution in there.values():
        if distribution.info.endswith(".egg-info"):
            continue
        files = distribution.files()
        scripts = {os.path.basename(path): os.path.normpath(os.path.join(distribution.site, path))
                   for path in files if os.path.basename(os.path.dirname(path)) == "bin" and path.startswith("..")}
        for name, module, attribute, wanted in distribution.scripts():
            if name not in scripts and files:
                problems.append("%s: its script %s was not installed" % (distribution.name, name))
            if wanted and not set(wanted) <= (extras if distribution is main else set()):
                continue
            stem = os.path.join(distribution.site, *module.split("."))
            folder = os.path.dirname(stem)
            if not (os.path.exists(stem + ".py") or os.path.isdir(stem) or os.path.isdir(folder) and any(
                    other.startswith(os.path.basename(stem) + ".") for other in os.listdir(folder))):
                problems.append("%s: its script %s leads to %s, which is not installed" % (distribution.name, name, module))
        for name, path in sorted(scripts.items()):
            count += 1
            try:
                with open(path, "rb") as file:
                    line = file.readline(512)
            except OSError:
                problems.append("%s: %s is in its RECORD and not in the image" % (distribution.name, path))
                continue
            if not os.access(path, os.X_OK):
                problems.append("%s: %s cannot be executed" % (distribution.name, path))
            runner = line[2:].split()[:1] if line.startswith(b"#!") else []
            if runner and not os.path.exists(runner[0]):
                problems.append("%s: %s runs with %s, which is not in the image" % (distribution.name, path, runner[0].decode("utf-8", "replace")))
    if problems:
        return False, "; ".join(problems)
    own = main.scripts()
    return True, "%d scripts%s" % (count, "; loaded " + ", ".join(name for name, _, _, _ in own) if own else "")


def check_command(command, limit):
    def body(say):
        os.execv("/bin/sh", ["sh", "-c", command])

    _, output, ended = in_child(body, limit)
    if ended:
        return False, "`%s`: %s\n%s" % (command, ended, tail(output))
    return True, tail(output) or "`%s` ended well, without output" % command


def verify(wanted):
    """All checks, in order. One that cannot run is one that failed."""
    checks = []

    def check(name, body):
        began = time.time()
        try:
            ok, message = body()
        except Exception as error:
            ok, message = False, "this check itself failed: %s: %s" % (type(error).__name__, error)
        checks.append({"name": name, "ok": ok, "seconds": round(time.time() - began, 3), "message": message})

    limit = wanted.get("time_limit") or LIMIT
    check("interpreter", lambda: check_interpreter(wanted["python"]))
    there = installed()
    main = there.get(normalized(wanted["distribution"]))
    check("metadata", lambda: check_metadata(wanted, there))
    if main is not None:
        extras = {normalized(extra) for extra in wanted.get("extras", [])}
        own = [script for script in main.scripts() if set(script[3]) <= extras] if wanted.get("scripts", True) else []
        imports, loads = run_imports(main, own, limit)
        checks.append({"name": "imports", "ok": imports[0], "seconds": round(imports[2], 3), "message": imports[1]})
        check("libraries", lambda: check_libraries(there))
        if wanted.get("scripts", True):
            check("scripts", lambda: check_scripts(main, there, extras, loads[0]))
            checks[-1]["seconds"] = round(checks[-1]["seconds"] + loads[1], 3)
    if wanted.get("verify_command"):
        check("command", lambda: check_command(wanted["verify_command"], limit))
    return {"python": "%d.%d.%d" % sys.version_info[:3], "machine": os.uname().machine, "checks": checks}


def main(arguments):
    # What imports see must be what the image's own programs see, not this folder
    sys.path[:] = [path for path in sys.path if os.path.abspath(path) != HERE]
    with open(arguments[0], encoding="utf-8") as file:
        wanted = json.load(file)
    text = json.dumps(verify(wanted), ensure_ascii=False)
    if arguments[1:]:
        with open(arguments[1], "w", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
