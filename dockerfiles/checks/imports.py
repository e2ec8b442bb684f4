"""Whether the modules of the main distribution import, and its entry points load."""
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


def lacking(error):
    """The top-level module whose absence is behind an exception; empty where it is something else."""
    while error is not None:
        if isinstance(error, ModuleNotFoundError) and error.name:
            return error.name.split(".")[0]
        error = error.__cause__ or error.__context__
    return ""


def tried(names, scripts, limit):
    """Imports and loads in one child. Gives a list of (kind, what, seconds, the module it lacks, problem or "")."""
    work = [("import", name, "") for name in names] + [("load", module, attribute) for _, module, attribute, _ in scripts]

    def body(say):
        import faulthandler
        faulthandler.enable(2, all_threads=False)
        # What is imported here must not meet this program's own modules under their names
        for name in [name for name in sys.modules if name.split(".")[0] == "checks"]:
            del sys.modules[name]
        for _, name, attribute in work:
            began, lacks, problem = time.time(), "", ""
            say("begin")
            try:
                load(name, attribute)
            except BaseException as error:
                lacks, problem = lacking(error), words(error)
            say("%.3f\t%s\t%s" % (time.time() - began, lacks, problem))

    lines, output, ended = in_child(body, limit)
    found = []
    for (kind, name, attribute), line in zip(work, [line for line in lines if line != "begin"]):
        seconds, lacks, problem = line.split("\t", 2)
        found.append((kind, ":".join(part for part in (name, attribute) if part), float(seconds), lacks, problem))
    if lines and lines[-1] == "begin":
        kind, name, _ = work[len(found)]
        # Python's own report of where it was, when it could still write one
        frames = [line.strip() for line in output.splitlines() if line.startswith('  File "') and "importlib" not in line]
        where = ", in " + frames[0].replace('File "', "").replace('"', "") if frames else ""
        found.append((kind, "", 0.0, "", "%s while importing %s%s" % (ended or "process ended", name, where)))
    elif ended is not None:
        found.append(("import", "", 0.0, "", ended + "\n" + tail(output, 5)))
    return found


def run_imports(main, scripts, limit):
    """The checks of imports and of loading the entry points, each as (problems, seconds, message when fine).

    One of several may want a package that no requirement names: then it belongs to an extra that was not asked for,
    since the requirements themselves are checked elsewhere. That is said, and is no problem."""
    names = modules(main)
    results = tried(names, scripts, limit)
    own = {name.split(".")[0] for name in names}
    checks = []
    for kind in ("import", "load"):
        of_kind = [result for result in results if result[0] == kind]
        works = any(not problem for _, _, _, _, problem in of_kind)
        problems, notes = [], []
        for _, what, _, lacks, problem in of_kind:
            if problem and works and lacks and lacks not in own and lacks not in GONE:
                notes.append("%s not, for want of %s" % (what, lacks))
            elif problem:
                problems.append(": ".join(part for part in (what, problem) if part))
        checks.append((problems, sum(seconds for _, _, seconds, _, _ in of_kind), "; ".join(notes)))
    (problems, seconds, notes), loads = checks
    if names:
        fine = "imported " + ", ".join(what for kind, what, _, _, problem in results if kind == "import" and not problem)
    else:
        fine = "%s has no modules%s" % (main.name, ": only type stubs" if any(path.endswith(".pyi") for path in main.files()) else "")
    return (problems, seconds, fine + ("; " + notes if notes else "")), loads
