"""Whether the modules of the main distribution import, and its entry points load."""
import os
import sys
import time

from checks.child import in_child, tail
from checks.installed import modules
from checks.libraries import hint

# Modules that newer Pythons or setuptools no longer have, and what brings them.
GONE = {"pkg_resources": "setuptools<81", "distutils": "setuptools", "imp": None, "asyncore": "pyasyncore", "asynchat": "pyasynchat",
        "telnetlib": "standard-telnetlib", "cgi": "legacy-cgi"}


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


def run_imports(main, scripts, limit):
    """Imports and loads in one child. Gives the two checks (ok, message, seconds) of imports and scripts' loading."""
    names = modules(main)

    def body(say):
        import faulthandler
        faulthandler.enable(2, all_threads=False)
        # What is imported here must not meet this program's own modules under their names
        for name in [name for name in sys.modules if name.split(".")[0] == "checks"]:
            del sys.modules[name]
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
