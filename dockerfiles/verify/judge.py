"""Puts together what the checks of an image found that may hold anything.

    python3 judge.py SURVEY RAN RESULT

SURVEY is survey.json of survey.py, RAN the folder of results of run.sh. RESULT is the file that verify.py would write; its
`python` is empty where the image has none. It has in `carries` what the image has that one which only runs has no use for:
{"root": it runs as root, "compilers": […], "caches": […]}, the last two as survey.py writes them.

It runs on the build machine, on the Python of the image that the checks bring along, 3.9 or newer, with the standard
library alone.
"""
import json
import os
import re
import sys

from checks.child import tail
from checks.findings import finding

# `timeout` ends a program with SIGKILL.
KILLED = 128 + 9
LIMIT = 300
# Characters of a standard output that are judged.
MOST = 8000000
# How the loaders of glibc and musl name a library that they do not find.
ABSENT = (re.compile(r"^\s*(\S+) => not found", re.M), re.compile(r"Error loading shared library ([^:\s]+):"))


class Ran:
    """The results of run.sh, by the names of its steps."""

    def __init__(self, folder):
        self.folder = folder

    def read(self, name):
        try:
            with open(os.path.join(self.folder, name), encoding="utf-8", errors="replace") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def number(self, name):
        text = self.read(name).strip()
        return int(text) if text else None

    def ended(self, step):
        """How a step failed, or None."""
        code = self.number(step + ".code")
        if code is None:
            return "it was not run"
        if code == KILLED and (self.number(step + ".seconds") or 0) >= LIMIT - 1:
            return "did not end in %d seconds" % LIMIT
        return "exit code %d" % code if code else None


def result(name, seconds, findings, message):
    return {"name": name, "seconds": float(seconds or 0), "message": message, "findings": findings, "skipped": []}


def judge_entry(ran, message):
    """The words of the program's loader about its libraries."""
    output = ran.read("entry.output")
    absent = sorted({name for pattern in ABSENT for name in pattern.findall(output)})
    findings = []
    if absent:
        words = "what the image starts needs %s, which %s not in the image" % (", ".join(absent), "is" if len(absent) == 1 else "are")
        findings.append(finding("entry-library", "entry", words))
    elif ran.ended("entry"):
        findings.append(finding("entry-load", "entry", "the loader refuses what the image starts: %s\n%s" % (ran.ended("entry"), tail(output))))
    return findings, message


def judge_command(ran, step, named):
    output, ended = ran.read(step + ".output"), ran.ended(step)
    if ended:
        return [finding("command-failed" if step == "command" else "test-failed", named, "`%s`: %s\n%s" % (named, ended, tail(output)))], ""
    return [], tail(output) or "`%s` ended well, without output" % named


def judge_run(ran, step, run):
    """A run that ended is judged by whoever asked for it, who finds what it printed in `ran`."""
    ended, named = ran.ended(step), " ".join(run["arguments"])
    seconds, errors = ran.number(step + ".seconds"), tail(ran.read(step + ".output"))
    if ended and not ended.startswith("exit code"):
        return result("run", seconds, [finding("run-failed", named, "`%s`: %s\n%s" % (named, ended, errors))], "")
    printed = {"code": ran.number(step + ".code"), "stdout": ran.read(step + ".stdout")[:MOST], "stderr": errors}
    return dict(result("run", seconds, [], ""), ran=dict(run, **printed))


def judge(surveyed, ran):
    checks, steps = surveyed["checks"], surveyed["steps"]
    if "entry" in steps:
        before = next(one for one in checks if one["name"] == "entry")
        findings, message = judge_entry(ran, steps["entry"])
        before.update(findings=before["findings"] + findings, message=message, seconds=before["seconds"] + (ran.number("entry.seconds") or 0))
    python = {"python": "", "checks": []}
    if "python" in steps:
        text = ran.read("python.json")
        if text:
            python = json.loads(text)
        else:
            words = "%s cannot run the checks: %s\n%s" % (steps["python"], ran.ended("python"), tail(ran.read("python.output")))
            checks.append(result("interpreter", 0, [finding("interpreter-start", "python", words)], ""))
    checks += python["checks"]
    for step in ("command", "test"):
        if step in steps:
            checks.append(result(step, ran.number(step + ".seconds"), *judge_command(ran, step, steps[step])))
    checks += [judge_run(ran, step, run) for step, run in sorted(steps.items()) if step.startswith("run-")]
    carries = dict(surveyed["carries"])
    # An image that starts nothing is one of files.
    carries["root"] = carries.pop("starts") and ran.read("user").strip() == "0"
    return {"python": python["python"], "machine": ran.read("machine").strip(), "checks": checks, "carries": carries}


def main(arguments):
    if len(arguments) != 3:
        print("usage: judge.py SURVEY RAN RESULT", file=sys.stderr)
        return 2
    survey, ran, out = arguments
    with open(survey, encoding="utf-8") as file:
        surveyed = json.load(file)
    with open(out, "w", encoding="utf-8") as file:
        json.dump(judge(surveyed, Ran(ran)), file, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
