"""Checks an image from the inside, in one process: under emulation, starting Python is what costs.

    python3 -B verify.py checks.json result.json [library [architecture]]

checks.json: {"python": "3.13", "distribution": "uvicorn", "version": "0.30.1", "extras": ["standard"],
              "requirements": ["click", …], "verify_command": "uvicorn --version" or null, "scripts": true,
              "cmd": ["uvicorn", "app:app"] or null,
              "time_limit": 300,
              "interpreter": {"path": "/usr/local/bin/python3", "through": "PATH"}, "architecture": "arm64"}
result.json: {"python": "3.13.9", "machine": "armv7l", "checks": [{"name": "interpreter", "ok": true, "seconds": 0.1,
              "message": "…"}, …]}

The checks: interpreter, metadata, imports, libraries, scripts, cmd, command. What runs code of the packages runs in a
forked child, so that a crash is a finding and not an end. The exit code is 0 whatever was found.

`interpreter` and `architecture` are from interpreter.py, which also says how this program is started.

`library` is bytecode of the standard library, made by bytecode.py on the build machine. `architecture` is BuildKit's
TARGETARCH: a base of another one would run all the same, natively or emulated, and be published under a wrong name.

Python 3.6 or newer; of the standard library only what starts fast.
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from checks.bytecode import for_children, use_library

# Before anything else is imported: nearly everything that follows has its bytecode there
if len(sys.argv) > 3:
    use_library(sys.argv[3])

import json
import time

from checks.child import in_child, tail
from checks.imports import run_imports
from checks.installed import installed, normalized
from checks.libraries import check_libraries
from checks.metadata import check_metadata
from checks.scripts import check_scripts

LIMIT = 300
# e_machine in the header of an executable (ELF, "Object Files"), by TARGETARCH.
MACHINES = {"386": 3, "amd64": 62, "arm": 40, "arm64": 183, "ppc64le": 21, "riscv64": 243, "s390x": 22}


def machine_of(path):
    """e_machine of an executable."""
    with open(path, "rb") as file:
        header = file.read(20)
    return int.from_bytes(header[18:20], "big" if header[5:6] == b"\2" else "little")


def check_interpreter(wanted, architecture=None):
    found = "%d.%d.%d" % sys.version_info[:3]
    expected = MACHINES.get(architecture)
    if expected is not None and machine_of(sys.executable) != expected:
        return False, "its Python is built for another processor than %s: the base has no image for this platform" % architecture
    if (found + ".").startswith(wanted.split("rc")[0].split("a")[0].split("b")[0] + "."):
        return True, "Python %s" % found
    return False, "the image runs Python %s, wanted is %s" % (found, wanted)


def named(wanted, ok, message):
    """A message with the interpreter in it that was looked into, and where another one could matter, the way to it."""
    interpreter = wanted.get("interpreter")
    if not interpreter:
        return message
    text = "%s, through %s" % (interpreter["path"], interpreter["through"])
    if ok:
        return "%s: %s" % (message, text)
    if not wanted.get("starts"):
        return message
    return "%s. Looked into was %s: if the image runs another Python, name its path in verify_python" % (message, text)


def check_cmd(command):
    """The program that a container would run is there."""
    program = command[0]
    folders = [""] if "/" in program else os.environ.get("PATH", os.defpath).split(":")
    for folder in folders:
        path = os.path.join(folder, program)
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return True, "%s is %s" % (program, path)
    return False, "the command's program %s is not in the image: name a console script of the package, or a path" % program


def check_command(command, limit, library, there):
    """What the image's user asked for. The Pythons that it starts get the same bytecode as this one."""
    if not os.access("/bin/sh", os.X_OK):
        return False, "`%s` needs a shell, and this image has no /bin/sh: leave verify_command empty" % command
    folder = None
    if library and there and os.path.isdir(library):
        site = os.path.join(os.path.dirname(os.__file__), "site-packages")
        paths = [path for one in there.values() if one.site == site for path in one.files() if path.endswith(".pyc")]
        folder = for_children(library, site, paths, "/tmp/verify-bytecode-%d" % os.getpid())

    def body(say):
        if folder:
            os.environ["PYTHONPYCACHEPREFIX"] = folder
        os.execv("/bin/sh", ["sh", "-c", command])

    _, output, ended = in_child(body, limit)
    if ended:
        return False, "`%s`: %s\n%s" % (command, ended, tail(output))
    return True, tail(output) or "`%s` ended well, without output" % command


def verify(wanted, library=None, architecture=None):
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
    check("interpreter", lambda: check_interpreter(wanted["python"], architecture or wanted.get("architecture")))
    checks[-1]["message"] = named(wanted, checks[-1]["ok"], checks[-1]["message"])
    there = installed()
    main = there.get(normalized(wanted["distribution"]))
    check("metadata", lambda: check_metadata(wanted, there))
    if main is None:
        checks[-1]["message"] = named(wanted, False, checks[-1]["message"])
    if main is not None:
        extras = {normalized(extra) for extra in wanted.get("extras", [])}
        own = [script for script in main.scripts() if set(script[3]) <= extras] if wanted.get("scripts", True) else []
        imports, loads = run_imports(main, own, limit)
        message = "failed: " + "; ".join(imports[0]) if imports[0] else imports[2]
        checks.append({"name": "imports", "ok": not imports[0], "seconds": round(imports[1], 3), "message": message})
        check("libraries", lambda: check_libraries(there, limit))
        if wanted.get("scripts", True):
            check("scripts", lambda: check_scripts(main, there, extras, loads[0], loads[2]))
            checks[-1]["seconds"] = round(checks[-1]["seconds"] + loads[1], 3)
    if wanted.get("cmd"):
        check("cmd", lambda: check_cmd(wanted["cmd"]))
    if wanted.get("verify_command"):
        check("command", lambda: check_command(wanted["verify_command"], limit, library, there))
    return {"python": "%d.%d.%d" % sys.version_info[:3], "machine": os.uname().machine, "checks": checks}


def main(arguments):
    # What is imported must be what the image's own programs see, not this folder
    sys.path[:] = [path for path in sys.path if os.path.abspath(path) != HERE]
    with open(arguments[0], encoding="utf-8") as file:
        wanted = json.load(file)
    text = json.dumps(verify(wanted, *arguments[2:4]), ensure_ascii=False)
    if arguments[1:]:
        with open(arguments[1], "w", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
