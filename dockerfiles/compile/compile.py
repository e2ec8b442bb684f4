"""Compiles unpacked sources into wheels on the build machine's own architecture, for itself or for a foreign platform.

    python3 compile.py --sources DIR --wheels DIR --tools DIR [--target armv7 --sysroot DIR --publish DIR]
                       [--native DIR] [--left DIR] [--compile auto] [--emulated "armv7 …"] [--index-url URL] [--build-packages "NAME …"]
                       [--build-constraints "LINES"]

--sources  what sources.py made
--wheels   gets the wheels and logs/
--tools    what tools.py made
--target   the platform that is compiled for, as BuildKit says it (TARGETARCH, TARGETVARIANT); without it, or where it
           is this machine's own, this machine's compilers are used
--sysroot  the root of the target's full base, which build packages are added to
--publish  the root of the target's publish base: nothing may need a newer libc than it has
--native   wheels of the same releases for this machine: a foreign one must not have fewer modules
--left     gets `list`, the lines of what was not compiled for the target, for the emulated stage, and what that needs
--compile  auto: what is left is no failure, since the emulated stage compiles it; cross: it is one, as without --left;
           emulate: for a foreign platform nothing is tried, all is left
--build-constraints  what build requirements are held to, as pip and uv take constraints
--emulated platforms for which it is emulate, whatever it says

--wheels gets cross.json with --left, compiled.json without: [{"name", "version", "way": "native" | "cross", "began":
seconds since the epoch, "seconds", and "bytes", or "why" where it failed; "lacks": modules that it has not and wheels for
other platforms have, where there are such}]. Each result is a line of output, too. Where
the package index or the distribution's mirror cannot be reached, nothing is left: the exit code is 1, whatever
--compile says, so that no builder remembers it as something to emulate.

It runs on the Python of the base, whatever that is: 3.6 or newer, standard library only.
"""
import argparse
import concurrent.futures
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import audit
import backends
import sysroot
from fetch import Problem
from frontend import Frontend, Unreachable, index_environment
from target import TARGETS, Target, glibc_of, machine, musl_of
from wheel import normalized, wheel_in

# A fixed path, since compilers write it into what they make.
WORK = os.path.join(tempfile.gettempdir(), "compile")
HERE = os.path.dirname(os.path.abspath(__file__))
# Bytes of a log that are shown: builders cut what a step prints.
TAIL = 64 << 10
SPEAKING = threading.Lock()


def base_environment(options):
    """What every process of a build sees."""
    jobs = str(os.cpu_count() or 1)
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PIP_", "INDEX_URL"))}
    environment.setdefault("SOURCE_DATE_EPOCH", "315532800")
    # What is for a debugger is most of a compiled module.
    environment.setdefault("LDFLAGS", "-Wl,--strip-debug")
    environment.setdefault("MAKEFLAGS", "-j" + jobs)
    environment.setdefault("CMAKE_BUILD_PARALLEL_LEVEL", jobs)
    # Of this run alone: packages' own code can write to it, and what it wrote must reach no other build.
    cache = os.path.join(WORK, "cache")
    environment.update(index_environment(options.index_url, os.path.join(cache, "uv")), XDG_CACHE_HOME=cache)
    if options.build_constraints:
        environment.update(constraints(options.build_constraints, os.path.join(WORK, "build-constraints.txt")))
    # zig's own, where it makes libraries of its sources: for musl.
    environment.update(ZIG_GLOBAL_CACHE_DIR=os.path.join(cache, "zig"), ZIG_LOCAL_CACHE_DIR=os.path.join(cache, "zig"))
    return environment


def constraints(lines, path):
    """Settings of uv and pip, which install nothing here but what builds require, and build that in turn."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(lines.rstrip("\n") + "\n")
    return dict.fromkeys(("UV_CONSTRAINT", "UV_BUILD_CONSTRAINT", "PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT"), path)


class Compiler:
    """Compiles for one platform: this machine's own where `target` is None."""

    def __init__(self, options, target):
        self.options, self.target = options, target
        self.logs = os.path.join(options.wheels, "logs")
        base = base_environment(options)
        uv = os.path.join(options.tools, "uv", "bin", "uv")
        self.uv = uv if os.path.exists(uv) else None
        self.paths, self.floor, self.libc, self.frontend = {}, None, None, Frontend(self.uv, base)
        if target:
            self.paths = backends.write_files(target, WORK)
            if options.publish:
                self.floor, self.libc = glibc_of(options.publish), musl_of(options.publish)
            hooks = dict(target.environment(), PATH=target.folder)
            hooks.update(backends.environment(target, self.paths))
            site = {"sitecustomize.py": os.path.join(HERE, "target_site.py"),
                    os.path.basename(target.sysconfigdata): target.sysconfigdata}
            self.frontend = Frontend(self.uv, base, hooks, site)

    def expected(self, path, entry, log):
        """Modules that a wheel must have, and those that wheels of the release for other platforms have beside them: a
        build for this machine lacks these, too, for want of a library. Raises Problem."""
        others, native = self.listed(entry), wheel_in(self.options.native, entry)
        here = audit.modules(native) if native else None
        if here is None and others is None:
            here = self.reference(entry, log)
        elif here is None and set(others) - set(audit.modules(path)):
            try:
                here = self.reference(entry, log)
            except Unreachable:
                raise
            except Problem:  # then the other platforms' are all that is known
                here = others
        if here is None:
            return others, []
        return here, sorted(set(others or []) - set(here) - set(audit.modules(path)))

    def listed(self, entry):
        """Modules of a wheel of the release for another platform; None where the index has none."""
        path = os.path.join(self.options.sources, entry["folder"] + ".modules")
        if not os.path.exists(path):
            return None
        with open(path, encoding="utf-8") as file:
            return file.read().split()

    def reference(self, entry, log):
        """The modules of a build for this machine itself: a foreign one may have lost some without failing."""
        own = log[:-len(".log")] + "-reference.log"
        say("compiling %s %s for this machine, too, to compare its modules" % (entry["name"], entry["version"]))
        try:
            with self.unpacked(entry, own) as work:
                return audit.modules(Compiler(self.options, None).build(entry, work, own))
        except Unreachable:
            raise
        except Exception as error:  # of code of a package's own, as in `one`
            # The log that is shown: nothing is wrong with the build that it has so far.
            with open(log, "a", encoding="utf-8") as file:
                file.write("\ncompiled for this machine:\n" + tail(own))
            raise Problem("there is nothing to compare its modules with: %s" % words(error)) from error

    @contextlib.contextmanager
    def unpacked(self, entry, log):
        """The folder of one build, with a copy of the sources. It goes at the end."""
        work = os.path.join(WORK, os.path.basename(log)[:-len(".log")])
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(os.path.join(self.options.sources, entry["folder"]), os.path.join(work, entry["folder"]), symlinks=True)
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def build(self, entry, work, log):
        """The path of the wheel as the backend made it, in `work`. Raises Problem."""
        out = os.path.join(work, "wheel")
        os.mkdir(out)
        target = self.target
        return self.frontend.wheel(os.path.join(work, entry["folder"]), out, work, log,
                                   check=target and (lambda site: backends.check(site, target)),
                                   config=target and (lambda names: backends.settings(names, self.paths)))

    def make(self, entry, log):
        """The path of the wheel in --wheels, and the modules that it lacks. Raises Problem."""
        lacks = []
        with self.unpacked(entry, log) as work:
            path = self.build(entry, work, log)
            if self.target:
                expected, lacks = self.expected(path, entry, log)
                path = audit.retag(path, audit.audit(path, self.target, self.floor, expected, self.libc))
            return shutil.move(path, os.path.join(self.options.wheels, os.path.basename(path))), lacks

    def one(self, entry):
        """Compiles, and says so in a line. Raises Unreachable."""
        began = time.time()
        log = os.path.join(self.logs, "%s-%s.log" % (normalized(entry["name"]), entry["version"]))
        said = "compiled %s %s" % (entry["name"], entry["version"])
        if self.target:
            # Read where the build fails, so that no file comes out of it.
            said = "cross-%s for %s" % (said, self.target.key)
        try:
            path, lacks = self.make(entry, log)
            size = os.path.getsize(path)
        except Unreachable:
            raise
        except Exception as error:  # whatever went wrong with one, the others are still worth their time
            result = self.result(entry, began, why=words(error))
            # First the verdict: a builder cuts what is long.
            say("not %s: %.1f s, %s\n%s" % (said, result["seconds"], result["why"], tail(log)))
        else:
            result = self.result(entry, began, bytes=size, **({"lacks": lacks} if lacks else {}))
            say("%s: %.1f s, %d bytes" % (said, result["seconds"], size))
        return result

    def result(self, entry, began, **more):
        return tried(entry, "cross" if self.target else "native", began, **more)


def tried(entry, way, began, **more):
    """What is written down of a try that began at that time."""
    return dict({"name": entry["name"], "version": entry["version"], "way": way, "began": int(began),
                 "seconds": round(time.time() - began, 1)}, **more)


def words(error):
    """A Problem is in words; the text of anything else says little without its kind."""
    return str(error) if isinstance(error, Problem) else "%s: %s" % (type(error).__name__, error)


def say(text):
    """Prints in one piece: several builds speak at once, and each verdict is to stand on a line of its own."""
    with SPEAKING:
        print(text, flush=True)


def tail(log):
    """The end of a log, from the beginning of a line: more would hide what else a build says."""
    try:
        with open(log, "rb") as file:
            said = file.read()
    except OSError:
        return ""
    text = said[-TAIL:].decode("utf-8", "replace")
    return text if len(said) <= TAIL else text.partition("\n")[2]


def read_list(folder):
    with open(os.path.join(folder, "list"), encoding="utf-8") as file:
        return [dict(zip(("name", "version", "folder"), line.split())) for line in file if line.strip()]


def compile_all(options, entries):
    """Compiles all that can be compiled here; gives the results in that order. Raises Unreachable."""
    foreign = options.target and options.target != machine()
    if not entries or foreign and (options.compile == "emulate" or options.target in options.emulated.split()):
        return []
    if foreign and options.target not in TARGETS:
        known = ", ".join(sorted(TARGETS))
        print("nothing is cross-compiled: there is no cross compiler for %s here, only for %s" % (options.target, known))
        return []
    os.makedirs(WORK, exist_ok=True)
    began = time.time()
    try:
        compiler = Compiler(options, foreign_target(options) if foreign else None)
    except Unreachable:
        raise
    except Problem as problem:
        print("nothing is cross-compiled: %s" % problem)
        return [tried(entry, "cross", began, why=str(problem)) for entry in entries]
    # Most builds use one processor most of the time.
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        return list(pool.map(compiler.one, entries))


def foreign_target(options):
    """The platform that is compiled for, with its build packages. Raises Problem."""
    target = Target(options.target, options.sysroot, options.tools, os.path.join(WORK, "bin"))
    sysroot.complete(target, options.build_packages.split(), os.path.join(options.wheels, "logs", "packages.log"))
    return target


def leave(options, entries):
    """Writes down what the emulated stage compiles, and gives it what it needs. The exit code."""
    os.makedirs(options.left, exist_ok=True)
    with open(os.path.join(options.left, "list"), "w", encoding="utf-8") as file:
        file.writelines("%(name)s %(version)s %(folder)s\n" % entry for entry in entries)
    if not entries or options.compile == "cross":
        return 0
    library = [sys.executable, os.path.join(HERE, "bytecode.py"), "--library", os.path.join(options.left, "library"), "--pip"]
    return subprocess.run(library, check=False).returncode


def parsed(arguments):
    parser = argparse.ArgumentParser(description="Compiles unpacked sources into wheels.")
    for name in ("--sources", "--wheels", "--tools"):
        parser.add_argument(name, required=True)
    for name in ("--target", "--sysroot", "--publish", "--native", "--left"):
        parser.add_argument(name)
    parser.add_argument("--compile", default="auto", choices=("auto", "cross", "emulate"))
    parser.add_argument("--emulated", default="")
    parser.add_argument("--index-url", default=os.environ.get("INDEX_URL"))
    parser.add_argument("--build-packages", default=os.environ.get("BUILD_PACKAGES", ""))
    parser.add_argument("--build-constraints", default=os.environ.get("BUILD_CONSTRAINTS", ""))
    return parser.parse_args(arguments)


def main(arguments):
    options = parsed(arguments)
    os.makedirs(os.path.join(options.wheels, "logs"), exist_ok=True)
    entries = read_list(options.sources)
    try:
        results = compile_all(options, entries)
    except Unreachable as problem:
        print("error: %s. It was asked twice. See whether this machine can reach it, and build again." % problem, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(WORK, ignore_errors=True)
    with open(os.path.join(options.wheels, "cross.json" if options.left else "compiled.json"), "w", encoding="utf-8") as file:
        json.dump(results, file, indent=2)
    made = {(result["name"], result["version"]) for result in results if "why" not in result}
    failed = [entry for entry in entries if (entry["name"], entry["version"]) not in made]
    if options.left:
        code = leave(options, failed)
        if options.compile != "cross":
            return code
    if failed:
        way_out = ". Set compile to auto: what cannot be cross-compiled is then compiled under emulation." if options.left else ""
        print("did not compile: " + ", ".join("%(name)s %(version)s" % entry for entry in failed) + way_out, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
