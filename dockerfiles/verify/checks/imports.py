"""Checks that the modules of the main distribution import, and that its entry points load.

It runs on the image's own Python, as verify.py says: 3.6 or newer, and of the standard library only what starts fast.
"""
import os
import sys
import time

from checks.causes import cause, extension_of
from checks.child import in_child, tail
from checks.findings import finding
from checks.installed import modules, normalized

# Modules that are imported at most: some distributions have thousands.
MOST = 24


def load(module, attribute):
    """Imports a module and gives the attribute that an entry point names, or the module."""
    value = __import__(module, fromlist=["_"])
    for part in attribute.split(".") if attribute else []:
        value = getattr(value, part)
    return value


def missing_file_of(main):
    """A function that tells whether a module's file is in RECORD and not in the image."""
    def says(module):
        stem = module.replace(".", "/")
        for path in main.files():
            if path in (stem + ".py", stem + "/__init__.py") or path.startswith(stem + ".") and path.endswith(".so"):
                return not os.path.exists(os.path.join(main.site, path))
        return False

    return says


class Attempt:
    """One import or load: its name and seconds; the cause, words and way out of its failure, and the path of the extension
    that did not load, empty if it worked."""

    def __init__(self, kind, what, subject, seconds=0.0, cause="", problem="", advice="", extension=""):
        self.kind, self.what, self.subject, self.seconds = kind, what, subject, seconds
        self.cause, self.problem, self.advice, self.extension = cause, problem, advice, extension
        # The module of the script's entry point, if `what` is one.
        module = what.rpartition("(")[2].split(":")[0]
        self.target_is_missing = any("No module named '%s'" % name in problem for name in (module, module.split(".")[0]))


def attempt_all(work, own_names, missing_file, deadline):
    """Imports and loads in one child, and in a further one after each crash. `work`: (kind, module, attribute, subject of
    a finding); `own_names` and `missing_file` are arguments of `cause`. Gives an Attempt for each that began before the
    deadline."""
    attempts = []
    while len(attempts) < len(work) and time.time() < deadline:
        rest = work[len(attempts):]

        def body(say, rest=rest):
            import faulthandler
            faulthandler.enable(2, all_threads=False)
            # A package of the image may be called `checks`, too.
            for name in [name for name in sys.modules if name.split(".")[0] == "checks"]:
                del sys.modules[name]
            for _, name, attribute, _ in rest:
                began, why, problem, advice, extension = time.time(), "", "", "", ""
                say("begin")
                try:
                    load(name, attribute)
                except BaseException as error:
                    why, problem, advice = cause(error, own_names, missing_file)
                    extension = extension_of(error)
                say("%.3f\t%s\t%s\t%s\t%s" % (time.time() - began, why, advice, extension, problem))

        began = time.time()
        lines, output, ended = in_child(body, max(1, deadline - began))
        for (kind, name, attribute, subject), line in zip(rest, [line for line in lines if line != "begin"]):
            seconds, why, advice, extension, problem = line.split("\t", 4)
            what = name if kind == "import" else "%s (%s)" % (subject, ":".join(part for part in (name, attribute) if part))
            attempts.append(Attempt(kind, what, subject, float(seconds), why, problem, advice, extension))
        if lines and lines[-1] == "begin":
            kind, name, _, subject = work[len(attempts)]
            # faulthandler's report of where the crash was, if it could write one.
            frames = [line.strip() for line in output.splitlines() if line.startswith('  File "') and "importlib" not in line]
            where = ", in " + frames[0].replace('File "', "").replace('"', "") if frames else ""
            ended = ended or "process ended"
            why = "time" if ended.startswith("did not end") else "crash" if "signal" in ended else "error"
            attempts.append(Attempt(kind, "", subject, time.time() - began, why, "%s while importing %s%s" % (ended, name, where)))
        elif not lines:
            kind, name, _, subject = rest[0]
            attempts.append(Attempt(kind, name, subject, time.time() - began, "error", (ended or "process ended") + "\n" + tail(output, 5)))
        elif ended is not None and len(attempts) == len(work):
            # All was imported; failing at its own end says nothing about the modules.
            break
    return attempts


def imports_itself(main, attempts):
    """Whether the package is usable: a module with the distribution's name can be imported, or any module if none has its
    name."""
    imports = [one for one in attempts if one.kind == "import"]
    named = [one for one in imports if normalized(one.subject) == main.name]
    return any(not one.problem for one in named or imports)


# Cause to kind of finding: for a module that the package works without, for a script, for the package itself.
PART_KINDS = {"extra": "part-extra", "library": "part-library", "crash": "part-crash", "symbol": "part-symbol", "processor": "part-processor",
        "file-missing": "file-missing", "damaged": "file-damaged", "time": "time-limit"}
SCRIPT_KINDS = {"extra": "script-extra", "library": "script-library", "crash": "script-crash", "file-missing": "file-missing",
          "damaged": "file-damaged", "time": "time-limit"}
PACKAGE_KINDS = {"file-missing": "file-missing", "damaged": "file-damaged"}


def kind_of(one, works):
    """The kind of the finding about a failed import or load."""
    if one.kind == "load" and one.target_is_missing:
        return "script-target"
    if one.kind == "load":
        return SCRIPT_KINDS.get(one.cause, "script-error")
    if works:
        return PART_KINDS.get(one.cause, "part-error")
    return PACKAGE_KINDS.get(one.cause, "import-" + one.cause)


def owner_of(path, distributions):
    """The normalized name of the distribution that brought a file; empty where none did."""
    for one in distributions if path else ():
        if any(os.path.normpath(os.path.join(one.site, file)) == os.path.normpath(path) for file in one.files()):
            return one.name
    return ""


def run_imports(main, distributions, scripts, skips, deadline):
    """Checks imports and entry points. Gives (findings, seconds, message) and (findings, seconds, names of scripts)."""
    names, count = modules(main, MOST)
    wanted = [("import", name, "", name) for name in names if not skips.covers("imports", name)]
    wanted += [("load", module, attribute, name) for name, module, attribute, _ in scripts if not skips.covers("scripts", name)]
    attempts = attempt_all(wanted, {name.split(".")[0] for name in names}, missing_file_of(main), deadline)
    works = imports_itself(main, attempts)
    checks = []
    for kind in ("import", "load"):
        of_kind = [one for one in attempts if one.kind == kind]
        findings = [finding(kind_of(one, works), one.subject, ": ".join(part for part in (one.what, one.problem) if part), one.advice,
                            owner_of(one.extension if kind_of(one, works) == "import-symbol" else "", distributions))
                    for one in of_kind if one.problem]
        left = sum(1 for one in wanted if one[0] == kind) - len(of_kind)
        if left:
            what = "modules were not imported" if kind == "import" else "scripts were not loaded"
            findings.append(finding("time-limit", "*", "%d %s: the time for the checks was over" % (left, what)))
        good = [one for one in of_kind if not one.problem]
        checks.append((findings, sum(one.seconds for one in of_kind), good))
    (findings, seconds, good), (load_findings, load_seconds, loaded) = checks
    if not names:
        message = "%s has no modules%s" % (main.name, ": only type stubs" if any(path.endswith(".pyi") for path in main.files()) else "")
    else:
        message = "imported " + ", ".join(one.what for one in good) if good else "imported nothing"
        if count > len(names):
            message += " (%d of %d modules)" % (len(names), count)
    return (findings, seconds, message), (load_findings, load_seconds, [one.subject for one in loaded])
