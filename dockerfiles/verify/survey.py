"""Reads an image that may hold anything, without running anything of it, and prepares what is run in it.

    python3 survey.py ROOT CHECKS SHELL OUT PLATFORM

ROOT is the root of the image's file system, of whatever platform, with the file ENVIRONMENT of interpreter.py in it. CHECKS
is the folder of checks.json (see verify.py; `test` is the text of a program or null). SHELL is the root of an image of
Alpine for the same platform.

OUT/survey.json: {"checks": [as in verify.py's result], "steps": {"entry": "what it starts", …},
                  "carries": as carried.py has it}
OUT/checks is mounted into the image: run.sh, its `steps`, the shell, and verify.py where the image has a Python.
OUT/image is copied into it: see interpreter.place_result.

When the image cannot be checked at all, one line on the standard error says so, and the exit code is 1.

It runs on the build machine, on the Python of the image that the checks bring along, 3.9 or newer, whose package index is
not asked: so it uses the standard library alone.
"""
import glob
import json
import os
import py_compile
import shlex
import shutil
import sys
import time

from carried import carried
from checks import elf
from checks.child import in_child
from checks.findings import Skips, finding
from facts import Unknown, inside
from interpreter import Image, first_line, interpreter_of, loader, place_result, read_environment, require_loader

HERE = os.path.dirname(os.path.abspath(__file__))
# Processors whose programs a platform runs (TARGETARCH to `elf.MACHINES`).
RUNS = {"amd64": ("amd64", "386"), "arm64": ("arm64", "arm"), "arm": ("arm",)}
# Processors whose programs a machine runs by itself (`uname -m` to TARGETARCH).
NATIVE = {"x86_64": ("amd64", "386"), "aarch64": ("arm64",), "armv7l": ("arm",)}
# Folders besides PATH and the working folder in which an image's own programs usually are.
OWN = ("/usr/local", "/opt", "/app", "/srv")
# Folders of other programs' packages, whose files load each other: verify.py looks at Python's. Official slim images of
# Python have parts of the standard library without what those need (lib-dynload): that is no fault of who builds on them.
PACKAGES = ("site-packages", "dist-packages", "lib-dynload", "node_modules", "conda-meta", "pkgs")
# Files that are looked at: an image may hold millions.
MOST = 20000


def entry_words(starts):
    """The words that a container of the image starts."""
    return list(starts.get("entrypoint") or []) + list(starts.get("cmd") or [])


def check_entry(image, starts, architecture):
    """Whether the program that containers start is there, and made for this platform. Gives (findings, message, the words
    that have its loader list its libraries)."""
    words = entry_words(starts)
    if not words:
        return [], "", []
    program = words[0]
    place = image.find(program)
    if place is None:
        named = program if program.startswith("/") else os.path.join(image.folder, program)
        there = "/" in program and os.path.exists(inside(image.root, named))
        why = "which may not be executed: make it so, as COPY --chmod=755 does" if there else "which is not in it"
        text = "the image starts %s, %s" % (program, why)
        # A CMD is often replaced when a container is started.
        return [finding("entry-missing" if starts.get("entrypoint") else "cmd-absent", program, text)], "", []
    runner, begins = place, image.begins(place)
    if begins.startswith(b"#!"):
        line = begins[2:].split(b"\n")[0].decode("utf-8", "replace").split()
        runner = image.find(line[0]) if line else None
        if runner is None:
            text = "the image starts %s, whose first line names %s, which is not in it" % (program, line[0] if line else "nothing")
            return [finding("entry-missing", program, text)], "", []
    try:
        info = elf.read(inside(image.root, runner))
    except elf.UNREADABLE:
        info = None
    if info is None:
        return [], "%s is %s" % (program, place), []
    if info["machine"] not in RUNS.get(architecture, (info["machine"],)):
        text = "the image starts %s, which is a program for %s, and this platform is %s" % (program, info["machine"], architecture)
        return [finding("entry-processor", program, text)], "", []
    needed = loader(image.begins(runner))
    if needed is None:
        return [], "%s is %s, which needs no library" % (program, place), []
    if not image.begins(needed):
        text = "the image starts %s, which is loaded by %s, and that is not in the image" % (program, needed)
        return [finding("entry-loader", program, text)], "", []
    return [], "%s is %s" % (program, place), [needed, "--list", runner]


def own_files(image):
    """Paths of the image's files in PATH, and below its own folders: at most MOST, and whether there are more."""
    paths, seen = [], set()

    def add(path):
        real = os.path.join("/", os.path.relpath(inside(image.root, path), image.root))
        if real not in seen:
            seen.add(real)
            paths.append(real)

    for folder in image.path:
        for name in listed(image, folder):
            add(os.path.join(folder, name))
    tops = [folder for folder in OWN + (image.folder,) if folder != "/"]
    for top in tops:
        for at, folders, names in os.walk(inside(image.root, top)):
            folders[:] = sorted(name for name in folders if name not in PACKAGES)
            for name in sorted(names):
                if len(paths) >= MOST:
                    return paths, True
                add(os.path.join("/", os.path.relpath(os.path.join(at, name), image.root)))
    return paths, False


def listed(image, folder):
    try:
        return sorted(os.listdir(inside(image.root, folder)))
    except (OSError, Unknown):
        return []


def check_links(image, skips):
    """Links in PATH that lead nowhere: a program that is missing under its usual name."""
    findings, count = [], 0
    for folder in image.path:
        for name in listed(image, folder):
            path = os.path.join(folder, name)
            try:
                step = os.path.join(inside(image.root, folder), name)
                if not os.path.islink(step):
                    continue
                count += 1
                # Links into a file system that only a container has are no fault.
                target = inside(image.root, path)[len(image.root):]
                if not os.path.lexists(os.path.join(image.root, target.lstrip("/"))) and not target.startswith(("/proc/", "/sys/", "/dev/")):
                    findings.append(finding("link-broken", name, "%s leads to %s, which is not in the image" % (path, os.readlink(step))))
            except (OSError, Unknown):
                findings.append(finding("link-broken", name, "%s leads round in a circle" % path))
    return [one for one in findings if not skips.covers("links", one["subject"])], "%d links in PATH" % count


def check_libraries(image, architecture, skips):
    """Whether the loader would find what the image's own programs and libraries need."""
    paths, more = own_files(image)
    programs = []
    for path in paths:
        try:
            real = inside(image.root, path)
            if os.path.isfile(real) and (os.stat(real).st_mode & 0o111 or ".so" in os.path.basename(path)):
                with open(real, "rb") as file:
                    if file.read(4) == elf.MAGIC:
                        programs.append(path)
        except (OSError, Unknown):
            continue
    linking = elf.missing(programs, {os.path.basename(path) for path in programs}, architecture, system_of(image))
    findings = []
    for library, path in sorted(linking["missing"].items()):
        subject = os.path.basename(path)
        if not skips.covers("programs", subject):
            findings.append(finding("program-library", subject, "%s needs %s, which is not in the image" % (path, library)))
    message = "%d programs and libraries" % len(programs)
    return findings, message + " of the first %d files" % MOST if more else message


def system_of(image):
    def real(path):
        try:
            return inside(image.root, path)
        except Unknown:
            # A circle of links, which no program follows either.
            return image.root + path

    return elf.System(image.root, real, image.environment.get("LD_LIBRARY_PATH") or "")


def prepare_python(image, wanted, checks, copy, architecture):
    """Has run.sh start verify.py, where the image has a Python. Gives whether it has. Raises Unknown."""
    try:
        path, through = interpreter_of(image, wanted)
        require_loader(image, path)
        line = first_line(path)
    except Unknown:
        if wanted.get("verify_python"):
            raise
        return False
    shutil.copytree(os.path.join(checks, "checks"), os.path.join(copy, "checks"))
    program = os.path.join(copy, "verify.py")
    with open(os.path.join(checks, "verify.py"), encoding="utf-8") as file:
        text = file.read()
    write(program, line + "\n" + text, 0o755)
    wanted["interpreter"] = {"path": path, "through": through}
    if architecture not in NATIVE.get(os.uname().machine, ()):
        prepare_bytecode(image, path, os.path.join(copy, "library"))
    return True


def prepare_bytecode(image, interpreter, library):
    """Compiles what verify.py imports, for an image whose Python has the same format of bytecode as this one: official
    images come without bytecode, and under emulation compiling it takes three quarters of the checks' time. `library` is
    laid out for checks/bytecode.py."""
    series = "python%d.%d" % sys.version_info[:2]
    prefix = os.path.dirname(os.path.dirname(inside(image.root, interpreter)[len(image.root):]))
    top = os.path.join(prefix, "lib", series)
    here = os.path.dirname(os.__file__)
    for path in imported():
        if path.startswith(here + "/"):
            place = os.path.join(top, os.path.relpath(path, here))
            source = inside(image.root, place)
        elif path.startswith(os.path.join(HERE, "checks") + "/"):
            place, source = os.path.join("/checks", os.path.relpath(path, HERE)), path
        else:
            continue
        target = os.path.join(library, "%s.%s.pyc" % (place[1:-3], sys.implementation.cache_tag))
        if os.path.isfile(source):
            py_compile.compile(source, target, dfile=place, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)


def imported():
    """Paths of the modules that verify.py imports when it checks this process's own Python."""
    def body(say):
        del sys.argv[1:]
        import verify
        verify.verify({"python": None, "distribution": None})
        for module in list(sys.modules.values()):
            if (getattr(module, "__file__", None) or "").endswith(".py"):
                say(module.__file__)

    return in_child(body, 60)[0]


def prepare_shell(shell, copy):
    """Copies the shell and its loader. Raises Unknown."""
    folder = os.path.join(copy, "shell")
    os.makedirs(folder)
    loaders = glob.glob(os.path.join(shell, "lib", "ld-musl-*.so.1"))
    busybox = os.path.join(shell, "bin", "busybox")
    if not loaders or not os.path.isfile(busybox):
        raise Unknown("the image of the checks is none of Alpine: it has no /bin/busybox")
    for source, name in ((loaders[0], "loader"), (busybox, "busybox")):
        shutil.copyfile(source, os.path.join(folder, name))
        os.chmod(os.path.join(folder, name), 0o755)


def write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)


def survey(root, checks, shell, out, platform):
    with open(os.path.join(checks, "checks.json"), encoding="utf-8") as file:
        wanted = json.load(file)
    starts = wanted.get("starts") or {}
    architecture = platform.split("/")[1]
    image = Image(root, read_environment(root), starts.get("folder") or "/")
    copy = os.path.join(out, "checks")
    place_result(image, os.path.join(out, "image"))
    prepare_shell(shell, copy)
    shutil.copyfile(os.path.join(checks, "run.sh"), os.path.join(copy, "run.sh"))
    done, steps, skips = [], {}, Skips(wanted.get("skip") or [])

    def check(name, body):
        began = time.time()
        try:
            findings, message = body()
        except Exception as error:
            findings, message = [finding("check-error", name, "this check itself failed: %s: %s" % (type(error).__name__, error))], ""
        done.append({"name": name, "seconds": round(time.time() - began, 3), "message": message, "findings": findings,
                     "skipped": [line for line in skips.used if line.partition(":")[0] == name]})

    def entry():
        findings, message, words = check_entry(image, starts, architecture)
        if words:
            steps["entry"] = message
            write(os.path.join(copy, "steps", "entry"), "".join(word + "\n" for word in words))
        return findings, message

    if entry_words(starts):
        check("entry", entry)
    check("links", lambda: check_links(image, skips))
    check("programs", lambda: check_libraries(image, architecture, skips))
    has_shell = bool(image.begins("/bin/sh"))
    command, test = wanted.get("verify_command"), wanted.get("test")
    if command and not has_shell:
        words = "`%s` needs a shell, and this image has no /bin/sh: leave verify_command empty" % command
        check("command", lambda: ([finding("command-failed", command, words)], ""))
    elif command:
        steps["command"] = command
        write(os.path.join(copy, "steps", "command"), command + "\n")
    if test:
        steps["test"] = "test.sh"
        write(os.path.join(copy, "steps", "test"), test if test.startswith("#!") else "#!/bin/sh\n" + test, 0o755)
    for index, run in enumerate(wanted.get("runs") or []):
        if not starts.get("entrypoint"):
            words = "the image has no ENTRYPOINT that could be started with %s" % " ".join(run["arguments"])
            check("run", lambda words=words: ([finding("run-failed", "entrypoint", words)], ""))
            continue
        steps["run-%d" % index] = run
        words = [shlex.quote(word) for word in list(starts["entrypoint"]) + run["arguments"]]
        write(os.path.join(copy, "steps", "run-%d" % index), "set -- %s\n" % " ".join(words))
    if prepare_python(image, wanted, checks, copy, architecture):
        steps["python"] = wanted["interpreter"]["path"]
    wanted.update(architecture=architecture, verify_command=None, cmd=None)
    write(os.path.join(copy, "checks.json"), json.dumps(wanted))
    write(os.path.join(out, "survey.json"), json.dumps({"checks": done, "steps": steps, "carries": carried(image, starts)}))


def main(arguments):
    if len(arguments) != 5:
        print("usage: survey.py ROOT CHECKS SHELL OUT PLATFORM", file=sys.stderr)
        return 2
    root, checks, shell, out, platform = arguments
    try:
        survey(os.path.abspath(root), checks, shell, out, platform)
    except Unknown as problem:
        print("interpreter: %s: %s" % (platform, problem), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
