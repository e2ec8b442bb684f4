"""Finds the Python that a finished image runs, without running anything of it, and has the checks start with it.

    python3 interpreter.py ROOT CHECKS OUT PLATFORM

ROOT is the root of the image's file system, of whatever platform, with the file ENVIRONMENT in it. CHECKS is the folder
of verify.py and checks.json. OUT/checks gets a copy of it: the first line of verify.py names the interpreter, so that
the kernel starts it without a shell, and checks.json has "interpreter" and "architecture" as well, and of a custom
Dockerfile's image "carries" of carried.py.
OUT/image is copied into the image: a folder that every user may write to, since the image need not have /tmp.

The Python is looked for in this order: verify_python; the words of ENTRYPOINT, then of CMD, each a Python itself or a
script that names one; PATH; VIRTUAL_ENV. Commands come before PATH, which may lead to another Python of the base.

checks.json: {"verify_python": "/opt/venv/bin/python" or null, "starts": {"entrypoint": […], "cmd": […],
              "folder": "/app"} or null, …}

When there is no such Python, one line on the standard error says so, and the exit code is 1.

It runs on the publish base's own Python, 3.6 or newer, on the build machine: the image's Python may be for another
platform, and is not known yet. It uses the standard library alone: the base has nothing else that is sure to be there.
"""
import json
import os
import re
import shlex
import shutil
import struct
import sys

from carried import carried
from facts import Unknown, inside

ENVIRONMENT = "/.python-image-builder/environment"
# Docker's PATH of an image that sets none.
DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
# The longest first line that every kernel takes (BINPRM_BUF_SIZE before Linux 5.1).
LONGEST_LINE = 127
# The segment that names the program which loads this one (System V ABI, "Program Header").
PT_INTERP = 3
# Offsets in the headers for 32 and for 64 bits, and what their first bytes say ("ELF Header", "Program Header").
E_PHOFF, E_PHENTSIZE, P_OFFSET = (28, 32), (42, 54), (4, 8)
EI_CLASS, EI_DATA = 4, 5
ELFCLASS64, ELFDATA2LSB = b"\2", b"\1"


class Image:
    """The files of an image, and the PATH, VIRTUAL_ENV and working folder of its programs."""

    def __init__(self, root, environment, folder="/"):
        self.root, self.environment, self.folder = root, environment, folder
        self.path = [entry for entry in (environment.get("PATH") or DEFAULT_PATH).split(":") if entry.startswith("/")]

    def begins(self, path):
        """The first bytes of an executable file; empty if there is none at that path."""
        try:
            real = inside(self.root, path)
            if not os.path.isfile(real) or not os.stat(real).st_mode & 0o111:
                return b""
            with open(real, "rb") as file:
                return file.read(4096)
        except (OSError, Unknown, ValueError):
            return b""

    def find(self, word):
        """The path of the program that a word names, or None."""
        if "/" in word:
            place = os.path.normpath(os.path.join(self.folder, word))
            return place if self.begins(place) else None
        for folder in self.path:
            place = os.path.join(folder, word)
            if self.begins(place):
                return place
        return None

    def interpreter(self, word):
        """The path of the Python that a word starts, itself or through a script; None if it starts another program."""
        place = self.find(word) if word else None
        if place is None:
            return None
        begins = self.begins(place)
        if not begins.startswith(b"#!"):
            return place if is_python(place, begins) else None
        lines = begins[2:].decode("utf-8", "replace").split("\n")
        words = lines[0].split()
        if len(lines) > 1 and lines[1].startswith("'''exec'"):
            words = [exec_line(lines[1], os.path.dirname(inside(self.root, place))[len(self.root):])]
        elif words and os.path.basename(words[0]) == "env":
            words = [word for word in words[1:] if not word.startswith("-") and "=" not in word]
        runner = self.find(words[0]) if words and words[0] else None
        return runner if runner and is_python(runner, self.begins(runner)) else None


def is_python(place, begins):
    """Whether it has the name of a Python and is a program: version managers give that name to scripts, too."""
    return bool(re.match(r"(python|pypy)[\d.]*t?$", os.path.basename(place))) and begins.startswith(b"\x7fELF")


def exec_line(line, folder):
    """The interpreter in `'''exec' /a path/python "$0" "$@"`, which installers write for a path that is long or has a
    blank, and for scripts that find their Python beside them."""
    beside = re.match(r"'''exec' \"\$\(dirname .*\)\"/'?([^'\" ]+)'? \"\$0\"", line)
    if beside:
        return os.path.join(folder, beside.group(1))
    match = re.match(r"'''exec' (.+) \"\$0\"", line)
    return match.group(1).strip("'\"") if match else ""


def words_of(command, environment):
    """The words of a command in exec form; a script after -c is split into its own words."""
    words = []
    for index, word in enumerate(command):
        if index and re.match(r"-[a-z]*c$", command[index - 1]) and re.search(r"\s", word):
            text = re.sub(r"\$\{?(PATH|VIRTUAL_ENV)\b\}?", lambda match: environment.get(match.group(1)) or "", word)
            try:
                lexer = shlex.shlex(text, posix=True, punctuation_chars=True)
                lexer.whitespace_split = True
                words += list(lexer)
            except ValueError:
                words += text.split()
        else:
            words.append(word)
    return words


def interpreter_of(image, wanted):
    """The path of the image's Python, and what led to it. Raises Unknown."""
    named = wanted.get("verify_python")
    if named:
        if not image.begins(named):
            raise Unknown("verify_python names %s, which is no program in this image" % named)
        if not image.interpreter(named):
            raise Unknown("verify_python names %s, which is no Python: name the path of one, such as /usr/local/bin/python3" % named)
        return named, "verify_python"
    starts = wanted.get("starts") or {}
    for instruction in ("entrypoint", "cmd"):
        for word in words_of(starts.get(instruction) or [], image.environment):
            interpreter = image.interpreter(word)
            if interpreter:
                return interpreter, instruction.upper()
    for name in ("python3", "python"):
        for folder in image.path:
            interpreter = image.interpreter(os.path.join(folder, name))
            if interpreter:
                return interpreter, "PATH"
    for name in ("python3", "python"):
        interpreter = image.environment.get("VIRTUAL_ENV") and image.interpreter("%s/bin/%s" % (image.environment["VIRTUAL_ENV"], name))
        if interpreter:
            return interpreter, "VIRTUAL_ENV"
    raise Unknown("the image has no Python that ENTRYPOINT, CMD, PATH or VIRTUAL_ENV leads to. Name its path in verify_python, "
                  "or leave the checks out with verify: off")


def loader(data):
    """The path of the program that loads this one (ELF's PT_INTERP); None for a static program. Too little for a library,
    and the base has none that reads ELF."""
    wide, order = data[EI_CLASS:EI_DATA] == ELFCLASS64, "<" if data[EI_DATA:EI_DATA + 1] == ELFDATA2LSB else ">"
    try:
        where, = struct.unpack_from(order + ("Q" if wide else "I"), data, E_PHOFF[wide])
        size, count = struct.unpack_from(order + "HH", data, E_PHENTSIZE[wide])
        for index in range(count):
            kind, = struct.unpack_from(order + "I", data, where + index * size)
            if kind == PT_INTERP:
                offset, = struct.unpack_from(order + ("Q" if wide else "I"), data, where + index * size + P_OFFSET[wide])
                return data[offset:data.index(b"\0", offset)].decode("utf-8", "replace")
    except (struct.error, ValueError):
        pass
    return None


def require_loader(image, path):
    """Raises Unknown when the loader is missing: the kernel would say that the program itself is."""
    needed = loader(image.begins(path))
    if needed and not image.begins(needed):
        raise Unknown("its Python, %s, cannot be started: it is loaded by %s, which is not in the image. Copy the C library "
                      "of the image that this Python is from, too" % (path, needed))


def first_line(path):
    line = "#!%s -B" % path
    if len(line) > LONGEST_LINE or re.search(r"\s", path):
        raise Unknown("%s cannot be started: a path with blanks, or longer than %d bytes, is none that a kernel takes from a "
                      "script. Name a link to it in verify_python" % (path, LONGEST_LINE - 5))
    return line


def read_environment(root):
    """The variables in the file ENVIRONMENT, a line NAME=value each."""
    with open(inside(root, ENVIRONMENT), encoding="utf-8", errors="replace") as file:
        return dict(line.rstrip("\n").partition("=")[::2] for line in file)


def place_result(image, folder):
    """Makes the folder for the result, and empty lists of accounts for an image without: BuildKit refuses its `USER 1000`
    then, with which containers would start."""
    result = os.path.join(folder, os.path.dirname(ENVIRONMENT)[1:])
    os.makedirs(result)
    os.chmod(result, 0o1777)
    for name in ("passwd", "group"):
        if not os.path.exists(inside(image.root, "/etc/" + name)):
            os.makedirs(os.path.join(folder, "etc"), exist_ok=True)
            with open(os.path.join(folder, "etc", name), "wb"):
                pass


def prepare(root, checks, out, platform):
    """Copies the checks to `out`, with the interpreter written into them."""
    with open(os.path.join(checks, "checks.json"), encoding="utf-8") as file:
        wanted = json.load(file)
    image = Image(root, read_environment(root), (wanted.get("starts") or {}).get("folder") or "/")
    path, through = interpreter_of(image, wanted)
    require_loader(image, path)
    line = first_line(path)
    place_result(image, os.path.join(out, "image"))
    copy = os.path.join(out, "checks")
    shutil.copytree(checks, copy)
    program = os.path.join(copy, "verify.py")
    with open(program, encoding="utf-8") as file:
        text = file.read()
    with open(program, "w", encoding="utf-8") as file:
        file.write(line + "\n" + text)
    os.chmod(program, 0o755)
    wanted.update(interpreter={"path": path, "through": through}, architecture=platform.split("/")[1])
    # What a rendered Dockerfile makes carries what its base does.
    if wanted.get("starts") is not None:
        wanted["carries"] = carried(image, wanted["starts"])
    with open(os.path.join(copy, "checks.json"), "w", encoding="utf-8") as file:
        json.dump(wanted, file)


def main(arguments):
    if len(arguments) != 4:
        print("usage: interpreter.py ROOT CHECKS OUT PLATFORM", file=sys.stderr)
        return 2
    root, checks, out, platform = arguments
    try:
        prepare(os.path.abspath(root), checks, out, platform)
    except Unknown as problem:
        print("interpreter: %s: %s" % (platform, problem), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
