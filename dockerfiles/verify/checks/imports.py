"""Whether the modules of the main distribution import, and its entry points load."""
import os
import sys
import time

from checks.causes import cause
from checks.child import in_child, tail
from checks.findings import finding
from checks.installed import modules, normalized

# How many modules are imported at most: a collection of thousands would say no more with the thousandth.
MOST = 24


def load(module, attribute):
    """Imports a module and gets what an entry point names in it."""
    found = __import__(module, fromlist=["_"])
    for part in attribute.split(".") if attribute else []:
        found = getattr(found, part)
    return found


def missing_file(main):
    """A function that says of a module whether RECORD has its file and the image has not."""
    def says(module):
        stem = module.replace(".", "/")
        for path in main.files():
            if path in (stem + ".py", stem + "/__init__.py") or path.startswith(stem + ".") and path.endswith(".so"):
                return not os.path.exists(os.path.join(main.site, path))
        return False

    return says


class Attempt:
    """One import or load: what it was, seconds, and of its failure cause, words and way out, empty where it worked."""

    def __init__(self, kind, what, subject, seconds=0.0, cause="", problem="", advice=""):
        self.kind, self.what, self.subject, self.seconds = kind, what, subject, seconds
        self.cause, self.problem, self.advice = cause, problem, advice
        # The very module that a script leads to
        module = what.rpartition("(")[2].split(":")[0]
        self.target_is_missing = any("No module named '%s'" % name in problem for name in (module, module.split(".")[0]))


def attempt_all(work, own, absent, deadline):
    """Imports and loads, in one child as long as none ends it. `work`: (kind, module, attribute, subject of a finding);
    `own` and `absent` as `cause` has them.
    Gives an Attempt for each that was begun; those after the deadline are left out."""
    attempts = []
    while len(attempts) < len(work) and time.time() < deadline:
        rest = work[len(attempts):]

        def body(say, rest=rest):
            import faulthandler
            faulthandler.enable(2, all_threads=False)
            # What is imported here must not meet this program's own modules under their names
            for name in [name for name in sys.modules if name.split(".")[0] == "checks"]:
                del sys.modules[name]
            for _, name, attribute, _ in rest:
                began, why, problem, advice = time.time(), "", "", ""
                say("begin")
                try:
                    load(name, attribute)
                except BaseException as error:
                    why, problem, advice = cause(error, own, absent)
                say("%.3f\t%s\t%s\t%s" % (time.time() - began, why, advice, problem))

        began = time.time()
        lines, output, ended = in_child(body, max(1, deadline - began))
        for (kind, name, attribute, subject), line in zip(rest, [line for line in lines if line != "begin"]):
            seconds, why, advice, problem = line.split("\t", 3)
            what = name if kind == "import" else "%s (%s)" % (subject, ":".join(part for part in (name, attribute) if part))
            attempts.append(Attempt(kind, what, subject, float(seconds), why, problem, advice))
        if lines and lines[-1] == "begin":
            kind, name, _, subject = work[len(attempts)]
            # Python's own report of where it was, when it could still write one
            frames = [line.strip() for line in output.splitlines() if line.startswith('  File "') and "importlib" not in line]
            where = ", in " + frames[0].replace('File "', "").replace('"', "") if frames else ""
            ended = ended or "process ended"
            why = "time" if ended.startswith("did not end") else "crash" if "signal" in ended else "error"
            attempts.append(Attempt(kind, "", subject, time.time() - began, why, "%s while importing %s%s" % (ended, name, where)))
        elif not lines:
            kind, name, _, subject = rest[0]
            attempts.append(Attempt(kind, name, subject, time.time() - began, "error", (ended or "process ended") + "\n" + tail(output, 5)))
        elif ended is not None and len(attempts) == len(work):
            # All was imported, and the process failed only while it ended: that says nothing of the modules
            break
    return attempts


def imports_itself(main, attempts):
    """Whether the package itself is usable: the modules that are named as the distribution is, where there are any, and
    else any module."""
    imports = [one for one in attempts if one.kind == "import"]
    named = [one for one in imports if normalized(one.subject) == main.name]
    return any(not one.problem for one in named or imports)


# Causes for which a module that the package can do without has a kind of its own.
PART = {"extra": "part-extra", "library": "part-library", "crash": "part-crash", "symbol": "part-symbol", "processor": "part-processor",
        "file-missing": "file-missing", "damaged": "file-damaged", "time": "time-limit"}
SCRIPT = {"extra": "script-extra", "library": "script-library", "crash": "script-crash", "file-missing": "file-missing",
          "damaged": "file-damaged", "time": "time-limit"}
WHOLE = {"file-missing": "file-missing", "damaged": "file-damaged"}


def kind_of(one, works):
    """The kind of the finding that a failed import or load is."""
    if one.kind == "load" and one.target_is_missing:
        return "script-target"
    if one.kind == "load":
        return SCRIPT.get(one.cause, "script-error")
    if works:
        return PART.get(one.cause, "part-error")
    return WHOLE.get(one.cause, "import-" + one.cause)


def run_imports(main, scripts, skips, deadline):
    """The checks of imports and of loading the entry points: two of (findings, seconds, what was looked at)."""
    names, count = modules(main, MOST)
    wanted = [("import", name, "", name) for name in names if not skips.covers("imports", name)]
    wanted += [("load", module, attribute, name) for name, module, attribute, _ in scripts if not skips.covers("scripts", name)]
    attempts = attempt_all(wanted, {name.split(".")[0] for name in names}, missing_file(main), deadline)
    works = imports_itself(main, attempts)
    checks = []
    for kind in ("import", "load"):
        of_kind = [one for one in attempts if one.kind == kind]
        findings = [finding(kind_of(one, works), one.subject, ": ".join(part for part in (one.what, one.problem) if part), one.advice)
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
