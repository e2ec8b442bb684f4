"""Checks that the installed scripts exist, can be executed, and lead to a module.

It runs on the image's own Python, as verify.py says: 3.6 or newer, and of the standard library only what starts fast.
"""
import os

from checks import elf
from checks.findings import finding


def check_scripts(main, distributions, extras, loads, skips):
    """Checks the scripts of all distributions: file, interpreter, module. Those of the main distribution were loaded before,
    which gave `loads`: (findings, seconds, names). Gives (findings, message)."""
    findings, count = list(loads[0]), 0
    failed = {one["subject"] for one in findings}
    this_python = elf.read(os.path.realpath("/proc/self/exe"))
    for distribution in distributions.values():
        if distribution.info.endswith(".egg-info"):
            continue

        def add(kind, name, words, distribution=distribution):
            if not skips.covers("scripts", name):
                findings.append(finding(kind, name, "%s: %s" % (distribution.name, words)))

        files = distribution.files()
        scripts = {os.path.basename(path): os.path.normpath(os.path.join(distribution.site, path))
                   for path in files if os.path.basename(os.path.dirname(path)) == "bin" and path.startswith("..")}
        for name, module, _, wanted in distribution.scripts():
            # The base's pip and setuptools are installed without some scripts, or with other names.
            if distribution is main and name not in scripts and files and main.name not in ("pip", "setuptools"):
                add("file-missing", name, "its script %s was not installed" % name)
            if wanted and not set(wanted) <= (extras if distribution is main else set()):
                continue
            stem = os.path.join(distribution.site, *module.split("."))
            folder = os.path.dirname(stem)
            # Loading it has given a finding already.
            if distribution is main and name in failed:
                continue
            if not (os.path.exists(stem + ".py") or os.path.isdir(stem) or os.path.isdir(folder) and any(
                    other.startswith(os.path.basename(stem) + ".") for other in os.listdir(folder))):
                add("script-target", name, "its script %s leads to %s, which is not installed" % (name, module))
        for name, path in sorted(scripts.items()):
            count += 1
            try:
                with open(path, "rb") as file:
                    line = file.readline(512)
            except OSError:
                add("file-missing", name, "%s is in its RECORD and not in the image" % path)
                continue
            # The installation writes the scripts of entry points, the package's author all others.
            generated = any(name == one[0] for one in distribution.scripts())
            if not os.access(path, os.X_OK):
                add("script-mode" if generated else "script-author-mode", name, "%s cannot be executed" % path)
            runner = line[2:].split()[:1] if line.startswith(b"#!") else []
            if runner and not os.path.exists(runner[0]):
                text = runner[0].decode("utf-8", "replace")
                kind = "script-python" if generated else "script-runner"
                add(kind, name, "%s runs with %s, which is not in the image" % (path, text))
            if line.startswith(b"\x7fELF"):
                machine = machine_of(path)
                if this_python and machine and machine != this_python["machine"]:
                    words = "%s is for %s, and this platform is %s" % (path, machine, this_python["machine"])
                    add("program-processor", name, words)
    return findings, "%d scripts%s" % (count, "; loaded " + ", ".join(loads[2]) if loads[2] else "")


def machine_of(path):
    """The processor that a program is for; None if it cannot be read."""
    try:
        info = elf.read(path)
    except elf.UNREADABLE:
        return None
    return info["machine"] if info else None
