"""Checks an image from the inside, in one process: under emulation, a start of Python takes seconds.

    python3 -B verify.py checks.json result.json [library [architecture]]

checks.json: {"python": "3.13", "distribution": "uvicorn", "version": "0.30.1", "extras": ["standard"],
              "requirements": ["click", …], "verify_command": "uvicorn --version" or null, "scripts": true,
              "cmd": ["uvicorn", "app:app"] or null, "skip": ["imports:kaggle", …],
              "trial": "uvicorn --help", run where verify_command is null, and left out where nothing is,
              "time_limit": 300,
              "interpreter": {"path": "/usr/local/bin/python3", "through": "PATH"}, "architecture": "arm64"}
`python`, `distribution` and `version` are null where the image is not one of a Python package: then what is installed is
looked at, and nothing is asked for.

result.json: {"python": "3.13.9", "machine": "armv7l", "checks": [{"name": "interpreter", "seconds": 0.1,
              "message": what was looked at, "findings": [{"kind", "subject", "message"}, …], "skipped": ["imports:kaggle"]}, …]}

The checks: interpreter, metadata, imports, libraries, scripts, cmd, command. Code of the packages runs in a forked child,
so that its crash is a finding. The exit code is 0 whatever was found: whoever reads the result decides what a finding
means for the image.

`time_limit` is seconds for the imports, extensions and scripts together, and once more for verify_command. Variables of
/run/secrets/verify_env, a JSON object, are set for the checks alone.

interpreter.py writes `interpreter` and `architecture` there, and says how this program is started.

interpreter.py may write `carries` of carried.py there, which the result has then, with `root` in place of `starts`: whether the
image starts something as root.

`library` is bytecode of the standard library, made by bytecode.py on the build machine. `architecture` is BuildKit's
TARGETARCH: a base of another one would run all the same, natively or emulated, and be published under a wrong name.

It runs on the image's own Python, which may be 3.6, and so does all of checks/: an image is checked with the Python that
it runs. Nothing can be installed into it, and of the standard library only modules that start fast are used, because
the image may be emulated.
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from checks.bytecode import for_children, use_library

# First, since nearly all modules that are imported below have their bytecode there.
if len(sys.argv) > 3:
    use_library(sys.argv[3])

import json
import time

from checks.child import in_child, tail
from checks.findings import Skips, finding
from checks.imports import run_imports
from checks.installed import installed, normalized
from checks.libraries import check_libraries
from checks.metadata import check_metadata
from checks.packages import together
from checks.scripts import check_scripts

LIMIT = 300
# Seconds for a command that nobody asked for.
TRIAL = 60
# Findings that verify_skip cannot leave out: without the package there is nothing to check.
UNSKIPPABLE = ("not-installed", "other-version")
# The path of the secret with the variables of `verify_env`.
VARIABLES = "/run/secrets/verify_env"
# e_machine in the header of an executable (ELF, "Object Files"), by TARGETARCH.
MACHINES = {"386": 3, "amd64": 62, "arm": 40, "arm64": 183, "ppc64le": 21, "riscv64": 243, "s390x": 22}


def machine_of(path):
    """e_machine of an executable."""
    with open(path, "rb") as file:
        header = file.read(20)
    return int.from_bytes(header[18:20], "big" if header[5:6] == b"\2" else "little")


def check_interpreter(wanted, architecture=None):
    version = "%d.%d.%d" % sys.version_info[:3]
    expected = MACHINES.get(architecture)
    if expected is not None and machine_of(sys.executable) != expected:
        words = "its Python is built for another processor than %s: the base has no image for this platform" % architecture
        return [finding("interpreter-processor", "python", words)], ""
    if wanted and not (version + ".").startswith(wanted.split("rc")[0].split("a")[0].split("b")[0] + "."):
        return [finding("interpreter-version", "python", "the image runs Python %s, wanted is %s" % (version, wanted))], ""
    return [], "Python %s" % version


def name_interpreter(wanted, check):
    """Adds the Python that was used to a check's result. If the image may start another one, its findings say how to name
    that."""
    interpreter = wanted.get("interpreter")
    if not interpreter:
        return
    text = "%s, through %s" % (interpreter["path"], interpreter["through"])
    if not check["findings"]:
        check["message"] += ": " + text
    elif wanted.get("starts"):
        for one in check["findings"]:
            one["message"] += ". Looked into was %s: if the image runs another Python, name its path in verify_python" % text


def name_all_packages(imports, libraries):
    """Python names only the first missing library. The advice gets the packages of the others, too, so that one run mends
    all."""
    for one in imports["findings"]:
        if one["kind"] == "import-library":
            advice = [one["advice"]] + [other["advice"] for other in libraries["findings"] if other["kind"] == "extension-library"]
            one["advice"] = together(advice)


def check_cmd(command):
    """Checks that the program of the image's command exists."""
    program = command[0]
    folders = [""] if "/" in program else os.environ.get("PATH", os.defpath).split(":")
    for folder in folders:
        path = os.path.join(folder, program)
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return [], "%s is %s" % (program, path)
    words = "the command's program %s is not in the image: name a console script of the package, or a path" % program
    return [finding("cmd-missing", program, words)], ""


def check_command(command, limit, library, distributions, kind="command-failed"):
    """Runs verify_command, or the trial. The Pythons that it starts get the same bytecode as this one."""
    if not os.access("/bin/sh", os.X_OK):
        words = "`%s` needs a shell, and this image has no /bin/sh: leave verify_command empty" % command
        return [finding(kind, command, words)], ""
    folder = None
    if library and distributions and os.path.isdir(library):
        site = os.path.join(os.path.dirname(os.__file__), "site-packages")
        paths = [path for one in distributions.values() if one.site == site for path in one.files() if path.endswith(".pyc")]
        folder = for_children(library, site, paths, "/tmp/verify-bytecode-%d" % os.getpid())

    def body(say):
        if folder:
            os.environ["PYTHONPYCACHEPREFIX"] = folder
        os.execv("/bin/sh", ["sh", "-c", command])

    _, output, ended = in_child(body, limit)
    if ended:
        return [finding(kind, command, "`%s`: %s\n%s" % (command, ended, tail(output)))], ""
    return [], tail(output) or "`%s` ended well, without output" % command


def verify(wanted, library=None, architecture=None):
    """Runs all checks, in order. A check that raises gives a finding: nothing is known of what it was to look at."""
    checks, skips = [], Skips(wanted.get("skip") or [])

    def check(name, body, seconds=0.0):
        began = time.time()
        try:
            findings, message = body()
        except Exception as error:
            findings, message = [finding("check-error", name, "this check itself failed: %s: %s" % (type(error).__name__, error))], ""
        findings = [one for one in findings if one["kind"] in UNSKIPPABLE or not skips.covers(name, one["subject"])]
        checks.append({"name": name, "seconds": round(seconds + time.time() - began, 3), "message": message, "findings": findings,
                       "skipped": [line for line in skips.used if line.partition(":")[0] == name]})

    limit = wanted.get("time_limit") or LIMIT
    deadline = time.time() + limit
    check("interpreter", lambda: check_interpreter(wanted["python"], architecture or wanted.get("architecture")))
    name_interpreter(wanted, checks[-1])
    distributions = installed()
    named = wanted["distribution"]
    main = distributions.get(normalized(named)) if named else None
    check("metadata", lambda: check_metadata(wanted, distributions))
    if named and main is None:
        name_interpreter(wanted, checks[-1])
    if not named:
        check("libraries", lambda: check_libraries(distributions, None, skips, deadline))
    if main is not None:
        extras = {normalized(extra) for extra in wanted.get("extras", [])}
        loadable = [script for script in main.scripts() if set(script[3]) <= extras] if wanted.get("scripts", True) else []
        loads = [[], 0.0, []]

        def imports():
            imported, loads[:] = run_imports(main, distributions.values(), loadable, skips, deadline)
            return imported[0], imported[2]

        check("imports", imports)
        # Entry points are loaded in the same child; their time counts for the check of scripts.
        checks[-1]["seconds"] = round(checks[-1]["seconds"] - loads[1], 3)
        check("libraries", lambda: check_libraries(distributions, main, skips, deadline))
        name_all_packages(checks[-2], checks[-1])
        if wanted.get("scripts", True):
            check("scripts", lambda: check_scripts(main, distributions, extras, loads, skips), loads[1])
    if wanted.get("cmd"):
        check("cmd", lambda: check_cmd(wanted["cmd"]))
    if wanted.get("verify_command"):
        check("command", lambda: check_command(wanted["verify_command"], limit, library, distributions))
    elif wanted.get("trial"):
        # A daemon that takes no arguments runs until it is stopped.
        check("command", lambda: check_command(wanted["trial"], min(limit, TRIAL), library, distributions, "trial-failed"))
    result = {"python": "%d.%d.%d" % sys.version_info[:3], "machine": os.uname().machine, "checks": checks}
    if wanted.get("carries"):
        carries = dict(wanted["carries"])
        carries["root"] = carries.pop("starts") and os.getuid() == 0
        result["carries"] = carries
    return result


def set_variables(path):
    """Sets the variables of `verify_env` in this process, so that the processes that it starts have them, too."""
    try:
        with open(path, encoding="utf-8") as file:
            os.environ.update(json.load(file))
    except FileNotFoundError:
        pass


def main(arguments):
    # The packages must be imported as the image's own programs import them, without this folder.
    sys.path[:] = [path for path in sys.path if os.path.abspath(path) != HERE]
    with open(arguments[0], encoding="utf-8") as file:
        wanted = json.load(file)
    set_variables(VARIABLES)
    text = json.dumps(verify(wanted, *arguments[2:4]), ensure_ascii=False)
    if arguments[1:]:
        with open(arguments[1], "w", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
