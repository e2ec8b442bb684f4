"""Compiles unpacked sources into wheels on the build machine's own architecture, for itself or for a foreign platform.

    python3 compile.py --sources DIR --wheels DIR --tools DIR [--target armv7 --sysroot DIR --publish DIR]
                       [--native DIR] [--left DIR] [--compile auto] [--emulated "armv7 …"] [--index-url URL] [--build-packages "NAME …"]
                       [--build-constraints "LINES"] [--partly]

--sources  the folder that sources.py made
--wheels   gets the wheels and logs/
--tools    the folder that tools.py made
--target   the platform to compile for, as BuildKit calls it (TARGETARCH and TARGETVARIANT together); without it, or for
           this machine's own platform, this machine's compilers are used
--sysroot  the root of the target's full base, which build packages are added to
--publish  the root of the target's publish base: no wheel may need a newer libc than this one
--native   wheels of the same releases for this machine: a foreign one must not have fewer modules
--left     gets `list`, the lines of what was not compiled for the target, and bytecode for the emulated stage
--compile  auto: the emulated stage compiles what failed here; cross: what failed is an error, as it is without --left;
           emulate: all that is for a foreign platform is left to the emulated stage
--emulated platforms for which --compile counts as emulate
--build-constraints  constraints of build requirements, in the form that pip and uv take
--partly   what does not compile is no error: the pip of a custom Dockerfile does without

With --left, the folder of --wheels gets cross.json, without it compiled.json: [{"name", "version", "way": "native" or
"cross", "began": seconds since the epoch, "seconds", "bytes" of the wheel or "why" it failed, "lacks": modules that only
wheels for other platforms have, if there are any}]. A line of output says the same. When the package index or the
distribution's mirror cannot be reached, the exit code is 1, whatever --compile says: left to the emulated stage, the
failure would be cached by the builder.

It runs on the build base's own Python, 3.6 or newer, because wheels are built by the Python that they are for. It uses
the standard library alone: a library would have to come from the package index, and a private one may not have it.
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
import target_numpy
from fetch import Problem
from frontend import Frontend, Unreachable, index_environment
from indexes import enter
from target import TARGETS, Target, glibc_of, machine, musl_of
from wheel import normalized, wheel_in

# A fixed path, since compilers write it into what they make.
WORK = os.path.join(tempfile.gettempdir(), "compile")
HERE = os.path.dirname(os.path.abspath(__file__))
# Bytes of a log that are printed: builders cut long output.
TAIL = 64 << 10
OUTPUT_LOCK = threading.Lock()


def base_environment(options):
    """The environment of every process of a build."""
    jobs = str(os.cpu_count() or 1)
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PIP_", "INDEX_URL"))}
    environment.setdefault("SOURCE_DATE_EPOCH", "315532800")
    # Debugging information would be most of a compiled module.
    environment.setdefault("LDFLAGS", "-Wl,--strip-debug")
    environment.setdefault("MAKEFLAGS", "-j" + jobs)
    environment.setdefault("CMAKE_BUILD_PARALLEL_LEVEL", jobs)
    # A cache of this run alone: packages' own code can write to it, which must reach no other build.
    cache = os.path.join(WORK, "cache")
    environment.update(index_environment(options.index_url, os.path.join(cache, "uv")), XDG_CACHE_HOME=cache)
    if options.build_constraints:
        environment.update(constraints(options.build_constraints, os.path.join(WORK, "build-constraints.txt")))
    # zig compiles musl from its sources, and keeps it there.
    environment.update(ZIG_GLOBAL_CACHE_DIR=os.path.join(cache, "zig"), ZIG_LOCAL_CACHE_DIR=os.path.join(cache, "zig"))
    return environment


def constraints(lines, path):
    """Variables that hold uv and pip to these constraints, both for build requirements and for building those."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(lines.rstrip("\n") + "\n")
    return dict.fromkeys(("UV_CONSTRAINT", "UV_BUILD_CONSTRAINT", "PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT"), path)


class Compiler:
    """Compiles for one platform, this machine's own if `target` is None."""

    def __init__(self, options, target):
        self.options, self.target = options, target
        self.logs = os.path.join(options.wheels, "logs")
        base = base_environment(options)
        uv = os.path.join(options.tools, "uv", "bin", "uv")
        self.uv = uv if os.path.exists(uv) else None
        self.paths, self.floor, self.libc, self.frontend = {}, None, None, Frontend(self.uv, base)
        self.numpy = None
        if target:
            self.paths = backends.write_files(target, WORK)
            if options.publish:
                self.floor, self.libc = glibc_of(options.publish), musl_of(options.publish)
            hooks = dict(target.environment(), PATH=target.folder)
            hooks.update(backends.environment(target, self.paths))
            site = {"sitecustomize.py": os.path.join(HERE, "target_site.py"),
                    os.path.basename(target.sysconfigdata): target.sysconfigdata}
            self.frontend = Frontend(self.uv, base, hooks, site)

    def expected_modules(self, path, entry, log):
        """The modules that the wheel must have, and those that neither it nor a build for this machine has although wheels
        for other platforms do: a library is missing for them. Raises Problem."""
        others, native = self.modules_elsewhere(entry), wheel_in(self.options.native, entry)
        reference = audit.modules(native) if native else None
        if reference is None and others is None:
            reference = self.modules_here(entry, log)
        elif reference is None and set(others) - set(audit.modules(path)):
            try:
                reference = self.modules_here(entry, log)
            except Unreachable:
                raise
            except Problem:  # only the modules of other platforms' wheels are known
                reference = others
        if reference is None:
            return others, []
        return reference, sorted(set(others or []) - set(reference) - set(audit.modules(path)))

    def modules_elsewhere(self, entry):
        """The modules of a wheel of the release for another platform; None if the index has no such wheel."""
        path = os.path.join(self.options.sources, entry["folder"] + ".modules")
        if not os.path.exists(path):
            return None
        with open(path, encoding="utf-8") as file:
            return file.read().split()

    def modules_here(self, entry, log):
        """The modules of a build for this machine: a foreign build can lose some without failing."""
        reference_log = log[:-len(".log")] + "-reference.log"
        say("compiling %s %s for this machine, too, to compare its modules" % (entry["name"], entry["version"]))
        try:
            with self.unpacked(entry, reference_log) as work:
                return audit.modules(Compiler(self.options, None).build(entry, work, reference_log))
        except Unreachable:
            raise
        except Exception as error:  # a package's own code can raise anything
            # `log` is printed, and nothing in it is wrong: the output of the failed build must be there.
            with open(log, "a", encoding="utf-8") as file:
                file.write("\ncompiled for this machine:\n" + tail(reference_log))
            raise Problem("there is nothing to compare its modules with: %s" % describe(error)) from error

    @contextlib.contextmanager
    def unpacked(self, entry, log):
        """The folder of one build, with a copy of the sources. It is removed at the end."""
        work = os.path.join(WORK, os.path.basename(log)[:-len(".log")])
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(os.path.join(self.options.sources, entry["folder"]), os.path.join(work, entry["folder"]), symlinks=True)
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def build(self, entry, work, log):
        """The path in `work` of the wheel as the backend made it. Raises Problem."""
        out = os.path.join(work, "wheel")
        os.mkdir(out)
        target = self.target
        return self.frontend.wheel(os.path.join(work, entry["folder"]), out, work, log,
                                   adapt=target and (lambda site, install: target_numpy.use(site, target, self.numpy_wheel, install)),
                                   config=target and (lambda names: backends.settings(names, self.paths)))

    def numpy_wheel(self):
        """The path of the target's wheel of numpy, which is waited for where it is being compiled; None without one."""
        folder = os.path.join(self.options.sources, "against")
        if os.path.isdir(folder):
            return os.path.join(folder, os.listdir(folder)[0])
        if self.numpy is None:
            return None
        entry, compiled = self.numpy
        compiled.result()
        return wheel_in(self.options.wheels, entry)

    def make(self, entry, log):
        """The path of the wheel in --wheels, and the modules that it lacks. Raises Problem."""
        lacks = []
        with self.unpacked(entry, log) as work:
            path = self.build(entry, work, log)
            if self.target:
                expected, lacks = self.expected_modules(path, entry, log)
                path = audit.retag(path, audit.audit(path, self.target, self.floor, expected, self.libc))
            return shutil.move(path, os.path.join(self.options.wheels, os.path.basename(path))), lacks

    def compile(self, entry):
        """Compiles, prints a line about it, and gives the result. Raises Unreachable."""
        began = time.time()
        log = os.path.join(self.logs, "%s-%s.log" % (normalized(entry["name"]), entry["version"]))
        verdict = "compiled %s %s" % (entry["name"], entry["version"])
        if self.target:
            # A step that fails leaves no file: then src/build reads this line.
            verdict = "cross-%s for %s" % (verdict, self.target.key)
        try:
            path, lacks = self.make(entry, log)
            size = os.path.getsize(path)
        except Unreachable:
            raise
        except Exception as error:  # one failure must not end the others' builds
            result = self.result(entry, began, why=describe(error))
            # The verdict comes before the log, since builders cut long output.
            say("not %s: %.1f s, %s\n%s" % (verdict, result["seconds"], result["why"], tail(log)))
        else:
            result = self.result(entry, began, bytes=size, **({"lacks": lacks} if lacks else {}))
            say("%s: %.1f s, %d bytes" % (verdict, result["seconds"], size))
        return result

    def result(self, entry, began, **more):
        return attempt(entry, "cross" if self.target else "native", began, **more)


def attempt(entry, way, began, **more):
    """The entry of the results for what was begun at that time."""
    return dict({"name": entry["name"], "version": entry["version"], "way": way, "began": int(began),
                 "seconds": round(time.time() - began, 1)}, **more)


def describe(error):
    """The text of a Problem; of any other error, whose text alone says little, its type as well."""
    return str(error) if isinstance(error, Problem) else "%s: %s" % (type(error).__name__, error)


def say(text):
    """Prints in one piece: builds run beside each other, and a verdict must begin its line."""
    with OUTPUT_LOCK:
        print(text, flush=True)


def tail(log):
    """The end of a log, from the beginning of a line."""
    try:
        with open(log, "rb") as file:
            output = file.read()
    except OSError:
        return ""
    text = output[-TAIL:].decode("utf-8", "replace")
    return text if len(output) <= TAIL else text.partition("\n")[2]


def read_list(folder):
    with open(os.path.join(folder, "list"), encoding="utf-8") as file:
        return [dict(zip(("name", "version", "folder"), line.split())) for line in file if line.strip()]


def compile_all(options, entries):
    """Compiles all that can be compiled here. Gives the results in the order of `entries`. Raises Unreachable."""
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
        target = foreign_target(options) if foreign else None
        # From here on, code of packages may run.
        options.index_url = enter([WORK, options.wheels] + ([options.left] if options.left else []), options.index_url)
        compiler = Compiler(options, target)
    except Unreachable:
        raise
    except Problem as problem:
        print("nothing is cross-compiled: %s" % problem)
        return [attempt(entry, "cross", began, why=str(problem)) for entry in entries]
    # As many builds as processors: most of a build keeps only one of them busy.
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        running = {}
        # numpy begins first, since the builds of others wait for it.
        for entry in sorted(entries, key=lambda entry: normalized(entry["name"]) != target_numpy.NAME):
            running[entry["folder"]] = pool.submit(compiler.compile, entry)
            if normalized(entry["name"]) == target_numpy.NAME:
                compiler.numpy = entry, running[entry["folder"]]
        return [running[entry["folder"]].result() for entry in entries]


def foreign_target(options):
    """The platform to compile for, with its build packages. Raises Problem."""
    target = Target(options.target, options.sysroot, options.tools, os.path.join(WORK, "bin"))
    sysroot.complete(target, options.build_packages.split(), os.path.join(options.wheels, "logs", "packages.log"))
    return target


def leave_to_emulation(options, entries):
    """Writes the list of what the emulated stage compiles, and bytecode for its pip. Gives an exit code."""
    os.makedirs(options.left, exist_ok=True)
    with open(os.path.join(options.left, "list"), "w", encoding="utf-8") as file:
        file.writelines("%(name)s %(version)s %(folder)s\n" % entry for entry in entries)
    if not entries or options.compile == "cross":
        return 0
    library = [sys.executable, os.path.join(HERE, "bytecode.py"), "--library", os.path.join(options.left, "library"), "--pip"]
    return subprocess.run(library, check=False).returncode


def parse_arguments(arguments):
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
    # Packages' own builds do not see it.
    parser.add_argument("--partly", action="store_true", default=os.environ.pop("PARTLY", "") != "")
    return parser.parse_args(arguments)


def main(arguments):
    options = parse_arguments(arguments)
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
    compiled = {(result["name"], result["version"]) for result in results if "why" not in result}
    failed = [entry for entry in entries if (entry["name"], entry["version"]) not in compiled]
    if options.left:
        code = leave_to_emulation(options, failed)
        if options.compile != "cross":
            return code
    if failed:
        way_out = ". Set compile to auto: what cannot be cross-compiled is then compiled under emulation." if options.left else ""
        print("did not compile: " + ", ".join("%(name)s %(version)s" % entry for entry in failed) + way_out, file=sys.stderr)
    return 1 if failed and not options.partly else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
